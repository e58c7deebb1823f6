"""What may be a mention: a run of tokens, what it would stand for, and who says so."""

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.lexicon.actors import Entry
from dragoman.model import Tokens

LEXICON, TAGGER, TITLE, PATTERN, ECHO = range(5)
KINDS = {"PER": ("person", "person"), "ORG": ("organisation", "body"), "LOC": ("place", "place")}


@dataclass(frozen=True, slots=True)
class Find:
    """Tokens `first` up to, not including, `last`; `by` is one of the sources above, the surest first."""

    first: int
    last: int
    entry: Entry
    by: int

    def covers(self, other: "Find") -> bool:
        """Whether the other lies within."""
        return self.first <= other.first and other.last <= self.last

    def touches(self, other: "Find") -> bool:
        """Whether the two share a token."""
        return self.first < other.last and other.first < self.last


def written(tokens: Tokens, first: int, last: int) -> str:
    """The words with single spaces, hyphens and apostrophes closed up."""
    text = tokens.words[first]
    for i in range(first + 1, last):
        text += (" " if tokens.starts[i] > tokens.ends[i - 1] else "") + tokens.words[i]
    return text


def guess(tokens: Tokens, first: int, last: int, label: str) -> Entry:
    """An entry for words that the lexicon does not know, by the tagger's label: PER, ORG or LOC."""
    kind, subkind = KINDS[label]
    return Entry(kind, subkind, written(tokens, first, last), f"model/names#{label.lower()}")


def longest(finds: Iterable[Find]) -> list[Find]:
    """Those that do not overlap, the longest first; of two as long, the better source."""
    taken: set[int] = set()
    kept = []
    for f in sorted(finds, key=lambda f: (-_weight(f), f.by, f.first)):
        reach = set(range(f.first, f.last))
        if taken.isdisjoint(reach):
            taken |= reach
            kept.append(f)
    return sorted(kept, key=lambda f: f.first)


def _weight(f: Find) -> int:
    """Known organisations and people hold their ground against a guess that is a little longer."""
    return 2 * (f.last - f.first) + (2 if f.by == LEXICON and f.entry.kind == "organisation" else f.by == LEXICON)
