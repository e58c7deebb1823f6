"""`dragoman relate`."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.options import Codebook, Parser, Quiet
from dragoman.cli.output import write_results
from dragoman.cli.sources import open_workshop
from dragoman.model import Failure
from dragoman.usecases.relate import Question, read_questions, relate_all

STDIN = "-"
Pairs = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE…|-",
        help='JSON-lines files, or - for standard input: objects with "text", "source" and "target".',
        show_default=False,
    ),
]
Threshold = Annotated[
    float, typer.Option("--threshold", metavar="SCORE", min=0.0, max=1.0, help="No type where the score is below this.")
]


def relate(
    paths: Pairs, threshold: Threshold = 0.0, parser: Parser = None, codebook: Codebook = None, quiet: Quiet = False
) -> int:
    """Say what relates two given spans of a text.

    Writes each line as it was given, with the type of what the source does to the target, its mode, CAMEO code, score,
    rule and words. Source and target are [start, end] in characters, or null.
    """
    workshop = open_workshop(parser=parser, codebook=codebook)
    settings = workshop.settings
    found = relate_all(workshop.relater(), questions(paths), threshold, settings.batch, settings.language)
    return write_results(found, quiet, "pair")


def questions(paths: Sequence[str]) -> Iterator[Question | Failure]:
    """The questions of every file in turn; a file that cannot be read is a Failure."""
    for path in paths:
        if path == STDIN:
            yield from read_questions(sys.stdin.buffer, "standard input")
            continue
        try:
            with Path(path).open("rb") as lines:
                yield from read_questions(lines, path)
        except (OSError, ValueError) as error:  # ValueError: a NUL byte in the path
            reason = getattr(error, "strerror", None) or str(error)
            yield Failure(path, f"cannot be read ({reason}); check the path and its permissions")
