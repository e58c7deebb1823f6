"""From the paths of a command line to readings. The only place where the command line starts the heavy machinery."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from dragoman.errors import BadReport
from dragoman.lazy import load_backend
from dragoman.model import Failure, Reading, Report
from dragoman.pipeline import Pipeline
from dragoman.usecases.code import read_all

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Workshop:
    """What a verb works with: the settings of this run (options over environment over defaults)."""

    settings: Any

    def items(self, paths: Sequence[str]) -> Iterator[Report | Failure]:
        """The reports behind the paths."""
        found: Iterator[Report | Failure] = load_backend("dragoman.assemble:open_inputs")(
            paths, sys.stdin.buffer, self.settings
        )
        return found

    def pipeline(self, layers: Sequence[str] | None = None, data: Any = None) -> Pipeline:
        """The usual pipeline, or its front part that fills the given layers; `data` stands in for what is shipped."""
        built: Pipeline = load_backend("dragoman.assemble:build_pipeline")(self.settings, data)
        return built.upto(layers) if layers is not None else built

    def readings(self, paths: Sequence[str], layers: Sequence[str] | None = None) -> Iterator[Reading | Failure]:
        """A reading, or a Failure, for each report behind the paths."""
        return read_all(self.pipeline(layers), self.items(paths), self.settings.batch, self.settings.language)

    def reading(self, report: Report) -> Reading:
        """One report, read through. Raises BadReport where it cannot be read."""
        (found,) = read_all(self.pipeline(), [report], language=self.settings.language)
        if isinstance(found, Failure):
            raise BadReport(found.where, found.problem)
        return found

    def rivals(self, reading: Reading, id: str) -> tuple[Any, ...]:
        """What an event of a reading could have been besides; nothing for other records."""
        event = next((event for event in reading.events if event.id == id), None)
        return load_backend("dragoman.assemble:load_rivals")(self.settings)(reading, event) if event else ()

    def relater(self) -> Any:
        """What answers questions about pairs."""
        return load_backend("dragoman.assemble:build_relater")(self.settings)

    @property
    def data(self) -> Path:
        """The folder of rules and models."""
        folder: Path = load_backend("dragoman.settings:DATA")
        return folder

    @property
    def roots(self) -> tuple[Path, ...]:
        """The folders that rules are read from: ours, then the codebook."""
        codebook = self.settings.codebook
        return (self.data,) if codebook is None else (self.data, codebook)

    def rules(self) -> tuple[Any, Any]:
        """The ontology and the frames of this run."""
        data = load_backend("dragoman.assemble:make_data")(self.settings)
        return data.ontology, data.frames

    def examples(self) -> tuple[Any, ...]:
        """The examples of the codebook's rules, else of ours."""
        found: tuple[Any, ...] = load_backend("dragoman.assemble:examples_to_check")(self.settings)
        return found

    @property
    def coder(self) -> str:
        """The name under which this run codes."""
        name: str = load_backend("dragoman.fingerprint:coder_name")(
            self.data, self.settings.parser, self.settings.codebook
        )
        return name


def open_workshop(**options: Any) -> Workshop:
    """The workshop for one run; an option that is None was not given.

    Raises BadSetting where an option or an environment variable cannot be used.
    """
    return Workshop(load_backend("dragoman.settings:load_settings")(**options))


def open_file(file: str) -> AbstractContextManager[IO[bytes]]:
    """A file to read, or standard input for `-`. Raises BadReport where it cannot be opened."""
    if file == STDIN:
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(file).open("rb")
    except (OSError, ValueError) as error:  # ValueError: a NUL byte in the path
        reason = getattr(error, "strerror", None) or str(error)
        raise BadReport(file, f"cannot be read ({reason}); check the path and its permissions") from error


def called(file: str) -> str:
    """What messages call a file that `open_file` opens."""
    return "standard input" if file == STDIN else file
