"""Which of the places of one name is meant: by fame, and by where the report plays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log10
from typing import TypeVar

from dragoman.lexicon.gazetteer import TOWN_KINDS, WIDE, GazetteerEntry, bare_key, kilometres

Province = tuple[str | None, str]
K = TypeVar("K")
# Fitted on GeoVirus and LGL; each feature lies between 0 and 1.
WEIGHTS: Mapping[str, float] = {"fame": 3.0, "context": 0.8, "beside": 0.5, "province": 0.8, "near": 0.8}
# How well known a place is for what it is. A town's fame grows with its size; a row of our own has at least this much.
KIND_FAME: Mapping[str, float] = {
    "country": 1.0, "region": 0.85, "sea": 0.9, "strait": 0.85, "admin1": 0.8, "river": 0.7, "island": 0.75,
    "mountain": 0.7, "airport": 0.65, "base": 0.65, "camp": 0.6, "crossing": 0.6, "district": 0.6, "facility": 0.65,
    "town": 0.6, "capital": 0.6,
}  # fmt: skip
CAPITAL_BONUS = 0.08
NEWS_BONUS = 0.1  # of a town that stands in our own table, because the news speaks of it
LARGEST_TOWN = 7.5  # log10 of the inhabitants of the largest towns
NEAR_KM = 200.0
WIDE_KM = 600.0  # the same for places that are wide themselves, whose centre may lie far from what is in them
BESIDE_KM = 120.0  # a town so close to a region's centre lies in it, whatever province it is said to be of
HOLDING = WIDE | {"admin2", "island", "district"}
SHARPNESS = 4.0
DOUBT = 0.1  # below this belief a name is left unresolved
UNKNOWN = 1.2  # the raw score of "some other place of that name, which is not in the gazetteer"


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a report plays: how often it speaks of each country and province, which countries the names beside this
    one are of, and (lat, lon) of its other places."""

    countries: Mapping[str, float] = field(default_factory=dict)
    beside: Mapping[str, float] = field(default_factory=dict)
    provinces: Mapping[Province, float] = field(default_factory=dict)
    near: Sequence[tuple[float, float]] = ()


def province_of(entry: GazetteerEntry) -> Province | None:
    """Country and bare name of the province that the place is or lies in."""
    return (entry.country, bare_key(entry.admin1)) if entry.admin1 else None


def fame(entry: GazetteerEntry) -> float:
    """How well known the place is, by its kind or the logarithm of its population, whichever is more."""
    size = min(1.0, log10(entry.population + 1) / LARGEST_TOWN)
    ours = entry.id.startswith("place/")
    bonus = (CAPITAL_BONUS if entry.kind == "capital" else 0.0) + (NEWS_BONUS if ours and size else 0.0)
    return min(1.0, max(KIND_FAME[entry.kind] if ours else 0.0, size) + bonus)


def context(entry: GazetteerEntry, setting: Setting) -> float:
    """How much the report speaks of the place's country, the country it speaks of most being 1."""
    return _share(setting.countries, entry.country)


def beside(entry: GazetteerEntry, setting: Setting) -> float:
    """How many of the names beside it are of the place's country, the country of most of them being 1."""
    return _share(setting.beside, entry.country)


def in_province(entry: GazetteerEntry, setting: Setting) -> float:
    """How much the report speaks of the place's province, the province it speaks of most being 1."""
    return _share(setting.provinces, province_of(entry))


def _share(weights: Mapping[K, float], key: K | None) -> float:
    return weights.get(key, 0.0) / max(1.0, *weights.values()) if key and weights else 0.0


def nearness(entry: GazetteerEntry, setting: Setting) -> float:
    """How close the place is to the closest other place of the report: 1 at it, 0.37 at NEAR_KM or WIDE_KM."""
    closest = min((kilometres((entry.lat, entry.lon), other) for other in setting.near), default=None)
    return 0.0 if closest is None else exp(-closest / (WIDE_KM if entry.kind in WIDE else NEAR_KM))


def choose(candidates: Sequence[GazetteerEntry], setting: Setting) -> tuple[GazetteerEntry, float] | None:
    """The likeliest of the candidates and the share of belief in it, 0 to 1; None where no candidate is likely."""
    if not candidates:
        return None
    raw = [_raw(entry, setting) for entry in candidates]
    best = max(range(len(raw)), key=lambda i: (raw[i], -i))
    rest = sum(exp(SHARPNESS * (score - raw[best])) for score in (*raw, UNKNOWN))
    return (candidates[best], 1.0 / rest) if rest * DOUBT <= 1.0 else None


def _raw(entry: GazetteerEntry, setting: Setting) -> float:
    return (
        WEIGHTS["fame"] * fame(entry)
        + WEIGHTS["context"] * context(entry, setting)
        + WEIGHTS["beside"] * beside(entry, setting)
        + WEIGHTS["province"] * in_province(entry, setting)
        + WEIGHTS["near"] * nearness(entry, setting)
    )


def choose_pair(
    inner: Sequence[GazetteerEntry], outer: Sequence[GazetteerEntry]
) -> tuple[GazetteerEntry, GazetteerEntry] | None:
    """A place and what it lies in, where one is named right after the other: **Paris, Texas**. None where none fits."""
    country = any(entry.kind == "country" for entry in inner)
    pairs = [(a, b) for a in inner for b in outer if lies_in(a, b) and not (country and _only_town_of(a, b))]
    towns = {entry.country for entry in outer if entry.kind in TOWN_KINDS}
    wide = [b for b in outer if b.kind in HOLDING and b.country not in towns]
    pairs = pairs or [(a, b) for a in inner for b in wide if lies_near(a, b)]
    return max(pairs, key=lambda p: (fame(p[0]) + fame(p[1]), p[0].id), default=None)


def lies_in(inner: GazetteerEntry, outer: GazetteerEntry) -> bool:
    """Whether one place lies in the other, as the names of countries and provinces tell."""
    if inner.country != outer.country or inner.kind == "country" or inner.id == outer.id:
        return False
    return outer.kind == "country" or (
        outer.kind == "admin1" and inner.kind != "admin1" and province_of(inner) == province_of(outer)
    )


def lies_near(inner: GazetteerEntry, outer: GazetteerEntry) -> bool:
    """Whether one place is so close to the middle of the other that it most likely lies in it: **Sderot**, Negev."""
    if inner.kind in WIDE or inner.id == outer.id or (outer.country and inner.country != outer.country):
        return False
    return kilometres((inner.lat, inner.lon), (outer.lat, outer.lon)) <= BESIDE_KM


def _only_town_of(inner: GazetteerEntry, outer: GazetteerEntry) -> bool:
    """A list of countries (Mexico, Philippines) is not about a town of that name in the second one."""
    return outer.kind == "country" and inner.kind not in WIDE
