"""Stated quantities through the whole pipeline: a case table that an expert in the field can extend."""

from dataclasses import dataclass

import pytest

from cases import load_cases, named, read_texts
from dragoman.model import Claim, Reading
from dragoman.model.event import BOUNDS
from dragoman.pipeline import Pipeline


@dataclass(frozen=True, slots=True)
class QuantityCase:
    """A text and the claims that it makes."""

    text: str
    claims: tuple[str, ...]


CASES = load_cases("quantities", QuantityCase)


@pytest.fixture(scope="module")
def readings(pipeline: Pipeline) -> dict[str, Reading]:
    return read_texts(pipeline, (case.text for case in CASES), published="2024-06-10")


def shown(claim: Claim) -> str:
    low, high = ("?" if end is None else f"{end:g}" for end in (claim.low, claim.high))
    size = low if low == high else f"{low}-{high}"
    return f"{claim.measure} | {size} {claim.unit}{'/' + claim.per if claim.per else ''} | {claim.bound}"


def test_the_table_is_large() -> None:
    assert len(CASES) >= 60
    assert sum(not case.claims for case in CASES) >= 15


@pytest.mark.parametrize("case", CASES, ids=named)
def test_case(case: QuantityCase, readings: dict[str, Reading]) -> None:
    assert tuple(map(shown, readings[case.text].claims)) == case.claims


def test_every_claim_points_at_its_words_and_has_a_known_bound(readings: dict[str, Reading]) -> None:
    for reading in readings.values():
        for claim in reading.claims:
            assert claim.amount.evidence[0].of(reading.content) == claim.amount.value
            assert claim.bound in BOUNDS
            assert (claim.bound == "vague") is (claim.low is None and claim.high is None)


def test_what_leans_on_another_claim_names_it(readings: dict[str, Reading]) -> None:
    (text,) = (case.text for case in CASES if "twice what the envoy" in case.text)
    first, second = readings[text].claims
    assert (first.derived_from, second.derived_from) == (None, first.id)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Peru's defence minister, Jorge Nieto, counted 20 bodies.", [(None, None)]),
        ("Russian warplanes bombed the depot, killing at least 60 Georgians.", [(None, "GEO")]),
        ("Two Israelis were killed by Hamas.", [(None, "ISR")]),
        ("Reuters reported 12 dead in Kano.", [(None, None)]),
        ("Cambodia's Pailin province reported one dead and five wounded.", [(None, "KHM"), (None, "KHM")]),
        ("The Greek army lost 40 soldiers near Tripoli.", [(None, "GRC")]),
        ("Algeria has deported more than 900 Malians.", [("DZA", "MLI")]),
    ],
)
def test_the_dead_are_of_those_who_suffered(read, text: str, sides: list[tuple[str | None, str | None]]) -> None:  # type: ignore[no-untyped-def]
    found = [(c.subject, c.target) for c in read(text, published="2024-06-10").claims]
    assert [tuple(p and p.value.country for p in pair) for pair in found] == sides


@pytest.mark.parametrize("text", ["A ransom of 3 million euros was allegedly paid to the group."])
def test_what_is_alleged_is_possible(read, text: str) -> None:  # type: ignore[no-untyped-def]
    assert [c.status for c in read(text).claims] == ["possible"]
