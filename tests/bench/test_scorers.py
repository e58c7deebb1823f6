"""The scorers on small cases with known results; and, where the reference tools are at hand, against those."""

import importlib.util
import os
from collections.abc import Callable, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from calibration import Judged, area, expected_error, isotonic_fit, logistic, logistic_fit
from claim_scores import score_claims
from common import GEOVIRUS, GSR, RE3D, Row, Share, Tally, coded, jsonl, reports_in, reports_of, run, table
from event_scores import answered, date_agrees, holds, listing, score_events
from mentions import main_score, mention_lines, outcome, score_mentions
from names import listing as name_listing
from names import tally
from naming import same_name
from places import Article, Toponym, kilometres, place_lines, read_articles, score_places
from speed import documents, repeated, words_in
from triples import rule_scores, score_triples, sectors

MEET = "en/frames/consult#meet"
MET = "The Omani foreign minister met his Qatari counterpart in Doha on Sunday."
TEXT = f"{MET} Later Oman accused the rebels of shelling a port."
ACCUSED = TEXT[len(MET) + 1 :]
OMAN, QATAR = {"name": "Oman", "country": "OMN"}, {"name": None, "country": "QAT"}


def gold_event(**fields: Any) -> Row:
    plain = {
        "id": "g1", "report": "r", "anchor": "foreign minister met his Qatari counterpart", "type": "CONSULT",
        "actors": [OMAN], "recipients": [QATAR], "start": "2021-03-07", "end": "2021-03-07", "place": "Doha",
        "sources": [], "status": "factual",
    }  # fmt: skip
    return plain | fields


def coded_event(words: str = "met", sentence: str = MET, **fields: Any) -> Row:
    start, at = TEXT.index(sentence), TEXT.index(words)
    plain = {
        "kind": "event", "report": "r", "type": "CONSULT", "actors": [OMAN],
        "recipients": [{"name": "Qatar", "country": "QAT"}],
        "start": "2021-03-07", "end": "2021-03-07", "place": {"name": "Doha"}, "sources": [], "status": "factual",
        "sentence": {"start": start, "end": start + len(sentence), "text": sentence},
        "evidence": [{"field": "type", "start": at, "end": at + len(words), "text": words, "rule": MEET}],
    }  # fmt: skip
    return plain | fields


REPORT = {"kind": "report", "report": "r", "text": TEXT}
EXTRA = coded_event("accused", ACCUSED, type="ACCUSE")
SWAPPED = coded_event(actors=[{"name": "Qatar", "country": "QAT"}], recipients=[OMAN])
AGAIN = coded_event("Later", ACCUSED)
CROWD = [OMAN, {"name": "Peru", "country": "PER"}, {"name": "Chile", "country": "CHL"}]


@pytest.mark.parametrize(
    ("gold", "events", "detected", "correct"),
    [
        ([gold_event()], [coded_event()], Tally(1, 1, 1), Tally(1, 1, 1)),
        ([gold_event()], [], Tally(0, 0, 1), Tally(0, 0, 1)),
        ([gold_event()], [coded_event(), EXTRA], Tally(1, 2, 1), Tally(1, 2, 1)),
        ([gold_event()], [SWAPPED], Tally(1, 1, 1), Tally(1, 1, 1)),
        ([gold_event(type="ACCUSE")], [SWAPPED | {"type": "ACCUSE"}], Tally(1, 1, 1), Tally(0, 1, 1)),
        ([gold_event()], [coded_event(type="AID")], Tally(0, 1, 1), Tally(0, 1, 1)),
        ([gold_event()], [coded_event(report="elsewhere")], Tally(0, 0, 1), Tally(0, 0, 1)),
        ([gold_event(optional=True)], [coded_event()], Tally(0, 0, 0), Tally(0, 0, 0)),
        ([gold_event()], [coded_event(), coded_event()], Tally(1, 2, 1), Tally(1, 2, 1)),
        ([gold_event()], [coded_event(), AGAIN], Tally(1, 1, 1), Tally(1, 1, 1)),
        ([gold_event()], [coded_event(), AGAIN, AGAIN, AGAIN], Tally(1, 2, 1), Tally(1, 2, 1)),
        ([gold_event()], [coded_event(actors=CROWD[:2])], Tally(1, 1, 1), Tally(1, 1, 1)),
        ([gold_event()], [coded_event(actors=CROWD)], Tally(1, 1, 1), Tally(0, 1, 1)),
        ([gold_event()], [coded_event(MET.split(" on")[0])], Tally(1, 1, 1), Tally(1, 1, 1)),
        ([gold_event()], [coded_event(TEXT[:90], MET)], Tally(0, 1, 1), Tally(0, 1, 1)),
        ([gold_event()], [coded_event("accused", MET)], Tally(0, 1, 1), Tally(0, 1, 1)),
    ],
    ids=[
        "right", "nothing coded", "one too many", "a meeting has no direction", "an accusation has one", "other type",
        "other report", "optional", "the same sentence twice", "told again", "told too often", "one stranger",
        "two strangers", "many words name it", "too many words name it", "named outside the sentence",
    ],
)  # fmt: skip
def test_events_are_found_and_judged(gold: list[Row], events: list[Row], detected: Tally, correct: Tally) -> None:
    scores = score_events(gold, [REPORT, *events])
    assert (scores.detected, scores.correct) == (detected, correct)


def test_fields_are_judged_where_gold_gives_them() -> None:
    gold = [
        gold_event(sources=["Oman News Agency"]),
        gold_event(id="g2", anchor=ACCUSED, type="ACCUSE", status="denied"),
    ]
    events = [
        coded_event(place={"name": "Muscat"}, sources=[{"name": "Oman News Agency"}]),
        EXTRA | {"status": "planned"},
    ]
    scores = score_events(gold, [REPORT, *events])
    assert (scores.date, scores.place, scores.source) == (Share(2, 2), Share(1, 2), Share(1, 1))
    assert scores.source_where_none == Share(0, 1)
    assert (scores.status, scores.not_factual) == (Share(1, 2), Tally(0, 1, 1))


def test_offsets_must_cut_their_words() -> None:
    wrong = coded_event() | {"sentence": {"start": 1, "end": 4, "text": "The"}}
    assert score_events([gold_event()], [REPORT, coded_event(), wrong]).offsets == Share(3, 4)


def test_the_listing_names_what_was_missed_and_what_is_wrong() -> None:
    told = "\n".join(listing(answered([gold_event()], [coded_event(actors=CROWD), EXTRA])))
    assert "parties g1" in told
    assert "wrong   r ACCUSE" in told


@pytest.mark.parametrize(
    ("start", "end", "agrees"),
    [
        ("2021-03-07", "2021-03-07", True),
        ("2021-03-01", "2021-03-07", True),
        ("2021-02-28", "2021-03-07", False),
        ("2021-03-08", "2021-03-08", False),
        (None, "2021-03-07", False),
        ("soon", "2021-03-07", False),
    ],
)
def test_dates_meet_and_are_not_much_longer(start: str | None, end: str, agrees: bool) -> None:
    assert date_agrees({"start": start, "end": end}, gold_event()) is agrees


@pytest.mark.parametrize(
    ("coded_name", "gold_name", "same"),
    [
        ("Sheikh Tamim al-Thani", "Tamim bin Hamad Al Thani", True),
        ("Ashitaini", "Mohammad Reza Ashtiani", True),
        ("Mekdad", "Faisal Miqdad", True),
        ("Oman", "Qatar", False),
        ("the ministry", "Foreign Ministry (Oman)", True),
        ("", "Oman", False),
        (None, "Oman", False),
        ("the president", "President", True),
    ],
)
def test_names_agree(coded_name: str | None, gold_name: str, same: bool) -> None:
    assert same_name(coded_name, gold_name) is same


@pytest.mark.parametrize(
    ("anchor", "held"), [("met his Qatari counterpart", True), ("met, met and met again", False), ("", False)]
)
def test_sentences_hold_anchors(anchor: str, held: bool) -> None:
    assert holds(MET, anchor) is held


def claim(**fields: Any) -> Row:
    sentence = "At least 40 sailors were rescued, the coast guard said."
    plain = {
        "kind": "claim",
        "report": "r",
        "low": 40,
        "high": None,
        "unit": "sailors",
        "per": None,
        "sentence": {"text": sentence},
    }
    return plain | {"claimed_by": [{"name": "coast guard"}]} | fields


GOLD_CLAIM = {
    "id": "c1", "report": "r", "anchor": "40 sailors were rescued", "low": 40, "high": None, "unit": "sailor",
    "per": None, "claimed_by": ["coast guard"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("claims", "found", "right"),
    [
        ([claim()], Tally(1, 1, 1), Share(1, 1)),
        ([claim(high=40)], Tally(1, 1, 1), Share(0, 1)),
        ([claim(high=40), claim()], Tally(1, 2, 1), Share(1, 1)),
        ([claim(unit="ship")], Tally(0, 1, 1), Share(0, 1)),
        ([claim(low=41, high=41)], Tally(0, 1, 1), Share(0, 1)),
        ([claim(report="elsewhere")], Tally(0, 0, 1), Share(0, 1)),
    ],
)
def test_claims_are_found_and_judged(claims: list[Row], found: Tally, right: Share) -> None:
    scores = score_claims([GOLD_CLAIM], claims)
    assert (scores.found, scores.right) == (found, right)


def record(*events: tuple[str, str, str]) -> Row:
    return {"id": "r", "text": TEXT, "events": [{"source": s, "target": t, "cameo": c} for s, t, c in events]}


def told(actor: str | None, recipient: str | None, cameo: str, **fields: Any) -> Row:
    event = coded_event(
        actors=[{"name": "x", "country": actor}], recipients=[{"name": "y", "country": recipient}], cameo=cameo
    )
    return event | {"score": 0.5} | fields


@pytest.mark.parametrize(
    ("gold", "lines", "triple"),
    [
        (record(("OMNGOV", "QAT", "112")), [told("OMN", "QAT", "110")], Tally(1, 1, 1)),
        (record(("OMN", "QAT", "112")), [told("QAT", "OMN", "110")], Tally(0, 1, 1)),
        (record(("OMN", "QAT", "040")), [told("QAT", "OMN", "042")], Tally(1, 1, 1)),
        (record(("OMN", "QAT", "112")), [told("OMN", "QAT", "112", status="denied")], Tally(0, 0, 1)),
        (record(("OMN", "", "112")), [told("OMN", None, "112")], Tally(0, 0, 0)),
        (
            record(("IGO", "QAT", "112")),
            [told(None, "QAT", "112", actors=[{"name": "x", "kind": "igo"}])],
            Tally(1, 1, 1),
        ),
        (record(("OMN", "QAT", "112")), [told("OMN", "QAT", "112", report="elsewhere")], Tally(0, 0, 1)),
    ],
)
def test_triples(gold: Row, lines: list[Row], triple: Tally) -> None:
    assert score_triples([gold], lines).triple == triple


def test_the_best_triples_are_as_many_as_gold_has() -> None:
    lines = [told("OMN", "PER", "112", score=0.4), told("OMN", "QAT", "112", score=0.6)]
    scores = score_triples([record(("OMN", "QAT", "112"))], lines)
    assert (scores.triple, scores.best) == (Tally(1, 2, 1), Tally(1, 1, 1))


def test_sectors_and_rules() -> None:
    gold = [record(("OMNGOV", "QAT***", "112"))]
    right = told("OMN", "QAT", "112", actors=[{"name": "x", "country": "OMN", "sector": "GOV"}])
    assert sectors(gold, [right]) == Share(1, 1)
    assert sectors(gold, [told("OMN", "QAT", "112")]) == Share(0, 1)
    (rule,) = rule_scores(gold, [right, told("PER", "QAT", "112")])
    assert (rule.rule, rule.hits, rule.roots, rule.coded) == (MEET, 1, 2, 2)


def entity(words: str, kind: str, text: str = TEXT) -> Row:
    start = text.index(words)
    return {"begin": start, "end": start + len(words), "type": kind, "value": words}


def mention(words: str, kind: str) -> Row:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "kind": kind}


@pytest.mark.parametrize(
    ("entities", "mentions", "main"),
    [
        ([entity("Doha", "Location")], [mention("Doha", "place")], Tally(1, 1, 1)),
        ([entity("Doha", "Location")], [mention("Doha", "person")], Tally(0, 1, 1)),
        ([entity("the rebels", "Organisation")], [], Tally(0, 0, 0)),
        ([entity("the rebels", "Organisation")], [mention("rebels", "organisation")], Tally(0, 0, 0)),
        ([entity("Doha on Sunday", "Location")], [mention("Doha", "place")], Tally(0, 1, 1)),
        (
            [entity("Doha on Sunday", "Location"), entity("Doha", "Location")],
            [mention("Doha", "place")],
            Tally(1, 1, 1),
        ),
        ([entity("Doha", "Location")], [mention("Doha", "place"), mention("Doha", "place")], Tally(1, 1, 1)),
        ([entity("Doha", "Temporal")], [mention("Doha", "place")], Tally(0, 1, 0)),
    ],
)
def test_mentions(entities: list[Row], mentions: list[Row], main: Tally) -> None:
    assert main_score(score_mentions([outcome({"id": "r", "text": TEXT, "entities": entities}, mentions)])) == main


def test_names_are_the_same_or_not() -> None:
    pairs = [("Bashar al-Assad", "Bachar el-Assad"), ("Li Keqiang", "Li Qiang"), ("Ali Larijani", "Sadeq Larijani")]
    assert tally(pairs, [True, False, True]) == Tally(1, 1, 2)
    (line,) = name_listing(pairs, [True, False, True])
    assert line.startswith("missed  0.")
    assert "Ali Larijani | Sadeq Larijani" in line


def test_places() -> None:
    article = Article("0", TEXT, (Toponym(0, 4, (23.6, 58.6)), Toponym(10, 14, (25.3, 51.5)), Toponym(20, 24, None)))
    near, unknown = {"start": 0, "end": 4, "lat": 23.6, "lon": 58.5}, {"start": 20, "end": 24, "lat": None}
    beside = {"start": 40, "end": 44, "lat": 0.0, "lon": 0.0}
    scores = score_places([article], {"0": [near, unknown, beside]})
    assert (scores.found, scores.near, scores.close) == (Tally(1, 2, 2), Share(1, 1), Share(1, 1))
    nowhere = {"start": 11, "end": 13, "lat": None, "lon": None}
    assert score_places([article], {"0": [nowhere]}).near == Share(0, 1)


def test_kilometres() -> None:
    assert kilometres((23.61, 58.59), (25.29, 51.53)) == pytest.approx(737, abs=5)


def test_calibration_of_scores_that_are_right() -> None:
    events = [Judged(0.75, k % 4 != 0) for k in range(400)] + [Judged(0.25, k % 4 == 0) for k in range(400)]
    assert expected_error(events) == pytest.approx(0)
    assert logistic_fit(events) == pytest.approx((1, 0), abs=1e-3)
    assert isotonic_fit(events) == [(0.25, 0.25), (0.75, 0.75)]
    assert isotonic_fit([Judged(0.2, True), Judged(0.6, False)]) == [(0.2, 0.5)]
    assert area(events) == pytest.approx(0.75)


def test_calibration_of_scores_that_are_too_high() -> None:
    events = [Judged(0.9, k % 2 == 0) for k in range(200)] + [Judged(0.6, k % 5 == 0) for k in range(200)]
    assert expected_error(events) == pytest.approx(0.4)
    chance = logistic(*logistic_fit(events))
    assert [chance(0.9), chance(0.6)] == pytest.approx([0.5, 0.2], abs=0.01)


def test_scores_of_none() -> None:
    assert expected_error([]) == 0
    assert str(Share(0, 0)) == "none to measure"
    assert Tally(0, 0, 0).f1 == 0


def test_speed_is_measured_on_enough_words() -> None:
    rows = repeated([{"id": "a", "text": "one two three"}], 10)
    assert [row["id"] for row in rows] == ["0", "1", "2", "3"]
    assert words_in(rows) == 12
    cuts = documents([{"text": "word " * 250}], 3)
    assert [len(row["text"].split()) for row in cuts] == [100, 100, 100]


def test_tables() -> None:
    rows = [("measure", "figure"), ("words", "7")]
    assert list(table(rows)) == ["measure  figure", "words    7"]
    assert list(table(rows, markdown=True)) == ["| measure | figure |", "| --- | --- |", "| words | 7 |"]


def test_without_data_a_command_says_so_and_succeeds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DRAGOMAN_DATA", raising=False)
    ask: Callable[[Any], Any] = lambda options: [options.data_file(GSR)]  # noqa: E731
    assert run("Measure.", ask, []) == 0
    assert "--data DIR" in capsys.readouterr().err
    assert run("Measure.", ask, ["--data", str(tmp_path)]) == 0
    assert "is not there" in capsys.readouterr().err


DATA = Path(os.environ.get("DRAGOMAN_DATA", "no-data")).resolve()
TOOLS = DATA.parent / "tools"
with_reference = pytest.mark.skipif(
    not (TOOLS / "score_events.py").exists() or not (TOOLS / "score_public.py").exists(),
    reason="needs DRAGOMAN_DATA with the reference scorers beside it",
)


def reference(name: str) -> ModuleType:
    """A reference scorer as a module."""
    found = importlib.util.spec_from_file_location(name, TOOLS / f"{name}.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@cache
def report_lines() -> list[Row]:
    return coded(reports_in(DATA.parent / "reports"))


@cache
def record_lines() -> list[Row]:
    return coded(reports_of({"id": row["id"], "text": row["text"]} for row in jsonl(DATA / GSR)))


def worse(lines: Sequence[Row], every: int) -> list[Row]:
    """The lines with every so manieth event left out, doubled, turned round, emptied or given another type."""
    changed = []
    for number, line in enumerate(lines):
        kind = number // every % 5 if number % every == 0 and line["kind"] == "event" else None
        if kind != 0:
            changed.append(line | _changes(line, kind))
        if kind == 1:
            changed.append(line)
    return changed


def _changes(line: Row, kind: int | None) -> Row:
    if kind == 2:
        return {"actors": line["recipients"], "recipients": line["actors"]}
    if kind == 3:
        return {"actors": [*line["actors"], *line["recipients"]], "recipients": [], "status": "possible"}
    return {"type": "CONSULT", "start": None, "place": None, "sources": []} if kind == 4 else {}


VARIANTS = (0, 2, 3, 5, 7)


def variant(lines: Sequence[Row], every: int) -> list[Row]:
    return worse(lines, every) if every else list(lines)


def theirs(tally: Tally) -> Row:
    """A tally as the reference prints rates."""
    return {"precision": round(tally.precision, 3), "recall": round(tally.recall, 3), "f1": round(tally.f1, 3)}


def counted(tally: Tally) -> Row:
    return theirs(tally) | {"gold": tally.gold, "coded": tally.coded}


def rate(found: Share) -> float | None:
    return None if found.rate is None else round(found.rate, 3)


@with_reference
@pytest.mark.parametrize("every", VARIANTS)
def test_events_score_as_the_reference_has_it(every: int) -> None:
    gold, lines = jsonl(DATA.parent / "gold" / "events.jsonl"), variant(report_lines(), every)
    ours, other = score_events(gold, lines), reference("score_events").score_events(gold, lines)
    for name in ("detected", "correct", "not_factual"):
        assert theirs(getattr(ours, name)) == other[name], name
    for name in ("date", "place", "source", "source_where_none", "status", "offsets"):
        assert rate(getattr(ours, name)) == other[name], name
    assert ours.detected.coded == other["coded"] - other["neutral"]


@with_reference
def test_claims_score_as_the_reference_has_it() -> None:
    gold, lines = jsonl(DATA.parent / "gold" / "claims.jsonl"), report_lines()
    ours, other = score_claims(gold, lines), reference("score_events").score_claims(gold, lines)
    assert theirs(ours.found) == other["found"]
    assert (rate(ours.right), rate(ours.attributed)) == (other["right"], other["attributed"])


@with_reference
@pytest.mark.parametrize("every", VARIANTS)
def test_triples_score_as_the_reference_has_it(every: int) -> None:
    gold, lines = jsonl(DATA / GSR), variant(record_lines(), every)
    ours, other = score_triples(gold, lines), reference("score_public").triples(gold, lines)
    names = {"triple": "triple", "pair": "dyad", "root": "cameo_root", "code": "cameo_full", "best": "triple_top"}
    for name, known_as in names.items():
        assert counted(getattr(ours, name)) == other[known_as], name
    assert rate(ours.covered) == other["covered"]


@with_reference
def test_mentions_score_as_the_reference_has_it() -> None:
    gold = list(islice(jsonl(DATA / RE3D), 20))
    lines = mention_lines(gold)
    ours = score_mentions([outcome(row, lines[row["id"]]) for row in gold])
    other = reference("score_public").mentions(gold, [{"id": key, "mentions": found} for key, found in lines.items()])
    assert {kind: counted(tally) for kind, tally in ours.items()} == {k: v for k, v in other.items() if "+" not in k}
    assert counted(main_score(ours)) == other["person+organisation+place"]


@with_reference
def test_places_score_as_the_reference_has_it(tmp_path: Path) -> None:
    articles = read_articles(DATA / GEOVIRUS)
    lines = place_lines(articles[:40])
    ours = score_places(articles, lines)
    other = reference("score_public").places(str(DATA / GEOVIRUS), [{"id": k, "places": v} for k, v in lines.items()])
    assert counted(ours.found) == other["found"]
    assert (rate(ours.near), rate(ours.close)) == (other["within_161_km"], other["within_20_km"])
    assert ours.median is not None
    assert round(ours.median, 1) == other["median_km"]
