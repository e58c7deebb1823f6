"""What a sighting and an actor have in common. Each feature is a pure function that answers with one of a few levels.

The first sentence of each docstring is shown to users as the question that the feature asks.
"""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from dragoman.lexicon.names import compare_names, name_words
from dragoman.linking.actor_keys import sounds
from dragoman.model import Post, Profile, Sighting, Term
from dragoman.model.identity import is_minted
from dragoman.text.fold import fold_all

SAME, ALIKE, NEAR = 0.9, 0.5, 0.3  # likeness of two full names that are surely, likely, or just possibly one
SHARED = 2  # words of two full names that sound alike, without which they are not compared
SLACK = 31  # days around an office within which it counts as held
LATELY = 366  # days
LIKENESS = (("same", SAME), ("alike", ALIKE), ("near", NEAR))
POST_LEVELS = ("never", "otherwise", "unknown", "title", "lately", "likewise", "held")


def name(sighting: Sighting, profile: Profile) -> str:
    """Are the names spellings of one name?"""
    if not sighting.names or not profile.names:
        return "none"
    if sighting.kind != "person":
        known = {fold_all(word) for word in profile.names}
        return "same" if any(fold_all(spelling.words) in known for spelling in sighting.names) else "clash"
    full = [spelling.words for spelling in sighting.names if len(name_words(spelling.words)) > 1]
    if full:
        best = max((likeness(a, b) for a in full for b in profile.names), default=0.0)
        level = next((level for level, least in LIKENESS if best >= least), "clash")
        if level != "clash" or any(" " in known for known in profile.names):
            return level
    short = any(_tail(spelling.words, b) for spelling in sighting.names for b in profile.names)
    return "part" if short else "clash"


def post(sighting: Sighting, profile: Profile) -> str:
    """Did this person hold the office at that date?"""
    found = (_post(p, profile.terms, p.day or sighting.day) for p in sighting.posts)
    return max(found, key=POST_LEVELS.index, default="unknown")


def country(sighting: Sighting, profile: Profile) -> str:
    """Is it the same country?"""
    if not sighting.country or not profile.country:
        return "unknown"
    return "same" if sighting.country == profile.country else "different"


def body(sighting: Sighting, profile: Profile) -> str:
    """Is it the same body or organisation?"""
    ours = {p.body for p in sighting.posts if p.body}
    return "same" if ours & {t.body for t in profile.terms if t.body} else "unknown"


def sector(sighting: Sighting, profile: Profile) -> str:
    """Does it act in the same sector: government, army, rebels, an organisation?"""
    if not sighting.sector or not profile.sector:
        return "unknown"
    return "same" if sighting.sector == profile.sector else "different"


def kind(sighting: Sighting, profile: Profile) -> str:
    """Are both a person, or both not?"""
    return "same" if (sighting.kind == "person") == (profile.kind == "person") else "different"


def company(sighting: Sighting, profile: Profile) -> str:
    """Does it keep the same company: the parties met in the same reports?"""
    shared = len(sighting.company & profile.company)
    return "none" if shared == 0 else "some" if shared < 3 else "much"


def lexicon(sighting: Sighting, profile: Profile) -> str:
    """Does the lexicon take the words for this actor?"""
    return "yes" if profile.id in sighting.known else "no"


def here(sighting: Sighting, profile: Profile) -> str:
    """Does the same report speak of this actor by a fuller name?"""
    return "yes" if profile.here else "no"


def filed(sighting: Sighting, profile: Profile) -> str:
    """Was the same name of the same report taken for this actor before?"""
    ours = {fold_all(spelling.words) for spelling in sighting.names}
    return "yes" if is_minted(profile.id) and ours & profile.filed else "no"


@lru_cache(maxsize=65536)
def likeness(a: str, b: str) -> float:
    """How alike two full names are, from 0 to 1; those that share too little are not compared."""
    if fold_all(a) == fold_all(b):
        return 1.0
    return compare_names(a, b).score if len(sounds(a) & sounds(b)) >= SHARED else 0.0


@lru_cache(maxsize=65536)
def _tail(a: str, b: str) -> bool:
    """Whether one name may be a part of the other."""
    return not sounds(a).isdisjoint(sounds(b)) and compare_names(a, b).score >= NEAR


def _post(told: Post, terms: Iterable[Term], day: date | None) -> str:
    terms = tuple(terms)
    fitting = [term for term in terms if term.office == told.office]
    levels = [level for term in fitting if (level := _level(told, term, day)) is not None]
    if levels or not told.sole or not any(term.listed for term in terms):
        return max(levels, key=POST_LEVELS.index, default="unknown")
    return "otherwise" if fitting else "never"


def _level(told: Post, term: Term, day: date | None) -> str | None:
    """What a term of the same office says: held that day, lately, by its title alone, or nothing."""
    seat = same_seat(told, term)
    if seat is False:
        return None
    apart = days_apart(term, day)
    if apart is None or seat is None:  # "minister" alone: a list dates it, reports tell of it on any day
        return "title" if apart is None or apart <= SLACK or not term.listed else None
    if apart <= SLACK:
        return "held" if told.sole else "likewise"
    return "lately" if apart <= LATELY and not term.listed else None


def same_seat(told: Post, term: Term) -> bool | None:
    """Whether an office is of the same country or body; None where the words do not say."""
    if told.body and term.body and "/" in told.body and "/" in term.body:
        return told.body == term.body
    if told.country and term.country:
        return told.country == term.country
    return None


def days_apart(term: Term, day: date | None) -> int | None:
    """Days between a day and a term, 0 where it lies within; None where no day is known."""
    if day is None:
        return None
    before = (term.start - day).days if term.start else 0
    after = (day - term.end).days if term.end else 0
    return max(before, after, 0)
