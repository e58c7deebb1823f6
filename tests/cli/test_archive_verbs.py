"""`add` and `brief` as a user runs them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dragoman.cli.archive import add, archived_record, brief
from dragoman.cli.main import Verb, build_app
from dragoman.cli.sources import open_workshop
from dragoman.errors import NotFound
from dragoman.pipeline import Pipeline

APP = build_app((Verb(add, ("dragoman add reports/",)), Verb(brief, ("dragoman brief reports/",))))
MEETING = {
    "id": "r1",
    "text": "On March 9, Foreign Minister Wang Yi met Ali Shamkhani in Beijing, Xinhua reported.",
    "published": "2023-03-10",
    "title": "Talks in Beijing",
}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(APP, list(arguments))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DRAGOMAN_ARCHIVE", raising=False)
    (tmp_path / "r.jsonl").write_text(json.dumps(MEETING) + "\n", encoding="utf-8")
    return tmp_path


def test_from_reports_to_a_brief(folder: Path, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.assemble.build_pipeline", lambda settings, data: pipeline)
    first = run("brief", "r.jsonl")
    assert first.exit_code == 0, first.output
    assert [str(folder / name) in first.stdout for name in ("brief.md", "brief.html")] == [True, True]
    assert "Talks in Beijing" in (folder / "brief.md").read_text(encoding="utf-8")
    assert (folder / "dragoman-archive" / "dragoman.db").is_file()
    again = run("add", "r.jsonl")
    assert again.exit_code == 0
    assert "1 report already there" in again.stderr
    (folder / "bad.txt").write_bytes(b"\xff\x00\xff")
    refused = run("add", "bad.txt")
    assert refused.exit_code == 3
    assert "bad.txt" in refused.stderr
    printed = run("brief", "-o", "-")
    assert printed.exit_code == 0
    assert printed.stdout.startswith("# Brief, 10 March 2023")
    assert "bad.txt" in printed.stdout
    with pytest.raises(NotFound):
        archived_record("e:none", open_workshop(archive=folder / "dragoman-archive"))


def test_without_an_archive_the_next_step_is_named(folder: Path) -> None:
    done = run("brief")
    assert done.exit_code == 1
    assert "make one with: dragoman add" in done.stderr


def test_a_format_that_is_not_written_is_refused_before_anything_is_read(folder: Path) -> None:
    done = run("brief", "r.jsonl", "-o", "brief.docx")
    assert done.exit_code == 2
    assert not (folder / "dragoman-archive").exists()
