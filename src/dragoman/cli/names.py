"""`dragoman names`."""

import csv
import io
import sys
from typing import Annotated

import typer

from dragoman.cli.options import Quiet
from dragoman.cli.output import DONE, REFUSED, counted, fail, note
from dragoman.cli.sources import called, open_file
from dragoman.lazy import load_backend
from dragoman.model import Failure

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
    with open_file(table) as opened:
        data = opened.read()
    pairs = refused = 0
    compare = load_backend("dragoman.lexicon.names:compare_names")
    for row in load_backend("dragoman.usecases.names:compare_table")(data, called(table), compare):
        if isinstance(row, Failure):
            refused += 1
            fail(row)
        else:
            pairs += 1
            _write(row)
    note(f"{counted(pairs - 1, 'pair')} compared{f', {refused} refused' if refused else ''}", quiet)
    return REFUSED if refused else DONE


def _write(row: tuple[str, ...]) -> None:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(row)
    sys.stdout.buffer.write(line.getvalue().encode("utf-8", "replace"))
