"""Citations in brackets: which brackets are some, and how far back each reaches."""

from datetime import date

import pytest

from cases import read_texts
from dragoman.assemble import Data
from dragoman.model import Attribution, Reading
from dragoman.pipeline import Pipeline
from dragoman.stages.citations import find_citations


def read(pipeline: Pipeline, text: str) -> Reading:
    return next(iter(read_texts(pipeline.upto(["mentions", "times"]), [text], published="2023-03-09").values()))


def citations(reading: Reading) -> list[Attribution]:
    return list(find_citations(Data("en").attributions, reading))


def cited(pipeline: Pipeline, text: str) -> list[tuple[str, list[str]]]:
    return [(a.content.of(text).strip(" ."), [s.name for s in a.sources]) for a in citations(read(pipeline, text))]


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        ("Israel attacked the port (SANA, March 3).", ["SANA"]),
        ("Israel attacked the port (SANA).", ["SANA"]),
        ("Israel attacked the port (Tasnim; Fars, March 3, 4).", ["Tasnim", "Fars"]),
        ("Israel attacked the port (Photo: Reuters).", ["Reuters"]),
        ("The guards (IRGC) attacked the port.", []),
        ("The minister (a friend of Reuters) left.", []),
        ("The minister (March 3) left.", []),
        ("Israel attacked the port (SANA, March 3", []),
        ("The port () was closed.", []),
    ],
)
def test_which_brackets_are_citations(pipeline: Pipeline, text: str, outlets: list[str]) -> None:
    assert [name for _, names in cited(pipeline, text) for name in names] == outlets


def test_a_citation_reaches_back_to_the_one_before_it(pipeline: Pipeline) -> None:
    text = "Israel attacked the port. Two men died (SANA, March 3). Turkey shelled Manbij (Reuters, March 4)."
    assert cited(pipeline, text) == [
        ("Israel attacked the port. Two men died", ["SANA"]),
        ("Turkey shelled Manbij", ["Reuters"]),
    ]


def test_a_citation_stays_in_its_paragraph(pipeline: Pipeline) -> None:
    first = "The first paragraph tells of a long journey of the envoy through the whole country."
    second = "Israel attacked the port of Latakia in the night, and two soldiers were killed there (SANA, March 3)."
    ((content, _),) = cited(pipeline, f"{first}\n\n{second}")
    assert content.startswith("Israel") and "journey" not in content


def test_dates_belong_to_their_outlets(pipeline: Pipeline) -> None:
    reading = read(pipeline, "Israel attacked the port (Tasnim, March 3; Fars, March 4).")
    (citation,) = citations(reading)
    assert [(s.date, s.chain) for s in citation.sources] == [(date(2023, 3, 3), 0), (date(2023, 3, 4), 1)]


def test_two_citations_in_a_row_cover_one_passage(pipeline: Pipeline) -> None:
    text = "Israel attacked the port (SANA, March 3) (Tasnim, March 4)."
    assert cited(pipeline, text) == [("Israel attacked the port", ["SANA"]), ("Israel attacked the port", ["Tasnim"])]
