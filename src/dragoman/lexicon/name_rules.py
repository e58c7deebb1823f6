"""The tables of data/names/, read strictly. docs/names.md tells what each is for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.errors import BadRule
from dragoman.lexicon.actors import load_countries
from dragoman.lexicon.reading import WordsRow, load_rows, load_toml, make_row, row_name, unique
from dragoman.text.east_asian import EastAsian
from dragoman.text.fold import fold
from dragoman.text.name_rules import NameRules, Phrase
from dragoman.text.spelling import Variants


@dataclass(frozen=True, slots=True)
class VariantRow:
    """Letters that may stand for one another; `hits` are names that this brings together."""

    id: str
    forms: tuple[str, ...]
    cost: float
    hits: tuple[str, ...]
    misses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CompoundRow:
    """Beginnings or ends that are written together with a name or apart, and the form that stands for them all."""

    id: str
    first: tuple[str, ...]
    last: tuple[str, ...]
    standard: str


@dataclass(frozen=True, slots=True)
class GivenRow:
    """Forms of one given name."""

    id: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormRow:
    """Ways of writing one legal form; `leading` are those that may stand before the name."""

    id: str
    written: tuple[str, ...]
    leading: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChineseRow:
    """Chinese family names, and the beginnings and ends of syllables in pinyin."""

    id: str
    families: tuple[str, ...]
    initials: tuple[str, ...]
    finals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WadeRow:
    """What the Wade-Giles system writes for what pinyin writes, item by item."""

    id: str
    pinyin: tuple[str, ...]
    wade: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """Ways of writing one Korean family name."""

    id: str
    families: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HangulRow:
    """Letters of Korean syllables and what they are read as, item by item."""

    id: str
    written: tuple[str, ...]
    read: tuple[str, ...]


def load_name_rules(folder: Path, countries: Path) -> NameRules:
    """Read every file of the folder. Raises BadRule on the first wrong row."""
    words = _tables(folder / "words.toml", WORD_TABLES)
    bodies = _tables(folder / "organisations.toml", BODY_TABLES)
    compounds: tuple[CompoundRow, ...] = words["compounds"]
    numbers = _tables(folder / "numbers.toml", {"number": WordsRow, "roman": WordsRow})
    spelling = _tables(folder / "spelling.toml", SPELLING_TABLES)
    return NameRules(
        variants=_variants(spelling["variant"]),
        bare=_variants((*spelling["variant"], *spelling["bare"])),
        particles=_all(words["particles"]) | _all(words["sons"]),
        sons=_all(words["sons"]),
        titles=_all(words["titles"]) - _all(words["honours"]),
        honours=_all(words["honours"]),
        regnal=_all(words["regnal"]),
        after=_all(words["after"]),
        generations=_values(words["generations"]),
        first_compounds=_longest_first({word: row.standard for row in compounds for word in row.first}),
        last_compounds=_longest_first({word: row.standard for row in compounds for word in row.last}),
        fused=_all(words["fused"]),
        common=_all(words["common"]),
        prefixed=_all(words["prefixed"]),
        patronymics=tuple(sorted(_all(words["patronymics"]), key=len, reverse=True)),
        derived=_all(words["derived"]),
        given=_given(load_rows(folder / "given.toml", "given", GivenRow)),
        forms=_phrases(row.written for row in bodies["form"]),
        leading=_phrases(row.leading for row in bodies["form"]),
        kinds=_all(bodies["kind"]),
        markers=_all(bodies["marker"]),
        numbered=_all(bodies["numbered"]),
        regions=_all(bodies["region"]) | frozenset(_country_words(countries)),
        numbers=_values(numbers["number"]),
        romans=_values(numbers["roman"]),
        ordinals=tuple(sorted(_all(words["ordinals"]))),
        asian=load_east_asian(folder / "east_asian.toml"),
    )


def _longest_first(forms: Mapping[str, str]) -> dict[str, str]:
    """In the order in which they are tried, so that the fullest form is found in a longer word."""
    return {form: forms[form] for form in sorted(forms, key=len, reverse=True)}


WORD_TABLES = {
    "particles": WordsRow, "sons": WordsRow, "fused": WordsRow, "titles": WordsRow, "honours": WordsRow,
    "regnal": WordsRow, "after": WordsRow, "generations": WordsRow, "ordinals": WordsRow, "compounds": CompoundRow,
    "common": WordsRow, "prefixed": WordsRow, "patronymics": WordsRow, "derived": WordsRow,
}  # fmt: skip
SPELLING_TABLES = {"variant": VariantRow, "bare": VariantRow}
BODY_TABLES = {"form": FormRow, "kind": WordsRow, "marker": WordsRow, "numbered": WordsRow, "region": WordsRow}
ASIAN_TABLES = {"chinese": ChineseRow, "wade": WadeRow, "korean": FamilyRow, "hangul": HangulRow}


def _variants(rows: Iterable[VariantRow]) -> Variants:
    return Variants.of((row.forms, row.cost) for row in rows)


def _tables(path: Path, types: Mapping[str, type[Any]]) -> dict[str, tuple[Any, ...]]:
    """The tables of a file, each as rows of its type; every one must be there, and no other."""
    tables = load_toml(path)
    if tables.keys() != types.keys():
        raise BadRule(str(path), f"holds the tables {', '.join(types)}, got {', '.join(tables)}")
    return {name: _rows(path, name, types[name], rows) for name, rows in tables.items()}


def _rows(path: Path, name: str, row_type: type[Any], rows: Iterable[Mapping[str, Any]]) -> tuple[Any, ...]:
    found = (make_row(row_type, row, f"{path.name}#{row_name(row, i)}") for i, row in enumerate(rows, 1))
    return unique(found, lambda row: str(row.id), f"{path.name} [[{name}]]")


def _all(rows: Iterable[WordsRow]) -> frozenset[str]:
    return frozenset(word for row in rows for word in row.words)


def _values(rows: Iterable[WordsRow]) -> Mapping[str, str]:
    """Words -> the id of their row, which is their value."""
    return {word: row.id for row in rows for word in row.words}


def _phrases(groups: Iterable[tuple[str, ...]]) -> frozenset[Phrase]:
    return frozenset(tuple(fold(text).split()) for group in groups for text in group)


def _given(rows: Iterable[GivenRow]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows:
        for name in row.names:
            found.setdefault(fold(name), set()).add(row.id)
    return {name: frozenset(ids) for name, ids in found.items()}


def _country_words(folder: Path) -> Iterator[str]:
    """Single words that name a country or its people."""
    for country in load_countries(folder):
        named = (country.row.name, *country.row.aliases, *country.row.demonyms)
        yield from (fold(name) for name in named if " " not in name)


def load_east_asian(path: Path) -> EastAsian:
    """Read `east_asian.toml`."""
    tables = _tables(path, ASIAN_TABLES)
    (chinese,), (letters,) = tables["chinese"], tables["hangul"]
    syllables = _syllables(chinese, {row.id: _items(row.pinyin, row.wade, row.id) for row in tables["wade"]})
    known = frozenset(chinese.families)
    families: dict[str, set[str]] = {}
    for row in tables["korean"]:
        for name in row.families:
            families.setdefault(name, set()).add(row.id)
    return EastAsian(
        syllables=syllables,
        chinese={written: read & known for written, read in syllables.items() if read & known},
        korean={name: frozenset(ids) for name, ids in families.items()},
        letters=_items(letters.written, letters.read, letters.id),
    )


def _items(first: tuple[str, ...], second: tuple[str, ...], where: str) -> tuple[tuple[str, str], ...]:
    if len(first) != len(second):
        raise BadRule(where, f"needs as many items on both sides, got {len(first)} and {len(second)}")
    return tuple(zip(first, second, strict=True))


def _syllables(row: ChineseRow, wade: Mapping[str, tuple[tuple[str, str], ...]]) -> Mapping[str, frozenset[str]]:
    """Every syllable in pinyin and in Wade-Giles -> what it can be in pinyin."""
    found: dict[str, set[str]] = {}
    for initial in row.initials:
        for final in row.finals:
            found.setdefault(initial + final, set()).add(initial + final)
            for written in _in_wade(initial, final, wade):
                found.setdefault(written, set()).add(initial + final)
    return {written: frozenset(read) for written, read in found.items()}


def _in_wade(initial: str, final: str, wade: Mapping[str, tuple[tuple[str, str], ...]]) -> set[str]:
    whole = {w for p, w in wade["whole"] if p == initial + final}
    starts = {w for p, w in wade["initials"] if p == initial} or {initial}
    ends = {w for p, w in wade["finals"] if p == final} | {final}
    return whole | {start + end for start in starts for end in ends}
