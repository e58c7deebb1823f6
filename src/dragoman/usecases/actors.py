"""Who is who across the reports of an archive: the roster, and what is known of one actor."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.errors import NotFound
from dragoman.lexicon.offices import Offices
from dragoman.linking.judgements import pair
from dragoman.linking.shelf import Shelf
from dragoman.model import ActorJudgement, Meeting, Seen, Term
from dragoman.usecases.contradictions import contradictions
from dragoman.usecases.roll import Card, HeldOffice, Roll, card_of, held_offices


@dataclass(frozen=True, slots=True)
class Alias:
    """A spelling with the reports that give it, each with its day, and why it was taken for this actor."""

    words: str
    reports: tuple[tuple[str, date | None], ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of one actor. `listed` are tenures of the lexicon and of imported lists."""

    card: Card
    merged: tuple[str, ...]
    aliases: tuple[Alias, ...]
    offices: tuple[HeldOffice, ...]
    listed: tuple[Term, ...]
    contradictions: tuple[str, ...]
    meetings: tuple[tuple[Meeting, tuple[str, ...]], ...]
    doubts: tuple["OpenDoubt", ...]
    judgements: tuple[ActorJudgement, ...]


@dataclass(frozen=True, slots=True)
class OpenDoubt:
    """Two actors that may be one: what speaks for it, in how many reports, or that somebody left it open."""

    a: Card
    b: str
    name: str
    score: float
    why: tuple[str, ...]
    document: str


def page_of(roll: Roll, id: str, shelf: Shelf, offices: Offices) -> Page:
    """What is known of one actor. Raises NotFound where neither reports nor lists know it."""
    ids = roll.filed_as(id)
    seen = roll.groups(ids).get(id, [])
    held = held_offices(seen)
    profile = shelf.profiles.get(id)
    return Page(
        card=card_of(id, seen) if seen else _listed(id, shelf),
        merged=tuple(sorted(ids & roll.decided.redirects.keys())),
        aliases=aliases_of(seen),
        offices=held,
        listed=profile.terms if profile else (),
        contradictions=tuple(contradictions(roll, id, seen, held, shelf, offices)),
        meetings=tuple(_meetings(roll, id)),
        doubts=tuple(d for d in open_doubts(roll, ids | roll.store.doubting(ids)) if id in (d.a.id, d.b)),
        judgements=tuple(j for j in roll.store.decided() if {j.a, j.b} & ids),
    )


def _listed(id: str, shelf: Shelf) -> Card:
    """Somebody whom no report tells of, but the lists do."""
    found = shelf.profiles.get(id)
    if found is None:
        raise NotFound(f"nobody in the archive goes by {id!r}; dragoman actors lists those who do")
    return Card(id, found.name, found.kind, found.country, found.sector, None, 0, None, None, found.names)


def aliases_of(seen: Iterable[Seen]) -> tuple[Alias, ...]:
    """Every spelling with the reports that give it."""
    found: dict[str, dict[tuple[str, date | None], tuple[str, ...]]] = {}
    for item in seen:
        for spelling in item.entry.sighting.names:
            found.setdefault(spelling.words, {})[item.document, item.entry.sighting.day] = item.entry.why
    return tuple(Alias(words, tuple(reports), next(iter(reports.values()))) for words, reports in found.items())


def _meetings(roll: Roll, id: str) -> Iterator[tuple[Meeting, tuple[str, ...]]]:
    """The events in which an actor takes part, each with the names of the others."""
    for meeting in roll.store.meetings(roll.filed_as(id)):
        whose = {p: roll.decided.actor(p.actor, p.folded, meeting.document) for p in meeting.parties}
        if id in whose.values():
            yield meeting, tuple(dict.fromkeys(p.name for p, other in whose.items() if other != id))


def open_doubts(roll: Roll, ids: Collection[str] | None = None) -> Iterator[OpenDoubt]:
    """Pairs of actors that may be one, those most likely first, but for those that somebody judged."""
    found: dict[tuple[str, str], OpenDoubt] = {}
    groups = roll.groups(ids)
    for id, seen in groups.items():
        for item in seen:
            for doubt in item.entry.doubts:
                other = roll.decided.stands_for(doubt.actor)
                key = pair(id, other)
                better = key not in found or found[key].score < doubt.score
                if other != id and better and roll.decided.verdict(id, other) in (None, "unsure"):
                    name = roll.store.known([other]).get(other, other)
                    found[key] = OpenDoubt(card_of(id, seen), other, name, doubt.score, doubt.why, item.document)
    for judgement in roll.decided.verdicts.values():
        a, b = roll.decided.stands_for(judgement.a), roll.decided.stands_for(judgement.b)
        if judgement.verdict == "unsure" and pair(a, b) not in found and a in groups:
            name = roll.store.known([b]).get(b, b)
            found[pair(a, b)] = OpenDoubt(card_of(a, groups[a]), b, name, 0.0, (f"by {judgement.by}",), "")
    yield from sorted(found.values(), key=lambda doubt: (-doubt.score, doubt.a.name))
