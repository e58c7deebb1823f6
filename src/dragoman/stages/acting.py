"""Countries and seats of government where they act: **Ankara** condemned the attack, but they met in Ankara.

A country is a place wherever it is named. Where it does something, is asked for something or is one side of something,
its government is meant as well.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.lexicon.frames import Frame, Frames
from dragoman.lexicon.groups import GroupWords
from dragoman.model import Mention, Reading, Tree

SUBJECTS = frozenset({"nsubj", "obl:agent"})
TOWARDS = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "AID", "THREATEN", "REJECT", "SANCTION", "AGREE", "COOPERATE"})
SEATS = frozenset({"country", "capital"})


@dataclass(frozen=True, slots=True)
class Deeds:
    """Verbs that tell what governments do, and of these the ones whose object is whom they do it to."""

    verbs: frozenset[str]
    towards: frozenset[str]
    words: GroupWords


def deeds(frames: Frames, words: GroupWords) -> Deeds:
    """What the frames and the words of groups say of acting."""
    verbs = frozenset(verb for verb, rows in frames.verbs.items() if any(map(_spoken, rows)))
    towards = frozenset(verb for verb, rows in frames.verbs.items() if any(map(_to_object, rows)))
    return Deeds(verbs, towards | words.enable, words)


def _spoken(frame: Frame) -> bool:
    return frame.verbal or frame.mutual


def _to_object(frame: Frame) -> bool:
    return frame.type in TOWARDS and "object" in (*frame.recipient, *frame.addressee)


def actor_marker(known: Deeds) -> Callable[[Reading], Reading]:
    """Build the stage that marks the mentions of countries and capitals that act. Needs mentions and trees."""

    def mark_actors(reading: Reading) -> Reading:
        acting = {k for k, tree in _seats(reading) if _acts(reading, reading.mentions[k], tree, known)}
        if not acting:
            return reading
        marked = (replace(m, acts=True) if k in acting else m for k, m in enumerate(reading.mentions))
        return replace(reading, mentions=tuple(marked))

    return mark_actors


def _seats(reading: Reading) -> Iterator[tuple[int, Tree | None]]:
    """Mentions of countries and capitals, each with the tree of its sentence."""
    starts = [sentence.first for sentence in reading.sentences]
    for k, m in enumerate(reading.mentions):
        number = bisect_right(starts, m.first) - 1
        if m.kind == "place" and m.subkind in SEATS and m.country:
            yield k, reading.trees[number] if number < len(reading.trees) else None


def _acts(reading: Reading, m: Mention, tree: Tree | None, known: Deeds) -> bool:
    lower = reading.tokens.lower
    if tree is None or not tree.first <= m.head < tree.last:
        return m.subkind == "country" and _before_a_verb(lower, m, known.words)
    head = _first_of_row(tree, m.head)
    if tree.dep(head) in SUBJECTS:
        return m.subkind == "country" or tree.lemma(tree.head(head)) in known.verbs
    if m.subkind != "country":
        return False
    if tree.dep(head) in ("obj", "iobj"):
        return tree.lemma(tree.head(head)) in known.towards
    cases = {lower[k] for k in tree.kids(head, "case")}
    if cases:
        return bool(cases & known.words.side)
    return _attributive(reading, m, tree)


def _before_a_verb(lower: Sequence[str], m: Mention, words: GroupWords) -> bool:
    """Without a tree: whether a verb that needs a subject follows, and no preposition stands before."""
    before = lower[m.first - 1 - (m.first > 1 and lower[m.first - 1] in words.leading)] if m.first else ""
    behind = m.last + (m.last + 1 < len(lower) and lower[m.last].endswith("ly"))
    return before not in words.where | words.beside and behind < len(lower) and lower[behind] in words.finite


def _first_of_row(tree: Tree, i: int) -> int:
    """The first of those that a word is coordinated with: what holds of it holds of all."""
    while tree.dep(i) == "conj" and tree.head(i) < i:
        i = tree.head(i)
    return i


def _attributive(reading: Reading, m: Mention, tree: Tree) -> bool:
    """Whether a country stands before what it does: **U.S.** assistance, the **UK**-France summit."""
    behind = m.last
    return tree.dep(m.head) in ("compound", "nmod", "amod") and behind < tree.last and tree.head(m.head) >= behind
