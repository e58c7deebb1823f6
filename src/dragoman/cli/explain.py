"""`dragoman explain`."""

from typing import Annotated

import typer

from dragoman.cli.archive import archived_record
from dragoman.cli.options import Archive, Codebook, In, Parser, Quiet
from dragoman.cli.output import DONE, REFUSED, fail, note
from dragoman.cli.sources import Workshop, open_workshop
from dragoman.lazy import load_backend
from dragoman.model import Failure, Reading, Report
from dragoman.usecases.explain import explain as take_apart
from dragoman.usecases.explain import find_record, report_of, rule_describer
from dragoman.usecases.records import Record, records

Id = Annotated[str, typer.Argument(metavar="ID", help='The "id" of a line of `dragoman code`.', show_default=False)]


def explain(
    id: Id,
    path: In = None,
    archive: Archive = None,
    parser: Parser = None,
    codebook: Codebook = None,
    quiet: Quiet = False,
) -> int:
    """Show why a record was coded as it was.

    Prints its sentence, and for each field the value, the words that carry it, the rule that chose it and the score;
    for an event also what it could have been besides, and why not. The record is looked for in the file or folder
    given with --in, else in the archive.
    """
    workshop = open_workshop(archive=archive, parser=parser, codebook=codebook)
    if path is not None:
        return _in_reports(id, path, workshop, quiet)
    record, report = archived_record(id, workshop)
    _show(record, workshop.reading(report), workshop)
    return DONE


def _show(record: Record, reading: Reading, workshop: Workshop) -> None:
    told = take_apart(record, reading.content, rule_describer(workshop.roots), workshop.rivals(reading, record["id"]))
    load_backend("dragoman.cli.rendering:show")(told)


def _in_reports(id: str, path: str, workshop: Workshop, quiet: bool) -> int:
    """Code the one report that holds the record, and show it."""
    items = list(workshop.items([path]))
    refused = [item for item in items if isinstance(item, Failure)]
    for failure in refused:
        fail(failure)
    report = report_of(id, (item for item in items if isinstance(item, Report)))
    note(f"coding report {report.document.id}", quiet)
    reading = workshop.reading(report)
    _show(find_record(id, tuple(records(reading, workshop.coder)), f"dragoman code {path}"), reading, workshop)
    return REFUSED if refused else DONE
