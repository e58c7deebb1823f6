"""`dragoman codebook`."""

from typing import Annotated

import typer

from dragoman.cli.options import Codebook
from dragoman.cli.output import DONE, write_lines
from dragoman.cli.sources import open_workshop
from dragoman.lazy import load_backend
from dragoman.usecases.codebook import all_types, look_up

Name = Annotated[
    str | None,
    typer.Argument(metavar="[TYPE|CODE|CONTEXT]", help="Show this one; without it all types.", show_default=False),
]
Json = Annotated[bool, typer.Option("--json", help="Write JSON lines in place of tables.")]


def codebook(name: Name = None, json: Json = False, codebook: Codebook = None) -> int:
    """Show what types, CAMEO codes and contexts mean.

    Prints the definition, quad class and intensity, the modes, the codes, and how many frames code it, with an example.
    """
    workshop = open_workshop(codebook=codebook)
    ontology, frames = workshop.rules()
    entries = (look_up(name, ontology, frames),) if name else all_types(ontology, frames)
    if json:
        write_lines(entries)
    else:
        load_backend("dragoman.cli.tables:show")(entries)
    return DONE
