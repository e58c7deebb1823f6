"""Who takes part: parties, sources and places as values."""

import datetime as dt
from dataclasses import dataclass

from dragoman.model.span import Span

KINDS = frozenset({"person", "state", "body", "igo", "ngo", "company", "party", "armed_group", "outlet", "collective"})
RECIPIENT_ROLES = frozenset({"target", "addressee", "beneficiary"})


@dataclass(frozen=True, slots=True)
class Party:
    """An actor or recipient as coded. `country` is ISO 3166-1 alpha-3; `sector` PLOVER's; `role` a recipient's."""

    name: str
    country: str | None = None
    kind: str = "collective"
    sector: str | None = None
    office: str | None = None
    role: str | None = None
    actor_id: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happened. `precision`: point, admin2, admin1, country, region or unknown."""

    name: str
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
    precision: str = "point"


@dataclass(frozen=True, slots=True)
class Source:
    """One link of a chain of sources. `chain` numbers parallel chains from 0; `depth` 0 is the innermost speaker.

    `characterisation` holds the words with which the report itself characterises the source: state-run, close to …
    """

    name: str
    kind: str = "outlet"
    outlet_id: str | None = None
    chain: int = 0
    depth: int = 0
    date: dt.date | None = None
    characterisation: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Interval:
    """First and last possible day; either may be open. `granularity`: day, week, month, year, range …"""

    start: dt.date | None = None
    end: dt.date | None = None
    granularity: str = "day"
