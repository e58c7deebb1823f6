"""Words that stand beside offices: former, acting, of, to."""

from dataclasses import dataclass
from pathlib import Path

from dragoman.lexicon.uses import UseRow, load_uses


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


def load_title_word_rows(path: Path) -> tuple[UseRow, ...]:
    """The rows of `title_words.toml`. Raises BadRule on the first wrong one."""
    return load_uses(path, "word", TitleWords)


def load_title_words(path: Path) -> TitleWords:
    """The words of `title_words.toml` by use."""
    rows = load_title_word_rows(path)
    return TitleWords(**{row.use: frozenset(row.words) for row in rows})
