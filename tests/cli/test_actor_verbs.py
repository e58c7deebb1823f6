"""`dragoman actors` as a user runs it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

MEETING = (
    "On February 22, Mohammad Reza Ashtiani, the Iranian Minister of Defense, met Thabet al-Abbasi, the Iraqi minister "
    "of defense, in Tehran."
)
REPORTS = (
    ("a", "2023-02-24", MEETING),
    ("b", "2023-06-01", "Karim Wafiq, Yemen's deputy minister of transport, visited Aden on Monday."),
    ("c", "2023-06-02", "Ambassador Karim Wafiq visited Muscat on Tuesday."),
)
Invoke = Callable[..., Any]


@pytest.fixture
def archive(tmp_path: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DRAGOMAN_ARCHIVE", str(tmp_path / "archive"))
    rows = ({"id": id, "published": day, "text": text} for id, day, text in REPORTS)
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    assert invoke("add", "-q", "-", input=lines).exit_code == 0
    return tmp_path / "archive"


def listed(invoke: Invoke, *options: str) -> list[dict[str, Any]]:
    done = invoke("actors", *options, "--json")
    assert done.exit_code == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.usefixtures("archive")
def test_the_roster_is_filtered(invoke: Invoke) -> None:
    names = [card["name"] for card in listed(invoke, "--kind", "person")]
    assert names == ["Karim Wafiq", "Karim Wafiq", "Mohammad Reza Ashtiani", "Thabet al-Abbasi"]
    assert [card["name"] for card in listed(invoke, "--country", "irq", "--kind", "person")] == ["Thabet al-Abbasi"]
    assert [card["id"] for card in listed(invoke, "--query", "ashtiani")] == ["person/mohammad-reza-ashtiani"]
    table = invoke("actors", "--kind", "person").stdout
    assert "minister of defence" in table
    assert "2023-02-24" in table


@pytest.mark.usefixtures("archive")
def test_a_page_tells_names_offices_and_meetings(invoke: Invoke) -> None:
    shown = invoke("actors", "show", "Ashtiani")
    assert shown.exit_code == 0, shown.stderr
    for words in ("a (2023-02-24)", "name: same", "2023-02-22", "the Iranian Minister of Defense", "Thabet al-Abbasi"):
        assert words in shown.stdout
    page = json.loads(invoke("actors", "show", "Ashtiani", "--json").stdout)
    assert page["card"]["id"] == "person/mohammad-reza-ashtiani"
    assert page["meetings"][0][1] == ["Thabet al-Abbasi"]


@pytest.mark.usefixtures("archive")
def test_doubts_are_decided_and_undone(invoke: Invoke) -> None:
    (doubt,) = listed(invoke, "--unsure")
    one, other = doubt["a"]["id"], doubt["b"]
    done = invoke("actors", "same", one, other, "--why", "one man", "--by", "ana")
    assert done.exit_code == 0
    assert f"same: {one} {other}, by ana" in done.stderr
    assert listed(invoke, "--unsure") == []
    assert len(listed(invoke, "--query", "wafiq")) == 1
    assert "ana: same" in invoke("actors", "show", "Karim Wafiq").stdout
    assert invoke("actors", "undo", one, other).exit_code == 0
    assert len(listed(invoke, "--query", "wafiq")) == 2
    assert invoke("actors", "different", one, other).exit_code == 0
    assert listed(invoke, "--unsure") == []


@pytest.mark.usefixtures("archive")
def test_what_cannot_be_done_is_told_with_the_next_step(invoke: Invoke) -> None:
    for arguments, told in (
        (("show", "Nobody Here"), "dragoman actors lists those who do"),
        (("show", "Karim Wafiq"), "give one of these ids"),
        (("same", "Ashtiani", "Ashtiani"), "are one actor already"),
        (("import", "missing.csv"), "missing.csv: cannot be read"),
        (("undo", "Ashtiani", "Thabet al-Abbasi"), "nothing was decided"),
    ):
        done = invoke("actors", *arguments)
        assert (done.exit_code, told in done.stderr) == (1, True), done.stderr
    assert invoke("actors", "nonsense").exit_code == 2
    unknown = invoke("actors", "--kind", "country")
    assert unknown.exit_code == 2
    assert '"country" is no kind of actor' in unknown.stderr


def test_a_list_is_imported_and_a_wrong_one_refused(archive: Path, invoke: Invoke, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("name,country,office,from,to\nSalim Qadari,YEM,Minister of Transport,2022,2024\n", "utf-8")
    for told in ("1 person new, 1 tenure new; 0 of 1 were known", "0 persons new, 0 tenures new; 1 of 1 were known"):
        done = invoke("actors", "import", path)
        assert (done.exit_code, told in done.stderr) == (0, True), done.stderr
    done = invoke("actors", "import", "-", input="name,country,office\nSalim Qadari,Yemen,minister\n")
    assert done.exit_code == 1
    assert "line 2, country: 'Yemen'" in done.stderr
    again = invoke("add", "-", input=json.dumps({"id": "b", "published": REPORTS[1][1], "text": REPORTS[1][2]}) + "\n")
    assert "1 report coded again" in again.stderr, again.stderr


def test_without_an_archive_the_next_step_is_named(invoke: Invoke, tmp_path: Path) -> None:
    done = invoke("actors", "--archive", tmp_path / "none")
    assert done.exit_code == 1
    assert "make one with: dragoman add" in done.stderr


def test_hostile_names_steer_no_terminal(invoke: Invoke, archive: Path) -> None:
    text = "Karim \x1b[31mWafiq\x1b[0m, Yemen's minister of transport, visited Aden."
    assert invoke("add", "-q", "-", input=json.dumps({"id": "x", "text": text}) + "\n").exit_code == 0
    for arguments in (("actors",), ("actors", "--unsure")):
        done = invoke(*arguments)
        assert done.exit_code == 0
        assert "\x1b[31m" not in done.stdout


@pytest.mark.usefixtures("archive")
def test_an_empty_list_says_what_to_do(invoke: Invoke) -> None:
    for arguments in (("actors", "--query", "zzz"), ("outlets", "--query", "zzz")):
        done = invoke(*arguments)
        assert (done.exit_code, done.stdout) == (0, "")
        assert "widen --country, --kind and --query" in done.stderr
        assert invoke(*arguments, "--quiet").stderr == ""
