"""Public office holders: who they are to the world, and which office they held when."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from dragoman.errors import BadRule
from dragoman.lexicon.actors import Entry
from dragoman.lexicon.phrases import Phrase
from dragoman.lexicon.reading import files, load_rows, unique
from dragoman.model import Known

_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One row. `offices` are "office; from; to" strings; an empty day is open or unknown."""

    id: str
    name: str
    country: str
    sector: str
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    body: str = ""


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office with the days that bound it; None where open or unknown."""

    office: str
    start: date | None
    end: date | None

    def held_on(self, day: date) -> bool:
        """Whether the office was held that day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Person:
    """A public person with the offices that are known of."""

    row: PersonRow
    tenures: tuple[Tenure, ...]

    def office_on(self, day: date | None) -> str | None:
        """The office held on a day, the latest begun first; None where none is known or no day is given."""
        held = [t for t in self.tenures if day is not None and t.held_on(day)]
        return max(held, key=lambda t: t.start or date.min).office if held else None


def load_people(folder: Path) -> tuple[Person, ...]:
    """Every row of every file of a folder. Raises BadRule on the first wrong one."""
    rows = unique(
        (r for path in files(folder) for r in load_rows(path, "person", PersonRow)), lambda r: r.id, str(folder)
    )
    return tuple(Person(row, tuple(_tenure(text, row.id) for text in row.offices)) for row in rows)


def _tenure(text: str, where: str) -> Tenure:
    parts = [part.strip() for part in text.split(";")]
    if len(parts) != 3:
        raise BadRule(where, f'"{text}" is not "office; from; to"')
    return Tenure(parts[0], _day(parts[1], where, last=False), _day(parts[2], where, last=True))


def _day(text: str, where: str, last: bool) -> date | None:
    """A day out of a date, a month or a year: its first day, or its last."""
    if not text:
        return None
    match = _DAY.match(text)
    if match is None:
        raise BadRule(where, f'"{text}" is no date')
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        return date(year or 1, month or (12 if last else 1), day or (28 if last else 1))
    except ValueError as error:
        raise BadRule(where, f'"{text}" is no date: {error}') from error


def person_phrases(people: Iterable[Person]) -> Iterator[Phrase[Entry]]:
    """Full names and safe short ones as phrases; short ones only capitalised."""
    for person in people:
        row = person.row
        entry = Entry("person", "person", row.name, f"actors/people#{row.id}", row.country or None, row.sector, row.id)
        yield from (Phrase(name, entry) for name in dict.fromkeys((row.name, *row.aliases)) if " " in name)
        yield from (Phrase(name, entry, cased=True) for name in row.short)


def with_learned(people: Iterable[Person], learned: Iterable[Known]) -> tuple[Person, ...]:
    """People with the tenures and spellings of imported lists; who is not there yet is added."""
    found = {person.row.id: person for person in people}
    for known in learned:
        row = PersonRow(known.id, known.name, known.country, known.sector)
        person = found.get(known.id, Person(row, ()))
        home = person.row.country
        tenures = (Tenure(t.office, t.start, t.end) for t in known.terms if t.country in (None, home))
        names = dict.fromkeys((*person.row.aliases, known.name, *known.aliases))
        aliases = tuple(name for name in names if name != person.row.name)
        merged = tuple(dict.fromkeys((*person.tenures, *tenures)))
        found[known.id] = Person(replace(person.row, aliases=aliases), merged)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Registry:
    """What is known of parties before any report is read: states by country code, people by id."""

    states: Mapping[str, str]
    people: Mapping[str, Person]

    def contradicts(self, actor_id: str | None, office: str) -> bool:
        """Whether a ministry is given to somebody who is known never to have held it: a namesake, then."""
        person = self.people.get(actor_id or "")
        ministry = office.startswith("minister") or office in ("president", "prime minister")
        return (
            person is not None and ministry and bool(person.tenures) and all(office != t.office for t in person.tenures)
        )

    def office(self, actor_id: str | None, day: date | None) -> str | None:
        """The office that a known person held on a day."""
        person = self.people.get(actor_id or "")
        return person.office_on(day) if person is not None else None
