"""PLOVER's types, modes and contexts and CAMEO's codes: what an event may be coded as, and what that means."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import BadRule
from dragoman.lexicon.reading import load_layers

QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
HIGHEST = 10.0  # of intensity, to both sides of 0


@dataclass(frozen=True, slots=True)
class TypeRow:
    """One type of act. `quad` is one of QUADS, `intensity` runs from -10 (conflict) to 10 (cooperation)."""

    id: str
    quad: str
    intensity: float
    definition: str


@dataclass(frozen=True, slots=True)
class ModeRow:
    """How an act of a type is done: "CONSULT/visit". Without an `intensity` of its own it has that of its type."""

    id: str
    definition: str
    intensity: float | None = None

    @property
    def type(self) -> str:
        """The type that it belongs to."""
        return self.id.partition("/")[0]

    @property
    def name(self) -> str:
        """What events carry."""
        return self.id.partition("/")[2]


@dataclass(frozen=True, slots=True)
class ContextRow:
    """What an act may be about."""

    id: str
    definition: str


@dataclass(frozen=True, slots=True)
class CodeRow:
    """One CAMEO code with PLOVER's type and mode for it; none where PLOVER does not code it."""

    code: str
    definition: str
    goldstein: float
    type: str = ""
    mode: str = ""
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ontology:
    """Everything by its id: types by name, modes as "TYPE/mode", contexts by name, codes as text."""

    types: Mapping[str, TypeRow]
    modes: Mapping[str, ModeRow]
    contexts: Mapping[str, ContextRow]
    codes: Mapping[str, CodeRow]

    def modes_of(self, type: str) -> tuple[ModeRow, ...]:
        """The modes of a type, in the order of their file."""
        return tuple(mode for mode in self.modes.values() if mode.type == type)

    def codes_of(self, type: str) -> tuple[CodeRow, ...]:
        """The CAMEO codes that stand for a type."""
        return tuple(code for code in self.codes.values() if code.type == type)

    def mode_of(self, type: str, code: str) -> str | None:
        """The mode that a code brings to an act of this type."""
        row = self.codes.get(code)
        return row.mode or None if row is not None and row.type == type else None

    def quad(self, type: str) -> str | None:
        """The quad class of a type."""
        return self.types[type].quad if type in self.types else None

    def intensity(self, type: str, mode: str | None) -> float | None:
        """The intensity of a mode, else of its type."""
        row = self.modes.get(f"{type}/{mode}")
        if row is not None and row.intensity is not None:
            return row.intensity
        return self.types[type].intensity if type in self.types else None


def load_ontology(folders: Sequence[Path]) -> Ontology:
    """Read `types.toml`, `modes.toml`, `contexts.toml` and `cameo.toml`; a later folder's rows replace or add.

    Raises BadRule on the first row that names what does not exist.
    """

    def paths(name: str) -> list[Path]:
        return [folder / name for folder in folders]

    types = load_layers(paths("types.toml"), "type", TypeRow, lambda row: row.id)
    modes = load_layers(paths("modes.toml"), "mode", ModeRow, lambda row: row.id)
    contexts = load_layers(paths("contexts.toml"), "context", ContextRow, lambda row: row.id)
    codes = load_layers(paths("cameo.toml"), "code", CodeRow, lambda row: row.code)
    ontology = Ontology(
        {row.id: row for row in types},
        {row.id: row for row in modes},
        {row.id: row for row in contexts},
        {row.code: row for row in sorted(codes, key=lambda row: row.code)},
    )
    _check(ontology)
    return ontology


def _check(ontology: Ontology) -> None:
    for type in ontology.types.values():
        where = f"types.toml#{type.id}"
        if type.quad not in QUADS:
            raise BadRule(where, f"quad is one of {', '.join(QUADS)}, got {type.quad!r}")
        _check_range(type.intensity, where)
    for mode in ontology.modes.values():
        where = f"modes.toml#{mode.id}"
        if mode.type not in ontology.types or not mode.name:
            raise BadRule(where, 'id is "TYPE/mode" with a type of types.toml')
        _check_range(mode.intensity or 0.0, where)
    for code in ontology.codes.values():
        _check_code(ontology, code, f"cameo.toml#{code.code}")


def _check_code(ontology: Ontology, row: CodeRow, where: str) -> None:
    if not (row.code.isdigit() and 2 <= len(row.code) <= 4):
        raise BadRule(where, "a CAMEO code has 2 to 4 digits")
    if len(row.code) > 2 and row.code[:-1] not in ontology.codes:
        raise BadRule(where, f"there is no code {row.code[:-1]} that it could refine")
    if row.type and row.type not in ontology.types:
        raise BadRule(where, f"there is no type {row.type}; see types.toml")
    if row.mode and f"{row.type}/{row.mode}" not in ontology.modes:
        raise BadRule(where, f"there is no mode {row.type}/{row.mode}; see modes.toml")
    if wrong := set(row.contexts) - ontology.contexts.keys():
        raise BadRule(where, f"there is no context {', '.join(sorted(wrong))}; see contexts.toml")
    _check_range(row.goldstein, where)


def _check_range(intensity: float, where: str) -> None:
    if abs(intensity) > HIGHEST:
        raise BadRule(where, f"an intensity runs from -{HIGHEST:g} to {HIGHEST:g}, got {intensity:g}")
