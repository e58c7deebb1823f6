"""Whether two written names can be one: spelled alike after romanisation, or one the tail of the other."""

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from dragoman.text.fold import fold

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
