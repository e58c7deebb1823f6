"""The comparison of two names with the tables that are shipped."""

from functools import cache, lru_cache
from pathlib import Path

from dragoman.lexicon.name_rules import load_name_rules
from dragoman.model import NameMatch
from dragoman.text.name_keys import keys, sounds
from dragoman.text.name_parts import cut
from dragoman.text.name_rules import NameRules
from dragoman.text.names import compare

DATA = Path(__file__).parents[1] / "data"


def compare_names(a: str, b: str) -> NameMatch:
    """How likely two written names are one name, from 0 to 1, and why; the same both ways.

    Names in any script and order, with or without titles. From .5 on they are more likely one than not.
    """
    return compare(a, b, _shipped())


@lru_cache(maxsize=65536)
def name_score(a: str, b: str) -> float:
    """The score of two names alone, for many of them: 0 where no word of one sounds like a word of the other."""
    return compare(a, b, _shipped()).score if _sounds(a) & _sounds(b) else 0.0


@lru_cache(maxsize=65536)
def _sounds(name: str) -> frozenset[str]:
    return sounds(name, _shipped())


@lru_cache(maxsize=65536)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in small Latin letters, without titles, particles and legal forms."""
    return tuple(word.text for word in cut(name, _shipped()).words if not word.light)


def name_keys(name: str) -> frozenset[str]:
    """Keys under which to look a name up: spellings of one name share at least one."""
    return keys(name, _shipped())


@cache
def _shipped() -> NameRules:
    return load_name_rules(DATA / "names", DATA / "actors" / "countries")
