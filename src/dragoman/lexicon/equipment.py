"""Weapons and platforms by name, as reports of transfers name them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import BadRule
from dragoman.lexicon.actors import Entry
from dragoman.lexicon.phrases import Phrase
from dragoman.lexicon.reading import WordsRow, files, load_rows, unique

CATEGORIES = frozenset(
    {
        "aircraft", "air defence systems", "armoured vehicles", "artillery", "engines", "missiles", "naval weapons",
        "satellites", "sensors", "ships", "other",
    }
)  # fmt: skip
MENTIONS = ("weapon", "platform")
NAMESAKES = "namesakes.toml"
NAMESAKE = Entry("namesake", "", "", "equipment/namesakes")  # what mentions pass over: the tank of a think tank


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One system or kind of weapon, with SIPRI's category and the country of its designer, empty for common nouns.

    `mention` is weapon or platform; names in `cased` count only as they are written there.
    """

    id: str
    name: str
    category: str
    mention: str
    maker: str
    aliases: tuple[str, ...] = ()
    cased: tuple[str, ...] = ()


def load_equipment(folder: Path) -> tuple[ItemRow, ...]:
    """Every row of every file of a folder; ids are unique over all of them. Raises BadRule on the first wrong one."""
    rows = unique(
        (row for path in files(folder) if path.name != NAMESAKES for row in load_rows(path, "item", ItemRow)),
        lambda row: row.id,
        str(folder),
    )
    for row in rows:
        _check(row, str(folder))
    return rows


def _check(row: ItemRow, where: str) -> None:
    if row.category not in CATEGORIES:
        raise BadRule(where, f"{row.id}: category is one of {', '.join(sorted(CATEGORIES))}; got {row.category!r}")
    if row.mention not in MENTIONS:
        raise BadRule(where, f"{row.id}: mention is {' or '.join(MENTIONS)}; got {row.mention!r}")
    if row.maker and not (len(row.maker) == 3 and row.maker.isupper()):
        raise BadRule(where, f"{row.id}: maker is an ISO 3166-1 alpha-3 code or empty; got {row.maker!r}")


def equipment_phrases(rows: Iterable[ItemRow]) -> Iterator[Phrase[Entry]]:
    """Names of items as phrases, in the plural too."""
    for row in rows:
        entry = Entry(row.mention, row.category, row.name, f"equipment#{row.id}", None, None, row.id)  # nobody's yet
        for name in dict.fromkeys((row.name, *row.aliases, *row.cased)):
            yield Phrase(name, entry, cased=name in row.cased)
            if not name.endswith("s"):
                yield Phrase(name + "s", entry, cased=name in row.cased)


@dataclass(frozen=True, slots=True)
class Armoury:
    """Items by their id, and the common nouns among them by their dictionary form."""

    items: Mapping[str, ItemRow]
    kinds: Mapping[str, ItemRow]


def make_armoury(rows: Iterable[ItemRow]) -> Armoury:
    """Index the items; a common noun of several words is no kind: not every plane is a fighter plane."""
    items = {row.id: row for row in rows}
    generic = [row for row in items.values() if not row.maker]
    kinds = {name.lower(): row for row in generic for name in (*row.aliases, row.name) if " " not in name}
    return Armoury(items, kinds)


def namesake_phrases(path: Path) -> Iterator[Phrase[Entry]]:
    """The phrases that are no item, so that the longer match keeps the shorter one from being taken for one."""
    for row in unique(load_rows(path, "namesake", WordsRow), lambda row: row.id, str(path)):
        for words in row.words:
            yield Phrase(words, NAMESAKE, cased=words[0].isupper())
            yield Phrase(words + "s", NAMESAKE, cased=words[0].isupper())
