"""Nouns that make an organised group of a nationality or an organisation."""

from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import BadRule
from dragoman.lexicon.reading import load_rows, unique


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One row; see the head of `groups.toml` for what the keys may hold."""

    id: str
    use: str
    words: tuple[str, ...]
    hits: tuple[str, ...]
    misses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupWords:
    """The words that end a group's name, and those that may stand inside it."""

    head: frozenset[str]
    between: frozenset[str]


def load_groups(path: Path) -> GroupWords:
    """Read `groups.toml`. Raises BadRule on the first wrong row."""
    rows = unique(load_rows(path, "group", GroupRow), lambda row: row.id, str(path))
    if unknown := {row.use for row in rows} ^ {"head", "between"}:
        raise BadRule(str(path), f"use is head or between, each in one row at least; see {', '.join(sorted(unknown))}")
    return GroupWords(
        *(frozenset(w for row in rows if row.use == use for w in row.words) for use in ("head", "between"))
    )
