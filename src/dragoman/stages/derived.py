"""Claims that lean on another one: twice what the envoy claimed; the agency spoke of 500, behind a count of men."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.model import Claim
from dragoman.stages.quantities import Clause, Quantity
from dragoman.text.fold import fold

COUNTS = frozenset({"count", "people"})
PARAGRAPH = "\n"
REACH = 10  # words behind a ratio in which its reference stands
NEAR = 320  # characters between the sentences of a count and of the bare number that answers it
DERIVED_SCORE = 0.8  # of the score of the ratio itself


def resolved(claim: Claim, q: Quantity, clause: Clause, earlier: Sequence[Claim], content: str) -> Claim:
    """A ratio to an earlier claim as the amount that follows from it, marked with that claim; any other as it is."""
    known = _reference(q, clause, earlier, content) if q.kind == "ratio" else None
    if known is None:
        return claim
    return replace(
        claim,
        measure=known.measure,
        low=_product(claim.low, known.low),
        high=_product(claim.high, known.high),
        unit=known.unit,
        kind=known.kind,
        per=known.per,
        derived_from=known.id,
        score=claim.score * DERIVED_SCORE,
    )


def taken_up(bare: Claim, earlier: Sequence[Claim], content: str) -> Claim | None:
    """A bare number as one more answer to what was counted last in its paragraph; None where nothing was.

    Of several counts in one sentence the first is meant, which the others only add to.
    """
    counts = [c for c in earlier if c.kind in COUNTS and _is_near(c, bare, content)]
    if not counts:
        return None
    known = next(c for c in counts if c.sentence == counts[-1].sentence)
    return replace(
        bare,
        measure=known.measure,
        unit=known.unit,
        kind=known.kind,
        subject=known.subject,
        target=known.target,
        score=bare.score * DERIVED_SCORE,
    )


def _is_near(known: Claim, bare: Claim, content: str) -> bool:
    between = content[known.sentence.start : bare.sentence.start]
    return len(between) <= NEAR and PARAGRAPH not in between


def _product(factor: float | None, value: float | None) -> float | None:
    return None if factor is None or value is None else factor * value


def _reference(q: Quantity, clause: Clause, earlier: Sequence[Claim], content: str) -> Claim | None:
    """The last claim of whoever the words behind a ratio name; the last of all where they name a figure of nobody."""
    words = clause.lower[q.last : min(q.last + REACH, clause.last)]
    comparing = clause.units.comparing
    stated = [c for c in earlier if c.low is not None or c.high is not None]
    if not stated or (comparing["claimed"] | comparing["figure"]).isdisjoint(words):
        return None
    who = frozenset(word for word in words if word.isalpha() and not clause.measures.plays(word, "stop"))
    who -= comparing["claimed"] | comparing["figure"] | comparing["follows"]
    for told in (_sources, _sentence):
        named = [c for c in stated if not who.isdisjoint(told(c, content))]
        if named:
            return named[-1]
    return stated[-1] if not comparing["figure"].isdisjoint(words) else None


def _sources(claim: Claim, content: str) -> frozenset[str]:
    """The words that name who states a claim."""
    told = [source.value.name for source in claim.claimed_by]
    told += [span.of(content) for source in claim.claimed_by for span in source.evidence]
    return frozenset(word for name in told for word in fold(name).split())


def _sentence(claim: Claim, content: str) -> frozenset[str]:
    """The words of the sentence in which a claim is stated."""
    return frozenset(fold(claim.sentence.of(content)).replace(",", " ").replace(".", " ").split())
