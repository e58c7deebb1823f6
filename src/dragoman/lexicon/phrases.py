"""Many phrases looked for at once: a trie over folded words, longest match first.

Hyphens are passed over on both sides, so that al-Qaeda, al Qaeda and Al Qaeda are one phrase.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from dragoman.text.fold import fold

T = TypeVar("T")
HYPHENS = frozenset("-‐‑–")
SAFE = 4  # letters from which on a cased phrase is told from a common word in a text without capitals
_END = object()  # no word, not even one from a hostile text, is this key


@dataclass(frozen=True, slots=True)
class Phrase(Generic[T]):
    """Words and what they stand for. A `cased` phrase counts only as it is written here."""

    words: str
    value: T
    cased: bool = False


class PhraseIndex(Generic[T]):
    """Finds phrases in token columns. The first phrase given wins where two are written alike."""

    def __init__(self, pattern: re.Pattern[str], phrases: Iterable[Phrase[T]]) -> None:
        self._root: dict[object, Any] = {}
        for phrase in phrases:
            self._add(pattern, phrase)

    def _add(self, pattern: re.Pattern[str], phrase: Phrase[T]) -> None:
        words = [w for w in pattern.findall(phrase.words) if w not in HYPHENS]
        node = self._root
        for word in words:
            node = node.setdefault(fold(word), {})
        if words:
            found = node.setdefault(_END, ([], []))
            if phrase.cased:
                found[0].append((tuple(words), phrase.value))
            elif not found[1]:
                found[1].append(phrase.value)

    def at(
        self, words: Sequence[str], folded: Sequence[str], first: int, end: int, caseless: bool = False
    ) -> tuple[int, T] | None:
        """The longest phrase that starts at token `first` and ends by `end`: one past its last token, and its value.

        With `caseless`, cased phrases count in any case, but for short ones in small letters: "us" is no country.
        """
        node, i, best = self._root.get(folded[first]), first, None
        while node is not None:
            i += 1
            if _END in node and (value := _choose(node[_END], words, first, i, caseless)) is not None:
                best = (i, value)
            while i < end and words[i] in HYPHENS and i + 1 < end:
                i += 1
            node = node.get(folded[i]) if i < end else None
        return best

    def find(
        self, words: Sequence[str], folded: Sequence[str], first: int, end: int, caseless: bool = False
    ) -> Iterator[tuple[int, int, T]]:
        """Phrases that do not overlap, left to right: first token, one past the last, value."""
        i = first
        while i < end:
            hit = self.at(words, folded, i, end, caseless) if folded[i] in self._root else None
            if hit is None:
                i += 1
            else:
                yield i, hit[0], hit[1]
                i = hit[0]


def _choose(
    found: tuple[list[tuple[tuple[str, ...], T]], list[T]],
    words: Sequence[str],
    first: int,
    end: int,
    caseless: bool,
) -> T | None:
    if found[0]:
        written = tuple(w for w in words[first:end] if w not in HYPHENS)
        for cased, value in found[0]:
            if cased == written:
                return value
        if caseless and not (written[0].islower() and len("".join(written)) < SAFE):
            return found[0][0][1]
    return found[1][0] if found[1] else None
