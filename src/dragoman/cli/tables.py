"""Tables as every verb draws them: on a terminal with colours, in a pipe without any and as wide as they are."""

import sys

from rich import box
from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from dragoman.cli.output import harmless, note

WIDE = 10_000  # columns in a pipe, so that nothing is wrapped or cut there


def make_console(piped: int = WIDE) -> Console:
    """Standard output; in a pipe so many columns wide."""
    terminal = sys.stdout.isatty()
    return Console(file=sys.stdout, highlight=False, width=None if terminal else piped)


def make_table(*heads: str | Column, title: str | None = None) -> Table:
    """A table with these columns; long cells are folded, never cut."""
    columns = (Column(head, overflow="fold") if isinstance(head, str) else head for head in heads)
    return Table(*columns, box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, title=title, title_justify="left")


def as_cells(*words: object) -> tuple[Text, ...]:
    """The cells of a row, empty for None; what steers a terminal is made visible."""
    return tuple(Text("" if word is None else harmless(str(word))) for word in words)


def print_rows(table: Table, told: str, none: str, quiet: bool) -> None:
    """Print a table and note what it holds; where it has no rows, only what to do about it."""
    if table.row_count:
        make_console().print(table)
    note(told if table.row_count else none, quiet)
