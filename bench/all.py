"""Every figure on the public data and the gold reports in one table, as the README quotes it with --markdown.

python bench/all.py [--data DIR] [--gold DIR] [--reports DIR] [--markdown]
"""

import sys
from collections.abc import Iterator

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
    """The figures of every command; what has no data is named on standard error."""
    for part in PARTS:
        try:
            yield from part(options)
        except AbsentError as absent:
            print(f"bench: {part.__module__}: {absent}", file=sys.stderr)


if __name__ == "__main__":
    raise SystemExit(run(__doc__, measure))
