"""What relates a given pair: the type on pairs of real news, and how often each way of answering is right.

    python bench/relations.py [--data DIR] [--show] [--markdown]

The pairs (PLV) have one of 15 types: CONCEDE and RETREAT count as one, YIELD. Nothing is trained or tuned on them. An
`event` links both sides, a frame stands on the `path` between them, else the `words` are weighed. --show prints which
type was taken for which.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from calibration import Judged, expected_error
from common import Figure, Options, Row, as_lines, jsonl, run, share, table
from dragoman.assemble import build_relater
from dragoman.model import Failure
from dragoman.settings import Settings
from dragoman.usecases.relate import Relater, read_questions, relate_all

PLV = "events/plv_train.jsonl"
YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
WAYS = ("event", "path", "words")
MARK = re.compile(r"(</?[st]>)")
SIDES = {"s": "source", "t": "target"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The type of gold, the type that was answered, how, and how sure."""

    gold: str
    coded: str
    way: str
    score: float

    @property
    def right(self) -> bool:
        return self.gold == self.coded


def measure(options: Options) -> Iterator[Figure]:
    """All figures of this command."""
    gold = jsonl(options.data_file(PLV))
    verdicts, on = judge(gold, answers(map(question, gold))), f"{len(gold)} pairs of PLV"
    if options.show:
        print(*table([("gold", "coded", "pairs"), *mixed_up(verdicts)]), "", sep="\n")
        print(
            *table([("type", "F1"), *((kind, f"{f1(verdicts, kind):.3f}") for kind in kinds(verdicts))]), "", sep="\n"
        )
    yield Figure("relation: macro F1 of the type", on, f"{macro_f1(verdicts):.3f}")
    yield Figure("relation: type right", on, str(share(v.right for v in verdicts)))
    for way in WAYS:
        yield Figure(f"relation: type right, by {way}", on, str(share(v.right for v in verdicts if v.way == way)))
    yield Figure(
        "relation: calibration error", on, f"{expected_error([Judged(v.score, v.right) for v in verdicts]):.3f}"
    )


@cache
def relater() -> Relater:
    """What `dragoman relate` answers with, built once."""
    return build_relater(Settings())


def answers(rows: Iterable[Row]) -> list[Row]:
    """The lines that `dragoman relate` writes."""
    lines = as_lines(rows).splitlines()
    found = relate_all(relater(), read_questions(lines, "bench"))
    return [line for lines in found if not isinstance(lines, Failure) for line in lines]


def question(record: Row) -> Row:
    """A record as a question: the marked sentence without its marks, and where they stood."""
    text, opened, spans = "", {}, {}
    for part in MARK.split(record["marked"]):
        side = SIDES.get(part.strip("</>")) if MARK.fullmatch(part) else None
        if side is None:
            text += part
        elif part.startswith("</"):
            spans.setdefault(side, [opened[side], len(text)])
        else:
            opened.setdefault(side, len(text))
    event = record["events"][0]
    found = {side: spans.get(side) or found_in(text, event[f"{side}_text"]) for side in SIDES.values()}
    return {"id": record["id"], "text": text, **found}


def found_in(text: str, words: str) -> list[int] | None:
    """Where words of a record stand that its sentence does not mark."""
    words = words.split(" (")[0]
    start = text.lower().find(words.lower()) if words else -1
    return [start, start + len(words)] if start >= 0 else None


def judge(gold: Sequence[Row], lines: Sequence[Row]) -> list[Verdict]:
    """Each record with what was answered; a record without an answer counts as wrong."""
    given = {line["id"]: line for line in lines}
    return [verdict(row["events"][0]["code"], given.get(row["id"], {})) for row in gold]


def verdict(gold: str, line: Row) -> Verdict:
    """Gold against one line."""
    coded = line.get("type") or ""
    return Verdict(gold, YIELD.get(coded, coded), line.get("way") or "", line.get("score") or 0.0)


def kinds(verdicts: Sequence[Verdict]) -> list[str]:
    """The types of gold."""
    return sorted({v.gold for v in verdicts})


def f1(verdicts: Sequence[Verdict], kind: str) -> float:
    """F1 of one type."""
    hits = sum(v.right for v in verdicts if v.gold == kind)
    wrong = sum((v.gold == kind) != (v.coded == kind) for v in verdicts)
    return 2 * hits / (2 * hits + wrong) if hits else 0.0


def macro_f1(verdicts: Sequence[Verdict]) -> float:
    """The mean F1 of all types of gold."""
    scores = [f1(verdicts, kind) for kind in kinds(verdicts)]
    return sum(scores) / len(scores) if scores else 0.0


def mixed_up(verdicts: Iterable[Verdict]) -> list[tuple[str, str, str]]:
    """Which type was taken for which, the most frequent first."""
    counts = Counter((v.gold, v.coded) for v in verdicts if not v.right)
    return [(gold, coded, str(count)) for (gold, coded), count in counts.most_common()]


if __name__ == "__main__":
    raise SystemExit(run(__doc__, measure))
