"""`dragoman outlets` as a user runs it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Invoke = Callable[..., Any]
REPORT = {
    "id": "a",
    "published": "2023-03-09",
    "text": "The pro-opposition website Enab Baladi reported that Turkey had shelled a Syrian village.",
}


@pytest.fixture
def archive(tmp_path: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DRAGOMAN_ARCHIVE", str(tmp_path / "archive"))
    assert invoke("add", "-q", "-", input=json.dumps(REPORT) + "\n").exit_code == 0
    return tmp_path / "archive"


def test_the_list_needs_no_archive(invoke: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_ARCHIVE", str(tmp_path / "none"))
    done = invoke("outlets", "--country", "syr", "--kind", "news_agency", "--json")
    assert done.exit_code == 0
    assert "outlet/sana" in [json.loads(line)["id"] for line in done.stdout.splitlines()]
    assert not (tmp_path / "none").exists()


@pytest.mark.usefixtures("archive")
def test_an_outlet_is_shown_with_what_reports_say_of_it(invoke: Invoke) -> None:
    shown = invoke("outlets", "show", "enab baladi")
    assert shown.exit_code == 0
    assert "report a says of it: “pro-opposition”" in shown.stdout


@pytest.mark.usefixtures("archive")
def test_a_grade_is_kept_and_the_last_one_counts(invoke: Invoke) -> None:
    for grade in ("B", "c"):
        assert invoke("outlets", "grade", "Enab Baladi", "--reliability", grade, "--by", "ana").exit_code == 0
    page = json.loads(invoke("outlets", "show", "Enab Baladi", "--json").stdout)
    assert page["card"]["reliability"] == "C"
    assert [given["reliability"] for given in page["grades"]] == ["B", "C"]


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("Enab Baladi", "--reliability", "G"), 2, "one of A, B, C, D, E, F"),
        (("Enab Baladi",), 2, "a reliability, or a credibility of one record"),
        (("Enab Baladi", "--credibility", "2"), 2, "give --reliability A-F, or --credibility 1-6 with --record"),
        (("Enab Baladi", "--credibility", "2", "--record", "e:0:1-2:0"), 1, "the archive holds no record"),
        (("Gazette of Nowhere", "--reliability", "A"), 1, "no outlet goes by"),
    ],
)
def test_a_grade_that_cannot_be_is_refused(invoke: Invoke, arguments: tuple[str, ...], code: int, told: str) -> None:
    done = invoke("outlets", "grade", *arguments)
    assert done.exit_code == code
    assert told in done.stderr
