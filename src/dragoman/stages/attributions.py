"""Find who says so: speakers of clauses, outlets that report, sources behind "according to", citations in brackets."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.lexicon.agents import Agent
from dragoman.lexicon.attributions import AttributionRow, AttributionRules
from dragoman.lexicon.people import Registry
from dragoman.model import Attribution, Coded, Party, Reading, Source, Span, Tree
from dragoman.stages import slots
from dragoman.stages.cast import Cast, make_cast, parties_at
from dragoman.stages.citations import find_citations

CARRIES = ("to", "in", "on", "with", "by", "for")
QUOTES = frozenset('“"«')
NAMED_BEFORE = frozenset({"the", "this", "that", "its"})

Named = tuple[Source, Span]


@dataclass(frozen=True, slots=True)
class Finder:
    """The rules by word, and what is needed to name a speaker."""

    say: Mapping[str, AttributionRow]
    tell: Mapping[str, AttributionRow]
    cite: Mapping[str, AttributionRow]
    again: Mapping[str, AttributionRow]
    medium: Mapping[str, AttributionRow]


def attribution_finder(
    rules: AttributionRules, agents: Mapping[str, Agent], transparent: frozenset[str], registry: Registry
) -> Callable[[Reading], Reading]:
    """Build the stage that fills `attributions`. Needs mentions, roles, coreference, times and trees."""
    finder = Finder(*(rules.by_word(use) for use in ("say", "tell", "cite", "again", "medium")))

    def find_attributions(reading: Reading) -> Reading:
        cast = make_cast(reading, agents, transparent, registry)
        found = list(find_citations(reading))
        latest: dict[int, Named] = {}
        for number, tree in enumerate(reading.trees):
            if tree is None:
                continue
            section = reading.sentences[number].section
            for attribution in _of_sentence(finder, cast, tree, number, latest.get(section)):
                found.append(attribution)
                outlets = [
                    (s, w) for s, w in zip(attribution.sources, attribution.speakers, strict=True) if s.kind == "outlet"
                ]
                if outlets:
                    latest[section] = outlets[0]
        return replace(reading, attributions=tuple(sorted(found, key=lambda a: (a.content.start, -a.content.end))))

    return find_attributions


def _of_sentence(finder: Finder, cast: Cast, tree: Tree, number: int, latest: Named | None) -> Iterator[Attribution]:
    for i in range(tree.first, tree.last):
        lemma = tree.lemma(i)
        if slots.is_verb(tree, i) and lemma in finder.say:
            yield from _said(finder, cast, tree, number, i, latest)
        elif cast.reading.tokens.lower[i] == "according" and i + 1 < tree.last:
            yield from _according(finder, cast, tree, number, i, latest)
        elif slots.is_verb(tree, i) and lemma in finder.cite and tree.tag(i) == "VBG":
            yield from _cited(finder, cast, tree, number, i, latest)


def _said(
    finder: Finder, cast: Cast, tree: Tree, number: int, verb: int, latest: Named | None
) -> Iterator[Attribution]:
    content = _content(cast, tree, number, verb)
    subjects = [k for i in slots.subject(tree, verb) for k in (i, *tree.kids(i, "conj"))]
    found = [named for i in subjects for named in _named(finder, cast, tree, i, latest)]
    speakers = list({span: (source, span) for source, span in found}.values())
    if content is None or not speakers:
        return
    speakers = [named for named in speakers if named[0].outlet_id] or speakers
    row = finder.say[tree.lemma(verb)]
    media = [named for named in _media(finder, cast, tree, verb) if all(named[1] != other[1] for other in speakers)]
    cited = [
        n
        for kid in tree.kids(verb, "advcl")
        if tree.lemma(kid) in finder.cite
        for i in slots.object_(tree, kid)
        for n in _named(finder, cast, tree, i, None)
    ]
    inner, outer = (cited, speakers) if cited else (speakers, media)
    yield _made(cast, verb, content, inner, outer, row.rule)


def _made(
    cast: Cast, cue: int, content: Span, inner: Sequence[Named], outer: Sequence[Named], rule: str
) -> Attribution:
    """Parallel innermost speakers are chains of their own; those who pass it on stand one deeper in the first chain."""
    chains = [replace(source, chain=k) for k, (source, _) in enumerate(inner)]
    passed = [replace(source, chain=0, depth=1) for source, _ in outer]
    words = tuple(span for _, span in (*inner, *outer))
    text = cast.reading.content
    quoted = any(mark in text[content.start : content.end] for mark in QUOTES)
    return Attribution(cast.reading.tokens.span(cue, cue + 1), content, (*chains, *passed), words, rule, quoted)


def _content(cast: Cast, tree: Tree, number: int, verb: int) -> Span | None:
    """What is said: the clause of the verb; the object or "on …" of reporting; the sentence around a late "he said"."""
    tokens = cast.reading.tokens
    clauses = tree.kids(verb, "ccomp", "xcomp", "parataxis", "obj") or _under_noun(tree, verb)
    about = tuple(k for k in tree.kids(verb, "obl") if slots.case_words(tree, k) & {"about", "on", "of", "that"})
    if tree.dep(verb) in ("parataxis", "ccomp") and not tree.kids(verb, "ccomp", "obj") and tree.head(verb) != verb:
        first, last = tree.subtree(tree.head(verb))
        return tokens.span(first, last)
    reach = [tree.subtree(k) for k in (*clauses, *about)]
    if not reach:
        return None
    first, last = min(low for low, _ in reach), max(high for _, high in reach)
    if first < verb < last and any(tree.dep(k) in ("ccomp", "parataxis") and k > verb for k in clauses):
        first = verb + 1
    return tokens.span(first, last)


def _under_noun(tree: Tree, verb: int) -> tuple[int, ...]:
    """The clause hung on the medium: stated in an interview **that Iran had sent aid**."""
    nouns = tree.kids(verb, "obl", "obj")
    return tuple(
        k
        for noun in nouns
        for k in tree.kids(noun, "acl", "acl:relcl", "ccomp")
        if any(tree.lemma(m) == "that" for m in tree.kids(k, "mark"))
    )


def _named(finder: Finder, cast: Cast, tree: Tree, i: int, latest: Named | None) -> list[Named]:
    """The sources that a noun phrase names; "the report" is the one named before."""
    lower = cast.reading.tokens.lower
    lemma = tree.lemma(i)
    determiner = {lower[k] for k in tree.kids(i, "det")}
    if lemma in finder.again and determiner & NAMED_BEFORE and not tree.kids(i, "amod", "compound", "nmod:poss"):
        return [(latest[0], cast.reading.tokens.span(i, i + 1))] if latest else []
    inner = [named for k in tree.kids(i, "appos") for named in _outlets(cast, k)]
    mention = cast.mention_at.get(i)
    if mention is not None and mention.subkind == "outlet":
        return _outlets(cast, i)
    if lemma in finder.medium:
        beside = [
            named for k in tree.kids(i, "appos", "compound", "flat", "nmod", "nmod:desc") for named in _outlets(cast, k)
        ]
        return beside[:1] or [(Source(_phrase(cast, tree, i), "outlet"), _phrase_span(cast, tree, i))]
    if inner:
        return inner
    return [_as_source(party) for party in parties_at(cast, tree, i)] or _unnamed(cast, tree, i)


def _outlets(cast: Cast, i: int) -> list[Named]:
    mention = cast.mention_at.get(i)
    if mention is None or mention.subkind != "outlet":
        return []
    return [(Source(" ".join(mention.span.of(cast.reading.content).split()), "outlet", mention.actor_id), mention.span)]


def _as_source(party: Coded[Party]) -> Named:
    kind = "outlet" if party.value.kind == "outlet" else party.value.kind
    return Source(party.value.name, kind, party.value.actor_id if kind == "outlet" else None), party.evidence[0]


def _unnamed(cast: Cast, tree: Tree, i: int) -> list[Named]:
    """A capitalised name that nothing knows may still be an outlet."""
    if tree.tag(i) not in ("NNP", "NNPS"):
        return []
    return [(Source(_phrase(cast, tree, i), "outlet"), _phrase_span(cast, tree, i))]


def _phrase_span(cast: Cast, tree: Tree, i: int) -> Span:
    """The noun with what stands before it, without its article."""
    first = max(tree.subtree(i)[0], i - 5)
    while first < i and (
        tree.dep(first) in ("det", "case", "mark", "fixed") or not cast.reading.tokens.words[first][0].isalnum()
    ):
        first += 1
    return cast.reading.tokens.span(first, i + 1)


def _phrase(cast: Cast, tree: Tree, i: int) -> str:
    return " ".join(_phrase_span(cast, tree, i).of(cast.reading.content).split())


def _media(finder: Finder, cast: Cast, tree: Tree, verb: int) -> list[Named]:
    """Outlets that a statement was made to or in: told Newsweek, in an interview to IRNA, on his Twitter account."""
    found = []
    for kid in tree.kids(verb, "obl", "obj", "iobj"):
        if tree.dep(kid) == "obl" and not slots.case_words(tree, kid) & set(CARRIES):
            continue
        first, last = tree.subtree(kid)
        if last - first <= 16:
            found += [named for i in range(first, last) for named in _outlets(cast, i)]
    return list({named[1]: named for named in found}.values())


def _according(
    finder: Finder, cast: Cast, tree: Tree, number: int, i: int, latest: Named | None
) -> Iterator[Attribution]:
    """According to X: all of the clause that it hangs on."""
    noun = tree.head(i) if tree.dep(i) == "case" else next(iter(tree.kids(i, "obl", "nmod", "obj")), None)
    if noun is None or noun == i:
        return
    inner = [named for k in (noun, *tree.kids(noun, "conj")) for named in _named(finder, cast, tree, k, latest)]
    sentence = cast.reading.sentences[number]
    if inner:
        yield _made(cast, i, sentence.span, inner, (), "en/attributions#according-to")


def _cited(
    finder: Finder, cast: Cast, tree: Tree, number: int, verb: int, latest: Named | None
) -> Iterator[Attribution]:
    """Citing an official: what the clause above says, unless a verb of saying above has taken it in already."""
    head = tree.head(verb)
    if head == verb or tree.lemma(head) in finder.say:
        return
    inner = [named for i in slots.object_(tree, verb) for named in _named(finder, cast, tree, i, latest)]
    outer = [
        named
        for i in (head, *slots.subject(tree, verb))
        if tree.tag(i)[:1] == "N"
        for named in _named(finder, cast, tree, i, latest)
    ]
    if inner:
        yield _made(
            cast, verb, cast.reading.sentences[number].span, inner, outer[:1], finder.cite[tree.lemma(verb)].rule
        )
