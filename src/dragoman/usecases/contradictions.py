"""What cannot all be so: two holders of one office at one date, one person in two countries. Shown, never resolved."""

from collections.abc import Iterable, Iterator

from dragoman.lexicon.offices import Offices
from dragoman.linking.actor_keys import office_key
from dragoman.linking.shelf import Shelf
from dragoman.model import Seen, Term
from dragoman.usecases.roll import HeldOffice, Roll, card_of, held_offices


def contradictions(
    roll: Roll, id: str, seen: Iterable[Seen], held: Iterable[HeldOffice], shelf: Shelf, offices: Offices
) -> Iterator[str]:
    """What cannot all be so: one person in two countries, two holders of one office at one date."""
    countries: dict[str, str] = {}
    for item in seen:
        for post in item.entry.sighting.posts:
            if post.country:
                countries.setdefault(post.country, item.document)
    if len(countries) > 1:
        told = ", ".join(f"{country} (report {document})" for country, document in sorted(countries.items()))
        yield f"reports give offices of different countries: {told}"
    for office in held:
        if offices.is_sole(office.office) and (office.country or office.body):
            yield from _rivals(roll, id, office, shelf)


def _rivals(roll: Roll, id: str, office: HeldOffice, shelf: Shelf) -> Iterator[str]:
    """Who else is said to hold the same office within the same days."""
    key = office_key(office.office, office.country, office.body)
    others = roll.store.found_by([key]).get(key, ())
    for other, seen in roll.groups(others).items():
        rivals = (h for h in held_offices(seen) if other != id and _same_seat(h, office) and _overlap(h, office))
        for rival in rivals:
            name, days = card_of(other, seen).name, _days(rival)
            yield f"{office.office} ({office.country or office.body}): reports also give it to {name} [{other}], {days}"
    for other in shelf.ids.get(key, ()):
        if roll.decided.stands_for(other) != id and (term := _term_at(shelf, other, office)) is not None:
            name = shelf.profiles[other].name
            until = f"{term.start or '…'} to {term.end or '…'}"
            yield f"{office.office} ({office.country or office.body}): the lists give it to {name} [{other}], {until}"


def _same_seat(a: HeldOffice, b: HeldOffice) -> bool:
    return a.office == b.office and (a.country or a.body) == (b.country or b.body)


def _overlap(a: HeldOffice, b: HeldOffice) -> bool:
    if not (a.earliest and a.latest and b.earliest and b.latest):
        return False
    return a.earliest <= b.latest and b.earliest <= a.latest


def _days(office: HeldOffice) -> str:
    return str(office.earliest) if office.earliest == office.latest else f"{office.earliest} to {office.latest}"


def _term_at(shelf: Shelf, other: str, office: HeldOffice) -> Term | None:
    """The listed term of somebody that covers all days on which reports give the office to another."""
    first, last = office.earliest, office.latest
    if first is None or last is None:
        return None
    fitting = (t for t in shelf.profiles[other].terms if t.office == office.office and t.country == office.country)
    return next((t for t in fitting if t.start and t.start <= first and (t.end is None or last <= t.end)), None)
