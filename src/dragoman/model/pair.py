"""A question about two spans of one text, and its answer: what relates the first to the second."""

from dataclasses import dataclass

from dragoman.model.coded import Coded
from dragoman.model.span import Span


@dataclass(frozen=True, slots=True)
class Pair:
    """Who does it and to whom it is done, as given by the caller; None where a side is not known."""

    source: Span | None = None
    target: Span | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        """The sides that are known."""
        return tuple(span for span in (self.source, self.target) if span is not None)


@dataclass(frozen=True, slots=True)
class Link:
    """What relates a pair: a PLOVER type with its rule, its words and the chance that it is right.

    `way` tells what answered: an `event` that links the pair, a frame on the `path` between them, or `words` that were
    weighed where no frame decides.
    """

    type: Coded[str]
    cameo: str
    mode: str | None
    way: str
