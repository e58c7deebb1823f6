"""Whether the examples of rules hold: each hit is coded by its rule, each miss is not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from dragoman.model import Reading
from dragoman.pipeline import Pipeline
from dragoman.usecases.code import make_report


class Rule(Protocol):
    """A row with examples."""

    @property
    def rule(self) -> str: ...
    @property
    def hits(self) -> tuple[str, ...]: ...
    @property
    def misses(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that a rule must take (`hit`) or must leave alone. `mark` is what a reading tells where it does."""

    rule: str
    mark: str
    text: str
    hit: bool


def examples_of(rows: Iterable[Rule]) -> Iterator[Example]:
    """Every example of the rows. A row of words for a context is marked by its context: other rows may show it, too."""
    for row in rows:
        mark = getattr(row, "context", row.rule)
        yield from (Example(row.rule, mark, text, True) for text in row.hits)
        yield from (Example(row.rule, mark, text, False) for text in row.misses)


def broken(examples: Iterable[Example], pipeline: Pipeline) -> Iterator[Example]:
    """The examples that do not hold."""
    asked = tuple(examples)
    readings = pipeline.stream(make_report(example.text) for example in asked)
    for example, reading in zip(asked, readings, strict=True):
        if (example.mark in marks(reading)) is not example.hit:
            yield example


def marks(reading: Reading) -> set[str]:
    """The rules that took effect in a reading, and the contexts of its events."""
    contexts = {context.value for event in reading.events for context in event.contexts}
    return {event.type.rule for event in reading.events} | {cue.rule for cue in reading.cues} | contexts
