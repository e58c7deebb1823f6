"""Which place a name means, by what else the report speaks of."""

import pytest

from cases import read_texts
from dragoman.model import PlaceMention
from dragoman.pipeline import Pipeline


def places(pipeline: Pipeline, text: str) -> dict[str, PlaceMention]:
    reading = next(iter(read_texts(pipeline.upto(["places"]), [text]).values()))
    return {p.span.of(text): p for p in reading.places}


@pytest.mark.parametrize(
    ("text", "name", "country", "precision"),
    [
        ("The Libyan army entered Tripoli after the talks in Benghazi.", "Tripoli", "LBY", "point"),
        ("The Syrian army shelled Aleppo on Monday.", "Aleppo", "SYR", "point"),
        ("The minister flew to Damascus on Wednesday.", "Damascus", "SYR", "point"),
        ("The Russian army shelled Kharkiv on Monday.", "Kharkiv", "UKR", "point"),
        ("Iran closed its embassy in Iraq.", "Iraq", "IRQ", "country"),
        ("The Turkish fleet left the Black Sea for good.", "Black Sea", None, "region"),
        ("The Prime Minister of Georgia arrived in Tbilisi.", "Georgia", "GEO", "country"),
        ("Officers from Athens, Georgia, trained with the Atlanta police.", "Georgia", "USA", "admin1"),
        ("Officers from Athens, Georgia, trained with the Atlanta police.", "Athens", "USA", "point"),
        ("The envoy landed in Tripoli, Lebanon, on Monday.", "Tripoli", "LBN", "point"),
        (
            "Floods hit Melbourne and Sydney. Victoria asked Canberra for help.",
            "Victoria",
            "AUS",
            "admin1",
        ),
        ("American and Russian envoys met in Geneva.", "Geneva", "CHE", "point"),
        ("A storm hit Scott County, Indiana.", "Scott County", "USA", "admin2"),
    ],
)
def test_places(pipeline: Pipeline, text: str, name: str, country: str | None, precision: str) -> None:
    place = places(pipeline, text)[name].place
    assert (place.country, place.precision) == (country, precision)
    assert place.name == name, "an analyst looks for the words that were read"


def test_a_place_that_nobody_knows_keeps_its_words(pipeline: Pipeline) -> None:
    found = places(pipeline, "Turkish troops left the village of Qarabulbul near the border on Monday.")
    for mention in found.values():
        assert mention.place.name and 0 <= mention.score <= 1


@pytest.mark.parametrize(
    "text",
    ["The talks took place in March.", "The talks took place in May and April.", "He was born on a Monday in August."],
)
def test_months_are_no_places(pipeline: Pipeline, text: str) -> None:
    assert places(pipeline, text) == {}
