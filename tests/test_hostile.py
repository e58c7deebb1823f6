"""Whatever the text: the whole pipeline reads it, and every span points at its words."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import BadReport
from dragoman.model import Coded, Reading, Span
from dragoman.model.codec import from_json, to_json
from dragoman.pipeline import Pipeline
from dragoman.usecases.code import make_report

NEWS = """Iran's defence minister met the Syrian president in Damascus on March 8 , " ' “ ” ( ) [ ] – - : ; . . . \n
\n\n \t and or not the a of to in by with Israel attacked Hezbollah U.S. Gen. 12 1,200 $3.5 million killed wounded will
may denied said that which he his they sent troops aid drones S-300 (SANA, Reuters March 32 2023-02-30 al- al-Qaeda's
Mohammad Reza Ashtiani minister of president spokesman for according to 99999999999999999999 0 ½ % million million"""
ODD = [
    "\u0000",
    "\u200b",
    "\u202e",
    "\u0001",
    "\u0007",
    "\ufeff",
    "\u00ad",
    "\ud7ff",
    "\U0001f600",
    "e\u0301",
    "رئيس",
    "中国",
    "🇮🇷",
    "\r",
    "\u2028",
    "\x0b",
    "ﬁ",
    "İ",
    "ß",
    "Ǆ",
]
WORDS = st.sampled_from([*NEWS.split(" "), *ODD])
SENTENCES = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)
GLUED = st.lists(WORDS, min_size=1, max_size=25).map("".join)
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
TEXTS = st.lists(SENTENCES | GLUED | ANY, min_size=1, max_size=4).map("\n\n".join).filter(str.strip)


def coded_of(reading: Reading) -> Iterator[Coded[object]]:
    for e in reading.events:
        yield from (
            c for c in (e.type, e.status, e.place, e.time, *e.actors, *e.recipients, *e.sources) if c is not None
        )
    for c in reading.claims:
        yield from (v for v in (c.amount, c.subject, c.target, *c.claimed_by) if v is not None)
    for s in reading.statements:
        yield from (v for v in (s.speaker, s.verb, s.audience, *s.sources) if v is not None)


def spans_of(reading: Reading) -> Iterator[Span]:
    for layer in (reading.sections, reading.sentences, reading.mentions, reading.roles, reading.times, reading.places):
        yield from (item.span for item in layer)
    for chain in reading.coreference:
        yield from chain.spans
    for a in reading.attributions:
        yield from (a.cue, a.content, *a.speakers)
        yield from (span for source in a.sources for span in source.characterisation)
    for cue in reading.cues:
        yield from (cue.span, cue.scope)
    for records in (reading.events, reading.claims, reading.statements):
        yield from (record.sentence for record in records)
    for coded in coded_of(reading):
        yield from coded.evidence


def check(reading: Reading) -> None:
    text = reading.content
    for span in spans_of(reading):
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text).strip()
    assert all(a.content.end <= len(text) for a in reading.attributions)
    for start, end, word in zip(reading.tokens.starts, reading.tokens.ends, reading.tokens.words, strict=True):
        assert text[start:end] == word
    for event in reading.events:
        assert event.type.evidence and len(event.type.evidence[0].of(text).split()) <= 12
        assert from_json(type(event), to_json(event)) == event


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.lists(TEXTS, min_size=1, max_size=3), st.none() | st.dates())
def test_any_text_is_read(pipeline: Pipeline, texts: list[str], published: object) -> None:
    for reading in pipeline.read([make_report(text, published=published) for text in texts]):  # type: ignore[arg-type]
        check(reading)


@pytest.mark.parametrize(
    "text",
    [
        "x" * 100_000,
        "Iran " * 3_000,
        "(" * 3_000,
        "“" * 3_000,
        "1 " * 3_000,
        "." * 10_000,
        "\n" * 5_000 + "x",
        "Israel attacked Syria and " * 500,
        "the minister of " * 500,
        "Mohammad " * 1_000,
        "(SANA, March 3) " * 500,
        "he said that " * 500,
        "\u202e\u200f\u0000 \u200b\u200d",
        "?!,.;:'\"()[]{}<>-–—…",
        "\r\n\r\nISRAEL ATTACKED SYRIA.\r\n\r\n",
        "İSTANBUL'DA İRAN’IN Ğ\u0307\u0307\u0307",
    ],
    ids=lambda text: repr(text[:16]),
)
def test_long_and_odd_texts_are_read(pipeline: Pipeline, text: str) -> None:
    (reading,) = pipeline.read([make_report(text, published="2023-03-09")])
    check(reading)


@pytest.mark.parametrize("text", ["", " ", "\n\t", "half \ud800 a pair"])
def test_what_is_no_text_is_refused_with_its_name(text: str) -> None:
    with pytest.raises(BadReport, match="r1"):
        make_report(text, id="r1")
