"""A linear model over named features: the weights that a type gets from each. Made by tools/train_relations.py."""

import gzip
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import exp
from pathlib import Path

from dragoman.errors import BadRule

SCALE = 100  # weights are written as whole hundredths
BIAS = ""  # the feature that always holds


@dataclass(frozen=True, slots=True)
class Weights:
    """Labels, and for each feature the labels (by number) that it speaks for or against, and how much."""

    labels: tuple[str, ...]
    table: Mapping[str, tuple[tuple[int, float], ...]]

    def scores(self, features: Iterable[str]) -> dict[str, float]:
        """The chance of each label, given the features that hold; all chances together are 1."""
        sums = [0.0] * len(self.labels)
        for feature in (BIAS, *features):
            for label, weight in self.table.get(feature, ()):
                sums[label] += weight
        highest = max(sums)
        powers = [exp(value - highest) for value in sums]
        whole = sum(powers)
        return {label: power / whole for label, power in zip(self.labels, powers, strict=True)}

    def share(self, feature: str, label: str) -> float:
        """How much a feature speaks for a label."""
        return sum(weight for k, weight in self.table.get(feature, ()) if self.labels[k] == label)


def load_weights(path: Path) -> Weights:
    """Read a gzipped table: labels on the first line, then a feature and "label:hundredths" pairs. Raises BadRule."""
    try:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            lines = file.read().splitlines()
    except (OSError, EOFError, UnicodeDecodeError, zlib.error) as error:
        raise BadRule(str(path), f"cannot be read as a gzipped table: {error}") from error
    if len(lines) < 2:
        raise BadRule(str(path), "holds no weights; train them with tools/train_relations.py")
    labels = tuple(lines[0].split("\t"))
    return Weights(labels, dict(_row(line, f"{path}:{n}", len(labels)) for n, line in enumerate(lines[1:], 2)))


def _row(line: str, where: str, labels: int) -> tuple[str, tuple[tuple[int, float], ...]]:
    feature, *cells = line.split("\t")
    try:
        pairs = [(int(label), int(weight) / SCALE) for label, _, weight in (cell.partition(":") for cell in cells)]
    except ValueError as error:
        raise BadRule(where, f"is no row of weights: {error}") from error
    if not pairs or any(not 0 <= label < labels for label, _ in pairs):
        raise BadRule(where, f"needs weights of labels 0 to {labels - 1}")
    return feature, tuple(pairs)


def weight_lines(weights: Weights) -> Iterator[str]:
    """The lines of the table, sorted, without weights that round to nothing."""
    yield "\t".join(weights.labels)
    for feature, pairs in sorted(weights.table.items()):
        cells = [f"{label}:{round(weight * SCALE)}" for label, weight in pairs if round(weight * SCALE)]
        if cells:
            yield "\t".join((feature, *cells))
