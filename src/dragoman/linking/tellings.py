"""One event as one report tells it, with what comparing needs."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dragoman.model import DEFAULT, Document, Event, Source
from dragoman.text.fold import fold

_WORD = re.compile(r"[^\W\d_]+|\d+")
SHORTEST = 4  # letters of a word that says something


@dataclass(frozen=True, slots=True)
class Telling:
    """An event, the document that tells it, the lineage of that document and the telling words of the sentence."""

    event: Event
    document: Document
    lineage: str
    words: frozenset[str]
    numbers: frozenset[float] = frozenset()

    @property
    def countries(self) -> frozenset[str]:
        """The countries of its parties and of its place."""
        parties = (*self.event.actors, *self.event.recipients)
        found = {coded.value.country for coded in parties if coded.value.country}
        place = self.event.place.value.country if self.event.place else None
        return frozenset(found | ({place} if place else set()))

    @property
    def days(self) -> tuple[date, date] | None:
        """First and last possible day; None where either is open."""
        time = self.event.time.value if self.event.time else None
        return (time.start, time.end) if time and time.start and time.end else None

    @property
    def dated(self) -> bool:
        """Whether words of the report give the day, not the day of publication."""
        return self.event.time is not None and not self.event.time.rule.startswith(DEFAULT)


def telling_words(sentence: str) -> frozenset[str]:
    """The longer words of a sentence and its figures, folded."""
    words = (fold(word) for word in _WORD.findall(sentence))
    return frozenset(word for word in words if len(word) >= SHORTEST or word.isdigit())


def origins(telling: Telling, owners: Mapping[str, str]) -> frozenset[str]:
    """Who vouches for a telling: the innermost source of each chain, else the report itself.

    `owners` gives the owner of an outlet's id, so that two outlets of one house count once.
    """
    sources = [coded.value for coded in telling.event.vouching]
    named = frozenset(_origin(source, owners) for source in _innermost(sources))
    return named or frozenset({f"report {telling.lineage}"})


def _innermost(sources: Iterable[Source]) -> list[Source]:
    chains: dict[int, Source] = {}
    for source in sources:
        if source.chain not in chains or source.depth < chains[source.chain].depth:
            chains[source.chain] = source
    return list(chains.values())


def _origin(source: Source, owners: Mapping[str, str]) -> str:
    if source.outlet_id:
        return f"owner {owners.get(source.outlet_id) or source.outlet_id}"
    return f"name {' '.join(fold(word) for word in source.name.split())}"


def independent(tellings: Iterable[Telling], owners: Mapping[str, str]) -> int:
    """How many sources vouch for an incident; copies of one report and outlets of one owner count once."""
    return len({origin for telling in tellings for origin in origins(telling, owners)})
