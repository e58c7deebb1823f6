"""Read and code reports, some at a time. What fails becomes a Failure that names its report, and the rest goes on."""

import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from dragoman.errors import BadData, BadReport, BadSetup
from dragoman.model import Document, Failure, Reading, Report, Text, Version
from dragoman.model.identity import document_id, sha256, text_id
from dragoman.pipeline import BATCH, Pipeline
from dragoman.usecases.inputs import GIVEN
from dragoman.usecases.records import Record, records

T = TypeVar("T")

LONGEST = 1_000_000  # characters of one report, some 400 pages; its layers need about 100 times that in memory
BATCH_CHARACTERS = 200_000  # a batch is closed early at this size, so that memory stays bounded and results flow
OPENING = 40  # characters of a report that tell which one is meant


def read_all(
    pipeline: Pipeline, items: Iterable[Report | Failure], batch: int = BATCH, language: str = "en"
) -> Iterator[Reading | Failure]:
    """Read reports, up to `batch` at a time, and pass failures on; everything in the order given.

    Where a batch fails, its reports are read one by one, and the one that cannot be read becomes a Failure. Wrong
    settings and wrong data (BadSetup, BadData) are raised: they would fail every report.
    """
    for group in batches((_admitted(item, language) for item in items), batch):
        readings = iter(_read_group(pipeline, [item for item in group if isinstance(item, Report)]))
        for item in group:
            yield item if isinstance(item, Failure) else next(readings)


def code_all(readings: Iterable[Reading | Failure], coder: str) -> Iterator[tuple[Record, ...] | Failure]:
    """The records of each reading; `coder` is written into the report's line."""
    return for_each(readings, lambda reading: tuple(records(reading, coder)))


def for_each(readings: Iterable[Reading | Failure], make: Callable[[Reading], T]) -> Iterator[T | Failure]:
    """What `make` makes of each reading; a failure, also of `make` itself, stands in its place."""
    for reading in readings:
        yield reading if isinstance(reading, Failure) else tried(partial(make, reading), reading.report)


def make_report(
    text: str,
    *,
    published: str | date | None = None,
    title: str | None = None,
    publisher: str | None = None,
    id: str | None = None,
    url: str | None = None,
) -> Report:
    """A report out of a text, taken character for character. Raises BadReport where there is nothing to read."""
    where = id or "text"
    _check_text(text, where)
    name = id or document_id(publisher, url, text)
    version = sha256(text.encode())
    day = _day(published, where)
    document = Document(id=name, publisher=publisher, url=url, title=title, published=day)
    return Report(document, Version(name, version), Text(text_id(name, GIVEN, text), name, version, GIVEN, text))


def batches(items: Iterable[Report | Failure], size: int) -> Iterator[list[Report | Failure]]:
    """Items in groups: a group is closed with `size` items or with BATCH_CHARACTERS characters."""
    group: list[Report | Failure] = []
    characters = 0
    for item in items:
        group.append(item)
        characters += len(item.text.content) if isinstance(item, Report) else 0
        if len(group) >= size or characters >= BATCH_CHARACTERS:
            yield group
            group, characters = [], 0
    if group:
        yield group


def _admitted(item: Report | Failure, language: str) -> Report | Failure:
    """The item; a Failure in place of a report that is not read here."""
    if isinstance(item, Failure):
        return item
    length = len(item.text.content)
    if length > LONGEST:
        return Failure(naming(item), f"has {length:,} characters; split it into reports of at most {LONGEST:,}")
    if not speaks(item.document.language, language):
        problem = f"language {item.document.language} is not supported yet"
        return Failure(naming(item), f'{problem}; if it is {language}, give it as JSON with "language": "{language}"')
    return item


def speaks(told: str, language: str) -> bool:
    """Whether a report's language ("en", "en-GB", "EN_us", "English") is the one that is read."""
    return told.lower().startswith(language)


def naming(report: Report) -> str:
    """How to call a report in a message: by its id, and by its first words where the id was minted here."""
    name = report.document.id
    if not name.startswith("doc-"):
        return f"report {name}"
    opening = " ".join(report.text.content[: 4 * OPENING].split())
    return f'report {name} ("{opening[:OPENING]}{"…" if len(opening) > OPENING else ""}")'


def _read_group(pipeline: Pipeline, reports: Sequence[Report]) -> Sequence[Reading | Failure]:
    try:
        return pipeline.read(reports)
    except (BadSetup, BadData):
        raise
    except Exception:  # whatever it was, only the report that causes it shall pay for it
        return [tried(partial(_read_one, pipeline, report), report) for report in reports]


def _read_one(pipeline: Pipeline, report: Report) -> Reading:
    return pipeline.read([report])[0]


def tried(make: Callable[[], T], report: Report) -> T | Failure:
    """What `make` makes of a report; a Failure that names the report where it breaks."""
    try:
        return make()
    except (BadSetup, BadData):
        raise
    except Exception as error:  # a fault of ours in one report must not cost the others
        return Failure(naming(report), internal(error))


def internal(error: BaseException) -> str:
    """One line on a fault of the program: what failed and where, for whoever mends it."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" in {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    words = " ".join(str(error).split())
    return f"internal error ({type(error).__name__}{place}{': ' if words else ''}{words[:200]}); please report it"


def _check_text(text: str, where: str) -> None:
    if not isinstance(text, str):
        raise BadReport(where, f"the words of a report are a string, got {type(text).__name__}")
    if not text.strip():
        raise BadReport(where, "holds no words; give the text of a report")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        problem = f"character {error.start} is half a surrogate pair, which UTF-8 cannot hold"
        raise BadReport(where, f"{problem}; remove or mend it") from error


def _day(published: str | date | None, where: str) -> date | None:
    if isinstance(published, datetime):
        return published.date()
    if not isinstance(published, str):
        return published
    try:
        return date.fromisoformat(published) if len(published) == 10 else datetime.fromisoformat(published).date()
    except ValueError as error:
        raise BadReport(where, f"published is no date: {published!r}; write it as 2023-03-09") from error
