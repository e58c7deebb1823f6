"""Cue words: what kind of doubt, denial or plan they bring, and how they reach an act."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import BadRule
from dragoman.lexicon.reading import load_layers

KINDS = frozenset({"planned", "possible", "denied", "background", "habitual", "topic", "condition", "demand"})
REACHES = frozenset(
    {"auxiliary", "adverb", "governor", "topic", "adjunct", "participant", "hearsay", "gerund", "clause"}
)
FORMS = frozenset(
    {
        "any", "passive", "active", "noun", "adjective", "verb", "progressive", "infinitive", "reported", "unreported",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CueRow:
    """One row; see the head of `cues.toml` for what the keys may hold."""

    id: str
    words: tuple[str, ...]
    kind: str
    reach: str
    hits: tuple[str, ...]
    misses: tuple[str, ...]
    form: str = "any"
    before: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()

    @property
    def rule(self) -> str:
        """The id that results cite."""
        return f"en/cues#{self.id}"


@dataclass(frozen=True, slots=True)
class Cues:
    """Rows by the dictionary form of their words."""

    rows: tuple[CueRow, ...]
    by_word: Mapping[str, tuple[CueRow, ...]]


def load_cues(paths: Sequence[Path]) -> Cues:
    """Read `cues.toml`, ours first. Raises BadRule on the first wrong row."""
    rows = load_layers(paths, "cue", CueRow, lambda row: row.id)
    table: dict[str, tuple[CueRow, ...]] = {}
    for row in rows:
        for key, allowed in (("kind", KINDS), ("reach", REACHES), ("form", FORMS)):
            if getattr(row, key) not in allowed:
                raise BadRule(f"cues.toml#{row.id}", f"{key} is one of {', '.join(sorted(allowed))}")
        for word in row.words:
            table[word] = (*table.get(word, ()), row)
    return Cues(rows, table)
