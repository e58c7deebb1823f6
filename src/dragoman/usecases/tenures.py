"""What lists of people and their offices are read into, and what is wrong with them, told with line and column."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from dragoman.model import Term
from dragoman.text.dates import written_days


@dataclass(frozen=True, slots=True)
class Conventions:
    """What a list is read with: known countries, two letters to three, and an office's words to its name and sector."""

    countries: frozenset[str]
    two_letters: Mapping[str, str]
    office: Callable[[str], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody as a list has them, with the offices held; `id` is None where the list gives none."""

    id: str | None
    name: str
    country: str
    sector: str
    aliases: tuple[str, ...]
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Problem(Exception):
    """What is wrong at one place of a list."""

    line: int
    column: str
    words: str

    def __str__(self) -> str:
        return f"line {self.line}, {self.column}: {self.words}"


@contextmanager
def noting(problems: list[Problem]) -> Iterator[None]:
    """Add a problem to those of a list, and go on behind it."""
    try:
        yield
    except Problem as problem:
        problems.append(problem)


def days(text: str, line: int, column: str) -> tuple[date | None, date | None]:
    """First and last day of a date, a month or a year; open where empty."""
    if not text:
        return None, None
    found = written_days(text)
    if found is None:
        raise Problem(line, column, f"{text!r} is no date; write 2021, 2021-08 or 2021-08-25")
    return found.start, found.end


def term(office: str, country: str, body: str, first: str, last: str, line: int, columns: tuple[str, str]) -> Term:
    """One tenure. Raises Problem where a day cannot be read or the end lies before the beginning."""
    start, _ = days(first, line, columns[0])
    _, end = days(last, line, columns[1])
    if start and end and end < start:
        raise Problem(line, columns[1], f"ends before it begins: {first} to {last}")
    return Term(office, country or None, body or None, start, end, listed=True)
