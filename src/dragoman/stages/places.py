"""Resolve the places of a report: which Tripoli, by what it is said to lie in and by where the report plays."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import TypeVar

from dragoman.lexicon.gazetteer import WIDE, Gazetteer, GazetteerEntry
from dragoman.lexicon.namesakes import Province, Setting, choose, choose_pair, province_of
from dragoman.model import Mention, Place, PlaceMention, Reading, Tokens

PRECISION = {
    "country": "country", "admin1": "admin1", "admin2": "admin2", "region": "region", "sea": "region",
    "river": "region",
}  # fmt: skip
CITY = 100_000
ANCHORS = 60  # enough to tell where a report is at home; more would only cost time
ROUNDS = 2
PEOPLE = 0.5  # what a nationality tells of where a report plays, beside a place
BESIDE = 3  # names before and behind one that stand beside it
SURE = 0.75  # what was chosen with such a score tells where the report plays
Name = tuple[str, str]
K = TypeVar("K")
Candidates = tuple[GazetteerEntry, ...]
Chosen = tuple[GazetteerEntry, float]


def place_finder(gazetteer: Gazetteer) -> Callable[[Reading], Reading]:
    """Build the stage that fills `places`. Needs mentions; a place that cannot be resolved keeps its words."""

    def find_places(reading: Reading) -> Reading:
        named = [m for m in reading.mentions if m.kind == "place" and m.subkind != "site"]
        names = [_name(reading.tokens, m) for m in named]
        by_name = dict(zip(reversed(names), reversed(named), strict=True))
        found = {name: _candidates(gazetteer, name[0], m.name) for name, m in by_name.items()}
        told = dict(_told_inside(reading.tokens, named, names, found))
        sense = {names[i]: entry for i, entry in reversed(told.items())}
        spoken = _spoken_of(reading.mentions)
        left = {name: _towns_first(found[name]) for name in by_name if name not in sense}
        best = {name: (entry, 1.0) for name, entry in sense.items()} | _settle(left, sense, spoken, names)
        chosen = [(told[i], 1.0) if i in told else best.get(name) for i, name in enumerate(names)]
        return replace(reading, places=tuple(map(lambda m, c: _place(m, c, reading), named, chosen)))

    return find_places


def _spoken_of(mentions: Sequence[Mention]) -> Mapping[str, float]:
    """How often each country is spoken of by nationality, office or body: who meets in Geneva is of other countries."""
    counts = Counter(m.country for m in mentions if m.country and m.kind != "place")
    return {country: PEOPLE * count for country, count in counts.items()}


def _name(tokens: Tokens, mention: Mention) -> Name:
    """The words as the gazetteer looks them up, and the kind that limits the choice."""
    words = " ".join(tokens.words[mention.first : mention.last]).replace(" - ", "-").replace(" 's", "'s")
    return words, mention.subkind


def _candidates(gazetteer: Gazetteer, words: str, canonical: str) -> Candidates:
    """The places of that name; else of the name alone where common nouns follow it: Benghazi **hospital**."""
    name = " ".join(takewhile(lambda word: not word[0].islower(), words.split()))
    return gazetteer.candidates(words) or gazetteer.candidates(canonical) or gazetteer.candidates(name)


def _told_inside(
    tokens: Tokens, named: Sequence[Mention], names: Sequence[Name], found: Mapping[Name, Candidates]
) -> Iterator[tuple[int, GazetteerEntry]]:
    """Mentions, by number, of which one is named right behind the other as what it lies in: **Paris**, **Texas**."""
    for i, (inner, outer) in enumerate(pairwise(named)):
        if outer.first == inner.last + 1 and tokens.words[inner.last] == ",":
            pair = choose_pair(found[names[i]], found[names[i + 1]])
            if pair is not None:
                yield i, pair[0]
                yield i + 1, pair[1]


def _towns_first(candidates: Candidates) -> Candidates:
    """A bare name that a city and its province share is the city's: else "province" would stand there."""
    cities = {c.country for c in candidates if c.population >= CITY and c.kind not in ("admin1", "admin2")}
    return tuple(c for c in candidates if c.kind != "admin1" or c.country not in cities)


def _settle(
    left: Mapping[Name, Candidates],
    sense: Mapping[Name, GazetteerEntry],
    spoken: Mapping[str, float],
    names: Sequence[Name],
) -> dict[Name, Chosen]:
    """The likeliest place of each name that is left; what is surely known of the others tells more of the rest."""
    sure = {**sense, **{name: entries[0] for name, entries in left.items() if len(entries) == 1}}
    best: dict[Name, Chosen] = {}
    for _ in range(ROUNDS):
        setting_of = _settings(sure, spoken, names)
        for name, entries in left.items():
            if (chosen := choose(entries, setting_of(name))) is not None:
                best[name] = chosen
        sure |= {name: entry for name, (entry, score) in best.items() if score >= SURE}
    return best


def _settings(
    sure: Mapping[Name, GazetteerEntry], spoken: Mapping[str, float], names: Sequence[Name]
) -> Callable[[Name], Setting]:
    """For each name, where the report plays as the other names tell it: no name vouches for itself."""
    countries, provinces, counts = Counter[str](), Counter[Province](), Counter(names)
    for name, entry in sure.items():
        countries.update({entry.country: counts[name]} if entry.country else {})
        province = province_of(entry)
        provinces.update({province: counts[name]} if province else {})
    points = [(name, (e.lat, e.lon)) for name, e in sure.items() if e.kind not in WIDE][:ANCHORS]
    beside = _beside(names)

    def setting_of(name: Name) -> Setting:
        own, times = sure.get(name), counts[name]
        near = [point for other, point in points if other != name]
        around = Counter(sure[other].country or "" for other in beside[name] if other in sure)
        here = _less(countries, own.country if own else None, times)
        both = {country: here.get(country, 0) + spoken.get(country, 0.0) for country in here.keys() | spoken.keys()}
        return Setting(both, around, _less(provinces, province_of(own) if own else None, times), near)

    return setting_of


def _beside(names: Sequence[Name]) -> dict[Name, set[Name]]:
    """For each name the others that stand up to BESIDE places before or behind it."""
    beside: dict[Name, set[Name]] = {name: set() for name in names}
    for i, name in enumerate(names):
        beside[name].update(other for other in names[max(0, i - BESIDE) : i + BESIDE + 1] if other != name)
    return beside


def _less(counts: Counter[K], key: K | None, times: int) -> Mapping[K, int]:
    """The counts without those of one name: it does not vouch for itself."""
    return counts if key is None else counts - Counter({key: times})


def _place(mention: Mention, best: Chosen | None, reading: Reading) -> PlaceMention:
    words = " ".join(mention.span.of(reading.content).split())
    if best is None:
        place, kind, score = Place(words, mention.country, precision="unknown"), mention.subkind, 0.3
    else:
        entry, score = best
        place, kind = _as_place(entry, words), entry.kind
    return PlaceMention(mention.span, mention.first, mention.last, place, kind, mention.rule, round(score, 3))


def _as_place(entry: GazetteerEntry, words: str) -> Place:
    """The entry under the name that the text gives it: an analyst looks for the words that were read."""
    precision = PRECISION.get(entry.kind, "point")
    return Place(words, entry.country, entry.admin1, entry.lat, entry.lon, entry.geonames_id, precision)
