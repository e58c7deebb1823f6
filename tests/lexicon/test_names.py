"""Two names compared with the data that is shipped."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.lexicon.names import compare_names, name_keys

ANY = st.text(max_size=40)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Mohammad Reza Ashtiani", "Mohammad-Reza Ashitani"),
        ("Esmail Qaani", "Ismail Ghaani"),
        ("Mao Tse-tung", "Mao Zedong"),
        ("Assad, Bashar al-", "Bachar el-Assad"),
    ],
)
def test_spellings_of_one_name(a: str, b: str) -> None:
    assert compare_names(a, b).score >= 0.5
    assert name_keys(a) & name_keys(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [("Li Keqiang", "Li Qiang"), ("Ali Khamenei", "Ruhollah Khomeini"), ("Kim Jong-il", "Kim Jong-un")],
)
def test_two_names(a: str, b: str) -> None:
    assert compare_names(a, b).score < 0.5


@settings(max_examples=200, deadline=None)
@given(ANY, ANY)
def test_any_two_strings_compare_both_ways(a: str, b: str) -> None:
    found = compare_names(a, b)
    assert 0 <= found.score <= 1
    assert found.why
    assert compare_names(b, a) == found


@settings(max_examples=100, deadline=None)
@given(ANY.filter(str.strip))
def test_a_name_is_itself(name: str) -> None:
    assert compare_names(name, name).score == 1
