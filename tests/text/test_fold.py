"""Spellings folded to one key."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.text.fold import fold


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("Iran", "iran"),
        ("Erdoğan", "erdogan"),
        ("ERDOĞAN", "erdogan"),
        ("Kraków", "krakow"),
        ("Đorđević", "dordevic"),
        ("Łukasz", "lukasz"),
        ("Strauß", "strauss"),
        ("Sana'a", "sanaa"),
        ("Sana’a", "sanaa"),
        ("Saʿada", "saada"),
        ("Ra`ad", "raad"),
        ("e\u0301tat", "etat"),
        ("'", ""),
        ("", ""),
        ("S-300", "s-300"),
    ],
)
def test_fold(word: str, key: str) -> None:
    assert fold(word) == key


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=20))
def test_a_key_is_plain_and_stays_as_it_is(word: str) -> None:
    key = fold(word)
    assert key.isascii() and key == key.lower()
    assert fold(key) == key


@given(st.text(alphabet="abcdefxyzABC", max_size=12))
def test_case_does_not_matter(word: str) -> None:
    assert fold(word.upper()) == fold(word.lower())
