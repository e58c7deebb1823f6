"""Words that stand for somebody or something told elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import BadRule
from dragoman.lexicon.reading import load_rows, unique

USES = ("singular", "plural", "neuter", "definite", "stop", "counterpart", "pair")
KINDS = "kinds"


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """One row; see the head of `references.toml` for what the keys may hold."""

    id: str
    use: str
    words: tuple[str, ...]
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class References:
    """The words of each use; `kinds` gives for a noun the kinds of organisation that it takes up."""

    singular: frozenset[str]
    plural: frozenset[str]
    neuter: frozenset[str]
    definite: frozenset[str]
    stop: frozenset[str]
    counterpart: frozenset[str]
    pair: frozenset[str]
    kinds: Mapping[str, frozenset[str]]


def load_references(path: Path) -> References:
    """Read `references.toml`. Raises BadRule on the first wrong row."""
    rows = unique(load_rows(path, "reference", ReferenceRow), lambda row: row.id, str(path))
    if wrong := {row.use for row in rows} ^ {*USES, KINDS}:
        raise BadRule(str(path), f"use is {', '.join(USES)} or {KINDS}; see {', '.join(sorted(wrong))}")
    if odd := [row.id for row in rows if bool(row.kinds) is not (row.use == KINDS)]:
        raise BadRule(str(path), f"kinds stand in rows of that use and in no others; see {', '.join(odd)}")
    words = {use: frozenset(w for row in rows if row.use == use for w in row.words) for use in USES}
    kinds = {w: frozenset(row.kinds) for row in rows if row.use == KINDS for w in row.words}
    return References(**words, kinds=kinds)
