"""How well `score` tells the chance of being right: expected calibration error, bins, with fits that would mend it.

    python bench/calibration.py [--data DIR] [--gold DIR] [--reports DIR] [--markdown]

Right means: on PLOVER's records, one of the event's triples is one of gold's (events without a triple are left out, and
gold mostly lists one event a sentence, so the chance is a floor); on the reports with gold, the event answers a gold
event and its parties agree (repeats are left out).
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from common import GSR, AbsentError, Figure, Options, Row, coded, jsonl, reports_in, reports_of, run, table
from event_scores import Answers, answered, parties_agree
from triples import events_of, gold_triples, is_right, triples_of

BINS = 10
STEPS = 200  # of Newton's method; it stops by itself long before
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
    """All figures of this command."""
    parts = {"PLOVER records": judged_records(options)}
    try:
        parts["reports with gold"] = judged_reports(options)
    except AbsentError as absent:
        print(f"left out: {absent}")
    parts["both"] = [event for part in parts.values() for event in part]
    for on, events in parts.items():
        print(f"\n{on}: {len(events)} events", *bin_table(events), "", *suggestions(events), sep="\n")
        yield Figure("expected calibration error of score", on, f"{expected_error(events):.3f} ({len(events)} events)")
        yield Figure("the same after a logistic fit on other events", on, f"{refitted_error(events):.3f}")
        yield Figure("chance that a right event outscores a wrong one", on, f"{area(events):.3f}")
    print()


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
    return lambda score: 1 / (1 + math.exp(-(slope * logit(score) + offset)))


def logistic_fit(events: Sequence[Judged]) -> tuple[float, float]:
    """Slope and offset on the log odds of the score, by Newton's method."""
    slope, offset = 1.0, 0.0
    points = [(logit(event.score), float(event.right)) for event in events]
    for _ in range(STEPS):
        rates = [1 / (1 + math.exp(-(slope * x + offset))) for x, _ in points]
        first = sum((y - p) * x for (x, y), p in zip(points, rates, strict=True)) - RIDGE * (slope - 1)
        second = sum(y - p for (_, y), p in zip(points, rates, strict=True)) - RIDGE * offset
        weights = [(p * (1 - p), x) for (x, _), p in zip(points, rates, strict=True)]
        xx, x1, one = (sum(w * x**k for w, x in weights) + (RIDGE if k != 1 else 0) for k in (2, 1, 0))
        size = xx * one - x1 * x1
        step = ((one * first - x1 * second) / size, (xx * second - x1 * first) / size)
        slope, offset = slope + step[0], offset + step[1]
        if max(map(abs, step)) < 1e-9:
            break
    return slope, offset


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
    for event in sorted(events, key=lambda event: event.score):
        blocks.append((event.score, int(event.right), 1))
        while len(blocks) > 1 and blocks[-2][1] * blocks[-1][2] >= blocks[-1][1] * blocks[-2][2]:
            last, before = blocks.pop(), blocks.pop()
            blocks.append((before[0], before[1] + last[1], before[2] + last[2]))
    return [(start, right / size) for start, right, size in blocks]


if __name__ == "__main__":
    raise SystemExit(run(__doc__, measure))
