"""What sources hold of an act where they differ: cases/positions.toml, and what each telling takes from the other."""

from dataclasses import dataclass

import pytest

from cases import load_cases, named, read_texts, span_of
from dragoman.model import Event, Reading
from dragoman.pipeline import Pipeline


@dataclass(frozen=True, slots=True)
class Case:
    """Who asserts, denies or doubts the act that `words` name, and its status."""

    positions: tuple[str, ...]
    status: str
    words: str
    text: str


CASES = load_cases("positions", Case)


@pytest.fixture(scope="module")
def readings(pipeline: Pipeline) -> dict[str, Reading]:
    return read_texts(pipeline, (case.text for case in CASES))


def event_at(reading: Reading, words: str) -> Event:
    """The first event that is named by some words, or by part of them."""
    span = span_of(words, reading.content)
    return next(e for e in reading.events if e.type.evidence[0].overlaps(span))


def held(event: Event) -> list[str]:
    return [f"{event.sources[p.source].value.name.removeprefix('The ')} {p.stance}" for p in event.positions]


@pytest.mark.parametrize("case", CASES, ids=named)
def test_positions(readings: dict[str, Reading], case: Case) -> None:
    event = event_at(readings[case.text], case.words)
    assert held(event) == list(case.positions)
    assert event.status.value == case.status


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_position_shows_its_words(readings: dict[str, Reading], case: Case) -> None:
    for event in readings[case.text].events:
        assert all(p.evidence is not None and p.evidence.end <= len(case.text) for p in event.positions)
        assert all(event.sources[p.source].value.depth == 0 for p in event.positions)


def test_who_denies_does_not_vouch(readings: dict[str, Reading]) -> None:
    event = event_at(readings[CASES[0].text], "struck the depot")
    assert [coded.value.name for coded in event.vouching] == ["Israel"]
    denied = event_at(readings["Tehran denied reports that commanders were withdrawing from Syria."], "withdrawing")
    assert [coded.value.name for coded in denied.vouching] == ["Iran"]


def test_a_denial_is_about_what_it_denies(readings: dict[str, Reading]) -> None:
    reading = readings["Kyiv says Russia shelled the plant. Moscow denies it."]
    act, denial = event_at(reading, "shelled"), event_at(reading, "denies")
    assert [(r.kind, r.id) for r in denial.relations] == [("about", act.id)]
