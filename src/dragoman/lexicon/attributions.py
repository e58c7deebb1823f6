"""Words that say who says so."""

from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import BadRule
from dragoman.lexicon.reading import load_rows, unique

USES = ("say", "tell", "cite", "accord", "again", "medium")


@dataclass(frozen=True, slots=True)
class AttributionRow:
    """One row; see the head of `attributions.toml` for what the keys may hold."""

    id: str
    use: str
    words: tuple[str, ...]
    hits: tuple[str, ...]
    misses: tuple[str, ...]
    stance: str = ""

    @property
    def rule(self) -> str:
        """The id that results cite."""
        return f"en/attributions#{self.id}"


@dataclass(frozen=True, slots=True)
class AttributionRules:
    """Rows by use, and by word within a use."""

    rows: tuple[AttributionRow, ...]

    def by_word(self, use: str) -> dict[str, AttributionRow]:
        """The rows of one use by the dictionary form of their words."""
        return {word: row for row in reversed(self.rows) if row.use == use for word in row.words}


def load_attributions(path: Path) -> AttributionRules:
    """Read `attributions.toml`. Raises BadRule on the first wrong row."""
    rows = unique(load_rows(path, "attribution", AttributionRow), lambda row: row.id, str(path))
    for row in rows:
        if row.use not in USES:
            raise BadRule(f"{path.name}#{row.id}", f"use is one of {', '.join(USES)}")
    return AttributionRules(rows)
