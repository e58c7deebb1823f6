"""Put reports into an archive: read what is new, file it, note what failed and try that again."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

from dragoman.model import Entry, Failure, Reading, Report
from dragoman.ports import Attempt, Coder, Store

DONE, FAILED, GONE, SAME = "done", "failed", "gone", "same"
STDIN = "-"

Items = Iterable[Report | Failure]
Read = Callable[[Items], Iterator[Reading | Failure]]
Enrol = Callable[[Reading], Sequence[Entry]]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one input: new, changed, recode, same or failed; `where` names the report or the file."""

    where: str
    state: str
    problem: str = ""


def _nobody(reading: Reading) -> tuple[Entry, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Intake:
    """How reports come into a store. The caller holds the right to write.

    `read` codes, and passes failures on; `enrol` takes the actors of a reading for those of the registry.
    """

    store: Store
    read: Read
    coder: Coder
    now: datetime
    batch: int
    enrol: Enrol = _nobody

    def add(self, roots: Sequence[str], items: Items) -> Iterator[Added]:
        """File every report that is not filed yet, some at a time. `roots` are the paths that `items` come from."""
        roots = [absolute(root) for root in roots if root != STDIN]
        failed: set[str] = set()
        waiting = iter(items)
        while group := list(islice(waiting, self.batch)):
            for added in self._add_some(roots, group):
                failed |= {placed(added.where, roots)} if added.state == FAILED else set()
                yield added
        self.store.note(settled(self.store.attempts(), roots, failed, self.now))

    def _add_some(self, roots: Sequence[str], group: Sequence[Report | Failure]) -> list[Added]:
        states = {item.document.id: self.store.state(item, self.coder) for item in group if isinstance(item, Report)}
        same = [name for name, state in states.items() if state == SAME]
        fresh = (item for item in group if isinstance(item, Failure) or item.document.id not in same)
        results = list(self.read(fresh))
        readings = [result for result in results if isinstance(result, Reading)]
        failures = [result for result in results if isinstance(result, Failure)]
        for reading in readings:  # one by one, so that the actors of one report are known to the next
            self.store.file([reading], self.coder, self.now, self.enrol(reading))
        self.store.note([self._attempt(failure, roots) for failure in failures])
        filed = [*same, *(reading.document.id for reading in readings)]
        refused = [Added(failure.where, FAILED, failure.problem) for failure in failures]
        return [*(Added(name, states[name]) for name in filed), *refused]

    def _attempt(self, failure: Failure, roots: Sequence[str]) -> Attempt:
        where = placed(failure.where, roots)
        return Attempt(where, root_of(where, roots), FAILED, failure.problem, self.now)


def absolute(path: str) -> str:
    """A path that means the same from every folder."""
    try:
        return str(Path(path).absolute())
    except (OSError, ValueError):
        return path


def placed(where: str, roots: Sequence[str]) -> str:
    """The place of a failure, made absolute where it lies below one of the roots."""
    found = absolute(where)
    return found if any(below(found, root) for root in roots) else where


def below(where: str, root: str) -> bool:
    """Whether a place (a path, or a path with a line) is that root or lies in it."""
    return where == root or where.startswith((f"{root}/", f"{root}\\", f"{root}:", f"{root.rstrip('/')}/"))


def root_of(where: str, roots: Sequence[str]) -> str:
    """The path to read again for what failed there; empty where none is known."""
    fitting = [root for root in roots if below(where, root)]
    return max(fitting, key=len) if fitting else (roots[0] if len(roots) == 1 else "")


def again(attempts: Iterable[Attempt], roots: Sequence[str]) -> list[str]:
    """The paths to try again: where something failed before, and which are not given now anyway."""
    given = {absolute(root) for root in roots if root != STDIN}
    failed = (attempt.root for attempt in attempts if attempt.status == FAILED and attempt.root)
    return [root for root in dict.fromkeys(failed) if root not in given]


def settled(attempts: Iterable[Attempt], roots: Sequence[str], failed: set[str], now: datetime) -> list[Attempt]:
    """What failed before at paths that were read now, and no longer does: done, or gone where the path is gone."""
    return [
        Attempt(old.where, old.root, DONE if exists(old.root) else GONE, old.problem, now)
        for old in attempts
        if old.status == FAILED and _read(old, roots) and (old.where not in failed or not exists(old.root))
    ]


def _read(attempt: Attempt, roots: Sequence[str]) -> bool:
    return attempt.root in roots or any(below(attempt.where, root) for root in roots)


def exists(root: str) -> bool:
    """Whether there is still something at that path."""
    try:
        return Path(root).exists()
    except (OSError, ValueError):
        return False
