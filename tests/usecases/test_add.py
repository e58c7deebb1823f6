"""What `add` does with reports that are new, known, changed or broken."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from contract.factories import CODER, NOW, report
from dragoman.backends.stores.sqlite import SqliteStore, memory_archive
from dragoman.errors import NotFound
from dragoman.model import Failure, Reading, Report
from dragoman.ports import Coder
from dragoman.usecases.add import Intake, again, below, placed, root_of
from dragoman.usecases.archive import filed_record, refused

Item = Report | Failure


class Reader:
    """Reads without a model, and remembers what it read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, items: Iterable[Item]) -> Iterator[Reading | Failure]:
        for item in items:
            if isinstance(item, Report):
                self.read.append(item.document.id)
            yield Reading(item) if isinstance(item, Report) else item


@pytest.fixture
def store() -> SqliteStore:
    return memory_archive()


def take_in(
    store: SqliteStore, *items: Item, roots: tuple[str, ...] = (), coder: Coder = CODER
) -> tuple[dict[str, str], list[str]]:
    reader = Reader()
    intake = Intake(store, reader, coder, NOW, 2)
    return {added.where: added.state for added in intake.add(roots, items)}, reader.read


def test_what_is_there_is_not_read_again(store: SqliteStore) -> None:
    both = (report("One.", "a"), report("Two.", "b"))
    assert take_in(store, *both) == ({"a": "new", "b": "new"}, ["a", "b"])
    assert take_in(store, *both) == ({"a": "same", "b": "same"}, [])
    assert take_in(store, report("One, mended.", "a")) == ({"a": "changed"}, ["a"])
    assert take_in(store, both[1], coder=Coder("2", "x")) == ({"b": "recode"}, ["b"])


def test_more_than_a_batch_is_taken_in(store: SqliteStore) -> None:
    assert len(take_in(store, *(report(f"Words {n}.", str(n)) for n in range(7)))[0]) == 7
    assert len(list(store.current())) == 7


def test_a_failure_is_noted_and_the_rest_goes_on(
    store: SqliteStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x").mkdir()
    monkeypatch.chdir(tmp_path)
    states, _ = take_in(store, Failure("x/bad.pdf", "is broken"), report("One.", "a"), roots=("x",))
    assert states == {"x/bad.pdf": "failed", "a": "new"}
    assert refused(store.attempts()) == (Failure(str(tmp_path / "x" / "bad.pdf"), "is broken"),)


def test_what_failed_is_tried_again_until_it_is_read(store: SqliteStore, tmp_path: Path) -> None:
    root = str(tmp_path)
    take_in(store, Failure(f"{root}/bad.pdf", "is broken"), roots=(root,))
    assert again(store.attempts(), ["elsewhere"]) == [root]
    assert again(store.attempts(), [root]) == []
    take_in(store, report("One.", "a"), roots=("elsewhere",))
    assert len(refused(store.attempts())) == 1
    take_in(store, report("Mended.", "b"), roots=(root,))
    assert refused(store.attempts()) == ()
    assert again(store.attempts(), []) == []


def test_what_is_no_longer_there_is_not_tried_for_ever(store: SqliteStore, tmp_path: Path) -> None:
    root = str(tmp_path / "gone")
    take_in(store, Failure(root, "does not exist"), roots=(root,))
    assert [attempt.status for attempt in store.attempts()] == ["gone"]
    assert again(store.attempts(), []) == []


@pytest.mark.parametrize(
    ("where", "root", "inside"),
    [
        ("/a/b", "/a/b", True),
        ("/a/b/c.txt", "/a/b", True),
        ("/a/b.jsonl:3", "/a/b.jsonl", True),
        ("/a/bc", "/a/b", False),
        ("/b", "/a", False),
        ("/a", "/", True),
    ],
)
def test_places_lie_below_roots(where: str, root: str, inside: bool) -> None:
    assert below(where, root) is inside


def test_the_nearest_root_is_read_again() -> None:
    assert root_of("/a/b/c", ["/a", "/a/b"]) == "/a/b"
    assert root_of("standard input", ["/a", "/b"]) == ""
    assert placed("standard input", ["/a"]) == "standard input"


def test_a_record_that_is_not_there_is_named(store: SqliteStore) -> None:
    with pytest.raises(NotFound, match="e:none"):
        filed_record(store, "e:none", "coder")


def test_samples_come_back_as_they_were_coded(store: SqliteStore, pipeline, report) -> None:  # type: ignore[no-untyped-def]
    """Records of the real pipeline round-trip exactly, and each is found by its id."""
    words = (
        "On March 9, Foreign Minister Wang Yi met Ali Shamkhani in Beijing, Xinhua reported. Iran denied that it had "
        "sent 40 drones to Russia. At least 12 people were killed in a strike on Aleppo airport on March 7, SANA said."
    )
    reading = pipeline.read([report(words, published="2023-03-10", id="r")])[0]
    store.file([reading], CODER, NOW)
    (filed,) = store.current()
    assert reading.events
    assert (filed.events, filed.claims, filed.statements) == (reading.events, reading.claims, reading.statements)
    for event in reading.events:
        record, found = filed_record(store, event.id, "coder")
        assert (record["id"], found.text.content) == (event.id, words)
