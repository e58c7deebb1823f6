"""Who publishes: outlets as data, and as phrases that a text may name them by."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.lexicon.actors import Entry
from dragoman.lexicon.phrases import Phrase
from dragoman.lexicon.reading import files, load_rows, unique


@dataclass(frozen=True, slots=True)
class OutletRow:
    """One outlet. `ownership` is a public fact about it, never a grade of its reports."""

    id: str
    name: str
    country: str
    kind: str
    ownership: str
    owner: str = ""
    aliases: tuple[str, ...] = ()
    cased: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()


def load_outlets(folder: Path) -> tuple[OutletRow, ...]:
    """Every row of every file of a folder; ids are unique over all of them."""
    rows = (row for path in files(folder) for row in load_rows(path, "outlet", OutletRow))
    return unique(rows, lambda row: row.id, str(folder))


def outlet_phrases(rows: Iterable[OutletRow]) -> Iterator[Phrase[Entry]]:
    """Names, short names and domains of outlets as phrases."""
    for row in rows:
        entry = Entry("organisation", "outlet", row.name, f"outlets#{row.id}", row.country or None, "MED", row.id)
        for name in dict.fromkeys((row.name, *row.aliases, *row.cased, *row.domains)):
            yield Phrase(name, entry, cased=name in row.cased or len(name) <= 4)
