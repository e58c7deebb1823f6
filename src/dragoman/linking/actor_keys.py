"""What a name is looked up by, so that only likely actors are compared: blocking."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from dragoman.lexicon.names import name_keys, name_words
from dragoman.model import Sighting, Term
from dragoman.text.fold import fold_all

_BREAK = re.compile(r"[\s\-‐-―_]+")
NOWHERE = "?"  # in place of the country of those of whom none is known


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """What the spellings of one word have in common."""
    return min(name_keys(word), default=word)


@lru_cache(maxsize=65536)
def sounds(name: str) -> frozenset[str]:
    """What the spellings of each of its words have in common; quickly, since words come again more often than names."""
    return frozenset(sound(word) for word in _BREAK.split(name.lower()) if word)


def stored_keys(kind: str, names: Iterable[str], country: str | None, terms: Iterable[Term]) -> frozenset[str]:
    """Every key that an actor of these names and offices is found under."""
    if kind != "person":
        return frozenset(_whole(name) for name in names)
    found = {key for name in names for key in (*name_keys_of(name), *_tails(name, country or NOWHERE))}
    return frozenset(found | {office_key(t.office, t.country, t.body) for t in terms})


def sought_keys(sighting: Sighting) -> frozenset[str]:
    """The keys to look a sighting up by: any two words of a full name; a single word within its country.

    A single word that says no country proposes nobody: of all who bear it none would be likely.
    """
    names = [spelling.words for spelling in sighting.names]
    if sighting.kind != "person":
        return frozenset(_whole(name) for name in names)
    found = {key for name in names for key in _pairs(name)}
    if not found:
        homes = (sighting.country, NOWHERE) if sighting.country else (NOWHERE,)
        found = {key for name in names for home in homes for key in _tails(name, home)}
    return frozenset(found | {office_key(p.office, p.country, p.body) for p in sighting.posts if p.sole})


def name_keys_of(name: str) -> frozenset[str]:
    """The keys of a name in whatever country: any two of its words, and the last."""
    return frozenset((*_pairs(name), *_tails(name, "")))


def office_key(office: str, country: str | None, body: str | None) -> str:
    """The key of an office of a country or body."""
    return f"o:{office}@{country or body or ''}"


def _pairs(name: str) -> Iterator[str]:
    """Any two words of a name, whatever their order."""
    sounds = sorted({sound(word) for word in name_words(name)})
    yield from (f"n:{a}+{b}" for a, b in combinations(sounds, 2))


def _tails(name: str, home: str) -> Iterator[str]:
    words = name_words(name)
    if words:
        yield f"n:{sound(words[-1])}@{home}"


def _whole(name: str) -> str:
    return f"w:{fold_all(name)}"
