"""The stage fills the layer and leaves the text alone."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import dragoman
from dragoman.lexicon.layout import load_layout
from dragoman.model import Document, Reading, Report, Text, Version
from dragoman.stages.sections import section_finder

FIND = section_finder(load_layout(Path(dragoman.__path__[0]) / "data" / "lang" / "en" / "sections.toml"))


def read(text: str, title: str | None = None) -> Reading:
    report = Report(Document("d", title=title), Version("d", "0" * 64), Text("t", "d", "0" * 64, "given", text))
    return FIND(Reading(report))


def test_sections_bridge_line_breaks() -> None:
    text = "Overview\n\nThe envoy met the Minister of\n\nWater and left. He was\n\nglad."
    sections = read(text).sections
    assert [(s.kind, s.span.of(text)) for s in sections] == [
        ("heading", "Overview"),
        ("paragraph", "The envoy met the Minister of\n\nWater and left. He was\n\nglad."),
    ]


def test_the_title_of_the_document_counts() -> None:
    text = "World\nNo deal.\nThe envoy left on Monday, and nobody knows when he will be back at the river."
    assert [s.kind for s in read(text, "No deal").sections] == ["heading", "title", "paragraph"]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_text(text: str) -> None:
    reading = read(text)
    assert reading.content == text
    assert all(a.span.end <= b.span.start for a, b in zip(reading.sections, reading.sections[1:], strict=False))
