"""Common nouns that name an agent, and the words of offices and ranks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import BadRule
from dragoman.lexicon.phrases import Phrase
from dragoman.lexicon.reading import load_rows

THING = "thing"
"""Kind of a noun that names no agent but something that one of a sector has or uses."""
STATUSES = frozenset({"", "former", "acting", "designate"})
RANKS = frozenset({"", "military", "religious", "royal", "honorific"})


@dataclass(frozen=True, slots=True)
class AgentRow:
    """Nouns with the PLOVER sector and the kind of party that they imply."""

    words: tuple[str, ...]
    sector: str
    kind: str


@dataclass(frozen=True, slots=True)
class Agent:
    """What a noun implies of a party that it names, or that owns it where its kind is THING."""

    word: str
    sector: str
    kind: str


@dataclass(frozen=True, slots=True)
class TitleRow:
    """Variants of one office or rank. `status` is former, acting or designate; `armed` the office in an armed body.

    `country` is that of an office which, with capitals and nobody else's name beside it, is one country's.
    """

    words: tuple[str, ...]
    office: str
    sector: str
    rank: str = ""
    status: str = ""
    armed: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """An office, rank or honorific as a phrase stands for it."""

    office: str
    sector: str
    rank: str
    status: str = ""
    armed: str = ""
    country: str = ""


def load_agents(path: Path) -> Mapping[str, Agent]:
    """Agents by noun (dictionary form, lower case; several words are joined by a space)."""
    agents: dict[str, Agent] = {}
    for row in load_rows(path, "agent", AgentRow):
        for word in row.words:
            agents.setdefault(word, Agent(word, row.sector, row.kind))
    return agents


def title_phrases(path: Path) -> Iterator[Phrase[Title]]:
    """Every variant of every title as a phrase; with its plural, so that "ministers of defence" is known too."""
    for number, row in enumerate(load_rows(path, "title", TitleRow), 1):
        if row.rank not in RANKS:
            raise BadRule(f"{path.name}#row {number}", f"rank is one of {', '.join(sorted(RANKS))}")
        if row.status not in STATUSES:
            raise BadRule(f"{path.name}#row {number}", f"status is one of {', '.join(sorted(STATUSES))}")
        title = Title(row.office, row.sector, row.rank, row.status, row.armed, row.country)
        yield from (Phrase(word, title) for word in row.words)
