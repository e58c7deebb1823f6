"""Sorted lines: every line is found by its first cell, whatever the order they were packed in, and nothing else is."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dragoman.errors import BadRule
from dragoman.lexicon.sorted_lines import BLOCK, find_line, open_lines, packed_lines

COLUMNS = ("word", "number")


def pack(at: Path, lines: list[str]) -> Path:
    path = at / "lines.tsv.gz"
    path.write_bytes(b"".join(packed_lines([line.encode() for line in lines], COLUMNS)))
    return path


def test_lines_of_many_blocks_are_found(tmp_path: Path) -> None:
    words = [f"{n:x}é" for n in range(0, 9 * BLOCK, 3)]
    lines = open_lines(pack(tmp_path, [f"{word}\t{word[::-1]}" for word in words]), COLUMNS)
    assert all(lines.find(word) == [word, word[::-1]] for word in words)
    assert [lines.find(word) for word in ("", "zz", "0", "1é", "2é\t")] == [None] * 5


@settings(deadline=None)
@given(st.sets(st.text(st.characters(exclude_characters="\t\n\r", codec="utf-8"), min_size=1), max_size=30), st.text())
@example({"0", "0\x08"}, "")  # a character that sorts before the tab
def test_a_line_is_found_where_there_is_one(words: set[str], other: str) -> None:
    cells = sorted((f"{word}\t1".encode() for word in words), key=lambda line: line.partition(b"\t")[0])
    lines = b"\n".join(cells)
    assert all(find_line(lines, word.encode()) == [word, "1"] for word in words)
    assert other in words or find_line(lines, other.encode()) is None


def test_what_is_no_such_file_is_refused(tmp_path: Path) -> None:
    path = pack(tmp_path, ["a\t1"])
    with pytest.raises(BadRule, match="columns"):
        open_lines(path, ("other",))
    whole = path.read_bytes()
    path.write_bytes(whole[:-9])
    broken = open_lines(path, COLUMNS)
    assert broken.find("a") in (None, ["a", "1"])  # a cut end is lost, and nothing is made up
    path.write_bytes(b"no gzip")
    with pytest.raises(BadRule, match="cannot be read"):
        open_lines(path, COLUMNS)
