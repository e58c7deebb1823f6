"""Claims that are told by another one: at least twice what the envoy claimed, double the ministry's figure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.model import Claim
from dragoman.stages.quantities import Clause, Quantity
from dragoman.text.fold import fold

REACH = 10  # words behind a ratio in which its reference stands
DERIVED_SCORE = 0.8  # of the score of the ratio itself
SHORTEST_NAME = 3


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
    telling = _until(words, comparing["claimed"])
    named = [c for c in stated if _speaks(c, telling, content)]
    if named:
        return named[-1]
    return stated[-1] if not comparing["figure"].isdisjoint(words) else None


def _until(words: Sequence[str], ends: frozenset[str]) -> frozenset[str]:
    """The words before the verb of claiming."""
    end = next((i for i, word in enumerate(words) if word in ends), len(words))
    return frozenset(word for word in words[:end] if len(word) >= SHORTEST_NAME and word.isalpha())


def _speaks(claim: Claim, words: Iterable[str], content: str) -> bool:
    """Whether some words name who states a claim: by his name, or by what its sentence calls him (the envoy)."""
    told = [source.value.name for source in claim.claimed_by]
    told += [content[max(0, s.start) : s.end] for source in claim.claimed_by for s in source.evidence]
    known = {word for name in told for word in fold(name).split()}
    return not known.isdisjoint(words)
