"""Data files are read strictly: whatever is wrong, the message names the file and the row."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from dragoman.errors import BadRule
from dragoman.lexicon.reading import files, load_rows, load_toml, make_row, unique


@dataclass(frozen=True, slots=True)
class Row:
    """A row as data files have them."""

    id: str
    country: str
    words: tuple[str, ...] = ()
    weight: float = 1.0
    short: bool = False
    note: str | None = None


GOOD = '[[row]]\nid = "one"\ncountry = "NO"\nwords = ["a", "b"]\nweight = 2\n'


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], Path]:
    def write(text: str) -> Path:
        path = tmp_path / "rows.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_row_becomes_a_frozen_noun(written: Callable[[str], Path]) -> None:
    assert load_rows(written(GOOD), "row", Row) == (Row("one", "NO", ("a", "b"), 2.0),)


def test_norway_is_no_boolean(written: Callable[[str], Path]) -> None:
    (row,) = load_rows(written(GOOD), "row", Row)
    assert row.country == "NO"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", r"rows\.toml: has no rows"),
        ("# only a comment\n", r"rows\.toml: has no rows"),
        ("[[row]\n", r"rows\.toml: cannot be read as TOML"),
        ("row = []\n", r"rows\.toml: has no \[\[row\]\] rows"),
        ('row = "one"\n', r"rows\.toml: has no \[\[row\]\] rows"),
        (GOOD + '[[rwo]]\nid = "x"\n', r"rows\.toml: unknown table rwo"),
        (GOOD + 'contry = "IR"\n', r"rows\.toml#one: unknown key contry"),
        ('[[row]]\nid = "one"\n', r"rows\.toml#one: needs country"),
        ('[[row]]\ncountry = "IR"\n', r"rows\.toml#row 1: needs id"),
        (GOOD + '[[row]]\ncountry = "IR"\n', r"rows\.toml#row 2: needs id"),
        ('[[row]]\nid = "one"\ncountry = false\n', r"rows\.toml#one\.country: is a str, got False"),
        ('[[row]]\nid = 1\ncountry = "IR"\n', r"rows\.toml#1\.id: is a str, got 1"),
        ('[[row]]\nid = "one"\ncountry = "IR"\nwords = "a"\n', r"rows\.toml#one\.words: is a list, got 'a'"),
        ('[[row]]\nid = "one"\ncountry = "IR"\nwords = ["a", 2]\n', r"rows\.toml#one\.words: is a str, got 2"),
        ('[[row]]\nid = "one"\ncountry = "IR"\nweight = "2"\n', r"rows\.toml#one\.weight: is a float"),
        ('[[row]]\nid = "one"\ncountry = "IR"\nweight = true\n', r"rows\.toml#one\.weight: is a float"),
        ('[[row]]\nid = "one"\ncountry = "IR"\nshort = 1\n', r"rows\.toml#one\.short: is a bool"),
        ('[[row]]\nid = "one"\ncountry = "IR"\nnote = 1\n', r"rows\.toml#one\.note: is a str"),
    ],
)
def test_what_is_wrong_names_file_and_row(written: Callable[[str], Path], text: str, message: str) -> None:
    with pytest.raises(BadRule, match=message):
        load_rows(written(text), "row", Row)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadRule, match=r"missing\.toml: cannot be read"):
        load_toml(tmp_path / "missing.toml")


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes('id = "Córdoba"'.encode("latin-1"))
    with pytest.raises(BadRule, match=r"latin\.toml"):
        load_toml(tmp_path / "latin.toml")


def test_two_rows_of_one_id_are_refused() -> None:
    with pytest.raises(BadRule, match="here: one stands twice"):
        unique((Row("one", "NO"), Row("two", "NO"), Row("one", "SE")), lambda row: row.id, "here")


def test_a_folder_without_files_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadRule, match=r"holds no \*\.toml files"):
        list(files(tmp_path))


def test_files_come_sorted_whatever_the_disk_says(tmp_path: Path) -> None:
    for name in ("b.toml", "a.toml", "c.txt"):
        (tmp_path / name).write_text("x = 1", encoding="utf-8")
    assert [path.name for path in files(tmp_path)] == ["a.toml", "b.toml"]


def test_an_error_keeps_where_it_is() -> None:
    with pytest.raises(BadRule) as caught:
        make_row(Row, {"id": "one"}, "rows.toml#one")
    assert caught.value.where == "rows.toml#one"
