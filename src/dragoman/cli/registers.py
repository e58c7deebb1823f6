"""`dragoman claims` and `dragoman transfers`: what an archive, or a file, says in numbers and of arms."""

from operator import attrgetter
from typing import Annotated, Any

import typer

from dragoman.cli.archive import open_store
from dragoman.cli.options import Archive, Codebook, In, Json, Parser, Quiet
from dragoman.cli.output import DONE, REFUSED, fail, write_found
from dragoman.cli.sources import Workshop, open_workshop
from dragoman.lazy import load_backend
from dragoman.model import Failure
from dragoman.usecases.archive import filed_of
from dragoman.usecases.questions import answered, question_record
from dragoman.usecases.register import register
from dragoman.usecases.tellings import incident_of

Query = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[QUERY…]",
        help="Words that must begin words of the sentence, a party, a source or the report; none for all.",
        show_default=False,
    ),
]


def claims(
    query: Query = None,
    path: In = None,
    json: Json = False,
    archive: Archive = None,
    parser: Parser = None,
    codebook: Codebook = None,
    quiet: Quiet = False,
) -> int:
    """Set what reports state in numbers side by side: who says how many, and what keeps figures apart.

    Claims on one question stand together; nothing is averaged. Read from the file or folder given with --in, else from
    the archive.
    """
    workshop = open_workshop(archive=archive, parser=parser, codebook=codebook)
    filed, code = _filed(workshop, path)
    owners = load_backend("dragoman.assemble:load_guide")(workshop.settings).owners
    found = answered(filed, incident_of(filed, owners), " ".join(query or ()), workshop.coder)
    write_found(found, "register_tables:claims", json, quiet, question_record)
    return code


def transfers(
    query: Query = None,
    path: In = None,
    json: Json = False,
    archive: Archive = None,
    parser: Parser = None,
    codebook: Codebook = None,
    quiet: Quiet = False,
) -> int:
    """List reported transfers of arms: supplier, recipient, item, number, how far it has gone, and who says so.

    Nothing is assessed. Read from the file or folder given with --in, else from the archive.
    """
    workshop = open_workshop(archive=archive, parser=parser, codebook=codebook)
    filed, code = _filed(workshop, path)
    found = register(filed, " ".join(query or ()), workshop.coder)
    write_found(found, "register_tables:transfers", json, quiet, attrgetter("record"))
    return code


def _filed(workshop: Workshop, path: str | None) -> tuple[list[Any], int]:
    """What the archive holds, or what is coded from a path, and the exit code."""
    if path is None:
        return list(open_store(workshop).current()), DONE
    filed, refused = [], 0
    for item in workshop.readings([path]):
        if isinstance(item, Failure):
            refused += 1
            fail(item)
        else:
            filed.append(filed_of(item))
    return filed, REFUSED if refused else DONE
