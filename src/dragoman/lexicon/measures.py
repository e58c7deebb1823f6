"""What quantities count, in the words of one language, read from `measures.toml`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.errors import BadRule
from dragoman.lexicon.reading import WordsRow, unique
from dragoman.lexicon.units import load_tables

WORDS = (
    "auxiliary", "person", "troops", "people", "never", "stock", "definite", "label", "stop", "share", "direction",
    "complement", "filler", "toward", "demonym", "singular", "part", "moment", "source", "toll", "rise",
    "whose", "own", "alleged",
)  # fmt: skip
NOT_PLURAL = ("ss", "us", "is")  # endings of a spelling, not of a number: press, virus, crisis
SHORTEST_PLURAL = 3


@dataclass(frozen=True, slots=True)
class HappeningRow:
    """What happens to people, and the phrases beside a number that say so; `counted` where a noun must be, too."""

    id: str
    measure: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    hits: tuple[str, ...]
    misses: tuple[str, ...]
    people: bool = False
    counted: bool = False


@dataclass(frozen=True, slots=True)
class PluralRow:
    """A plural, or the ending of one, and its singular."""

    plural: str
    singular: str


@dataclass(frozen=True, slots=True)
class Happening:
    """What a phrase says happened; `people` where it must be people, `counted` where a noun must say so."""

    rule: str
    measure: str
    people: bool
    counted: bool


@dataclass(frozen=True, slots=True)
class Measures:
    """Everything needed to tell what a quantity measures. Phrases are tuples of words in lower case."""

    before: Mapping[tuple[str, ...], Happening]
    after: Mapping[tuple[str, ...], Happening]
    words: Mapping[str, frozenset[str]]
    plurals: Mapping[str, str]
    suffixes: tuple[PluralRow, ...]
    happenings: tuple[HappeningRow, ...]
    demonyms: tuple[str, ...]
    one_person: frozenset[str]
    prefix: str

    def plays(self, word: str, part: str) -> bool:
        """Whether a word plays a part beside numbers (never, stock, label …)."""
        return word in self.words[part]


def load_measures(path: Path) -> Measures:
    """Read `measures.toml`. Raises BadRule naming the file and the row that cannot be used."""
    kinds = {"happening": HappeningRow, "words": WordsRow, "plural": PluralRow, "suffix": PluralRow}
    tables = load_tables(path, kinds)
    rows: tuple[HappeningRow, ...] = unique(tables["happening"], lambda row: row.id, str(path))
    words = {row.id: frozenset(row.words) for row in unique(tables["words"], lambda row: row.id, str(path))}
    if words.keys() != set(WORDS):
        raise BadRule(
            str(path), f"[[words]] has the rows {', '.join(WORDS)}; these differ: {words.keys() ^ set(WORDS)}"
        )
    prefix = f"{path.parent.name}/{path.stem}"
    made = Measures(
        before=_phrases(prefix, ((row, row.before) for row in rows)),
        after=_phrases(prefix, ((row, row.after) for row in rows)),
        words=words,
        plurals={row.plural: row.singular for row in tables["plural"]},
        suffixes=tables["suffix"],
        happenings=rows,
        demonyms=tuple(sorted(words["demonym"])),
        one_person=frozenset(),
        prefix=prefix,
    )
    return replace(made, one_person=frozenset(singular(made, word) for word in words["person"]))


def _phrases(prefix: str, rows: Iterable[tuple[HappeningRow, tuple[str, ...]]]) -> dict[tuple[str, ...], Happening]:
    return {
        tuple(phrase.split()): Happening(f"{prefix}#{row.id}", row.measure, row.people, row.counted)
        for row, phrases in rows
        for phrase in phrases
    }


def is_plural(measures: Measures, lower: str) -> bool:
    """Whether a word looks like the plural of a noun."""
    if lower in measures.plurals:
        return True
    if len(lower) < SHORTEST_PLURAL or not lower.isalpha() or lower in measures.words["singular"]:
        return False
    return any(lower.endswith(row.plural) for row in measures.suffixes) and not lower.endswith(NOT_PLURAL)


def is_people(measures: Measures, word: str) -> bool:
    """Whether a word as written is what a people is called (Israelis, Kurds)."""
    return word[:1].isupper() and word[1:2].islower() and word.lower().endswith(measures.demonyms)


def singular(measures: Measures, lower: str) -> str:
    """The singular of a plural; the word itself where it has none."""
    if lower in measures.plurals:
        return measures.plurals[lower]
    for row in measures.suffixes:
        if lower.endswith(row.plural) and len(lower) > len(row.plural) + 1 and not lower.endswith(NOT_PLURAL):
            return lower[: len(lower) - len(row.plural)] + row.singular
    return lower
