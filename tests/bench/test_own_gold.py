"""Gold kept as offsets, and the status of acts found by their words."""

from hashlib import sha256
from pathlib import Path

import pytest

from common import AbsentError, Row
from own_gold import anchored
from status import answers, gold_acts

TEXT = "The Omani foreign minister met his Qatari counterpart in Doha."
ANCHOR = "met his Qatari counterpart"
KEPT = {
    "id": "g1",
    "report": "r",
    "anchor": [TEXT.index(ANCHOR), TEXT.index(ANCHOR) + len(ANCHOR)],
    "digest": sha256(ANCHOR.encode()).hexdigest()[:12],
}


def test_anchors_are_cut_out_of_the_texts() -> None:
    assert [row["anchor"] for row in anchored([KEPT], {"r": TEXT}, Path("reports"))] == [ANCHOR]


@pytest.mark.parametrize(
    ("texts", "problem"), [({}, "report r is not in reports"), ({"r": f"{TEXT} "[1:]}, "not the text that gold g1")]
)
def test_another_text_is_refused(texts: dict[str, str], problem: str) -> None:
    with pytest.raises(AbsentError, match=problem):
        anchored([KEPT], texts, Path("reports"))


ACT = {"id": "s-1", "report": "s", "words": "did not meet", "start": 10, "type": "CONSULT", "status": "denied"}


def event(start: int, end: int, **fields: str) -> Row:
    naming = {"field": "type", "start": start, "end": end, "text": "x" * (end - start)}
    return {"kind": "event", "report": "s", "type": "CONSULT", "status": "factual", "evidence": [naming]} | fields


@pytest.mark.parametrize(
    ("events", "status"),
    [
        ([event(18, 22)], "factual"),
        ([event(18, 22), event(18, 22, status="denied")], "denied"),
        ([event(22, 26)], None),
        ([event(18, 22, type="AID")], None),
        ([event(18, 22, report="t")], None),
    ],
)
def test_an_event_answers_an_act_by_its_words_and_type(events: list[Row], status: str | None) -> None:
    found = answers([ACT], events)
    assert found.get("s-1", {}).get("status") == status


def test_words_of_acts_stand_once_in_their_sentences() -> None:
    for act in gold_acts():
        assert act["text"].count(act["words"]) == 1, act["id"]
