"""Places by name: our own table of what news speaks of, and the towns of GeoNames.

A folder of places holds
    regions/*.toml       our own rows `[[place]]`: countries, provinces, seas, crossings, bases, camps …
    cities.tsv.gz        towns, districts and further provinces, one row each (see lexicon/sorted_lines.py)
    city_keys.tsv.gz     their folded names: key, ids that bear it, ids that have it as another name
    common_words.txt     words that are also names of towns and must not be spotted as such
tools/compile_gazetteer.py writes both. Towns stay packed until a name asks for them, so that they cost nothing to load.
Which of several namesakes is meant is told in lexicon/namesakes.py.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from dragoman.errors import BadRule
from dragoman.lexicon.reading import files, load_rows
from dragoman.lexicon.sorted_lines import SortedLines, open_lines
from dragoman.text.fold import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


KINDS = _words(
    "country admin1 region sea strait river island town district camp base airport crossing facility mountain"
)
CITY_COLUMNS = ("id", "name", "country", "admin1", "lat", "lon", "population", "kind")
KEY_COLUMNS = ("key", "ids that bear it", "ids that have it as another name")
TOWN_KINDS = frozenset({"town", "capital"})
CITY_KINDS = TOWN_KINDS | {"admin1", "admin2"}
WIDE = frozenset({"country", "region", "sea", "admin1"})
SAME_TOWN_KM = 25.0
# A town that merely has a name as one of its other names is kept beside one that bears it from this size on.
KNOWN_BY_OTHER_NAME = 100_000


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """One place. `kind` is one of KINDS, `capital` or `admin2`; `country` is ISO alpha-3, None for seas and the like.

    `id` is `place/…` in our own table, else `geonames/…`; `admin1` is the province's name. `lat`, `lon` in degrees;
    `population` 0 where it is not known.
    """

    id: str
    name: str
    kind: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    geonames_id: int | None
    population: int


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One row of our own table; `country` is empty for seas and world regions."""

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    country: str
    lat: float
    lon: float


# --- keys -----------------------------------------------------------------------------------------------------------

_ASCII_WORD = re.compile(r"[a-z0-9]+")
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_ARTICLES = _words("al el ad ar as ash at az an")
_GENERIC = _words(
    "area city commune department district emirate governorate municipality oblast prefecture province region"
    " state territory town village"
)
_BEFORE = _words(
    "central downtown east eastern greater mainland north northeast northeastern northern northwest northwestern"
    " south southeast southeastern southern southwest southwestern upper west western"
)


def place_key(name: str) -> str:
    """A name folded for look-up: ASCII words in lower case, one blank between, no apostrophes, no leading `the`."""
    words = _ASCII_WORD.findall(fold(name).replace(".", "").replace("&", " and "))
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(_SHORT.get(word, word) for word in words)


def bare_key(name: str) -> str:
    """The key without words such as `province of` before it, `province` behind it and a gloss in brackets."""
    return " ".join(_without_generic(place_key(name.partition(" (")[0]).split()))


def _without_generic(words: list[str]) -> list[str]:
    if words[:1] and words[0] in _GENERIC and words[1:2] == ["of"] and len(words) > 2:
        words = words[2:]
    while len(words) > 1 and words[-1] in _GENERIC:
        words = words[:-1]
    return words


def _looser(key: str) -> Iterator[str]:
    """Other keys to try where nobody bears this one: without an article, without `province of`, without `northern`."""
    words = key.split()
    if words[0] in _ARTICLES and len(words) > 1:
        yield " ".join(words[1:])
    else:
        yield f"al {key}"
    words = _without_generic(words)
    yield " ".join(words)
    while len(words) > 1 and words[0] in _BEFORE:
        words = words[1:]
    yield " ".join(words)


# --- our own table --------------------------------------------------------------------------------------------------

_HEAD = re.compile(r"(?:#[^\n]*\n|\n)*")
_PLAIN = re.compile(
    r'\[\[place\]\]\nid = "([^"\\\n]*)"\nname = "([^"\\\n]*)"\naliases = \[((?:"[^"\\\n]*"(?:, )?)*)\]\n'
    r'kind = "([^"\\\n]*)"\ncountry = "([^"\\\n]*)"\nlat = (-?\d+(?:\.\d+)?)\nlon = (-?\d+(?:\.\d+)?)\n'
    r"(?:#[^\n]*\n|\n)*"
)
_STRING = re.compile(r'"([^"]*)"')


def _read_rows(path: Path) -> tuple[PlaceRow, ...]:
    """The rows of one file. Files in the plain layout of our table are read six times as fast as tomllib can."""
    try:
        rows = _plain_rows(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise BadRule(str(path), f"cannot be read: {error}") from error
    return rows or load_rows(path, "place", PlaceRow)


def _plain_rows(text: str) -> tuple[PlaceRow, ...]:
    """The rows of a text that is in the plain layout from end to end, else none."""
    at = _head_end(text)
    rows = []
    while row := _PLAIN.match(text, at):
        id_, name, aliases, kind, country, lat, lon = row.groups()
        rows.append(PlaceRow(id_, name, tuple(_STRING.findall(aliases)), kind, country, float(lat), float(lon)))
        at = row.end()
    return tuple(rows) if at == len(text) else ()


def _head_end(text: str) -> int:
    head = _HEAD.match(text)
    return head.end() if head else 0


def _checked(row: PlaceRow, where: str) -> PlaceRow:
    """The row, or BadRule where a value cannot be right."""
    if not row.id.startswith("place/") or not row.name:
        raise BadRule(where, "needs a name and an id that starts with place/")
    if row.kind not in KINDS:
        raise BadRule(where, f"unknown kind {row.kind!r}; known are {', '.join(sorted(KINDS))}")
    if row.country and not (len(row.country) == 3 and row.country.isascii() and row.country.isupper()):
        raise BadRule(where, f"country is ISO alpha-3 or empty, got {row.country!r}")
    _check_position(row.lat, row.lon, where)
    return row


def _check_position(lat: float, lon: float, where: str) -> None:
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise BadRule(where, f"no such place on earth: lat {lat}, lon {lon}")


def _own_entry(row: PlaceRow) -> GazetteerEntry:
    admin1 = row.name if row.kind == "admin1" else None
    return GazetteerEntry(row.id, row.name, row.kind, row.country or None, admin1, row.lat, row.lon, None, 0)


def load_own(folder: Path) -> dict[str, PlaceRow]:
    """All rows of our own table by id."""
    rows: dict[str, PlaceRow] = {}
    for path in files(folder):
        for row in _read_rows(path):
            where = f"{path.name}#{row.id}"
            if row.id in rows:
                raise BadRule(where, "this id stands twice")
            rows[row.id] = _checked(row, where)
    return rows


def _index(rows: Iterable[PlaceRow]) -> dict[str, list[str]]:
    """Ids by key; a row's own name and its aliases alike."""
    index: dict[str, list[str]] = {}
    for row in rows:
        for key in dict.fromkeys(place_key(name) for name in (row.name, *row.aliases)):
            index.setdefault(key, []).append(row.id)
    return index


# --- the towns of GeoNames ------------------------------------------------------------------------------------------


class CityTable:
    """The towns, districts and provinces of GeoNames, parsed on demand."""

    __slots__ = ("_keys", "_rows")

    def __init__(self, rows: SortedLines, keys: SortedLines) -> None:
        self._rows, self._keys = rows, keys

    def named(self, key: str, bearers_only: bool = False) -> tuple[GazetteerEntry, ...]:
        """Towns of that key: those that bear it and the known ones that have it as another name, biggest first."""
        bear, other = self._ids(key)
        towns = [self.town(i) for i in bear]
        also = [] if bearers_only else [self.town(i) for i in other]
        towns += [t for t in also if not towns or t.population >= KNOWN_BY_OTHER_NAME]
        return tuple(sorted(towns, key=lambda t: (-t.population, t.id)))

    def town(self, town_id: str) -> GazetteerEntry:
        """The town of that id. Raises BadRule where there is none or its row cannot be read."""
        where = f"{self._rows.where}#{town_id}"
        cells = self._rows.find(town_id)
        if cells is None:
            raise BadRule(where, "no such row; write both files anew with tools/compile_gazetteer.py")
        return _city_entry(cells, where)

    def _ids(self, key: str) -> tuple[list[str], list[str]]:
        cells = self._keys.find(key)
        if cells is None:
            return [], []
        if len(cells) != len(KEY_COLUMNS):
            raise BadRule(f"{self._keys.where}#{key}", f"has columns {', '.join(KEY_COLUMNS)}")
        return cells[1].split(), cells[2].split()


def _city_entry(cells: list[str], where: str) -> GazetteerEntry:
    try:
        id_, name, country, admin1, lat, lon, population, kind = cells
        geonames_id = int(id_) if kind in TOWN_KINDS else None
        where_in = (country, admin1 or None, float(lat), float(lon))
        entry = GazetteerEntry(f"geonames/{id_}", name, kind, *where_in, geonames_id, int(population))
    except ValueError as error:
        raise BadRule(where, f"has columns {', '.join(CITY_COLUMNS)}: {error}") from error
    if kind not in CITY_KINDS:
        raise BadRule(where, f"unknown kind {kind!r}; known are {', '.join(sorted(CITY_KINDS))}")
    _check_position(entry.lat, entry.lon, where)
    return entry


# --- both together --------------------------------------------------------------------------------------------------


class Gazetteer:
    """Who may be meant by a name."""

    __slots__ = ("_cities", "_common", "_index", "_own", "_twins", "candidates")

    def __init__(self, own: Mapping[str, PlaceRow], cities: CityTable, common: frozenset[str]) -> None:
        self._own, self._cities, self._common = own, cities, common
        self._index = _index(own.values())
        self._twins: dict[str, tuple[GazetteerEntry, ...]] = {}
        self.candidates = lru_cache(maxsize=4096)(self._candidates)  # reports name the same places again and again

    def _candidates(self, name: str) -> tuple[GazetteerEntry, ...]:
        """Every place of that name, our own rows first, then towns by size; looser keys only where there is none."""
        key = place_key(name)
        if not key:
            return ()
        found = self._named(key)
        for looser in () if found else _looser(key):
            if found := self._named(looser):
                break
        return found

    def own_names(self) -> Iterator[str]:
        """Keys of our own table, less those that are common words too."""
        return (key for key in self._index if key not in self._common)

    def own(self) -> Iterable[PlaceRow]:
        """The rows of our own table."""
        return self._own.values()

    def _named(self, key: str) -> tuple[GazetteerEntry, ...]:
        own = [self._own[i] for i in self._index.get(key, ())]
        twins = {t.id for row in own for t in self._town_twins(row)}
        bearers_only = any(row.kind in WIDE for row in own)
        towns = self._cities.named(key, bearers_only)
        return tuple(self._merged(row) for row in own) + tuple(town for town in towns if town.id not in twins)

    def _merged(self, row: PlaceRow) -> GazetteerEntry:
        """Our row, with GeoNames' id, size and code where it is a town that GeoNames has too."""
        entry, twins = _own_entry(row), self._town_twins(row)
        if not twins:
            return entry
        town = max(twins, key=lambda t: t.population)
        return replace(
            entry, kind=town.kind, admin1=town.admin1, geonames_id=town.geonames_id, population=town.population
        )

    def _town_twins(self, row: PlaceRow) -> tuple[GazetteerEntry, ...]:
        if row.kind != "town":
            return ()
        if row.id not in self._twins:
            keys = dict.fromkeys(place_key(name) for name in (row.name, *row.aliases))
            towns = {t.id: t for key in keys for t in self._cities.named(key) if _is_twin(row, t)}
            self._twins[row.id] = tuple(towns.values())
        return self._twins[row.id]


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance of two (lat, lon) pairs in degrees."""
    lat1, lon1, lat2, lon2 = (radians(x) for x in (*a, *b))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 12742.0 * asin(min(1.0, sqrt(h)))


def _is_twin(row: PlaceRow, town: GazetteerEntry) -> bool:
    same_kind = row.country == town.country and town.kind in TOWN_KINDS
    return same_kind and kilometres((row.lat, row.lon), (town.lat, town.lon)) <= SAME_TOWN_KM


def load_gazetteer(folder: Path) -> Gazetteer:
    """The gazetteer of a folder laid out as this module's docstring says. Raises BadRule."""
    rows = open_lines(folder / "cities.tsv.gz", CITY_COLUMNS)
    cities = CityTable(rows, open_lines(folder / "city_keys.tsv.gz", KEY_COLUMNS))
    return Gazetteer(load_own(folder / "regions"), cities, load_common_words(folder / "common_words.txt"))


def load_common_words(path: Path) -> frozenset[str]:
    """Keys of words, separated by blanks; lines that start with # are comments. Raises BadRule."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadRule(str(path), f"cannot be read: {error}") from error
    words = frozenset(word for line in lines if not line.startswith("#") for word in line.split())
    if bad := sorted(word for word in words if place_key(word) != word and word not in _SHORT):
        raise BadRule(path.name, f"words stand here in small ASCII letters, got {', '.join(bad[:5])}")
    return words
