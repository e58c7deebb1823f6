"""States, their bodies, and organisations: rows of data as entries that a mention can be."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.errors import BadRule
from dragoman.lexicon.phrases import Phrase
from dragoman.lexicon.reading import files, load_rows, load_toml, make_row, row_name, unique


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase stands for. `kind` is a mention's, `subkind` a party's or finer; `rule` cites the row."""

    kind: str
    subkind: str
    name: str
    rule: str
    country: str | None = None
    sector: str | None = None
    actor_id: str | None = None


@dataclass(frozen=True, slots=True)
class CountryRow:
    """One state or territory; the keys of a country's file but for its bodies."""

    id: str
    kind: str
    country: str
    name: str
    aliases: tuple[str, ...] = ()
    cased: tuple[str, ...] = ()  # of the country and of its bodies
    demonyms: tuple[str, ...] = ()
    capital: str = ""
    seats: tuple[str, ...] = ()
    founded: str = ""
    dissolved: str = ""


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A body of a state: a ministry, an army, a palace that speaks for it."""

    id: str
    name: str
    kind: str
    sector: str
    aliases: tuple[str, ...] = ()
    cased: tuple[str, ...] = ()
    parent: str = ""
    founded: str = ""
    dissolved: str = ""
    portfolios: tuple[str, ...] = ()  # ids of `portfolios.toml`


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation that is no state's: an IGO, NGO, armed group, party, company or coalition."""

    id: str
    name: str
    kind: str
    sector: str
    country: str
    aliases: tuple[str, ...] = ()
    cased: tuple[str, ...] = ()
    parent: str = ""
    founded: str = ""
    dissolved: str = ""


@dataclass(frozen=True, slots=True)
class PeopleRow:
    """A people or a faith that is no state's; see the head of `peoples.toml`."""

    id: str
    name: str
    singular: tuple[str, ...]
    plural: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Country:
    """A country's own row with its bodies."""

    row: CountryRow
    bodies: tuple[BodyRow, ...]


def load_countries(folder: Path) -> tuple[Country, ...]:
    """Every file of a folder, one country each. Raises BadRule on the first wrong row."""
    countries = [_country(path) for path in files(folder)]
    unique((c.row for c in countries), lambda row: row.id, str(folder))
    unique((b for c in countries for b in c.bodies), lambda row: row.id, str(folder))
    return tuple(countries)


def _country(path: Path) -> Country:
    tables = load_toml(path)
    bodies = tables.pop("bodies", [])
    row = make_row(CountryRow, tables, path.name)
    if row.id != path.stem:
        raise BadRule(path.name, f'its id is "{row.id}"; name the file {row.id}.toml')
    return Country(row, tuple(make_row(BodyRow, b, f"{path.name}#{row_name(b, i)}") for i, b in enumerate(bodies, 1)))


def load_organisations(folder: Path) -> tuple[OrganisationRow, ...]:
    """Every row of every file of a folder; ids are unique over all of them."""
    rows = (row for path in files(folder) for row in load_rows(path, "actor", OrganisationRow))
    return unique(rows, lambda row: row.id, str(folder))


def country_phrases(countries: Iterable[Country]) -> Iterator[Phrase[Entry]]:
    """Names, demonyms and bodies of countries as phrases; of two with one seat, the one that still exists is first."""
    for country in sorted(countries, key=lambda c: c.row.dissolved != ""):
        row = country.row
        strict = frozenset(row.cased)
        state = Entry("place", "country", row.name, f"actors/countries#{row.id}", row.country, "GOV", row.id)
        yield from _spelled((row.name, *row.aliases), strict, state)
        for name in dict.fromkeys((row.capital, *row.seats)):
            if name:
                yield Phrase(name, replace(state, subkind="capital", name=name), cased=True)
        folk = replace(state, kind="nationality", subkind="nationality", sector=None)
        people = replace(folk, kind="organisation", subkind="people")
        for word in row.demonyms:
            yield Phrase(word, people if _is_plural(word, row.demonyms) else folk, cased=_is_word(word))
        for body in country.bodies:
            names = (body.name, *body.aliases, *body.cased)
            yield from _spelled(names, strict | frozenset(body.cased), body_entry(body, row.country))


def body_entry(body: BodyRow, country: str) -> Entry:
    """What the names of a body stand for."""
    rule = f"actors/countries#{body.id}"
    return Entry("organisation", body.kind, body.name, rule, country, body.sector, body.id)


def _is_plural(demonym: str, others: Collection[str]) -> bool:
    """Whether a demonym stands for many people: Syrians, Frenchmen."""
    return (demonym.endswith("s") and demonym[:-1] in others) or demonym.endswith("men")


def _is_word(demonym: str) -> bool:
    """Demonyms that mean something else in lower case (polish) count only capitalised."""
    return demonym.istitle() and len(demonym) <= 6


def load_peoples(path: Path) -> tuple[PeopleRow, ...]:
    """The rows of `peoples.toml`."""
    return unique(load_rows(path, "people", PeopleRow), lambda row: row.id, str(path))


def people_phrases(rows: Iterable[PeopleRow]) -> Iterator[Phrase[Entry]]:
    """Words for peoples, only with their capital: as adjectives like a nationality, in the plural as a collective."""
    for row in rows:
        one = Entry("nationality", "people", row.name, f"actors/peoples#{row.id}")
        many = replace(one, kind="organisation", subkind="collective")
        yield from (Phrase(word, one, cased=True) for word in row.singular)
        yield from (Phrase(word, many, cased=True) for word in row.plural)


def organisation_phrases(rows: Iterable[OrganisationRow]) -> Iterator[Phrase[Entry]]:
    """Names and aliases of organisations as phrases."""
    for row in rows:
        entry = Entry(
            "organisation",
            row.kind,
            row.name,
            f"actors/organisations#{row.id}",
            row.country or None,
            row.sector,
            row.id,
        )
        yield from _spelled((row.name, *row.aliases, *row.cased), frozenset(row.cased), entry)


def _spelled(names: Iterable[str], cased: frozenset[str], entry: Entry) -> Iterator[Phrase[Entry]]:
    """Each name once. Short names in capitals count only so: "us" is no country, "raw" no agency."""
    for name in dict.fromkeys(names):
        yield Phrase(name, entry, cased=name in cased or (len(name) <= 5 and name.isupper()))
