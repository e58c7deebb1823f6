"""What the coder says was done, promised, said or counted, and which words it says so from."""

from dataclasses import dataclass

from dragoman.model.coded import Coded
from dragoman.model.party import Interval, Party, Place, Source
from dragoman.model.span import Span

STATUSES = ("factual", "planned", "possible", "denied")
STANCES = ("asserts", "denies", "doubts")
BOUNDS = ("exact", "about", "range", "at least", "at most", "vague")
TRANSFER_STAGES = ("offered", "negotiated", "agreed", "ordered", "delivered", "in use", "denied")


@dataclass(frozen=True, slots=True)
class Position:
    """What one source holds about an event. `source` is an index into the event's sources."""

    source: int
    stance: str
    evidence: Span | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A link to another record: part_of, about, response_to or same_as."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Magnitude:
    """How large an event was, as claimed: the lowest figure stated for each."""

    dead: int | None = None
    wounded: int | None = None
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One act told at one place of one text. `type` carries the words that name the act.

    `intensity` runs from -10 (conflict) to 10 (cooperation); it and the `quad` class follow from type and mode.
    """

    id: str
    text: str
    type: Coded[str]
    cameo: str
    mode: str | None = None
    quad: str | None = None
    intensity: float | None = None
    contexts: tuple[Coded[str], ...] = ()
    actors: tuple[Coded[Party], ...] = ()
    recipients: tuple[Coded[Party], ...] = ()
    reciprocal: bool = False
    place: Coded[Place] | None = None
    time: Coded[Interval] | None = None
    status: Coded[str] = Coded("factual", "default/factual")
    background: bool = False
    habitual: bool = False
    conditional_on: Span | None = None
    demanded_by: Span | None = None
    sources: tuple[Coded[Source], ...] = ()
    positions: tuple[Position, ...] = ()
    magnitude: Magnitude | None = None
    relations: tuple[Relation, ...] = ()
    sentence: Span = Span(0, 1)
    score: float = 0.5

    @property
    def vouching(self) -> tuple[Coded[Source], ...]:
        """The sources that hold the event as it is coded: without those who deny or doubt what others assert."""
        if self.status.value == "denied":
            return self.sources
        against = {self.sources[p.source].value.chain for p in self.positions if p.stance != "asserts"}
        return tuple(coded for coded in self.sources if coded.value.chain not in against)


@dataclass(frozen=True, slots=True)
class Claim:
    """A quantity somebody states. `low` alone is "at least", `high` alone "up to", both alike a plain figure.

    `kind` is what is counted by: money, weight, distance, share, ratio, people, count … A vague one has no numbers.
    """

    id: str
    text: str
    measure: str
    amount: Coded[str]
    low: float | None
    high: float | None
    unit: str
    kind: str = "count"
    bound: str = "exact"
    per: str | None = None
    period: Interval | None = None
    as_of: Interval | None = None
    subject: Coded[Party] | None = None
    target: Coded[Party] | None = None
    status: str = "factual"
    claimed_by: tuple[Coded[Source], ...] = ()
    about: str | None = None
    derived_from: str | None = None
    sentence: Span = Span(0, 1)
    score: float = 0.5


@dataclass(frozen=True, slots=True)
class Transfer:
    """An arms transfer as reported; nothing here assesses it. `designer` is the country that designed the system."""

    id: str
    text: str
    item: Coded[str]
    category: str
    stage: Coded[str]
    supplier: Coded[Party] | None = None
    recipient: Coded[Party] | None = None
    number: float | None = None
    designer: str | None = None
    time: Coded[Interval] | None = None
    sources: tuple[Coded[Source], ...] = ()
    sentence: Span = Span(0, 1)
    score: float = 0.5


@dataclass(frozen=True, slots=True)
class Statement:
    """Words that somebody said, quoted or paraphrased. `event` is the id of the verbal act where its verb is one."""

    id: str
    text: str
    speaker: Coded[Party]
    verb: Coded[str]
    content: Span
    audience: Coded[Party] | None = None
    stance: str = "states"
    quoted: bool = False
    event: str | None = None
    sources: tuple[Coded[Source], ...] = ()
    sentence: Span = Span(0, 1)
    score: float = 0.5
