"""Questions as lines: what is read, what is refused, and what comes out."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

import dragoman
from dragoman.errors import BadReport
from dragoman.model import Failure
from dragoman.usecases.relate import Question, Relater, read_questions, relate_all

TEXT = "Ankara sued Athens."
ROW = {"id": "a", "text": TEXT, "source": [0, 6], "target": [12, 18], "note": {"kept": True}}


def lines(*rows: Any) -> Iterator[bytes]:
    return iter([row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows])


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b"{", "no JSON"),
        (b"[1]", "a question is an object"),
        (b"\xff", "UTF-8"),
        (ROW | {"text": None}, "string"),
        (ROW | {"text": 3}, "string"),
        (ROW | {"text": " "}, "holds no words"),
        (ROW | {"text": "\ud800"}, "surrogate"),
        (ROW | {"source": [0]}, '"source" is [start, end]'),
        (ROW | {"source": "Ankara"}, '"source" is [start, end]'),
        (ROW | {"source": [0.0, 6]}, '"source" is [start, end]'),
        (ROW | {"source": [False, True]}, '"source" is [start, end]'),
        (ROW | {"target": [12, 20]}, '"target" [12, 20] does not lie in the text of 19 characters'),
        (ROW | {"target": [-7, -1]}, "does not lie in the text"),
        (ROW | {"target": [18, 12]}, "does not lie in the text"),
        (ROW | {"target": [12, 12]}, "does not lie in the text"),
    ],
)
def test_a_wrong_line_is_named_with_its_number(line: Any, told: str) -> None:
    good, bad = read_questions(lines(ROW, line), "pairs.jsonl")
    assert isinstance(good, Question)
    assert isinstance(bad, Failure)
    assert bad.where == "pairs.jsonl:2"
    assert told in bad.problem


def test_empty_lines_are_passed_over_and_an_empty_file_is_refused() -> None:
    assert len(list(read_questions(lines(b"\n", ROW), "p"))) == 1
    (failure,) = read_questions(iter(()), "p")
    assert isinstance(failure, Failure)


def test_answers_come_in_order_with_every_key_kept(relater: Relater) -> None:
    other = {"text": "Oman hosted the Swiss envoy.", "source": [0, 4], "target": None}
    bad = ROW | {"target": [0, 99]}
    found = list(relate_all(relater, read_questions(lines(ROW, bad, other, ROW), "p"), batch=2))
    assert [isinstance(item, Failure) for item in found] == [False, True, False, False]
    first, third = found[0][0], found[2][0]  # type: ignore[index]
    assert {key: first[key] for key in ROW} == ROW
    assert (first["type"], first["cameo"], first["way"]) == ("ACCUSE", "115", "event")
    assert first["evidence"] == [{"start": 7, "end": 11, "text": "sued"}]
    assert (third["type"], "id" in third) == ("CONSULT", False)
    assert found[0] == found[3]


def test_below_the_threshold_there_is_no_type_but_the_score(relater: Relater) -> None:
    ((sure,),) = relate_all(relater, read_questions(lines(ROW), "p"), threshold=0.0)
    ((unsure,),) = relate_all(relater, read_questions(lines(ROW), "p"), threshold=1.0)
    assert unsure["type"] is unsure["rule"] is unsure["cameo"] is None
    assert unsure["evidence"] == []
    assert unsure["score"] == sure["score"] < 1
    assert unsure.keys() == sure.keys()


def test_python_says_the_same(relater: Relater, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dragoman, "_relater", lambda: relater)
    link = dragoman.relate(TEXT, (0, 6), dragoman.Span(12, 18))
    assert link is not None
    assert link.type.value == "ACCUSE"
    assert dragoman.relate(TEXT, (0, 6), None, threshold=1.0) is None
    with pytest.raises(BadReport, match="does not lie in the text"):
        dragoman.relate(TEXT, (0, 6), (12, 30))
    with pytest.raises(BadReport, match="no words"):
        dragoman.relate("", None, None)
