"""From paths to reports: what is taken, what is refused, and that the rest goes on."""

import io
import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import BadReport
from dragoman.model import Failure, Report
from dragoman.model.identity import document_id, sha256, text_id
from dragoman.ports import Extraction, Extractor
from dragoman.usecases.inputs import read_inputs


class Words:
    """An extractor for tests: the characters, with a title of its own."""

    name = "words/1"

    def extract(self, data: bytes, where: str) -> Extraction:
        if b"\0" in data:
            raise BadReport(where, "holds NUL bytes")
        return Extraction(data.decode().strip(), title="From the file", published="2001-02-03", publisher="Filed")


def extractor_for(suffix: str) -> Extractor | None:
    return Words() if suffix in {".txt", ".html"} else None


def read(*paths: Path | str, stdin: bytes = b"") -> list[Report | Failure]:
    return list(read_inputs([str(path) for path in paths], io.BytesIO(stdin), extractor_for, lambda text: "xx"))


def reports(*paths: Path | str, stdin: bytes = b"") -> list[Report]:
    found = read(*paths, stdin=stdin)
    assert [item for item in found if isinstance(item, Failure)] == []
    return [item for item in found if isinstance(item, Report)]


def failures(*paths: Path | str, stdin: bytes = b"") -> Iterator[Failure]:
    return (item for item in read(*paths, stdin=stdin) if isinstance(item, Failure))


def line(**row: object) -> bytes:
    return json.dumps({"text": "Norland left.", **row}).encode() + b"\n"


def test_a_line_becomes_a_report() -> None:
    row = line(id="a", title="T ", published="2023-03-09", publisher="P", url="https://x.org", language="fr", more=[1])
    (report,) = reports("-", stdin=b"\xef\xbb\xbf\n" + row)
    assert (report.document.id, report.document.title, report.document.publisher) == ("a", "T", "P")
    assert (report.document.published, report.document.language) == (date(2023, 3, 9), "fr")
    assert report.version.sha256 == report.text.version == sha256(b"Norland left.")
    assert report.text.id == text_id("a", "given", "Norland left.")
    assert (report.text.extractor, report.text.document) == ("given", "a")


def test_ids_are_minted_and_the_language_is_detected() -> None:
    with_url, without = reports("-", stdin=line(url="https://x.org/1") + line(publisher="P"))
    assert with_url.document.id == document_id(None, "https://x.org/1", "")
    assert without.document.id == document_id("P", None, "Norland left.")
    assert without.document.language == "xx"


@pytest.mark.parametrize(
    "published", ["2023-03-09", "2023-03-09T10:00:00Z", "2023-03-09T23:00:00+05:00", "2023-03-09 10:00"]
)
def test_published(published: str) -> None:
    (report,) = reports("-", stdin=line(published=published))
    assert report.document.published == date(2023, 3, 9)


@settings(max_examples=150, deadline=None)
@given(st.text().filter(lambda text: bool(text.strip())))
def test_text_given_as_json_is_taken_character_for_character(text: str) -> None:
    (report,) = reports("-", stdin=line(text=text))
    assert report.text.content == text


REFUSED = [
    (b"{", "is no JSON"),
    (b"[1]", "a report is an object"),
    (b"{}", "needs the words"),
    (line(text=None), "needs the words"),
    (line(text=7), "needs the words"),
    (line(text=" \n "), "holds no words"),
    (line(text="a\ud800b"), 'character 1 of "text" is half a surrogate pair'),
    (line(title="\udfff"), 'of "title" is half'),
    (line(title=7), '"title" is a string'),
    (line(id=[1]), '"id" is a string'),
    (line(published="2023-02-30"), "'2023-02-30'"),
    (line(published="yesterday"), "'yesterday'"),
    (b'{"text": "\xff"}', "byte 10 is not UTF-8"),
    (b'{"text": "a", "b": ' + b"[" * 100_000, "is "),
    (b'{"text": "a", "id": ' + b"9" * 5000 + b"}", "is no JSON"),
    (b'{"file": "a.txt"}', "give the folder"),
]


@pytest.mark.parametrize(("bad", "problem"), REFUSED, ids=range(len(REFUSED)))
def test_a_bad_line_is_named_and_the_others_go_on(tmp_path: Path, bad: bytes, problem: str) -> None:
    path = tmp_path / "file.jsonl"
    path.write_bytes(line(id="a") + b"\n" + bad.strip() + b"\n" + line(id="b"))
    first, failure, last = read(path)
    assert isinstance(first, Report)
    assert isinstance(last, Report)
    assert isinstance(failure, Failure)
    assert failure.where == f"{path}:3"
    assert problem in failure.problem


def test_the_same_id_with_other_words_names_both_places(tmp_path: Path) -> None:
    path = tmp_path / "file.jsonl"
    path.write_bytes(line(id="a") + line(id="a", text="Other.") + line(id="a"))
    kept, failure = read(path, path.with_name("none.txt"))[:2]
    assert isinstance(kept, Report)
    assert isinstance(failure, Failure)
    assert failure.where == f"{path}:2"
    assert f"{path}:1" in failure.problem


def test_the_same_words_are_read_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Norland left.")
    assert len(reports(path, tmp_path, "-", stdin=line(id=1) + line(id="1"))) == 2


def test_json_files(tmp_path: Path) -> None:
    one, many = tmp_path / "one.json", tmp_path / "many.json"
    one.write_text('\ufeff{\n"text": "One."}', encoding="utf-8")
    many.write_text('[{"text": "Two."}, {"text": ""}, 3]')
    found = read(one, many)
    assert [item.text.content for item in found if isinstance(item, Report)] == ["One.", "Two."]
    assert [item.where for item in found if isinstance(item, Failure)] == [f"{many}:2", f"{many}:3"]


def test_standard_input_as_one_plain_text() -> None:
    (report,) = reports("-", stdin=b"\n  Norland left.\n\nSudmark stayed.\n")
    assert report.text.content == "Norland left.\n\nSudmark stayed."
    assert report.version.sha256 == sha256(b"\n  Norland left.\n\nSudmark stayed.\n")


def test_files_describe_themselves_and_keep_the_hash_of_their_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.TXT"
    path.write_bytes(b" Norland left. ")
    (report,) = reports(path)
    assert (report.document.title, report.document.published) == ("From the file", date(2001, 2, 3))
    assert (report.text.extractor, report.version.sha256) == ("words/1", sha256(b" Norland left. "))


def test_folders_are_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", ".hidden.txt", ".git/x.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"This is {name}.")
    assert [r.text.content for r in reports(tmp_path)] == ["This is a/z.txt.", "This is b.txt.", "This is c.txt."]


def test_a_manifest_decides(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("Not a report.")
    (tmp_path / "a.txt").write_text("Norland left.")
    (tmp_path / "b.txt").write_text("Sudmark left.")
    manifest = tmp_path / "reports.jsonl"
    manifest.write_text(
        '{"id": "n1", "file": "a.txt", "published": "2020-01-02", "publisher": "P", "title": null, "why": 1}\n'
    )
    (report,) = reports(tmp_path)
    assert (report.document.id, report.document.publisher, report.document.title) == ("n1", "P", "From the file")
    assert report.document.published == date(2020, 1, 2)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ('{"file": "none.txt"}', "not there"),
        ('{"file": "../secret.txt"}', "outside its folder"),
        ('{"file": "/etc/hostname"}', "outside its folder"),
        ('{"file": "link.txt"}', "outside its folder"),
        ('{"file": "a\\u0000.txt"}', "is no path"),
        ('{"file": "."}', "not there"),
        ('{"file": 3}', '"file" is a string'),
        ('{"id": "x"}', "needs the words"),
        ("nonsense", "is no JSON"),
    ],
)
def test_a_manifest_leads_nowhere_else(tmp_path: Path, row: str, problem: str) -> None:
    (tmp_path / "secret.txt").write_text("Secret.")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "a.txt").write_text("Norland left.")
    (folder / "reports.jsonl").write_text(f'{row}\n{{"file": "a.txt"}}\n')
    failure, report = read(folder)
    assert isinstance(failure, Failure)
    assert isinstance(report, Report)
    assert problem in failure.problem
    assert failure.where == f"{folder / 'reports.jsonl'}:1"


def test_places_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "x.xyz").write_text("x")
    (tmp_path / "bare").write_text("x")
    (tmp_path / "nul.txt").write_bytes(b"a\0")
    (tmp_path / "empty.txt").write_text(" ")
    (tmp_path / "empty.jsonl").write_text("")
    (tmp_path / "empty.json").write_text("[]")
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    said = {Path(f.where).name: f.problem for f in failures(tmp_path, tmp_path / "none.txt", "a\0b", "-")}
    expected = {
        "x.xyz": ".xyz is not read",
        "bare": "without a suffix",
        "nul.txt": "NUL",
        "empty.txt": "no words",
        "empty.jsonl": "is empty",
        "empty.json": "empty list",
        "folder": "holds no reports",
        "loop": "link to a folder",
        "pipe.txt": "regular file",
        "none.txt": "does not exist",
        "a\0b": "does not exist",
        "standard input": "is empty",
    }
    assert {name: text in said[name] for name, text in expected.items()} == dict.fromkeys(expected, True)
    assert len(said) == len(expected)
