"""Rows that give words a use; the fields of a class name the uses that there are."""

from dataclasses import dataclass, fields
from pathlib import Path

from dragoman.errors import BadRule
from dragoman.lexicon.reading import load_rows, unique


@dataclass(frozen=True, slots=True)
class UseRow:
    """One row; the head of its file says what the keys may hold."""

    id: str
    use: str
    words: tuple[str, ...]
    hits: tuple[str, ...]
    misses: tuple[str, ...]


def load_uses(path: Path, table: str, uses: type) -> tuple[UseRow, ...]:
    """The rows of a table, at least one for each field of `uses`. Raises BadRule on the first wrong one."""
    rows = unique(load_rows(path, table, UseRow), lambda row: row.id, str(path))
    known = {f.name for f in fields(uses)}
    if wrong := {row.use for row in rows} ^ known:
        raise BadRule(str(path), f"use is one of {', '.join(sorted(known))}, each in one row; see {', '.join(wrong)}")
    return rows
