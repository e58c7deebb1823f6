"""Where a story begins behind its dateline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.datelines import dateline_end


@pytest.mark.parametrize(
    ("head", "story"),
    [
        ("QUITO, March 4 (TW) - ", "Ecuador broke off relations."),
        ("NAIROBI - ", "Kenya's Supreme Court dismissed the petition."),
        ("Kabul (Pajhwok): ", "The minister met the envoy."),
        ("TIRANA, Albania (AP) -- ", "Albania expelled two diplomats."),
        ("DOHA, Feb. 29 – ", "The emir received the delegation."),
        ("Port-au-Prince, Sept. 3 (AP) — ", "Police fired on the crowd."),
        ("", "The minister met the envoy (AP) - again."),
        ("", "Kenya's Supreme Court - the highest - dismissed the petition."),
        ("", "Al-Qaeda claimed the attack."),
        ("", "NATO - an alliance - met."),
        ("", ""),
    ],
)
def test_a_story_begins_behind_the_dateline(head: str, story: str) -> None:
    assert dateline_end(head + story) == len(head)


@given(st.text(max_size=300))
def test_any_words_have_a_beginning(text: str) -> None:
    end = dateline_end(text)
    assert 0 <= end <= len(text)
    assert end == 0 or text[end].isupper()
