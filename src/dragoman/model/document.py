"""A report as published, its versions, and the texts extracted from them. Never edited after they are made."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Document:
    """One report of one publisher. `id` is the id that was given, else a minted one."""

    id: str
    publisher: str | None = None
    url: str | None = None
    title: str | None = None
    published: date | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Version:
    """The raw bytes of a document at one time, known by their hash (64 hex digits of SHA-256)."""

    document: str
    sha256: str
    retrieved: datetime | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """One extraction of one version. Spans refer to `content`, which is never edited."""

    id: str
    document: str
    version: str
    extractor: str
    content: str


@dataclass(frozen=True, slots=True)
class Report:
    """What the pipeline is given: a document, one of its versions, and one text of that version."""

    document: Document
    version: Version
    text: Text
