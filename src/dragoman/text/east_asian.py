"""Chinese and Korean names by their syllables: which systems of writing them in Latin letters give one name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

MOST = 3  # syllables of a given name


@dataclass(frozen=True, slots=True)
class EastAsian:
    """Chinese syllables as written -> in pinyin, family names, and what Korean systems write for one letter."""

    syllables: Mapping[str, frozenset[str]]
    chinese: Mapping[str, frozenset[str]]
    korean: Mapping[str, frozenset[str]]
    letters: tuple[tuple[str, str], ...]

    def __hash__(self) -> int:
        return id(self)


@lru_cache(maxsize=16384)
def pinyin(word: str, rules: EastAsian, most: int = MOST) -> frozenset[str]:
    """What a word of up to three syllables can be in pinyin; empty where it is no Chinese word."""
    if not word or not most:
        return frozenset() if word else frozenset({""})
    found: set[str] = set()
    for end in range(1, min(len(word), 6) + 1):
        for first in rules.syllables.get(word[:end], ()):
            found.update(f"{first} {rest}".strip() for rest in pinyin(word[end:], rules, most - 1))
    return frozenset(found)


@lru_cache(maxsize=16384)
def hangul(word: str, rules: EastAsian) -> str:
    """A Korean given name in letters that do not vary between systems; ends in "?" where it can be none."""
    out, at = "", 0
    while at < len(word):
        for written, read in rules.letters:
            if word.startswith(written, at):
                out, at = out + read, at + len(written)
                break
        else:
            out, at = out + word[at], at + 1
    return "".join(sign for k, sign in enumerate(out) if k == 0 or sign != out[k - 1])


def split_name(words: Sequence[str], rules: EastAsian) -> tuple[str, str] | None:
    """Family and given name, the latter joined, where the words can be a Chinese or Korean name."""
    if not 2 <= len(words) <= MOST:
        return None
    family, given = words[0], "".join(words[1:])
    if family in rules.chinese and _readable(given, words[1:], rules):
        return family, given
    if family in rules.korean and _korean(words[1:]):
        return family, given
    return None


def _readable(given: str, parts: Sequence[str], rules: EastAsian) -> bool:
    return all(pinyin(part, rules, 2) for part in parts) and bool(pinyin(given, rules, 2))


def _korean(parts: Sequence[str]) -> bool:
    """One word of two syllables, or two of one."""
    counts = [_vowel_groups(part) for part in parts]
    return counts in ([2], [1, 1], [1]) and all(
        len(part) <= 5 * count for part, count in zip(parts, counts, strict=True)
    )


def _vowel_groups(word: str) -> int:
    inside = [sign in "aeiouy" for sign in word]
    return sum(now and not before for before, now in zip([False, *inside], inside, strict=False))
