"""Distances between words: what letters cost, and that it is the same both ways."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.text.spelling import FAR, Variants, distance, skeleton

VARIANTS = Variants.of([(("kh", "h"), 0.2), (("u", "ou"), 0.1), (("ov$", "off$"), 0.1), (("h$", "$"), 0.05)])


@pytest.mark.parametrize(
    ("a", "b", "cost"),
    [
        ("khatami", "khatami", 0),
        ("khatami", "hatami", 0.2),
        ("khaled", "haled", 0.2),
        ("mansur", "mansour", 0.1),
        ("romanov", "romanoff", 0.1),
        ("offer", "over", 1.05),
        ("haniyeh", "haniye", 0.05),
        ("assad", "asad", 0.05),
        ("putin", "pulin", 1),
        ("trump", "turmp", 1),
        ("lukashnko", "lukashenko", 0.45),
        ("tom", "tim", 0.8),
        ("mosk", "mask", 1),
        ("", "abc", 3),
    ],
)
def test_what_letters_cost(a: str, b: str, cost: float) -> None:
    assert distance(a, b, VARIANTS) == pytest.approx(cost)


def test_far_is_given_up_early() -> None:
    assert distance("abdolrahman", "zbigniewski", VARIANTS, limit=1) == FAR


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ahkostuv", max_size=9), st.text(alphabet="ahkostuv", max_size=9))
def test_distance_goes_both_ways(a: str, b: str) -> None:
    assert distance(a, b, VARIANTS) == distance(b, a, VARIANTS)
    assert distance(a, a, VARIANTS) == 0


@pytest.mark.parametrize(
    ("a", "b"), [("qaddafi", "gadhafi"), ("khaled", "haled"), ("mansour", "mansur"), ("yeltsin", "eltsin")]
)
def test_spellings_share_a_skeleton(a: str, b: str) -> None:
    assert skeleton(a) == skeleton(b)
