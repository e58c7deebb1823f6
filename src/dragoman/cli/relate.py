"""`dragoman relate`."""

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from dragoman.cli.options import Codebook, Parser, Quiet
from dragoman.cli.output import write_results
from dragoman.cli.sources import called, open_file, open_workshop
from dragoman.errors import BadReport
from dragoman.model import Failure
from dragoman.usecases.relate import Question, read_questions, relate_all

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
        try:
            with open_file(path) as lines:
                yield from read_questions(lines, called(path))
        except BadReport as error:
            yield Failure(error.where, error.problem)
