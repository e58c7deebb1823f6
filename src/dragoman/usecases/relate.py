"""What relates two given spans of a text: questions as JSON lines in, the same lines with the answer out."""

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from dragoman.errors import BadReport
from dragoman.model import Failure, Reading, Report, Span
from dragoman.model.pair import Link, Pair
from dragoman.pipeline import BATCH, Pipeline
from dragoman.usecases.code import make_report, read_all, tried
from dragoman.usecases.inputs import parsed
from dragoman.usecases.records import Record

SIDES = ("source", "target")


@dataclass(frozen=True, slots=True)
class Relater:
    """What answers: the pipeline that reads a text, and the function that finds what relates a pair in it."""

    pipeline: Pipeline
    find: Callable[[Reading, Pair], Link]


@dataclass(frozen=True, slots=True)
class Question:
    """A line that was given: its text as a report, and the pair that it asks about."""

    line: Mapping[str, Any]
    report: Report
    pair: Pair


def read_questions(lines: Iterable[bytes], where: str) -> Iterator[Question | Failure]:
    """A question, or a Failure with the line's number, for each line that is not empty."""
    number = 0
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _attempt(line, f"{where}:{number}")
    if not number:
        yield Failure(where, 'is empty; give one JSON object with "text", "source" and "target" per line')


def _attempt(line: bytes, where: str) -> Question | Failure:
    try:
        return _question(parsed(line, where), where)
    except BadReport as error:
        return Failure(error.where, error.problem)


def _question(value: Any, where: str) -> Question:
    if not isinstance(value, dict):
        raise BadReport(
            where, f'a question is an object with "text", "source" and "target", got {type(value).__name__}'
        )
    report = make_report(value.get("text"), id=where)  # type: ignore[arg-type]  # it says so where that is no string
    source, target = (_span(value.get(side), report.text.content, f'"{side}"', where) for side in SIDES)
    return Question(value, report, Pair(source, target))


def make_pair(text: str, source: tuple[int, int] | Span | None, target: tuple[int, int] | Span | None) -> Pair:
    """A pair of spans that lie in a text. Raises BadReport where one does not."""
    first, second = (
        _span(_ends(given), text, side, "text") for given, side in zip((source, target), SIDES, strict=True)
    )
    return Pair(first, second)


def _ends(given: tuple[int, int] | Span | None) -> Any:
    return (given.start, given.end) if isinstance(given, Span) else given


def _span(value: Any, text: str, side: str, where: str) -> Span | None:
    if value is None:
        return None
    whole = isinstance(value, list | tuple) and len(value) == 2 and all(type(number) is int for number in value)
    if not whole:
        raise BadReport(where, f"{side} is [start, end] in characters, or null, got {json.dumps(value)[:80]}")
    start, end = value
    if not 0 <= start < end <= len(text):
        raise BadReport(where, f"{side} [{start}, {end}] does not lie in the text of {len(text):,} characters")
    return Span(start, end)


def relate_all(
    relater: Relater,
    items: Iterable[Question | Failure],
    threshold: float = 0.0,
    batch: int = BATCH,
    language: str = "en",
) -> Iterator[tuple[Record] | Failure]:
    """Each question's line with its answer, in the order given; failures are passed on in their place."""
    waiting: deque[Question | Failure] = deque()

    def reports() -> Iterator[Report | Failure]:
        for item in items:
            waiting.append(item)
            yield item.report if isinstance(item, Question) else item

    for reading in read_all(relater.pipeline, reports(), batch, language):
        question = waiting.popleft()
        if isinstance(reading, Failure):
            yield reading
        elif isinstance(question, Question):
            yield tried(partial(_answered, relater, question, reading, threshold), reading.report)


def _answered(relater: Relater, question: Question, reading: Reading, threshold: float) -> tuple[Record]:
    link = relater.find(reading, question.pair)
    return ({**question.line, **answer(link, reading.content, threshold)},)


def answer(link: Link, text: str, threshold: float) -> Record:
    """What a line is answered with; below the threshold no type, but the score of the best one."""
    if link.type.score < threshold:
        return dict.fromkeys(("type", "mode", "cameo")) | {
            "score": link.type.score,
            "rule": None,
            "way": None,
            "evidence": [],
        }
    return {
        "type": link.type.value,
        "mode": link.mode,
        "cameo": link.cameo,
        "score": link.type.score,
        "rule": link.type.rule,
        "way": link.way,
        "evidence": [_words(span, text) for span in link.type.evidence],
    }


def _words(span: Span, text: str) -> Record:
    return {"start": span.start, "end": span.end, "text": span.of(text)}
