"""Which party the words of a text stand for: name, country, kind, office and the words that say so."""

import pytest

from cases import read_texts
from dragoman.model import Event
from dragoman.pipeline import Pipeline

# text, the side that is asked for, then "name | country | kind | sector" with "-" for none
PARTIES = [
    ("Israeli warplanes attacked a Syrian air base near Homs on Sunday.", "actors", "Israel | ISR | state | MIL"),
    ("Poland expelled forty Russian diplomats on Tuesday.", "actors", "Poland | POL | state | -"),
    ("Tehran condemned the American strike on Erbil.", "actors", "Iran | IRN | state | GOV"),
    ("Emmanuel Macron visited Kyiv on Thursday.", "actors", "Emmanuel Macron | FRA | person | GOV"),
    ("French President Emmanuel Macron visited Kyiv on Thursday.", "actors", "Emmanuel Macron | FRA | person | GOV"),
    (
        "The Turkish foreign minister visited Baghdad on Thursday.",
        "actors",
        "The Turkish foreign minister | TUR | person | GOV",
    ),
    (
        "The Islamic Revolutionary Guard Corps seized a British tanker in the Gulf.",
        "actors",
        "Islamic Revolutionary Guard Corps | IRN | body | MIL",
    ),
    ("Hezbollah fired rockets at Israeli positions near Metula.", "actors", "Hezbollah | LBN | armed_group | REB"),
    ("The UN Security Council condemned North Korea.", "actors", "United Nations Security Council | - | igo | IGO"),
    ("Police in Jenin arrested 40 Palestinians on Friday.", "recipients", "Palestinians | PSE | collective | CVL"),
    ("Ukraine shelled Russian tanks near Kupiansk.", "recipients", "Russia | RUS | state | MIL"),
    ("Iraq rejected President Hassan Rouhani's proposal.", "recipients", "Hassan Rouhani | IRN | person | GOV"),
    ("The army shelled Houthi-controlled districts of Taiz.", "recipients", "Houthis | YEM | armed_group | REB"),
    ("The European Union imposed sanctions on Belarus.", "actors", "European Union | - | igo | IGO"),
]


def shown(event: Event, side: str) -> list[str]:
    return [
        " | ".join(v or "-" for v in (p.value.name, p.value.country, p.value.kind, p.value.sector))
        for p in getattr(event, side)
    ]


@pytest.mark.parametrize(("text", "side", "party"), PARTIES)
def test_parties(pipeline: Pipeline, text: str, side: str, party: str) -> None:
    events = next(iter(read_texts(pipeline, [text]).values())).events
    assert [shown(e, side) for e in events[:1]] == [[party]]


def test_an_office_is_told_by_the_text_else_by_the_registry(pipeline: Pipeline) -> None:
    told, known, long_gone = (
        "French President Emmanuel Macron visited Kyiv.",
        "Emmanuel Macron visited Kyiv.",
        "Angela Merkel visited Kyiv.",
    )
    readings = read_texts(pipeline, [told, known, long_gone], published="2023-03-09")
    offices = [readings[text].events[0].actors[0].value.office for text in (told, known, long_gone)]
    assert offices == ["president", "president", None]


def test_a_party_shows_the_shortest_words(pipeline: Pipeline) -> None:
    text = "The Iranian defence minister met the Syrian president in Damascus on Wednesday."
    (event,) = next(iter(read_texts(pipeline, [text]).values())).events
    assert [p.evidence[0].of(text) for p in (*event.actors, *event.recipients)] == [
        "The Iranian defence minister",
        "the Syrian president",
    ]


def test_coordinated_parties_are_each_one(pipeline: Pipeline) -> None:
    text = "Sweden supplied anti-tank weapons to Ukraine, Estonia and Latvia."
    (event,) = next(iter(read_texts(pipeline, [text]).values())).events
    assert [p.value.country for p in event.recipients] == ["UKR", "EST", "LVA"]
