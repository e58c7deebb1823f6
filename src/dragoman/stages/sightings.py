"""Where a transfer row finds its trigger, and what stands in the slots around it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.lexicon.equipment import Armoury
from dragoman.lexicon.measures import Measures
from dragoman.lexicon.transfers import Telling, TransferRow, TransferWords
from dragoman.lexicon.units import Units
from dragoman.model import Cue, Event, Span, Tree
from dragoman.stages import slots
from dragoman.stages.act import Act
from dragoman.stages.cast import Cast
from dragoman.stages.scenes import Scene
from dragoman.stages.triggers import Trigger, fillers, wider

CLIMBED = frozenset({"xcomp", "ccomp", "obj", "nmod", "acl", "nsubj", "nsubj:pass", "csubj", "obl", "advcl"})
HIGHEST = 4  # steps up the tree from a trigger


@dataclass(frozen=True, slots=True)
class Desk:
    """All that coding the transfers of one text needs. `light` verbs lend their subject to a noun.

    `events` go by the span of their sentence, `cues` by its number, so that long texts cost no more a sentence.
    """

    words: TransferWords
    armoury: Armoury
    light: frozenset[str]
    cast: Cast
    units: Units
    measures: Measures
    events: Mapping[Span, Sequence[Event]]
    cues: Sequence[Sequence[Cue]]


@dataclass(frozen=True, slots=True)
class Sighting:
    """A row's trigger in a sentence."""

    desk: Desk
    scene: Scene
    telling: Telling
    trigger: Trigger

    @property
    def tree(self) -> Tree:
        return self.scene.tree

    @property
    def row(self) -> TransferRow:
        return self.telling.row

    @property
    def words(self) -> Span:
        """The word that triggers the row."""
        return self.scene.reading.tokens.span(self.trigger.head, self.trigger.head + 1)

    @property
    def act(self) -> Act:
        """The trigger as an act without parties, for what dates and frames acts."""
        return Act(self.trigger, self.trigger.frame.type, self.trigger.frame.cameo, (), (), False, self.telling.rule)


def holds(sighting: Sighting) -> bool:
    """Whether one of the required slots holds its word, and no excluded one does."""
    frame = sighting.trigger.frame
    for slot, words in frame.exclude.items():
        if at(sighting, slot) and ("@any" in words or _lemmas(sighting, slot) & words):
            return False
    return not frame.require or any(_lemmas(sighting, slot) & words for slot, words in frame.require.items())


def _lemmas(sighting: Sighting, slot: str) -> frozenset[str]:
    return frozenset(sighting.tree.lemma(k) for k in at(sighting, slot))


def at(sighting: Sighting, slot: str) -> tuple[int, ...]:
    """The tokens in a slot; behind a full stop the slot goes on from there."""
    tree, trigger = sighting.tree, sighting.trigger
    first, _, rest = slot.partition(".")
    if first == "governor":
        tokens = governing(tree, trigger.head)
    else:
        tokens = fillers(tree, trigger, first) or wider(tree, trigger, first) or _deep(tree, trigger.head, first)
    found = tokens if not rest else tuple(k for i in tokens for k in _from(tree, i, rest))
    return tuple(k for k in found if k != trigger.head)


def _deep(tree: Tree, head: int, word: str) -> tuple[int, ...]:
    """Objects of a preposition further down, no verb in between: delivered tanks and trucks **to Ukraine**.

    A parser may hang the preposition on a modifier of its object, too: the purchase [of Su-35] jets.
    """
    first, last = max(head, tree.subtree(head)[0]), tree.subtree(head)[1]
    below = (k for k in range(first, last) if k != head and tree.dep(k) in ("nmod", "obl"))
    return tuple(k for k in below if word in _cases(tree, k) and _reaches(tree, k, head))


def _cases(tree: Tree, i: int) -> frozenset[str]:
    parts = (i, *tree.kids(i, "compound", "amod", "flat"))
    return frozenset(word for part in parts for word in slots.case_words(tree, part))


def _reaches(tree: Tree, i: int, head: int) -> bool:
    """Whether the way up from a token to a head meets no verb."""
    for above in tree.ancestors(i):
        if above == head or slots.is_verb(tree, above):
            return above == head
    return False


def governing(tree: Tree, node: int) -> tuple[int, ...]:
    """The verb over a noun, past nouns in between: **approved** plans for the sale; or what stands for one."""
    for _ in range(HIGHEST):
        if tree.dep(node) not in CLIMBED:
            return ()
        node = tree.head(node)
        if slots.is_verb(tree, node) or tree.kids(node, "nsubj"):
            return (node,)
    return ()


def _from(tree: Tree, i: int, slot: str) -> tuple[int, ...]:
    """What stands in a slot of another token than the trigger."""
    first, _, rest = slot.partition(".")
    if rest:
        return tuple(k for below in _from(tree, i, first) for k in _from(tree, below, rest))
    if slot == "governor":
        return governing(tree, i)
    if slot == "possessor":
        return tree.kids(i, "nmod:poss")
    if slot == "modifier":
        return tree.kids(i, "amod", "compound", "nmod:desc")
    if slot == "subject":
        return slots.subject(tree, i)
    return slots.prepositional(tree, i, slot)
