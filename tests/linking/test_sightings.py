"""Whom a report speaks of: spellings and offices stand where they are said to, whatever the text."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.assemble import Data
from dragoman.linking.sightings import sightings
from dragoman.model import Reading, Sighting

SCRAP = (
    "Iran's", "defense minister", "Amir Hatami", "met", "former", "president of", "Hamas", ",", "Gen. Karim al-Wafiq",
    "and", "the Iraqi", "he", "said", ".", "IRGC", "\u200f", "\U0001f600", "Li Qiang", "ambassador to", "Ankara",
)  # fmt: skip
WORDS = st.sampled_from(SCRAP)


@pytest.fixture(scope="module")
def data() -> Data:
    return Data("en")


@given(st.lists(WORDS, max_size=25).map(lambda words: ["Ankara", *words]).map(" ".join))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_span_cuts_its_words(data: Data, read: Callable[..., Reading], text: str) -> None:
    reading = read(text, published="2023-03-09")
    for sighting in sightings(reading, data.offices):
        for spelling in sighting.names:
            assert " ".join(spelling.span.of(reading.content).split()) == spelling.words
        assert all(post.span.of(reading.content) for post in sighting.posts)


def people(read: Callable[..., Reading], data: Data, text: str) -> list[Sighting]:
    found = sightings(read(text, published="2023-03-09"), data.offices)
    return [sighting for sighting in found if sighting.kind == "person"]


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Karim Wafiq, Yemen's minister of transport, visited Aden.", ["minister of transport"]),
        ("Former Yemeni minister of transport Karim Wafiq visited Aden.", ["former minister of transport"]),
        ("The journalist Karim Wafiq visited Aden.", []),
        ("Professor Karim Wafiq visited Aden.", []),
    ],
)
def test_offices_are_told_from_professions_and_from_the_past(
    read: Callable[..., Reading], data: Data, text: str, offices: list[str]
) -> None:
    (wafiq,) = people(read, data, text)
    assert [post.office for post in wafiq.posts] == offices


def test_a_sighting_knows_the_records_it_takes_part_in(read: Callable[..., Reading], data: Data) -> None:
    text = "Faisal Mekdad, the Syrian foreign minister, met Wang Yi in Beijing on Monday. He thanked Wang."
    first, second = people(read, data, text)
    shared = {a.record for a in first.appearances} & {a.record for a in second.appearances}
    assert shared
    assert second.known[0] in first.company
