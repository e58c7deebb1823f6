"""Parties without a country get one from the place, or from the other side; nobody else does."""

import pytest

from dragoman.model import Coded, Party, Place, Span
from dragoman.stages.homes import Ground, at_home

STATES = {"SYR": "Syria", "IRQ": "Iraq"}
DAMASCUS = Coded(Place("Damascus", "SYR"), "r", (Span(0, 8),))
SEA = Coded(Place("Red Sea", None), "r", (Span(0, 7),))


def party(
    name: str,
    country: str | None = None,
    kind: str = "collective",
    sector: str | None = None,
    actor_id: str | None = None,
) -> Coded[Party]:
    return Coded(Party(name, country, kind, sector, actor_id=actor_id), "r", (Span(0, 3),))


ISRAEL = party("Israel", "ISR", "state")
CIVILIANS = party("civilians", sector="CVL")
KNOWN = party("X Front", kind="armed_group", actor_id="org/x")
PROTESTERS = party("protesters", sector="CVL")


REBELS = party("rebels", "AFG", "armed_group", "REB")
KABUL = Coded(Place("Kabul", "AFG"), "r", (Span(0, 5),))


def ground(type_: str, place: Coded[Place] | None, cameo: str = "", only: str | None = None) -> Ground:
    return Ground(type_, cameo, place, only, STATES)


def countries(
    sides: tuple[tuple[Coded[Party], ...], tuple[Coded[Party], ...]],
) -> tuple[list[str | None], list[str | None]]:
    actors, recipients = sides
    return [p.value.country for p in actors], [p.value.country for p in recipients]


@pytest.mark.parametrize(
    ("type_", "actors", "recipients", "place", "expected"),
    [
        ("ASSAULT", (ISRAEL,), (CIVILIANS,), DAMASCUS, (["ISR"], ["SYR"])),
        ("ASSAULT", (ISRAEL,), (CIVILIANS,), None, (["ISR"], [None])),
        ("ASSAULT", (ISRAEL,), (CIVILIANS,), SEA, (["ISR"], [None])),
        ("ASSAULT", (ISRAEL,), (KNOWN,), DAMASCUS, (["ISR"], [None])),
        ("ASSAULT", (ISRAEL,), (), DAMASCUS, (["ISR"], ["SYR"])),
        ("ASSAULT", (party("Syria", "SYR", "state"),), (), DAMASCUS, (["SYR"], [])),
        ("CONSULT", (ISRAEL,), (), DAMASCUS, (["ISR"], [])),
        ("ACCUSE", (ISRAEL,), (CIVILIANS,), DAMASCUS, (["ISR"], [None])),
        ("PROTEST", (PROTESTERS,), (), DAMASCUS, (["SYR"], ["SYR"])),
        ("PROTEST", (PROTESTERS,), (), None, ([None], [])),
        (
            "COERCE",
            (party("Iraqi police", "IRQ", "body", "COP"),),
            (party("opponents", sector="OPP"),),
            None,
            (["IRQ"], ["IRQ"]),
        ),
        ("COERCE", (party("Iraqi police", "IRQ", "body", "COP"),), (party("smugglers"),), None, (["IRQ"], [None])),
    ],
)
def test_at_home(
    type_: str,
    actors: tuple[Coded[Party], ...],
    recipients: tuple[Coded[Party], ...],
    place: Coded[Place] | None,
    expected: tuple[list[str | None], ...],
) -> None:
    assert countries(at_home(ground(type_, place), actors, recipients)) == expected


def test_the_place_of_a_visit_is_its_hosts() -> None:
    assert countries(at_home(ground("CONSULT", DAMASCUS, "042"), (ISRAEL,), ())) == (["ISR"], ["SYR"])


def test_a_country_given_so_counts_less() -> None:
    _, (civilians,) = at_home(ground("ASSAULT", DAMASCUS), (ISRAEL,), (CIVILIANS,))
    assert civilians.score < CIVILIANS.score
    _, (syria,) = at_home(ground("ASSAULT", DAMASCUS), (ISRAEL,), ())
    assert syria.value.name == "Syria" and syria.evidence == DAMASCUS.evidence and syria.score <= 0.5


@pytest.mark.parametrize(
    ("actors", "recipients", "expected"),
    [
        ((party("parliament", kind="body"),), (CIVILIANS,), (["IRQ"], ["IRQ"])),
        (
            (party("rebels", kind="armed_group", sector="REB"),),
            (party("Iraqi police", "IRQ", "body"),),
            (["IRQ"], ["IRQ"]),
        ),
        ((party("gunmen"),), (party("Iraq", "IRQ", "state"),), ([None], ["IRQ"])),  # they may come from anywhere
        ((party("monitors", sector="NGO"),), (), ([None], [])),
        ((party("John Smith", kind="person"),), (), ([None], [])),
        ((KNOWN,), (), ([None], [])),
    ],
)
def test_in_a_sentence_of_one_country_the_public_is_of_it(
    actors: tuple[Coded[Party], ...], recipients: tuple[Coded[Party], ...], expected: tuple[list[str | None], ...]
) -> None:
    assert countries(at_home(ground("ACCUSE", None, only="IRQ"), actors, recipients)) == expected


def test_rebels_strike_their_own_country_a_government_does_not() -> None:
    assert countries(at_home(ground("ASSAULT", KABUL), (REBELS,), ())) == (["AFG"], ["AFG"])
    assert countries(at_home(ground("ASSAULT", KABUL), (party("Afghanistan", "AFG", "state"),), ())) == (["AFG"], [])


def test_whoever_is_arrested_is_so_by_the_authorities_of_the_place() -> None:
    actors, _ = at_home(ground("COERCE", DAMASCUS, "173"), (), (CIVILIANS,))
    assert [(p.value.country, p.rule) for p in actors] == [("SYR", "default/own-government")]


def test_a_curfew_is_for_those_who_live_under_it() -> None:
    _, (people,) = at_home(ground("COERCE", None, "1723"), (party("government", "IRQ", "body"),), ())
    assert (people.value.country, people.value.sector, people.rule) == ("IRQ", "CVL", "default/own-people")
