"""Records taken apart."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import NotFound
from dragoman.settings import DATA
from dragoman.stages.rivals import Rival
from dragoman.usecases.code import make_report
from dragoman.usecases.explain import MOST, explain, find_record, report_of, rule_describer, text_of

TEXT = "On Monday talks began. Ali met Omar in Ankara. " + "Nothing more was said. " * 10 + "SANA told this."


def at(field: str, words: str, rule: str = "en/x#y", score: float = 0.5) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"field": field, "start": start, "end": start + len(words), "text": words, "rule": rule, "score": score}


def party(name: str, **more: str) -> dict[str, Any]:
    return {"name": name, "country": None, "kind": "person", "sector": None, "office": None, "role": None} | more


EVENT: dict[str, Any] = {
    "kind": "event", "id": "e:t1:27-30:0", "report": "r1", "type": "CONSULT", "mode": "visit", "cameo": "042",
    "actors": [party("Ali", country="SYR")], "recipients": [party("Omar"), party("Turkey")], "reciprocal": True,
    "place": {"name": "Ankara", "country": "TUR", "precision": "point"}, "start": "2023-03-06", "end": "2023-03-06",
    "status": "factual", "background": False, "habitual": False, "sources": [{"name": "SANA", "kind": "outlet"}],
    "sentence": {"start": 23, "end": 46, "text": TEXT[23:46]}, "score": 0.7,
    "evidence": [
        at("type", "met"), at("actors/0", "Ali"), at("recipients/0", "Omar"), at("place", "Ankara"),
        at("time", "Monday"), at("sources/0", "SANA"),
    ],
}  # fmt: skip
CLAIM: dict[str, Any] = {
    "kind": "claim", "id": "c:t1:0-2:0", "report": "r1", "measure": "killed", "low": 12.0, "high": 12.0,
    "unit": "person", "per": None, "subject": None, "target": party("Omar"), "about": None, "claimed_by": [],
    "score": 0.5,
    "sentence": EVENT["sentence"], "evidence": [at("amount", "Omar"), at("target", "Omar")],
}  # fmt: skip


def describe(rule: str) -> str:
    return f"about {rule}"


def test_every_field_has_its_value_words_and_rule() -> None:
    rows = {row.field: row for row in explain(EVENT, TEXT, describe).rows}
    assert list(rows) == [
        "type", "actors/0", "recipients/0", "recipients/1", "place", "time", "status", "sources/0", "reciprocal",
    ]  # fmt: skip
    assert (rows["type"].value, rows["type"].words, rows["type"].rule) == ("CONSULT visit 042", "met", "en/x#y")
    assert rows["actors/0"].value == "Ali (SYR, person)"
    assert rows["time"].value == "2023-03-06"
    assert (rows["recipients/1"].words, rows["recipients/1"].rule) == ("", "")


def test_marks_point_at_the_words_of_their_passage() -> None:
    told = explain(EVENT, TEXT, describe)
    marked = {mark.field: p.text[mark.start : mark.end] for p in told.passages for mark in p.marks}
    assert marked == {
        "type": "met", "actors/0": "Ali", "recipients/0": "Omar", "place": "Ankara", "time": "Monday",
        "sources/0": "SANA",
    }  # fmt: skip
    assert told.passages[0].text == EVENT["sentence"]["text"]
    assert len(told.passages) == 3


def test_each_rule_is_described_once() -> None:
    assert explain(EVENT, TEXT, describe).rules == (("en/x#y", "about en/x#y"),)


@pytest.mark.parametrize(
    ("low", "high", "value"),
    [
        (12.0, 12.0, "killed: 12 person"),
        (12.0, None, "killed: 12 to ? person"),
        (1.5e6, 2e6, "killed: 1,500,000 to 2,000,000 person"),
    ],
)
def test_a_claim(low: float | None, high: float | None, value: str) -> None:
    assert explain(CLAIM | {"low": low, "high": high}, TEXT, describe).rows[0].value == value


def test_find_record_names_the_nearest() -> None:
    assert find_record("e:t1:27-30:0", [{"kind": "report"}, EVENT, CLAIM], "x") is EVENT
    with pytest.raises(NotFound, match=r"nearest are e:t1:27-30:0.*dragoman code a"):
        find_record("e:t1:27-31:0", [EVENT], "dragoman code a")
    with pytest.raises(NotFound, match="nothing was coded there"):
        find_record("e:t1:27-31:0", [], "dragoman code a")


def test_report_of() -> None:
    first, second = make_report("One.", id="a"), make_report("Two.", id="b")
    assert report_of(f"e:{second.text.id}:0-1:0", [first, second]) is second
    assert report_of(f"e:{first.text.id[:-1]}:0-1:0", [first, second]) is first
    with pytest.raises(NotFound):
        report_of("e:1", [])


@pytest.mark.parametrize(("name", "text"), [("e:t1:27-30:0", "t1"), ("t1", "t1"), ("", "")])
def test_text_of(name: str, text: str) -> None:
    assert text_of(name) == text


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("en/frames/accuse#condemn", "ACCUSE 111"),
        ("en/cues#will", "planned; as in “"),
        ("actors/countries#fra", "France"),
        ("default/published", "publication"),
        ("model/names#per", "language model"),
        ("en/titles#president", "an office"),
        ("nowhere/at#all", ""),
        ("nonsense", ""),
        ("../../x#y", ""),
    ],
)
def test_rules_are_described_out_of_their_rows(rule: str, words: str) -> None:
    told = rule_describer((DATA,))(rule)
    assert words in told
    assert bool(told) is bool(words)


def test_a_row_without_examples(tmp_path: Path) -> None:
    (tmp_path / "lang" / "en").mkdir(parents=True)
    (tmp_path / "lang" / "en" / "cues.toml").write_text('[[cue]]\nid = "may"\nkind = "possible"\n')
    teller: Callable[[str], str] = rule_describer((tmp_path,))
    assert teller("en/cues#may") == "possible"


def test_rivals_are_shown_up_to_a_number_of_each_field() -> None:
    rivals = [Rival(field, "v", "r", "w", "why", 0.5) for field in ("type", "place") for _ in range(MOST + 2)]
    told = explain(EVENT, TEXT, describe, rivals)
    assert [rival.field for rival in told.rivals] == ["type"] * MOST + ["place"] * MOST
    assert told.more == 4
