"""The words that a brief is written with, in one language, read from `brief.toml`."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import BadRule
from dragoman.lexicon.reading import load_toml, make_row, unique
from dragoman.text.fold import fold

_WORD = re.compile(r"[^\W\d_]+")
FORMS = 3
PHRASES = frozenset(
    {
        "planned",
        "planned-passive",
        "possible",
        "possible-past",
        "possible-passive",
        "possible-passive-past",
        "denied",
        "denied-by",
        "denied-besides",
        "disputed",
        "disputed-passive",
        "clauses",
        "subordinators",
        "is",
        "are",
        "and",
        "others",
        "the",
        "on",
        "between",
        "in-time",
        "from",
        "until",
        "in",
        "sources",
        "own",
    }
)


@dataclass(frozen=True, slots=True)
class ActRow:
    """How one kind of act is told: dictionary form, past and participle, with the other side, and without.

    `saying` stands in place of `alone` where the words said follow.
    """

    id: str
    cameo: str
    act: tuple[str, ...]
    alone: tuple[str, ...]
    words: tuple[str, ...] = ()
    passive: str = ""
    saying: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PhraseRow:
    """Small words that join a sentence."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """Names with an article, in full or by a word in them."""

    id: str
    names: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NumberRow:
    """Plurals without an s, and singulars with one."""

    id: str
    plural: tuple[str, ...]
    singular: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MonthRow:
    """The names of the months, January first."""

    id: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BriefWords:
    """All of them. `vocabulary` holds every word, folded, that a sentence may use without a citation."""

    acts: tuple[ActRow, ...]
    phrases: Mapping[str, str]
    article_names: frozenset[str]
    article_words: frozenset[str]
    plural: frozenset[str]
    singular: frozenset[str]
    months: tuple[str, ...]
    vocabulary: frozenset[str]

    def act(self, cameo: str, trigger: Sequence[str]) -> ActRow | None:
        """The row for a code and the folded words of the text that name the act."""
        fitting = [row for row in self.acts if cameo.startswith(row.cameo)]
        worded = [row for row in fitting if any(word in trigger for word in row.words)]
        return max(worded or [row for row in fitting if not row.words], key=lambda row: len(row.cameo), default=None)


def load_brief_words(path: Path) -> BriefWords:
    """Raises BadRule where a row is wrong, missing or stands twice."""
    tables = load_toml(path)
    if extra := tables.keys() - {"act", "phrase", "article", "number", "month"}:
        raise BadRule(str(path), f"unknown table {', '.join(sorted(extra))}")
    acts = unique((make_row(ActRow, row, path.name) for row in tables["act"]), lambda row: row.id, path.name)
    phrases = {row.id: row.words for row in (make_row(PhraseRow, row, path.name) for row in tables["phrase"])}
    article = make_row(ArticleRow, tables["article"][0], path.name)
    number = make_row(NumberRow, tables["number"][0], path.name)
    months = make_row(MonthRow, tables["month"][0], path.name).names
    _check(path, acts, phrases, months)
    return BriefWords(
        acts=acts,
        phrases=phrases,
        article_names=frozenset(article.names),
        article_words=frozenset(article.words),
        plural=frozenset(number.plural),
        singular=frozenset(number.singular),
        months=months,
        vocabulary=frozenset(_vocabulary(acts, phrases.values())),
    )


def _check(path: Path, acts: Iterable[ActRow], phrases: Mapping[str, str], months: Sequence[str]) -> None:
    for row in acts:
        if len(row.act) != FORMS or len(row.alone) != FORMS or len(row.saying) not in (0, FORMS):
            raise BadRule(f"{path.name}#{row.id}", "needs three forms in act, in alone, and in saying where it stands")
        if any(form.count("{}") != 1 for form in row.act):
            raise BadRule(f"{path.name}#{row.id}", "needs one {} in each form of act")
    if phrases.keys() != PHRASES:
        raise BadRule(path.name, f"phrases differ from those used: {', '.join(sorted(phrases.keys() ^ PHRASES))}")
    if len(months) != 12:
        raise BadRule(path.name, "names twelve months")


def _vocabulary(acts: Iterable[ActRow], phrases: Iterable[str]) -> Iterator[str]:
    for row in acts:
        forms = (*row.act, *row.alone, *row.saying, row.passive)
        yield from (fold(word) for form in forms for word in _WORD.findall(form))
    yield from (fold(word) for phrase in phrases for word in _WORD.findall(re.sub(r"\{\w\}", "", phrase)))
