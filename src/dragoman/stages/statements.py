"""Statements: who said what to whom, quoted or in the report's words, out of attributions and verbal acts."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from dragoman.lexicon.attributions import AttributionRules
from dragoman.model import Attribution, Coded, Event, Party, Reading, Source, Span, Statement
from dragoman.model.identity import record_id
from dragoman.stages.attributions import GOES_ON
from dragoman.stages.citations import RULE
from dragoman.stages.quotes import MARKS
from dragoman.stages.sources import is_source

SPEAKING = frozenset({"person", "state", "body", "igo", "ngo", "company", "party", "armed_group", "collective"})
STANCES = {
    "ACCUSE": "condemns",
    "REJECT": "denies",
    "SUPPORT": "supports",
    "REQUEST": "demands",
    "THREATEN": "warns",
    "AGREE": "promises",
}
SCORE = 0.7
COMPOSED = "composition"


@dataclass(frozen=True, slots=True)
class _Told:
    """Somebody's saying, and the act that it is, if it is one."""

    attribution: Attribution
    speaker: Coded[Party]
    act: Event | None


def statement_coder(rules: AttributionRules, verbal: Collection[str]) -> Callable[[Reading], Reading]:
    """Build the stage that fills `statements`. Needs attributions and events; `verbal` are the rules of spoken acts."""
    spoken = {row.rule for row in rules.rows if row.use in ("say", "telling")} | {GOES_ON}

    def code_statements(reading: Reading) -> Reading:
        acts = sorted((e for e in reading.events if _is_spoken(e, verbal)), key=_start)
        told = [
            _Told(a, a.speaker, _act_of(a, acts))
            for a in reading.attributions
            if a.rule in spoken and a.speaker is not None and a.speaker.value.kind in SPEAKING
        ]
        known = {t.act.id for t in told if t.act is not None}
        plain = [act for act in acts if act.id not in known and act.actors]
        found = chain(_said(reading, told), _acted(reading, plain))
        return replace(reading, statements=tuple(sorted(found, key=lambda s: s.verb.evidence[0].start)))

    return code_statements


def _is_spoken(event: Event, verbal: Collection[str]) -> bool:
    return event.type.value in STANCES and (event.type.rule in verbal or event.type.rule.startswith(COMPOSED))


def _start(event: Event) -> int:
    return event.type.evidence[0].start


def _act_of(attribution: Attribution, acts: Sequence[Event]) -> Event | None:
    """The act that a saying is: the one its verb names, or one of its speaker in what is said."""
    at = bisect_left(acts, attribution.cue.start, key=_start)
    if at < len(acts) and _start(acts[at]) == attribution.cue.start:
        return acts[at]
    first = bisect_left(acts, attribution.content.start, key=_start)
    last = bisect_left(acts, attribution.content.end, key=_start)
    speaker = attribution.sources[0], attribution.speakers[0]
    return next((act for act in acts[first:last] if any(is_source(p, *speaker) for p in act.actors)), None)


def _said(reading: Reading, told: Collection[_Told]) -> Iterator[Statement]:
    counts: Counter[Span] = Counter()
    for each in told:
        cue = each.attribution.cue
        yield _of_attribution(reading, each, counts[cue])
        counts[cue] += 1


def _of_attribution(reading: Reading, told: _Told, ordinal: int) -> Statement:
    attribution, event = told.attribution, told.act
    text, rule, cue = reading.report.text.id, attribution.rule, attribution.cue
    links = zip(attribution.sources, attribution.speakers, strict=True)
    passed_on = {source.name: Coded(source, rule, (words,), 0.8) for source, words in links if source.depth}
    return Statement(
        id=record_id("statement", text, cue, ordinal),
        text=text,
        speaker=event.actors[0] if event is not None and event.actors else told.speaker,
        verb=Coded(cue.of(reading.content), rule, (cue,), 0.8),
        content=attribution.content,
        audience=attribution.audience or _addressee(event),
        stance=STANCES[event.type.value] if event is not None else attribution.stance,
        quoted=attribution.quoted,
        event=event.id if event is not None else None,
        sources=tuple(passed_on.values()),
        sentence=_sentence_at(reading, cue),
        score=SCORE if event is None else event.score,
    )


def _acted(reading: Reading, events: Collection[Event]) -> Iterator[Statement]:
    """Acts of speaking that no attribution tells: thanked Iran **for its support**."""
    brackets = sorted(reading.tokens.inside(a.cue).start for a in reading.attributions if a.rule == RULE)
    for event in events:
        words = event.type.evidence[0]
        content = _behind(reading, words, brackets)
        yield Statement(
            id=record_id("statement", event.text, words, 0),
            text=event.text,
            speaker=event.actors[0],
            verb=replace(event.type, value=words.of(reading.content)),
            content=content,
            audience=_addressee(event),
            stance=STANCES[event.type.value],
            quoted=any(mark in content.of(reading.content) for mark in MARKS),
            event=event.id,
            sources=tuple(_others(event)),
            sentence=event.sentence,
            score=event.score,
        )


def _behind(reading: Reading, words: Span, brackets: Sequence[int]) -> Span:
    """What follows the words of an act in their clause, up to a citation; the words themselves where nothing does."""
    inside = reading.tokens.inside(words)
    tree = reading.trees[_number_at(reading, words)]
    if not inside or tree is None:
        return words
    end = max(tree.subtree(i)[1] for i in inside)
    end = min([end, *brackets[bisect_left(brackets, inside.stop) :][:1]])
    while (
        end > inside.stop
        and not reading.tokens.words[end - 1][-1].isalnum()
        and reading.tokens.words[end - 1] not in MARKS
    ):
        end -= 1
    return reading.tokens.span(inside.stop, end) if end > inside.stop else words


def _others(event: Event) -> Iterator[Coded[Source]]:
    """The sources of an act of speaking other than who speaks."""
    for source in event.sources:
        if not is_source(event.actors[0], source.value, source.evidence[0]):
            yield source


def _addressee(event: Event | None) -> Coded[Party] | None:
    return next((p for p in event.recipients if p.value.role == "addressee"), None) if event is not None else None


def _number_at(reading: Reading, span: Span) -> int:
    """The number of the sentence in which a span starts."""
    return max(bisect_right(reading.sentences, span.start, key=lambda s: s.span.start) - 1, 0)


def _sentence_at(reading: Reading, span: Span) -> Span:
    return reading.sentences[_number_at(reading, span)].span
