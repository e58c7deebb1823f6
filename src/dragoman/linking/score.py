"""How much each level of each feature says for, or against, two tellings being one thing that happened."""

from collections.abc import Callable, Mapping

from dragoman.linking import compare
from dragoman.linking.tellings import Telling

Feature = Callable[[Telling, Telling], str]

TOGETHER = 4.0  # from this score on two tellings are taken as one
NEVER = float("-inf")

WEIGHTS: Mapping[Feature, Mapping[str, float]] = {
    compare.parties: {
        "same-same": 4.0, "same-alike": 3.25, "same-unknown": 2.0, "same-different": -1.5, "alike-alike": 2.0,
        "alike-unknown": 1.0, "alike-different": -2.0, "unknown-unknown": 0.0, "unknown-different": -3.0,
        "different-different": NEVER,
    },
    compare.place: {
        "same": 2.0, "within": 0.75, "country": 0.5, "near": 0.0, "unknown": 0.0, "different": -4.0
    },
    compare.time: {"day": 2.0, "overlap": 1.0, "wide": 0.0, "assumed": 0.0, "unknown": -1.0, "apart": -2.0},
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
