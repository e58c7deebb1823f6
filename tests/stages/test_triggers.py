"""Which words name an act: particles, hyphens, required words, names and participles that trigger nothing."""

import pytest

from cases import read_texts
from dragoman.pipeline import Pipeline

FIRED = [
    ("Syrian air defences shot down an Israeli drone over Homs.", "ASSAULT", "shot down"),
    ("The Turkish army shelled two Syrian villages near Manbij.", "ASSAULT", "shelled"),
    ("The Iranian minister held talks with his Russian counterpart in Moscow.", "CONSULT", "talks"),
    ("Iran is ready to help Iraq fight terrorism, the general said.", "AGREE", "ready"),
    ("Poland called for talks between Armenia and Azerbaijan.", "REQUEST", "called"),
    ("Israeli strikes on Damascus killed two Syrian soldiers.", "ASSAULT", "killed"),
]
SILENT = [
    "The occupied West Bank was calm on Monday.",  # a participle that only describes
    "The Strike Group sailed past Oman.",  # a word inside a name
    "The company shot a film in Jordan.",  # no particle
    "He visited the museum again.",  # nobody known
]


@pytest.mark.parametrize(("text", "type_", "words"), FIRED)
def test_fired(pipeline: Pipeline, text: str, type_: str, words: str) -> None:
    events = next(iter(read_texts(pipeline, [text]).values())).events
    assert any(e.type.value == type_ and words in e.type.evidence[0].of(text) for e in events)


@pytest.mark.parametrize("text", SILENT)
def test_silent(pipeline: Pipeline, text: str) -> None:
    assert next(iter(read_texts(pipeline, [text]).values())).events == ()


def test_every_event_cites_the_row_that_fired(pipeline: Pipeline) -> None:
    readings = read_texts(pipeline, [text for text, _, _ in FIRED])
    rules = {e.type.rule for reading in readings.values() for e in reading.events}
    assert rules and all(rule.startswith(("en/frames/", "composition#")) for rule in rules)
