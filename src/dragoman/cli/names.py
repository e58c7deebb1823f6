"""`dragoman names`."""

import csv
import io
import sys
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.options import Quiet
from dragoman.cli.output import DONE, REFUSED, counted, fail, note
from dragoman.errors import BadInput
from dragoman.lazy import load_backend
from dragoman.model import Failure

STDIN = "-"
Table = Annotated[
    str,
    typer.Argument(
        metavar="FILE.csv|-",
        help="A CSV with the columns name1 and name2, or - for standard input.",
        show_default=False,
    ),
]


def names(table: Table, quiet: Quiet = False) -> int:
    """Compare pairs of names across spellings.

    Writes the rows of the table in their order, with two columns more: how likely both names are one, from 0 to 1,
    and why. From .5 on they are more likely one than not.
    """
    data, where = _read(table)
    pairs = refused = 0
    compare = load_backend("dragoman.lexicon.names:compare_names")
    for row in load_backend("dragoman.usecases.names:compare_table")(data, where, compare):
        if isinstance(row, Failure):
            refused += 1
            fail(row)
        else:
            pairs += 1
            _write(row)
    note(f"{counted(pairs - 1, 'pair')} compared{f', {refused} refused' if refused else ''}", quiet)
    return REFUSED if refused else DONE


def _read(table: str) -> tuple[bytes, str]:
    """The bytes of the table and what to call it."""
    if table == STDIN:
        return sys.stdin.buffer.read(), "standard input"
    try:
        return Path(table).read_bytes(), table
    except OSError as error:
        raise BadInput(
            f"{table}: cannot be read: {error.strerror}; give a CSV file, or - for standard input"
        ) from error


def _write(row: tuple[str, ...]) -> None:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(row)
    sys.stdout.buffer.write(line.getvalue().encode("utf-8", "replace"))
