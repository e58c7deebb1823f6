"""Who and what is spoken of: cases/mentions.toml, and what a mention promises."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from cases import load_cases, named, read_texts
from dragoman.model import Reading
from dragoman.pipeline import Pipeline


@dataclass(frozen=True, slots=True)
class Case:
    """ "words | kind | country" for each mention that must be found; others may be."""

    mentions: tuple[str, ...]
    text: str


CASES = load_cases("mentions", Case)


@pytest.fixture(scope="module")
def readings(pipeline: Pipeline) -> dict[str, Reading]:
    return read_texts(pipeline.upto(["mentions"]), (case.text for case in CASES))


@pytest.mark.parametrize("case", CASES, ids=named)
def test_mentions(readings: dict[str, Reading], case: Case) -> None:
    found = {f"{m.span.of(case.text)} | {m.kind} | {m.country or '-'}" for m in readings[case.text].mentions}
    assert set(case.mentions) <= found


@pytest.mark.parametrize("case", CASES, ids=named)
def test_mentions_stand_in_order_on_whole_tokens(readings: dict[str, Reading], case: Case) -> None:
    reading = readings[case.text]
    assert [m.first for m in reading.mentions] == sorted(m.first for m in reading.mentions)
    for m in reading.mentions:
        assert m.span == reading.tokens.span(m.first, m.last) and m.head == m.last - 1 and 0 <= m.score <= 1


def find(pipeline: Pipeline, text: str) -> dict[str, str]:
    reading = read_texts(pipeline.upto(["mentions"]), [text])[text]
    return {m.span.of(text): m.kind for m in reading.mentions}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Pakistan today buried its dead on the hill.", {"today", "the hill", "hill"}),
        ("The report gave us a raw figure.", {"us", "raw"}),
        ("They polish the floor for the guests.", {"polish"}),
        ("The march in May was long.", {"march", "May"}),
        ("the attack was told to us by a man who left it.", {"us", "who", "it"}),
    ],
)
def test_common_words_are_no_names(pipeline: Pipeline, text: str, words: set[str]) -> None:
    assert not words & find(pipeline, text).keys()


def test_a_name_once_told_is_known_in_the_whole_report(pipeline: Pipeline) -> None:
    text = "General Rashid Kardomov arrived in Dushanbe on Monday. On Tuesday Kardomov inspected the border."
    assert find(pipeline, text)["Kardomov"] == "person"


def test_a_known_person_brings_country_and_id(pipeline: Pipeline) -> None:
    text = "Emmanuel Macron arrived in Beirut."
    mention = read_texts(pipeline.upto(["mentions"]), [text])[text].mentions[0]
    assert (mention.country, mention.actor_id, mention.rule) == (
        "FRA",
        "person/emmanuel-macron",
        "actors/people#person/emmanuel-macron",
    )


@pytest.mark.parametrize(
    ("words", "acts", "text"),
    [
        ("UK", True, "The UK condemned the attack."),
        ("UK", False, "They met in the UK on Monday."),
        ("Tehran", True, "Tehran condemned the attack."),
        ("Tehran", False, "The ministers met in Tehran."),
        ("Damascus", True, "Damascus and Moscow agreed on a truce."),
        ("Israel", True, "Syria accused Israel of the strike."),
        ("Turkey", False, "The minister visited Turkey on Monday."),
        ("Iraq", False, "Officials in Iraq said that the talks had failed."),
        ("Iraq", True, "Iraq faces a long winter."),
    ],
)
def test_a_country_that_acts_is_told_from_a_place(
    read: Callable[..., Reading], words: str, acts: bool, text: str
) -> None:
    assert [m.acts for m in read(text).mentions if m.span.of(text) == words] == [acts]
