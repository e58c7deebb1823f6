"""`dragoman codebook`."""

from typing import Annotated

import typer

from dragoman.cli.options import Codebook, Json
from dragoman.cli.output import DONE, FAILED, counted, say, write_lines
from dragoman.cli.sources import Workshop, open_workshop
from dragoman.lazy import load_backend
from dragoman.usecases.codebook import all_types, look_up
from dragoman.usecases.examples import broken

Name = Annotated[
    str | None,
    typer.Argument(metavar="[TYPE|CODE|CONTEXT]", help="Show this one; without it all types.", show_default=False),
]
Check = Annotated[
    bool, typer.Option("--check", help="Code the examples of your codebook, else of ours, and name those that fail.")
]


def codebook(name: Name = None, json: Json = False, check: Check = False, codebook: Codebook = None) -> int:
    """Show what types, CAMEO codes and contexts mean.

    Prints the definition, quad class and intensity, the modes, the codes, and how many frames code it, with an example.
    """
    workshop = open_workshop(codebook=codebook)
    if check:
        return _check(workshop)
    ontology, frames = workshop.rules()
    entries = (look_up(name, ontology, frames),) if name else all_types(ontology, frames)
    if json:
        write_lines(entries)
    else:
        load_backend("dragoman.cli.codebook_tables:show")(entries)
    return DONE


def _check(workshop: Workshop) -> int:
    """Name each example that does not hold; failed where there is one."""
    examples = workshop.examples()
    wrong = tuple(broken(examples, workshop.pipeline()))
    for example in wrong:
        print(f"{example.rule}: {'missed' if example.hit else 'taken'}: {example.text}")
    say(f"{counted(len(examples), 'example')}, {len(wrong):,} wrong")
    return FAILED if wrong else DONE
