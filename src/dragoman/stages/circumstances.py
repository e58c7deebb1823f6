"""When, where and whether: what stands around an act, chosen for it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from dragoman.model import (
    Coded,
    Cue,
    Interval,
    Place,
    PlaceMention,
    Reading,
    Sentence,
    Span,
    Time,
    Tree,
)
from dragoman.stages import slots
from dragoman.stages.acts import Act
from dragoman.stages.citations import RULE as CITATION
from dragoman.stages.grammar import by_sentence

V = TypeVar("V")
STATUS_ORDER = ("denied", "possible", "planned")
SITE = frozenset(
    {
        "in",
        "at",
        "on",
        "near",
        "outside",
        "inside",
        "around",
        "across",
        "over",
        "within",
        "along",
        "off",
        "throughout",
        "into",
        "through",
    }
)
GOAL = frozenset({"to", "in", "into", "at", "for"})
REFUSALS = {"031": "121", "033": "122", "034": "123", "035": "124", "036": "125", "039": "126", "037": "127"}
HAPPENINGS = frozenset({"incident", "attack", "strike", "clash", "shooting", "explosion", "accident", "raid", "crash"})
SIDES = frozenset({"country", "nation", "side", "state", "people", "party", "government"})
VISITS = frozenset({"042", "043", "04"})
CARRIED = 3  # sentences over which a date or place told once still holds in its paragraph


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence of a reading with its tree, and what was found in it."""

    reading: Reading
    number: int
    sentence: Sentence
    tree: Tree
    times: tuple[Time, ...]
    places: tuple[PlaceMention, ...]
    states: Mapping[str, str]


def make_scenes(reading: Reading, states: Mapping[str, str]) -> Iterator[Scene]:
    """The parsed sentences, each with its times and places but for those inside a citation."""
    cited = [a.cue for a in reading.attributions if a.rule == CITATION]
    times = by_sentence(reading, [t for t in reading.times if not any(c.covers(t.span) for c in cited)])
    places = by_sentence(reading, [p for p in reading.places if not any(c.covers(p.span) for c in cited)])
    for number, (sentence, tree) in enumerate(zip(reading.sentences, reading.trees, strict=True)):
        if tree is not None:
            yield Scene(reading, number, sentence, tree, tuple(times[number]), tuple(places[number]), states)


def phrase_of(scene: Scene, act: Act) -> Span | None:
    """The noun phrase of an act that only a noun names; None where a verb carries it."""
    if slots.is_verb(scene.tree, act.trigger.head) or act.trigger.verb is not None:
        return None
    return scene.reading.tokens.span(*scene.tree.subtree(act.trigger.head))


def status_of(cues: Iterable[Cue], words: Span, phrase: Span | None) -> Coded[str]:
    """The gravest cue whose scope covers the words that name the act; factual where none does.

    What a bare noun names is taken for granted: only a cue that reaches no further than its phrase changes it.
    """
    found: dict[str, Cue] = {}
    for cue in cues:
        if phrase is not None and not phrase.covers(cue.scope):
            continue
        if cue.scope.covers(words) and not cue.span.overlaps(words):
            found.setdefault(cue.kind, cue)
    for status in STATUS_ORDER:
        if status in found:
            cue = found[status]
            return Coded(status, cue.rule, (cue.span,), 0.8)
    return Coded("factual", "default/factual", (), 0.8)


def refused(act: Act, status: Coded[str]) -> tuple[Act, Coded[str]]:
    """Not willing to help is a refusal that happened, no agreement that did not."""
    if act.type != "AGREE" or not status.rule.endswith("#not"):
        return act, status
    code = REFUSALS.get(act.cameo[:3], "120")
    rest = act.cameo[3:] if code != "120" else ""
    return replace(act, type="REJECT", cameo=code + rest), Coded("factual", status.rule, status.evidence, status.score)


def has_cue(cues: Iterable[Cue], words: Span, kind: str) -> bool:
    """Whether a cue of one kind reaches the words."""
    return any(cue.kind == kind and cue.scope.covers(words) for cue in cues)


def time_of(scene: Scene, act: Act, happened: bool) -> Coded[Interval] | None:
    """The time told nearest to the act, in its own clause first; none after publication if it has happened."""
    limit = scene.reading.document.published if happened else None
    dated = [t for t in scene.times if (t.earliest or t.latest) and not (limit and _ahead(t, limit))]
    if not dated:
        return None
    best = min(dated, key=lambda t: _distance(scene, act, t.span))
    interval = Interval(best.earliest, best.latest, best.granularity)
    return Coded(interval, best.rule, (best.span,), best.score)


def _ahead(time: Time, limit: date) -> bool:
    """Whether a time looks forward from a day: within two months, next week."""
    return time.earliest is not None and time.earliest >= limit and (time.latest is None or time.latest > limit)


def _distance(scene: Scene, act: Act, span: Span) -> tuple[int, int]:
    """Steps in the tree from the act to the words, steps down from the act counting least."""
    token = _token_at(scene, span)
    return (_steps(scene.tree, act.trigger.head, token), abs(token - act.trigger.head))


def _token_at(scene: Scene, span: Span) -> int:
    """The token of a span that hangs highest in the tree."""
    inside = scene.reading.tokens.inside(span) or (scene.tree.first,)
    return min(inside, key=lambda i: sum(1 for _ in scene.tree.ancestors(i)))


def _steps(tree: Tree, a: int, b: int) -> int:
    up_a, up_b = [a, *tree.ancestors(a)], [b, *tree.ancestors(b)]
    shared = next((k for k in up_a if k in up_b), up_a[-1])
    return 2 * up_a.index(shared) + (up_b.index(shared) if shared in up_b else len(up_b))


def place_of(scene: Scene, act: Act) -> Coded[Place] | None:
    """Where it happened: what a preposition of place brings, the goal of a visit, the place that is struck."""
    ranked = [
        (rank, _distance(scene, act, p.span), p) for p in scene.places if (rank := _rank(scene, act, p)) is not None
    ]
    if not ranked:
        return None
    rank, _, best = min(ranked, key=lambda r: (r[0], _vague(r[2]), r[1]))
    return Coded(best.place, best.rule, (best.span,), 0.8 if rank == 0 else 0.6)


def _vague(mention: PlaceMention) -> int:
    return mention.place.precision in ("country", "region")


def _rank(scene: Scene, act: Act, mention: PlaceMention) -> int | None:
    """0 beside the act itself, 1 elsewhere in its clause; None where the words are no site of it."""
    tree = scene.tree
    i = _token_at(scene, mention.span)
    head, verb = act.trigger.head, act.trigger.verb
    words = slots.case_words(tree, i)
    near = tree.head(i) in {head, verb, *act.trigger.words}
    if act.cameo[:3] in VISITS and words & GOAL and near:
        return 0
    if words & SITE and near:
        return 0
    if act.cameo[:3] in VISITS and not words & {"from"} and _inside_recipient(scene, act, mention):
        return 0
    if act.type == "ASSAULT" and _inside_recipient(scene, act, mention):
        return 0
    if (
        act.type == "AID"
        and mention.kind == "country"
        and any(mention.span.overlaps(span) for party in act.recipients for span in party.evidence)
    ):
        return 1
    if words & SITE and (head in tree.ancestors(i) or tree.head(i) in tree.ancestors(head)):
        return 1
    return None


def _inside_recipient(scene: Scene, act: Act, mention: PlaceMention) -> bool:
    spans = [span for party in act.recipients for span in party.evidence]
    if any(mention.span.overlaps(span) for span in spans):
        return True
    tree = scene.tree
    i = _token_at(scene, mention.span)
    return (
        tree.dep(i) in ("compound", "nmod", "obj", "appos")
        and act.trigger.head in (tree.head(i), *list(tree.ancestors(i))[:3])
        and bool(slots.case_words(tree, i) & {"on", "against", "of", "at", "in"} or tree.dep(i) in ("compound", "obj"))
    )


def two_sides(scene: Scene, act: Act) -> Span | None:
    """Words of the act's sentence for the two states that met: the two countries, both nations, bilateral."""
    lower, tree = scene.reading.tokens.lower, scene.tree
    for i in range(tree.first, tree.last):
        if lower[i] == "bilateral":
            return scene.reading.tokens.span(i, i + 1)
        if tree.lemma(i) in SIDES and any(lower[k] in ("two", "both") for k in tree.kids(i, "nummod", "det")):
            return scene.reading.tokens.span(max(tree.subtree(i)[0], i - 2), i + 1)
    return None


def carried(previous: Iterable[tuple[Scene, Coded[V]]], scene: Scene) -> Coded[V] | None:
    """The value that the last act of the same paragraph was given, while it is near."""
    latest = None
    for earlier, coded in previous:
        if earlier.sentence.section == scene.sentence.section and scene.number - earlier.number <= CARRIED:
            latest = coded
    return replace(latest, rule="context/paragraph", score=latest.score * 0.7) if latest is not None else None


def taken_up(previous: Sequence[tuple[Scene, Coded[V]]], scene: Scene) -> Coded[V] | None:
    """The last date of all, where a sentence takes up what was told: **the incident**, this attack."""
    lower, tree = scene.reading.tokens.lower, scene.tree
    again = any(
        tree.lemma(i) in HAPPENINGS and any(lower[k] in ("the", "this", "that") for k in tree.kids(i, "det"))
        for i in range(tree.first, tree.last)
    )
    if not previous or not again or scene.number - previous[-1][0].number > CARRIED:
        return None
    latest = previous[-1][1]
    return replace(latest, rule="context/taken-up", score=latest.score * 0.6)


def not_after_report(time: Coded[Interval], reported: date | None) -> Coded[Interval]:
    """What was reported on a day had happened by then: a vague interval ends there."""
    interval = time.value
    if reported is None or interval.end is None or interval.end <= reported:
        return time
    if interval.start is not None and interval.start > reported:
        return time
    return replace(time, value=replace(interval, end=reported))


def published_time(published: date | None) -> Coded[Interval] | None:
    """The day before publication, or of a dated source, and the day itself stand in for a date that nothing tells."""
    if published is None:
        return None
    return Coded(Interval(published - timedelta(days=1), published, "day"), "default/published", (), 0.4)
