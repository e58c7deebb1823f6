"""What people and the linker decide across reports: outlets, judgements, incidents."""

from dataclasses import dataclass
from datetime import date, datetime

from dragoman.errors import BadJudgement
from dragoman.model.span import Span

RELIABILITY = ("A", "B", "C", "D", "E", "F")
CREDIBILITY = ("1", "2", "3", "4", "5", "6")


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes: a news agency, broadcaster, institute or platform."""

    id: str
    name: str
    kind: str
    country: str | None = None
    ownership: str = "unknown"
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One appended decision about an event's words, never about its coded values, so that re-coding cannot lose it."""

    text: str
    span: Span
    ordinal: int
    verdict: str
    by: str
    at: datetime
    why: str = ""
    field: str | None = None
    value: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Incident:
    """Event mentions judged to be one thing that happened. `sources` counts independent ones only."""

    id: str
    events: tuple[str, ...]
    type: str
    start: date | None
    end: date | None
    sources: int
    disputed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grade:
    """What a person thinks of an outlet, on one of the two axes of the Admiralty code.

    `reliability` (A to F) is of the outlet; `credibility` (1 to 6) of what it says in one `record`. Neither follows
    from the other, and neither is ever worked out.
    """

    outlet: str
    by: str
    at: datetime
    reliability: str | None = None
    record: str | None = None
    credibility: str | None = None
    why: str = ""

    def __post_init__(self) -> None:
        on_one_axis = (self.reliability is None) != (self.credibility is None)
        if not on_one_axis or (self.record is None) != (self.credibility is None):
            raise BadJudgement("a grade is a reliability, or a credibility of one record")
        if self.reliability is not None and self.reliability not in RELIABILITY:
            raise BadJudgement(f"reliability is one of {', '.join(RELIABILITY)}, not {self.reliability!r}")
        if self.credibility is not None and self.credibility not in CREDIBILITY:
            raise BadJudgement(f"credibility is one of {', '.join(CREDIBILITY)}, not {self.credibility!r}")
