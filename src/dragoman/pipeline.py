"""Run stages in order over batches, and check that the order can work before any text is read."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import islice

from dragoman.errors import BadPipeline
from dragoman.model import Reading, Report

LAYERS = frozenset(field.name for field in fields(Reading)) - {"report"}
BATCH = 32


@dataclass(frozen=True, slots=True)
class Stage:
    """A named step: a batch of readings in, the same batch with the layers it `adds` out."""

    name: str
    run: Callable[[Sequence[Reading]], Sequence[Reading]]
    adds: frozenset[str]
    needs: frozenset[str] = frozenset()


def each(step: Callable[[Reading], Reading]) -> Callable[[Sequence[Reading]], Sequence[Reading]]:
    """A step over one reading as a step over a batch."""
    return lambda batch: [step(reading) for reading in batch]


class Pipeline:
    """Stages, run one after the other over each batch."""

    def __init__(self, stages: Iterable[Stage]) -> None:
        self.stages = tuple(stages)
        ready: frozenset[str] = frozenset()
        for stage in self.stages:
            if missing := stage.needs - ready:
                raise BadPipeline(f"{stage.name} needs {', '.join(sorted(missing))}, which no earlier stage adds")
            if unknown := (stage.adds | stage.needs) - LAYERS:
                raise BadPipeline(f"{stage.name} names layers that do not exist: {', '.join(sorted(unknown))}")
            ready |= stage.adds

    def read(self, reports: Sequence[Report]) -> list[Reading]:
        """Read one batch of reports, all stages through."""
        batch: Sequence[Reading] = [Reading(report) for report in reports]
        for stage in self.stages:
            after = stage.run(batch)
            _check_only_added(stage, batch, after)
            batch = after
        return list(batch)

    def stream(self, reports: Iterable[Report], size: int = BATCH) -> Iterator[Reading]:
        """Read any number of reports, `size` at a time, in their order."""
        waiting = iter(reports)
        while batch := list(islice(waiting, size)):
            yield from self.read(batch)

    def upto(self, layers: Iterable[str]) -> "Pipeline":
        """The stages that the given layers need, themselves or through others, and no more."""
        wanted = frozenset(layers)
        if unknown := wanted - LAYERS:
            raise BadPipeline(f"no such layer: {', '.join(sorted(unknown))}; there are {', '.join(sorted(LAYERS))}")
        kept = []
        for stage in reversed(self.stages):
            if stage.adds & wanted:
                kept.append(stage)
                wanted |= stage.needs
        return Pipeline(reversed(kept))


def _check_only_added(stage: Stage, before: Sequence[Reading], after: Sequence[Reading]) -> None:
    if len(before) != len(after):
        raise BadPipeline(f"{stage.name} was given {len(before)} readings and returned {len(after)}")
    for old, new in zip(before, after, strict=True):
        touched = {layer for layer in LAYERS if getattr(old, layer) is not getattr(new, layer)}
        if extra := touched - stage.adds:
            raise BadPipeline(f"{stage.name} changed {', '.join(sorted(extra))} without saying so")
