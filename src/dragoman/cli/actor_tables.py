"""Actors on a terminal, or in a pipe."""

from collections.abc import Iterable, Sequence
from datetime import date

from rich.console import Console
from rich.table import Column
from rich.text import Text

from dragoman.cli.output import counted, harmless
from dragoman.cli.tables import as_cells, make_console, make_table, print_rows
from dragoman.model import Meeting, Term
from dragoman.usecases.actors import Alias, OpenDoubt, Page
from dragoman.usecases.roll import Card, HeldOffice

NO_ACTOR = "no actors; widen --country, --kind and --query, or add reports with: dragoman add PATH"
SHOWN = 5  # reports that are named for one spelling or office


def cards(found: Sequence[Card], quiet: bool) -> None:
    """The roster."""
    table = make_table("name", "kind", "country", "office", Column("reports", justify="right"), "first", "last", "id")
    for card in found:
        cells = (card.name, card.kind, card.country or "", card.office or "", f"{card.reports}")
        table.add_row(*as_cells(*cells, _day(card.first), _day(card.last), card.id))
    print_rows(
        table,
        counted(len(found), "actor"),
        NO_ACTOR,
        quiet,
    )


def doubts(found: Sequence[OpenDoubt], quiet: bool) -> None:
    """Pairs that may be one."""
    table = make_table("actor", "may be", Column("score", justify="right"), "why", "report", "ids")
    for doubt in found:
        ids = f"{doubt.a.id} {doubt.b}"
        why, score = ", ".join(doubt.why), f"{doubt.score:.1f}"
        table.add_row(*as_cells(doubt.a.name, doubt.name, score, why, doubt.document, ids))
    told = f"{counted(len(found), 'pair')} in doubt; decide with: dragoman actors same|different A B"
    print_rows(table, told, "no pairs in doubt", quiet)


def pages(found: Sequence[Page], _: bool) -> None:
    """All that is known of actors."""
    console = make_console()
    for page in found:
        _page(console, page)


def _page(console: Console, page: Page) -> None:
    card = page.card
    about = ", ".join(part for part in (card.kind, card.country, card.sector) if part)
    told = f"{card.id}: {about}; {counted(card.reports, 'report')}"
    console.print(Text(harmless(card.name), style="bold"), Text(told))
    if page.merged:
        console.print(Text(f"also filed as {', '.join(page.merged)}, by decision"))
    _names(console, page.aliases)
    _offices(console, page.offices, page.listed)
    for words in page.contradictions:
        console.print(Text(f"Contradiction: {harmless(words)}", style="bold red"), soft_wrap=True)
    _meetings(console, page.meetings)
    if page.doubts:
        console.print("", Text("May be one with", style="bold"), sep="\n")
        for doubt in page.doubts:
            other = f"{doubt.name} [{doubt.b}]" if doubt.a.id == card.id else f"{doubt.a.name} [{doubt.a.id}]"
            console.print(Text(harmless(f"{other}: {', '.join(doubt.why)}")), soft_wrap=True)
    if page.judgements:
        console.print("", Text("Decisions", style="bold"), sep="\n")
        for j in page.judgements:
            told = f"{j.at:%Y-%m-%d %H:%M} {j.by}: {j.verdict} {j.a} {j.b} {j.name or ''} {j.why}"
            console.print(Text(harmless(" ".join(told.split()))), soft_wrap=True)


def _names(console: Console, aliases: Iterable[Alias]) -> None:
    table = make_table("name", "reports", "taken for this actor by")
    for alias in aliases:
        table.add_row(*as_cells(alias.words, _reports(alias.reports), ", ".join(alias.why) or "its first report"))
    console.print("", table, sep="\n")


def _offices(console: Console, offices: Iterable[HeldOffice], listed: Iterable[Term]) -> None:
    table = make_table("office", "of", "from", "to", "in the words of")
    for held in offices:
        told = "; ".join(f"“{words}” ({document})" for document, _, words in held.evidence[:SHOWN])
        seat = held.country or held.body or ""
        table.add_row(*as_cells(held.office, seat, _day(held.earliest), _day(held.latest), told + _more(held.evidence)))
    for term in listed:
        seat = term.country or term.body or ""
        table.add_row(*as_cells(term.office, seat, _day(term.start, "…"), _day(term.end, "…"), "list of tenures"))
    if table.row_count:
        console.print("", table, sep="\n")


def _meetings(console: Console, meetings: Iterable[tuple[Meeting, Sequence[str]]]) -> None:
    table = make_table("day", "act", "with", "place", "status", "report", "event")
    for meeting, others in meetings:
        day = _day(meeting.first) if meeting.first == meeting.last else f"{_day(meeting.first)} – {_day(meeting.last)}"
        act = " ".join(part for part in (meeting.type, meeting.mode, meeting.cameo) if part)
        cells = (day, act, ", ".join(others), meeting.place or "", meeting.status, meeting.document, meeting.record)
        table.add_row(*as_cells(*cells))
    if table.row_count:
        console.print("", table, sep="\n")


def _reports(reports: Sequence[tuple[str, date | None]]) -> str:
    told = ", ".join(f"{document} ({_day(day)})" if day else document for document, day in reports[:SHOWN])
    return told + _more(reports)


def _more(items: Sequence[object]) -> str:
    return f" and {len(items) - SHOWN} more" if len(items) > SHOWN else ""


def _day(day: date | None, open_: str = "") -> str:
    return day.isoformat() if day else open_
