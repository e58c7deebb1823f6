"""Who is one and who is not: cases/coreference.toml, and what a chain promises."""

from dataclasses import dataclass

import pytest

from cases import load_cases, named, read_texts, span_of
from dragoman.model import Reading
from dragoman.pipeline import Pipeline


@dataclass(frozen=True, slots=True)
class Case:
    """Whether `second` (as it first stands behind `first`) speaks of the same as `first`."""

    one: bool
    first: str
    second: str
    text: str


CASES = load_cases("coreference", Case)


@pytest.fixture(scope="module")
def readings(pipeline: Pipeline) -> dict[str, Reading]:
    return read_texts(pipeline.upto(["coreference"]), (case.text for case in CASES))


@pytest.mark.parametrize("case", CASES, ids=named)
def test_coreference(readings: dict[str, Reading], case: Case) -> None:
    a = span_of(case.first, case.text)
    b = span_of(case.second, case.text, a.end)
    chains = readings[case.text].coreference
    linked = any(any(s.overlaps(a) for s in c.spans) and any(s.overlaps(b) for s in c.spans) for c in chains)
    assert linked is case.one


@pytest.mark.parametrize("case", CASES, ids=named)
def test_chains_are_ordered_and_link_at_least_two(readings: dict[str, Reading], case: Case) -> None:
    reading = readings[case.text]
    for chain in reading.coreference:
        assert len(chain.spans) > 1 and list(chain.spans) == sorted(chain.spans)
        assert -1 <= chain.mention < len(reading.mentions)


def test_a_pronoun_does_not_reach_over_a_paragraph(pipeline: Pipeline) -> None:
    first = "Emmanuel Macron flew to Kyiv on Monday and promised more tanks to the army."
    text = f"{first}\n\nHe was seen by nobody on that day, the newspaper wrote later."
    (reading,) = read_texts(pipeline.upto(["coreference"]), [text]).values()
    he = span_of("He was", text)
    assert not any(span.overlaps(he) for chain in reading.coreference for span in chain.spans)
