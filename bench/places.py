"""Places on GeoVirus's Wikinews reports and LGL's local news: found in the text, and within 161 km of where they are.

    python bench/places.py [--data DIR] [--show] [--markdown]

A place is found where one that was coded overlaps it, one to one; one without coordinates counts as far away. Gold
without coordinates neither helps nor hurts. LGL's gold counts demonyms (American, Russian), which are no places here.
The gazetteer is opened in a process of its own.
"""

import json
import math
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from common import GEOVIRUS, LGL, Figure, Options, Row, Share, Tally, pipeline, readings_of, reports_of, run
from dragoman.usecases.read import layer_writer

NEAR, CLOSE = 161, 20  # km; 161 are 100 miles, the usual mark of the field
FAR = 20_000.0  # km; for a place without coordinates
EARTH = 6371  # km
RUNS = 5
OPENING = """
import json, resource, time
from dragoman.assemble import DATA
from dragoman.lexicon.gazetteer import load_gazetteer
start = time.perf_counter()
gazetteer = load_gazetteer(DATA / "places")
print(json.dumps([time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in a text and where the place is; `at` is None where gold does not know."""

    start: int
    end: int
    at: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Article:
    id: str
    text: str
    toponyms: tuple[Toponym, ...]


@dataclass(frozen=True, slots=True)
class PlaceScores:
    """`near` and `close` are shares of the places found; `median` is in km."""

    found: Tally
    near: Share
    close: Share
    median: float | None


def measure(options: Options) -> Iterator[Figure]:
    """All figures of this command."""
    yield from opening()
    for name, file in (("GeoVirus reports", GEOVIRUS), ("LGL reports", LGL)):
        yield from measure_file(options, name, file)


def measure_file(options: Options, name: str, file: str) -> Iterator[Figure]:
    """The figures of one file of gold."""
    articles = read_articles(options.data_file(file))
    lines = place_lines(articles)
    if options.show:
        print(*(line for article in articles for line in listing(article, lines.get(article.id, ()))), sep="\n")
    scores, on = score_places(articles, lines), f"{len(articles)} {name}"
    yield Figure("places found", on, str(scores.found))
    yield Figure(f"places within {NEAR} km, of those found", on, str(scores.near))
    yield Figure(f"places within {CLOSE} km, of those found", on, str(scores.close))
    yield Figure("median distance", on, "none" if scores.median is None else f"{scores.median:.1f} km")


def opening() -> Iterator[Figure]:
    """How long the gazetteer takes to open, and what it needs of memory, in a fresh process."""
    runs = [json.loads(subprocess.check_output([sys.executable, "-c", OPENING])) for _ in range(RUNS)]
    seconds, mib = min(run[0] for run in runs), max(run[1] for run in runs)
    yield Figure("gazetteer opens in", f"best of {RUNS} fresh processes", f"{1000 * seconds:.0f} ms")
    yield Figure("memory of a process with the gazetteer", f"{RUNS} fresh processes", f"{mib:.0f} MiB")


def read_articles(path: Path) -> list[Article]:
    """The articles of a file in the form of GeoVirus or of LGL."""
    roots = ET.parse(path).getroot().iter("article")
    return [Article(str(k), root.findtext("text") or "", tuple(_toponyms(root))) for k, root in enumerate(roots)]


def _toponyms(article: ET.Element) -> Iterator[Toponym]:
    for element in (*article.iter("toponym"), *article.iter("location")):
        lat, lon = element.findtext(".//lat"), element.findtext(".//lon")
        at = (float(lat), float(lon)) if lat and lon else None
        yield Toponym(int(element.findtext("start") or 0), int(element.findtext("end") or 0), at)


def place_lines(articles: Iterable[Article]) -> dict[str, Sequence[Row]]:
    """What `dragoman read --layers places` gives for each article."""
    write = layer_writer(["places"])
    reports = reports_of({"id": article.id, "text": article.text} for article in articles)
    return {line["id"]: line["places"] for line in map(write, readings_of(reports, pipeline().upto(["places"])))}


def score_places(articles: Sequence[Article], coded: Mapping[str, Sequence[Row]]) -> PlaceScores:
    """The figures of coded places, by the id of their article, against gold."""
    tally, errors = Tally(0, 0, 0), list[float]()
    for article in articles:
        found = coded.get(article.id, ())
        hits = matched(article.toponyms, found)
        met = [(top.at, found[hit]) for top, hit in zip(article.toponyms, hits, strict=True) if hit is not None]
        known = [(at, place) for at, place in met if at]
        beside = len(found) - len(met)
        tally += Tally(len(known), len(known) + beside, sum(top.at is not None for top in article.toponyms))
        errors += [distance(at, place) for at, place in known]
    errors.sort()
    near, close = (Share(sum(error <= limit for error in errors), len(errors)) for limit in (NEAR, CLOSE))
    return PlaceScores(tally, near, close, errors[len(errors) // 2] if errors else None)


def matched(toponyms: Sequence[Toponym], found: Sequence[Row]) -> list[int | None]:
    """For each toponym the position of the first free coded place that overlaps it."""
    hits: list[int | None] = []
    for top in toponyms:
        over = (k for k, p in enumerate(found) if k not in hits and p["start"] < top.end and top.start < p["end"])
        hits.append(next(over, None))
    return hits


def distance(at: tuple[float, float], place: Row) -> float:
    """Kilometres from a point to a coded place."""
    if place.get("lat") is None:
        return FAR
    return kilometres(at, (place["lat"], place["lon"]))


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The great circle between two points given in degrees, by the haversine formula."""
    (lat, lon), (lat_b, lon_b) = (tuple(map(math.radians, point)) for point in (a, b))
    half = math.sin((lat_b - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat_b) * math.sin((lon_b - lon) / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(min(1.0, half)))


def listing(article: Article, found: Sequence[Row]) -> Iterator[str]:
    """A line for each place missed, each too far away, and each beside gold."""
    hits = matched(article.toponyms, found)
    for toponym, hit in zip(article.toponyms, hits, strict=True):
        words = article.text[toponym.start : toponym.end]
        if toponym.at and hit is None:
            yield f"missed  {article.id} {words!r}"
        elif toponym.at and hit is not None and (away := distance(toponym.at, found[hit])) > NEAR:
            coded = f"{found[hit]['name']} ({found[hit]['country']})"
            yield f"far     {article.id} {words!r} coded as {coded}, {away:,.0f} km"
    for k, place in enumerate(found):
        if k not in hits:
            yield f"beside  {article.id} {article.text[place['start'] : place['end']]!r}"


if __name__ == "__main__":
    raise SystemExit(run(__doc__, measure))
