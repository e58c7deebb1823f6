"""What an archive is asked for: a record by its id, and what could not be read."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from dragoman.errors import NotFound
from dragoman.model import Failure, Reading, Report, Version
from dragoman.ports import Attempt, Filed, Store
from dragoman.usecases.add import FAILED
from dragoman.usecases.records import Record, records


def filed_record(store: Store, record: str, coder: str) -> tuple[Record, Report]:
    """The record of that id as a line of output, and the report that it was coded from. Raises NotFound."""
    filed = store.find(record)
    if filed is None:
        raise NotFound(f"nothing in the archive goes by {record!r}; it may be of another version or coder")
    found = next(line for line in filed_records(filed, coder) if line.get("id") == record)
    return found, reading_of(filed).report


def filed_records(filed: Filed, coder: str) -> Iterator[Record]:
    """A filed report as the lines that `dragoman code` writes."""
    yield from records(reading_of(filed), coder)


def reading_of(filed: Filed) -> Reading:
    """A filed report as a reading that holds what was coded, and none of the layers below."""
    version = Version(filed.document.id, filed.text.version, filed.retrieved)
    return Reading(
        Report(filed.document, version, filed.text),
        events=filed.events,
        claims=filed.claims,
        transfers=filed.transfers,
        statements=filed.statements,
    )


def filed_of(reading: Reading) -> Filed:
    """A reading as an archive would hold it, its first version."""
    report = reading.report
    return Filed(
        report.document, report.text, report.version.retrieved or datetime.min, 1,
        reading.events, reading.claims, reading.transfers, reading.statements,
    )  # fmt: skip


def refused(attempts: Iterable[Attempt]) -> tuple[Failure, ...]:
    """What failed when it was last tried."""
    return tuple(Failure(attempt.where, attempt.problem) for attempt in attempts if attempt.status == FAILED)
