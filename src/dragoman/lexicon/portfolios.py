"""Ministries and central banks by what they are for: the Kenyan **foreign ministry** is a row of Kenya's."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import BadRule
from dragoman.lexicon.actors import BodyRow, Country, CountryRow, Entry, body_entry
from dragoman.lexicon.reading import load_rows, unique
from dragoman.text.fold import fold_all

Desks = Mapping[tuple[str, str], Entry]
"""Bodies by country and folded words, without what names the country."""


@dataclass(frozen=True, slots=True)
class PortfolioRow:
    """What a ministry or bank of any state may be called; see the head of `portfolios.toml`."""

    id: str
    words: tuple[str, ...]
    hits: tuple[str, ...]
    misses: tuple[str, ...]


def load_portfolios(path: Path) -> tuple[PortfolioRow, ...]:
    """The rows of `portfolios.toml`. Raises BadRule on the first wrong one."""
    return unique(load_rows(path, "portfolio", PortfolioRow), lambda row: row.id, str(path))


def make_desks(portfolios: Iterable[PortfolioRow], countries: Iterable[Country]) -> Desks:
    """The body of each country that has a portfolio, by the portfolio's words and by its own names."""
    words = {row.id: row.words for row in portfolios}
    desks: dict[tuple[str, str], Entry] = {}
    for country in countries:
        for body in country.bodies:
            if body.portfolios:
                entry = body_entry(body, country.row.country)
                names = (*_bare_names(body, country.row), *_usual_names(body, words))
                desks |= {(country.row.country, fold_all(name)): entry for name in names}
    return desks


def _usual_names(body: BodyRow, words: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for portfolio in body.portfolios:
        if portfolio not in words:
            raise BadRule(body.id, f"there is no portfolio {portfolio}; known are {', '.join(sorted(words))}")
        yield from words[portfolio]


def _bare_names(body: BodyRow, country: CountryRow) -> Iterator[str]:
    """Names of a body without its country: the Ministry of Defence (of Kenya)."""
    owners = [f" of {the}{name}" for name in (country.name, *country.aliases) for the in ("", "the ")]
    for name in (body.name, *body.aliases):
        bare = name.partition(" (")[0]
        yield bare.removesuffix(max(filter(bare.endswith, owners), key=len, default=""))
