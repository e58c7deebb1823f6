"""What an act becomes inside another one: agreed to provide aid, threatened to attack, demanded a withdrawal."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import BadRule
from dragoman.lexicon.frames import TYPES
from dragoman.lexicon.reading import load_rows


@dataclass(frozen=True, slots=True)
class ComposeRow:
    """One outer act: "inner=code" strings by CAMEO prefix."""

    outer: str
    type: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Composition:
    """CAMEO codes by outer and inner prefix."""

    table: Mapping[str, Mapping[str, str]]

    def code(self, outer: str, inner: str) -> str | None:
        """The code of `inner` framed by `outer`, or None where the two do not compose."""
        for length in range(len(outer), 1, -1):
            codes = self.table.get(outer[:length])
            if codes is not None:
                return next((codes[inner[:n]] for n in range(len(inner), 1, -1) if inner[:n] in codes), None)
        return None


def load_composition(path: Path) -> Composition:
    """Read `compose.toml`. Raises BadRule on the first wrong row."""
    table = {}
    for row in load_rows(path, "compose", ComposeRow):
        if row.type not in TYPES:
            raise BadRule(f"{path.name}#{row.outer}", f"{row.type} is no PLOVER type")
        pairs = [code.partition("=") for code in row.codes]
        if wrong := [a + b + c for a, b, c in pairs if not (a.isdigit() and c.isdigit())]:
            raise BadRule(f"{path.name}#{row.outer}", f'"{wrong[0]}" is not "inner=code"')
        table[row.outer] = {inner: code for inner, _, code in pairs}
    return Composition(table)
