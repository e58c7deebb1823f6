"""Events as a whole: every field with its words, ids, relations, both sides of a paragraph, what is passed over."""

from collections.abc import Callable

import pytest

from cases import read_texts
from dragoman.model import Event, Reading
from dragoman.pipeline import Pipeline

REPORT = """Iran and Syria sign military pact

Mohammad Reza Ashtiani, the Iranian defence minister, met the Syrian president in Damascus on Wednesday, SANA reported.
The minister condemned the Israeli attack on the airport of Aleppo and said that Tehran would send more air defence
systems to Syria. Both countries agreed to expand cooperation.

On Monday, Israel attacked the airport of Aleppo and killed two Syrian soldiers, according to the Syrian Observatory for
Human Rights. Turkey may deploy troops near Manbij. Russia denied that it had withdrawn its forces from Hama (Reuters,
March 7).
"""


@pytest.fixture(scope="module")
def reading(pipeline: Pipeline) -> Reading:
    return read_texts(pipeline, [REPORT], published="2023-03-09")[REPORT]


def test_every_field_shows_its_words(reading: Reading) -> None:
    assert len(reading.events) >= 5
    for e in reading.events:
        for coded in (e.type, e.status, e.place, e.time, *e.actors, *e.recipients, *e.sources):
            if coded is not None:
                assert coded.evidence or coded.rule.startswith("default/")
                assert all(span.end <= len(REPORT) and span.of(REPORT).strip() for span in coded.evidence)
        assert e.sentence.covers(e.type.evidence[0])
        assert len(e.type.evidence[0].of(REPORT).split()) <= 12
        assert 0.05 <= e.score <= 0.95


def test_ids_are_unique_and_point_at_the_words(reading: Reading) -> None:
    ids = [e.id for e in reading.events]
    assert len(set(ids)) == len(ids)
    for e in reading.events:
        span = e.type.evidence[0]
        assert e.id.startswith(f"e:{reading.report.text.id}:{span.start}-{span.end}:")


def test_relations_lead_to_events_of_the_same_text(reading: Reading) -> None:
    ids = {e.id for e in reading.events}
    assert all(r.id in ids - {e.id} for e in reading.events for r in e.relations)


def test_recipients_have_roles(reading: Reading) -> None:
    assert {p.value.role for e in reading.events for p in e.recipients} <= {"target", "addressee", "beneficiary"}


def find(pipeline: Pipeline, text: str, **given: str) -> tuple[Event, ...]:
    return read_texts(pipeline, [text], **given)[text].events


def test_a_condemnation_is_about_the_attack(pipeline: Pipeline) -> None:
    events = find(pipeline, "The Egyptian foreign ministry condemned the Israeli attack on the Lebanese town of Tyre.")
    by_type = {e.type.value: e for e in events}
    assert [r.id for r in by_type["ACCUSE"].relations if r.kind == "about"] == [by_type["ASSAULT"].id]


def test_the_same_words_twice_are_told_apart(pipeline: Pipeline) -> None:
    text = "Israel attacked Damascus on Monday. Israel attacked Aleppo on Tuesday."
    events = find(pipeline, text, published="2023-03-09")
    assert len({e.id for e in events}) == 2
    assert [e.place.value.name for e in events if e.place] == ["Damascus", "Aleppo"]
    assert [str(e.time.value.start) for e in events if e.time] == ["2023-03-06", "2023-03-07"]


def test_aid_has_beneficiaries(pipeline: Pipeline) -> None:
    (event,) = find(pipeline, "Sweden supplied anti-tank weapons to Ukraine in the spring.")
    assert [p.value.role for p in event.recipients] == ["beneficiary"]


@pytest.mark.parametrize(
    "text",
    ["Ministers discussed cooperation.", "Nobody came to the town.", "12345 !!! ???", "Click here to share this story"],
)
def test_no_events_without_a_party(pipeline: Pipeline, text: str) -> None:
    assert find(pipeline, text) == ()


def test_a_score_falls_where_less_is_known(pipeline: Pipeline) -> None:
    (sure,) = find(pipeline, "Poland expelled forty Russian diplomats on Tuesday.")
    (planned,) = find(pipeline, "Poland will expel forty Russian diplomats on Tuesday.")
    assert planned.status.value == "planned" and planned.score < sure.score


def test_a_sentence_in_capitals_is_read_as_any_other(read: Callable[..., Reading]) -> None:
    (event,) = read("PRESIDENT VLADIMIR PUTIN MET TURKISH PRESIDENT RECEP TAYYIP ERDOGAN IN MOSCOW.").events
    assert [p.value.country for p in (*event.actors, *event.recipients)] == ["RUS", "TUR"]
