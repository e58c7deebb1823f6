"""Sorted lines in a gzip file, of which only the part that holds a line asked for is unpacked.

Such a file is a row of gzip members, so `zcat` shows it. The first member is an index: the names of the columns, then
for each further member how long it is packed and the first cell in it. Lines are sorted as bytes by their first cell;
cells stand between tabs.
"""

import gzip
import zlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path

from dragoman.errors import BadRule

BLOCK = 2048  # lines in a member: about 100 kB, unpacked in less than a millisecond


class SortedLines:
    """The lines of one file, found by their first cell."""

    __slots__ = ("_ends", "_firsts", "_packed", "_unpacked", "where")

    def __init__(self, packed: bytes, ends: Sequence[int], firsts: Sequence[bytes], where: str) -> None:
        self._packed, self._ends, self._firsts, self.where = packed, ends, firsts, where
        self._unpacked: dict[int, bytes] = {}

    def find(self, first_cell: str) -> list[str] | None:
        """The cells of the line that starts with that cell; None where there is none. Raises BadRule."""
        wanted = first_cell.encode()
        block = bisect_right(self._firsts, wanted) - 1
        return find_line(self._block(block), wanted) if block >= 0 else None

    def _block(self, number: int) -> bytes:
        if number not in self._unpacked:
            start = self._ends[number - 1] if number else 0
            self._unpacked[number] = _unzip(self._packed[start : self._ends[number]], self.where)[0]
        return self._unpacked[number]


def find_line(lines: bytes, first_cell: bytes) -> list[str] | None:
    """The cells of the line that starts with that cell, in lines sorted as bytes; None where there is none."""
    low, high = 0, len(lines)
    while low < high:
        middle = (low + high) // 2
        start = max(low, lines.rfind(b"\n", low, middle) + 1)
        end = lines.find(b"\n", middle)
        end = len(lines) if end < 0 else end
        found = lines[start:end].partition(b"\t")[0]
        if found == first_cell:
            return lines[start:end].decode("utf-8", "replace").split("\t")
        low, high = (end + 1, high) if found < first_cell else (low, start)
    return None


def open_lines(path: Path, columns: Sequence[str]) -> SortedLines:
    """The lines of a file that `packed_lines` made. Raises BadRule where it cannot be read or has other columns."""
    try:
        index, packed = _unzip(path.read_bytes(), str(path))
    except OSError as error:
        raise BadRule(str(path), f"cannot be read: {error}") from error
    head, *rows = index.decode("utf-8", "replace").splitlines() or [""]
    if tuple(head.split("\t")) != tuple(columns) or not rows:
        raise BadRule(path.name, f"needs rows, and a first line that names the columns {', '.join(columns)}")
    ends, firsts, end = [], [], 0
    for row in rows:
        length, _, first = row.partition("\t")
        if not length.isdecimal():
            raise BadRule(path.name, f"is no index of lines: {row[:40]!r}")
        end += int(length)
        ends.append(end)
        firsts.append(first.encode())
    return SortedLines(packed, ends, firsts, path.name)


def packed_lines(lines: Sequence[bytes], columns: Sequence[str]) -> Iterator[bytes]:
    """The members of a file of these lines, which may come in any order. No name and no time goes in."""
    in_order = sorted(lines, key=lambda line: line.partition(b"\t")[0])
    blocks = [in_order[i : i + BLOCK] for i in range(0, len(in_order), BLOCK)]
    members = [_zip(block) for block in blocks]
    firsts = (block[0].partition(b"\t")[0] for block in blocks)
    index = [b"%d\t%s" % (len(member), first) for member, first in zip(members, firsts, strict=True)]
    yield _zip(["\t".join(columns).encode(), *index])
    yield from members


def _zip(lines: Sequence[bytes]) -> bytes:
    return gzip.compress(b"\n".join(lines) + b"\n", compresslevel=9, mtime=0)


def _unzip(packed: bytes, where: str) -> tuple[bytes, bytes]:
    """What the first gzip member holds, and all that stands behind it."""
    try:
        member = zlib.decompressobj(wbits=31)
        return member.decompress(packed), member.unused_data
    except zlib.error as error:
        raise BadRule(where, f"cannot be read: {error}") from error
