"""Country codes of two letters and of three."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import BadRule
from dragoman.lexicon.reading import load_rows


@dataclass(frozen=True, slots=True)
class CodesRow:
    """One row: "IR=IRN" and so on."""

    id: str
    pairs: tuple[str, ...]


def load_codes(path: Path) -> Mapping[str, str]:
    """Two letters to three. Raises BadRule on a pair that is none."""
    found: dict[str, str] = {}
    for row in load_rows(path, "codes", CodesRow):
        for written in row.pairs:
            two, _, three = written.partition("=")
            if (len(two), len(three)) != (2, 3) or two in found:
                raise BadRule(f"{path.name}#{row.id}", f'"{written}" is no pair like "IR=IRN", or stands twice')
            found[two] = three
    return found
