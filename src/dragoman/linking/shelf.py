"""The people of the lexicon as actors that a sighting may be, found by the same keys as those of an archive."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dragoman.lexicon.people import Person
from dragoman.linking.actor_keys import stored_keys
from dragoman.model import Profile, Term


@dataclass(frozen=True, slots=True)
class Shelf:
    """Profiles by id, and the ids that each key leads to."""

    profiles: Mapping[str, Profile]
    ids: Mapping[str, tuple[str, ...]]


def make_shelf(people: Iterable[Person]) -> Shelf:
    """Put people on the shelf."""
    profiles = {person.row.id: profile_of(person) for person in people}
    ids: dict[str, list[str]] = {}
    for id, profile in profiles.items():
        for key in stored_keys("person", profile.names, profile.country, profile.terms):
            ids.setdefault(key, []).append(id)
    return Shelf(profiles, {key: tuple(found) for key, found in ids.items()})


def profile_of(person: Person) -> Profile:
    """A person of the lexicon as an actor that a sighting may be."""
    row = person.row
    country, body = row.country or None, row.body or None
    terms = tuple(Term(t.office, country, body, t.start, t.end, listed=True) for t in person.tenures)
    return Profile(row.id, "person", row.name, country, row.sector, (row.name, *row.aliases), terms)
