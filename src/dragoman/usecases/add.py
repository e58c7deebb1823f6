"""Put reports into an archive: read what is new, file it, note what became of every input."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

from dragoman.model import Failure, Reading, Report
from dragoman.ports import Attempt, Coder, Store

DONE, FAILED, GONE = "done", "failed", "gone"
STATES = ("new", "changed", "recode", "same")

Items = Iterable[Report | Failure]
Read = Callable[[Items], Iterator[Reading | Failure]]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one input: a state of STATES, or failed; `where` names the report or the file."""

    where: str
    state: str
    problem: str = ""


def add(
    store: Store, roots: Sequence[str], items: Items, read: Read, coder: Coder, now: datetime, batch: int
) -> Iterator[Added]:
    """File every report of `items` that is not filed yet, `batch` at a time. The caller holds the right to write.

    `roots` are the paths given, to try again what fails; `read` codes reports and passes failures on.
    """
    waiting = iter(items)
    while group := list(islice(waiting, batch)):
        yield from _add_some(store, roots, group, read, coder, now)


def _add_some(
    store: Store, roots: Sequence[str], group: Sequence[Report | Failure], read: Read, coder: Coder, now: datetime
) -> Iterator[Added]:
    states = {item.document.id: store.state(item, coder) for item in group if isinstance(item, Report)}
    known = {id for id, state in states.items() if state == "same"}
    fresh = (item for item in group if isinstance(item, Failure) or item.document.id not in known)
    results = list(read(fresh))
    readings = [result for result in results if isinstance(result, Reading)]
    failures = [result for result in results if isinstance(result, Failure)]
    store.file(readings, coder, now)
    store.note([*(_failed(failure, roots, now) for failure in failures), *_done(group, now)])
    filed = [*sorted(known), *(reading.document.id for reading in readings)]
    yield from (Added(id, states[id]) for id in filed)
    yield from (Added(failure.where, FAILED, failure.problem) for failure in failures)


def _failed(failure: Failure, roots: Sequence[str], now: datetime) -> Attempt:
    return Attempt(failure.where, root_of(failure.where, roots), FAILED, failure.problem, now)


def _done(group: Iterable[Report | Failure], now: datetime) -> Iterator[Attempt]:
    """Reports that could be read; they are noted by their id."""
    for item in group:
        if isinstance(item, Report):
            yield Attempt(item.document.id, "", DONE, "", now)


def root_of(where: str, roots: Sequence[str]) -> str:
    """The path, made absolute, that has to be read again for what failed at `where`; empty for standard input."""
    fitting = [root for root in roots if root != "-" and where.startswith(root)]
    return str(Path(max(fitting, key=len)).absolute()) if fitting else ""


def again(attempts: Iterable[Attempt], roots: Sequence[str]) -> list[str]:
    """The paths to try again: where something failed before, and which are not given now."""
    given = {str(Path(root).absolute()) for root in roots if root != "-"}
    failed = (attempt.root for attempt in attempts if attempt.status == FAILED and attempt.root)
    return [root for root in dict.fromkeys(failed) if root not in given]


def settle(attempts: Iterable[Attempt], tried: Iterable[str], failures: Iterable[Attempt], now: datetime) -> list[Attempt]:
    """What failed below the paths tried and does not fail any more is done, or gone where the path is."""
    still = {(attempt.where) for attempt in failures}
    roots = set(tried)
    return [
        Attempt(old.where, old.root, DONE if os.path.exists(old.root) else GONE, old.problem, now)
        for old in attempts
        if old.status == FAILED and old.root in roots and old.where not in still
    ]
