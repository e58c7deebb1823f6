"""Whether two written names are one: what agrees, what is left out, what contradicts, each weighed by a table."""

from collections.abc import Callable, Mapping
from math import exp

from dragoman.model import NameMatch
from dragoman.text.name_features import Finding, contradiction, left_out, order, rarity, spelled
from dragoman.text.name_pairs import Pair, lay
from dragoman.text.name_parts import Name, cut
from dragoman.text.name_rules import NameRules

Feature = Callable[[Pair], Finding]

NEVER = -9.0
WEIGHTS: Mapping[Feature, Mapping[str, float]] = {
    spelled: {
        "same": 3.3, "spelling": 2.9, "acronym": 2.6, "form": 1.6, "initials": 1.4, "typing": 1.0, "doubtful": -0.6,
        "initials-only": -4.0, "nothing": NEVER,
    },
    left_out: {
        "nothing": 0.5, "one": -0.4, "few": -1.2, "front": -2.2, "end": -1.6, "many": -3.6,
        "all-but-family": -2.8, "all-but-given": -3.9, "all-but-middle": -4.2, "all-but-father": -4.5,
        "number": -2.7, "generation": -3.5, "realm": -2.2, "place": -2.5, "word": -4.5,
    },
    contradiction: {
        "none": 0.0, "family": -6.5, "given": -6.0, "patronymic": -6.0, "middle": -5.0, "initials": -6.0,
        "generation": -6.0, "number": -6.0, "series": -3.2, "place": -6.0, "word": -6.0,
    },
    order: {"kept": 0.0, "turned": -0.3, "exchanged": -5.0},
    rarity: {"rare": 0.0, "common": -1.2},
}  # fmt: skip
SILENT = frozenset({"none", "nothing", "kept", "rare"})
"""Levels that need no word in the answer."""


def compare(a: str, b: str, rules: NameRules) -> NameMatch:
    """How likely two names are one, and why. A blank name is nobody's."""
    first, second = sorted((a, b))
    one, other = cut(first, rules), cut(second, rules)
    if not first.strip():
        return NameMatch(0.0, ("blank: one of the names is empty",))
    if first == second or (one.words and _texts(one) == _texts(other)):
        return NameMatch(1.0, ("same: the same words in the same order",))
    if not one.words or not other.words:
        return NameMatch(0.0, ("unread: one of the names has neither letters nor digits",))
    return judge(lay(one, other, rules))


def _texts(name: Name) -> tuple[str, ...]:
    """The telling words; all of them where none is."""
    return tuple(word.text for word in name.words if not word.light) or tuple(word.text for word in name.words)


def judge(pair: Pair) -> NameMatch:
    """The chance that two names laid beside each other are one, and the features that spoke."""
    found = [(feature, feature(pair)) for feature in WEIGHTS]
    total = sum(WEIGHTS[feature][finding.level] for feature, finding in found)
    why = tuple(_told(feature, finding) for feature, finding in found if finding.level not in SILENT)
    return NameMatch(round(1 / (1 + exp(-total)), 4), why or (_told(*found[0]),))


def _told(feature: Feature, finding: Finding) -> str:
    """ "spelled: typing (netanyahu, natanyahu)"."""
    words = f" ({', '.join(finding.words)})" if finding.words else ""
    return f"{feature.__name__.replace('_', ' ')}: {finding.level}{words}"
