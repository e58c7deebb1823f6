"""Offices: cases/roles.toml, and titles that are none."""

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
    ],
)
def test_no_office_is_told(pipeline: Pipeline, text: str) -> None:
    assert offices(read_texts(pipeline.upto(["roles"]), [text])[text]) == []
