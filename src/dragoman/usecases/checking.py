"""No sentence of a brief says more than what it cites: every word of it is looked up in the cited words.

A name, number, date or place passes where it stands in the evidence, or is the canonical value of a coded field whose
evidence is cited. Words that join them come from a closed list. What is quoted must stand in a cited sentence.
"""

import calendar
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.text.fold import fold

OPEN, CLOSE, GAP = "“", "”", "…"
_QUOTE = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_SPACE = re.compile(r"\s+")
_INNER = str.maketrans({OPEN: "‘", CLOSE: "’", "„": "‘", '"': "'"})

Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Support:
    """What a sentence's citations bear out: folded words, figures as written, days, and the cited sentences."""

    words: frozenset[str]
    numbers: frozenset[str]
    days: tuple[Days, ...]
    quotable: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checker:
    """What may stand in a sentence without a citation: joining words; and the names of months."""

    vocabulary: frozenset[str]
    months: Sequence[str]
    joint: str  # what stands between the two days of "9 and 10 March 2023"

    def check_sentence(self, sentence: str, support: Support) -> tuple[str, ...]:
        """What in the sentence is not borne out, in its order; nothing where all is."""
        return tuple(self._problems(sentence, support))

    def _problems(self, sentence: str, support: Support) -> Iterator[str]:
        yield from (quote for quote in _QUOTE.findall(sentence) if not _is_quoted(quote, support.quotable))
        rest = self._spread(_QUOTE.sub(" ", sentence))
        dates = self._dates()
        for found in dates.finditer(rest):
            if not self._dated(found, support.days) and found[0] not in support.numbers:
                yield found[0]
        for word in _WORD.findall(dates.sub(" ", rest)):
            if not self._known(word, support):
                yield word

    def _known(self, word: str, support: Support) -> bool:
        if word[0].isdigit():
            return word in support.numbers or fold(word) in support.words
        key = fold(word)
        return not key or key in self.vocabulary or key in support.words

    def _spread(self, words: str) -> str:
        """The words with "9 and 10 March 2023" as two dates."""
        months = "|".join(map(re.escape, self.months))
        pair = rf"\b(\d{{1,2}}) {re.escape(self.joint)} (\d{{1,2}} ((?:{months}) \d{{4}}))\b"
        return re.sub(pair, r"\1 \3, \2", words)

    def _dates(self) -> re.Pattern[str]:
        names = "|".join(map(re.escape, self.months))
        return re.compile(rf"\b(?:(?:(\d{{1,2}}) )?({names}) )?(\d{{4}})\b")

    def _dated(self, found: re.Match[str], days: Iterable[Days]) -> bool:
        """Whether a cited field gives that very day, or begins or ends in that month or year."""
        day, month, year = found[1], found[2], int(found[3])
        number = self.months.index(month) + 1 if month else None
        if year < date.min.year or (day and not 1 <= int(day) <= end_of(year, number).day):
            return False
        first = date(year, number or 1, int(day) if day else 1)
        last = first if day else end_of(year, number)
        if day:
            return any(first in interval for interval in days)
        return any(interval == (first, last) for interval in days)


def end_of(year: int, month: int | None) -> date:
    """The last day of a month, or of a year."""
    return date(year, 12, 31) if month is None else date(year, month, calendar.monthrange(year, month)[1])


def support_of(words: Iterable[str], sentences: Iterable[str], days: Iterable[Days]) -> Support:
    """The support that evidence words and canonical values, cited sentences and coded days give."""
    sentences = tuple(quotable(sentence) for sentence in sentences)
    return Support(
        words=frozenset(fold(word) for text in words for word in _WORD.findall(text)),
        numbers=frozenset(word for text in sentences for word in _WORD.findall(text) if word[0].isdigit()),
        days=tuple(days),
        quotable=sentences,
    )


def quotable(words: str) -> str:
    """Words of a report on one line, with inner quotation marks that do not end ours."""
    return _SPACE.sub(" ", words.translate(_INNER)).strip()


def _is_quoted(quote: str, sentences: Iterable[str]) -> bool:
    """Whether all parts of a quotation, cut at its gaps, stand in one cited sentence in their order."""
    parts = [part.strip() for part in quote.split(GAP) if part.strip()]
    return bool(parts) and any(_in_order(parts, sentence) for sentence in sentences)


def _in_order(parts: Iterable[str], sentence: str) -> bool:
    at = 0
    for part in parts:
        at = sentence.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True
