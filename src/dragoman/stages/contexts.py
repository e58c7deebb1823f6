"""What an act is about: words of its clause, the sectors of its parties, and what its code alone implies."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from dragoman.lexicon.contexts import Rows
from dragoman.lexicon.ontology import Ontology
from dragoman.lexicon.phrases import PhraseIndex
from dragoman.model import Coded, Event, Reading, Span, Tree
from dragoman.text.fold import fold

CLAUSES = frozenset({"conj", "parataxis", "ccomp", "advcl", "acl", "acl:relcl", "root"})
NO_WORDS = frozenset({"person", "place"})  # kinds of names whose words say nothing about the act
MOST = 3  # words that are cited for one context
BY_CODE, BY_WORDS, BY_SECTOR = 0.8, 0.7, 0.6


def context_finder(
    ontology: Ontology, phrases: PhraseIndex[Rows], sectors: Mapping[str, Rows]
) -> Callable[[Reading], Reading]:
    """Build the stage that fills `contexts` of the events. Needs trees, mentions and events."""

    def find_contexts(reading: Reading) -> Reading:
        number = {sentence.span: i for i, sentence in enumerate(reading.sentences)}
        heads = _heads(reading)

        def about(event: Event) -> Event:
            tree = reading.trees[number[event.sentence]]
            found = [*_of_code(event, ontology)]
            if tree is not None:
                found += _of_words(reading, phrases, _scope(reading, event, tree, heads))
            found += _of_parties(event, sectors)
            return replace(event, contexts=_merged(found)) if found else event

        return replace(reading, events=tuple(map(about, reading.events))) if reading.events else reading

    return find_contexts


def _of_code(event: Event, ontology: Ontology) -> Iterator[Coded[str]]:
    row = ontology.codes.get(event.cameo)
    for context in row.contexts if row else ():
        yield Coded(context, f"ontology/cameo#{event.cameo}", event.type.evidence, BY_CODE)


def _of_words(reading: Reading, phrases: PhraseIndex[Rows], scope: frozenset[int]) -> Iterator[Coded[str]]:
    """The contexts of the phrases that lie in the scope."""
    if not scope:
        return
    first, last = min(scope), max(scope) + 1
    words = reading.tokens.words[first:last]
    for start, end, rows in phrases.find(words, [fold(word) for word in words], 0, last - first):
        if all(first + i in scope for i in range(start, end)):
            span = reading.tokens.span(first + start, first + end)
            yield from (Coded(row.context, row.rule, (span,), BY_WORDS) for row in rows)


def _of_parties(event: Event, sectors: Mapping[str, Rows]) -> Iterator[Coded[str]]:
    for party in (*event.actors, *event.recipients):
        for row in sectors.get(party.value.sector or "", ()):
            if party.evidence:
                yield Coded(row.context, row.rule, party.evidence[:1], BY_SECTOR)


def _merged(found: Iterable[Coded[str]]) -> tuple[Coded[str], ...]:
    """Each context once, under its first rule, with the first words of all."""
    kept: dict[str, Coded[str]] = {}
    for coded in found:
        before = kept.setdefault(coded.value, coded)
        spans = dict.fromkeys((*before.evidence, *coded.evidence))
        if before.rule == coded.rule:
            kept[coded.value] = replace(before, evidence=tuple(spans)[:MOST])
    return tuple(kept.values())


def _heads(reading: Reading) -> Mapping[int, Span]:
    """For each token that names an act, the words that do."""
    return {i: e.type.evidence[0] for e in reading.events for i in reading.tokens.inside(e.type.evidence[0])}


def _scope(reading: Reading, event: Event, tree: Tree, heads: Mapping[int, Span]) -> frozenset[int]:
    """The tokens of the act's clause and of its parties, without clauses that tell other acts, and without names."""
    words = event.type.evidence[0]
    inside = [i for i in reading.tokens.inside(words) if tree.first <= i < tree.last]
    found = set(_clause(tree, inside[0], lambda i: heads.get(i, words) != words)) if inside else set()
    for party in (*event.actors, *event.recipients):
        found.update(i for span in party.evidence for i in reading.tokens.inside(span) if tree.first <= i < tree.last)
    names = (m for m in reading.mentions if m.kind in NO_WORDS and tree.first <= m.first < tree.last)
    return frozenset(found).difference(i for m in names for i in range(m.first, m.last))


def _clause(tree: Tree, i: int, other: Callable[[int], bool]) -> Iterator[int]:
    """The tokens of the clause around a token; clauses below it belong to it unless `other` acts head them."""
    top = next((k for k in (i, *tree.ancestors(i)) if tree.dep(k) in CLAUSES), i)
    stack, seen = [top], {top}
    while stack:
        node = stack.pop()
        yield node
        below = [k for k in tree.kids(node) if k not in seen and not (tree.dep(k) in CLAUSES and other(k))]
        seen.update(below)
        stack.extend(below)
