"""Stated quantities: a case table (text, then words | measure | size unit), parties, sources, the link to events."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dragoman
from dragoman.errors import BadRule
from dragoman.lexicon.measures import HappeningRow, load_measures
from dragoman.lexicon.times import load_times
from dragoman.lexicon.units import load_units
from dragoman.lexicon.words import load_segmenter
from dragoman.model import (
    Claim,
    Coded,
    Cue,
    Document,
    Event,
    Mention,
    Reading,
    Report,
    Section,
    Span,
    Text,
    Tree,
    Version,
)
from dragoman.stages.claims import claim_coder
from dragoman.stages.magnitudes import link_claims
from dragoman.stages.sentences import sentence_finder
from dragoman.stages.times import time_finder

EN = Path(dragoman.__path__[0]) / "data" / "lang" / "en"
CUT = sentence_finder(load_segmenter(EN / "words.toml"))
FIND_TIMES = time_finder(load_times(EN / "times.toml"))
MEASURES = load_measures(EN / "measures.toml")
CODE = claim_coder(load_units(EN / "units.toml"), MEASURES)


def read(text: str, kind: str = "paragraph") -> Reading:
    report = Report(
        Document("d", published=date(2023, 3, 9)), Version("d", "0" * 64), Text("t", "d", "0", "test", text)
    )
    sections = (Section(kind, Span(0, len(text))),) if text else ()
    return FIND_TIMES(CUT(Reading(report, sections=sections)))


def claims(text: str, kind: str = "paragraph") -> tuple[Claim, ...]:
    return CODE(read(text, kind)).claims


def shown(claim: Claim) -> str:
    """Words | measure | low-high unit/per; a plain figure once, an open end as "?"."""
    low, high = ("?" if end is None else f"{end:g}" for end in (claim.low, claim.high))
    size = low if low == high else f"{low}-{high}"
    return f"{claim.amount.value} | {claim.measure} | {size} {claim.unit}{'/' + claim.per if claim.per else ''}"


# Add a line: the text, then each claim it holds.
CASES = [
    # money
    ("Tehran gave Damascus at least $36 billion in aid.", "at least $36 billion | aid | 3.6e+10-? USD"),
    ("It gives them $6-15 billion per year.", "$6-15 billion per year | money | 6e+09-1.5e+10 USD/year"),
    ("It has given them $15-20 billion in aid annually.", "$15-20 billion | aid | 1.5e+10-2e+10 USD/year"),
    ("The loan is worth 40 million euros.", "40 million euros | money | 4e+07 EUR"),
    ("They pledged €40m for the camps.", "€40m | money | 4e+07 EUR"),
    ("A reward of up to $5 million was offered.", "up to $5 million | money | ?-5e+06 USD"),
    ("It bought 2.5 billion US dollars worth of oil.", "2.5 billion US dollars | oil | 2.5e+09 USD"),
    ("They agreed on a $300m loan.", "$300m | loan | 3e+08 USD"),
    ("It cost 90 million Turkish lira.", "90 million Turkish lira | money | 9e+07 TRY"),
    ("The fine was 500 Syrian pounds.", "500 Syrian pounds | money | 500 SYP"),
    ("It is a 36-million-dollar deal.", "36-million-dollar | deal | 3.6e+07 USD"),
    ("They sent millions of dollars.", "millions of dollars | money | ? USD"),
    # killed, wounded, missing, captured, arrested, displaced
    ("The raid killed 12 people.", "12 | killed | 12 person"),
    ("Two Israelis were killed in the attack.", "Two | killed | 2 person"),
    ("It resulted in the death of two Israelis.", "two | killed | 2 person"),
    ("The incident left over a dozen Russian servicemen dead.", "over a dozen | killed | 12-? person"),
    ("A drone hit a convoy, killing three.", "three | killed | 3 person"),
    ("The death toll of 40 may rise.", "40 | killed | 40 person"),
    ("Officials counted three dead.", "three | killed | 3 person"),
    ("The unit took 12 fatalities.", "12 | killed | 12 person"),
    ("The unit took 12 casualties.", "12 | casualties | 12 person"),
    ("Some 15 civilians were reportedly killed.", "Some 15 | killed | 15 person"),
    (
        "At least ten people were killed and 30 wounded.",
        "At least ten | killed | 10-? person",
        "30 | wounded | 30 person",
    ),
    ("The strike killed two soldiers and three civilians.", "two | killed | 2 person", "three | killed | 3 person"),
    ("Two soldiers and three civilians were killed.", "Two | killed | 2 person", "three | killed | 3 person"),
    ("It killed five and wounded 20 others.", "five | killed | 5 person", "20 | wounded | 20 person"),
    (
        "It killed more than 60 civilians, injuring 200.",
        "more than 60 | killed | 60-? person",
        "200 | wounded | 200 person",
    ),
    ("Up to 20 fighters died.", "Up to 20 | killed | ?-20 person"),
    ("Gunmen shot dead three women.", "three | killed | 3 person"),
    ("Ten members of the guard were killed.", "Ten | killed | 10 person"),
    ("One soldier was killed.", "One | killed | 1 person"),
    ("Five others were injured.", "Five | wounded | 5 person"),
    ("Twelve sailors are missing.", "Twelve | missing | 12 person"),
    ("Rebels captured 12 soldiers.", "12 | captured | 12 person"),
    ("Three sailors were taken hostage.", "Three | captured | 3 person"),
    ("Rebels captured three villages.", "three | villages | 3 village"),
    ("Police arrested 12 protesters.", "12 | arrested | 12 person"),
    ("Thirty men were detained.", "Thirty | arrested | 30 person"),
    ("The war displaced 12,000 people.", "12,000 | displaced | 12000 person"),
    ("Some 40,000 civilians have fled.", "Some 40,000 | displaced | 40000 person"),
    ("The group freed 12 hostages.", "12 | released | 12 person"),
    ("Dozens were killed and several wounded.", "Dozens | killed | ? person", "several | wounded | ? person"),
    ("Hundreds of thousands of Syrians were killed.", "Hundreds of thousands | killed | ? person"),
    # weights, distances, shares
    ("Iran sent 422 tonnes of humanitarian aid.", "422 tonnes | humanitarian aid | 422 tonne"),
    ("It carried 30 metric tons of flour.", "30 metric tons | flour | 30 tonne"),
    ("They seized 500 kg of explosives.", "500 kg | explosives | 500 kilogram"),
    ("The missile has a range of 300 kilometers.", "300 kilometers | distance | 300 kilometre"),
    ("A village 40 km south of the town was hit.",),
    (
        "They took more than 18,000 square kilometers of territory.",
        "more than 18,000 square kilometers | territory | 18000-? square kilometre",
    ),
    ("About 80 percent of the population are poor.", "About 80 percent | population | 80 percent"),
    ("It enriches uranium to 60%.", "60% | share | 60 percent"),
    ("It exports 1.5 million barrels per day.", "1.5 million barrels per day | volume | 1.5e+06 barrel/day"),
    # flights, arms, troops, other heads
    ("The aid came in 15 flights.", "15 | flights | 15 flight"),
    ("They reached three different airports.", "three | different airports | 3 airport"),
    ("It sent 12 cargo planes.", "12 | cargo planes | 12 aircraft"),
    ("It sent 24 fighter jets.", "24 | fighter jets | 24 jet"),
    ("Jets fired 20 ground-to-air missiles.", "20 | ground-to-air missiles | 20 missile"),
    ("They destroyed 14 ISIL tanks.", "14 | isil tanks | 14 tank"),
    ("It deployed 2,000 troops to the border.", "2,000 | troops | 2000 person"),
    ("About 20 ambassadors walked out.", "About 20 | ambassadors | 20 person"),
    ("Over half a million Syrians live there.", "Over half a million | syrians | 500000-? person"),
    ("Between 20 and 30 ships waited.", "Between 20 and 30 | ships | 20-30 ship"),
    ("The delegation numbered 14 experts.", "14 | experts | 14 person"),
    ("The town has a population of 80,000.", "80,000 | population | 80000 person"),
    # no claims: ages, dates, lengths, names, labels, notes, set phrases
    ("The 52-year-old general, 52, spoke.",),
    ("A girl of seven was shot dead.",),
    ("They met on February 22, 2022 for three days.",),
    ("He has served for 13 months.",),
    ("The 15th flight landed.",),
    ("They sold S-300 systems and F-16 jets.",),
    ("It breaks Resolution 2231 and Article 5 on prisoners.",),
    ("The G7 and the P5+1 met.",),
    ("The two countries and both sides spoke.",),
    ("Two leaders met.",),
    ("The two ministers met three times.",),
    ("One of the envoys left.",),
    ("He did not go into detail on that point.4",),
    ("The deal was kept.[12] The envoys left.",),
    ("1. Envoys met. 2) Envoys left.",),
    ("Call 00442079460000 for news.",),
    ("At 10:30 p.m. sirens sounded.",),
    ("Several envoys and a few ministers met.",),
]


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_case(case: tuple[str, ...]) -> None:
    text, *expected = case
    assert [shown(claim) for claim in claims(text)] == expected


@pytest.mark.parametrize("row", MEASURES.happenings, ids=lambda row: row.id)
def test_each_row_finds_its_hits_and_not_its_misses(row: HappeningRow) -> None:
    for text in row.hits:
        assert row.measure in [claim.measure for claim in claims(text)], text
    for text in row.misses:
        assert row.measure not in [claim.measure for claim in claims(text)], text


def test_footnotes_hold_no_claims() -> None:
    assert claims("They sent 12 tanks.", "footnote") == ()


# -- parties -------------------------------------------------------------------------------------------------


def mention(reading: Reading, word: str, country: str, kind: str = "place") -> Mention:
    i = reading.tokens.words.index(word)
    return Mention(reading.tokens.span(i, i + 1), i, i + 1, i, kind, "", word, "test#m", country)


def tree(tags: str, deps: str, heads: str) -> Tree:
    """A tree over the first sentence; heads count from 0, the root's is itself."""
    up = tuple(map(int, heads.split()))
    kids = tuple(tuple(i for i, head in enumerate(up) if head == node and i != node) for node in range(len(up)))
    return Tree(0, tuple(tags.split()), tuple(deps.split()), up, tuple("_" for _ in up), kids)


def countries(claim: Claim) -> tuple[str | None, str | None]:
    return tuple(p.value.country if p else None for p in (claim.subject, claim.target))  # type: ignore[return-value]


def test_target_is_whose_people_were_killed() -> None:
    reading = read("It resulted in the death of two Israelis.")
    (claim,) = CODE(replace(reading, mentions=(mention(reading, "Israelis", "ISR", "nationality"),))).claims
    assert countries(claim) == (None, "ISR")
    assert claim.target is not None and claim.target.evidence[0].of(reading.content) == "Israelis"


def test_subject_and_beneficiary_next_to_a_sum() -> None:
    reading = read("Iran gave Syria at least $36 billion in aid.")
    mentions = (mention(reading, "Iran", "IRN"), mention(reading, "Syria", "SYR"))
    tagged = tree(
        "NNP VBD NNP RB RBS $ CD CD IN NN .",
        "nsubj root iobj case nmod obj compound nummod case nmod punct",
        "1 1 1 4 5 1 7 5 9 5 1",
    )
    (claim,) = CODE(replace(reading, mentions=mentions, trees=(tagged,))).claims
    assert countries(claim) == ("IRN", "SYR")


def test_subject_and_beneficiary_without_a_tree() -> None:
    reading = read("Iran gave Syria at least $36 billion in aid.")
    mentions = (mention(reading, "Iran", "IRN"), mention(reading, "Syria", "SYR"))
    (claim,) = CODE(replace(reading, mentions=mentions)).claims
    assert countries(claim) == ("IRN", "SYR")


def test_subject_of_a_verb_and_recipient_behind_to() -> None:
    reading = read("Iran dispatched 422 tonnes of aid to Syria.")
    mentions = (mention(reading, "Iran", "IRN"), mention(reading, "Syria", "SYR"))
    (near,) = CODE(replace(reading, mentions=mentions)).claims
    tagged = tree(
        "NNP VBD CD NNS IN NN IN NNP .", "nsubj root nummod obj case nmod case obl punct", "1 1 3 1 5 3 7 1 1"
    )
    (parsed,) = CODE(replace(reading, mentions=mentions, trees=(tagged,))).claims
    assert countries(near) == countries(parsed) == ("IRN", "SYR")


def test_those_who_kill_are_no_party_of_the_dead() -> None:
    reading = read("Two Israelis were killed by Iran.")
    mentions = (mention(reading, "Israelis", "ISR", "nationality"), mention(reading, "Iran", "IRN"))
    tagged = tree("CD NNPS VBD VBN IN NNP .", "nummod nsubj:pass aux:pass root case obl:agent punct", "1 3 3 3 5 3 3")
    (claim,) = CODE(replace(reading, mentions=mentions, trees=(tagged,))).claims
    assert countries(claim) == (None, "ISR")


# -- sources, status, events ---------------------------------------------------------------------------------


def test_a_cue_gives_the_status() -> None:
    reading = read("Iran may send 12 tanks.")
    cue = Cue(Span(5, 8), Span(8, 22), "possible", "en/cues#may")
    (claim,) = CODE(replace(reading, cues=(cue,))).claims
    assert claim.status == "possible"


def assault(name: str, start: int, sentence: Span, kind: str = "ASSAULT") -> Event:
    return Event(name, "t", Coded(kind, "test#e", (Span(start, start + 4),)), "190", sentence=sentence)


def test_casualties_are_tied_to_the_nearest_assault_of_their_sentence() -> None:
    text = "A raid killed two men, and a strike wounded 12 men. A blow fell."
    first, second = (s.span for s in read(text).sentences)
    events = (
        assault("raid", 2, first),
        assault("strike", 29, first),
        assault("blow", 54, second),
        assault("talk", 8, first, "CONSULT"),
    )
    linked, sized = link_claims(claims(text), events, text)
    assert [c.about for c in linked] == ["raid", "strike"]
    assert [(e.magnitude.dead, e.magnitude.wounded) if e.magnitude else None for e in sized] == [
        (2, None),
        (None, 12),
        None,
        None,
    ]


def test_of_several_figures_the_lowest_counts() -> None:
    text = "The raid killed 12 men or killed 20 men."
    (sentence,) = (s.span for s in read(text).sentences)
    _, (event,) = link_claims(claims(text), (assault("raid", 4, sentence),), text)
    assert event.magnitude is not None and event.magnitude.dead == 12


def test_a_toll_told_next_belongs_to_the_blow_before_it() -> None:
    text = "A raid hit the camp. At least 12 men were killed."
    (raid, _) = (s.span for s in read(text).sentences)
    linked, (event,) = link_claims(claims(text), (assault("raid", 2, raid),), text)
    assert [c.about for c in linked] == ["raid"] and event.magnitude is not None and event.magnitude.dead == 12


def test_parts_of_a_count_are_no_other_figure() -> None:
    text = "The raid killed 12 men, including five children."
    (sentence,) = (s.span for s in read(text).sentences)
    _, (event,) = link_claims(claims(text), (assault("raid", 4, sentence),), text)
    assert event.magnitude is not None and event.magnitude.dead == 12


def test_people_that_an_act_concerns_are_its_size() -> None:
    text = "Police arrested 12 protesters."
    (sentence,) = (s.span for s in read(text).sentences)
    _, (event,) = link_claims(claims(text), (assault("arrest", 7, sentence, "COERCE"),), text)
    assert event.magnitude is not None and event.magnitude.size == 12


def test_claims_without_an_assault_stay_alone() -> None:
    found = claims("The raid killed 12 men. It sent 4 tanks.")
    assert link_claims(found, (), "") == (found, ())


# -- any text ------------------------------------------------------------------------------------------------

PIECES = [
    "$",
    "12",
    "36",
    "billion",
    "killed",
    "two",
    "Israelis",
    "were",
    "a",
    "dozen",
    "dead",
    "-",
    "percent",
    "in",
    "aid",
    "of",
    "per",
    "year",
    "and",
    ",",
    ".",
    "(",
    "km",
    "US",
    "dollars",
    "between",
    "half",
    "tonnes",
    "at least",
    "or more",
    "soldiers",
    "the",
    "[",
    "]",
    "2023",
    "May",
    "ts",
    "s",
    "²",
]


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)))
def test_any_text_codes_and_every_span_cuts_its_words(text: str) -> None:
    found = claims(text)
    assert all(c.amount.evidence[0].of(text) == c.amount.value for c in found)
    assert all(c.sentence.covers(c.amount.evidence[0]) for c in found)
    assert len({c.id for c in found}) == len(found)
    assert all(c.low is not None or c.high is not None for c in found)


def test_wrong_rules_are_refused(tmp_path: Path) -> None:
    text = (EN / "measures.toml").read_text(encoding="utf-8")
    bad = tmp_path / "measures.toml"
    bad.write_text(text.replace('id = "stock"', 'id = "stocks"'), encoding="utf-8")
    with pytest.raises(BadRule, match="stock"):
        load_measures(bad)
