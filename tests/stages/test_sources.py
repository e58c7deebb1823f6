"""According to whom: the sources of events, and choices by hand."""

from datetime import date

import pytest

from cases import read_texts
from dragoman.model import Attribution, Source, Span
from dragoman.pipeline import Pipeline
from dragoman.stages.sources import reported_on, sources_of

PUBLISHED = "2023-03-09"
WORDS = Span(10, 15)
NEAR = Span(5, 30)
OUTSIDE = Span(0, 4)


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Reuters reported that Turkey had sent drones to Mali.", ["Reuters"]),
        ("Turkey sent drones to Mali, according to Reuters and AFP.", ["Reuters", "AFP"]),
        ("Israel attacked the port of Latakia. Turkish troops shelled Manbij (SANA, March 3).", ["SANA", "SANA"]),
        ("Turkey sent drones to Mali.", []),
    ],
)
def test_sources_of_the_acts(pipeline: Pipeline, text: str, sources: list[str]) -> None:
    events = next(iter(read_texts(pipeline, [text], published=PUBLISHED).values())).events
    assert [s.value.name for e in events for s in e.sources] == sources


def said(source: Source, content: Span = NEAR, at: Span = OUTSIDE) -> Attribution:
    return Attribution(at, content, (source,), (Span(0, 3),), "en/attributions#say")


def test_parallel_attributions_are_chains_of_their_own() -> None:
    found = sources_of((said(Source("A")), said(Source("B")), said(Source("A"))), WORDS)
    assert [(s.value.name, s.value.chain) for s in found] == [("A", 0), ("B", 1)]


def test_what_is_said_elsewhere_is_no_source() -> None:
    assert sources_of((said(Source("A"), Span(20, 30)), said(Source("B"), at=Span(10, 12))), WORDS) == ()


def test_the_first_day_on_which_it_was_reported() -> None:
    days = [said(Source("A", date=date(2023, 3, day))) for day in (5, 3)]
    assert reported_on((*days, said(Source("B"))), WORDS) == date(2023, 3, 3)
    assert reported_on((), WORDS) is None
