"""Where an act was done, which is not any place that its sentence names."""

from collections.abc import Iterator, Sequence

from dragoman.model import Coded, Place, PlaceMention, Tree
from dragoman.stages import slots
from dragoman.stages.act import Act, carrier
from dragoman.stages.scenes import Scene, carried, distance, token_at

SAID_AT = frozenset(["in", "at", "inside", "outside", "near"])
SITE = SAID_AT | {
    "on",
    "around",
    "across",
    "over",
    "within",
    "along",
    "off",
    "into",
    "through",
    "throughout",
    "toward",
    "towards",
}
GOAL = frozenset(["to", "in", "into", "at", "for"])
STRUCK = frozenset(["on", "against", "of", "at", "in"])
INNER = frozenset(["in", "at", "on", "near", "of", "inside", "outside", "against", "with"])
"""Prepositions of a thing that may itself be named by where it is: a base **in** Syria."""
MEETINGS = frozenset({"CONSULT", "AGREE"})
VISITS = frozenset({"042", "043", "04"})
SENT = frozenset({"MOBILIZE", "AID"})
SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT"})
THREAT = "THREATEN"  # is placed where its deed would be: whom it is against is told by that
STRIKES = frozenset({"ASSAULT", "COERCE"})
OF_PARTIES = frozenset({"acl", "advcl"})
WIDE = 2  # how vague countries and regions are: nobody accuses somebody "of crimes in Ukraine" there
CLAUSES = frozenset({"ccomp", "advcl", "acl", "acl:relcl", "advcl:relcl", "parataxis", "csubj", "csubj:outer", "conj"})


def place_of(scene: Scene, act: Act, before: Sequence[tuple[Scene, Coded[Place]]]) -> Coded[Place] | None:
    """The place told for the act; a meeting, and what is agreed there, is where the paragraph's last visit or meeting
    was, and what somebody came **to do** is where he came to."""
    told = _told(scene, act)
    if told is not None:
        return told
    if act.type in MEETINGS:
        return carried(before, scene)
    here = [(earlier, place) for earlier, place in before if earlier.number == scene.number]
    return carried(here, scene) if _is_purpose(scene.tree, act) else None


def _is_purpose(tree: Tree, act: Act) -> bool:
    """Whether the act stands in an infinitive that says what for: came **to express** solidarity."""
    verb = carrier(act)
    return tree.dep(verb) in ("advcl", "acl", "xcomp") and any(tree.lemma(k) == "to" for k in tree.kids(verb, "mark"))


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
    """Towns and sites before provinces, those before countries and regions, and all before what nobody knows."""
    return {"unknown": 3, "country": WIDE, "region": WIDE, "admin1": 1}.get(mention.place.precision, 0)


def _rank(scene: Scene, act: Act, mention: PlaceMention) -> int | None:
    """0 beside the act or in what it strikes, 1 elsewhere in its clause, 2 where its parties are; None elsewhere."""
    tree, i = scene.tree, token_at(scene, mention.span)
    words = slots.case_words(tree, i)
    carriers = {act.trigger.head, act.trigger.verb}
    if act.type in SPOKEN or (act.frame.verbal and act.type != THREAT):
        told = words & SAID_AT and tree.head(i) in carriers and not _is_party(act, mention)
        return 0 if told and (_vague(mention) < WIDE or i < act.trigger.head) else None
    if tree.head(i) in carriers | {*act.trigger.words} and words & _directions(act):
        return 0
    if _is_struck(scene, act, mention, i, words):
        return 0
    if act.type == "AID" and mention.kind == "country" and _is_party(act, mention):
        return 1
    return _around(tree, act, i) if words & SITE else None


def _directions(act: Act) -> frozenset[str]:
    """The prepositions that bring the site of an act: where it is done, where it leads, what a retreat leaves."""
    if act.type == "RETREAT":
        return SITE | {"from"}
    return SITE | GOAL if act.cameo[:3] in VISITS or act.type in SENT else SITE


def _is_struck(scene: Scene, act: Act, mention: PlaceMention, i: int, words: frozenset[str]) -> bool:
    """Whether the place is what is visited, raided or struck, or the words for that name it."""
    if act.cameo[:3] in VISITS:
        return "from" not in words and _inside_recipient(scene, act, mention)
    return act.type in STRIKES and _inside_recipient(scene, act, mention)


def _is_party(act: Act, mention: PlaceMention) -> bool:
    return any(mention.span.overlaps(span) for party in act.recipients for span in party.evidence)


def _inside_recipient(scene: Scene, act: Act, mention: PlaceMention) -> bool:
    if _is_party(act, mention):
        return True
    tree, i = scene.tree, token_at(scene, mention.span)
    return (
        tree.dep(i) in ("compound", "nmod", "obj", "appos")
        and act.trigger.head in (tree.head(i), *list(tree.ancestors(i))[:3])
        and bool(slots.case_words(tree, i) & STRUCK or tree.dep(i) in ("compound", "obj"))
    )


def _around(tree: Tree, act: Act, i: int) -> int | None:
    """1 where nothing but things named by where they are stands between a place and the act, or the verb above it; 2
    where the place tells of a party: troops **stationed in Syria** struck.

    "Accused him over the raid in Lahore" tells no place, nor does what another clause says.
    """
    ends = {act.trigger.head, *_above(tree, act)}
    rank = 1
    for node in (i, *tree.ancestors(i)):
        over = tree.head(node)
        if tree.dep(node) in CLAUSES:
            if act.type not in STRIKES or tree.tag(node) != "VBN" or tree.dep(node) not in OF_PARTIES:
                return None
            rank = 2
        if over in ends:
            return rank
        brought = {tree.lemma(k) for k in tree.kids(over, "case")}
        if brought and not brought & INNER:
            return None
    return None


def _above(tree: Tree, act: Act) -> Iterator[int]:
    """What governs an act in its own clause: carried out **a raid**; of aid, the plane **carrying** it that landed."""
    bars = CLAUSES - {"acl"} if act.type in SENT else CLAUSES
    for node in (act.trigger.head, *tree.ancestors(act.trigger.head)):
        if tree.dep(node) in bars or tree.head(node) == node:
            return
        yield tree.head(node)
