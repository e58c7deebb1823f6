"""What people and the linker decide across reports: actors, roles, outlets, judgements, incidents."""

from dataclasses import dataclass
from datetime import date, datetime

from dragoman.model.span import Span


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that acts. `redirect` is set when a judgement merged it into another."""

    id: str
    name: str
    kind: str
    country: str | None = None
    sector: str | None = None
    aliases: tuple[str, ...] = ()
    redirect: str | None = None


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
