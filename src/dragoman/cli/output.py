"""Standard output for results, standard error for everything else."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from dragoman.lazy import load_backend
from dragoman.model import Failure
from dragoman.model.codec import to_json

DONE, FAILED, MISUSED, REFUSED, INTERRUPTED = 0, 1, 2, 3, 130
STEERING = {
    **dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd"),
    **dict.fromkeys(map(ord, "\t\n\r"), " "),
}
"""Characters that steer a terminal or turn the direction of its text; reports come from anywhere."""


def write_lines(records: Iterable[Any]) -> None:
    """Write each record as one line of JSON in UTF-8, whatever the locale, and send them on their way."""
    lines = (json.dumps(record, ensure_ascii=False) for record in records)
    out = sys.stdout.buffer
    out.write("".join(f"{line}\n" for line in lines).encode("utf-8"))
    out.flush()


def write_results(results: Iterable[Iterable[Any] | Failure], quiet: bool, noun: str = "report") -> int:
    """Write what was made of each report or other `noun`, name what was refused, tell the exit code."""
    written = refused = 0
    with progress(quiet) as advance:
        for result in results:
            if isinstance(result, Failure):
                refused += 1
                fail(result)
            else:
                written += 1
                write_lines(result)
            advance()
    note(f"{counted(written, noun)} read{f', {refused} refused' if refused else ''}", quiet)
    return REFUSED if refused else DONE


def write_found(
    found: Sequence[Any], table: str, json: bool, quiet: bool = False, as_line: Callable[[Any], Any] = to_json
) -> None:
    """Write findings as JSON lines, or draw the table "module:name" of this folder."""
    if json:
        write_lines(map(as_line, found))
    else:
        load_backend(f"dragoman.cli.{table}")(found, quiet)


def fail(failure: Failure) -> None:
    """Name one refused input on standard error."""
    say(f"{failure.where}: {failure.problem}")


def note(words: str, quiet: bool) -> None:
    """Tell the user something on standard error, unless asked not to."""
    if not quiet:
        say(words)


def say(words: str) -> None:
    """One line on standard error."""
    print(f"dragoman: {harmless(words)}", file=sys.stderr, flush=True)


def harmless(words: str) -> str:
    """The words with characters that steer a terminal made visible, one for one."""
    return words.translate(STEERING)


def counted(number: int, noun: str) -> str:
    """ "1 report", "2 reports"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


@contextmanager
def progress(quiet: bool) -> Iterator[Callable[[], None]]:
    """A function to call after each report; it moves a bar if only standard error is a terminal."""
    if quiet or sys.stdout.isatty() or not sys.stderr.isatty():
        yield lambda: None
    else:
        with load_backend("dragoman.cli.progress:bar")() as advance:
            yield advance


def hush_output() -> None:
    """Throw away what is still to be written: whoever read it (`| head`) has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
