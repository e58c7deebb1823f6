"""Claims and transfers on a terminal, or in a pipe."""

from collections.abc import Sequence

from rich.table import Column

from dragoman.cli.output import counted
from dragoman.cli.tables import as_cells, make_table, print_rows
from dragoman.usecases.questions import Answer, Question
from dragoman.usecases.records import Record
from dragoman.usecases.register import Entry

ITSELF = "the report itself"
FEWER = "give fewer words, or none for all"


def claims(found: Sequence[Question], quiet: bool) -> None:
    """One row for each claim; those on one question between two lines."""
    table = make_table("measure", Column("figure", justify="right"), "unit", "of", "to", "who says so", "period",
                       "as of", "comparable?", "report", "id")  # fmt: skip
    for question in found:
        for answer in question.answers:
            table.add_row(*as_cells(question.measure, *_claim(answer)))
        table.add_section()
    told = counted(sum(len(question.answers) for question in found), "claim")
    print_rows(
        table,
        f"{told} on {counted(len(found), 'question')}",
        f"no claims; {FEWER}",
        quiet,
    )


def _claim(answer: Answer) -> tuple[str, ...]:
    record = answer.record
    marked = f"{answer.bound} {answer.amount}" if answer.bound in ("about", "at least", "at most") else answer.amount
    unit = f"{record['unit']} per {record['per']}" if record["per"] else record["unit"]
    who = "; ".join(answer.claimed_by) or ITSELF
    report = answer.title or record["report"]
    return (
        marked, unit, _name(record["subject"]), _name(record["target"]), who, _days(record["period"]),
        _days(record["as_of"]), ", ".join(answer.flags), report, record["id"],
    )  # fmt: skip


def transfers(found: Sequence[Entry], quiet: bool) -> None:
    """One row for each transfer; those of one supplier to one recipient between two lines."""
    table = make_table("supplier", "recipient", "item", "category", Column("number", justify="right"), "stage", "when",
                       "who says so", "report", "id")  # fmt: skip
    for number, entry in enumerate(found):
        table.add_row(*as_cells(*_transfer(entry)))
        following = found[number + 1] if number + 1 < len(found) else None
        if following is None or (following.supplier, following.recipient) != (entry.supplier, entry.recipient):
            table.add_section()
    print_rows(
        table,
        counted(len(found), "reported transfer"),
        f"no transfers; {FEWER}",
        quiet,
    )


def _transfer(entry: Entry) -> tuple[str, ...]:
    record = entry.record
    number = "" if record["number"] is None else f"{record['number']:,.10g}"
    who = "; ".join(entry.sources) or ITSELF
    return (
        entry.supplier, entry.recipient, record["item"], record["category"], number, record["stage"],
        _days(record), who, entry.title or record["report"], record["id"],
    )  # fmt: skip


def _name(party: Record | None) -> str:
    return "" if party is None else str(party["name"])


def _days(interval: Record | None) -> str:
    """A day, or first and last day."""
    start, end = (interval.get(side) for side in ("start", "end")) if interval else (None, None)
    if start == end:
        return str(start or "")
    return f"{start or '…'} to {end or '…'}"
