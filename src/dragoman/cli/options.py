"""Arguments and options that verbs share, so that they are called alike and explained alike."""

from typing import Annotated, Optional

import typer

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH…|-",
        help="Files (.txt .md .html .pdf .docx .json .jsonl), folders, or - for JSON lines or one text on standard input.",
        show_default=False,
    ),
]
Parser = Annotated[
    Optional[str],  # noqa: UP045  typer below 0.15 does not read `str | None` in Annotated on every Python
    typer.Option(
        "--parser",
        metavar="NAME",
        help="Parse with this spaCy pipeline, installed or a folder, in place of Dragoman's own model.",
        show_default=False,
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no notes; what was refused is still named.")]
