"""Find who says so: sayings of the trees with their speakers named, quotations that go on, citations; as chains."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from dragoman.lexicon.agents import Agent
from dragoman.lexicon.attributions import AttributionRules
from dragoman.lexicon.people import Registry
from dragoman.model import Attribution, Reading, Sentence, Span, Time, Tree
from dragoman.stages.cast import make_cast
from dragoman.stages.chains import chained
from dragoman.stages.citations import find_citations
from dragoman.stages.grammar import by_sentence
from dragoman.stages.quotes import MARKS, Range, grown, quotations, within
from dragoman.stages.sayings import Saying, find_sayings, open_sayings
from dragoman.stages.speakers import Memory, Naming, Voice

GOES_ON = "attributions#goes-on"
COLON = ":"
FARTHEST = 12  # tokens from a verb of saying to the quotation that it brings
COLLECTIVE = frozenset({"state", "body", "igo", "ngo", "armed_group", "party", "company"})  # what "it" may be
LABELS = frozenset({"outlet", "person", "body", "igo", "ngo"})  # a country before a colon is a heading


def attribution_finder(
    rules: AttributionRules, agents: Mapping[str, Agent], transparent: frozenset[str], registry: Registry
) -> Callable[[Reading], Reading]:
    """Build the stage that fills `attributions`. Needs mentions, roles, coreference, times and trees."""

    def find_attributions(reading: Reading) -> Reading:
        naming = Naming(rules, make_cast(reading, agents, transparent, registry))
        told = _Listener(naming, quotations(reading), by_sentence(reading, reading.times)).listen()
        cited = tuple(find_citations(rules, reading))
        return replace(reading, attributions=chained((*cited, *_less_citations(reading.content, told, cited))))

    return find_attributions


def _less_citations(text: str, told: Iterable[Attribution], cited: Iterable[Attribution]) -> Iterator[Attribution]:
    """What is said ends before the bracket that cites a source for it."""
    opened = {c.cue.end: len(text[: c.cue.start].rstrip()) for c in cited}
    for attribution in told:
        start, end = attribution.content.start, opened.get(attribution.content.end, 0)
        yield replace(attribution, content=Span(start, end)) if end > start else attribution


@dataclass(slots=True)
class _Listener:
    """Goes through the sentences of one reading and remembers who spoke last."""

    naming: Naming
    quotes: Sequence[Range]
    times: Sequence[Sequence[Time]]
    memory: dict[int, Memory] = field(default_factory=dict)

    @property
    def reading(self) -> Reading:
        return self.naming.cast.reading

    def listen(self) -> Iterator[Attribution]:
        """The attributions of every sentence, in the order of the text."""
        latest: Attribution | None = None
        near = -2
        for number, sentence in enumerate(self.reading.sentences):
            found = list(self._of_sentence(number, sentence))
            if not found and latest is not None and number - near == 1:
                found = list(self._goes_on(sentence, latest))
            yield from found
            quoted = [a for a in found if a.quoted]
            if quoted:
                latest, near = quoted[-1], number

    def _of_sentence(self, number: int, sentence: Sentence) -> Iterator[Attribution]:
        tree = self.reading.trees[number]
        if tree is None:
            return
        memory = self.memory.setdefault(sentence.section, Memory())
        found = 0
        for saying in find_sayings(self.naming.rules, tree, self.reading.tokens.lower):
            made = self._attribution(number, tree, saying, memory)
            if made is not None:
                found += 1
                yield made
        if not found:
            yield from self._unclaused(number, sentence, tree, memory)
        memory.subject = self._subject(tree, memory)

    def _subject(self, tree: Tree, memory: Memory) -> Voice | None:
        """The state or body that does what a sentence tells, for "it" in the next one."""
        root = next((k for k in range(tree.first, tree.last) if tree.head(k) == k), tree.first)
        voices = [v for k in tree.kids(root, "nsubj")[:1] for v in self.naming.voices(tree, k, memory)]
        return next((v for v in voices if v.party is not None and v.party.value.kind in COLLECTIVE), None)

    def _unclaused(self, number: int, sentence: Sentence, tree: Tree, memory: Memory) -> Iterator[Attribution]:
        """What stands in quotes, or behind a colon, where the tree shows no clause for the verb of saying."""
        for saying in open_sayings(self.naming.rules, tree):
            content = self._quoted_beside(sentence, saying.cue[0]) or self._behind_colon(number, sentence)
            made = self._attribution(number, tree, replace(saying, content=content), memory) if content else None
            if made is not None:
                yield made
                return

    def _quoted_beside(self, sentence: Sentence, cue: int) -> Range | None:
        """The quotation nearest to a verb of saying, which itself stands outside of it."""
        found = [q for q in within(self.quotes, sentence.first, sentence.last) if not q[0] <= cue < q[1]]
        nearest = min(found, key=lambda q: _gap(cue, q), default=None)
        return nearest if nearest is not None and _gap(cue, nearest) < FARTHEST else None

    def _behind_colon(self, number: int, sentence: Sentence) -> Range | None:
        """The paragraph that a sentence with a colon at its end brings."""
        sentences = self.reading.sentences
        if self.reading.tokens.words[sentence.last - 1] != COLON or number + 1 == len(sentences):
            return None
        section = sentences[number + 1].section
        last = number + 1
        while last + 1 < len(sentences) and sentences[last + 1].section == section:
            last += 1
        return sentences[number + 1].first, sentences[last].last

    def _attribution(self, number: int, tree: Tree, saying: Saying, memory: Memory) -> Attribution | None:
        voices = self._named(tree, saying.speakers, memory)
        if saying.row.use == "label":
            voices = tuple(v for v in voices if v.source.kind in LABELS and _is_known(v))
        if saying.row.use == "telling":
            voices = tuple(v for v in voices if saying.row not in self.naming.rules.find("telling", v.noun))
        if saying.speakers and not voices:
            return None
        outer = self._named(tree, saying.passed_on, memory) or voices[0].through if voices else ()
        outer = outer or self._media(tree, saying, voices, memory)
        memory.heard(voices, outer)
        content = grown(self.quotes, *saying.content)
        made = _made(self.reading, saying, content, voices, outer)
        return self._completed(made, number, tree, saying)

    def _named(self, tree: Tree, tokens: Sequence[int], memory: Memory) -> tuple[Voice, ...]:
        """Those whom tokens name, each once; where an outlet is among them, outlets alone."""
        voices = {v.words: v for i in tokens for v in self.naming.voices(tree, i, memory)}
        known = tuple(v for v in voices.values() if v.source.outlet_id)
        return known or tuple(v for v in voices.values() if not v.guessed) or tuple(voices.values())

    def _media(self, tree: Tree, saying: Saying, voices: Sequence[Voice], memory: Memory) -> tuple[Voice, ...]:
        known = {v.words for v in voices}
        return tuple(v for v in self.naming.media(tree, saying.told, memory) if v.words not in known)

    def _completed(self, made: Attribution, number: int, tree: Tree, saying: Saying) -> Attribution:
        """With the day it was said, and whom it was said to."""
        memory = Memory()
        told = [v for i in saying.told for v in self.naming.voices(tree, i, memory) if not v.is_outlet]
        audience = next((v.party for v in told if tree.dep(saying.told[0]) in ("iobj", "obj")), None)
        day = _day(self.times[number], made.content)
        sources = tuple(replace(s, date=s.date or day) for s in made.sources)
        return replace(made, sources=sources, audience=audience)

    def _goes_on(self, sentence: Sentence, latest: Attribution) -> Iterator[Attribution]:
        """A sentence that is one quotation, right behind another: the same speaker goes on."""
        for first, last in within(self.quotes, sentence.first, sentence.last):
            if first == sentence.first and last - first > 3:
                content = self.reading.tokens.span(first, last)
                yield replace(latest, content=content, rule=GOES_ON)
                return


def _gap(cue: int, quote: Range) -> int:
    return min(abs(cue - quote[0]), abs(cue - quote[1]))


def _is_known(voice: Voice) -> bool:
    """Whether a label before a colon names somebody, not something that a list or a glossary explains."""
    return not voice.guessed and (voice.party is None or voice.party.value.actor_id is not None)


def _made(
    reading: Reading, saying: Saying, content: Range, inner: Sequence[Voice], outer: Sequence[Voice]
) -> Attribution:
    """Innermost speakers in parallel are chains of their own, each passed on by the same others."""
    chains = [(k, (voice, *outer)) for k, voice in enumerate(inner)]
    links = [(replace(v.source, chain=k, depth=depth), v.words) for k, chain in chains for depth, v in enumerate(chain)]
    span = _bare(reading, *content)
    return Attribution(
        cue=reading.tokens.span(*saying.cue),
        content=span,
        sources=tuple(source for source, _ in links),
        speakers=tuple(words for _, words in links),
        rule=saying.row.rule,
        quoted=any(reading.tokens.words[i] in MARKS for i in range(*content)),
        stance=saying.stance,
        speaker=inner[0].party if inner else None,
    )


def _bare(reading: Reading, first: int, last: int) -> Span:
    """The characters of a range without commas and stops at its ends."""
    words = reading.tokens.words
    while last - first > 1 and words[first] in ",.;:":
        first += 1
    while last - first > 1 and words[last - 1] in ",.;:":
        last -= 1
    return reading.tokens.span(first, last)


def _day(times: Sequence[Time], content: Span) -> date | None:
    """The day of the saying itself: one told beside what is said, not in it."""
    beside = (t for t in times if t.granularity == "day" and not content.overlaps(t.span))
    return next((t.earliest for t in beside if t.earliest == t.latest), None)
