"""Whether it happened: what stands around an act, chosen for it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.model import Coded, Cue, Span
from dragoman.stages import slots
from dragoman.stages.act import Act, carrier
from dragoman.stages.framing import WITHHELD
from dragoman.stages.scenes import Scene

STATUS_OF = {"denied": "denied", "possible": "possible", "condition": "possible", "planned": "planned"}
"""What each kind of cue makes of an act, the gravest first."""
REFUSALS = {"031": "121", "033": "122", "034": "123", "035": "124", "036": "125", "039": "126", "037": "127"}
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
SIDES = frozenset({"country", "nation", "side", "state", "people", "party", "government"})


def told_by(scene: Scene, act: Act) -> tuple[Span, ...]:
    """The words of which a cue must reach one: the verb of saying of what is declared, else the act's verb and noun."""
    words = (carrier(act), act.trigger.head) if act.said is None else (act.said,)
    return tuple(scene.reading.tokens.span(k, k + 1) for k in dict.fromkeys(words))


def phrase_of(scene: Scene, act: Act) -> Span | None:
    """The noun phrase of an act that only a noun names; None where a verb carries it."""
    if slots.is_verb(scene.tree, act.trigger.head) or act.trigger.verb is not None:
        return None
    return scene.reading.tokens.span(*scene.tree.subtree(act.trigger.head))


def status_of(cues: Iterable[Cue], told: Sequence[Span], phrase: Span | None) -> Coded[str]:
    """The gravest cue whose scope covers one of the words that tell the act; factual where none does.

    What a bare noun names is taken for granted: only a cue that reaches no further than its phrase changes it.
    """
    found: dict[str, Cue] = {}
    for cue in cues:
        if phrase is not None and not phrase.covers(cue.scope):
            continue
        if any(cue.scope.covers(words) and not cue.span.overlaps(words) for words in told):
            found.setdefault(cue.kind, cue)
    for kind, status in STATUS_OF.items():
        if kind in found:
            cue = found[kind]
            return Coded(status, cue.rule, (cue.span,), 0.8)
    return Coded("factual", "default/factual", (), 0.8)


def refused(act: Act, status: Coded[str]) -> tuple[Act, Coded[str]]:
    """Not willing to help is a refusal that happened, no agreement that did not."""
    if status.rule.endswith("#not") and act.rule == WITHHELD:
        return act, replace(status, value="factual")
    if act.type != "AGREE" or not status.rule.endswith("#not"):
        return act, status
    code = REFUSALS.get(act.cameo[:3], "120")
    rest = act.cameo[3:] if code != "120" else ""
    return replace(act, type="REJECT", cameo=code + rest), replace(status, value="factual")


def has_cue(cues: Iterable[Cue], words: Span, kind: str) -> bool:
    """Whether a cue of one kind reaches the words."""
    return any(cue.kind == kind and cue.scope.covers(words) for cue in cues)


def conditional(scene: Scene, act: Act) -> Span | None:
    """The clause on which an act depends: if Hezbollah attacks Haifa."""
    return _governed(scene, act, "condition", ("advcl",))


def demanded(scene: Scene, act: Act) -> Span | None:
    """The words that say at whose wish it was done: at the request of the government in Bamako."""
    return _governed(scene, act, "demand", ("obl", "nmod"))


def _governed(scene: Scene, act: Act, kind: str, deps: tuple[str, ...]) -> Span | None:
    """The phrase with a cue of one kind that hangs on the act's words, or on the verb that they complete."""
    tree, tokens = scene.tree, scene.reading.tokens
    cues = [cue.span for cue in scene.reading.cues if cue.kind == kind and scene.sentence.span.covers(cue.span)]
    if not cues:
        return None
    above = [act.trigger.head, *tree.ancestors(act.trigger.head)]
    for head in dict.fromkeys((*act.trigger.words, *above)):
        for kid in tree.kids(head, *deps):
            span = tokens.span(*tree.subtree(kid))
            if kid not in above and any(span.covers(cue) for cue in cues):
                return span
    return None


def is_definite(scene: Scene, act: Act) -> bool:
    """Whether the words name an act as one that is known: **the** meeting, **this** visit, **his** trip."""
    tree, head = scene.tree, act.trigger.head
    if slots.is_verb(tree, head):
        return False
    whose = any(tree.tag(k).startswith("PRP") for k in tree.kids(head, "nmod:poss"))
    return whose or any(tree.lemma(k) in DEFINITE for k in tree.kids(head, "det"))


def two_sides(scene: Scene, act: Act) -> Span | None:
    """Words of the act's sentence for the two states that met: the two countries, both nations, bilateral."""
    lower, tree = scene.reading.tokens.lower, scene.tree
    for i in range(tree.first, tree.last):
        if lower[i] == "bilateral":
            return scene.reading.tokens.span(i, i + 1)
        if tree.lemma(i) in SIDES and any(lower[k] in ("two", "both") for k in tree.kids(i, "nummod", "det")):
            return scene.reading.tokens.span(max(tree.subtree(i)[0], i - 2), i + 1)
    return None
