"""What the core asks of the outside, one method each. Back ends answer; `assemble` chooses them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from dragoman.model import Name


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
