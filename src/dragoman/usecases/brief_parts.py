"""A brief as values: what is said, and which words of which report bear it out. Exporters turn it into pages."""

from dataclasses import dataclass
from datetime import date

from dragoman.model import Failure


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a cited sentence; `marked` where it is evidence."""

    words: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Note:
    """One numbered citation: the report, the sentence with its evidence marked, and the sources named in it.

    `elsewhere` holds evidence of other sentences, such as the day or a name told before. `lines` are the ids of what
    cites it.
    """

    number: int
    document: str
    title: str | None
    publisher: str | None
    published: date | None
    url: str | None
    pieces: tuple[Piece, ...]
    elsewhere: tuple[str, ...]
    sources: tuple[str, ...]
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Variant:
    """One of several values that reports give for the same thing."""

    value: str
    cites: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A field in which reports differ: date, place, actors, status, dead, wounded or size."""

    field: str
    values: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One incident in one sentence.

    `quote` are words of a report, verbatim; with `said` they are the words said, not a sentence about the act;
    `dated` is False where no report gives a day.
    """

    id: str
    sentence: str
    quote: str
    status: str
    cites: tuple[int, ...]
    sources: int
    reported: date | None
    dated: bool
    said: bool = False
    disputes: tuple[Dispute, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """The incidents of one region, by day."""

    id: str
    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One claim: who gives which number in which words, and what keeps it from being compared with the others."""

    claimed_by: tuple[str, ...]
    amount: str
    bound: str
    unit: str
    as_of: date | None
    published: date | None
    flags: tuple[str, ...]
    cites: tuple[int, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Different numbers for what seems to be one thing. Never averaged."""

    id: str
    measure: str
    about: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Supply:
    """One reported transfer of arms, as the register has it; `number` and `when` are words or empty."""

    id: str
    supplier: str
    recipient: str
    item: str
    number: str
    stage: str
    when: str
    claimed_by: tuple[str, ...]
    cites: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """One report of the brief."""

    document: str
    title: str | None
    publisher: str | None
    published: date | None
    url: str | None
    versions: int
    events: int
    copy_of: str | None


@dataclass(frozen=True, slots=True)
class Brief:
    """A whole brief. `withheld`: incidents whose sentence is not borne out; `doubtful`: events with a low score."""

    first: date | None
    last: date | None
    reports: int
    events: int
    incidents: int
    sources: int
    overview: tuple[Line, ...]
    sections: tuple[Section, ...]
    planned: tuple[Line, ...]
    conflicts: tuple[Conflict, ...]
    transfers: tuple[Supply, ...]
    notes: tuple[Note, ...]
    listed: tuple[Listed, ...]
    failures: tuple[Failure, ...]
    withheld: int
    doubtful: int
