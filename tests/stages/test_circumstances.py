"""When, where and whether: cases/times.toml and cases/places.toml, and choices by hand."""

from dataclasses import dataclass
from datetime import date

import pytest

from cases import load_cases, named, read_texts
from dragoman.model import Coded, Cue, Interval, Reading, Span
from dragoman.pipeline import Pipeline
from dragoman.stages.circumstances import has_cue, status_of
from dragoman.stages.when import not_after_report, published_time

PUBLISHED = "2023-03-09"


@dataclass(frozen=True, slots=True)
class TimeCase:
    """First and last possible day of the first act of a type whose words begin with `words`."""

    start: str
    end: str
    type: str
    words: str
    text: str


@dataclass(frozen=True, slots=True)
class PlaceCase:
    """The place, as written, of the first act of a type that `words` name."""

    place: str
    country: str
    type: str
    words: str
    text: str


TIMES = load_cases("times", TimeCase)
PLACES = load_cases("places", PlaceCase)


@pytest.fixture(scope="module")
def readings(pipeline: Pipeline) -> dict[str, Reading]:
    return read_texts(pipeline, (case.text for case in (*TIMES, *PLACES)), published=PUBLISHED)


@pytest.mark.parametrize("case", TIMES, ids=named)
def test_times(readings: dict[str, Reading], case: TimeCase) -> None:
    found = [
        e
        for e in readings[case.text].events
        if e.type.value == case.type and e.type.evidence[0].of(case.text).startswith(case.words)
    ]
    days = [(str(e.time.value.start), str(e.time.value.end)) if e.time else ("-", "-") for e in found]
    assert days[:1] == [(case.start, case.end)]


@pytest.mark.parametrize("case", PLACES, ids=named)
def test_places(readings: dict[str, Reading], case: PlaceCase) -> None:
    found = [
        e
        for e in readings[case.text].events
        if e.type.value == case.type and case.words in e.type.evidence[0].of(case.text)
    ]
    places = [(e.place.value.name, e.place.value.country or "-") if e.place else ("-", "-") for e in found]
    assert places[:1] == [(case.place, case.country)]


def test_without_a_date_of_publication_nothing_stands_in_for_a_missing_one(pipeline: Pipeline) -> None:
    text = "Egypt deployed two brigades near the Libyan border."
    (event,) = next(iter(read_texts(pipeline, [text]).values())).events
    assert event.time is None


WORDS = Span(10, 15)
NEAR = Span(5, 30)
CUE_WORD = Span(5, 8)


def cue(kind: str, scope: Span = NEAR, span: Span = CUE_WORD) -> Cue:
    return Cue(span, scope, kind, f"en/cues#{kind}")


@pytest.mark.parametrize(
    ("cues", "phrase", "status"),
    [
        ((), None, "factual"),
        ((cue("planned"),), None, "planned"),
        ((cue("planned"), cue("denied"), cue("possible")), None, "denied"),
        ((cue("planned"), cue("possible")), None, "possible"),
        ((cue("habitual"), cue("background"), cue("topic")), None, "factual"),
        ((cue("denied", Span(20, 30)),), None, "factual"),
        ((cue("denied", span=Span(10, 12)),), None, "factual"),  # the words of the act itself
        ((cue("denied"),), Span(9, 20), "factual"),  # a bare noun is taken for granted …
        ((cue("denied", Span(10, 18)),), Span(9, 20), "denied"),  # … but for what its own phrase says
    ],
)
def test_the_gravest_cue_that_reaches_the_words_counts(cues: tuple[Cue, ...], phrase: Span | None, status: str) -> None:
    assert status_of(cues, (WORDS,), phrase).value == status


def test_other_cues_are_asked_for_by_name() -> None:
    assert has_cue((cue("habitual"),), WORDS, "habitual")
    assert not has_cue((cue("habitual"),), WORDS, "background")


def test_publication_stands_in_for_the_day_and_the_day_before() -> None:
    coded = published_time(date(2023, 3, 1))
    assert coded is not None and coded.rule == "default/published"
    assert (coded.value.start, coded.value.end) == (date(2023, 2, 28), date(2023, 3, 1))
    assert published_time(None) is None


@pytest.mark.parametrize(
    ("start", "end", "reported", "until"),
    [
        (date(2023, 3, 1), date(2023, 3, 31), date(2023, 3, 5), date(2023, 3, 5)),
        (date(2023, 3, 1), date(2023, 3, 31), None, date(2023, 3, 31)),
        (date(2023, 3, 10), date(2023, 3, 31), date(2023, 3, 5), date(2023, 3, 31)),
        (date(2023, 3, 1), None, date(2023, 3, 5), None),
    ],
)
def test_what_was_reported_had_happened(
    start: date, end: date | None, reported: date | None, until: date | None
) -> None:
    time = Coded(Interval(start, end, "month"), "en/times#month", (Span(0, 5),))
    assert not_after_report(time, reported).value.end == until
