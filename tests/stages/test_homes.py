"""Parties without a country get one from the place, or from the other side; nobody else does."""

import pytest

from dragoman.model import Coded, Party, Place, Span
from dragoman.stages.homes import at_home

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
    assert countries(at_home(type_, actors, recipients, place, STATES)) == expected


def test_the_place_of_a_visit_is_its_hosts() -> None:
    assert countries(at_home("CONSULT", (ISRAEL,), (), DAMASCUS, STATES, visit=True)) == (["ISR"], ["SYR"])


def test_a_country_given_so_counts_less() -> None:
    _, (civilians,) = at_home("ASSAULT", (ISRAEL,), (CIVILIANS,), DAMASCUS, STATES)
    assert civilians.score < CIVILIANS.score
    _, (syria,) = at_home("ASSAULT", (ISRAEL,), (), DAMASCUS, STATES)
    assert syria.value.name == "Syria" and syria.evidence == DAMASCUS.evidence and syria.score <= 0.5
