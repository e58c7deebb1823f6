"""`dragoman explain`."""

from typing import Annotated

import typer

from dragoman.cli.archive import Archive, archived_record
from dragoman.cli.options import Codebook, Parser, Quiet
from dragoman.cli.output import DONE, REFUSED, fail, note
from dragoman.cli.sources import Workshop, open_workshop
from dragoman.errors import BadReport
from dragoman.lazy import load_backend
from dragoman.model import Failure, Report
from dragoman.usecases.code import code_all, read_all
from dragoman.usecases.explain import explain as take_apart
from dragoman.usecases.explain import find_record, report_of, rule_describer
from dragoman.usecases.records import Record

Id = Annotated[str, typer.Argument(metavar="ID", help='The "id" of a line of `dragoman code`.', show_default=False)]
In = Annotated[
    str | None,
    typer.Option("--in", metavar="PATH", help="The file or folder that was coded, or -.", show_default=False),
]


def explain(
    id: Id,
    path: In = None,
    archive: Archive = None,
    parser: Parser = None,
    codebook: Codebook = None,
    quiet: Quiet = False,
) -> int:
    """Show why a record was coded as it was.

    Prints its sentence, and for each field the value, the words that carry it, the rule that chose it and the score.
    The record is looked for in the file or folder given with --in, else in the archive.
    """
    workshop = open_workshop(archive=archive, parser=parser, codebook=codebook)
    if path is not None:
        return _in_reports(id, path, workshop, quiet)
    _show(*archived_record(id, workshop), workshop)
    return DONE


def _show(record: Record, content: str, workshop: Workshop) -> None:
    load_backend("dragoman.cli.rendering:show")(take_apart(record, content, rule_describer(workshop.roots)))


def _in_reports(id: str, path: str, workshop: Workshop, quiet: bool) -> int:
    """Code the one report that holds the record, and show it."""
    items = list(workshop.items([path]))
    refused = [item for item in items if isinstance(item, Failure)]
    for failure in refused:
        fail(failure)
    report = report_of(id, (item for item in items if isinstance(item, Report)))
    note(f"coding report {report.document.id}", quiet)
    readings = read_all(workshop.pipeline(), [report], language=workshop.settings.language)
    for found in code_all(readings, workshop.coder):
        if isinstance(found, Failure):
            raise BadReport(found.where, found.problem)
        record = find_record(id, found, f"dragoman code {path}")
        _show(record, report.text.content, workshop)
    return REFUSED if refused else DONE
