"""Outlets on a terminal, or in a pipe."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from dragoman.cli.output import counted, harmless
from dragoman.cli.tables import as_cells, make_console, make_table, print_rows
from dragoman.model import Grade
from dragoman.usecases.outlets import Card, Page


def cards(found: Sequence[Card], quiet: bool) -> None:
    """The list."""
    drawn = make_table("name", "country", "kind", "ownership", "owner", "reliability", "id")
    for card in found:
        words = (card.name, card.country or "", card.kind, card.ownership, card.owner, card.reliability or "", card.id)
        drawn.add_row(*as_cells(*words))
    print_rows(drawn, counted(len(found), "outlet"), "no outlets; widen --country, --kind and --query", quiet)


def pages(found: Sequence[Page], _: bool) -> None:
    """All that is known of outlets."""
    console = make_console()
    for page in found:
        _page(console, page)


def _page(console: Console, page: Page) -> None:
    card = page.card
    about = ", ".join(part for part in (card.country, card.kind, card.ownership, card.owner) if part)
    console.print(Text(card.name, style="bold"), Text(f"{card.id}: {about}"), soft_wrap=True)
    _line(console, "also called", page.names[1:])
    _line(console, "domains", page.domains)
    _line(console, "cited by reports", page.reports)
    for said in page.said:
        console.print(Text(harmless(f"report {said.report} says of it: “{said.words}”")), soft_wrap=True)
    for given in page.grades:
        console.print(Text(harmless(_grade(given))), soft_wrap=True)


def _line(console: Console, head: str, words: Sequence[str]) -> None:
    if words:
        console.print(Text(harmless(f"{head}: {', '.join(words)}")), soft_wrap=True)


def _grade(given: Grade) -> str:
    what = (
        f"reliability {given.reliability}"
        if given.reliability
        else f"credibility {given.credibility} in {given.record}"
    )
    why = f": {given.why}" if given.why else ""
    return f"{given.at:%Y-%m-%d %H:%M} {given.by}, {what}{why}"
