"""When an act was done: the time told beside it, in its paragraph, or else the report's day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dragoman.model import Coded, Interval, Span, Time
from dragoman.stages.act import Act, carrier
from dragoman.stages.scenes import CARRIED, Scene, carried, distance, token_at
from dragoman.stages.sources import reported_on

ATTRIBUTIVE = frozenset({"compound", "amod", "nmod:poss"})
RELATIVE = frozenset({"acl", "acl:relcl"})
HAPPENINGS = frozenset({"incident", "attack", "strike", "clash", "shooting", "explosion", "accident", "raid", "crash"})


def time_of(
    scene: Scene, act: Act, words: Span, before: Sequence[tuple[Scene, Coded[Interval]]], vague: bool
) -> Coded[Interval] | None:
    """The date told beside the act, else the paragraph's, else the report's day; vague acts only take their own."""
    reported = reported_on(scene.said, words)
    told = _told(scene, act, happened=not vague)
    if vague:
        return told
    told = told or carried(before, scene) or _told_before(scene) or taken_up(before, scene)
    if told is not None:
        return not_after_report(told, reported)
    return published_time(reported or scene.reading.document.published)


def _told(scene: Scene, act: Act, happened: bool) -> Coded[Interval] | None:
    """The time told nearest to the act, in its own clause first; none after publication if it has happened."""
    limit = scene.reading.document.published if happened else None
    words = scene.reading.tokens.span(act.trigger.head, act.trigger.head + 1)
    dated = [
        t
        for t in scene.times
        if (t.earliest or t.latest)
        and not (limit and _ahead(t, limit))
        and not t.span.covers(words)  # a day before the visit is no day of the visit
        and not _of_another(scene, act, t)
    ]
    if not dated:
        return None
    best = min(dated, key=lambda t: distance(scene, act, t.span))
    interval = Interval(best.earliest, best.latest, best.granularity)
    return Coded(interval, best.rule, (best.span,), best.score)


def _of_another(scene: Scene, act: Act, time: Time) -> bool:
    """Whether a time belongs to a noun or a relative clause that is not the act: sanctions imposed **in 2009**."""
    tree, own = scene.tree, {act.trigger.head, carrier(act), *act.trigger.words}
    i = token_at(scene, time.span)
    noun = tree.head(i)
    if tree.dep(i) in ATTRIBUTIVE and noun not in own and tree.tag(noun)[:1] == "N":
        return True
    above = [act.trigger.head, *tree.ancestors(act.trigger.head)]
    way = [k for k in (i, *tree.ancestors(i)) if k not in above]
    return any(tree.dep(k) in RELATIVE for k in way)


def _told_before(scene: Scene) -> Coded[Interval] | None:
    """The day that the paragraph told for something that was not coded: on February 26 he spoke on the phone."""
    day, limit = scene.day, scene.reading.document.published
    if day is None or (limit and _ahead(day, limit)):
        return None
    return Coded(Interval(day.earliest, day.latest, "day"), "context/paragraph", (day.span,), day.score * 0.6)


def _ahead(time: Time, limit: date) -> bool:
    """Whether a time looks forward from a day: within two months, next week."""
    return time.earliest is not None and time.earliest >= limit and (time.latest is None or time.latest > limit)


def taken_up(previous: Sequence[tuple[Scene, Coded[Interval]]], scene: Scene) -> Coded[Interval] | None:
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
