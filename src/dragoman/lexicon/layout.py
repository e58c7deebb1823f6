"""The words and patterns that tell the parts of a page, out of `sections.toml`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import BadRule
from dragoman.lexicon.reading import load_rows, unique
from dragoman.text.lines import LayoutWords, Phrases, fold

PHRASES = ("boilerplate", "byline", "dated", "credit", "caption", "notes", "parts", "reference")
WORDS = ("pending", "leaning", "verbs", "months")


@dataclass(frozen=True, slots=True)
class SectionRule:
    """One row: what its matches are used for, and the phrases or the pattern that match.

    `whole` phrases are the block, `starts` begin it, `words` are single words; `{months}` in a pattern stands for the
    names of the months. Of `months` each word is one month with its short forms behind. `hits` and
    `misses` are examples that a test runs.
    """

    id: str
    use: str
    whole: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    pattern: str = ""
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


def load_section_rules(path: Path) -> tuple[SectionRule, ...]:
    """The rows of `sections.toml`. Raises BadRule where a row has an unknown use or nothing to match."""
    rows = unique(load_rows(path, "section", SectionRule), lambda row: row.id, str(path))
    for row in rows:
        if row.use not in PHRASES + WORDS:
            raise BadRule(f"{path.name}#{row.id}", f"use is one of {', '.join(PHRASES + WORDS)}, got {row.use!r}")
        if not (row.words if row.use in WORDS else row.whole or row.starts or row.pattern):
            raise BadRule(f"{path.name}#{row.id}", "has nothing to match")
    return rows


def load_layout(path: Path) -> LayoutWords:
    """Everything that telling sections needs."""
    rows = load_section_rules(path)
    months = _months(rows, path.name)
    return LayoutWords(
        **{use: phrases((row for row in rows if row.use == use), months, path.name) for use in PHRASES},
        pending=_words(rows, "pending"),
        leaning=_words(rows, "leaning"),
        verbs=_words(rows, "verbs"),
        months=months,
    )


def phrases(rows: Iterable[SectionRule], months: Iterable[str], where: str) -> Phrases:
    """Rows as one matcher. Raises BadRule where a pattern is not a regular expression."""
    rows = tuple(rows)
    return Phrases(
        whole=frozenset(fold(phrase) for row in rows for phrase in row.whole),
        starts=tuple(fold(phrase) for row in rows for phrase in row.starts),
        patterns=tuple(_compiled(row, "|".join(months), where) for row in rows if row.pattern),
    )


def _compiled(row: SectionRule, months: str, where: str) -> re.Pattern[str]:
    try:
        return re.compile(row.pattern.replace("{months}", f"(?i:{months})"))
    except re.error as error:
        raise BadRule(f"{where}#{row.id}", f"is no regular expression: {error}") from error


def _months(rows: Iterable[SectionRule], where: str) -> dict[str, int]:
    """The number of each month by its folded names; the row lists twelve months, each with its short forms."""
    listed = [word for row in rows if row.use == "months" for word in row.words]
    if len(listed) != 12:
        raise BadRule(where, f"names the twelve months in order, got {len(listed)}")
    return {name.casefold(): number for number, names in enumerate(listed, 1) for name in names.split()}


def _words(rows: Iterable[SectionRule], use: str) -> frozenset[str]:
    return frozenset(word.casefold() for row in rows if row.use == use for word in row.words)
