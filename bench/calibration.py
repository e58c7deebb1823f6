"""How well `score` tells the chance of being right: expected calibration error, bins, with fits that would mend it.

    python bench/calibration.py [--data DIR] [--gold DIR] [--reports DIR] [--markdown]

Right means: on PLOVER's records, one of the event's triples is one of gold's (events without a triple are left out, and
gold mostly lists one event a sentence, so the chance is a floor); on the reports with gold, the event answers a gold
event and its parties agree (repeats are left out).
"""

import math
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from common import GSR, AbsentError, Figure, Options, Row, coded, jsonl, reports_in, reports_of, run, table
from event_scores import Answers, answered, parties_agree
from triples import events_of, gold_triples, is_right, triples_of

BINS = 10
STEPS = 200  # of Newton's method; it stops by itself long before
LONGEST_STEP = 1.0  # so that it does not leap over the best fit
RIDGE = 1e-3  # keeps the fit finite where all events are right


@dataclass(frozen=True, slots=True)
class Judged:
    """The score of one event, and whether it is right."""

    score: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Events with scores from `low` up to, not including, `high` (the last bin holds 1, too)."""

    low: float
    high: float
    events: tuple[Judged, ...]

    @property
    def mean(self) -> float:
        return sum(event.score for event in self.events) / len(self.events)

    @property
    def rate(self) -> float:
        return sum(event.right for event in self.events) / len(self.events)


def measure(options: Options) -> Iterator[Figure]:
    """All figures of this command, with the bins and the fits printed before."""
    parts = judged(options)
    for on, events in parts.items():
        print(f"{on}: {len(events)} events", *bin_table(events), "", *suggestions(events), "", sep="\n")
    yield from figures_of(parts)


def figures(options: Options) -> Iterator[Figure]:
    """All figures and nothing else."""
    yield from figures_of(judged(options))


def judged(options: Options) -> dict[str, list[Judged]]:
    """The events of each set that is there, and of all together."""
    parts = {"PLOVER records": judged_records(options)}
    try:
        parts["reports with gold"] = judged_reports(options)
    except AbsentError as absent:
        print(f"bench: {absent}", file=sys.stderr)
    return parts | {"both": [event for part in parts.values() for event in part]}


def figures_of(parts: Mapping[str, Sequence[Judged]]) -> Iterator[Figure]:
    """Three figures a set."""
    for on, events in parts.items():
        yield Figure("expected calibration error of score", on, f"{expected_error(events):.3f} ({len(events)} events)")
        yield Figure("the same after a logistic fit on other events", on, f"{refitted_error(events):.3f}")
        yield Figure("chance that a right event outscores a wrong one", on, f"{area(events):.3f}")


def judged_records(options: Options) -> list[Judged]:
    """Events of PLOVER's records that have a triple."""
    gold = jsonl(options.data_file(GSR))
    want = {row["id"]: gold_triples(row) for row in gold}
    lines = coded(reports_of({"id": row["id"], "text": row["text"]} for row in gold))
    return [Judged(event["score"], is_right(event, want)) for event in events_of(lines) if triples_of(event)]


def judged_reports(options: Options) -> list[Judged]:
    """Events of the reports with gold."""
    gold, lines = jsonl(options.gold_file("events.jsonl")), coded(reports_in(options.report_folder()))
    return [judged for report in answered(gold, lines) for judged in judge(report)]


def judge(report: Answers) -> Iterator[Judged]:
    """The events of one report, repeats left out."""
    answers = {position: gold for gold in report.gold if (position := report.answers.get(gold["id"])) is not None}
    for position, event in enumerate(report.coded):
        if position not in report.repeats:
            gold: Row | None = answers.get(position)
            yield Judged(event["score"], gold is not None and parties_agree(event, gold))


def bins_of(events: Iterable[Judged], number: int = BINS) -> list[Bin]:
    """The bins of equal width that are not empty."""
    parts: list[list[Judged]] = [[] for _ in range(number)]
    for event in events:
        parts[min(int(event.score * number), number - 1)].append(event)
    return [Bin(k / number, (k + 1) / number, tuple(part)) for k, part in enumerate(parts) if part]


def expected_error(events: Sequence[Judged]) -> float:
    """The mean distance of score and share right over the bins, weighted by their events."""
    off = sum(len(part.events) * abs(part.mean - part.rate) for part in bins_of(events))
    return off / len(events) if events else 0.0


def area(events: Sequence[Judged]) -> float:
    """The share of pairs of a right and a wrong event in which the right one has the better score; ties count half."""
    right = [event.score for event in events if event.right]
    wrong = [event.score for event in events if not event.right]
    wins = sum((a > b) + (a == b) / 2 for a in right for b in wrong)
    return wins / (len(right) * len(wrong)) if right and wrong else math.nan


def bin_table(events: Sequence[Judged]) -> Iterator[str]:
    """The bins below each other."""
    parts = bins_of(events)
    rows = ((f"{b.low:.1f}-{b.high:.1f}", str(len(b.events)), f"{b.mean:.2f}", f"{b.rate:.2f}") for b in parts)
    return table([("score", "events", "mean score", "share right"), *rows])


def suggestions(events: Sequence[Judged]) -> Iterator[str]:
    """Two fits of the chance by the score, as lines to read."""
    slope, offset = logistic_fit(events)
    yield f"logistic: chance = 1 / (1 + exp(-({slope:.2f} * logit(score) {offset:+.2f})))"
    yield f"isotonic: {', '.join(f'up from {score:.2f}: {rate:.2f}' for score, rate in isotonic_fit(events))}"


def logit(score: float) -> float:
    """The log odds of a score, kept finite."""
    kept = min(max(score, 1e-3), 1 - 1e-3)
    return math.log(kept / (1 - kept))


def logistic(slope: float, offset: float) -> Callable[[float], float]:
    """The fitted chance of a score."""
    return lambda score: _chance(slope * logit(score) + offset)


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-min(max(odds, -30.0), 30.0)))


def logistic_fit(events: Sequence[Judged]) -> tuple[float, float]:
    """Slope and offset on the log odds of the score, by Newton's method with bounded steps."""
    points = [(logit(event.score), float(event.right)) for event in events]
    slope, offset = 1.0, 0.0
    for _ in range(STEPS):
        step = _newton_step(points, slope, offset)
        bound = min(1.0, LONGEST_STEP / max(1e-12, *map(abs, step)))
        slope, offset = slope + bound * step[0], offset + bound * step[1]
        if max(map(abs, step)) < 1e-9:
            break
    return slope, offset


def _newton_step(points: Sequence[tuple[float, float]], slope: float, offset: float) -> tuple[float, float]:
    rates = [_chance(slope * x + offset) for x, _ in points]
    weights = [rate * (1 - rate) for rate in rates]
    off = [y - rate for (_, y), rate in zip(points, rates, strict=True)]
    by_slope = sum(e * x for e, (x, _) in zip(off, points, strict=True)) - RIDGE * (slope - 1)
    by_offset = sum(off) - RIDGE * offset
    xx = sum(w * x * x for w, (x, _) in zip(weights, points, strict=True)) + RIDGE
    x1 = sum(w * x for w, (x, _) in zip(weights, points, strict=True))
    one = sum(weights) + RIDGE
    size = xx * one - x1 * x1
    return (one * by_slope - x1 * by_offset) / size, (xx * by_offset - x1 * by_slope) / size


def refitted_error(events: Sequence[Judged]) -> float:
    """The error that stays when every fifth event in turn is scored by a fit on the others."""
    folds = [events[k::5] for k in range(5)]
    refitted = list[Judged]()
    for k, fold in enumerate(folds):
        chance = logistic(*logistic_fit([event for j, other in enumerate(folds) if j != k for event in other]))
        refitted += [Judged(chance(event.score), event.right) for event in fold]
    return expected_error(refitted)


def isotonic_fit(events: Sequence[Judged]) -> list[tuple[float, float]]:
    """The rising steps that fit best (pool adjacent violators): the score where each starts, and its share right."""
    blocks: list[tuple[float, int, int]] = []  # where it starts, right ones, all
    for score, equal in groupby(sorted(events, key=_score), key=_score):
        verdicts = [event.right for event in equal]
        blocks.append((score, sum(verdicts), len(verdicts)))
        while len(blocks) > 1 and blocks[-2][1] * blocks[-1][2] >= blocks[-1][1] * blocks[-2][2]:
            last, before = blocks.pop(), blocks.pop()
            blocks.append((before[0], before[1] + last[1], before[2] + last[2]))
    return [(start, right / size) for start, right, size in blocks]


def _score(event: Judged) -> float:
    return event.score


if __name__ == "__main__":
    raise SystemExit(run(__doc__, measure))
