"""Take an imported list into an archive: each person for one that is known, or for somebody new."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from dragoman.linking.actor_score import SAME, score
from dragoman.model import Known, Post, Profile, Sighting, Span, Spelling
from dragoman.model.identity import actor_id
from dragoman.text.fold import fold_all
from dragoman.usecases.enrol import Enroller
from dragoman.usecases.tenures import Listed

NOWHERE = Span(0, 1)  # a list has no text that a name could stand in


@dataclass(frozen=True, slots=True)
class Learned:
    """What an import brought: people and tenures that are new, and people that were taken for known ones."""

    people: int
    tenures: int
    known: int


def learn(enroller: Enroller, people: Iterable[Listed], source: str, at: datetime) -> Learned:
    """Keep the people of a list; the same list again changes nothing."""
    store = enroller.actors
    before = {known.id: known for known in store.learned()}
    after: dict[str, Known] = {}
    taken = 0
    for listed in people:
        profile = _same(enroller, listed)
        id = profile.id if profile else listed.id or actor_id("list", fold_all(listed.name), listed.country)
        taken += profile is not None
        after[id] = _merged(after.get(id) or before.get(id), _known(id, listed, profile, source))
    changed = [known for id, known in after.items() if known != before.get(id)]
    store.learn(changed, at)
    fresh = sum(len(known.terms) - len(before[known.id].terms if known.id in before else ()) for known in changed)
    return Learned(sum(known.id not in before for known in changed), fresh, taken)


def _same(enroller: Enroller, listed: Listed) -> Profile | None:
    """The one known actor that somebody of a list is, as if a report told of each tenure on its first day."""
    best: tuple[float, Profile] | None = None
    for term in listed.terms:
        post = Post(term.office, term.country, term.body, NOWHERE, enroller.offices.is_sole(term.office))
        names = tuple(Spelling(name, NOWHERE) for name in (listed.name, *listed.aliases))
        known = (listed.id,) if listed.id else ()
        day = term.start or term.end
        sighting = Sighting("person", day, names, listed.country or None, listed.sector, (post,), known)
        for _, proposed in enroller.propose([sighting], {}):
            for profile in proposed:
                value, _ = score(sighting, profile)
                if value >= SAME and (best is None or value > best[0]):
                    best = (value, profile)
    return best[1] if best else None


def _known(id: str, listed: Listed, profile: Profile | None, source: str) -> Known:
    name = profile.name if profile else listed.name
    aliases = tuple(alias for alias in dict.fromkeys((listed.name, *listed.aliases)) if alias != name)
    country = (profile.country if profile else None) or listed.country
    return Known(id, name, country, listed.sector, aliases, listed.terms, source)


def _merged(known: Known | None, more: Known) -> Known:
    """What was learned of somebody before, with what a list adds."""
    if known is None:
        return more
    aliases = tuple(dict.fromkeys((*known.aliases, *more.aliases)))
    terms = tuple(dict.fromkeys((*known.terms, *more.terms)))
    same = (aliases, terms) == (known.aliases, known.terms)
    return known if same else replace(known, aliases=aliases, terms=terms, source=more.source)
