"""What acts are about: by their clause, their parties and their code, and no further."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.assemble import Data
from dragoman.errors import BadRule
from dragoman.lexicon.contexts import ContextWords, context_phrases, load_contexts
from dragoman.model import Event, Reading

ONTOLOGY = Data("en").ontology
WORDS = ("Iran", "bombed", "condemned", "oil", ",", ".", "a", "refugees", "and", "that", "\u202e", "(", "court")
Read = Callable[..., Reading]


def contexts(event: Event) -> set[str]:
    return {context.value for context in event.contexts}


def told(reading: Reading, type: str) -> Event:
    (event,) = (event for event in reading.events if event.type.value == type)
    return event


@pytest.mark.parametrize(
    ("text", "type", "about"),
    [
        ("Poland sent missiles to Ukraine.", "AID", {"military"}),
        ("Turkey and Greece held talks on migration.", "CONSULT", {"migration"}),
        ("Qatar condemned the burning of a mosque in Sweden.", "ACCUSE", {"religion_ethnicity"}),
        ("Ghana praised Togo.", "SUPPORT", set()),
        # Another act of the sentence keeps its own.
        ("Egypt praised Jordan, and Israel bombed a hospital in Gaza.", "SUPPORT", set()),
        ("Egypt praised Jordan, and Israel bombed a hospital in Gaza.", "ASSAULT", {"military", "health"}),
        # Words of a person's or a place's name say nothing.
        ("The Chinese foreign minister met Julie Bishop in Canberra.", "CONSULT", {"diplomatic"}),
        # A code that says what it is about needs no words.
        ("Russia banned all trade with Ukraine.", "SANCTION", {"economic"}),
        ("Denmark extradited a man to Poland.", "COOPERATE", {"legal"}),
        # A party's sector.
        ("Germany praised the Indian judges.", "SUPPORT", {"legal"}),
    ],
)
def test_contexts(read: Read, text: str, type: str, about: set[str]) -> None:
    assert contexts(told(read(text), type)) == about


def test_each_context_points_at_its_words(read: Read) -> None:
    text = "Italy and Libya signed an agreement on migrants and on oil."
    found = told(read(text), "SUPPORT").contexts
    words = {context.value: [span.of(text) for span in context.evidence] for context in found}
    assert words["migration"] == ["migrants"]
    assert words["natural_resources"] == ["oil"]
    assert words["diplomatic"] == ["signed an agreement"]  # by its code


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_any_words_have_contexts_inside_the_text(read: Read, words: list[str]) -> None:
    text = "France " + " ".join(words)
    for event in read(text).events:
        assert all(0 <= s.start < s.end <= len(text) for context in event.contexts for s in context.evidence)


def test_phrases_are_found_in_both_numbers_and_names_as_they_are() -> None:
    row = ContextWords("x", "health", ("h",), ("m",), ("aid agency", "WHO", "Boko Haram"))
    written = {phrase.words: phrase.cased for phrase in context_phrases((row,))}
    assert written == {"aid agency": False, "aid agencies": False, "WHO": True, "Boko Haram": False}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ('context = "sport"\nwords = ["x"]', r"contexts\.toml#x: there is no context sport"),
        ('context = "health"', r"contexts\.toml#x: needs words or sectors"),
    ],
)
def test_a_wrong_row_is_refused(tmp_path, row: str, message: str) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "contexts.toml"
    path.write_text(f'[[context]]\nid = "x"\nhits = ["h"]\nmisses = ["m"]\n{row}\n', encoding="utf-8")
    with pytest.raises(BadRule, match=message):
        load_contexts([path], ONTOLOGY)
