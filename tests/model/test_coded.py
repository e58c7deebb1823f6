"""A coded value shows its words, or is named a default."""

import pytest

from dragoman.errors import BadRecord
from dragoman.model import Coded, Span

WORDS = (Span(0, 3),)


def test_a_value_without_words_is_refused() -> None:
    with pytest.raises(BadRecord, match="en/frames#meet"):
        Coded("CONSULT", "en/frames#meet")


def test_a_default_needs_no_words() -> None:
    assert Coded("factual", "default/factual").evidence == ()


@pytest.mark.parametrize("rule", ["defaults", "a/default/factual", ""])
def test_only_rules_named_default_go_without_words(rule: str) -> None:
    with pytest.raises(BadRecord):
        Coded("factual", rule)


@pytest.mark.parametrize("score", [-0.01, 1.01, float("nan"), float("inf")])
def test_a_score_lies_between_0_and_1(score: float) -> None:
    with pytest.raises(BadRecord, match="score"):
        Coded("CONSULT", "en/frames#meet", WORDS, score)


@pytest.mark.parametrize("score", [0.0, 0.5, 1.0])
def test_both_ends_of_the_score_are_allowed(score: float) -> None:
    assert Coded("CONSULT", "en/frames#meet", WORDS, score).score == score
