"""Undo hard wrapping: one line for each block, an empty line between blocks. For text out of files, never for JSON."""

import re
from collections.abc import Sequence
from itertools import pairwise

from dragoman.text.lines import LayoutWords, Line, broken_word, groups

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)?")
_LEFT = re.compile(r"([^\W\d_]+)[-‐‑]$")
_RIGHT = re.compile(r"[^\W\d_]+")


def unwrap(content: str, words: LayoutWords) -> str:
    """The text with the lines of each block joined by a space, blocks parted by an empty line.

    A hyphen at a line's end is kept, unless the same text has the word without it elsewhere (govern-/ment where
    government stands, too).
    """
    blocks = [group.lines for group in groups(content, words)]
    known = _vocabulary(content) if any(_breaks(block) for block in blocks) else frozenset()
    return "\n\n".join(_joined(block, known) for block in blocks)


def _vocabulary(content: str) -> frozenset[str]:
    return frozenset(match.group().lower() for match in _WORD.finditer(content))


def _breaks(block: Sequence[Line]) -> bool:
    return any(broken_word(left.text, right.text) for left, right in pairwise(block))


def _joined(block: Sequence[Line], known: frozenset[str]) -> str:
    parts = [block[0].text]
    for left, right in pairwise(block):
        if not broken_word(left.text, right.text):
            parts.append(" ")
        elif _was_whole(left.text, right.text, known):
            parts[-1] = parts[-1][:-1]
        parts.append(right.text)
    return "".join(parts)


def _was_whole(left: str, right: str, known: frozenset[str]) -> bool:
    first, second = _LEFT.search(left[-60:]), _RIGHT.match(right)
    if not first or not second or not second.group().islower():
        return False
    head, tail = first.group(1).lower(), second.group().lower()
    return head + tail in known and f"{head}-{tail}" not in known
