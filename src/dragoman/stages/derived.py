"""Claims that are told by another one: at least twice what the envoy claimed, double the ministry's figure."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.model import Claim
from dragoman.stages.quantities import Clause, Quantity
from dragoman.text.fold import fold

REACH = 10  # words behind a ratio in which its reference stands
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
