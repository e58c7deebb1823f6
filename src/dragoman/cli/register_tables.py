"""Claims and transfers on a terminal, or in a pipe: a line each under what they share, cut to the width there is."""

import os
from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Console
from rich.text import Text

from dragoman.cli.output import counted, harmless, note
from dragoman.cli.tables import make_console
from dragoman.usecases.questions import Answer, Question
from dragoman.usecases.records import Record
from dragoman.usecases.register import Entry

PIPED = 120  # columns where no terminal and no COLUMNS tell
NARROWEST = 40
FEWER = "give fewer words, or none for all"
BETWEEN = " · "
BOUNDS = ("about", "at least", "at most")


def claims(found: Sequence[Question], quiet: bool) -> None:
    """First the questions with several answers, each with its claims; then the other claims by report."""
    several = [question for question in found if len(question.answers) > 1]
    alone = [(question.measure, question.answers[0]) for question in found if len(question.answers) == 1]
    console = _console()
    for question in several:
        _question(console, question)
    for report, answers in groupby(sorted(alone, key=_place), key=lambda told: _report(told[1])):
        _block(console, report, [(_words(*_claim(measure, a)), a.record["id"]) for measure, a in answers])
    if not found:
        note(f"no claims; {FEWER}", quiet)
        return
    told = counted(sum(len(question.answers) for question in found), "claim")
    note(f"{told} on {counted(len(found), 'question')}, {len(several)} of them with several answers", quiet)


def _question(console: Console, question: Question) -> None:
    """A question with its answers; the report in the heading where they share it."""
    reports = {_report(answer) for answer in question.answers}
    shared = reports.pop() if len(reports) == 1 else ""
    lines = [
        (_words(*_claim("", answer), "" if shared else _report(answer)), answer.record["id"])
        for answer in question.answers
    ]
    _block(console, _words(f"{question.measure}: {counted(len(lines), 'answer')}", shared), lines)


def _place(told: tuple[str, Answer]) -> tuple[str, str, int]:
    """By report, in the order of its sentences."""
    record = told[1].record
    return (_report(told[1]), record["report"], record["sentence"]["start"])


def _claim(measure: str, answer: Answer) -> Iterator[str]:
    """What a line says of a claim; its measure where no heading says it."""
    record = answer.record
    marked = f"{answer.bound} {answer.amount}" if answer.bound in BOUNDS else answer.amount
    unit = f"{record['unit']} per {record['per']}" if record["per"] else record["unit"]
    yield f"{measure}: {marked} {unit}" if measure else f"{marked} {unit}"
    yield from (_named(*side) for side in answer.sides)
    yield _named("says", "; ".join(answer.claimed_by))
    yield _days(record["period"])
    yield _named("as of", _days(record["as_of"]))
    yield ", ".join(flag for flag in answer.flags if flag not in BOUNDS and flag != "exact")


def _report(answer: Answer) -> str:
    """The title of a report, else its id, with its day."""
    title = answer.title or answer.record["report"]
    return f"{title} ({answer.published})" if answer.published else title


def transfers(found: Sequence[Entry], quiet: bool) -> None:
    """A line for each transfer, under its supplier and recipient."""
    console = _console()
    for (supplier, recipient), entries in groupby(found, key=lambda entry: (entry.supplier, entry.recipient)):
        _block(console, f"{supplier or '?'} > {recipient or '?'}",
               [(_words(*_transfer(entry)), entry.record["id"]) for entry in entries])  # fmt: skip
    note(counted(len(found), "reported transfer") if found else f"no transfers; {FEWER}", quiet)


def _transfer(entry: Entry) -> Iterator[str]:
    record = entry.record
    number = "" if record["number"] is None else f"{record['number']:,.10g} "
    yield f"{number}{record['item']} ({record['category']})"
    yield record["stage"]
    yield _days(record)
    yield _named("says", "; ".join(entry.sources))
    yield entry.title or record["report"]


def _named(word: str, value: str) -> str:
    return f"{word} {value}" if value else ""


def _words(*parts: str) -> str:
    return BETWEEN.join(part for part in parts if part)


def _days(interval: Record | None) -> str:
    """A day, or first and last day."""
    start, end = (interval.get(side) for side in ("start", "end")) if interval else (None, None)
    if start == end:
        return str(start or "")
    return f"{start or '…'} to {end or '…'}"


def _console() -> Console:
    """Standard output, as wide as the terminal or COLUMNS say."""
    told = os.environ.get("COLUMNS", "")
    return make_console(max(NARROWEST, int(told)) if told.isdecimal() else PIPED)


def _block(console: Console, heading: str, lines: Sequence[tuple[str, str]]) -> None:
    """A heading, and under it lines of words with an id at their right end; an empty line behind."""
    console.print(_cut(heading, console.width, "bold"))
    for words, name in lines:
        told = _cut(f"  {words}", console.width - len(name) - 2)
        told.pad_right(console.width - len(name) - told.cell_len)
        console.print(told.append(name, "dim"), soft_wrap=True)
    console.print()


def _cut(words: str, width: int, style: str = "") -> Text:
    """Words, with an ellipsis where they do not fit."""
    text = Text(harmless(words), style)
    text.truncate(max(width, 1), overflow="ellipsis")
    return text
