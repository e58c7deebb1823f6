"""How much each level of each feature says for, or against, a sighting being a known actor."""

from collections.abc import Callable, Mapping

from dragoman.linking import actor_features as features
from dragoman.model import Profile, Sighting

Feature = Callable[[Sighting, Profile], str]

SAME = 5.0  # from this score on a sighting is taken for the actor
UNSURE = 3.0  # from this score on it may be
NEVER = float("-inf")

WEIGHTS: Mapping[Feature, Mapping[str, float]] = {
    features.post: {
        "held": 4.0, "likewise": 2.0, "lately": 2.5, "title": 1.0, "unknown": 0.0, "otherwise": -1.0, "never": -2.0
    },
    features.country: {"same": 1.0, "unknown": 0.0, "different": -3.0},
    features.body: {"same": 1.5, "unknown": 0.0},
    features.sector: {"same": 0.5, "unknown": 0.0, "different": -0.5},
    features.kind: {"same": 0.0, "different": NEVER},
    features.company: {"much": 1.0, "some": 0.5, "none": 0.0},
    features.lexicon: {"yes": 3.5, "no": 0.0},
    features.here: {"yes": 4.5, "no": 0.0},
    features.filed: {"yes": 2.0, "no": 0.0},
    features.name: {"same": 4.0, "alike": 3.0, "near": 2.0, "part": 1.5, "none": 0.0, "clash": -6.0},
}  # fmt: skip
MOST_OF_NAME = max(WEIGHTS[features.name].values())


def score(sighting: Sighting, profile: Profile) -> tuple[float, tuple[str, ...]]:
    """The sum of the weights, and what each feature that says something answered: "name: same"."""
    total, why = 0.0, []
    for feature, weights in WEIGHTS.items():
        if feature is features.name and total + MOST_OF_NAME < UNSURE:
            break  # names are dear to compare, and none could help any more
        level = feature(sighting, profile)
        if weight := weights[level]:
            total += weight
            why.append(f"{feature.__name__}: {level}")
    return total, tuple(why)


def answer(value: float) -> str:
    """What a score says: same, unsure or different."""
    return "same" if value >= SAME else "unsure" if value >= UNSURE else "different"


def questions() -> tuple[tuple[str, str, Mapping[str, float]], ...]:
    """Each feature by name with the question it asks and what its answers weigh, for people to read."""
    return tuple((f.__name__, (f.__doc__ or "").partition("\n")[0], weights) for f, weights in WEIGHTS.items())
