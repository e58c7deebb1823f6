"""Turn stated quantities into claims: what is counted, who did it to whom, and according to whom."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from dragoman.lexicon.measures import Measures
from dragoman.lexicon.units import Units
from dragoman.model import Attribution, Claim, Coded, Cue, Event, Magnitude, Mention, Reading, Source, Span
from dragoman.model.event import STATUSES
from dragoman.model.identity import record_id
from dragoman.stages.claim_parties import parties
from dragoman.stages.findings import Finding, findings
from dragoman.stages.quantities import Clause, clause_of, timed_tokens

SILENT = frozenset({"footnote", "boilerplate"})
CASUALTIES = ("killed", "wounded")


def claim_coder(units: Units, measures: Measures) -> Callable[[Reading], Reading]:
    """Build the stage that fills `claims`. Needs tokens, sentences and times; uses trees, mentions, attributions and
    cues where they are there."""

    def code_claims(reading: Reading) -> Reading:
        timed = timed_tokens(reading)
        mentions = _by_sentence(reading)
        claims = tuple(
            _claim(reading, clause, finding, mentions.get(number, ()), number)
            for number, sentence in enumerate(reading.sentences)
            if not (reading.sections and reading.sections[sentence.section].kind in SILENT)
            for clause in (clause_of(reading, number, timed, units, measures),)
            for finding in findings(clause)
        )
        return replace(reading, claims=claims)

    return code_claims


def _by_sentence(reading: Reading) -> dict[int, tuple[Mention, ...]]:
    """The mentions of each sentence, by its number."""
    made: dict[int, list[Mention]] = {}
    number = 0
    for mention in sorted(reading.mentions, key=lambda m: m.first):
        while number < len(reading.sentences) and reading.sentences[number].last <= mention.first:
            number += 1
        made.setdefault(number, []).append(mention)
    return {number: tuple(found) for number, found in made.items()}


def _claim(reading: Reading, clause: Clause, finding: Finding, mentions: Sequence[Mention], number: int) -> Claim:
    q = finding.quantity
    span = clause.tokens.span(q.first, q.last)
    subject, target = parties(clause, finding, mentions)
    return Claim(
        id=record_id("claim", reading.report.text.id, span, 0),
        text=reading.report.text.id,
        measure=finding.measure,
        amount=Coded(span.of(reading.content), q.rule, (span,), finding.score),
        low=q.low,
        high=q.high,
        unit=finding.unit,
        per=q.per,
        subject=subject,
        target=target,
        status=_status(reading.cues, span),
        claimed_by=sources_for(span, reading.attributions),
        sentence=reading.sentences[number].span,
        score=finding.score,
    )


def _status(cues: Iterable[Cue], span: Span) -> str:
    """What a cue in whose scope the amount stands makes of it."""
    kinds = (cue.kind for cue in cues if cue.kind in STATUSES and cue.scope.covers(span))
    return next(kinds, "factual")


def sources_for(span: Span, attributions: Iterable[Attribution]) -> tuple[Coded[Source], ...]:
    """The sources of the innermost attribution whose content covers `span`, each with the words that name it."""
    covering = [a for a in attributions if a.content.covers(span)]
    if not covering:
        return ()
    inner = min(covering, key=lambda a: a.content.end - a.content.start)
    named = zip(inner.sources, inner.speakers, strict=False)
    return tuple(Coded(source, inner.rule, (speaker,)) for source, speaker in named)


def claim_linker() -> Callable[[Reading], Reading]:
    """Build the stage that links claims and events. It completes both layers, and so names both as added."""

    def link(reading: Reading) -> Reading:
        claims, events = link_claims(reading.claims, reading.events)
        return replace(reading, claims=claims, events=events)

    return link


def link_claims(claims: Sequence[Claim], events: Sequence[Event]) -> tuple[tuple[Claim, ...], tuple[Event, ...]]:
    """Tie each count of dead or wounded to the assault of its sentence, and give those events their magnitude.

    Of several assaults the one whose words stand nearest is taken. Several figures for one event leave the lowest.
    """
    linked = tuple(_linked(claim, events) for claim in claims)
    return linked, tuple(_sized(event, [c for c in linked if c.about == event.id]) for event in events)


def _linked(claim: Claim, events: Sequence[Event]) -> Claim:
    if claim.measure not in CASUALTIES:
        return claim
    near = [
        e for e in events if e.text == claim.text and e.type.value == "ASSAULT" and e.sentence.overlaps(claim.sentence)
    ]
    if not near:
        return claim
    return replace(claim, about=min(near, key=lambda e: _distance(e, claim)).id)


def _distance(event: Event, claim: Claim) -> tuple[bool, int]:
    """Whether the sentence differs, and the characters between the words of the act and those of the figure."""
    here = claim.amount.evidence[0].start if claim.amount.evidence else claim.sentence.start
    spans = event.type.evidence or (event.sentence,)
    return event.sentence != claim.sentence, min(abs(span.start - here) for span in spans)


def _sized(event: Event, claims: Sequence[Claim]) -> Event:
    dead, wounded = (_lowest([c for c in claims if c.measure == measure]) for measure in CASUALTIES)
    if dead is None and wounded is None:
        return event
    known = event.magnitude or Magnitude()
    kept = Magnitude(known.dead if dead is None else dead, known.wounded if wounded is None else wounded, known.size)
    return replace(event, magnitude=kept)


def _lowest(claims: Sequence[Claim]) -> int | None:
    figures = [figure for c in claims if (figure := c.low if c.low is not None else c.high) is not None]
    return int(min(figures)) if figures else None
