"""Numbers in words: a case table, and what must hold of any words."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dragoman
from dragoman.lexicon.units import load_units
from dragoman.text.numbers import Amount, could_start, parse_digits, read_amount

WORDS = load_units(Path(dragoman.__path__[0]) / "data" / "lang" / "en" / "units.toml").numbers


def first_amount(text: str) -> Amount | None:
    lower = text.split()
    for i in range(len(lower)):
        tight = i > 0 and lower[i - 1] in WORDS.signs
        if could_start(lower[i], WORDS) and (found := read_amount(lower, i, 0, len(lower), WORDS, tight)):
            return found
    return None


# Words as the tokenizer cuts them, then lowest and highest; None leaves an end open.
EXACT = [
    ("422 people", 422, 422),
    ("1,200 people", 1200, 1200),
    ("3.5 million", 3.5e6, 3.5e6),
    ("two", 2, 2),
    ("one", 1, 1),
    ("zero", 0, 0),
    ("twenty - one", 21, 21),
    ("ninety - nine", 99, 99),
    ("a dozen", 12, 12),
    ("two dozen", 24, 24),
    ("half a million", 5e5, 5e5),
    ("half a dozen", 6, 6),
    ("a hundred", 100, 100),
    ("a hundred and twenty", 120, 120),
    ("two hundred and fifty thousand", 250e3, 250e3),
    ("one million two hundred thousand", 1.2e6, 1.2e6),
    ("1,234,567", 1234567, 1234567),
    ("$ 36 billion", 36e9, 36e9),
    ("36 - billion", 36e9, 36e9),
    ("$ 40 m", 40e6, 40e6),
    ("40 m", 40, 40),
    ("£ 1.1 bn", 1.1e9, 1.1e9),
    ("nineteen", 19, 19),
    ("six thousand", 6000, 6000),
    ("$ 6 - 15 billion", 6e9, 15e9),
    ("$ 14 - $ 15 billion", 14e9, 15e9),
    ("14 to 15 billion", 14e9, 15e9),
    ("between 20 and 30", 20, 30),
    ("20 – 30", 20, 30),
    ("two or three", 2, 3),
    ("500,000 to 1 million", 500e3, 1e6),
    ("two and three", 2, 2),
    ("30 to 20", 30, 30),
    ("at least 36", 36, None),
    ("over a dozen", 12, None),
    ("more than half a million", 5e5, None),
    ("no fewer than 20", 20, None),
    ("upwards of 20", 20, None),
    ("20 or more", 20, None),
    ("60 - plus", 60, None),
    ("60 +", 60, None),
    ("at least another 20", 20, None),
    ("at least $ 36 billion", 36e9, None),
    ("in excess of 20", 20, None),
    ("not less than 20", 20, None),
    ("well over 20", 20, None),
    ("up to 20", None, 20),
    ("as much as 20", None, 20),
    ("at most 20", None, 20),
    ("fewer than 20", None, 20),
    ("less than 20", None, 20),
    ("no more than 5", None, 5),
    ("under 20", None, 20),
    ("20 or less", None, 20),
    ("20 at most", None, 20),
    ("about 20", 20, 20),
    ("around 20", 20, 20),
    ("some 40", 40, 40),
    ("nearly 20", 20, 20),
    ("almost 8,000", 8000, 8000),
    ("approximately 20", 20, 20),
    ("roughly 20", 20, 20),
    ("an estimated 20", 20, 20),
    ("a total of 20", 20, 20),
    ("20 or so", 20, 20),
]
VAGUE = [
    "hundreds",
    "dozens",
    "several",
    "a few",
    "scores",
    "thousands",
    "tens of thousands",
    "hundreds of millions",
    "several hundred",
    "a couple of",
]
NONE = ["a", "an", "half", "a third", "1,5", "10:30", "1.2.3", "22/02/2023", "first", "5th", "million", "no", "and"]


@pytest.mark.parametrize(("text", "low", "high"), EXACT, ids=[case[0] for case in EXACT])
def test_number(text: str, low: float | None, high: float | None) -> None:
    found = first_amount(text)
    assert found is not None
    assert (found.low, found.high, found.vague) == (low, high, False)


@pytest.mark.parametrize("text", VAGUE)
def test_vague_numbers_have_no_value(text: str) -> None:
    found = first_amount(text)
    assert found is not None
    assert (found.low, found.high, found.vague) == (None, None, True)


@pytest.mark.parametrize("text", NONE)
def test_no_number(text: str) -> None:
    assert first_amount(text) is None


def test_as_many_as_is_a_bound_and_no_vague_number() -> None:
    lower = ["as", "many", "as", "30"]
    found = read_amount(lower, 3, 0, 4, WORDS)
    assert found is not None
    assert (found.first, found.low, found.high) == (0, None, 30)


@pytest.mark.parametrize(
    ("word", "value"),
    [("3.5", 3.5), ("1,000", 1000), ("12,34", None), ("1.000.000", None), ("²", None), ("", None), ("9" * 40, None)],
)
def test_digits(word: str, value: float | None) -> None:
    assert parse_digits(word) == value


PIECES = [
    "a",
    "an",
    "half",
    "dozen",
    "hundred",
    "million",
    "billion",
    "trillion",
    "two",
    "twenty",
    "-",
    "and",
    "to",
    "between",
    "of",
    "tens",
    "$",
    "5",
    "7,000",
    "or",
    "more",
    "at",
    "least",
    "us",
    "several",
    "9" * 14,
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(min_size=1, max_size=4)), max_size=14))
def test_any_words_are_read(lower: list[str]) -> None:
    for i in range(len(lower)):
        found = read_amount(lower, i, 0, len(lower), WORDS, tight=True)
        if found is not None:
            assert 0 <= found.first <= found.core[0] < found.core[1] <= found.last <= len(lower)
            assert found.low is None or found.high is None or found.low <= found.high
