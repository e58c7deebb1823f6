"""How much each level of each feature says for, or against, two tellings being one thing that happened."""

from collections.abc import Callable, Mapping

from dragoman.linking import compare
from dragoman.linking.tellings import Telling

Feature = Callable[[Telling, Telling], str]

TOGETHER = 4.0  # from this score on two tellings are taken as one
NEVER = float("-inf")


def _both_sides(side: Mapping[str, float]) -> dict[str, float]:
    """Weights of "actors-recipients" out of those of one side; two sides that differ rule it out."""
    ranked = sorted(side, key=compare.LEVELS.index, reverse=True)
    pairs = {f"{a}-{b}": side[a] + side[b] for i, a in enumerate(ranked) for b in ranked[i:]}
    return pairs | {"different-different": NEVER}


WEIGHTS: Mapping[Feature, Mapping[str, float]] = {
    compare.parties: _both_sides({"person": 3.0, "same": 2.0, "alike": 1.0, "unknown": 0.0, "different": -3.0}),
    compare.once: {"yes": 2.0, "no": 0.0},
    compare.place: {
        "same": 2.0, "within": 0.75, "country": 0.5, "near": 0.0, "unknown": 0.0, "different": -4.0
    },
    compare.time: {
        "day": 2.0, "overlap": 1.0, "wide": 0.0, "assumed": 0.0, "before": -1.5, "unknown": -1.0, "apart": -2.0
    },
    compare.kind: {"code": 0.75, "root": 0.5, "family": 0.0},
    compare.numbers: {"shared": 1.5, "none": 0.0},
    compare.words: {"most": 2.5, "many": 1.25, "some": 0.25, "few": -0.5},
    compare.report: {"sentence": 1.0, "one": -0.75, "two": 0.0},
    compare.phase: {"same": 0.0, "clash": NEVER},
}  # fmt: skip


def score(a: Telling, b: Telling) -> float:
    """The sum of the weights; NEVER where one level rules it out."""
    return sum(weights[feature(a, b)] for feature, weights in WEIGHTS.items())


def reasons(a: Telling, b: Telling) -> tuple[tuple[str, str, float], ...]:
    """What each feature found and what it weighs: the question it asks, its answer, the weight."""
    answers = ((feature, feature(a, b)) for feature in WEIGHTS)
    return tuple((feature.__doc__ or "", answer, WEIGHTS[feature][answer]) for feature, answer in answers)
