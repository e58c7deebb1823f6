"""The command `dragoman`: a table of verbs. Everything heavy waits until a verb needs it."""

import inspect
import io
import logging
import sys
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Annotated

import typer

from dragoman.cli.actors import actors, different, import_list, same, show, undo_last, unsure
from dragoman.cli.archive import add, brief
from dragoman.cli.code import code
from dragoman.cli.codebook import codebook
from dragoman.cli.explain import explain
from dragoman.cli.names import names
from dragoman.cli.outlets import grade, outlets, show_outlet
from dragoman.cli.output import DONE, FAILED, INTERRUPTED, MISUSED, hush_output, say
from dragoman.cli.read import read
from dragoman.cli.registers import claims, transfers
from dragoman.cli.relate import relate
from dragoman.errors import BadSetting, DragomanError
from dragoman.usecases.code import internal
from dragoman.version import VERSION


@dataclass(frozen=True, slots=True)
class Verb:
    """One row of the table: a function that returns the exit code, and examples for its help page.

    `name` is given where it is not the function's; `parts` are verbs of the verb, which is then also a verb alone.
    """

    run: Callable[..., int]
    examples: tuple[str, ...]
    name: str | None = None
    parts: tuple["Verb", ...] = ()

    @property
    def short(self) -> str:
        """The first line of the function's docstring."""
        return (inspect.getdoc(self.run) or "").partition("\n")[0]

    @property
    def help(self) -> str:
        """The function's docstring and the examples, each on a line of its own."""
        return f"{inspect.getdoc(self.run)}\n\n\b\nExamples:\n" + "\n".join(f"  {line}" for line in self.examples)


VERBS = (
    Verb(
        code,
        (
            "dragoman code report.txt > events.jsonl",
            'dragoman code reports/ | grep \'"type": "CONSULT"\'',
            """echo '{"text": "Ankara recalled its ambassador.", "published": "2023-03-09"}' | dragoman code -""",
        ),
    ),
    Verb(
        read,
        (
            "dragoman read --layers mentions,places report.txt",
            "cat reports.jsonl | dragoman read --layers times -",
        ),
    ),
    Verb(
        relate,
        (
            """echo '{"text": "Ankara sued Athens.", "source": [0, 6], "target": [12, 18]}' | dragoman relate -""",
            "dragoman relate --threshold 0.5 pairs.jsonl > related.jsonl",
        ),
    ),
    Verb(add, ("dragoman add reports/", "dragoman add reports/ --archive gulf")),
    Verb(brief, ("dragoman brief samples/", "dragoman brief -o - | less")),
    Verb(
        actors,
        (
            "dragoman actors --country IRN --kind person",
            "dragoman actors --unsure",
            "dragoman actors show Ashtiani",
            "dragoman actors same Ashitani Ashtiani --why 'one minister, two spellings'",
        ),
        "actors",
        (
            Verb(show, ("dragoman actors show Ashtiani", "dragoman actors show org/hezbollah --json")),
            Verb(same, ("dragoman actors same Ashitani Ashtiani --why 'the same office on the same day'",)),
            Verb(different, ("dragoman actors different 'Amir Hatami' Khatami@003",)),
            Verb(unsure, ("dragoman actors unsure 'Ali Hassan' actor-0f6c2a9be4d1",)),
            Verb(undo_last, ("dragoman actors undo Ashitani Ashtiani",), "undo"),
            Verb(
                import_list,
                ("dragoman actors import ministers.csv", "dragoman actors import - < peps.ftm.json"),
                "import",
            ),
        ),
    ),
    Verb(claims, ("dragoman claims", "dragoman claims aid Syria", "dragoman claims --in report.txt --json")),
    Verb(transfers, ("dragoman transfers", "dragoman transfers S-300", "dragoman transfers --in reports/ Iran")),
    Verb(
        outlets,
        (
            "dragoman outlets --country SYR",
            "dragoman outlets --query observatory",
            "dragoman outlets show Tasneem",
            "dragoman outlets grade SANA --reliability C --why 'speaks for the government'",
        ),
        "outlets",
        (
            Verb(show_outlet, ("dragoman outlets show Tasneem", "dragoman outlets show defapress.ir --json"), "show"),
            Verb(grade, ("dragoman outlets grade SANA --reliability C --why 'speaks for the government'",)),
        ),
    ),
    Verb(
        explain,
        (
            "dragoman explain e:0f6c2a9be4d1:24-31:0 --in report.txt",
            "dragoman explain e:0f6c2a9be4d1:24-31:0 --archive gulf",
        ),
    ),
    Verb(names, ("dragoman names pairs.csv > scored.csv", "cut -d, -f1,2 pairs.csv | dragoman names -")),
    Verb(
        codebook,
        (
            "dragoman codebook",
            "dragoman codebook SANCTION",
            "dragoman codebook 0871 --json",
            "dragoman codebook --codebook mine --check",
        ),
    ),
)
EPILOG = (
    "Results go to standard output, everything else to standard error. "
    "Exit codes: 0 all done, 3 some inputs refused, 2 wrong usage, 1 failed."
)


def build_app(verbs: tuple[Verb, ...] = VERBS) -> typer.Typer:
    """The application with the given verbs."""
    app = typer.Typer(
        name="dragoman", no_args_is_help=True, add_completion=False, rich_markup_mode=None,
        pretty_exceptions_enable=False, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]},
    )  # fmt: skip
    app.callback()(start)
    for verb in verbs:
        if verb.parts:
            app.add_typer(_family(verb), name=verb.name, help=verb.help, short_help=verb.short)
        else:
            app.command(verb.name, help=verb.help, short_help=verb.short)(guarded(verb.run))
    return app


def _family(verb: Verb) -> typer.Typer:
    """A verb with verbs of its own."""
    app = typer.Typer(invoke_without_command=True, add_completion=False, rich_markup_mode=None)
    app.callback()(_alone(verb.run))
    for part in verb.parts:
        app.command(part.name, help=part.help, short_help=part.short)(guarded(part.run))
    return app


def _alone(run: Callable[..., int]) -> Callable[..., None]:
    """What a family does when none of its verbs is named; when one is, that one ends the program."""

    @wraps(run)
    def verb(context: typer.Context, *args: object, **options: object) -> None:
        if context.invoked_subcommand is None:
            raise typer.Exit(_ended(run, *args, **options))

    told = inspect.signature(run)
    context = inspect.Parameter("context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    verb.__signature__ = told.replace(parameters=[context, *told.parameters.values()])  # type: ignore[attr-defined]
    verb.__annotations__ = {"context": typer.Context, **run.__annotations__, "return": None}
    return verb


def guarded(run: Callable[..., int]) -> Callable[..., None]:
    """A verb that ends with its exit code, and with one line in place of a traceback."""

    @wraps(run)
    def verb(*args: object, **options: object) -> None:
        raise typer.Exit(_ended(run, *args, **options))

    verb.__annotations__ = {**run.__annotations__, "return": None}
    return verb


def _ended(run: Callable[..., int], *args: object, **options: object) -> int:
    """The exit code of a verb, however it ends."""
    try:
        return run(*args, **options)
    except BrokenPipeError:  # whoever read the results has enough
        hush_output()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except DragomanError as error:
        say(str(error))
        return MISUSED if isinstance(error, BadSetting) else FAILED
    except Exception as error:
        say(internal(error))
        return FAILED


def _version(asked: bool) -> None:
    if asked:
        print(f"dragoman {VERSION}")
        raise typer.Exit(DONE)


Version = Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")]


def start(version: Version = False) -> None:
    """Turn reports about diplomacy and conflict into events: who did what to whom, where, when, according to whom."""


def main() -> None:
    """The entry point."""
    logging.getLogger().addHandler(logging.NullHandler())  # what libraries log is not for users
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        APP(prog_name="dragoman")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


APP = build_app()
