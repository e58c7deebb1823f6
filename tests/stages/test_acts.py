"""Who does what to whom: cases/acts.toml."""

from dataclasses import dataclass

import pytest

from cases import load_cases, named, read_texts
from dragoman.model import Event, Reading
from dragoman.pipeline import Pipeline


@dataclass(frozen=True, slots=True)
class Case:
    """One act with the countries of its sides, in any order; of a reciprocal act the sides may change places."""

    shape: str
    type: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    text: str


CASES = load_cases("acts", Case)


def told(event: Event, case: Case) -> bool:
    actors, recipients = ({p.value.country for p in side} for side in (event.actors, event.recipients))
    straight = actors == set(case.actors) and recipients == set(case.recipients)
    joint = event.reciprocal and actors | recipients == {*case.actors, *case.recipients}
    return event.type.value == case.type and (straight or joint)


@pytest.fixture(scope="module")
def readings(pipeline: Pipeline) -> dict[str, Reading]:
    return read_texts(pipeline, (case.text for case in CASES))


@pytest.mark.parametrize("case", CASES, ids=named)
def test_acts(readings: dict[str, Reading], case: Case) -> None:
    assert any(told(event, case) for event in readings[case.text].events)


@pytest.mark.parametrize("case", CASES, ids=named)
def test_each_side_is_told_once(readings: dict[str, Reading], case: Case) -> None:
    for event in readings[case.text].events:
        parties = [p.value for p in (*event.actors, *event.recipients)]
        assert len(parties) == len(set(parties)) > 0


def test_every_type_has_cases() -> None:
    assert len({case.type for case in CASES}) >= 15


@pytest.mark.parametrize(
    "text",
    [
        "The weather in Damascus was fine on Monday.",
        "The book tells the story of a visit and an attack.",
        "The company met its targets in the third quarter.",
        "She attacked the problem with great energy.",
    ],
)
def test_nothing_is_told_where_nobody_acts_in_public(pipeline: Pipeline, text: str) -> None:
    assert next(iter(read_texts(pipeline, [text]).values())).events == ()


@pytest.mark.parametrize(
    ("text", "cameo"),
    [
        ("Egypt promised to send medical aid to Sudan.", "033"),
        ("The Turkish foreign minister visited Baghdad on Thursday.", "042"),
        ("Jordan demanded the withdrawal of Israeli troops from the city.", "1056"),
        ("Israel threatened to bomb the airport of Beirut in Lebanon.", "138"),
        ("Poland expelled forty Russian diplomats on Tuesday.", "161"),
    ],
)
def test_cameo(pipeline: Pipeline, text: str, cameo: str) -> None:
    """Codes are read by prefix: a finer one is right too."""
    events = next(iter(read_texts(pipeline, [text]).values())).events
    assert events and events[0].cameo.startswith(cameo)
