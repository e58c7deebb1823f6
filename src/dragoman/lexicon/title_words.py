"""Words that stand beside offices: former, acting, of, to."""

from dataclasses import dataclass, fields
from pathlib import Path

from dragoman.errors import BadRule
from dragoman.lexicon.reading import load_rows, unique


@dataclass(frozen=True, slots=True)
class TitleWordRow:
    """One row; see the head of `title_words.toml` for what the keys may hold."""

    id: str
    use: str
    words: tuple[str, ...]
    hits: tuple[str, ...]
    misses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TitleWords:
    """The words of each use; the head of `title_words.toml` says what each is for."""

    former: frozenset[str]
    acting: frozenset[str]
    designate: frozenset[str]
    then: frozenset[str]
    between: frozenset[str]
    of: frozenset[str]
    to: frozenset[str]
    sent: frozenset[str]
    article: frozenset[str]
    body: frozenset[str]
    armed: frozenset[str]

    def status(self, word: str) -> str | None:
        """What a word makes of the office behind it: former, acting, designate or then."""
        return next((use for use in ("former", "acting", "designate", "then") if word in getattr(self, use)), None)

    def beside(self, word: str) -> bool:
        """Whether a word may stand between an office and its owner or article."""
        return word in self.between or self.status(word) is not None


def load_title_word_rows(path: Path) -> tuple[TitleWordRow, ...]:
    """The rows of `title_words.toml`. Raises BadRule on the first wrong one."""
    rows = unique(load_rows(path, "word", TitleWordRow), lambda row: row.id, str(path))
    uses = {f.name for f in fields(TitleWords)}
    if wrong := {row.use for row in rows} ^ uses:
        raise BadRule(str(path), f"use is one of {', '.join(sorted(uses))}, each in one row; see {', '.join(wrong)}")
    return rows


def load_title_words(path: Path) -> TitleWords:
    """The words of `title_words.toml` by use."""
    rows = load_title_word_rows(path)
    return TitleWords(**{row.use: frozenset(row.words) for row in rows})
