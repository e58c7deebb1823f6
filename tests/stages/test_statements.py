"""Who said what: speaker, verb, stance, quoted or not, and the act that the saying is."""

import pytest

from cases import read_texts
from dragoman.model import Statement
from dragoman.pipeline import Pipeline


def statements(pipeline: Pipeline, text: str) -> tuple[Statement, ...]:
    return next(iter(read_texts(pipeline, [text]).values())).statements


@pytest.mark.parametrize(
    ("text", "speaker", "verb", "stance", "quoted"),
    [
        (
            "The Egyptian president said that Sudan had closed the border.",
            "The Egyptian president",
            "said",
            "states",
            False,
        ),
        (
            "“Sudan has closed the border,” the Egyptian president said on Monday.",
            "the Egyptian president",
            "said",
            "states",
            True,
        ),
        (
            "The Egyptian foreign ministry denied that troops had crossed the river.",
            "Ministry of Foreign Affairs of Egypt",
            "denied",
            "denies",
            False,
        ),
        (
            "Emmanuel Macron announced that Paris had sent instructors to Kyiv.",
            "Emmanuel Macron",
            "announced",
            "states",
            False,
        ),
    ],
)
def test_statements(pipeline: Pipeline, text: str, speaker: str, verb: str, stance: str, quoted: bool) -> None:
    (statement,) = statements(pipeline, text)
    assert statement.speaker.value.name == speaker
    assert (statement.verb.value, statement.stance, statement.quoted) == (verb, stance, quoted)
    assert statement.verb.evidence[0].of(text) == verb
    assert statement.sentence.of(text) == text


def test_what_is_said_is_pointed_at(pipeline: Pipeline) -> None:
    text = "The Egyptian president said that Sudan had closed the border."
    assert statements(pipeline, text)[0].content.of(text) == "that Sudan had closed the border"


@pytest.mark.parametrize(
    "text",
    [
        "Reuters reported that Sudan had closed the border.",
        "According to the Egyptian president, Sudan had closed the border.",
        "Sudan closed the border.",
    ],
)
def test_an_outlet_makes_no_statement(pipeline: Pipeline, text: str) -> None:
    assert statements(pipeline, text) == ()


def test_those_who_pass_it_on_are_its_sources(pipeline: Pipeline) -> None:
    (statement,) = statements(pipeline, "Emmanuel Macron told CNN that France would send instructors to Ukraine.")
    assert [s.value.name for s in statement.sources] == ["CNN"]


def test_ids_differ_within_a_text(pipeline: Pipeline) -> None:
    text = (
        "The king said that he had left. The queen said that she had stayed. The president said that both were wrong."
    )
    found = statements(pipeline, text)
    assert found and len({s.id for s in found}) == len(found)
    assert all(s.id.startswith("s:") for s in found)
