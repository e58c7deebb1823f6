"""Take the actors of a report for those of the registry: propose by keys, resolve, hand over what is to be filed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dragoman.lexicon.offices import Offices
from dragoman.linking.actor_features import LATELY, days_apart
from dragoman.linking.actor_keys import office_key, sought_keys
from dragoman.linking.actors import Background, resolve
from dragoman.linking.judgements import Decisions
from dragoman.linking.shelf import Shelf
from dragoman.linking.sightings import sightings
from dragoman.model import Entry, Profile, Reading, Sighting
from dragoman.ports import ActorStore

MOST = 5  # actors that one sighting is compared with, those that share most keys


@dataclass(frozen=True, slots=True)
class Enroller:
    """Makes entries out of readings. `shelf` holds the people of the lexicon, `titles` its names by id."""

    actors: ActorStore
    shelf: Shelf
    offices: Offices
    titles: Mapping[str, str]
    decided: Decisions

    def enrol(self, reading: Reading) -> tuple[Entry, ...]:
        """The actors of a report, each with whom it was taken for."""
        found = sightings(reading, self.offices)
        earlier = self.actors.earlier(reading.document.id)
        proposed = self.propose(found, earlier)
        return resolve(reading.report, proposed, Background(earlier, self.decided, self.titles))

    def propose(
        self, found: Iterable[Sighting], earlier: Mapping[str, str]
    ) -> list[tuple[Sighting, tuple[Profile, ...]]]:
        """Each sighting with the actors that it may be."""
        keys = [(sighting, _sought(sighting)) for sighting in found]
        by_key = self.actors.found_by({key for _, wanted in keys for key in wanted})
        likely = [(sighting, self._likely(sighting, wanted, by_key)) for sighting, wanted in keys]
        known = self.actors.profiles({id for _, ids in likely for id in ids})
        profiles = {id: self._profile(id, known) for _, ids in likely for id in ids}
        for folded, id in earlier.items():
            if profile := profiles.get(id):
                profiles[id] = replace(profile, filed=profile.filed | {folded})
        return [(sighting, tuple(p for id in ids if (p := profiles[id]))) for sighting, ids in likely]

    def _likely(
        self, sighting: Sighting, wanted: Iterable[str], by_key: Mapping[str, Mapping[str, str | None]]
    ) -> tuple[str, ...]:
        """Those that share most keys, and all whom the lexicon takes the words for or who held the office then.

        A name and another country are never enough, so that such actors need not be looked at.
        """
        filed = [item for key in wanted for item in by_key.get(key, {}).items()]
        listed = [(id, self.shelf.profiles[id].country) for key in wanted for id in self.shelf.ids.get(key, ())]
        homes = (None, sighting.country)
        shared = Counter(id for id, home in (*filed, *listed) if sighting.country is None or home in homes)
        holders = self._holders(sighting)
        ranked = sorted(shared, key=lambda id: (-shared[id], id))
        return tuple(dict.fromkeys((*sighting.known, *holders, *ranked[:MOST])))

    def _holders(self, sighting: Sighting) -> Iterator[str]:
        """Those who held an office of the sighting about that day, as the lists have it."""
        for post in sighting.posts:
            for id in self.shelf.ids.get(office_key(post.office, post.country, post.body), ()):
                terms = (term for term in self.shelf.profiles[id].terms if term.office == post.office)
                if any((days_apart(term, post.day or sighting.day) or 0) <= LATELY for term in terms):
                    yield id

    def _profile(self, id: str, known: Mapping[str, Profile]) -> Profile | None:
        """What lexicon and registry know of somebody, together."""
        listed, filed = self.shelf.profiles.get(id), known.get(id)
        if listed is None or filed is None:
            return listed or filed
        names = tuple(dict.fromkeys((*listed.names, *filed.names)))
        return replace(listed, names=names, terms=(*listed.terms, *filed.terms), company=filed.company)


def _sought(sighting: Sighting) -> frozenset[str]:
    """The keys to look up; what the lexicon names for good need not be looked up."""
    return frozenset() if sighting.kind != "person" and sighting.known else sought_keys(sighting)
