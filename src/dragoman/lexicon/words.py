"""How a language is cut into words and sentences."""

import re
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import BadRule
from dragoman.lexicon.reading import load_rows
from dragoman.text.tokens import compile_tokens


@dataclass(frozen=True, slots=True)
class WordRules:
    """One row: abbreviations with a full stop, prefixes with a hyphen, words that open a sentence."""

    id: str
    abbreviations: tuple[str, ...]
    may_end: tuple[str, ...]
    prefixes: tuple[str, ...]
    starters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Segmenter:
    """What the tokens and sentences stage needs: a token pattern and three sets of words."""

    pattern: re.Pattern[str]
    dotted: frozenset[str]
    may_end: frozenset[str]
    starters: frozenset[str]


def load_segmenter(path: Path) -> Segmenter:
    """Read `words.toml`. Raises BadRule where it does not hold exactly one row."""
    rows = load_rows(path, "rules", WordRules)
    if len(rows) != 1:
        raise BadRule(str(path), f"holds one row, got {len(rows)}")
    (rules,) = rows
    return Segmenter(
        pattern=compile_tokens(rules.abbreviations, rules.prefixes),
        dotted=frozenset(f"{word}." for word in rules.abbreviations),
        may_end=frozenset(f"{word}." for word in rules.may_end),
        starters=frozenset(rules.starters),
    )
