"""A sentence with its tree and what was found in it, and how near to each other things stand in it."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from dragoman.model import Attribution, Coded, PlaceMention, Reading, Sentence, Span, Time, Tree
from dragoman.stages.act import Act
from dragoman.stages.citations import RULE as CITATION
from dragoman.stages.datelines import written_on
from dragoman.stages.grammar import by_sentence
from dragoman.stages.sources import by_reach

V = TypeVar("V")
FOCUSED = 2
CARRIED = 3  # sentences over which a date or place told once still holds in its paragraph


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence of a reading with its tree, and what was found in it. `day` is the last that its paragraph told."""

    reading: Reading
    number: int
    sentence: Sentence
    tree: Tree
    times: tuple[Time, ...]
    places: tuple[PlaceMention, ...]
    states: Mapping[str, str]
    countries: frozenset[str]
    said: tuple[Attribution, ...]
    day: Time | None = None
    focus: str | None = None

    @property
    def only_country(self) -> str | None:
        """The country that the sentence names, outlets apart; the report's focus where it names none."""
        if not self.countries:
            return self.focus
        return next(iter(self.countries)) if len(self.countries) == 1 else None


def make_scenes(reading: Reading, states: Mapping[str, str]) -> Iterator[Scene]:
    """The parsed sentences, each with who says so, its places, and its times but a dateline's; none of a citation."""
    said = by_reach(reading)
    cited = sorted(a.cue for a in reading.attributions if a.rule == CITATION)
    written = frozenset(written_on(reading))
    times = by_sentence(reading, [t for t in reading.times if t not in written and not _inside(cited, t.span)])
    places = by_sentence(reading, [p for p in reading.places if not _inside(cited, p.span)])
    named = by_sentence(reading, [m for m in reading.mentions if m.country and m.subkind != "outlet"])
    days, focus = _days_before(reading, times), _focus(reading)
    for number, (sentence, tree) in enumerate(zip(reading.sentences, reading.trees, strict=True)):
        if tree is not None:
            countries = {m.country for m in named[number]} | {p.place.country for p in places[number]}
            yield Scene(
                reading, number, sentence, tree, tuple(times[number]), tuple(places[number]), states,
                frozenset(country for country in countries if country), tuple(said[number]), days[number], focus,
            )  # fmt: skip


def _focus(reading: Reading) -> str | None:
    """The country that a report is about: named at least twice, and as often as all others together."""
    named = Counter(m.country for m in reading.mentions if m.country and m.subkind != "outlet")
    if not named:
        return None
    country, times = named.most_common(1)[0]
    return country if times >= FOCUSED and 2 * times >= named.total() else None


def _days_before(reading: Reading, times: Sequence[Sequence[Time]]) -> list[Time | None]:
    """For each sentence the last single day that up to CARRIED sentences of its paragraph told before it."""
    days: list[Time | None] = []
    last: tuple[int, int, Time] | None = None
    for number, sentence in enumerate(reading.sentences):
        near = last is not None and last[0] == sentence.section and number - last[1] <= CARRIED
        days.append(last[2] if last is not None and near else None)
        single = [time for time in times[number] if time.granularity == "day" and time.earliest is not None]
        last = (sentence.section, number, single[0]) if single else last
    return days


def _inside(sorted_spans: Sequence[Span], span: Span) -> bool:
    """Whether one of some spans, of which no two overlap, covers another."""
    at = bisect_right(sorted_spans, span.start, key=lambda s: s.start) - 1
    return at >= 0 and sorted_spans[at].covers(span)


def distance(scene: Scene, act: Act, span: Span) -> tuple[int, int]:
    """Steps in the tree from the act to the words, steps down from the act counting least."""
    token = token_at(scene, span)
    return (steps(scene.tree, act.trigger.head, token), abs(token - act.trigger.head))


def token_at(scene: Scene, span: Span) -> int:
    """The token of a span that hangs highest in the tree."""
    inside = scene.reading.tokens.inside(span) or (scene.tree.first,)
    return min(inside, key=lambda i: sum(1 for _ in scene.tree.ancestors(i)))


def steps(tree: Tree, a: int, b: int) -> int:
    """Steps in the tree from `a` up to what both share (each counting double) and down to `b`."""
    up_a, up_b = [a, *tree.ancestors(a)], [b, *tree.ancestors(b)]
    shared = next((k for k in up_a if k in up_b), up_a[-1])
    return 2 * up_a.index(shared) + (up_b.index(shared) if shared in up_b else len(up_b))


def carried(previous: Iterable[tuple[Scene, Coded[V]]], scene: Scene) -> Coded[V] | None:
    """The value that the last act of the same paragraph was given, while it is near."""
    latest = None
    for earlier, coded in previous:
        if earlier.sentence.section == scene.sentence.section and scene.number - earlier.number <= CARRIED:
            latest = coded
    return replace(latest, rule="context/paragraph", score=latest.score * 0.7) if latest is not None else None
