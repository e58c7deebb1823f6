"""What the core asks of the outside, one method each. Back ends answer; `assemble` chooses them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from dragoman.model import (
    ActorJudgement,
    Claim,
    Document,
    Entry,
    Event,
    Grade,
    Judgement,
    Known,
    Meeting,
    Name,
    Profile,
    Reading,
    Report,
    Seen,
    Statement,
    Text,
    Transfer,
)


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence for the parser: its tokens as written and whether white space follows each."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Parse:
    """Penn tags, UD relations and heads (indices into the sentence; the root is its own head)."""

    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]


class Parser(Protocol):
    """Finds the grammar of sentences. Gets many at once so that it can pool them."""

    def parse(self, sentences: Sequence[Words]) -> list[Parse]: ...


class NameTagger(Protocol):
    """Finds named people, organisations and places; token indices count from the start of each sentence."""

    def tag(self, sentences: Sequence[Words]) -> list[tuple[Name, ...]]: ...


class Extractor(Protocol):
    """Turns the raw bytes of one file into its words, unwrapped, with what the file says about itself."""

    def extract(self, data: bytes, where: str) -> "Extraction": ...


@dataclass(frozen=True, slots=True)
class Extraction:
    """Words out of a file, and the metadata found in it (ISO date, strings; None where absent)."""

    content: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Coder:
    """What coded a batch: the version of the package and a digest of its model and data."""

    package: str
    digest: str


@dataclass(frozen=True, slots=True)
class Filed:
    """A document's latest version as an archive holds it: its text and what is coded from it now."""

    document: Document
    text: Text
    retrieved: datetime
    versions: int
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Attempt:
    """What became of one input: `status` is done, failed or gone; `root` is the path to read again."""

    where: str
    root: str
    status: str
    problem: str
    at: datetime


class ActorStore(Protocol):
    """The registry of actors in an archive: whom reports speak of, and what people decided about them."""

    def found_by(self, keys: Collection[str]) -> Mapping[str, Mapping[str, str | None]]:
        """The actors that each key leads to, each with its country; keys that lead to nobody are missing."""
        ...

    def profiles(self, actors: Collection[str]) -> Mapping[str, Profile]:
        """What the reports filed so far say of actors, by id."""
        ...

    def earlier(self, document: str) -> Mapping[str, str]:
        """Whom each folded spelling of a document was taken for when it was filed last."""
        ...

    def seen(self, actors: Collection[str] | None = None) -> Iterator[Seen]:
        """Sightings of some actors, or of all, in the latest version of each document, in the order of their days."""
        ...

    def meetings(self, actors: Collection[str]) -> Iterator[Meeting]:
        """The events in which actors take part together with others, in the order of their days."""
        ...

    def doubting(self, actors: Collection[str]) -> frozenset[str]:
        """The actors of which a sighting may be one of these instead."""
        ...

    def named(self, folded: str) -> tuple[str, ...]:
        """The actors that a report calls by a folded spelling."""
        ...

    def known(self, actors: Collection[str]) -> Mapping[str, str]:
        """The names of those of the ids that were ever given out."""
        ...

    def decide(self, judgement: ActorJudgement) -> None:
        """Append to the ledger of actors."""
        ...

    def decided(self) -> tuple[ActorJudgement, ...]:
        """The ledger of actors, oldest first."""
        ...

    def learn(self, people: Sequence[Known], at: datetime) -> None:
        """Keep imported people, in place of what is kept under the same ids."""
        ...

    def learned(self) -> tuple[Known, ...]:
        """The imported people."""
        ...


class Store(Protocol):
    """Keeps documents, versions, texts and what was coded from them. One writes at a time, many read."""

    @property
    def actors(self) -> ActorStore:
        """The registry of actors."""
        ...

    def writing(self) -> AbstractContextManager[None]:
        """The right to write, until left. Raises BadArchive where somebody else has it."""
        ...

    def state(self, report: Report, coder: Coder) -> str:
        """How a report stands to what is filed: new, changed, recode (filed, by another coder) or same."""
        ...

    def file(self, readings: Sequence[Reading], coder: Coder, at: datetime, entries: Sequence[Entry] = ()) -> None:
        """File readings with their documents, versions, texts and entries of actors, all or none."""
        ...

    def current(self) -> Iterator[Filed]:
        """The latest version of every document, in the order of their days."""
        ...

    def find(self, record: str) -> Filed | None:
        """The filed report with the event, claim, transfer or statement of that id."""
        ...

    def search(self, words: str) -> tuple[str, ...]:
        """Ids of the documents whose latest text has all these words, the best first."""
        ...

    def note(self, attempts: Sequence[Attempt]) -> None:
        """Record what became of inputs; the latest attempt counts."""
        ...

    def attempts(self) -> tuple[Attempt, ...]:
        """What became of each input when it was last tried."""
        ...

    def judge(self, judgement: Judgement) -> None:
        """Append to the ledger."""
        ...

    def judgements(self) -> tuple[Judgement, ...]:
        """The ledger, oldest first."""
        ...

    def grade(self, grade: Grade) -> None:
        """Append to the ledger of grades."""
        ...

    def grades(self) -> tuple[Grade, ...]:
        """The grades of outlets, oldest first."""
        ...
