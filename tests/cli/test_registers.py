"""`claims` and `transfers` as a user runs them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dragoman.cli.archive import add
from dragoman.cli.main import Verb, build_app
from dragoman.cli.registers import claims, transfers
from dragoman.pipeline import Pipeline

APP = build_app((Verb(add, ("-",)), Verb(claims, ("-",)), Verb(transfers, ("-",))))
REPORT = {
    "id": "r1",
    "text": "Denmark sent 19 F-16 jets to Ukraine. A strike on the port of Odesa killed 12 people, Reuters reported.",
    "published": "2024-06-10",
    "title": "Jets",
}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(APP, list(arguments))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pipeline: Pipeline) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DRAGOMAN_ARCHIVE", raising=False)
    monkeypatch.setattr("dragoman.assemble.build_pipeline", lambda *_: pipeline)
    (tmp_path / "r.jsonl").write_text(json.dumps(REPORT) + "\n", encoding="utf-8")
    return tmp_path


def test_out_of_a_file_and_out_of_an_archive_alike(folder: Path) -> None:
    assert run("add", "r.jsonl").exit_code == 0
    for verb in ("claims", "transfers"):
        filed, read = run(verb, "--json"), run(verb, "--json", "--in", "r.jsonl")
        assert (filed.exit_code, read.exit_code) == (0, 0), filed.output + read.output
        assert filed.stdout == read.stdout and filed.stdout.count("\n") >= 1


def test_tables_name_figures_sources_and_stages(folder: Path) -> None:
    told = run("claims", "killed", "--in", "r.jsonl")
    assert all(words in told.stdout for words in ("killed", "12", "person", "Reuters", "Jets"))
    register = run("transfers", "F-16", "--in", "r.jsonl")
    assert all(words in register.stdout for words in ("Denmark", "Ukraine", "F-16", "aircraft", "19", "delivered"))
    assert "1 reported transfer" in register.stderr


def test_what_is_refused_is_named(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\xff\x00\xff")
    done = run("claims", "--in", "bad.txt")
    assert done.exit_code == 3 and "bad.txt" in done.stderr


@pytest.mark.parametrize(("given", "widest"), [("80", 80), ("100", 100), ("wide", 120), ("", 120)])
def test_no_line_is_wider_than_the_columns(
    folder: Path, monkeypatch: pytest.MonkeyPatch, given: str, widest: int
) -> None:
    monkeypatch.setenv("COLUMNS", given)
    (folder / "r.jsonl").write_text(json.dumps(REPORT | {"title": "Jets and strikes " * 12}) + "\n", encoding="utf-8")
    for verb in ("claims", "transfers"):
        lines = run(verb, "--in", "r.jsonl").stdout.splitlines()
        assert lines and max(map(len, lines)) <= widest
        assert any("…" in line for line in lines) and any(line.rstrip().endswith(":0") for line in lines)


def test_questions_with_several_answers_come_first_under_one_heading(folder: Path) -> None:
    text = "Egypt bought 24 jets. Peru said 30 people had died; the Bolivian minister counted 22 bodies."
    (folder / "r.jsonl").write_text(json.dumps(REPORT | {"text": text}) + "\n", encoding="utf-8")
    done = run("claims", "--in", "r.jsonl")
    first, *lines = done.stdout.splitlines()
    assert first.startswith("killed: 2 answers") and "30 person" in lines[0] and "22 person" in lines[1]
    assert "1 of them with several answers" in done.stderr
