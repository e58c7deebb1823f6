"""Have the parser and the name tagger read sentences, pooled over many reports."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from dragoman.lexicon.actors import Entry
from dragoman.lexicon.lemmas import Lemmas
from dragoman.lexicon.phrases import PhraseIndex
from dragoman.model import Name, Reading, Sentence, Span, Tokens, Tree
from dragoman.ports import NameTagger, Parse, Parser, Words
from dragoman.stages.condense import Condensed, condense
from dragoman.stages.repair import repaired
from dragoman.text.fold import fold

Batch = Sequence[Reading]
SHOUTED = 4  # words in capitals that make a sentence of capitals


ARMS = ("weapon", "platform")
PERSONAL = frozenset({"he", "she", "they", "it"})
PRONOUNS = frozenset({"he", "she", "they", "it", "him", "her", "them", "his", "their", "its"})
TAKING_UP = frozenset({"both", "sides", "countries", "nations", "leaders", "presidents"})


class Placed(Protocol):
    """Anything with a span."""

    @property
    def span(self) -> Span: ...


S = TypeVar("S", bound=Placed)


def candidate_finder(
    forms: frozenset[str],
    saying: frozenset[str],
    supplying: frozenset[str] = frozenset(),
    goods: frozenset[str] = frozenset(),
    public: frozenset[str] = frozenset(),
) -> Callable[[Reading], Reading]:
    """Mark the sentences that name somebody and a word that an event could be, and those that tell of saying.

    Words of `supplying` count only beside a weapon or platform, or beside one of the collective nouns `goods`; nouns
    of `public` (police, rebels) name somebody as names do. The other sentences need no parse.
    """

    somebody = PRONOUNS | TAKING_UP | public

    def find_candidates(reading: Reading) -> Reading:
        lower = reading.tokens.lower
        armed = [
            any(m.kind in ARMS for m in mentions) or not goods.isdisjoint(lower[s.first : s.last])
            for mentions, s in zip(by_sentence(reading, reading.mentions), reading.sentences, strict=True)
        ]
        told = [
            bool(mentions) or bool(roles)
            for mentions, roles in zip(
                by_sentence(reading, reading.mentions), by_sentence(reading, reading.roles), strict=True
            )
        ]
        told = [
            t or not somebody.isdisjoint(lower[s.first : s.last]) for t, s in zip(told, reading.sentences, strict=True)
        ]
        return replace(
            reading,
            candidates=tuple(
                k
                for k, s in enumerate(reading.sentences)
                if _may_tell(lower[s.first : s.last], forms if told[k] else saying)
                or (told[k] and armed[k] and _may_tell(lower[s.first : s.last], supplying))
            ),
        )

    return find_candidates


def every_sentence(reading: Reading) -> Reading:
    """Mark all sentences: where a caller asks about one, it is parsed whatever it tells."""
    return replace(reading, candidates=tuple(range(len(reading.sentences))))


def _may_tell(lower: Sequence[str], forms: frozenset[str]) -> bool:
    """Whether a word, or two that a hyphen ties, is among the forms."""
    if not forms.isdisjoint(lower):
        return True
    return any(f"{lower[i - 1]}-{lower[i + 1]}" in forms for i in range(1, len(lower) - 1) if lower[i] == "-")


def tree_maker(parser: Parser, lemmas: Lemmas) -> Callable[[Batch], Batch]:
    """Parse the candidate sentences of a whole batch at once, condensed. Needs mentions and roles."""

    def make_trees(batch: Batch) -> Batch:
        short = [dict(zip(reading.candidates, _condensed(reading), strict=True)) for reading in batch]
        asked = [
            _quietly(reading, c.kept)
            for reading, sentences in zip(batch, short, strict=True)
            for c in sentences.values()
        ]
        parses = map(repaired, parser.parse(asked))
        return [
            replace(reading, trees=_trees(reading, {k: (c, next(parses)) for k, c in sentences.items()}, lemmas))
            for reading, sentences in zip(batch, short, strict=True)
        ]

    return make_trees


def _condensed(reading: Reading) -> Iterator[Condensed]:
    """Each candidate sentence without the words that its mentions and roles explain."""
    mentions, roles = by_sentence(reading, reading.mentions), by_sentence(reading, reading.roles)
    times = by_sentence(reading, reading.times)
    for k in reading.candidates:
        yield condense(reading, reading.sentences[k], mentions[k], roles[k], times[k])


def by_sentence(reading: Reading, items: Sequence[S]) -> list[list[S]]:
    """Items with a span, sorted by the sentence that they start in."""
    starts = [sentence.span.start for sentence in reading.sentences]
    found: list[list[S]] = [[] for _ in starts]
    for item in items:
        found[max(bisect_right(starts, item.span.start) - 1, 0)].append(item)
    return found


def name_finder(tagger: NameTagger, known: PhraseIndex[Entry], starters: frozenset[str]) -> Callable[[Batch], Batch]:
    """Have the name tagger read the sentences of a whole batch that hold a capital nobody knows.

    `known` names need no guessing, nor does one of the `starters` that opens a sentence.
    """

    def find_names(batch: Batch) -> Batch:
        open_ = [
            [s for s in reading.sentences if _unexplained(reading.tokens, s, known, starters)] for reading in batch
        ]
        asked = [
            words_of(reading.tokens, range(s.first, s.last))
            for reading, sentences in zip(batch, open_, strict=True)
            for s in sentences
        ]
        found = iter(tagger.tag(asked))
        return [_with_names(reading, sentences, found) for reading, sentences in zip(batch, open_, strict=True)]

    return find_names


def _with_names(reading: Reading, sentences: Sequence[Sentence], found: Iterator[tuple[Name, ...]]) -> Reading:
    names = (Name(n.first + s.first, n.last + s.first, n.label) for s in sentences for n in next(found))
    return replace(reading, names=tuple(names))


def _unexplained(tokens: Tokens, s: Sentence, known: PhraseIndex[Entry], starters: frozenset[str]) -> bool:
    words = tokens.words
    capitals = {i for i in range(s.first, s.last) if words[i][0].isupper()}
    if words[s.first] in starters:
        capitals.discard(s.first)
    if not capitals:
        return False
    folded = tuple(map(fold, words[s.first : s.last]))
    for first, last, _ in known.find(words[s.first : s.last], folded, 0, len(folded)):
        capitals.difference_update(range(s.first + first, s.first + last))
    return bool(capitals)


def words_of(tokens: Tokens, kept: Sequence[int]) -> Words:
    """Tokens as the parser wants them."""
    after = (*kept[1:], None)
    spaces = tuple(j is not None and tokens.starts[j] > tokens.ends[i] for i, j in zip(kept, after, strict=True))
    return Words(tuple(tokens.words[i] for i in kept), spaces)


def _quietly(reading: Reading, kept: Sequence[int]) -> Words:
    """Words for the parser; of a sentence all in capitals in small letters, with a capital where a name is known."""
    words = words_of(reading.tokens, kept)
    letters = [word for word in words.words if word.isalpha() and len(word) > 1]
    if len(letters) < SHOUTED or not all(map(str.isupper, letters)):
        return words
    named = {i for m in reading.mentions for i in range(m.first, m.last)}
    return Words(
        tuple(w.title() if i in named else w.lower() for i, w in zip(kept, words.words, strict=True)), words.spaces
    )


def _trees(reading: Reading, parses: Mapping[int, tuple[Condensed, Parse]], lemmas: Lemmas) -> tuple[Tree | None, ...]:
    return tuple(
        make_tree(*parses[k], sentence, reading.tokens.lower, lemmas) if k in parses else None
        for k, sentence in enumerate(reading.sentences)
    )


def _read_as(tags: Sequence[str], deps: Sequence[str], children: Sequence[Sequence[int]], first: int) -> list[str]:
    """Tags to look lemmas up by: what has a subject and no copula is a verb whatever the tagger thought."""
    kids = [{deps[k - first] for k in below} for below in children]
    return [
        "VBD" if "nsubj" in k and "cop" not in k and tag[:1] in "NJ" else tag for tag, k in zip(tags, kids, strict=True)
    ]


def make_tree(condensed: Condensed, parse: Parse, sentence: Sentence, lower: Sequence[str], lemmas: Lemmas) -> Tree:
    """A parse as columns over the whole sentence; the words left out hang where `condense` says."""
    first, size = sentence.first, sentence.last - sentence.first
    tags, deps, heads = ["NNP"] * size, [""] * size, [0] * size
    for i, tag, dep, head in zip(condensed.kept, parse.tags, parse.deps, parse.heads, strict=True):
        tags[i - first] = "PRP" if lower[i] in PERSONAL and tag[:1] == "N" else tag
        deps[i - first], heads[i - first] = dep, condensed.kept[head]
    for i, (head, dep) in condensed.hung.items():
        deps[i - first], heads[i - first] = dep, head
    children: list[list[int]] = [[] for _ in range(size)]
    for k, head in enumerate(heads):
        if head != k + first:
            children[head - first].append(k + first)
    return Tree(
        first=first,
        tags=tuple(tags),
        deps=tuple(deps),
        heads=tuple(heads),
        lemmas=tuple(lemmas.find(lower[k + first], tag) for k, tag in enumerate(_read_as(tags, deps, children, first))),
        children=tuple(map(tuple, children)),
    )
