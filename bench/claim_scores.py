"""Score coded claims against gold.

FOUND: the sentence holds the anchor, and the unit and one bound agree. RIGHT: besides, both bounds and the rate agree.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from common import Row, Share, Tally, share
from event_scores import any_source, holds, sentence_of
from naming import fold

CLOSE = 1e-6  # relative difference of numbers that are one


@dataclass(frozen=True, slots=True)
class ClaimScores:
    """`right` is a share of the required gold claims, `attributed` of those found that gold attributes."""

    found: Tally
    right: Share
    attributed: Share


def score_claims(gold: Sequence[Row], coded: Sequence[Row]) -> ClaimScores:
    """The figures of coded lines of every kind against the gold claims."""
    reports = {g["report"] for g in gold}
    claims = [line for line in coded if line.get("kind") == "claim" and line.get("report") in reports]
    answers = answered(gold, claims)
    required = [g for g in gold if not g.get("optional")]
    found = [(g, claims[answers[g["id"]]]) for g in required if g["id"] in answers]
    neutral = len(answers) - len(found)
    return ClaimScores(
        found=Tally(len(found), len(claims) - neutral, len(required)),
        right=Share(sum(_right(claim, g) for g, claim in found), len(required)),
        attributed=share(any_source(c.get("claimed_by"), g["claimed_by"]) for g, c in found if g["claimed_by"]),
    )


def answered(gold: Sequence[Row], claims: Sequence[Row]) -> dict[str, int]:
    """For each gold claim that is found the position of the claim that answers it, required ones first."""
    answers: dict[str, int] = {}
    for g in sorted(gold, key=lambda g: bool(g.get("optional"))):
        free = [k for k, claim in enumerate(claims) if k not in answers.values() and _may_answer(claim, g)]
        if free:
            answers[g["id"]] = max(free, key=lambda k: _right(claims[k], g))
    return answers


def listing(gold: Sequence[Row], coded: Sequence[Row]) -> Iterator[str]:
    """A line for each required gold claim."""
    claims = [line for line in coded if line.get("kind") == "claim"]
    answers: Mapping[str, int] = answered(gold, claims)
    for g in gold:
        if not g.get("optional"):
            answer = claims[answers[g["id"]]] if g["id"] in answers else None
            verdict = "missed" if answer is None else "right" if _right(answer, g) else "bounds"
            yield f"{verdict:8}{g['id']} {g['low']} to {g['high']} {g['unit']} | {g['anchor'][:80]}"


def _may_answer(claim: Row, gold: Row) -> bool:
    return (
        claim["report"] == gold["report"]
        and _unit(claim) == _unit(gold)
        and (_same_number(claim.get("low"), gold["low"]) or _same_number(claim.get("high"), gold["high"]))
        and holds(sentence_of(claim), gold["anchor"])
    )


def _right(claim: Row, gold: Row) -> bool:
    bounds = all(_same_number(claim.get(bound), gold[bound]) for bound in ("low", "high"))
    return bounds and fold(claim.get("per")) == fold(gold["per"])


def _unit(claim: Row) -> str:
    return fold(claim.get("unit")).rstrip("s")


def _same_number(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= CLOSE * max(abs(a), abs(b), 1)
