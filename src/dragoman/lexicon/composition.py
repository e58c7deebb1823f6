"""What an act becomes inside another one: agreed to provide aid, threatened to attack, demanded a withdrawal."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import BadRule
from dragoman.lexicon.ontology import Ontology
from dragoman.lexicon.reading import load_layers


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


def load_composition(paths: Sequence[Path], ontology: Ontology) -> Composition:
    """Read `compose.toml`, ours first. Raises BadRule on the first wrong row."""
    rows = load_layers(paths, "compose", ComposeRow, lambda row: row.outer)
    return Composition({row.outer: dict(_pairs(row, ontology)) for row in rows})


def _pairs(row: ComposeRow, ontology: Ontology) -> Iterator[tuple[str, str]]:
    where = f"compose.toml#{row.outer}"
    if row.type not in ontology.types:
        raise BadRule(where, f"there is no type {row.type}; see types.toml")
    for pair in row.codes:
        inner, sign, code = pair.partition("=")
        if not sign:
            raise BadRule(where, f'"{pair}" is not "inner=code"')
        if wrong := {row.outer, inner, code} - ontology.codes.keys():
            raise BadRule(where, f'"{pair}": there is no CAMEO code {", ".join(sorted(wrong))}; see cameo.toml')
        if ontology.codes[code].type != row.type:
            raise BadRule(where, f'"{pair}": {code} is no code of {row.type}; see cameo.toml')
        yield inner, code
