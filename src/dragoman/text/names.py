"""Whether two written names are one: what agrees, what is left out, what contradicts, each weighed by a table."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from math import exp

from rapidfuzz.distance import JaroWinkler

from dragoman.model import NameMatch
from dragoman.text.fold import fold
from dragoman.text.name_features import Finding, contradiction, left_out, order, rarity, spelled
from dragoman.text.name_pairs import Pair, lay
from dragoman.text.name_parts import Name, NameRules, cut

Feature = Callable[[Pair], Finding]

NEVER = -9.0
WEIGHTS: Mapping[Feature, Mapping[str, float]] = {
    spelled: {
        "same": 3.3, "spelling": 2.9, "acronym": 2.6, "form": 1.6, "initials": 1.4, "typing": 1.0, "doubtful": -0.6,
        "initials-only": -4.0, "nothing": NEVER,
    },
    left_out: {
        "nothing": 0.5, "one": -0.4, "few": -1.2, "front": -2.2, "end": -1.6, "many": -3.6,
        "all-but-family": -2.8, "all-but-given": -3.9, "all-but-middle": -4.2,
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
        return NameMatch(0.0, ("blank: One of the names is empty.",))
    if first == second or (one.words and _texts(one) == _texts(other)):
        return NameMatch(1.0, ("same: Both names have the same words in the same order.",))
    if not one.words or not other.words:
        return NameMatch(0.0, ("unread: One of the names has neither letters nor digits.",))
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
    """ "spelled: typing (netanyahu, natanyahu). How far the words agree …"."""
    words = f" ({', '.join(finding.words)})" if finding.words else ""
    return f"{feature.__name__.replace('_', ' ')}: {finding.level}{words}. {feature.__doc__}"


ALIKE = 0.88
_DIGRAPHS = (("kh", "h"), ("gh", "q"), ("dh", "d"), ("sh", "s"), ("th", "t"), ("ph", "f"), ("ou", "u"), ("ch", "s"))
_VARIANTS = str.maketrans("cgkzbvjy", "qqqspwsi")
_TITLES = frozenset({"al", "el", "the", "bin", "ibn", "abu", "de", "of", "ul", "ad", "as", "ash", "an"})


def name_words(words: Sequence[str]) -> tuple[str, ...]:
    """The telling words of a name, folded: no particles, hyphens or initials' full stops."""
    kept = tuple(fold(word).strip(".") for word in words if word[:1].isalpha())
    return tuple(word for word in kept if word not in _TITLES) or kept


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of a folded word that do not vary between romanisations."""
    for written, sound in _DIGRAPHS:
        word = word.replace(written, sound)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeouhw]", "", word.translate(_VARIANTS).replace("i", "")))


@lru_cache(maxsize=65536)
def alike(a: str, b: str) -> bool:
    """Whether two folded words may be spellings of one name."""
    if a == b:
        return True
    if min(len(a), len(b)) < 4 or (
        a[0] != b[0] and {a[0], b[0]} not in ({"q", "k"}, {"q", "g"}, {"k", "g"}, {"a", "e"}, {"y", "j"}, {"u", "o"})
    ):
        return False
    same = skeleton(a) == skeleton(b) and len(skeleton(a)) > 1
    return (same and abs(len(a) - len(b)) <= 3) or (JaroWinkler.similarity(a, b) >= 0.94 and len(a) > 5)


def may_be_one(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether the shorter of two names (telling words) is a tail or part of the longer one, spellings aside."""
    short, long = sorted((tuple(a), tuple(b)), key=len)
    if not short:
        return False
    if len(short) == 1:
        return alike(short[0], long[-1])
    return alike(short[-1], long[-1]) and all(any(alike(w, v) for v in long) for w in short)
