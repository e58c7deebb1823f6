"""Who the words before or behind "said" stand for: outlets, parties, sources without a name, what was named before."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dragoman.lexicon.attributions import AttributionRules
from dragoman.model import Coded, Party, Source, Span, Tree
from dragoman.stages import slots
from dragoman.stages.cast import Cast, parties_at
from dragoman.stages.characterisations import characterisations
from dragoman.stages.sayings import noun_phrase

NAMED_BEFORE = frozenset({"the", "this", "that", "its"})
OWNED = ("amod", "compound", "nmod:poss", "nmod", "appos", "flat", "nmod:desc")
OWNERS = frozenset({"by", "of", "from", "in", "on"})
BESIDE = ("appos", "compound", "flat", "nmod:desc")
LONGEST_NAME = 5  # tokens before the noun


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks: the source, the words that name it, the party it is, and who passed on what it said."""

    source: Source
    words: Span
    party: Coded[Party] | None = None
    noun: str = ""
    through: tuple["Voice", ...] = ()
    guessed: bool = False

    @property
    def is_outlet(self) -> bool:
        return self.source.kind == "outlet"


@dataclass(slots=True)
class Memory:
    """Who spoke last in a section, and the outlet named last: "he added", "according to the report"."""

    speaker: Voice | None = None
    outlet: Voice | None = None
    subject: Voice | None = None  # who did what the sentence before tells, where that is no person

    def heard(self, voices: Iterable[Voice], through: tuple[Voice, ...]) -> None:
        """Remember the first of the voices and the outlet among all of them."""
        voices = tuple(voices)
        if voices:
            self.speaker = replace(voices[0], through=through) if through else voices[0]
        self.outlet = next((v for v in (*through, *voices) if v.is_outlet), self.outlet)

    def later(self, pronoun: str) -> Voice | None:
        """Whom a pronoun takes up: "it" the state or body whose act was told last, else who spoke last."""
        if pronoun == IT and self.subject is not None:
            return self.subject
        return self.speaker if pronoun in LATER else None


@dataclass(frozen=True, slots=True)
class Naming:
    """What it takes to name a speaker of one reading."""

    rules: AttributionRules
    cast: Cast

    def voices(self, tree: Tree, i: int, memory: Memory) -> tuple[Voice, ...]:
        """Everybody that the noun phrase headed by token `i` names; nobody where it names none that can speak."""
        return tuple(self._characterised(tree, i, voice) for voice in self._voices(tree, i, memory))

    def _characterised(self, tree: Tree, i: int, voice: Voice) -> Voice:
        """A voice with what the report says of it here; what it said before where that is all."""
        tokens = self.cast.reading.tokens
        inside = tokens.inside(voice.words)
        if not inside or (voice.party is not None and voice.party.value.actor_id):
            return voice
        name = (inside.start if voice.is_outlet else min(i, inside.stop - 1), inside.stop)
        told = characterisations(self.rules, tokens, tree, i, name)
        whole = tuple(dict.fromkeys((*voice.source.characterisation, *told)))
        return replace(voice, source=replace(voice.source, characterisation=whole)) if told else voice

    def _voices(self, tree: Tree, i: int, memory: Memory) -> tuple[Voice, ...]:
        taken_up = self._taken_up(tree, i, memory)
        if taken_up is not None:
            return taken_up
        if outlet := self.outlet(tree, i):
            return (outlet,)
        lemma = tree.lemma(i)
        if any(self.rules.find(use, lemma) for use in ("medium", "document", "telling")):
            return self._of_work(tree, i, memory)
        if inner := tuple(v for k in tree.kids(i, "appos") if (v := self.outlet(tree, k))):
            return inner
        if self.rules.find("anonymous", lemma):
            return (self._anonymous(tree, i),)
        return self._parties(tree, i) or self._unknown(tree, i)

    def outlet(self, tree: Tree, i: int) -> Voice | None:
        """The outlet that a token names."""
        mention = self.cast.mention_at.get(i)
        if mention is None or mention.subkind != "outlet":
            return None
        return Voice(Source(self._said(mention.span), "outlet", mention.actor_id), mention.span)

    def media(self, tree: Tree, tokens: Iterable[int], memory: Memory) -> tuple[Voice, ...]:
        """Outlets within phrases: told **Newsweek**, in an interview with **IRNA**, told **the website**."""
        found: dict[Span, Voice] = {}
        for i in tokens:
            named = [v for k in range(*noun_phrase(tree, i)) if (v := self.outlet(tree, k))]
            if not named and self.rules.find("medium", tree.lemma(i)):
                named = list(self._of_work(tree, i, memory)) if not self._again(tree, i) else []
                named = named or [v for v in (memory.outlet,) if v is not None and self._again(tree, i)]
            found.update((v.words, v) for v in named if v.is_outlet)
        return tuple(found.values())

    def _again(self, tree: Tree, i: int) -> bool:
        """Whether a noun only takes up what was named before: **the** report, this source."""
        lower = self.cast.reading.tokens.lower
        return bool({lower[k] for k in tree.kids(i, "det")} & NAMED_BEFORE) and not tree.kids(i, *OWNED)

    def _taken_up(self, tree: Tree, i: int, memory: Memory) -> tuple[Voice, ...] | None:
        """Who a pronoun or "the official" is; None where the words name somebody themselves."""
        if tree.tag(i).startswith("PRP"):
            known = self._parties(tree, i)
            later = memory.later(self.cast.reading.tokens.lower[i])
            return known or ((self._at(later, i),) if later is not None else ())
        lemma = tree.lemma(i)
        if not self._again(tree, i):
            return None
        if memory.speaker is not None and memory.speaker.noun == lemma:
            return (self._at(memory.speaker, i),)
        if self.rules.find("medium", lemma) and memory.outlet is not None:
            return (self._at(memory.outlet, i),)
        if self.rules.find("document", lemma) and memory.speaker is not None:
            return (self._at(memory.speaker, i),)
        if self.rules.find("anonymous", lemma) and memory.outlet is not None:
            return (self._at(memory.outlet, i),)
        return None

    def _at(self, voice: Voice, i: int) -> Voice:
        """A voice named before, with the words that take it up."""
        words = self.cast.reading.tokens.span(i, i + 1)
        party = replace(voice.party, evidence=(words,)) if voice.party is not None else None
        return replace(voice, words=words, party=party)

    def _of_work(self, tree: Tree, i: int, memory: Memory) -> tuple[Voice, ...]:
        """Whose report or channel it is: **Newsweek**'s report, a statement by the **ministry**, Iranian media."""
        beside = [k for k in tree.kids(i, *BESIDE, "nmod") if self.outlet(tree, k)]
        if beside:
            return tuple(v for k in beside[:1] if (v := self.outlet(tree, k)))
        if self.rules.find("medium", tree.lemma(i)):
            return (self._phrase(tree, i, "outlet"),)
        owners = tuple(v for k in self._owners(tree, i) for v in self.voices(tree, k, memory))
        return owners or ((self._phrase(tree, i, "outlet"),) if self.rules.find("document", tree.lemma(i)) else ())

    def _owners(self, tree: Tree, i: int) -> Iterator[int]:
        """Who made a report: its owner, "by …", the agent of a participle, the subject that issued it."""
        yield from tree.kids(i, "nmod:poss")
        known = self.cast.mention_at
        yield from (k for k in tree.kids(i, "compound", "flat") if k in known and known[k].kind == "organisation")
        yield from (k for k in tree.kids(i, "nmod", "obl:agent") if slots.case_words(tree, k) & OWNERS)
        for verb in tree.kids(i, "acl"):
            yield from tree.kids(verb, "obl:agent") or slots.with_case(tree, verb, {"by"})
        head = tree.head(i)
        issued = tree.dep(i) == "obj" and head != i and slots.is_verb(tree, head)
        if issued and not self.rules.find("say", tree.lemma(head)):
            yield from slots.subject(tree, head)

    def _anonymous(self, tree: Tree, i: int) -> Voice:
        party = next(iter(parties_at(self.cast, tree, i, sides=False)), None)
        voice = self._phrase(tree, i, "collective")
        value = Party(voice.source.name, party.value.country if party else None)
        return replace(voice, party=Coded(value, "attributions#anonymous", (voice.words,), 0.6))

    def _parties(self, tree: Tree, i: int) -> tuple[Voice, ...]:
        """The parties that speak themselves; a thing of theirs does not: the Israeli **strike** shows."""
        cast, lemma = self.cast, tree.lemma(i)
        mention = cast.mention_at.get(i)
        speaks = i in cast.title_at or lemma in cast.agents or cast.reading.tokens.lower[i] in cast.agents
        speaks = speaks or lemma in cast.transparent or tree.tag(i) in ("CD", "DT") or tree.tag(i).startswith("PRP")
        speaks = speaks or (mention is not None and mention.kind not in ("weapon", "platform"))
        named = any(k in cast.mention_at and cast.mention_at[k].kind == "person" for k in tree.kids(i, "flat"))
        if not (speaks or named):
            return ()
        found = {party.evidence[0]: party for party in parties_at(cast, tree, i)}
        if mention is None and lemma in cast.agents and len(found) == 1 and not tree.tag(i).startswith("PRP"):
            return (self._described(tree, i, *found.values()),)
        return tuple(_voice(party, lemma) for party in found.values())

    def _described(self, tree: Tree, i: int, party: Coded[Party]) -> Voice:
        """Somebody told by a common noun goes by all of its phrase: local officials, a spokesman for the ministry."""
        voice = _voice(party, tree.lemma(i))
        if party.value.actor_id is not None or not party.evidence[0].overlaps(self.cast.reading.tokens.span(i, i + 1)):
            return voice
        phrase = self._phrase_span(tree, i)
        words = Span(min(phrase.start, party.evidence[0].start), phrase.end)
        return replace(voice, source=Source(self._said(words), party.value.kind), words=words)

    def _unknown(self, tree: Tree, i: int) -> tuple[Voice, ...]:
        """A capitalised name that nothing knows may still be an outlet."""
        return (replace(self._phrase(tree, i, "outlet"), guessed=True),) if tree.tag(i) in ("NNP", "NNPS") else ()

    def _phrase(self, tree: Tree, i: int, kind: str) -> Voice:
        words = self._phrase_span(tree, i)
        return Voice(Source(self._said(words), kind), words, noun=tree.lemma(i))

    def _said(self, words: Span) -> str:
        return " ".join(words.of(self.cast.reading.content).split())

    def _phrase_span(self, tree: Tree, i: int) -> Span:
        """The noun with what stands before it, without its article."""
        tokens = self.cast.reading.tokens
        last = next((e for k in tree.kids(i, "nmod") if (e := _of_whom(tree, i, k))), i + 1)
        first = max(tree.subtree(i)[0], i - LONGEST_NAME)
        while first < i and (
            tree.dep(first) in ("det", "case", "mark", "fixed", "cc") or not tokens.words[first][0].isalnum()
        ):
            first += 1
        return tokens.span(first, last)


def _of_whom(tree: Tree, noun: int, k: int) -> int | None:
    """Where a short "for the ministry" behind a noun ends."""
    first, last = tree.subtree(k)
    return (
        last
        if first == noun + 1 and slots.case_words(tree, k) & {"for", "of"} and last - first <= LONGEST_NAME
        else None
    )


IT = "it"
LATER = frozenset({"he", "she", "it", "they"})


def _voice(party: Coded[Party], noun: str) -> Voice:
    value = party.value
    outlet = value.actor_id if value.kind == "outlet" else None
    return Voice(Source(value.name, value.kind, outlet), party.evidence[0], party, noun)
