"""Turn stated quantities into claims: what is counted, who did it to whom, when, and according to whom."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.lexicon.measures import Measures
from dragoman.lexicon.units import Units
from dragoman.model import Attribution, Claim, Coded, Cue, Interval, Mention, Reading, Source, Span, Time
from dragoman.model.event import STATUSES
from dragoman.model.identity import record_id
from dragoman.stages.claim_parties import KINDS, parties
from dragoman.stages.derived import resolved, taken_up
from dragoman.stages.findings import Finding, findings
from dragoman.stages.grammar import by_sentence
from dragoman.stages.quantities import Clause, Quantity, clause_of, timed_tokens
from dragoman.stages.sources import by_reach, narrowest, sources_of

NOBODY: Mapping[str, str] = {}
ARMS = frozenset({"weapon", "platform"})
NEAR_CUE = 4  # tokens between a verb of saying and the bare number that it brings
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
                claims += _told(reading, passage, finding, states, claims)
        return replace(reading, claims=tuple(claims))

    return code_claims


def _told(
    reading: Reading, passage: Passage, finding: Finding, states: Mapping[str, str], earlier: Sequence[Claim]
) -> tuple[Claim, ...]:
    """The claim that a finding makes, by what was claimed before where it leans on that; none where a bare number
    answers nothing."""
    claim = _claim(reading, passage, finding, states)
    if finding.measure:
        return (resolved(claim, finding.quantity, passage.clause, earlier, reading.content),)
    known = taken_up(claim, earlier, reading.content) if _is_brought(passage, finding.quantity) else None
    return () if known is None else (known,)


def _passages(reading: Reading, units: Units, measures: Measures) -> Iterator[Passage]:
    timed, said = timed_tokens(reading), by_reach(reading)
    mentions, times = by_sentence(reading, reading.mentions), by_sentence(reading, reading.times)
    cues = by_sentence(reading, [cue for cue in reading.cues if cue.kind in STATUSES])
    for number, sentence in enumerate(reading.sentences):
        if reading.sections and reading.sections[sentence.section].kind in SILENT:
            continue
        arms = {k: m.subkind for m in mentions[number] if m.kind in ARMS for k in range(m.first, m.last)}
        clause = replace(clause_of(reading, number, timed, units, measures), arms=arms)
        actors = [m for m in mentions[number] if m.kind in KINDS]
        yield Passage(clause, sentence.span, actors, times[number], said[number], cues[number])


def _claim(reading: Reading, passage: Passage, finding: Finding, states: Mapping[str, str]) -> Claim:
    q, clause = finding.quantity, passage.clause
    span = clause.tokens.span(q.first, q.last)
    telling = {k for a in passage.said if a.content.covers(span) for k in clause.tokens.inside(a.cue)}
    subject, target = parties(clause, finding, passage.mentions, states, telling)
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
        status=_status(passage, span),
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


def _status(passage: Passage, span: Span) -> str:
    """What a cue in whose scope the amount stands makes of it; what is only alleged is possible."""
    told = next((cue.kind for cue in passage.cues if cue.scope.covers(span)), None)
    alleged = any(a.content.covers(span) and _is_alleged(passage.clause, a) for a in passage.said)
    return told or ("possible" if alleged else "factual")


def _is_alleged(clause: Clause, told: Attribution) -> bool:
    return any(clause.measures.plays(clause.lower[i], "alleged") for i in clause.tokens.inside(told.cue))


def _is_brought(passage: Passage, q: Quantity) -> bool:
    """Whether a verb of saying brings a number: spoke **of 500**, admitted the loss **of two**."""
    tokens = passage.clause.tokens
    around = narrowest(passage.said, tokens.span(q.first, q.last))
    return any(a.sources and 0 < q.first - tokens.inside(a.cue).stop + 1 <= NEAR_CUE for a in around)
