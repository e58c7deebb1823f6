"""A coded value and the words that carry it."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from dragoman.errors import BadRecord
from dragoman.model.span import Span

T = TypeVar("T", covariant=True)
DEFAULT = "default/"


@dataclass(frozen=True, slots=True)
class Coded(Generic[T]):
    """A value, the id of the rule that chose it, the shortest words that carry it, and a score from 0 to 1.

    A value with no words behind it (the publication date standing in for a missing date, say) is a
    default, and its rule is named so: `default/published`.
    """

    value: T
    rule: str
    evidence: tuple[Span, ...] = ()
    score: float = 1.0

    def __post_init__(self) -> None:
        if not self.evidence and not self.rule.startswith(DEFAULT):
            raise BadRecord(f"{self.value!r} was coded by {self.rule} without any words to support it")
        if not 0.0 <= self.score <= 1.0:
            raise BadRecord(f"a score lies between 0 and 1, got {self.score} from {self.rule}")
