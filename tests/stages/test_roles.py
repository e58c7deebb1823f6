"""Offices: cases/roles.toml, and titles that are none."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from cases import load_cases, named, read_texts
from dragoman.model import Reading
from dragoman.pipeline import Pipeline


@dataclass(frozen=True, slots=True)
class Case:
    """An office that must be found, with its country and its holder's words."""

    office: str
    country: str
    holder: str
    text: str


CASES = load_cases("roles", Case)


def offices(reading: Reading) -> list[tuple[str, str, str]]:
    content = reading.content
    return [
        (r.office, r.country or "-", reading.mentions[r.holder].span.of(content) if r.holder >= 0 else "-")
        for r in reading.roles
    ]


@pytest.fixture(scope="module")
def readings(pipeline: Pipeline) -> dict[str, Reading]:
    return read_texts(pipeline.upto(["roles"]), (case.text for case in CASES))


@pytest.mark.parametrize("case", CASES, ids=named)
def test_roles(readings: dict[str, Reading], case: Case) -> None:
    assert (case.office, case.country, case.holder) in offices(readings[case.text])


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_role_cites_its_title(readings: dict[str, Reading], case: Case) -> None:
    for role in readings[case.text].roles:
        assert role.rule == f"en/titles#{role.office.replace(' ', '-')}"
        assert -1 <= role.holder < len(readings[case.text].mentions)


@pytest.mark.parametrize(
    "text",
    [
        "The army left the town.",
        "Mr. Teodor Valkanov left the town.",
        "A general left the town.",
        "The presidential palace burned.",
        "Rewards for Justice offered money for the man.",
        "Officials head for European shores.",
        "She convened a broad and representative group of people.",
        "Amir Hatami left the town.",
        "Hossein Amir-Abdollahian left the town. Amir-Abdollahian flew home.",
    ],
)
def test_no_office_is_told(pipeline: Pipeline, text: str) -> None:
    assert offices(read_texts(pipeline.upto(["roles"]), [text])[text]) == []


@pytest.mark.parametrize(
    ("status", "latest", "text"),
    [
        ("current", "2023-03-09", "President Emmanuel Macron spoke in Paris."),
        ("former", "2023-03-08", "Former president François Hollande spoke in Paris."),
        ("former", "2023-03-08", "François Hollande, a former president of France, spoke in Paris."),
        ("former", "2023-03-08", "The former French president François Hollande spoke in Paris."),
        ("acting", "2023-03-09", "Lebanon's caretaker prime minister Najib Mikati spoke in Beirut."),
        ("acting", "2023-03-09", "Iran's acting foreign minister, Ali Bagheri Kani, arrived in Beirut."),
        ("designate", None, "President-elect Bola Tinubu spoke in Abuja."),
        ("then", None, "The then president, Emmanuel Macron, had refused."),
    ],
)
def test_an_office_that_is_over_is_not_held_today(
    read: Callable[..., Reading], status: str, latest: str | None, text: str
) -> None:
    reading = read(text, published="2023-03-09")
    days = {(role.status, str(role.held(reading.document.published)[1])) for role in reading.roles}
    assert days == {(status, str(latest))}


def test_a_body_in_small_letters_owns_an_office(read: Callable[..., Reading]) -> None:
    (role,) = read("A spokesman for the foreign ministry denied the report.").roles
    assert (role.office, role.body) == ("spokesperson", "foreign ministry")


def test_a_party_of_a_former_office_bears_it_as_former(read: Callable[..., Reading]) -> None:
    (event,) = read("Former French president François Hollande condemned Russia.").events
    assert event.actors[0].value.office == "former president"
