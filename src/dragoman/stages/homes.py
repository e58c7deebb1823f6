"""Give parties of no named country a home: where it happens, or the country of the other side."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dragoman.model import Coded, Party, Place

Parties = tuple[Coded[Party], ...]
ON_THE_SPOT = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT", "AID", "SANCTION"})
AGAINST_A_PLACE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "AID", "SANCTION", "THREATEN"})
DOMESTIC = frozenset({"OPP", "CVL", "EDU", "LAB", "COP", "JUD", "LEG", "PTY", "AGR", "REL", "MED", "CIV"})
REBELLIOUS = frozenset({"REB", "OPP", "UAF", "RAD"})
WORLDLY = frozenset({"IGO", "NGO", "MNC"})
PLACE_RULE = "en/homes#place"
HOMELESS = frozenset({"collective", "body", "party"})
CURFEWS = frozenset({"1723", "1724"})
ARRESTS = frozenset({"173", "174"})  # what the authorities of a place do there


@dataclass(frozen=True, slots=True)
class Ground:
    """Where an act stands: its type and code, its place, the one country that its sentence names (None for several)."""

    type: str
    cameo: str
    place: Coded[Place] | None
    only: str | None
    states: Mapping[str, str]


def at_home(ground: Ground, actors: Parties, recipients: Parties) -> tuple[Parties, Parties]:
    """The two sides with the countries that the place and each other give them; the place of a visit is its host's."""
    type_, place = ground.type, ground.place
    country = place.value.country if place is not None else None
    if type_ in ON_THE_SPOT and country is not None:
        actors, recipients = _settle(actors, country), _settle(recipients, country)
    if not recipients and place is not None and (type_ in AGAINST_A_PLACE or ground.cameo[:3] == "042"):
        recipients = _of_place(actors, place, ground)
    if type_ in ("COERCE", "PROTEST", "THREATEN"):
        actors, recipients = _beside(actors, recipients), _beside(recipients, actors)
    if ground.only is not None:
        actors, recipients = _alone(actors, recipients, ground.only), _alone(recipients, actors, ground.only)
    if type_ == "PROTEST" and not recipients:
        recipients = _own_government(actors, ground.states)
    if ground.cameo[:3] in ARRESTS and not actors and country is not None:
        actors = (_government(country, ground.states),)
    if ground.cameo[:4] in CURFEWS and not recipients:
        recipients = _own_people(actors, ground.states)
    return actors, recipients


def _alone(parties: Parties, others: Parties, country: str) -> Parties:
    """Parties of no country in a sentence that names one country only, unless that is the other side itself."""
    if any(p.value.country == country and p.value.kind == "state" and p.rule != PLACE_RULE for p in others):
        return parties
    return tuple(
        replace(p, value=replace(p.value, country=country), score=p.score * 0.7) if _homeless(p) else p for p in parties
    )


def _homeless(coded: Coded[Party]) -> bool:
    """Somebody public of no named country: rebels, parliament, lawmakers, a president who is not known by name."""
    party = coded.value
    described = party.kind == "person" and (party.office or coded.rule.startswith("en/agents"))
    public = party.kind in HOMELESS or party.kind == "armed_group" or described
    return party.country is None and party.actor_id is None and bool(public) and party.sector not in WORLDLY


def _settle(parties: Parties, country: str) -> Parties:
    """Protesters, soldiers or civilians of no named country belong where it happens."""
    return tuple(
        replace(p, value=replace(p.value, country=country), score=p.score * 0.8)
        if p.value.country is None and p.value.actor_id is None and p.value.kind in HOMELESS
        else p
        for p in parties
    )


def _of_place(actors: Parties, place: Coded[Place], ground: Ground) -> Parties:
    """What is done in a foreign country without a named target is done to that country; by rebels, in their own."""
    country = place.value.country
    if country is None or any(p.value.country == country and p.value.sector not in REBELLIOUS for p in actors):
        return ()
    sector = "CVL" if ground.cameo[:4] in CURFEWS else None
    name = ground.states.get(country, country)
    return (Coded(Party(name, country, "state", sector), PLACE_RULE, place.evidence, 0.5),)


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
    return tuple(_government(country, states) for country in sorted(countries))


def _own_people(actors: Parties, states: Mapping[str, str]) -> Parties:
    """A curfew or martial law is for those who live under it."""
    countries = {p.value.country for p in actors if p.value.country}
    return tuple(
        Coded(Party(states.get(c, c), c, "collective", "CVL"), "default/own-people", (), 0.5) for c in sorted(countries)
    )


def _government(country: str, states: Mapping[str, str]) -> Coded[Party]:
    return Coded(Party(states.get(country, country), country, "state", "GOV"), "default/own-government", (), 0.5)
