"""Weapons and platforms by name, as reports of transfers name them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.lexicon.actors import Entry
from dragoman.lexicon.phrases import Phrase
from dragoman.lexicon.reading import files, load_rows, unique


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One system or kind of weapon, with SIPRI's category. `mention` is weapon or platform."""

    id: str
    name: str
    category: str
    mention: str
    maker: str
    aliases: tuple[str, ...] = ()
    cased: tuple[str, ...] = ()


def load_equipment(folder: Path) -> tuple[ItemRow, ...]:
    """Every row of every file of a folder; ids are unique over all of them."""
    rows = (row for path in files(folder) for row in load_rows(path, "item", ItemRow))
    return unique(rows, lambda row: row.id, str(folder))


def equipment_phrases(rows: Iterable[ItemRow]) -> Iterator[Phrase[Entry]]:
    """Names of items as phrases; generic ones in the plural too."""
    for row in rows:
        entry = Entry(row.mention, row.category, row.name, f"equipment#{row.id}", row.maker or None, None, row.id)
        for name in dict.fromkeys((row.name, *row.aliases)):
            if name not in row.cased:
                yield Phrase(name, entry)
                yield Phrase(name + "s", entry)
        yield from (Phrase(name, entry, cased=True) for name in row.cased)
