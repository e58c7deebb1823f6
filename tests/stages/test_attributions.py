"""Who says so: cases/attributions.toml, chains of sources, and what an attribution promises."""

from dataclasses import dataclass

import pytest

from cases import load_cases, named, read_texts, span_of
from dragoman.model import Reading, Span
from dragoman.pipeline import Pipeline
from dragoman.stages.sources import sources_of

ARTICLES = ("the ", "a ", "an ")


@dataclass(frozen=True, slots=True)
class Case:
    """The chains of sources of `words`, innermost speaker first, " < " before whoever passes it on."""

    chains: tuple[str, ...]
    words: str
    text: str


CASES = load_cases("attributions", Case)


def bare(name: str) -> str:
    """A name in lower case without its article."""
    lower = name.lower()
    return next((lower.removeprefix(article) for article in ARTICLES if lower.startswith(article)), lower)


@pytest.fixture(scope="module")
def readings(pipeline: Pipeline) -> dict[str, Reading]:
    return read_texts(pipeline.upto(["attributions"]), (case.text for case in CASES), published="2023-03-09")


def chains(reading: Reading, words: Span) -> list[str]:
    """The chains of the narrowest attribution around some words, as the case table writes them."""
    found: dict[int, list[str]] = {}
    for source in sources_of(reading.attributions, words):
        found.setdefault(source.value.chain, []).append(bare(source.value.name))
    return [" < ".join(names) for names in found.values()]


@pytest.mark.parametrize("case", CASES, ids=named)
def test_attributions(readings: dict[str, Reading], case: Case) -> None:
    wanted = [" < ".join(map(bare, chain.split(" < "))) for chain in case.chains]
    assert chains(readings[case.text], span_of(case.words, case.text)) == wanted


@pytest.mark.parametrize("case", CASES, ids=named)
def test_an_attribution_shows_its_words(readings: dict[str, Reading], case: Case) -> None:
    for attribution in readings[case.text].attributions:
        assert len(attribution.sources) == len(attribution.speakers)
        assert all(span.end <= len(case.text) for span in (attribution.cue, attribution.content, *attribution.speakers))
        assert attribution.rule.startswith(("en/attributions#", "attributions#"))


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“Sudan has closed the border,” the Egyptian president said on Monday.", True),
        ("The Egyptian president said that Sudan had closed the border.", False),
    ],
)
def test_quotes_are_marked(pipeline: Pipeline, text: str, quoted: bool) -> None:
    (reading,) = read_texts(pipeline.upto(["attributions"]), [text]).values()
    assert [a.quoted for a in reading.attributions] == [quoted]


def test_two_agencies_are_two_chains(pipeline: Pipeline) -> None:
    text = "According to Reuters and AFP, Turkey sent drones to Mali."
    (reading,) = read_texts(pipeline.upto(["attributions"]), [text]).values()
    assert [(s.chain, s.depth) for a in reading.attributions for s in a.sources] == [(0, 0), (1, 0)]


def test_a_known_outlet_brings_its_id(pipeline: Pipeline) -> None:
    text = "Reuters reported that Turkey had sent drones to Mali."
    (reading,) = read_texts(pipeline.upto(["attributions"]), [text]).values()
    assert reading.attributions[0].sources[0].outlet_id == "outlet/reuters"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The pro-opposition website Enab Baladi reported clashes in Daraa.", ["pro-opposition"]),
        ("The state-run Syrian Arab News Agency said Israel attacked Homs.", ["state-run"]),
        ("The Qatar-owned Al Jazeera reported that Israel attacked Gaza.", ["Qatar-owned"]),
        (
            "Al-Akhbar, a newspaper close to Hezbollah, reported that Israel attacked Beirut.",
            ["a newspaper close to Hezbollah"],
        ),
        (
            "Mashregh News, which is affiliated with Iranian intelligence, reported that Iran attacked the camp.",
            ["which is affiliated with Iranian intelligence"],
        ),
        (
            "The independent website Meduza, whose accuracy has been questioned, wrote that Russia attacked Kharkiv.",
            ["independent", "whose accuracy has been questioned"],
        ),
        ("A source close to Hezbollah told Reuters that Israel attacked the convoy.", ["close to Hezbollah"]),
        ("Israel attacked Homs (SANA, the official Syrian agency, March 3).", ["the official Syrian agency"]),
        ("The Russian embassy in Doha reported that Israel attacked Gaza.", []),
        ("Reuters reported that the pro-Iranian militia attacked the base.", []),
        ("Israel attacked Homs (SANA, March 3).", []),
    ],
)
def test_what_the_report_says_of_a_source(pipeline: Pipeline, text: str, words: list[str]) -> None:
    (reading,) = read_texts(pipeline.upto(["attributions"]), [text]).values()
    told = [span.of(text) for a in reading.attributions for s in a.sources for span in s.characterisation]
    assert told == words


def test_what_was_said_of_an_outlet_and_what_is_said_of_its_report(pipeline: Pipeline) -> None:
    text = (
        "The pro-opposition website Enab Baladi reported clashes in Daraa. "
        "According to the report, whose reliability is unclear, Syrian troops shelled the town."
    )
    (reading,) = read_texts(pipeline.upto(["attributions"]), [text]).values()
    (source,) = reading.attributions[-1].sources
    assert source.outlet_id == "outlet/enab-baladi"
    assert [span.of(text) for span in source.characterisation] == ["pro-opposition", "whose reliability is unclear"]
