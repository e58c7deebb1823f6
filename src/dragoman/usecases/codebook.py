"""The codebook, told: what a type, a code or a context means, and which frames code it."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import Any

from dragoman.errors import NotFound
from dragoman.lexicon.frames import Frame, Frames
from dragoman.lexicon.ontology import CodeRow, ModeRow, Ontology, TypeRow

Entry = dict[str, Any]


def all_types(ontology: Ontology, frames: Frames) -> tuple[Entry, ...]:
    """Every type, in the order of its file."""
    return tuple(type_entry(row, ontology, frames.all) for row in ontology.types.values())


def look_up(name: str, ontology: Ontology, frames: Frames) -> Entry:
    """The type, CAMEO code or context of that name. Raises NotFound with what is written most alike."""
    if name.upper() in ontology.types:
        return type_entry(ontology.types[name.upper()], ontology, frames.all)
    if name in ontology.codes:
        return code_entry(ontology.codes[name], ontology, frames.all)
    if name.lower() in ontology.contexts:
        return context_entry(name.lower(), ontology)
    known = (*ontology.types, *ontology.codes, *ontology.contexts)
    near = get_close_matches(name.upper(), known, n=1) or get_close_matches(name.lower(), known, n=1)
    hint = f"; nearest is {near[0]}" if near else ""
    raise NotFound(f"the codebook has no type, CAMEO code or context {name!r}{hint}; list all types: dragoman codebook")


def type_entry(row: TypeRow, ontology: Ontology, frames: Iterable[Frame]) -> Entry:
    """A type with its modes and codes, the number of its frames and a first example."""
    own = [frame for frame in frames if frame.type == row.id]
    return {
        "kind": "type", "id": row.id, "definition": row.definition, "quad": row.quad, "intensity": row.intensity,
        "modes": [_mode(mode, ontology, own) for mode in ontology.modes_of(row.id)],
        "codes": [_code(code) for code in ontology.codes_of(row.id)],
        **_frames(own),
    }  # fmt: skip


def code_entry(row: CodeRow, ontology: Ontology, frames: Iterable[Frame]) -> Entry:
    """A CAMEO code with those that refine it, the number of frames that bear it and a first example.

    `also` are types besides the code's own that frames give to it, each with how many do and an example.
    """
    own = [frame for frame in frames if frame.cameo == row.code]
    finer = [code for code in ontology.codes.values() if code.code[:-1] == row.code]
    codes = [_code(code) for code in finer]
    return {"kind": "code", **_code(row), "also": list(_others(row, own)), "codes": codes, **_frames(own)}


def _others(row: CodeRow, frames: Sequence[Frame]) -> Iterator[Entry]:
    """The types that frames with a code have in place of the one that PLOVER gives to it."""
    for name in sorted({frame.type for frame in frames} - {row.type}):
        yield {"type": name, **_frames([frame for frame in frames if frame.type == name])}


def context_entry(name: str, ontology: Ontology) -> Entry:
    """A context with the codes that imply it."""
    codes = [_code(code) for code in ontology.codes.values() if name in code.contexts]
    return {"kind": "context", "id": name, "definition": ontology.contexts[name].definition, "codes": codes}


def _mode(row: ModeRow, ontology: Ontology, frames: Iterable[Frame]) -> Entry:
    own = [frame for frame in frames if frame.mode == row.name]
    intensity = ontology.intensity(row.type, row.name)
    return {"id": row.name, "definition": row.definition, "intensity": intensity, **_frames(own)}


def _code(row: CodeRow) -> Entry:
    return {
        "code": row.code, "definition": row.definition, "type": row.type or None, "mode": row.mode or None,
        "goldstein": row.goldstein, "contexts": list(row.contexts),
    }  # fmt: skip


def _frames(frames: Sequence[Frame]) -> Entry:
    """How many, and the first with its first example; null without any."""
    first = frames[0] if frames else None
    return {"frames": len(frames), "rule": first and first.rule, "example": first and first.hits[0]}
