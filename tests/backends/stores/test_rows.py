"""Nouns as rows of tables."""

from dragoman.backends.stores.rows import evidence_rows
from dragoman.model import Coded, Event, Party, Span


def test_every_field_with_words_is_evidence() -> None:
    event = Event(
        "e",
        "t",
        Coded("AID", "en/frames/aid#give", (Span(4, 8),)),
        "072",
        contexts=(Coded("military", "ontology/cameo#072", (Span(4, 8),)), Coded("economic", "x", (Span(9, 12),))),
        actors=(Coded(Party("Mali", "MLI", "state"), "actors/countries#mli", (Span(0, 3),)),),
    )
    assert [(row["field"], row["start"]) for row in evidence_rows(event)] == [
        ("type", 4),
        ("contexts/0", 4),
        ("contexts/1", 9),
        ("actors/0", 0),
    ]
