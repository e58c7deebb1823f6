"""What is special to the archive in a file."""

import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from contract.factories import CODER, NOW, reading, sighted
from dragoman.backends.stores import schema
from dragoman.backends.stores.sqlite import FILE, open_archive
from dragoman.errors import BadArchive
from dragoman.model import ActorJudgement, Judgement, Span

DOCS = Path(__file__).parents[3] / "docs" / "schema.md"


def test_one_writes_at_a_time_and_others_read(tmp_path: Path) -> None:
    first, second = open_archive(tmp_path, create=True), open_archive(tmp_path)
    with first.writing():
        first.file([reading("Words.")], CODER, NOW)
        assert len(list(second.current())) == 1
        with pytest.raises(BadArchive, match="another dragoman is writing"), second.writing():
            pass
    with second.writing():
        pass


def test_a_missing_archive_is_named_with_the_next_step(tmp_path: Path) -> None:
    with pytest.raises(BadArchive, match=r"no archive at .*nowhere; make one with: dragoman add"):
        open_archive(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("version", "advice"), [(99, "install a newer dragoman"), (-1, "add the reports to a new archive")]
)
def test_another_schema_is_refused(tmp_path: Path, version: int, advice: str) -> None:
    open_archive(tmp_path, create=True)
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    with pytest.raises(BadArchive, match=advice):
        open_archive(tmp_path)


def test_an_archive_of_the_first_schema_is_brought_up_to_date(tmp_path: Path) -> None:
    store = open_archive(tmp_path, create=True)
    store.file([reading("Words.")], CODER, NOW)
    later = (
        "actors",
        "actor_keys",
        "sightings",
        "spellings",
        "posts",
        "appearances",
        "doubts",
        "actor_ledger",
        "imported",
        "grades",
    )
    with sqlite3.connect(tmp_path / FILE) as connection:
        for table in reversed(later):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("PRAGMA user_version = 1")
    opened = open_archive(tmp_path)
    assert len(list(opened.current())) == 1
    assert list(opened.actors.seen()) == []
    opened.actors.decide(ActorJudgement("a", "b", "same", "ana", NOW))
    with sqlite3.connect(tmp_path / FILE) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (schema.SCHEMA,)
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("DELETE FROM actor_ledger")


def test_readers_see_whole_reports_while_another_thread_files(tmp_path: Path) -> None:
    writer, done = open_archive(tmp_path, create=True), Event()

    def read() -> set[int]:
        store, seen = open_archive(tmp_path), set()
        while not done.is_set():
            seen.add(len(list(store.actors.seen())) % 2)
            store.actors.found_by(["n:a@"])
        return seen

    with ThreadPoolExecutor(2) as readers:
        found = [readers.submit(read) for _ in range(2)]
        for number in range(20):
            told = sighted(f"r{number}", "Ana Petrova", "Boris Petrov")
            writer.file([told[0]], CODER, NOW, told[1])
        done.set()
        assert [future.result() for future in found] == [{0}, {0}]


def test_a_foreign_database_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("CREATE TABLE t (a)")
    with pytest.raises(BadArchive, match="no archive of dragoman"):
        open_archive(tmp_path, create=True)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"not a database at all" * 99)
    with pytest.raises(BadArchive, match="damaged or no archive"):
        open_archive(tmp_path)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE ledger SET verdict = 'x'",
        "DELETE FROM ledger",
        "UPDATE texts SET content = ''",
        "UPDATE actor_ledger SET verdict = 'x'",
        "DELETE FROM actor_ledger",
    ],
)
def test_what_is_kept_cannot_be_changed(tmp_path: Path, change: str) -> None:
    store = open_archive(tmp_path, create=True)
    store.file([reading("Words.")], CODER, NOW)
    store.judge(Judgement("t", Span(0, 1), 0, "right", "ana", NOW))
    store.actors.decide(ActorJudgement("a", "b", "same", "ana", NOW))
    with sqlite3.connect(tmp_path / FILE) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(change)


def test_the_archive_is_in_wal_mode(tmp_path: Path) -> None:
    open_archive(tmp_path, create=True)
    with sqlite3.connect(tmp_path / FILE) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@pytest.mark.parametrize("table", schema.metadata.sorted_tables, ids=str)
def test_every_table_and_column_is_documented(table: schema.Table) -> None:
    words = set(re.findall(r"`(\w+)`", DOCS.read_text(encoding="utf-8")))
    assert {table.name, *table.columns.keys()} <= words


def test_the_documented_questions_run(tmp_path: Path) -> None:
    open_archive(tmp_path, create=True)
    questions = re.findall(r"```sql\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    with sqlite3.connect(tmp_path / FILE) as connection:
        for question in questions:
            connection.execute(question).fetchall()
    assert len(questions) == 2
