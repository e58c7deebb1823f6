"""`import dragoman` as a reader of the README would use it."""

import tomllib
from collections.abc import Callable
from datetime import date, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import dragoman
from dragoman.pipeline import Pipeline

MET = "The French president met the Turkish president in Ankara."


@pytest.fixture(autouse=True)
def _shared(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman._pipeline", lambda: pipeline)


def test_code_gives_events_whose_evidence_points_into_the_text() -> None:
    events = dragoman.code(MET, published="2023-03-09")
    event = next(e for e in events if e.type.value == "CONSULT")
    assert isinstance(event, dragoman.Event)
    assert event.type.evidence[0].of(MET) == "met"
    assert {p.value.country for p in (*event.actors, *event.recipients)} == {"FRA", "TUR"}
    assert all(isinstance(p.value, dragoman.Party) for p in event.actors)


def test_read_gives_every_layer() -> None:
    reading = dragoman.read(MET, title="A visit", publisher="The Herald", url="https://example.org/1", id="r1")
    assert isinstance(reading, dragoman.Reading)
    assert (reading.document.id, reading.document.title, reading.document.publisher) == ("r1", "A visit", "The Herald")
    assert reading.content == MET
    assert reading.mentions
    assert reading.events


DAYS = ["2023-03-09", "2023-03-09T08:00:00+02:00", date(2023, 3, 9), datetime(2023, 3, 9, 8)]


@pytest.mark.parametrize("published", DAYS)
def test_published(published: Any) -> None:
    assert dragoman.read(MET, published=published).document.published == date(2023, 3, 9)


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("", {}),
        (" \n", {}),
        (None, {}),
        ("\ud800", {}),
        (MET, {"published": "2023-02-30"}),
        (MET, {"published": "soon"}),
    ],
)
def test_what_cannot_be_read_is_a_bad_report(text: Any, given: dict[str, Any]) -> None:
    with pytest.raises(dragoman.BadReport):
        dragoman.code(text, **given)


def test_the_same_words_get_the_same_ids() -> None:
    assert [e.id for e in dragoman.code(MET)] == [e.id for e in dragoman.code(MET)]


def test_the_pipeline_is_built_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert hasattr(dragoman._pipeline, "cache_info")


def test_the_version_is_that_of_the_project() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text())["project"]
    assert dragoman.__version__ == project["version"]


def test_the_package_is_typed_and_its_names_are_there() -> None:
    spec = find_spec("dragoman")
    assert spec is not None
    assert spec.origin is not None
    assert Path(spec.origin).with_name("py.typed").exists()
    assert all(hasattr(dragoman, name) for name in dragoman.__all__)


@pytest.mark.parametrize("function", [dragoman.code, dragoman.read])
def test_functions_are_documented(function: Callable[..., Any]) -> None:
    assert function.__doc__
    assert function.__annotations__["return"]


def test_compare_names_says_how_likely_and_why() -> None:
    match = dragoman.compare_names("Bashar al-Assad", "Assad, Bachar el-")
    assert isinstance(match, dragoman.NameMatch)
    assert match.score > 0.9
    assert all(isinstance(reason, str) for reason in match.why)
