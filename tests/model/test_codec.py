"""Every noun comes back from JSON as it went in, and what is no noun is refused."""

import json
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import BadRecord
from dragoman.model import (
    Claim,
    Coded,
    Document,
    Event,
    Failure,
    Incident,
    Interval,
    Judgement,
    Magnitude,
    Outlet,
    Party,
    Place,
    Position,
    Relation,
    Report,
    Source,
    Span,
    Statement,
    Text,
    Transfer,
    Version,
)
from dragoman.model.codec import from_json, to_json

WORDS = st.text(max_size=12)
MAYBE = st.none() | WORDS
FIGURES = st.none() | st.floats(allow_nan=False, allow_infinity=False)
COUNTS = st.none() | st.integers(0, 10**9)
DAYS = st.none() | st.dates()
SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 10**6), st.integers(1, 999))
SCORES = st.floats(0, 1)


def coded(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """With words under any rule, or without under a default."""
    said = st.builds(Coded, values, WORDS, st.lists(SPANS, min_size=1, max_size=3).map(tuple), SCORES)
    return said | st.builds(Coded, values, WORDS.map("default/".__add__), st.just(()), SCORES)


def few(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(values, max_size=2).map(tuple)


PARTIES = st.builds(Party, WORDS, MAYBE, WORDS, MAYBE, MAYBE, MAYBE, MAYBE)
PLACES = st.builds(Place, WORDS, MAYBE, MAYBE, FIGURES, FIGURES, COUNTS, WORDS)
INTERVALS = st.builds(Interval, DAYS, DAYS, WORDS)
SOURCES = st.builds(Source, WORDS, WORDS, MAYBE, st.integers(0, 9), st.integers(0, 9), DAYS)
EVENTS = st.builds(
    Event,
    id=WORDS,
    text=WORDS,
    type=coded(WORDS),
    cameo=WORDS,
    mode=MAYBE,
    quad=MAYBE,
    intensity=FIGURES,
    contexts=few(coded(WORDS)),
    actors=few(coded(PARTIES)),
    recipients=few(coded(PARTIES)),
    reciprocal=st.booleans(),
    place=st.none() | coded(PLACES),
    time=st.none() | coded(INTERVALS),
    status=coded(WORDS),
    background=st.booleans(),
    habitual=st.booleans(),
    conditional_on=st.none() | SPANS,
    demanded_by=st.none() | SPANS,
    sources=few(coded(SOURCES)),
    positions=few(st.builds(Position, st.integers(0, 9), WORDS, st.none() | SPANS)),
    magnitude=st.none() | st.builds(Magnitude, COUNTS, COUNTS, COUNTS),
    relations=few(st.builds(Relation, WORDS, WORDS)),
    sentence=SPANS,
    score=SCORES,
)
CLAIMS = st.builds(
    Claim,
    id=WORDS,
    text=WORDS,
    measure=WORDS,
    amount=coded(WORDS),
    low=FIGURES,
    high=FIGURES,
    unit=WORDS,
    per=MAYBE,
    period=st.none() | INTERVALS,
    as_of=st.none() | INTERVALS,
    subject=st.none() | coded(PARTIES),
    target=st.none() | coded(PARTIES),
    status=WORDS,
    claimed_by=few(coded(SOURCES)),
    about=MAYBE,
    derived_from=MAYBE,
    sentence=SPANS,
    score=SCORES,
)
STATEMENTS = st.builds(
    Statement,
    id=WORDS,
    text=WORDS,
    speaker=coded(PARTIES),
    verb=coded(WORDS),
    content=SPANS,
    audience=st.none() | coded(PARTIES),
    stance=WORDS,
    quoted=st.booleans(),
    event=MAYBE,
    sources=few(coded(SOURCES)),
    sentence=SPANS,
    score=SCORES,
)
TRANSFERS = st.builds(
    Transfer,
    id=WORDS,
    text=WORDS,
    item=coded(WORDS),
    category=WORDS,
    stage=coded(WORDS),
    supplier=st.none() | coded(PARTIES),
    recipient=st.none() | coded(PARTIES),
    number=FIGURES,
    time=st.none() | coded(INTERVALS),
    sources=few(coded(SOURCES)),
    sentence=SPANS,
    score=SCORES,
)
REPORTS = st.builds(
    Report,
    st.builds(Document, WORDS, MAYBE, MAYBE, MAYBE, DAYS, WORDS),
    st.builds(Version, WORDS, WORDS, st.none() | st.datetimes()),
    st.builds(Text, WORDS, WORDS, WORDS, WORDS, WORDS),
)
LEDGER = (
    st.builds(Outlet, WORDS, WORDS, WORDS, MAYBE, WORDS, WORDS)
    | st.builds(Judgement, WORDS, SPANS, st.integers(0, 9), WORDS, WORDS, st.datetimes(), WORDS, MAYBE, MAYBE, WORDS)
    | st.builds(Incident, WORDS, few(WORDS), WORDS, DAYS, DAYS, st.integers(0, 99), few(WORDS))
    | st.builds(Failure, WORDS, WORDS)
)
NOUNS = EVENTS | CLAIMS | STATEMENTS | TRANSFERS | REPORTS | LEDGER


@settings(max_examples=150, deadline=None)
@given(NOUNS)
def test_a_noun_survives_json(noun: Any) -> None:
    assert from_json(type(noun), json.loads(json.dumps(to_json(noun)))) == noun


@settings(max_examples=40, deadline=None)
@given(NOUNS, st.text(min_size=1).filter(lambda name: not name.isidentifier() or name.startswith("x_")))
def test_an_unknown_field_is_refused(noun: Any, name: str) -> None:
    with pytest.raises(BadRecord, match=type(noun).__name__):
        from_json(type(noun), {**to_json(noun), name: 1})


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Party, {}),
        (Party, {"country": "IRN"}),
        (Party, "Iran"),
        (Party, None),
        (Span, {"start": 4}),
        (Span, {"start": 4, "end": 4}),
        (Coded, {"value": "CONSULT", "rule": "en/frames#meet"}),
        (
            Event,
            {
                "id": "e",
                "text": "t",
                "type": {"value": "CONSULT", "rule": "r", "evidence": [], "score": 1.0},
                "cameo": "040",
            },
        ),
        (Claim, {"id": "c"}),
        (Statement, {"id": "s", "speaker": 3}),
    ],
)
def test_what_is_no_noun_is_refused(kind: type, value: object) -> None:
    with pytest.raises(BadRecord):
        from_json(kind, value)


def test_nested_nouns_are_built_with_their_own_types() -> None:
    event = Event(
        "e",
        "t",
        Coded("CONSULT", "r", (Span(0, 3),)),
        "040",
        time=Coded(Interval(date(2023, 3, 8), None), "r", (Span(4, 6),)),
    )
    back = from_json(Event, to_json(event))
    assert back.time is not None
    assert back.time.value.start == date(2023, 3, 8)
    assert isinstance(back.type.evidence[0], Span)


def test_times_become_iso_strings() -> None:
    judgement = Judgement("t", Span(0, 3), 0, "right", "me", datetime(2023, 3, 9, 12, 30))
    assert to_json(judgement)["at"] == "2023-03-09T12:30:00"


def test_whole_numbers_stand_for_figures() -> None:
    assert isinstance(from_json(Place, {"name": "Homs", "lat": 34, "lon": 36}).lat, float)
