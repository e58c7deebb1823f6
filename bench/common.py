"""What the bench commands share: where the data lies, coding reports as `dragoman code` does, rates and tables."""

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.assemble import build_pipeline, open_inputs
from dragoman.model import Failure, Reading, Report
from dragoman.pipeline import Pipeline
from dragoman.settings import Settings
from dragoman.usecases.code import read_all
from dragoman.usecases.records import records

Row = dict[str, Any]
GSR = "events/plover_gsr.jsonl"
RE3D = "reports/re3d.jsonl"
GEOVIRUS = "places/geovirus.xml"
LGL = "places/lgl.xml"


class AbsentError(FileNotFoundError):
    """A folder or file to measure on is not there."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a bench command was asked. Folders may be absent: use `data_file`, `gold_file` and `report_folder`."""

    data: Path | None
    gold: Path | None
    reports: Path | None
    show: bool = False
    markdown: bool = False
    long: bool = False

    def data_file(self, name: str) -> Path:
        """A file of the public data. Raises AbsentError."""
        if self.data is None:
            raise AbsentError("no data to measure on: give --data DIR or set DRAGOMAN_DATA")
        return present(self.data / name)

    def gold_file(self, name: str) -> Path:
        """A file of the gold folder. Raises AbsentError."""
        if self.gold is None:
            raise AbsentError("no gold to measure on: give --gold DIR or --data DIR")
        return present(self.gold / name)

    def report_folder(self) -> Path:
        """The folder of the reports that the gold speaks of. Raises AbsentError."""
        if self.reports is None:
            raise AbsentError("no reports to measure on: give --reports DIR or --data DIR")
        return present(self.reports)


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: what was measured, on what, and the figure as text."""

    measure: str
    on: str
    value: str


@dataclass(frozen=True, slots=True)
class Tally:
    """Hits among what was coded and among what gold holds."""

    hits: int
    coded: int
    gold: int

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.hits + other.hits, self.coded + other.coded, self.gold + other.gold)

    @property
    def precision(self) -> float:
        return self.hits / self.coded if self.coded else 0.0

    @property
    def recall(self) -> float:
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        rates = f"F1 {self.f1:.3f} (P {self.precision:.3f}, R {self.recall:.3f}"
        return f"{rates}; {self.hits} of {self.gold}, coded {self.coded})"


@dataclass(frozen=True, slots=True)
class Share:
    """Right ones among those that count."""

    right: int
    whole: int

    def __add__(self, other: "Share") -> "Share":
        return Share(self.right + other.right, self.whole + other.whole)

    @property
    def rate(self) -> float | None:
        return self.right / self.whole if self.whole else None

    def __str__(self) -> str:
        return f"{self.right / self.whole:.3f} ({self.right} of {self.whole})" if self.whole else "none to measure"


def share(verdicts: Iterable[bool]) -> Share:
    """How many of the verdicts are yes."""
    found = list(verdicts)
    return Share(sum(found), len(found))


def present(path: Path) -> Path:
    """The path. Raises AbsentError where nothing is there."""
    if not path.exists():
        raise AbsentError(f"{path} is not there, so nothing is measured on it")
    return path


def read_options(doc: str | None, argv: Sequence[str] | None = None) -> Options:
    """The command line of a bench command; the first line of its docstring is its description."""
    parser = argparse.ArgumentParser(description=(doc or "").strip().partition("\n")[0])
    parser.add_argument("--data", type=Path, default=os.environ.get("DRAGOMAN_DATA"), help="the data ($DRAGOMAN_DATA)")
    parser.add_argument("--gold", type=Path, help="gold of the reports (default: gold beside the data)")
    parser.add_argument("--reports", type=Path, help="the reports themselves (default: reports beside the data)")
    parser.add_argument("--show", action="store_true", help="list what was missed and what was coded beside gold")
    parser.add_argument("--markdown", action="store_true", help="print a Markdown table")
    parser.add_argument("--long", action="store_true", help="measure what takes minutes, where a command has it")
    given = parser.parse_args(argv)
    data = Path(given.data).resolve() if given.data else None
    beside = data.parent if data else None
    return Options(
        data=data,
        gold=given.gold or (beside / "gold" if beside else None),
        reports=given.reports or (beside / "reports" if beside else None),
        show=given.show,
        markdown=given.markdown,
        long=given.long,
    )


def run(doc: str | None, measure: Callable[[Options], Iterable[Figure]], argv: Sequence[str] | None = None) -> int:
    """Print the figures of a command; without data say so on standard error and succeed."""
    options = read_options(doc, argv)
    try:
        print_table(list(measure(options)), options.markdown)
    except AbsentError as absent:
        print(f"bench: {absent}", file=sys.stderr)
    return 0


def print_table(figures: Sequence[Figure], markdown: bool = False) -> None:
    """The figures below each other, in columns or as Markdown; nothing where there are none."""
    if not figures:
        return
    for line in table([("measure", "on", "figure"), *((f.measure, f.on, f.value) for f in figures)], markdown):
        print(line)


def table(rows: Sequence[Sequence[str]], markdown: bool = False) -> Iterator[str]:
    """Rows, the first of them the heading, as aligned columns or as Markdown."""
    if markdown:
        yield from (f"| {' | '.join(row)} |" for row in (rows[0], ["---"] * len(rows[0]), *rows[1:]))
        return
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    yield from ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)


def jsonl(path: Path) -> list[Row]:
    """The objects of a JSON-lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def as_lines(rows: Iterable[Row]) -> bytes:
    """Rows as JSON lines, as `dragoman code -` takes them."""
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows).encode()


@cache
def pipeline() -> Pipeline:
    """The usual pipeline, built once."""
    return build_pipeline(Settings())


def reports_of(rows: Iterable[Row]) -> list[Report]:
    """Rows with "id" and "text" as reports, read as from standard input."""
    return _only_reports(open_inputs(["-"], io.BytesIO(as_lines(rows)), Settings()))


def reports_in(path: Path) -> list[Report]:
    """The reports of a file or folder."""
    return _only_reports(open_inputs([str(path)], io.BytesIO(), Settings()))


def readings_of(reports: Sequence[Report], read: Pipeline | None = None) -> list[Reading]:
    """The reports read through, as `dragoman code` reads them; what fails is named on standard error."""
    found = read_all(read or pipeline(), reports)
    return [reading for reading in found if not _refused(reading)]  # type: ignore[misc]


def coded(reports: Sequence[Report]) -> list[Row]:
    """The lines that `dragoman code` writes for the reports."""
    return [record for reading in readings_of(reports) for record in records(reading, "bench")]


def _only_reports(items: Iterable[Report | Failure]) -> list[Report]:
    return [item for item in items if isinstance(item, Report) or not _refused(item)]  # type: ignore[misc]


def _refused(item: object) -> bool:
    if isinstance(item, Failure):
        print(f"bench: {item.where}: {item.problem}", file=sys.stderr)
    return isinstance(item, Failure)
