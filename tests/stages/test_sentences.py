"""Sentences: where they end, and where a full stop is not an end."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.lexicon.words import load_segmenter
from dragoman.model import Reading, Section, Span
from dragoman.settings import DATA
from dragoman.stages.sentences import LONGEST, sentence_finder
from dragoman.usecases.code import make_report

CUT = sentence_finder(load_segmenter(DATA / "lang" / "en" / "words.toml"))


def read(text: str, kind: str = "paragraph") -> Reading:
    return CUT(Reading(make_report(text), sections=(Section(kind, Span(0, len(text))),)))


def cut(text: str) -> list[str]:
    return [" ".join(s.span.of(text).split()) for s in read(text).sentences]


TWO = [
    "The minister left. | The talks went on.",
    "Did he leave? | Nobody knows.",
    "They must go! | The army left.",
    "He arrived at 5 p.m. | The talks began at once.",
    "He returned to the U.S. | The talks went on.",
    "“We will go.” | The minister left.",
    "The minister said, “We will go.” | He left.",
    "(The talks failed.) | The minister left.",
    "The aid arrived.12 | The minister left.",
    "The envoy waited… | Then he left.",
    "The firm is Baykar Inc. | The drones are Turkish.",
    "It happened in 2015. | 30 soldiers died.",
    "The ship left. | “We are safe,” he said.",
    "He spoke of Gen. Khatami. | Nobody answered.",
    "It cost $1.5 million. | Iran paid.",
    "Iran bought S-300s. | Russia delivered them.",
    "They met in St. Petersburg. | The talks failed.",
    "He left at noon . | The talks went on .",
]
ONE = [
    "Gen. Qasem Soleimani met Maj. Gen. Bagheri in Tehran.",
    "Mr. and Mrs. Smith met Dr. Jones and Prof. Brown.",
    "The U.S. Secretary of State and the U.N. envoy met Lt. Col. Hassan.",
    "Ms. Baerbock travelled to St. Petersburg and Mt. Hermon.",
    "See No. 5 of the list and p. 12.",
    "The U.S. and the U.K. attacked.",
    "At 5 p.m. Monday the talks began.",
    "It cost $3.5 million and 1.200 soldiers.",
    "On Feb. 24 Russia attacked.",
    "He said: “We will go,” and left.",
    "The talks failed; the minister left; nobody spoke.",
    "The minister of defence\nmet his counterpart\nin Damascus.",
    "The site example.org reported it.",
    "George W. Bush met J. Smith.",
    "“Will they go?” he asked.",
    "The army (i.e. the fifth corps) left.",
    "Yahoo! reported it, he said.",
    "The envoy … waited.",
    "no capitals here. and none here.",
]


@pytest.mark.parametrize("text", TWO)
def test_two_sentences(text: str) -> None:
    assert cut(text.replace(" | ", " ")) == text.split(" | ")


@pytest.mark.parametrize("text", ONE)
def test_one_sentence(text: str) -> None:
    assert cut(text) == [" ".join(text.split())]


def test_a_line_break_inside_a_sentence_is_bridged_not_edited() -> None:
    text = "The minister\nmet the\r\n  president. He left."
    reading = read(text)
    assert [s.span.of(text) for s in reading.sentences] == ["The minister\nmet the\r\n  president.", "He left."]


def test_every_section_starts_a_sentence_and_boilerplate_has_none() -> None:
    text = "A heading without a stop\nThe minister left. Share this story"
    parts = (("heading", 0, 24), ("paragraph", 25, 43), ("boilerplate", 44, 60))
    reading = CUT(Reading(make_report(text), sections=tuple(Section(kind, Span(a, b)) for kind, a, b in parts)))
    assert [(s.span.of(text), s.section) for s in reading.sentences] == [
        ("A heading without a stop", 0),
        ("The minister left.", 1),
    ]


def test_an_empty_report_of_marks_only() -> None:
    assert cut("\u200b \u200b") == []
    assert cut("...") == ["..."]


@pytest.mark.parametrize("piece", ["word ", "word", ". ", "A. ", "“", "\n", "a\n", "1.", "U.S. ", "?! "])
def test_time_is_linear(piece: str) -> None:
    began = time.process_time()
    reading = read(piece * 30_000 + "x")
    assert time.process_time() - began < 8
    assert all(s.last - s.first <= LONGEST + 60 for s in reading.sentences if piece != "“")


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet='aB. \n"”)?!…12;', min_size=1, max_size=80).filter(str.strip))
def test_sentences_share_out_all_tokens(text: str) -> None:
    reading = read(text)
    assert [i for s in reading.sentences for i in range(s.first, s.last)] == list(range(len(reading.tokens)))
    for sentence in reading.sentences:
        assert sentence.span == reading.tokens.span(sentence.first, sentence.last)
