"""Words out of characters, as the English Universal Dependencies treebanks cut them."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.lexicon.words import load_segmenter
from dragoman.settings import DATA
from dragoman.text.tokens import spans

PATTERN = load_segmenter(DATA / "lang" / "en" / "words.toml").pattern


def cut(text: str) -> str:
    """The tokens with a bar between them."""
    return "|".join(text[start:end] for start, end in spans(PATTERN, text, 0, len(text)))


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("The minister didn't come.", "The|minister|did|n't|come|."),
        ("He can't, won’t and cannot.", "He|ca|n't|,|wo|n’t|and|can|not|."),
        ("Iran's ally", "Iran|'s|ally"),
        ("Iran’s ally", "Iran|’s|ally"),
        ("the allies' fleet", "the|allies|'|fleet"),
        ("They're here, we've won, I'll go", "They|'re|here|,|we|'ve|won|,|I|'ll|go"),
        ("Iranian-made drones", "Iranian|-|made|drones"),
        ("an S-300 and a Khordad-15", "an|S-300|and|a|Khordad-15"),
        ("co-operation with ex-president", "co-operation|with|ex-president"),
        ("Gen. Khatami met Mr. Smith", "Gen.|Khatami|met|Mr.|Smith"),
        ("the U.S. army", "the|U.S.|army"),
        ("at 5 p.m. on Monday", "at|5|p.m.|on|Monday"),
        ("1,200 troops and 3.5 tonnes", "1,200|troops|and|3.5|tonnes"),
        ("at 10:30 on 12/03/2023", "at|10:30|on|12/03/2023"),
        ("the 21st of March, the 1990s", "the|21st|of|March|,|the|1990s"),
        ("$20 million, €5bn", "$|20|million|,|€|5|bn"),
        ("50% of it", "50|%|of|it"),
        ("Sana'a and Qur’an", "Sana'a|and|Qur’an"),
        ("Saʿada", "Saʿada"),
        ("see https://example.org/a?b=c.", "see|https://example.org/a?b=c|."),
        ("at info@example.org, tasnimnews.com", "at|info@example.org|,|tasnimnews.com"),
        ("@khamenei_ir and #Iran", "@khamenei_ir|and|#Iran"),
        ("“No,” he said…", "“|No|,|”|he|said|…"),
        ("wait... or -- not", "wait|...|or|--|not"),
        ("(al-Alam, February 22)", "(|al|-|Alam|,|February|22|)"),
        ("a\u200bb", "a|b"),
        ("soft\u00adhyphen", "soft|hyphen"),
        ("Erdoğan in Kraków", "Erdoğan|in|Kraków"),
        ("e\u0301tat", "e\u0301tat"),
        ("رئيس ایران", "رئيس|ایران"),
        (" \t\n\r\u00a0 ", ""),
        ("", ""),
        ("!!!", "!|!|!"),
        ("No. 5", "No.|5"),
        ("end of text.Then more", "end|of|text|.|Then|more"),
        ("J. K. Rowling", "J.|K.|Rowling"),
    ],
)
def test_cut(text: str, tokens: str) -> None:
    assert cut(text) == tokens


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80) | st.text(alphabet="aZ0.-'’/@:\n\u200b\u0301نم ", max_size=80))
def test_tokens_are_in_order_inside_and_never_empty(text: str) -> None:
    end_before = 0
    for start, end in spans(PATTERN, text, 0, len(text)):
        assert end_before <= start < end <= len(text)
        assert text[start:end].strip()
        end_before = end


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="abcXYZ059.,;'-@#/ éß“”", max_size=60))
def test_no_visible_character_is_lost(text: str) -> None:
    joined = "".join(text[start:end] for start, end in spans(PATTERN, text, 0, len(text)))
    assert joined == "".join(text.split())


def test_only_the_given_stretch_is_read() -> None:
    assert list(spans(PATTERN, "one two three", 4, 7)) == [(4, 7)]


@pytest.mark.parametrize(
    "piece", ["a", "a.", "a-", "1,", "a'", "@", "x.com", ".", "A.b", "http://", "n't", "co-", "é\u0301"]
)
def test_time_is_linear(piece: str) -> None:
    """Nothing backtracks: a long run of any piece is cut at once."""
    text = piece * 60_000
    began = time.process_time()
    for _ in spans(PATTERN, text, 0, len(text)):
        pass
    assert time.process_time() - began < 5
