"""Turn stated quantities into claims: what is counted, who did it to whom, when, and according to whom."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.lexicon.measures import Measures
from dragoman.lexicon.units import Units
from dragoman.model import Attribution, Claim, Coded, Cue, Interval, Mention, Reading, Source, Span, Time
from dragoman.model.event import STATUSES
from dragoman.model.identity import record_id
from dragoman.stages.claim_parties import KINDS, parties
from dragoman.stages.derived import resolved
from dragoman.stages.findings import Finding, findings
from dragoman.stages.grammar import by_sentence
from dragoman.stages.quantities import Clause, clause_of, timed_tokens
from dragoman.stages.sources import by_reach, sources_of

NOBODY: Mapping[str, str] = {}
SILENT = frozenset({"footnote", "boilerplate"})


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence with what was found in it."""

    clause: Clause
    sentence: Span
    mentions: Sequence[Mention]
    times: Sequence[Time]
    said: Sequence[Attribution]
    cues: Sequence[Cue]


def claim_coder(units: Units, measures: Measures, states: Mapping[str, str] = NOBODY) -> Callable[[Reading], Reading]:
    """Build the stage that fills `claims`. Needs tokens, sentences and times; uses trees, mentions, attributions and
    cues where they are there. `states` names the state of a country's code."""

    def code_claims(reading: Reading) -> Reading:
        claims: list[Claim] = []
        for passage in _passages(reading, units, measures):
            for finding in findings(passage.clause):
                claim = _claim(reading, passage, finding, states)
                claims.append(resolved(claim, finding.quantity, passage.clause, claims, reading.content))
        return replace(reading, claims=tuple(claims))

    return code_claims


def _passages(reading: Reading, units: Units, measures: Measures) -> Iterator[Passage]:
    timed, said = timed_tokens(reading), by_reach(reading)
    mentions, times = by_sentence(reading, reading.mentions), by_sentence(reading, reading.times)
    cues = by_sentence(reading, [cue for cue in reading.cues if cue.kind in STATUSES])
    for number, sentence in enumerate(reading.sentences):
        if reading.sections and reading.sections[sentence.section].kind in SILENT:
            continue
        clause = clause_of(reading, number, timed, units, measures)
        actors = [m for m in mentions[number] if m.kind in KINDS]
        yield Passage(clause, sentence.span, actors, times[number], said[number], cues[number])


def _claim(reading: Reading, passage: Passage, finding: Finding, states: Mapping[str, str]) -> Claim:
    q, clause = finding.quantity, passage.clause
    span = clause.tokens.span(q.first, q.last)
    subject, target = parties(clause, finding, passage.mentions, states)
    claimed_by = sources_of(passage.said, span)
    return Claim(
        id=record_id("claim", reading.report.text.id, span, 0),
        text=reading.report.text.id,
        measure=finding.measure,
        amount=Coded(span.of(reading.content), q.rule, (span,), finding.score),
        low=q.low,
        high=q.high,
        unit=finding.unit,
        kind=finding.kind or q.kind,
        bound=q.bound,
        per=q.per,
        period=_period(passage, span),
        as_of=_as_of(passage, claimed_by),
        subject=subject,
        target=target,
        status=_status(passage.cues, span),
        claimed_by=claimed_by,
        sentence=passage.sentence,
        score=finding.score,
    )


def _period(passage: Passage, amount: Span) -> Interval | None:
    """The time told nearest to the amount: over the years of a war, on the day of a strike."""
    dated = [t for t in passage.times if (t.earliest or t.latest) and not _is_moment(passage.clause, t)]
    if not dated:
        return None
    return _interval(min(dated, key=lambda t: max(t.span.start - amount.end, amount.start - t.span.end)))


def _as_of(passage: Passage, claimed_by: Iterable[Coded[Source]]) -> Interval | None:
    """The day for which the figure holds: as of March 1; else the day on which its source is dated."""
    for time in passage.times:
        if _is_moment(passage.clause, time):
            return _interval(time)
    said = [source.value.date for source in claimed_by if source.value.date is not None]
    return Interval(said[0], said[0], "day") if said else None


def _is_moment(clause: Clause, time: Time) -> bool:
    """Whether "as of" stands before a time."""
    first = clause.tokens.inside(time.span)[0]
    return clause.measures.plays(" ".join(clause.lower[max(clause.first, first - 2) : first]), "moment")


def _interval(time: Time) -> Interval:
    return Interval(time.earliest, time.latest, time.granularity)


def _status(cues: Iterable[Cue], span: Span) -> str:
    """What a cue in whose scope the amount stands makes of it."""
    return next((cue.kind for cue in cues if cue.scope.covers(span)), "factual")
