"""Tellings in, incidents out: block, score, cluster. Rather two incidents too many than two things taken for one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from dragoman.linking import compare
from dragoman.linking.groups import grouped
from dragoman.linking.score import NEVER, TOGETHER, score
from dragoman.linking.tellings import Telling, independent
from dragoman.model import Incident
from dragoman.model.identity import digest

SLACK = timedelta(days=2)
LONGEST = timedelta(days=62)  # an interval longer than this tells too little to link by
FAMILIES: Mapping[str, str] = {
    "AGREE": "accord", "SUPPORT": "accord", "COOPERATE": "accord", "RETREAT": "yield", "CONCEDE": "yield",
}  # fmt: skip

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Linked:
    """An incident with its tellings, those with the highest score first."""

    incident: Incident
    tellings: tuple[Telling, ...]


def link(tellings: Sequence[Telling], owners: Mapping[str, str]) -> tuple[Linked, ...]:
    """Every telling in exactly one incident, in the order of their first telling."""
    scores = {pair: score(tellings[pair[0]], tellings[pair[1]]) for pair in candidate_pairs(tellings)}
    close = [pair for pair, value in scores.items() if value >= TOGETHER]
    groups = grouped(range(len(tellings)), close)
    clusters = (cluster for group in groups for cluster in _clusters(group, scores))
    return tuple(_linked([tellings[i] for i in cluster], owners) for cluster in clusters)


def candidate_pairs(tellings: Sequence[Telling]) -> set[Pair]:
    """The pairs worth comparing: acts of one family that share a country, at most two days apart."""
    blocks: dict[tuple[str, str], list[int]] = {}
    for number, telling in enumerate(tellings):
        for key in _keys(telling):
            blocks.setdefault(key, []).append(number)
    return {pair for block in blocks.values() for pair in _close_in_time(block, tellings)}


def _keys(telling: Telling) -> Iterator[tuple[str, str]]:
    days = telling.days
    if days is None or days[1] - days[0] > LONGEST or telling.event.habitual:
        return
    family = FAMILIES.get(telling.event.type.value, telling.event.type.value)
    yield from ((family, country) for country in telling.countries or {""})


def _close_in_time(block: Iterable[int], tellings: Sequence[Telling]) -> Iterator[Pair]:
    """Pairs of a block, each with the lower number first, whose days lie at most SLACK apart."""
    dated = sorted((_reach(tellings[number]), number) for number in block if tellings[number].days)
    for place, (days, number) in enumerate(dated):
        for later, other in dated[place + 1 :]:
            if later[0] > days[1] + SLACK:
                break
            yield min(number, other), max(number, other)


def _reach(telling: Telling) -> tuple[date, date]:
    """The days that a telling may speak of; without a day of its own, some weeks before the report."""
    first, last = telling.days or (date.min, date.min)
    return (first if telling.dated else max(date.min + SLACK, last - compare.RECENT), last)


def _clusters(group: Sequence[int], scores: Mapping[Pair, float]) -> list[list[int]]:
    """Greedy average linkage: the closest two clusters are joined until none are close; NEVER keeps two apart."""
    clusters = [[number] for number in group]
    while len(clusters) > 1:
        best, a, b = max((_linkage(x, y, scores), -i, -j) for (i, x), (j, y) in combinations(enumerate(clusters), 2))
        if best < TOGETHER:
            break
        clusters[-a].extend(clusters.pop(-b))
    return clusters


def _linkage(a: Sequence[int], b: Sequence[int], scores: Mapping[Pair, float]) -> float:
    """The mean score between two clusters; pairs that were not worth comparing count as nothing."""
    found = [scores.get((min(i, j), max(i, j)), 0.0) for i in a for j in b]
    return NEVER if NEVER in found else sum(found) / len(found)


def _linked(tellings: Sequence[Telling], owners: Mapping[str, str]) -> Linked:
    ordered = tuple(sorted(tellings, key=lambda t: (-t.event.score, t.event.id)))
    first, last = common_days(ordered)
    incident = Incident(
        id=f"incident-{digest(min(t.event.id for t in ordered))}",
        events=tuple(t.event.id for t in ordered),
        type=Counter(t.event.type.value for t in ordered).most_common(1)[0][0],
        start=first,
        end=last,
        sources=independent(ordered, owners),
        disputed=tuple(_disputed(ordered)),
    )
    return Linked(incident, ordered)


def common_days(tellings: Sequence[Telling]) -> tuple[date | None, date | None]:
    """The days that most tellings allow, dated by words where any is; the narrowest where they exclude one another."""
    known = [t.days for t in tellings if t.dated and t.days] or [t.days for t in tellings if t.days]
    if not known:
        return None, None
    return min(known, key=lambda days: (-sum(compare.overlap(days, other) for other in known), days[1] - days[0], days))


def _disputed(tellings: Sequence[Telling]) -> Iterator[str]:
    """The fields in which tellings exclude one another."""
    pairs = list(combinations(tellings, 2))
    if any(a.dated and b.dated and compare.time(a, b) == "apart" for a, b in pairs):
        yield "date"
    if any(compare.place(a, b) in ("different", "near") for a, b in pairs):
        yield "place"
    if any("different" in compare.parties(a, b) for a, b in pairs):
        yield "actors"
    if len({t.event.status.value == "denied" for t in tellings}) > 1:
        yield "status"
    for name in ("dead", "wounded", "size"):
        values = {getattr(t.event.magnitude, name) for t in tellings if t.event.magnitude} - {None}
        if len(values) > 1:
            yield name
