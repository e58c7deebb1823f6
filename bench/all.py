"""Every figure on the public data and the gold reports in one table, as the README quotes it with --markdown.

python bench/all.py [--data DIR] [--gold DIR] [--reports DIR] [--markdown]
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import calibration
import events
import frames
import mentions
import names
import places
import registry
import relations
import speed
import status
import triples
from common import AbsentError, Figure, Options, run

PARTS = (
    events.measure, triples.measure, relations.measure, frames.measure, mentions.measure, names.measure,
    places.measure, status.measure, calibration.figures, registry.measure, speed.measure,
)  # fmt: skip


def measure(options: Options) -> Iterator[Figure]:
    """The figures of every command, each in a process of its own; what has no data is named on standard error.

    A process that has grown would lend its size to those it starts, and their memory is measured.
    """
    for part in PARTS:
        with ProcessPoolExecutor(1, get_context("spawn")) as apart:
            try:
                yield from apart.submit(figures, part, options).result()
            except AbsentError as absent:
                print(f"bench: {part.__module__}: {absent}", file=sys.stderr)


def figures(part: Callable[[Options], Iterable[Figure]], options: Options) -> list[Figure]:
    """All figures of one command."""
    return list(part(options))


if __name__ == "__main__":
    raise SystemExit(run(__doc__, measure))
