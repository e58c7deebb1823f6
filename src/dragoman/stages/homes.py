"""Give parties of no named country a home: where it happens, or the country of the other side."""

from collections.abc import Mapping
from dataclasses import replace

from dragoman.model import Coded, Party, Place

Parties = tuple[Coded[Party], ...]
ON_THE_SPOT = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT", "AID", "SANCTION"})
AGAINST_A_PLACE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "AID", "SANCTION", "THREATEN"})
DOMESTIC = frozenset({"OPP", "CVL", "EDU", "LAB", "COP", "JUD", "LEG", "PTY", "AGR", "REL", "MED", "CIV"})
HOMELESS = frozenset({"collective", "body", "party"})


def at_home(
    type_: str,
    actors: Parties,
    recipients: Parties,
    place: Coded[Place] | None,
    states: Mapping[str, str],
    visit: bool = False,
) -> tuple[Parties, Parties]:
    """The two sides with the countries that the place and each other give them; the place of a visit is its host's."""
    country = place.value.country if place is not None else None
    if type_ in ON_THE_SPOT and country is not None:
        actors, recipients = _settle(actors, country, HOMELESS), _settle(recipients, country, HOMELESS)
    if not recipients and place is not None and (type_ in AGAINST_A_PLACE or visit):
        recipients = _of_place(actors, place, states)
    if type_ in ("COERCE", "PROTEST", "THREATEN"):
        actors, recipients = _beside(actors, recipients), _beside(recipients, actors)
    if type_ == "PROTEST" and not recipients:
        recipients = _own_government(actors, states)
    return actors, recipients


def _settle(parties: Parties, country: str, kinds: frozenset[str]) -> Parties:
    """Protesters, soldiers or civilians of no named country belong where it happens."""
    return tuple(
        replace(p, value=replace(p.value, country=country), score=p.score * 0.8)
        if p.value.country is None and p.value.actor_id is None and p.value.kind in kinds
        else p
        for p in parties
    )


def _of_place(actors: Parties, place: Coded[Place], states: Mapping[str, str]) -> Parties:
    """What is done in a foreign country without a named target is done to that country."""
    country = place.value.country
    if country is None or any(p.value.country == country for p in actors):
        return ()
    return (Coded(Party(states.get(country, country), country, "state"), "en/homes#place", place.evidence, 0.5),)


def _beside(parties: Parties, others: Parties) -> Parties:
    """Opponents, students or police beside a party of one country are that country's."""
    countries = {p.value.country for p in others}
    country = next(iter(countries)) if len(countries) == 1 else None
    if country is None:
        return parties
    return tuple(
        replace(p, value=replace(p.value, country=country), score=p.score * 0.7)
        if p.value.country is None and p.value.actor_id is None and p.value.sector in DOMESTIC
        else p
        for p in parties
    )


def _own_government(actors: Parties, states: Mapping[str, str]) -> Parties:
    """A protest without a named target is against the protesters' own government."""
    countries = {p.value.country for p in actors if p.value.country}
    return tuple(
        Coded(Party(states.get(c, c), c, "state", "GOV"), "default/own-government", (), 0.5) for c in sorted(countries)
    )
