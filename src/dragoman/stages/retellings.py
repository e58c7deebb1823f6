"""One act told twice in a text: a lead and its body share what only one of them says.

Precise rather than greedy: the parties must agree on both sides, and where several tellings could give a value and
differ, none does.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from dragoman.model import Coded, Event, Interval, Party, Relation
from dragoman.model.coded import DEFAULT

V = TypeVar("V")
Side = Sequence[Coded[Party]]
EITHER_WAY = frozenset({"CONSULT", "AGREE", "COOPERATE"})
ALIKE = 6  # letters in which the words for one act agree: expressed, expressing
LENT = 0.8  # how much a value keeps of its score in another telling


def share(events: Sequence[Event], content: str) -> list[Event]:
    """The events with dates and places of their other tellings, and a relation to the first of them.

    Who says so belongs to each telling; but a lead that tells an act in the very words of its sourced telling has the
    source of that.
    """
    tellings = [[other for other in events if other is not event and same_act(event, other)] for event in events]
    return [
        _completed(event, others, content) if others else event for event, others in zip(events, tellings, strict=True)
    ]


def same_act(a: Event, b: Event) -> bool:
    """Whether two events of one text may well be one act: type, status, both sides and dates agree."""
    if a.type.value != b.type.value or a.status.value != b.status.value or a.sentence == b.sentence:
        return False
    if not _dates_meet(a, b) or not (a.cameo[:3] == b.cameo[:3] or a.type.value == "CONSULT"):
        return False
    straight = _agree(a.actors, b.actors, a.recipients, b.recipients)
    crossed = _agree(a.actors, b.recipients, a.recipients, b.actors)
    return straight or (crossed and a.type.value in EITHER_WAY)


def _agree(one: Side, other: Side, third: Side, fourth: Side) -> bool:
    """Whether both pairs of sides agree; where one pair has the same names, countries are enough for the other."""
    if _all_like(one, other, _alike) and _all_like(third, fourth, _alike):
        return True
    loosely = _all_like(one, other, _same_country) and _all_like(third, fourth, _same_country)
    return loosely and (_all_like(one, other, _same_person) or _all_like(third, fourth, _same_person))


def _same_country(p: Party, q: Party) -> bool:
    return p.country is not None and p.country == q.country and not (_named(p) and _named(q) and p.name != q.name)


def _same_person(p: Party, q: Party) -> bool:
    return p.kind == "person" and p.name == q.name


def _told_time(event: Event) -> bool:
    """Whether words beside the act itself date it."""
    return event.time is not None and not event.time.rule.startswith((DEFAULT, "context/"))


def _dates_meet(a: Event, b: Event) -> bool:
    if a.time is None or b.time is None or not (_told_time(a) and _told_time(b)):
        return True
    x, y = a.time.value, b.time.value
    return not (x.start and y.end and x.start > y.end) and not (y.start and x.end and y.start > x.end)


def _all_like(a: Side, b: Side, like: Callable[[Party, Party], bool]) -> bool:
    """Every party of the shorter side has its like on the other; an empty side agrees with none."""
    short, long = sorted((a, b), key=len)
    return bool(short) and all(any(like(p.value, q.value) for q in long) for p in short)


def _alike(p: Party, q: Party) -> bool:
    """Whether two words for a party may mean one: by name, by office and country, or by country and branch."""
    if p.name == q.name:
        return True
    if p.country is None or p.country != q.country or (_named(p) and _named(q)):
        return False
    if p.kind == q.kind == "person":
        return p.office == q.office or None in (p.office, q.office)
    if "person" in (p.kind, q.kind):
        return p.sector == q.sector and p.sector != "GOV"
    return p.kind == q.kind or "state" in (p.kind, q.kind)


def _named(p: Party) -> bool:
    """A person with a name of his own; one told by his office alone bears the words of the office."""
    return p.kind == "person" and not ((p.office and p.name[:1].islower()) or p.name.lower().startswith("the "))


def _completed(event: Event, others: Sequence[Event], content: str) -> Event:
    """What only the other tellings say, where they agree on it."""
    dated = [o.time for o in others if _told_time(o) and _specific(event, o)]
    inside = [time for time in dated if _within(time, event.time)] if _told_time(event) else dated
    time = _lent(inside) or event.time
    place = event.place or _lent([o.place for o in others])
    sources = event.sources or next((o.sources for o in others if _repeats(o, event, content)), ())
    first = min((event, *others), key=lambda e: e.type.evidence[0].start)
    relations = event.relations if first is event else (*event.relations, Relation("same_as", first.id))
    return replace(event, time=time, place=place, sources=sources, relations=relations)


def _repeats(later: Event, lead: Event, content: str) -> bool:
    """Whether a telling names the act of an earlier one in the same words: condemned … condemned."""
    words = [event.type.evidence[0].of(content).casefold()[:ALIKE] for event in (later, lead)]
    return later.sentence.start > lead.sentence.start and words[0] == words[1]


def _within(time: Coded[Interval] | None, other: Coded[Interval] | None) -> bool:
    """Whether a time is a narrower one inside another: March 2 inside early March."""
    if time is None or other is None:
        return False
    (a, b), (c, d) = (time.value.start, time.value.end), (other.value.start, other.value.end)
    return None not in (a, b, c, d) and c <= a and b <= d and (a, b) != (c, d)  # type: ignore[operator]


def _specific(a: Event, b: Event) -> bool:
    """Whether a person or a town on both sides ties two tellings: aid that flows for years has no one day."""
    where = [event.place.value.name for event in (a, b) if event.place and event.place.value.precision == "point"]
    if len(where) == 2 and where[0] == where[1]:
        return True
    return all(any(p.value.kind == "person" for p in (*event.actors, *event.recipients)) for event in (a, b))


def _lent(values: Sequence[Coded[V] | None]) -> Coded[V] | None:
    told = [v for v in values if v is not None]
    if not told or any(v.value != told[0].value for v in told):
        return None
    return replace(told[0], rule="context/same-act", score=told[0].score * LENT)
