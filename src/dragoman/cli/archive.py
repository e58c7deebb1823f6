"""`dragoman add` and `dragoman brief`: the verbs that keep an archive."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman.cli.ledger import now
from dragoman.cli.options import Archive, Codebook, Parser, Paths, Quiet
from dragoman.cli.output import DONE, REFUSED, counted, fail, note, progress, say
from dragoman.cli.sources import Workshop, open_workshop
from dragoman.errors import BadSetting
from dragoman.lazy import load_backend
from dragoman.model import Failure, Reading, Report
from dragoman.usecases.add import FAILED, Added, Intake, again
from dragoman.usecases.archive import filed_record, refused
from dragoman.usecases.code import read_all
from dragoman.usecases.records import Record

Given = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PATH…|-]", help="Reports to add first, as for `dragoman add`.", show_default=False),
]
Out = Annotated[
    str | None,
    typer.Option(
        "--out",
        "-o",
        metavar="FILE",
        help="Write this .md or .html file in place of brief.md and brief.html; - prints Markdown.",
        show_default=False,
    ),
]
TOLD = {"new": "added", "changed": "added as new version", "recode": "coded again", "same": "already there"}
PRINTED = ".md"


def add(
    paths: Paths, archive: Archive = None, parser: Parser = None, codebook: Codebook = None, quiet: Quiet = False
) -> int:
    """Code reports and put them into an archive.

    What is already there is left alone, what failed before is tried again.
    """
    workshop = open_workshop(archive=archive, parser=parser, codebook=codebook)
    return _take_in(workshop, open_store(workshop, create=True), paths, quiet)


def brief(
    paths: Given = None,
    archive: Archive = None,
    out: Out = None,
    parser: Parser = None,
    codebook: Codebook = None,
    quiet: Quiet = False,
) -> int:
    """Write a brief with citations on what an archive holds.

    Reports that are named are added first. Writes brief.md and brief.html here, and tells where they are.
    """
    _check_out(out)
    workshop = open_workshop(archive=archive, parser=parser, codebook=codebook)
    store = open_store(workshop, create=bool(paths))
    code = _take_in(workshop, store, paths, quiet) if paths else DONE
    guide = load_backend("dragoman.assemble:load_guide")(workshop.settings)
    filed, failures = list(store.current()), refused(store.attempts())
    made = load_backend("dragoman.usecases.brief:make_brief")(filed, failures, guide)
    _write(made, out)
    return code


def archived_record(record: str, workshop: Workshop) -> tuple[Record, Report]:
    """The record of that id in an archive and its report, for `dragoman explain`. Raises NotFound."""
    return filed_record(open_store(workshop), record, workshop.coder)


def open_store(workshop: Workshop, create: bool = False) -> Any:
    """The archive of a run, made where it is missing and `create` is set."""
    return load_backend("dragoman.assemble:open_store")(workshop.settings, create)


def _take_in(workshop: Workshop, store: Any, paths: Sequence[str], quiet: bool) -> int:
    """Add the reports behind paths, name what was refused, and tell the exit code."""
    settings = workshop.settings
    data = load_backend("dragoman.assemble:archive_data")(settings, store)
    coder = load_backend("dragoman.assemble:this_coder")(settings, data.learned)
    with store.writing(), progress(quiet) as advance:
        roots = [*paths, *again(store.attempts(), paths)]
        enroller = load_backend("dragoman.assemble:make_enroller")(store, data)
        intake = Intake(store, _reader(workshop, data), coder, now(), settings.batch, enroller.enrol)
        states = Counter(_told(added, advance) for added in intake.add(roots, workshop.items(roots)))
    _summarise(states, settings.archive, quiet)
    return REFUSED if states[FAILED] else DONE


def _told(added: Added, advance: Callable[[], None]) -> str:
    if added.state == FAILED:
        fail(Failure(added.where, added.problem))
    advance()
    return added.state


def _summarise(states: Counter[str], archive: Path, quiet: bool) -> None:
    """One line: what was new, what was there."""
    parts = [f"{counted(states[state], 'report')} {words}" for state, words in TOLD.items() if states[state]]
    parts += [f"{states[FAILED]:,} refused"] if states[FAILED] else []
    note(f"{archive}: {', '.join(parts) or 'no reports given'}", quiet)


def _reader(workshop: Workshop, data: Any) -> Callable[[Iterable[Report | Failure]], Iterator[Reading | Failure]]:
    """Code reports with a pipeline that is built when the first report needs it."""
    pipeline = cache(partial(workshop.pipeline, data=data))
    settings = workshop.settings

    def read(items: Iterable[Report | Failure]) -> Iterator[Reading | Failure]:
        waiting = list(items)
        if any(isinstance(item, Report) for item in waiting):
            yield from read_all(pipeline(), waiting, settings.batch, settings.language)
        else:
            yield from (item for item in waiting if isinstance(item, Failure))

    return read


def _check_out(out: str | None) -> None:
    """Refuse a format that cannot be written before an hour of coding, not after."""
    formats = load_backend("dragoman.backends.exporters:FORMATS")
    if out is not None and out != "-" and Path(out).suffix.lower() not in formats:
        raise BadSetting(f"-o {out}: a brief is written as {' or '.join(formats)}; or give - to print Markdown")


def _write(made: Any, out: str | None) -> None:
    """Write the pages and print where they are; or print the page itself."""
    render = load_backend("dragoman.assemble:write_brief")
    if out == "-":
        sys.stdout.write(render(made, PRINTED))
        return
    formats = load_backend("dragoman.backends.exporters:FORMATS")
    for path in [Path(out)] if out else [Path(f"brief{suffix}") for suffix in formats]:
        page = render(made, path.suffix.lower())
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page, encoding="utf-8")
        except OSError as error:
            raise BadSetting(f"{path} cannot be written ({error.strerror}); name another file with -o") from error
        print(path.resolve())
    if not made.reports:
        say("the archive holds no reports yet; add some with: dragoman add PATH")
