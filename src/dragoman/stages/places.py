"""Resolve the places of a report: which Tripoli, by the countries and places that the report speaks of."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from dragoman.lexicon.gazetteer import Gazetteer, GazetteerEntry, choose
from dragoman.model import Mention, Place, PlaceMention, Reading, Tokens

PRECISION = {"country": "country", "admin1": "admin1", "region": "region", "sea": "region", "river": "region"}
CITY = 100_000
ANCHORS = 60  # enough to tell where a report is at home; more would only cost time
WIDE = frozenset({"country", "region"})


def place_finder(gazetteer: Gazetteer) -> Callable[[Reading], Reading]:
    """Build the stage that fills `places`. Needs mentions; a place that cannot be resolved keeps its words."""

    def find_places(reading: Reading) -> Reading:
        named = [m for m in reading.mentions if m.kind == "place"]
        countries = country_weights(reading.mentions)
        by_name = {_name(reading.tokens, m): m for m in reversed(named)}
        found = {name: gazetteer.candidates(name[0]) or gazetteer.candidates(m.name) for name, m in by_name.items()}
        near = _anchors(found.values())
        best = {name: _best(found[name], m, countries, near) for name, m in by_name.items()}
        return replace(reading, places=tuple(_place(m, best[_name(reading.tokens, m)], reading) for m in named))

    return find_places


def country_weights(mentions: Sequence[Mention]) -> Mapping[str, float]:
    """How often each country is spoken of, by name, nationality or body."""
    return Counter(m.country for m in mentions if m.country)


Chosen = tuple[GazetteerEntry, float] | None


def _name(tokens: Tokens, mention: Mention) -> tuple[str, str]:
    """The words as the gazetteer looks them up, and the kind that limits the choice."""
    words = " ".join(tokens.words[mention.first : mention.last]).replace(" - ", "-").replace(" 's", "'s")
    return words, mention.subkind


def _anchors(found: Iterable[tuple[GazetteerEntry, ...]]) -> list[tuple[float, float]]:
    """Where the report's unambiguous places lie, each place once, at most ANCHORS."""
    points = ((e[0].lat, e[0].lon) for e in found if len(e) == 1 and e[0].kind not in WIDE)
    return list(dict.fromkeys(points))[:ANCHORS]


def _best(
    candidates: tuple[GazetteerEntry, ...],
    mention: Mention,
    countries: Mapping[str, float],
    near: Sequence[tuple[float, float]],
) -> Chosen:
    """The likeliest of the places that bear a name."""
    if mention.subkind == "country":
        candidates = tuple(c for c in candidates if c.kind == "country") or candidates
    elif mention.subkind == "capital":
        candidates = tuple(c for c in candidates if c.country == mention.country) or candidates
    candidates = _towns_first(candidates)
    others = [point for point in near if all(point != (c.lat, c.lon) for c in candidates)]
    return choose(candidates, countries, others)


def _place(mention: Mention, best: Chosen, reading: Reading) -> PlaceMention:
    words = " ".join(mention.span.of(reading.content).split())
    if best is None:
        place, kind, score = Place(words, mention.country, precision="unknown"), mention.subkind, 0.3
    else:
        entry, score = best
        place, kind = _as_place(entry, words), entry.kind
    return PlaceMention(mention.span, mention.first, mention.last, place, kind, mention.rule, round(score, 3))


def _towns_first(candidates: tuple[GazetteerEntry, ...]) -> tuple[GazetteerEntry, ...]:
    """A bare name that a city and its province share is the city's: else "province" would stand there."""
    cities = {c.country for c in candidates if c.population >= CITY}
    return tuple(c for c in candidates if c.kind != "admin1" or c.country not in cities)


def _as_place(entry: GazetteerEntry, words: str) -> Place:
    """The entry under the name that the text gives it: an analyst looks for the words that were read."""
    precision = PRECISION.get(entry.kind, "point")
    return Place(words, entry.country, entry.admin1, entry.lat, entry.lon, entry.geonames_id, precision)
