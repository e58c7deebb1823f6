"""Spellings folded to one key, so that é meets e and the many apostrophes of romanisations meet none."""

import re
from functools import lru_cache

from anyascii import anyascii

_MARKS = re.compile(r"['’‘ʼʿʾ`´]")


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """One word in lower case, in ASCII letters, without apostrophes. May be empty."""
    if word.isascii() and "'" not in word and "`" not in word:
        return word.lower()
    return _MARKS.sub("", anyascii(word)).lower()


@lru_cache(maxsize=65536)
def fold_all(words: str) -> str:
    """Several words folded to one key, single blanks between them."""
    return " ".join(fold(word) for word in words.split())
