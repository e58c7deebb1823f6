"""Where an act was done, which is not any place that its sentence names."""

from collections.abc import Sequence

from dragoman.model import Coded, Place, PlaceMention
from dragoman.stages import slots
from dragoman.stages.act import Act
from dragoman.stages.scenes import Scene, carried, distance, token_at

SITE = frozenset(
    {
        "in",
        "at",
        "on",
        "near",
        "outside",
        "inside",
        "around",
        "across",
        "over",
        "within",
        "along",
        "off",
        "throughout",
        "into",
        "through",
    }
)
GOAL = frozenset({"to", "in", "into", "at", "for"})
VISITS = frozenset({"042", "043", "04"})


def place_of(scene: Scene, act: Act, before: Sequence[tuple[Scene, Coded[Place]]]) -> Coded[Place] | None:
    """The place told for the act; a meeting without one is where the paragraph's last visit or meeting was."""
    told = _told(scene, act)
    return carried(before, scene) if told is None and act.type == "CONSULT" else told


def _told(scene: Scene, act: Act) -> Coded[Place] | None:
    """Where it happened: what a preposition of place brings, the goal of a visit, the place that is struck."""
    ranked = [
        (rank, distance(scene, act, p.span), p) for p in scene.places if (rank := _rank(scene, act, p)) is not None
    ]
    if not ranked:
        return None
    rank, _, best = min(ranked, key=lambda r: (r[0], _vague(r[2]), r[1]))
    return Coded(best.place, best.rule, (best.span,), 0.8 if rank == 0 else 0.6)


def _vague(mention: PlaceMention) -> int:
    return mention.place.precision in ("country", "region")


def _rank(scene: Scene, act: Act, mention: PlaceMention) -> int | None:
    """0 beside the act itself, 1 elsewhere in its clause; None where the words are no site of it."""
    tree = scene.tree
    i = token_at(scene, mention.span)
    head, verb = act.trigger.head, act.trigger.verb
    words = slots.case_words(tree, i)
    near = tree.head(i) in {head, verb, *act.trigger.words}
    if act.cameo[:3] in VISITS and words & GOAL and near:
        return 0
    if words & SITE and near:
        return 0
    if act.cameo[:3] in VISITS and not words & {"from"} and _inside_recipient(scene, act, mention):
        return 0
    if act.type == "ASSAULT" and _inside_recipient(scene, act, mention):
        return 0
    if (
        act.type == "AID"
        and mention.kind == "country"
        and any(mention.span.overlaps(span) for party in act.recipients for span in party.evidence)
    ):
        return 1
    if words & SITE and (head in tree.ancestors(i) or tree.head(i) in tree.ancestors(head)):
        return 1
    return None


def _inside_recipient(scene: Scene, act: Act, mention: PlaceMention) -> bool:
    spans = [span for party in act.recipients for span in party.evidence]
    if any(mention.span.overlaps(span) for span in spans):
        return True
    tree = scene.tree
    i = token_at(scene, mention.span)
    return (
        tree.dep(i) in ("compound", "nmod", "obj", "appos")
        and act.trigger.head in (tree.head(i), *list(tree.ancestors(i))[:3])
        and bool(slots.case_words(tree, i) & {"on", "against", "of", "at", "in"} or tree.dep(i) in ("compound", "obj"))
    )
