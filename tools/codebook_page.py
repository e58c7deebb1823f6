"""Write docs/codebook.md out of data/ontology: python tools/codebook_page.py. A test holds the page to the data."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.assemble import Data
from dragoman.lexicon.ontology import Ontology, TypeRow

PAGE = Path(__file__).parent.parent / "docs" / "codebook.md"
HEAD = """\
# Codebook

What Dragoman may code, in our own words. This page is written by `python tools/codebook_page.py` out of
`data/ontology/`. `dragoman codebook` shows the same with the number of frames and examples. [coding.md](coding.md)
tells how doubtful cases are decided, and what we chose where PLOVER's own texts disagree.

Intensity and Goldstein's score run from -10 (conflict) to 10 (cooperation). An event has the intensity of its mode,
else that of its type. A mode without a number has its type's."""


def page(ontology: Ontology) -> str:
    """The whole page."""
    return "\n".join((HEAD, "", *_types(ontology), *_contexts(ontology), *_comments(ontology)))


def _types(ontology: Ontology) -> Iterator[str]:
    yield from ("## Types", "")
    heads = ("type", "quad class", "intensity", "what it is")
    yield from _table(
        heads, ((f"`{t.id}`", t.quad, f"{t.intensity:+.1f}", t.definition) for t in ontology.types.values())
    )
    for row in ontology.types.values():
        yield from _type(row, ontology)


def _type(row: TypeRow, ontology: Ontology) -> Iterator[str]:
    yield from (f"### {row.id}", "", row.definition, "")
    modes = [(f"`{m.name}`", _signed(m.intensity), m.definition) for m in ontology.modes_of(row.id)]
    if modes:
        yield from _table(("mode", "intensity", "how"), modes)
    codes = (
        (f"`{c.code}`", f"`{c.mode}`" if c.mode else "", f"{c.goldstein:+.1f}", _names(c.contexts), c.definition)
        for c in ontology.codes_of(row.id)
    )
    yield from _table(("CAMEO", "mode", "Goldstein", "contexts", "what it is"), codes)


def _contexts(ontology: Ontology) -> Iterator[str]:
    yield from ("## Contexts", "", "What an act is about. An event may have several, or none.", "")
    yield from _table(
        ("context", "what it is about"), ((f"`{c.id}`", c.definition) for c in ontology.contexts.values())
    )


def _comments(ontology: Ontology) -> Iterator[str]:
    yield from ("## Comments", "", "CAMEO's codes for what PLOVER does not code as an act.", "")
    rows = ((f"`{c.code}`", f"{c.goldstein:+.1f}", c.definition) for c in ontology.codes_of(""))
    yield from _table(("CAMEO", "Goldstein", "what it is"), rows)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for row in (heads, ("---",) * len(heads), *rows):
        yield f"| {' | '.join(row)} |"
    yield ""


def _names(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _signed(score: float | None) -> str:
    return "" if score is None else f"{score:+.1f}"


if __name__ == "__main__":
    PAGE.write_text(page(Data("en").ontology), encoding="utf-8")
