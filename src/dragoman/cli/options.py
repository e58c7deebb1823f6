"""Arguments and options that verbs share, so that they are called alike and explained alike."""

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH…|-",
        help="Files (.txt .md .html .pdf .docx .json .jsonl), folders, or - for standard input (JSON lines or a text).",
        show_default=False,
    ),
]
Parser = Annotated[
    str | None,
    typer.Option(
        "--parser",
        metavar="NAME",
        help="Parse with this spaCy pipeline, installed or a folder, in place of Dragoman's own model.",
        show_default=False,
    ),
]
Codebook = Annotated[
    Path | None,
    typer.Option(
        "--codebook",
        metavar="DIR",
        help="Your own codebook: a folder whose rules add to ours or replace them; else $DRAGOMAN_CODEBOOK.",
        show_default=False,
    ),
]
Archive = Annotated[
    Path | None,
    typer.Option(
        "--archive",
        metavar="DIR",
        help="The archive's folder; else $DRAGOMAN_ARCHIVE, else ./dragoman-archive.",
        show_default=False,
    ),
]
In = Annotated[
    str | None,
    typer.Option("--in", metavar="PATH", help="The file or folder that was coded, or -.", show_default=False),
]
Country = Annotated[
    str | None, typer.Option("--country", metavar="CODE", help="Only of this country (ISO 3166-1 alpha-3).")
]
Query = Annotated[str | None, typer.Option("--query", metavar="WORDS", help="Only with these words in a name.")]
Json = Annotated[bool, typer.Option("--json", help="Write JSON lines in place of a table.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no notes; what was refused is still named.")]
