"""What takes up organisations, groups and happenings: the group, the delegation, both officials, they, it, the strike.

Each is taken up only where one thing alone can be meant.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.lexicon.lemmas import singular
from dragoman.lexicon.references import References
from dragoman.model import Chain, Mention, Reading, Span, Tree
from dragoman.text.fold import fold

OWNERS = frozenset({"nationality", "place"})
DESCRIBED = frozenset({"group", "people", "collective"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
NEAR = 2  # sentences that a noun or pronoun reaches back over, within its paragraph


@dataclass(frozen=True, slots=True)
class Nouns:
    """Nouns for somebody (delegation, minister), of these the ones for several, and nouns for what is done (strike)."""

    somebody: frozenset[str]
    several: frozenset[str]
    done: frozenset[str]


@dataclass(slots=True)
class Told:
    """Something told of: its spans so far, the sentence told last in, and the mention that stands for it, or -1."""

    spans: list[Span]
    mention: int
    sentence: int


def organisations(reading: Reading, words: References) -> Iterator[Chain]:
    """Names of one organisation, with the nouns and pronouns that take it up."""
    told: dict[str, Told] = {}
    kinds: dict[str, str] = {}
    starts = {m.first: k for k, m in enumerate(reading.mentions) if _is_named(m)}
    for number, sentence in enumerate(reading.sentences):
        tree = reading.trees[number] if number < len(reading.trees) else None
        subjects: list[str] = []
        for i in range(sentence.first, sentence.last):
            if i in starts:
                key = _told_again(reading, told, starts[i], number)
                kinds[key] = reading.mentions[starts[i]].subkind
                if tree is not None and tree.dep(reading.mentions[starts[i]].head) in SUBJECTS:
                    subjects.append(key)
            elif (noun := _noun(reading, words, i)) is not None:
                near = _near(reading, told, number)
                meant = [key for key in near if kinds[key] in words.kinds[noun]]
                if len(meant) == 1:
                    told[meant[0]].spans.append(reading.tokens.span(i - 1, i + 1))
            elif reading.tokens.lower[i] in words.neuter and len(set(subjects)) == 1:
                told[subjects[0]].spans.append(reading.tokens.span(i, i + 1))
    yield from _chains(told)


def _is_named(m: Mention) -> bool:
    return m.kind == "organisation" and m.subkind not in DESCRIBED


def _told_again(reading: Reading, told: dict[str, Told], k: int, number: int) -> str:
    """Note one more mention of an organisation; its key."""
    m = reading.mentions[k]
    key = m.actor_id or fold(m.name)
    known = told.setdefault(key, Told([], k, number))
    known.spans.append(m.span)
    known.sentence = number
    return key


def _noun(reading: Reading, words: References, i: int) -> str | None:
    """The noun at `i` where it takes up an organisation: the **group**."""
    lower = reading.tokens.lower
    noun = lower[i]
    return noun if i > 0 and noun in words.kinds and lower[i - 1] in words.definite else None


def _near(reading: Reading, told: Mapping[str, Told], number: int) -> list[str]:
    """What was told of in this paragraph not long ago."""
    section = reading.sentences[number].section
    return [
        key
        for key, known in told.items()
        if number - known.sentence <= NEAR and reading.sentences[known.sentence].section == section
    ]


def _chains(told: Mapping[str, Told]) -> Iterator[Chain]:
    return (Chain(tuple(sorted(known.spans)), known.mention) for known in told.values() if len(known.spans) > 1)


def happenings(reading: Reading, words: References, nouns: Nouns) -> Iterator[Chain]:
    """An act told by a noun, taken up where it is the only one of its name in the paragraph: a raid … **the raid**."""
    lower = reading.tokens.lower
    told: dict[tuple[int, str], list[Span] | None] = {}
    for sentence in reading.sentences:
        for i in range(sentence.first + 1, sentence.last):
            key = (sentence.section, lower[i])
            if lower[i] not in nouns.done:
                continue
            if lower[i - 1] not in words.definite:
                told[key] = None if key in told else [reading.tokens.span(i, i + 1)]  # of two it may be either
            elif (known := told.get(key)) is not None:
                known.append(reading.tokens.span(i - 1, i + 1))
    yield from (Chain(tuple(spans), -1) for spans in told.values() if spans is not None and len(spans) > 1)


def groups(reading: Reading, words: References, nouns: Nouns) -> Iterator[Chain]:
    """Groups named by a noun: "the delegation" is the last one whose country was told, "they" the only one near."""
    lower = reading.tokens.lower
    ends = {m.last: k for k, m in enumerate(reading.mentions) if m.kind in OWNERS and m.country}
    told: dict[str, Told] = {}
    offices = {i for role in reading.roles for i in reading.tokens.inside(role.span)}
    for number, sentence in enumerate(reading.sentences):
        tree = reading.trees[number] if number < len(reading.trees) else None
        for i in range(sentence.first, sentence.last):
            if lower[i] in words.plural and _is_subject(tree, i):
                near = [noun for noun in _near(reading, told, number) if noun in nouns.several]
                if len(near) == 1:
                    told[near[0]].spans.append(reading.tokens.span(i, i + 1))
            if lower[i] not in nouns.somebody or i in offices or _modifies(tree, i):
                continue
            owner = _owner(lower, ends, i, words)
            if owner is not None:
                yield from _chains({k: t for k, t in told.items() if k == lower[i]})
                told[lower[i]] = Told([reading.tokens.span(i, i + 1)], owner, number)
            elif lower[i] in told and lower[i - 1] in words.definite:
                told[lower[i]].spans.append(reading.tokens.span(i, i + 1))
                told[lower[i]].sentence = number
    yield from _chains(told)


def _modifies(tree: Tree | None, i: int) -> bool:
    """Whether a word only tells more of the next noun: the **military** sphere."""
    return tree is not None and tree.first <= i < tree.last and tree.dep(i) in ("compound", "amod")


def _is_subject(tree: Tree | None, i: int) -> bool:
    return tree is not None and tree.first <= i < tree.last and tree.dep(i) in (*SUBJECTS, "nmod:poss")


def _owner(lower: Sequence[str], ends: Mapping[int, int], i: int, words: References) -> int | None:
    """The country named up to three words before a noun: an **Iranian** parliamentary delegation."""
    for j in range(i, max(i - 4, -1), -1):
        if j in ends:
            return ends[j]
        if j < i and lower[j] in words.stop:
            return None
    return None


def pairs(reading: Reading, words: References, nouns: Nouns) -> Iterator[Chain]:
    """Plurals for two that were told: the two leaders … **both leaders**; in one paragraph they are the same two."""
    lower = reading.tokens.lower
    told: dict[tuple[int, str], list[Span]] = {}
    for sentence in reading.sentences:
        for i in range(sentence.first + 1, sentence.last):
            noun = singular(lower[i])
            if noun == lower[i] or noun not in nouns.somebody or lower[i - 1] not in words.pair:
                continue
            first = i - 1 - (i > 1 and lower[i - 2] in words.definite)
            told.setdefault((sentence.section, noun), []).append(reading.tokens.span(first, i + 1))
    yield from (Chain(tuple(spans), -1) for spans in told.values() if len(spans) > 1)
