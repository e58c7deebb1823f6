"""Keys under which to look a name up: spellings of one name share at least one."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from dragoman.text.east_asian import hangul, pinyin
from dragoman.text.name_parts import Name, cut
from dragoman.text.name_rules import NameRules
from dragoman.text.name_words import Word
from dragoman.text.spelling import skeleton

_VOWEL = re.compile(r"[aeiouyw]+")
_CLASSES = str.maketrans("eyow", "aiuu")
LONG = 3  # words from which on a name has an acronym
FEW = 4  # words of a name of which every two together are a key


def keys(name: str, rules: NameRules) -> frozenset[str]:
    """Keys of a name: the skeletons of its telling words, of two together, and the initials of a long one.

    A very common word is no key but beside another. A name that many others share keys with is no surprise.
    """
    parts = cut(name, rules)
    words = _telling(parts)
    rare = [word for word in words if word.text not in rules.common]
    found = {key for word in (rare if len(words) > 1 else words) for key in _word_keys(word)}
    found |= {" ".join(sorted((skeleton(x.text), skeleton(y.text)))) for x, y in combinations(words[:FEW], 2)}
    found |= {" ".join(sorted(word.text for word in parts.words))} if not words else set()
    return frozenset(found | _of_several(parts, rules)) - {""}


def sounds(name: str, rules: NameRules) -> frozenset[str]:
    """What words of a name sound like, common ones, too: names of which none sounds like another's are two names."""
    parts = cut(name, rules)
    words = _telling(parts) or parts.words
    return frozenset({key for word in words for key in _word_keys(word)} | _of_several(parts, rules))


def _telling(name: Name) -> tuple[Word, ...]:
    return tuple(word for word in name.words if not (word.light or word.initial or word.number))


def _of_several(name: Name, rules: NameRules) -> set[str]:
    """Keys that several words make: neighbours that another may write as one word, initials, syllables of the East."""
    found = {skeleton(x.text + y.text) for x, y in pairwise(_telling(name))}
    found |= {"=" + "".join(word.text[0] for word in name.words)} if len(name.words) >= LONG else set()
    found |= {f"={word.text}" for word in name.words if word.block}
    return found | _asian_keys(name, rules)


def _word_keys(word: Word) -> Iterator[str]:
    """The skeleton of a word, and those that other readings of its letters have."""
    plain = skeleton(word.text)
    yield plain if len(plain) > 1 or word.bare else plain + _first_vowel(word.text)
    if word.bare:
        yield from (skeleton(word.text.replace("v", other)) for other in ("", "b"))
    if "dh" in word.text:
        yield skeleton(word.text.replace("dh", "z"))
    if "j" in word.text:
        yield skeleton(word.text.replace("dj", "j").replace("j", "g"))


def _first_vowel(text: str) -> str:
    """The class of the first vowel, to tell words of one consonant apart."""
    found = _VOWEL.search(text.replace("ee", "i"))
    return found[0][0].translate(_CLASSES) if found else ""


def _asian_keys(name: Name, rules: NameRules) -> set[str]:
    """A Chinese or Korean given name in each reading."""
    if name.asian is None:
        return set()
    given = name.asian[1]
    return {f"~{reading}" for reading in (*pinyin(given, rules.asian), hangul(given, rules.asian))}
