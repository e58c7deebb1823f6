"""What a sentence says of an act: cases/status.toml, and what cues promise."""

from dataclasses import dataclass

import pytest

from cases import load_cases, named, read_texts
from dragoman.model import Reading
from dragoman.model.event import STATUSES
from dragoman.pipeline import Pipeline


@dataclass(frozen=True, slots=True)
class Case:
    """The status of the first act of a type that `words` name."""

    status: str
    type: str
    words: str
    text: str


CASES = load_cases("status", Case)


@pytest.fixture(scope="module")
def readings(pipeline: Pipeline) -> dict[str, Reading]:
    return read_texts(pipeline, (case.text for case in CASES))


@pytest.mark.parametrize("case", CASES, ids=named)
def test_status(readings: dict[str, Reading], case: Case) -> None:
    found = [
        e
        for e in readings[case.text].events
        if e.type.value == case.type and case.words in e.type.evidence[0].of(case.text)
    ]
    assert [e.status.value for e in found[:1]] == [case.status]


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_status_shows_the_words_that_make_it_so(readings: dict[str, Reading], case: Case) -> None:
    for event in readings[case.text].events:
        assert event.status.value in STATUSES
        assert bool(event.status.evidence) is (event.status.value != "factual")


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_cue_stands_in_the_sentence_that_it_changes(readings: dict[str, Reading], case: Case) -> None:
    reading = readings[case.text]
    for cue in reading.cues:
        assert any(s.span.covers(cue.span) and s.span.covers(cue.scope) for s in reading.sentences)


def test_every_status_has_cases() -> None:
    assert {case.status for case in CASES} == set(STATUSES)


@pytest.mark.parametrize(
    ("text", "background", "habitual"),
    [
        ("Israel has repeatedly attacked Syrian airports since 2013.", False, True),
        ("Turkish troops regularly shell Syrian villages near Manbij.", False, True),
        ("Israel attacked the Syrian airport on Monday.", False, False),
    ],
)
def test_background_and_habit(pipeline: Pipeline, text: str, background: bool, habitual: bool) -> None:
    events = next(iter(read_texts(pipeline, [text]).values())).events
    assert [(e.background, e.habitual) for e in events[:1]] == [(background, habitual)]
