"""Multinomial logistic regression over named features, in numpy."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from dragoman.lexicon.weights import BIAS, Weights

RARE = 2  # a feature counts from this many examples on
STEPS, RATE, PENALTY = 150, 0.05, 0.3
LEAST = 0.05  # weights nearer to 0 are left out


def fit(features: Sequence[Sequence[str]], labels: Sequence[str]) -> Weights:
    """Weights that make the labels likely given the features; Adam over the whole set, penalised by squares."""
    counts = Counter(name for names in features for name in set(names))
    known = [BIAS, *sorted(name for name, count in counts.items() if count >= RARE)]
    kinds = sorted(set(labels))
    number = {name: k for k, name in enumerate(known)}
    rows = [[0, *sorted(number[name] for name in set(names) if name in number)] for names in features]
    wanted = np.zeros((len(rows), len(kinds)), np.float32)
    wanted[np.arange(len(rows)), [kinds.index(label) for label in labels]] = 1
    return _named(known, kinds, _descend(rows, wanted, len(known)))


def _descend(rows: Sequence[Sequence[int]], wanted: np.ndarray, width: int) -> np.ndarray:
    columns = np.concatenate([np.array(row) for row in rows])
    starts = np.cumsum([0, *map(len, rows)])[:-1]
    order = np.argsort(columns, kind="stable")
    owner = np.repeat(np.arange(len(rows)), [len(row) for row in rows])[order]
    present, first = np.unique(columns[order], return_index=True)
    weights = np.zeros((width, wanted.shape[1]), np.float32)
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        error = _chances(np.add.reduceat(weights[columns], starts, axis=0)) - wanted
        slope = PENALTY * weights
        slope[0] = 0
        slope[present] += np.add.reduceat(error[owner], first, axis=0)
        slope /= len(rows)
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope * slope
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return weights


def _chances(sums: np.ndarray) -> np.ndarray:
    powers = np.exp(sums - sums.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def _named(known: Sequence[str], kinds: Sequence[str], weights: np.ndarray) -> Weights:
    table = {}
    for name, row in zip(known, weights, strict=True):
        cells = tuple((k, float(weight)) for k, weight in enumerate(row) if abs(weight) >= LEAST)
        if cells:
            table[name] = cells
    return Weights(tuple(kinds), table)


def fit_trust(
    chances: Sequence[dict[str, float]],
    acts: Sequence[tuple[str, str] | None],
    labels: Sequence[str],
    counts: Sequence[float],
) -> dict[str, float]:
    """How sharp the chances by words are, and what each tie adds for the type of its act: on examples not fitted on.

    `acts` are (type, tie) of the act closest to the pair, `counts` how much each example counts. Keys of the answer are
    "sharpness" and the ties.
    """
    kinds = sorted({kind for found in chances for kind in found})
    names = ["sharpness", *sorted({act[1] for act in acts if act is not None})]
    cube = np.zeros((len(labels), len(kinds), len(names)))
    for k, (found, act) in enumerate(zip(chances, acts, strict=True)):
        cube[k, :, 0] = [np.log(max(found.get(kind, 0.0), 1e-3)) for kind in kinds]
        if act is not None and act[0] in kinds:
            cube[k, kinds.index(act[0]), names.index(act[1])] = 1
    right = np.array([kinds.index(label) for label in labels])
    trust, weights = np.zeros(len(names)), np.array(counts) / sum(counts)
    for _ in range(600):
        error = _chances(cube @ trust)
        error[np.arange(len(right)), right] -= 1
        trust -= 0.5 * np.einsum("n,nk,nkf->f", weights, error, cube)
    return dict(zip(names, trust.round(2).tolist(), strict=True))
