"""Number words, bounds, currencies, units and rates of one language, read from `units.toml`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.errors import BadRule
from dragoman.lexicon.reading import R, WordsRow, load_toml, make_row, row_name, unique
from dragoman.text.numbers import Bound, NumberWords

EFFECTS = ("low", "high", "both")


@dataclass(frozen=True, slots=True)
class NumberRow:
    """The plain number words: `ones` from zero to nineteen, `tens` from twenty to ninety, and those that join them."""

    id: str
    ones: tuple[str, ...]
    tens: tuple[str, ...]
    vague: tuple[str, ...]
    loose: tuple[str, ...]
    idle: tuple[str, ...]
    halves: tuple[str, ...]
    articles: tuple[str, ...]
    ties: tuple[str, ...]
    links: tuple[str, ...]
    range_words: tuple[str, ...]
    between: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScaleRow:
    """A word that multiplies the number before it; `tight` ones only beside a currency."""

    id: str
    factor: float
    words: tuple[str, ...]
    tight: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BoundRow:
    """Phrases before or after a number that bound it."""

    id: str
    effect: str
    before: tuple[str, ...]
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CurrencyRow:
    """A currency. Words with `kinds` belong to several; the kind (Turkish lira) decides, else the first row."""

    code: str
    signs: tuple[str, ...]
    words: tuple[str, ...]
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit of measure and what it measures."""

    name: str
    kind: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RateRow:
    """Phrases that make a quantity a rate."""

    per: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RatioRow:
    """Words for so many times as much."""

    factor: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """What a phrase measures; `kind` is money, weight, volume, distance, area, power or share."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Units:
    """Everything needed to read quantities of one language. Phrases are tuples of words in lower case."""

    numbers: NumberWords
    signs: Mapping[str, str]
    currencies: Mapping[str, Mapping[str, str]]
    units: Mapping[tuple[str, ...], Unit]
    rates: Mapping[tuple[str, ...], str]
    ratios: Mapping[str, float]
    comparing: Mapping[str, frozenset[str]]
    loose: frozenset[str]
    idle: frozenset[str]


TABLES: Mapping[str, type[Any]] = {
    "number": NumberRow,
    "scale": ScaleRow,
    "bound": BoundRow,
    "currency": CurrencyRow,
    "unit": UnitRow,
    "rate": RateRow,
    "ratio": RatioRow,
    "comparison": WordsRow,
}
COMPARING = ("times", "follows", "claimed", "figure")


def load_tables(path: Path, kinds: Mapping[str, type[Any]]) -> dict[str, tuple[Any, ...]]:
    """All tables of a file of several, each row as its dataclass. Raises BadRule on unknown, missing or empty ones."""
    tables = load_toml(path)
    if extra := tables.keys() - kinds.keys():
        raise BadRule(str(path), f"unknown table {', '.join(sorted(extra))}; known are {', '.join(kinds)}")
    return {name: _rows(path, name, tables.get(name), kind) for name, kind in kinds.items()}


def _rows(path: Path, name: str, rows: object, kind: type[R]) -> tuple[R, ...]:
    if not isinstance(rows, list) or not rows:
        raise BadRule(str(path), f"has no [[{name}]] rows")
    return tuple(make_row(kind, row, f"{path.name}#{name}/{row_name(row, i)}") for i, row in enumerate(rows, 1))


def load_units(path: Path) -> Units:
    """Read `units.toml`. Raises BadRule naming the file and the row that cannot be used."""
    tables = load_tables(path, TABLES)
    currencies: Sequence[CurrencyRow] = unique(tables["currency"], lambda row: row.code, str(path))
    comparing = {row.id: frozenset(row.words) for row in unique(tables["comparison"], lambda row: row.id, str(path))}
    if wrong := comparing.keys() ^ set(COMPARING):
        raise BadRule(
            str(path), f"[[comparison]] has the rows {', '.join(COMPARING)}; these differ: {', '.join(wrong)}"
        )
    numbers: NumberRow = tables["number"][0]
    return Units(
        ratios={word: row.factor for row in tables["ratio"] for word in row.words},
        comparing=comparing,
        loose=frozenset(numbers.loose),
        idle=frozenset(numbers.idle),
        numbers=number_words(path, tables["number"], tables["scale"], tables["bound"], currencies),
        signs={sign: row.code for row in currencies for sign in row.signs},
        currencies=_currency_words(currencies),
        units={tuple(w.split()): Unit(row.name, row.kind) for row in tables["unit"] for w in row.words},
        rates={tuple(phrase.split()): row.per for row in tables["rate"] for phrase in row.phrases},
    )


def number_words(
    path: Path,
    numbers: Sequence[NumberRow],
    scales: Sequence[ScaleRow],
    bounds: Sequence[BoundRow],
    currencies: Sequence[CurrencyRow],
) -> NumberWords:
    """The tables that the reader of numbers wants."""
    if len(numbers) != 1:
        raise BadRule(str(path), f"holds one [[number]] row, got {len(numbers)}")
    (row,) = numbers
    values = {w: float(i) for i, w in enumerate(row.ones)} | {w: 10.0 * i for i, w in enumerate(row.tens, 2)}
    return NumberWords(
        values=values,
        scales={w: s.factor for s in scales for w in s.words},
        tight={w: s.factor for s in scales for w in s.tight},
        vague=frozenset(row.vague),
        halves=frozenset(row.halves),
        articles=frozenset(row.articles),
        ties=frozenset(row.ties),
        links=frozenset(row.links),
        range_words=frozenset(row.range_words),
        between=frozenset(row.between),
        signs=frozenset(sign for c in currencies for sign in c.signs),
        kinds=frozenset(kind for c in currencies for kind in c.kinds),
        starters=frozenset({*values, *row.vague, *row.halves, *row.articles, *(w for s in scales for w in s.words)}),
        before=_bounds(path, [(b, b.before) for b in bounds]),
        after=_bounds(path, [(b, b.after) for b in bounds]),
    )


def _bounds(path: Path, rows: Iterable[tuple[BoundRow, tuple[str, ...]]]) -> dict[tuple[str, ...], Bound]:
    made: dict[tuple[str, ...], Bound] = {}
    for row, phrases in rows:
        if row.effect not in EFFECTS:
            raise BadRule(f"{path.name}#{row.id}", f"effect is one of {', '.join(EFFECTS)}, got {row.effect}")
        made.update(
            {tuple(phrase.split()): Bound(f"{path.parent.name}/units#{row.id}", row.effect) for phrase in phrases}
        )
    return made


def _currency_words(rows: Iterable[CurrencyRow]) -> dict[str, dict[str, str]]:
    """Word → kind → code; the kind "" is what the bare word means."""
    made: dict[str, dict[str, str]] = {}
    for row in rows:
        for word in row.words:
            codes = made.setdefault(word, {})
            codes.setdefault("", row.code)
            codes.update(dict.fromkeys(row.kinds, row.code))
    return made
