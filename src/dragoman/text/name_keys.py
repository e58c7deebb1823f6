"""Keys under which to look a name up: spellings of one name share at least one."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from dragoman.text.east_asian import hangul, pinyin
from dragoman.text.name_parts import Name, NameRules, Word, cut
from dragoman.text.spelling import skeleton

_SOUNDS = str.maketrans("eyouw", "iiuuu")
_VOWELS = re.compile(r"[^aiu]|(?<=a)a+|(?<=i)i+|(?<=u)u+")
FEW = 4  # words of a name of which every two together are a key


def keys(name: str, rules: NameRules) -> frozenset[str]:
    """Keys of a name: the skeletons of its telling words, of two neighbours, and the initials of a long one.

    A very common word is no key but beside another. A name that many others share keys with is no surprise.
    """
    parts = cut(name, rules)
    words = [word for word in parts.words if not (word.light or word.initial or word.number)]
    rare = {key for word in words if word.text not in rules.common for key in _word_keys(word)}
    rare |= {skeleton(x.text + y.text) for x, y in pairwise(words)}
    if not rare or len(words) == 1:
        rare |= {key for word in words for key in _word_keys(word)}
    short = {" ".join(sorted((skeleton(x.text), skeleton(y.text)))) for x, y in combinations(words[:FEW], 2)}
    initials = {"=" + "".join(word.text[0] for word in parts.words)} if len(parts.words) > 2 else set()
    blocks = {f"={word.text}" for word in parts.words if word.block}
    whole = {" ".join(sorted(word.text for word in parts.words))} if not words else set()
    return frozenset(rare | short | initials | blocks | whole | _asian_keys(parts, rules)) - {""}


def _word_keys(word: Word) -> Iterator[str]:
    """The skeleton of a word, and those that other readings of its letters have."""
    plain = skeleton(word.text)
    yield plain if len(plain) > 1 or word.bare else plain + _VOWELS.sub("", word.text.translate(_SOUNDS))
    if word.bare:
        yield from (skeleton(word.text.replace("v", other)) for other in ("", "b"))
    if "dh" in word.text:
        yield skeleton(word.text.replace("dh", "z"))
    if "j" in word.text:
        yield skeleton(word.text.replace("dj", "j").replace("j", "g"))


def _asian_keys(name: Name, rules: NameRules) -> set[str]:
    """A Chinese or Korean given name in each reading."""
    if name.asian is None:
        return set()
    given = name.asian[1]
    return {f"~{reading}" for reading in (*pinyin(given, rules.asian), hangul(given, rules.asian))}
