"""Find where frames fire: a trigger word whose slots hold what the frame requires."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from dragoman.lexicon.frames import SPECIAL, Frame, Frames
from dragoman.model import Tree
from dragoman.stages import slots
from dragoman.stages.cast import Cast, parties_at, party_at

Fillers = tuple[int, ...]
COUNTING = frozenset({"CD", "$"})  # 82 **of the schoolgirls**, $34 billion **of goods**
PERSONAL = frozenset({"he", "she", "him", "her", "they", "them"})
STANDING_FOR = SPECIAL | {"person"}  # what a frame names for a slot that is no word to look for
PARTICLES = ("compound:prt", "advmod", "obl", "case", "xcomp")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A frame that fires at a token.

    `words` name the act, `verb` is the light verb that carries a noun, `moved` an object taken for a preposition's.
    """

    frame: Frame
    head: int
    words: tuple[int, ...]
    verb: int | None = None
    moved: int | None = None


def find_triggers(frames: Frames, cast: Cast, tree: Tree, without: Set[int] = frozenset()) -> list[Trigger]:
    """Every token's first frame that fires; words that one trigger uses up trigger nothing else.

    Tokens in `without` trigger nothing: acts that came to nothing leave their words to others.
    """
    found: dict[int, Trigger] = {}
    used: set[int] = set()
    words = (i for i in range(tree.first, tree.last) if _word(cast, tree, i) in frames.words)
    for i in sorted(words, key=lambda i: (not slots.is_verb(tree, i), i)):
        if i in used or i in without or _inside_name(cast, i) or "accord" in slots.case_words(tree, i):
            continue
        trigger = next(_fires(frames, cast, tree, i), None)
        if trigger is not None:
            found[i] = trigger
            used.update(trigger.words)
    return [found[i] for i in sorted(found)]


def loose_trigger(frames: Frames, cast: Cast, tree: Tree, i: int) -> Trigger | None:
    """A token's first frame whose words are there, be its parties or not; for acts that others speak of."""
    return None if _inside_name(cast, i) else next(_fires(frames, cast, tree, i, whole=False), None)


def _inside_name(cast: Cast, i: int) -> bool:
    mention = cast.mention_at.get(i)
    if i in cast.timed:
        return True
    return (
        mention is not None and mention.kind in ("person", "organisation", "place") and mention.last - mention.first > 1
    )


def _fires(frames: Frames, cast: Cast, tree: Tree, i: int, whole: bool = True) -> Iterator[Trigger]:
    """The frames that fire at a token, in their order; those that lack a party they need only where not `whole`."""
    for _, bare in shared(frames, cast, tree, i):
        if bare is not None and (trigger := _filled(cast, tree, bare, whole)) is not None:
            yield trigger


def shared(frames: Frames, cast: Cast, tree: Tree, i: int) -> Iterator[tuple[Frame, Trigger | None]]:
    """Every frame that the word could trigger, in the order tried, and how; None where its particle is not there."""
    lemma = _word(cast, tree, i)
    if _attributive(tree, i):
        return
    if lemma in frames.verbs and slots.is_verb(tree, i):
        yield from ((frame, _with_particle(frame, tree, i)) for frame in frames.verbs[lemma])
    if lemma in frames.adjectives and tree.tag(i) in ("JJ", "VBN") and _predicate(tree, i):
        yield from ((frame, _with_particle(frame, tree, i)) for frame in frames.adjectives[lemma])
    if lemma in frames.nouns and tree.tag(i) in ("NN", "NNS", "NNP"):
        light = frames.classes["light"] | frames.classes["occur"]
        verb = slots.governor(tree, i, light)
        yield from ((frame, Trigger(frame, i, (i,), verb)) for frame in frames.nouns[lemma])


def _word(cast: Cast, tree: Tree, i: int) -> str:
    return hyphenated(cast.reading.tokens.lower, i, tree.first, tree.lemma(i))


def hyphenated(lower: Sequence[str], i: int, first: int, lemma: str) -> str:
    """The word with what a hyphen ties to it: the build-**up**; the word alone where none does."""
    return f"{lower[i - 2]}-{lemma}" if i - 2 >= first and lower[i - 1] == "-" else lemma


def _attributive(tree: Tree, i: int) -> bool:
    """A participle that only describes: the **occupied** West Bank, the **visiting** minister."""
    return tree.tag(i) in ("VBN", "VBG") and tree.dep(i) == "amod" and not tree.kids(i, "obl:agent", "obl", "obj")


def _predicate(tree: Tree, i: int) -> bool:
    """An adjective that is said of a subject, or that a clause completes."""
    return bool(slots.complements(tree, i)) or (bool(tree.kids(i, "cop")) and bool(tree.kids(i, "nsubj")))


def _with_particle(frame: Frame, tree: Tree, i: int) -> Trigger | None:
    bare = Trigger(frame, i, (i,))
    if not frame.particle:
        return bare
    particle = next((k for k in tree.kids(i, *PARTICLES) if tree.lemma(k) in frame.particle), None)
    if particle is not None:
        return replace(bare, words=(i, particle))
    # A parser often takes it for a preposition or an adjective: shot [down the drone], set [free hostages].
    for k in tree.kids(i, "obl", "obj", "nmod", "advmod"):
        near = (*tree.kids(k, "case"), *(c for c in tree.kids(k, "amod") if c == i + 1))
        particle = next((c for c in near if tree.lemma(c) in frame.particle), None)
        if particle is not None:
            return replace(bare, words=(i, particle), moved=k)
    return None


def _filled(cast: Cast, tree: Tree, trigger: Trigger, whole: bool) -> Trigger | None:
    """The trigger with every word that its frame requires; None where a requirement or a needed side is not met."""
    required = _required(trigger.frame, cast, tree, trigger)
    if required is None:
        return None
    if whole and not all(has_side(cast, tree, trigger, side) for side in trigger.frame.needs):
        return None
    return replace(trigger, words=tuple(sorted({*trigger.words, *required})))


def has_side(cast: Cast, tree: Tree, trigger: Trigger, side: str) -> bool:
    """Whether a slot of the side holds a party; what stands `within` a clause is looked for only later."""
    named = getattr(trigger.frame, side)
    if (
        side == "recipient"
        and (trigger.frame.mutual or "between" in trigger.frame.actor)
        and _together(cast, tree, trigger)
    ):
        return True
    return "within" in named or any(parties_at(cast, tree, k) for slot in named for k in fillers(tree, trigger, slot))


def _together(cast: Cast, tree: Tree, trigger: Trigger) -> bool:
    """Whether two parties stand side by side in one slot: A and B met, trade between A and B."""
    return any(len(parties_at(cast, tree, k)) > 1 for slot in trigger.frame.actor for k in fillers(tree, trigger, slot))


def _required(frame: Frame, cast: Cast, tree: Tree, trigger: Trigger) -> set[int] | None:
    """The words that meet the frame's requirements, or None where one is not met."""
    met: set[int] = set()
    for slot, words in frame.require.items():
        found = meeting(cast, tree, trigger, slot, words)
        if not found:
            return None
        met.update(k for k in found[:1] if tree.lemma(k) in words and not (slot == "subject" and _acts(cast, tree, k)))
    excluded = any(held(cast, tree, trigger, slot, words) for slot, words in frame.exclude.items())
    return None if excluded else met


def _acts(cast: Cast, tree: Tree, i: int) -> bool:
    """Whether a noun names who acts, and so is no word for the act: **police** raided, but a **strike** killed."""
    return tree.lemma(i) in cast.agents


def meeting(cast: Cast, tree: Tree, trigger: Trigger, slot: str, words: frozenset[str]) -> Fillers:
    """The tokens that meet what a frame requires of a slot; any clause at all is met by what heads it."""
    if slot == "clause" and "@any" in words:
        return slots.complements(tree, trigger.head)
    return held(cast, tree, trigger, slot, words)


def held(cast: Cast, tree: Tree, trigger: Trigger, slot: str, words: frozenset[str]) -> Fillers:
    """The tokens that stand in a slot and are among the words."""
    if _absent(cast, tree, words):
        return ()
    return tuple(k for k in fillers(tree, trigger, slot) if _is(cast, tree, k, words))


def _absent(cast: Cast, tree: Tree, words: frozenset[str]) -> bool:
    """Whether none of the words stands in the sentence: sooner told than which slots hold what."""
    lower = cast.reading.tokens.lower[tree.first : tree.last]
    return words.isdisjoint(STANDING_FOR) and words.isdisjoint(tree.lemmas) and words.isdisjoint(lower)


def _is(cast: Cast, tree: Tree, i: int, words: frozenset[str]) -> bool:
    """Whether the word at `i` is one that a frame names for a slot, or stands for a party, a place, a weapon."""
    mention = cast.mention_at.get(i)
    named = mention is not None and mention.subkind in ("country", "capital", "nationality", "person")
    if "@any" in words or (not named and {tree.lemma(i), cast.reading.tokens.lower[i]} & words):
        return True  # a name never is the common noun that it is written like: Turkey is no animal
    if "@party" in words:
        return party_at(cast, tree, i) is not None
    if "person" in words and tree.tag(i) == "PRP":
        return cast.reading.tokens.lower[i] in PERSONAL
    if "@weapon" in words and mention is not None and mention.kind in ("weapon", "platform"):
        return True
    if "@place" in words:
        return mention is not None and mention.kind == "place"
    counts = tree.kids(i, "nummod") or tree.lemma(i) in cast.transparent or tree.tag(i) in COUNTING
    inner = tree.kids(i, "nmod") if counts else ()
    return any(tree.lemma(k) in words for k in (*tree.kids(i, "conj", "compound"), *inner))


def fillers(tree: Tree, trigger: Trigger, slot: str) -> Fillers:
    """The tokens that stand in a slot of a trigger."""
    if slot == "object" and trigger.moved is not None:
        return (trigger.moved,)
    if slot == "subject" and trigger.frame.adj:
        return slots.surface_subject(tree, trigger.head)  # whoever is prepared to help, whoever prepared him
    simple = SIMPLE.get(slot)
    if trigger.frame.noun == frozenset() or slots.is_verb(tree, trigger.head):
        return simple(tree, trigger.head) if simple else slots.prepositional(tree, trigger.head, slot)
    return _noun_fillers(tree, trigger, slot)


def _noun_fillers(tree: Tree, trigger: Trigger, slot: str) -> Fillers:
    noun, verb = trigger.head, trigger.verb
    if slot == "possessor":
        return tree.kids(noun, "nmod:poss")
    if slot == "governor":
        return (tree.head(noun),) if slots.is_verb(tree, tree.head(noun)) else ()
    if slot == "modifier":
        before = tree.kids(noun, "amod", "compound", "nmod:desc")
        return (*before, *(k for word in before for k in tree.kids(word, "amod", "compound")))
    if slot == "subject":
        return _lent_subject(tree, noun, verb) if verb is not None else ()
    if slot == "clause":
        return slots.clause_subject(tree, noun)
    own = slots.prepositional(tree, noun, slot)
    if own or verb is None:
        return own
    return tuple(k for k in slots.prepositional(tree, verb, slot) if k != noun)


def _lent_subject(tree: Tree, noun: int, verb: int) -> Fillers:
    """The subject that a light verb lends: **forces** carried out strikes, **forces** were engaged in a fight."""
    surface = slots.surface_subject(tree, verb)
    if noun in surface:
        return ()
    return slots.subject(tree, verb) or (surface if tree.lemma(verb) in slots.ENGAGED else ())


def wider(tree: Tree, trigger: Trigger, slot: str) -> Fillers:
    """Where else a slot's filler may hang when those at the trigger are no parties (arrived **in March** in Riga)."""
    return (
        ()
        if slot in SIMPLE or slot in ("possessor", "modifier", "governor")
        else slots.beside(tree, trigger.head, slot)
    )


SIMPLE = {
    "subject": slots.subject,
    "object": slots.object_,
    "iobject": slots.indirect,
    "clause": slots.clause_subject,
    "complement": slots.complements,
    "modal": slots.modals,
}  # how each slot of a verb that is no preposition is filled


def reach(tree: Tree, trigger: Trigger) -> Mapping[str, Fillers]:
    """Every slot that the frame names, filled."""
    frame = trigger.frame
    return {
        slot: fillers(tree, trigger, slot)
        for slot in (*frame.actor, *frame.recipient, *frame.addressee)
        if slot != "within"
    }
