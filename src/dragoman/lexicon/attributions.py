"""Words that say who says so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import BadRule
from dragoman.lexicon.reading import load_rows, unique

USES = (
    "say",
    "cite",
    "phrase",
    "unnamed",
    "not",
    "onward",
    "label",
    "telling",
    "document",
    "medium",
    "credit",
    "anonymous",
    "character",
    "bond",
)
TAKES = ("clause", "finite", "gerund", "infinitive", "object", "noun", "about", "charge", "figure", "as")
STANCES = ("states", "denies", "doubts", "condemns", "warns", "promises")


@dataclass(frozen=True, slots=True)
class AttributionRow:
    """One row; see the head of `attributions.toml` for what the keys may hold."""

    id: str
    use: str
    words: tuple[str, ...]
    hits: tuple[str, ...]
    misses: tuple[str, ...]
    stance: str = "states"
    takes: tuple[str, ...] = ("clause",)
    nouns: tuple[str, ...] = ()

    @property
    def rule(self) -> str:
        """The id that results cite."""
        return f"en/attributions#{self.id}"


@dataclass(frozen=True, slots=True)
class AttributionRules:
    """All rows; those of each use by the dictionary form of their words; phrases by their first word."""

    rows: tuple[AttributionRow, ...]
    by_use: Mapping[str, Mapping[str, tuple[AttributionRow, ...]]]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], AttributionRow], ...]]

    def find(self, use: str, word: str) -> tuple[AttributionRow, ...]:
        """The rows of one use that hold a word."""
        return self.by_use[use].get(word, ())

    def words(self, *uses: str) -> frozenset[str]:
        """All words of some uses."""
        return frozenset(word for use in uses for word in self.by_use[use])


def load_attributions(path: Path) -> AttributionRules:
    """Read `attributions.toml`. Raises BadRule on the first wrong row."""
    rows = unique(load_rows(path, "attribution", AttributionRow), lambda row: row.id, str(path))
    by_use: dict[str, dict[str, tuple[AttributionRow, ...]]] = {use: {} for use in USES}
    for row in rows:
        _check(row, f"{path.name}#{row.id}")
        for word in row.words:
            by_use[row.use][word] = (*by_use[row.use].get(word, ()), row)
    return AttributionRules(rows, by_use, _phrases(rows))


def _phrases(rows: Iterable[AttributionRow]) -> dict[str, tuple[tuple[tuple[str, ...], AttributionRow], ...]]:
    found: dict[str, tuple[tuple[tuple[str, ...], AttributionRow], ...]] = {}
    for row in rows:
        for words in (tuple(phrase.split()) for phrase in row.words if row.use == "phrase"):
            found[words[0]] = (*found.get(words[0], ()), (words, row))
    return found


def _check(row: AttributionRow, where: str) -> None:
    for key, given, allowed in (
        ("use", (row.use,), USES),
        ("takes", row.takes, TAKES),
        ("stance", (row.stance,), STANCES),
    ):
        if not set(given) <= set(allowed):
            raise BadRule(where, f"{key} is one of {', '.join(allowed)}")
    if ("noun" in row.takes and not row.nouns) or (row.nouns and {"noun", "figure"}.isdisjoint(row.takes)):
        raise BadRule(where, 'nouns go with takes = ["noun"] or ["figure"], and "noun" needs them')
