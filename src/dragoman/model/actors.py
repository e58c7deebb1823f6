"""Actors across reports: who a report speaks of, whom that was taken for, and what people decided about it."""

from dataclasses import dataclass
from datetime import date, datetime

from dragoman.model.span import Span

ANSWERS = ("same", "unsure", "different")
VERDICTS = (*ANSWERS, "undo")


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name as a report writes it, where it first stands."""

    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Post:
    """An office that a report gives somebody; `sole` where one holds it at a time.

    `body` is an id where it has one. `day` is the one that is told of, or that of the report.
    """

    office: str
    country: str | None
    body: str | None
    span: Span
    sole: bool = False
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Appearance:
    """A party of a coded record: "actors", 0 is its first actor."""

    record: str
    side: str
    ordinal: int


@dataclass(frozen=True, slots=True)
class Sighting:
    """One actor as one report knows it: spellings (the fullest first), posts, and the records it takes part in.

    `known` are ids that the lexicon gave to its words; `company` those of the others who act in the report.
    """

    kind: str
    day: date | None
    names: tuple[Spelling, ...]
    country: str | None = None
    sector: str | None = None
    posts: tuple[Post, ...] = ()
    known: tuple[str, ...] = ()
    company: frozenset[str] = frozenset()
    appearances: tuple[Appearance, ...] = ()

    @property
    def acting(self) -> bool:
        """Whether it takes part in something and is company worth noting: states and outlets are everywhere."""
        return bool(self.appearances) and self.kind not in ("state", "outlet")


@dataclass(frozen=True, slots=True)
class Term:
    """An office held from one day to another, None where open; `listed` by a list of tenures, or told by reports."""

    office: str
    country: str | None
    body: str | None
    start: date | None
    end: date | None
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of an actor before a report is read. `filed` are its spellings filed for that report."""

    id: str
    kind: str
    name: str
    country: str | None = None
    sector: str | None = None
    names: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    company: frozenset[str] = frozenset()
    filed: frozenset[str] = frozenset()
    here: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """Another actor whom a sighting may be, with the score and what each feature answered."""

    actor: str
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A sighting and the actor it was taken for, with the score, the reasons, and rivals.

    `name`, `country` and `sector` are the actor's; the sighting has those that its report gives.
    """

    text: str
    sighting: Sighting
    actor: str
    name: str
    score: float
    why: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    keys: frozenset[str] = frozenset()
    country: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """An entry with the report it comes from. `words` are those of its posts, in their order."""

    document: str
    title: str | None
    publisher: str | None
    entry: Entry
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """A coded event in which an actor takes part, as an archive holds it. `party` are all sightings that take part."""

    record: str
    document: str
    type: str
    mode: str | None
    cameo: str
    status: str
    first: date | None
    last: date | None
    place: str | None
    parties: tuple["MeetingParty", ...]


@dataclass(frozen=True, slots=True)
class MeetingParty:
    """One side of a meeting: the actor as it was filed, its fullest spelling in the report, and its side."""

    actor: str
    name: str
    folded: str
    side: str


@dataclass(frozen=True, slots=True)
class ActorJudgement:
    """One appended decision on two actors. `name` (and `document`) part off what goes by it from `a`."""

    a: str
    b: str
    verdict: str
    by: str
    at: datetime
    why: str = ""
    name: str | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody from an imported list, with the offices held; `source` names the file."""

    id: str
    name: str
    country: str
    sector: str
    aliases: tuple[str, ...]
    terms: tuple[Term, ...]
    source: str
