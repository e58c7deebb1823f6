"""Name pairs of a table, each with how likely the two are one name, and why."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.errors import BadInput
from dragoman.model import Failure, NameMatch

NAMES = ("name1", "name2")
ADDED = ("score", "why")
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the two names stand in a row, which cells are kept, and how many there are."""

    names: tuple[int, int]
    kept: tuple[int, ...]
    count: int


def compare_table(data: bytes, where: str, compare: Callable[[str, str], NameMatch]) -> Iterator[Row | Failure]:
    """The rows of a CSV with columns `name1` and `name2`, its head first, with `score` and `why` added.

    Other columns are kept; a `score` and `why` of before are written anew. A row that does not fit the head is a
    Failure. Raises BadInput where the whole cannot be read or a column is missing.
    """
    rows = _rows(data, where)
    _, head = next(rows, (1, []))
    columns = _columns(head, where)
    yield (*_cells(head, columns.kept), *ADDED)
    for line, row in rows:
        if not row:
            continue
        if problem := _misfit(row, columns):
            yield Failure(f"{where}:{line}", problem)
        else:
            found = compare(row[columns.names[0]], row[columns.names[1]])
            yield (*_cells(row, columns.kept), f"{found.score:g}", "; ".join(found.why))


def _rows(data: bytes, where: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that are there, each with the line on which it ends."""
    try:
        reader = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
        for row in reader:
            yield reader.line_num, row
    except UnicodeDecodeError as error:
        raise BadInput(f"{where}: is not UTF-8 (byte {error.start}); save the table as CSV in UTF-8") from error
    except csv.Error as error:
        raise BadInput(f"{where}:{reader.line_num}: cannot be read as CSV: {error}; check the quotes") from error


def _columns(head: Sequence[str], where: str) -> Columns:
    titles = [title.strip() for title in head]
    if not any(titles):
        raise BadInput(f"{where}: is empty; a CSV is needed whose first line names the columns name1 and name2")
    if missing := [name for name in NAMES if name not in titles]:
        found = ", ".join(title for title in titles if title)
        raise BadInput(f"{where}: has no column {' and '.join(missing)}; its columns are {found}")
    first, second = (titles.index(name) for name in NAMES)
    kept = tuple(i for i, title in enumerate(titles) if title not in ADDED)
    return Columns((first, second), kept, len(titles))


def _misfit(row: Sequence[str], columns: Columns) -> str:
    if len(row) > columns.count:
        return f"has {len(row)} cells, the head {columns.count}; put names with commas in quotes"
    return "has no second name" if len(row) <= max(columns.names) else ""


def _cells(row: Sequence[str], kept: Sequence[int]) -> Iterator[str]:
    """The cells that are kept, empty ones where the row ends early."""
    return (row[i] if i < len(row) else "" for i in kept)
