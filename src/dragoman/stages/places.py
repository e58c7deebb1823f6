"""Resolve the places of a report: which Tripoli, by the countries and places that the report speaks of."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.lexicon.gazetteer import Gazetteer, GazetteerEntry, choose
from dragoman.model import Mention, Place, PlaceMention, Reading, Tokens

PRECISION = {"country": "country", "admin1": "admin1", "region": "region", "sea": "region", "river": "region"}
CITY = 100_000


def place_finder(gazetteer: Gazetteer) -> Callable[[Reading], Reading]:
    """Build the stage that fills `places`. Needs mentions; a place that cannot be resolved keeps its words."""

    def find_places(reading: Reading) -> Reading:
        named = [m for m in reading.mentions if m.kind == "place"]
        countries = country_weights(reading.mentions)
        found = {m: _candidates(gazetteer, reading.tokens, m) for m in named}
        near = _anchors(found)
        return replace(reading, places=tuple(_place(reading, m, found[m], countries, near) for m in named))

    return find_places


def country_weights(mentions: Sequence[Mention]) -> Mapping[str, float]:
    """How often each country is spoken of, by name, nationality or body."""
    return Counter(m.country for m in mentions if m.country)


def _candidates(gazetteer: Gazetteer, tokens: Tokens, mention: Mention) -> tuple[GazetteerEntry, ...]:
    """What the words, else the canonical name, may stand for."""
    words = " ".join(tokens.words[mention.first : mention.last]).replace(" - ", "-").replace(" 's", "'s")
    return gazetteer.candidates(words) or gazetteer.candidates(mention.name)


def _anchors(found: Mapping[Mention, tuple[GazetteerEntry, ...]]) -> list[tuple[float, float]]:
    """Where the report's unambiguous places lie."""
    return [(e[0].lat, e[0].lon) for e in found.values() if len(e) == 1 and e[0].kind not in ("country", "region")]


def _place(
    reading: Reading,
    mention: Mention,
    candidates: tuple[GazetteerEntry, ...],
    countries: Mapping[str, float],
    near: Sequence[tuple[float, float]],
) -> PlaceMention:
    if mention.subkind == "country":
        candidates = tuple(c for c in candidates if c.kind == "country") or candidates
    elif mention.subkind == "capital":
        candidates = tuple(c for c in candidates if c.country == mention.country) or candidates
    candidates = _towns_first(candidates)
    others = [point for point in near if all(point != (c.lat, c.lon) for c in candidates)]
    best = choose(candidates, countries, others)
    words = " ".join(mention.span.of(reading.content).split())
    if best is None:
        place, kind, score = Place(words, mention.country, precision="unknown"), mention.subkind, 0.3
    else:
        entry, score = best
        place, kind = _as_place(entry, words), entry.kind
    return PlaceMention(mention.span, mention.first, mention.last, place, kind, mention.rule, round(score, 3))


def _towns_first(candidates: tuple[GazetteerEntry, ...]) -> tuple[GazetteerEntry, ...]:
    """A bare name that a city and its province share is the city's: the words "province" or "oblast" would stand there."""
    cities = {c.country for c in candidates if c.population >= CITY}
    return tuple(c for c in candidates if c.kind != "admin1" or c.country not in cities)


def _as_place(entry: GazetteerEntry, words: str) -> Place:
    """The entry under the name that the text gives it: an analyst looks for the words that were read."""
    precision = PRECISION.get(entry.kind, "point")
    return Place(words, entry.country, entry.admin1, entry.lat, entry.lon, entry.geonames_id, precision)


def places_in(reading: Reading, first: int, last: int) -> Iterator[PlaceMention]:
    """The places named between two tokens."""
    return (p for p in reading.places if first <= p.first < last)
