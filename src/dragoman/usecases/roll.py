"""The actors of an archive under the judgements that count: sightings in groups, and each group in one line."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.linking.judgements import Decisions, decisions
from dragoman.model import Entry, Seen
from dragoman.ports import ActorStore
from dragoman.text.fold import fold_all

Seat = tuple[str, str | None, str | None]
Told = tuple[str, date | None, str]


@dataclass(frozen=True, slots=True)
class Card:
    """An actor in one line. `office` is the one that the latest report gives it."""

    id: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    office: str | None
    reports: int
    first: date | None
    last: date | None
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which actors a roster lists."""

    country: str | None = None
    kind: str | None = None
    query: str | None = None

    def fits(self, card: Card) -> bool:
        """Whether an actor is of that country and kind, and one of its names has all words of the query."""
        wanted = fold_all(self.query or "").split()
        names = [fold_all(name) for name in (card.name, *card.aliases, card.id)]
        return (
            self.country in (None, card.country)
            and self.kind in (None, card.kind)
            and any(all(word in name for word in wanted) for name in names)
        )


@dataclass(frozen=True, slots=True)
class HeldOffice:
    """An office with the first and last day on which a report gives it, and the words that do."""

    office: str
    country: str | None
    body: str | None
    earliest: date | None
    latest: date | None
    evidence: tuple[tuple[str, date | None, str], ...]


@dataclass(frozen=True, slots=True)
class Roll:
    """The sightings of an archive under the judgements that count."""

    store: ActorStore
    decided: Decisions

    def whose(self, seen: Seen) -> str:
        """The actor that a sighting stands for."""
        return self.decided.actor(seen.entry.actor, fullest(seen.entry), seen.document)

    def groups(self, ids: Collection[str] | None = None) -> dict[str, list[Seen]]:
        """Sightings by the actor that they stand for."""
        found: dict[str, list[Seen]] = {}
        for seen in self.store.seen(ids):
            found.setdefault(self.whose(seen), []).append(seen)
        return found

    def gave_out(self, id: str) -> bool:
        """Whether that is the id of an actor, be it one that was merged or parted off."""
        return bool(self.store.known([id])) or any(id in (j.a, j.b) for j in self.store.decided())

    def filed_as(self, id: str) -> frozenset[str]:
        """The ids under which sightings of an actor may be filed: its own, merged ones, and that it was parted from."""
        merged = {other for other, stays in self.decided.redirects.items() if stays == id}
        parted = {j.a for found in self.decided.parted.values() for j in found if j.b in merged | {id}}
        return frozenset({id} | merged | parted)


def open_roll(store: ActorStore) -> Roll:
    """The roll of an archive as it is judged now."""
    return Roll(store, decisions(store.decided()))


def fullest(entry: Entry) -> str:
    """The fullest spelling of a sighting, folded; empty where it has none."""
    names = entry.sighting.names
    return fold_all(names[0].words) if names else ""


def roster(roll: Roll, wanted: Filter) -> Iterator[Card]:
    """The actors of an archive that a filter lets through, people first, by name."""
    cards = [card_of(id, seen) for id, seen in roll.groups().items()]
    yield from sorted(filter(wanted.fits, cards), key=lambda card: (card.kind != "person", card.name, card.id))


def card_of(id: str, seen: Iterable[Seen]) -> Card:
    """An actor in one line, out of its sightings."""
    entries = [item.entry for item in seen]
    documents = {item.document for item in seen}
    days = sorted(e.sighting.day for e in entries if e.sighting.day)
    given = next((e.name for e in entries if e.actor == id), None)
    spelled = (spelling.words for e in entries for spelling in e.sighting.names)
    names = tuple(dict.fromkeys(spelled))
    posts = [post for e in entries for post in e.sighting.posts]
    return Card(
        id=id,
        name=given or max(names, key=len, default=entries[0].name),
        kind=entries[0].sighting.kind,
        country=_last(e.sighting.country or e.country for e in entries),
        sector=_last(e.sector for e in entries),
        office=max(enumerate(posts), key=lambda item: (item[1].sole, item[0]))[1].office if posts else None,
        reports=len(documents),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        aliases=names,
    )


def _last(values: Iterable[str | None]) -> str | None:
    found = [value for value in values if value]
    return found[-1] if found else None


def held_offices(seen: Iterable[Seen]) -> tuple[HeldOffice, ...]:
    """Every office with the days between which reports give it; each further report widens them."""
    found: dict[Seat, list[tuple[str, date | None, str]]] = {}
    for item in seen:
        for post, words in zip(item.entry.sighting.posts, item.words, strict=True):
            seat = (post.office, post.country, post.body)
            found.setdefault(seat, []).append((item.document, post.day, " ".join(words.split())))
    held = (_held(seat, told) for seat, told in found.items())
    return tuple(sorted(held, key=lambda office: (office.earliest or date.min, office.office)))


def _held(seat: Seat, told: list[tuple[str, date | None, str]]) -> HeldOffice:
    days = sorted(day for _, day, _ in told if day)
    return HeldOffice(*seat, days[0] if days else None, days[-1] if days else None, tuple(dict.fromkeys(told)))
