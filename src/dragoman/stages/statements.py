"""Statements: who said what to whom, quoted or in the report's words, out of attributions and verbal acts."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from dragoman.lexicon.attributions import AttributionRules
from dragoman.model import Attribution, Coded, Event, Party, Reading, Source, Span, Statement
from dragoman.model.identity import record_id

SPEAKING = frozenset({"person", "state", "body", "igo", "ngo", "party", "armed_group", "collective"})
STANCES = {
    "ACCUSE": "condemns",
    "REJECT": "denies",
    "SUPPORT": "supports",
    "REQUEST": "demands",
    "THREATEN": "warns",
    "AGREE": "promises",
}


def statement_coder(rules: AttributionRules) -> Callable[[Reading], Reading]:
    """Build the stage that fills `statements`. Needs attributions and events."""
    stances = {row.rule: row.stance or "states" for row in rules.rows if row.use == "say"}

    def code_statements(reading: Reading) -> Reading:
        counts: Counter[Span] = Counter()
        return replace(reading, statements=tuple(_statements(reading, stances, counts)))

    return code_statements


def _statements(reading: Reading, stances: Mapping[str, str], counts: Counter[Span]) -> Iterator[Statement]:
    verbal = {event.type.evidence[0].start: event for event in reading.events if event.type.value in STANCES}
    for attribution in reading.attributions:
        if attribution.rule not in stances or attribution.sources[0].kind not in SPEAKING:
            continue
        event = verbal.get(attribution.cue.start)
        stance = STANCES[event.type.value] if event is not None else stances[attribution.rule]
        ordinal = counts[attribution.cue]
        counts[attribution.cue] += 1
        yield _statement(reading, attribution, event, stance, ordinal)


def _statement(reading: Reading, attribution: Attribution, event: Event | None, stance: str, ordinal: int) -> Statement:
    text = reading.report.text.id
    sentence = next(s.span for s in reading.sentences if s.span.overlaps(attribution.cue))
    passed = [
        Coded(source, attribution.rule, (span,), 0.8)
        for source, span in zip(attribution.sources[1:], attribution.speakers[1:], strict=True)
    ]
    return Statement(
        id=record_id("statement", text, attribution.cue, ordinal),
        text=text,
        speaker=_speaker(attribution, event),
        verb=Coded(attribution.cue.of(reading.content), attribution.rule, (attribution.cue,), 0.8),
        content=attribution.content,
        audience=_audience(event),
        stance=stance,
        quoted=attribution.quoted,
        event=event.id if event is not None else None,
        sources=tuple(passed),
        sentence=sentence,
        score=0.7 if event is None else event.score,
    )


def _speaker(attribution: Attribution, event: Event | None) -> Coded[Party]:
    if event is not None and event.actors:
        return event.actors[0]
    source: Source = attribution.sources[0]
    return Coded(Party(source.name, None, source.kind), attribution.rule, (attribution.speakers[0],), 0.7)


def _audience(event: Event | None) -> Coded[Party] | None:
    return next((p for p in event.recipients if p.value.role == "addressee"), None) if event is not None else None
