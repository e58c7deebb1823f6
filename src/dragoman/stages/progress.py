"""How far a transfer has gone: offered, negotiated, agreed, ordered, delivered, in use, or denied."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.lexicon.transfers import Outer
from dragoman.model import Coded
from dragoman.stages import slots
from dragoman.stages.circumstances import phrase_of, status_of, told_by
from dragoman.stages.sightings import CLIMBED, HIGHEST, Sighting

OVER = frozenset({"for", "of", "on", "to", "in", "about", "over"})


@dataclass(frozen=True, slots=True)
class Progress:
    """A stage, and the token of the word that frames the transfer where one does."""

    stage: Coded[str]
    outer: int | None = None


def progress_of(sighting: Sighting) -> Progress:
    """Denied, or what a word around it says, or what the trigger says with its status."""
    cues = sighting.desk.cues[sighting.scene.number]
    status = status_of(cues, told_by(sighting.scene, sighting.act), phrase_of(sighting.scene, sighting.act))
    found = _outer(sighting)
    return _as_told(sighting, status) if found is None else _as_framed(sighting, status, *found)


def _as_told(sighting: Sighting, status: Coded[str]) -> Progress:
    row = sighting.row
    becomes = {"denied": "denied", "planned": row.planned or row.stage, "possible": row.possible or row.stage}
    value = becomes.get(status.value, row.stage)
    evidence = (sighting.words, *status.evidence) if value != row.stage else (sighting.words,)
    return Progress(Coded(value, sighting.telling.rule, evidence, 0.8 if value == row.stage else 0.7))


def _as_framed(sighting: Sighting, status: Coded[str], outer: Outer, token: int) -> Progress:
    """The stage of the word that frames it, unless that did not happen or it frames what is denied."""
    span = sighting.scene.reading.tokens.span(token, token + 1)
    cues = sighting.desk.cues[sighting.scene.number]
    denied = "denied" in (status.value, status_of(cues, (span,), None).value)
    evidence = tuple(sorted((span, sighting.words)))
    return Progress(Coded("denied" if denied else outer.row.stage, outer.rule, evidence, 0.7), token)


def _outer(sighting: Sighting) -> tuple[Outer, int] | None:
    """The word above the trigger that frames it (**agreed** to supply, **talks** on a sale), a denial before others."""
    found = list(_above(sighting))
    return next((f for f in found if f[0].row.stage == "denied"), found[0] if found else None)


def _above(sighting: Sighting) -> Iterator[tuple[Outer, int]]:
    """The framing words above a trigger, nearest first, as far as nothing else comes between."""
    tree, desk, node = sighting.tree, sighting.desk, sighting.trigger.head
    for _ in range(HIGHEST):
        dep = tree.dep(node)
        if dep not in CLIMBED or (dep in ("obl", "nmod", "advcl") and not slots.case_words(tree, node) & OVER):
            return
        node = tree.head(node)
        kind = "verb" if slots.is_verb(tree, node) else "noun" if tree.tag(node)[:1] == "N" else "adj"
        found = desk.words.outer[kind].get(tree.lemma(node))
        if found is not None:
            yield found, node
        elif tree.lemma(node) not in desk.words.parts["through"] | desk.light:
            return
