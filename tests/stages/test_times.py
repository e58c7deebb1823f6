"""Time expressions: a case table (text, published, rows of words = first..last day), and what must hold of any text."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dragoman
from dragoman.errors import BadRule
from dragoman.lexicon.times import Expression, load_times
from dragoman.lexicon.words import load_segmenter
from dragoman.model import Document, Reading, Report, Section, Span, Text, Time, Version
from dragoman.stages.sentences import sentence_finder
from dragoman.stages.times import matches, time_finder

EN = Path(dragoman.__path__[0]) / "data" / "lang" / "en"
RULES = load_times(EN / "times.toml")
FIND = time_finder(RULES)
CUT = sentence_finder(load_segmenter(EN / "words.toml"))
PUBLISHED = date(2023, 3, 9)  # a Thursday


def read(text: str, published: date | None = PUBLISHED) -> Reading:
    document = Document("d", published=published)
    report = Report(document, Version("d", "0" * 64), Text("t", "d", "0", "test", text))
    sections = (Section("paragraph", Span(0, len(text))),) if text else ()
    return CUT(Reading(report, sections=sections))


def times(text: str, published: date | None = PUBLISHED) -> tuple[Time, ...]:
    return FIND(read(text, published)).times


def shown(text: str, published: date | None = PUBLISHED) -> list[str]:
    """Each time as "words = first..last"; an open end as "?"."""
    return [f"{t.span.of(text)} = {t.earliest or '?'}..{t.latest or '?'}" for t in times(text, published)]


# Published on Thursday, 9 March 2023. Add a line: the text, then each expression it holds.
CASES = [
    # whole dates
    ("Envoys met on February 22, 2022.", "February 22, 2022 = 2022-02-22..2022-02-22"),
    ("Envoys met on 22 February 2022.", "22 February 2022 = 2022-02-22..2022-02-22"),
    ("Envoys met on Feb. 22, 2022.", "Feb. 22, 2022 = 2022-02-22..2022-02-22"),
    ("By the desk - January 23 2023", "January 23 2023 = 2023-01-23..2023-01-23"),
    ("It was signed 2022-02-22 in Doha.", "2022-02-22 = 2022-02-22..2022-02-22"),
    ("It was signed on 22/02/2022.", "22/02/2022 = 2022-02-22..2022-02-22"),
    ("It was signed on 02/22/2022.", "02/22/2022 = 2022-02-22..2022-02-22"),
    ("It was signed on 22.02.2022.", "22.02.2022 = 2022-02-22..2022-02-22"),
    ("It was signed on 03/04/2022.",),
    ("It was signed on 05/05/2022.", "05/05/2022 = 2022-05-05..2022-05-05"),
    ("It began on the 5th of June, 1967.", "the 5th of June, 1967 = 1967-06-05..1967-06-05"),
    ("They left on Thursday, 17 March 2022.", "Thursday, 17 March 2022 = 2022-03-17..2022-03-17"),
    ("The law of May 1, 2020 stands.", "May 1, 2020 = 2020-05-01..2020-05-01"),
    ("On 31 February 2022 nothing happened.",),
    ("On February 29, 2023 nothing happened.",),
    ("On February 29, 2020 they met.", "February 29, 2020 = 2020-02-29..2020-02-29"),
    # days without a year
    ("On February 22, the minister met him.", "February 22 = 2023-02-22..2023-02-22"),
    ("The two met on 23 January in Tehran.", "23 January = 2023-01-23..2023-01-23"),
    ("The agency said so (Al-Manar, February 28).", "February 28 = 2023-02-28..2023-02-28"),
    ("On the night of March 7, jets struck.", "March 7 = 2023-03-07..2023-03-07"),
    ("They met on December 30.", "December 30 = 2022-12-30..2022-12-30"),
    ("They met on March 11.", "March 11 = 2023-03-11..2023-03-11"),
    ("They met on March 14.", "March 14 = 2022-03-14..2022-03-14"),
    ("They will meet on March 14.", "March 14 = 2023-03-14..2023-03-14"),
    ("He is expected to visit on April 2.", "April 2 = 2023-04-02..2023-04-02"),
    ("He will answer the strike of February 20.", "February 20 = 2023-02-20..2023-02-20"),
    ("On February 31 nothing happened.",),
    ("On February 29 they met.", "February 29 = 2020-02-29..2020-02-29"),
    ("They came on March 3rd.", "March 3rd = 2023-03-03..2023-03-03"),
    ("In March 12 soldiers died.", "March = 2023-03-01..2023-03-09"),
    ("They came on Friday, March 3.", "Friday, March 3 = 2023-03-03..2023-03-03"),
    ("They came on Sept. 11 last.", "Sept. 11 = 2022-09-11..2022-09-11"),
    # stretches of days
    ("He stayed from March 3 to 5.", "March 3 to 5 = 2023-03-03..2023-03-05"),
    ("It happened between 14 and 16 February.", "14 and 16 February = 2023-02-14..2023-02-16"),
    ("The talks of February 25-26 failed.", "February 25-26 = 2023-02-25..2023-02-26"),
    ("It went well (Fars, February 25, 26).", "February 25, 26 = 2023-02-25..2023-02-26"),
    ("On February 25, 26 soldiers fled.", "February 25 = 2023-02-25..2023-02-25"),
    ("On February 25 and 26, they fled.", "February 25 and 26 = 2023-02-25..2023-02-26"),
    ("The summit of 9-10 September 2022 ended.", "9-10 September 2022 = 2022-09-09..2022-09-10"),
    ("The siege went on from 3 March to 5 April 2019.", "3 March to 5 April 2019 = 2019-03-03..2019-04-05"),
    ("It ran from December 30 to January 2.", "December 30 to January 2 = 2022-12-30..2023-01-02"),
    ("From March 30, 2011 to April 2, 2012 it ran.", "March 30, 2011 to April 2, 2012 = 2011-03-30..2012-04-02"),
    ("The talks of 26-25 February failed.",),
    # months
    ("They met in June 2015.", "June 2015 = 2015-06-01..2015-06-30"),
    ("They met in May of 2016.", "May of 2016 = 2016-05-01..2016-05-31"),
    ("They met in February.", "February = 2023-02-01..2023-02-28"),
    ("They met in October.", "October = 2022-10-01..2022-10-31"),
    ("In May he fled.", "May = 2022-05-01..2022-05-31"),
    ("He may go and march on May.",),
    ("May he return soon.",),
    ("It has been shut since October.", "since October = 2022-10-01..2023-03-09"),
    ("It fell last October.", "last October = 2022-10-01..2022-10-31"),
    ("It fell last March.", "last March = 2022-03-01..2022-03-31"),
    ("He came in January this year.", "January this year = 2023-01-01..2023-01-31"),
    ("They vote next May.", "next May = 2023-05-01..2023-05-31"),
    ("They will vote in June.", "June = 2023-06-01..2023-06-30"),
    ("It rained from March to May 2019.", "March to May 2019 = 2019-03-01..2019-05-31"),
    ("The July-August strikes went on.", "July-August = 2022-07-01..2022-08-31"),
    ("In January and February prices rose.", "January and February = 2023-01-01..2023-02-28"),
    ("In early March, a delegation came.", "early March = 2023-03-01..2023-03-09"),
    ("In late February, he came.", "late February = 2023-02-21..2023-02-28"),
    ("In mid-February he came.", "mid-February = 2023-02-11..2023-02-20"),
    ("In mid-March 2019 he came.", "mid-March 2019 = 2019-03-11..2019-03-20"),
    ("In early May, 2016 he came.", "early May, 2016 = 2016-05-01..2016-05-10"),
    ("At the beginning of June he left.", "the beginning of June = 2022-06-01..2022-06-10"),
    ("At the end of April 2018 he left.", "the end of April 2018 = 2018-04-21..2018-04-30"),
    ("In the second half of May it rained.", "the second half of May = 2022-05-15..2022-05-31"),
    # years and their parts
    ("In 2018 a jet was downed.", "2018 = 2018-01-01..2018-12-31"),
    ("In 2023 a jet was downed.", "2023 = 2023-01-01..2023-03-09"),
    ("Since 2013 it has fought.", "Since 2013 = 2013-01-01..2023-03-09"),
    ("As far back as 2013 it fought.", "As far back as 2013 = 2013-01-01..2023-03-09"),
    ("It has fought since the early 1980s.", "since the early 1980s = 1980-01-01..2023-03-09"),
    ("The 2015 nuclear deal is dead.", "2015 = 2015-01-01..2015-12-31"),
    ("They lost 2000 men.",),
    ("Under Resolution 2015 it is barred.",),
    ("The war of 1980-88 cost much.", "1980-88 = 1980-01-01..1988-12-31"),
    ("He ruled from 2011 to 2013.", "2011 to 2013 = 2011-01-01..2013-12-31"),
    ("Between 2013 and 2015 trade fell.", "2013 and 2015 = 2013-01-01..2015-12-31"),
    ("It began in early 2018.", "early 2018 = 2018-01-01..2018-04-30"),
    ("It began in mid-2019.", "mid-2019 = 2019-05-01..2019-08-31"),
    ("It began in late 2020.", "late 2020 = 2020-09-01..2020-12-31"),
    ("At the end of 2012 he fled.", "the end of 2012 = 2012-11-01..2012-12-31"),
    ("At the beginning of 2012 he fled.", "the beginning of 2012 = 2012-01-01..2012-02-29"),
    ("Exports fell in the first quarter of 2022.", "the first quarter of 2022 = 2022-01-01..2022-03-31"),
    ("Exports fell in Q3 2022.", "Q3 2022 = 2022-07-01..2022-09-30"),
    ("Exports fell in the first half of 2022.", "the first half of 2022 = 2022-01-01..2022-06-30"),
    ("In summer 2014 it fell.", "summer 2014 = 2014-06-01..2014-08-31"),
    ("In the winter of 2014 it fell.", "winter of 2014 = 2014-12-01..2015-02-28"),
    ("It fell last summer.", "last summer = 2022-06-01..2022-08-31"),
    ("In the 1990s they were allies.", "the 1990s = 1990-01-01..1999-12-31"),
    ("He is in his 70s.",),
    ("On New Year's Eve shells fell.", "New Year's Eve = 2022-12-31..2022-12-31"),
    ("On Christmas Day 2016 bells rang.", "Christmas Day 2016 = 2016-12-25..2016-12-25"),
    ("It is to end before 2030.", "before 2030 = ?..2029-12-31"),
    ("It lasted until March 3.", "until March 3 = ?..2023-03-03"),
    ("After February 26 talks stalled.", "After February 26 = 2023-02-27..2023-03-09"),
    # counted from the day of writing
    ("They met today.", "today = 2023-03-09..2023-03-09"),
    ("They met yesterday.", "yesterday = 2023-03-08..2023-03-08"),
    ("They meet tomorrow.", "tomorrow = 2023-03-10..2023-03-10"),
    ("Sirens sounded last night.", "last night = 2023-03-08..2023-03-09"),
    ("He said on Thursday that talks failed.", "Thursday = 2023-03-09..2023-03-09"),
    ("He said on Monday that talks failed.", "Monday = 2023-03-06..2023-03-06"),
    ("Friday's strike hit a port.", "Friday = 2023-03-03..2023-03-03"),
    ("It ended last Thursday.", "last Thursday = 2023-03-02..2023-03-02"),
    ("It ended last Tuesday.", "last Tuesday = 2023-03-07..2023-03-07"),
    ("They meet next Monday.", "next Monday = 2023-03-13..2023-03-13"),
    ("They meet next Thursday.", "next Thursday = 2023-03-16..2023-03-16"),
    ("They will meet on Sunday.", "Sunday = 2023-03-12..2023-03-12"),
    ("They met this week.", "this week = 2023-03-06..2023-03-09"),
    ("They will meet this week.", "this week = 2023-03-06..2023-03-12"),
    ("They met last week.", "last week = 2023-02-27..2023-03-05"),
    ("They meet next week.", "next week = 2023-03-13..2023-03-19"),
    ("They met last month.", "last month = 2023-02-01..2023-02-28"),
    ("They met last year.", "last year = 2022-01-01..2022-12-31"),
    ("They meet next year.", "next year = 2024-01-01..2024-12-31"),
    ("They met this year.", "this year = 2023-01-01..2023-03-09"),
    ("Earlier this month a report came out.", "Earlier this month = 2023-03-01..2023-03-09"),
    ("They will meet later this month.", "later this month = 2023-03-09..2023-03-31"),
    ("It was built late last year.", "late last year = 2022-09-01..2022-12-31"),
    ("It was built early this year.", "early this year = 2023-01-01..2023-03-09"),
    ("He fled 20 months ago.", "20 months ago = 2021-07-01..2021-07-31"),
    ("He fled three days ago.", "three days ago = 2023-03-06..2023-03-06"),
    ("He fled two weeks ago.", "two weeks ago = 2023-02-20..2023-02-26"),
    ("He fled three years ago.", "three years ago = 2020-01-01..2020-12-31"),
    ("Trade fell over the past two years.", "the past two years = 2021-03-09..2023-03-09"),
    ("In the past 24 hours ten fell.", "the past 24 hours = 2023-03-08..2023-03-09"),
    ("In the last week ten fell.", "the last week = 2023-03-02..2023-03-09"),
    ("In recent weeks raids grew.", "recent weeks = 2023-01-26..2023-03-09"),
    ("He is to visit in the coming months.", "the coming months = 2023-03-09..2023-09-09"),
    ("They leave over the next two months.", "the next two months = 2023-03-09..2023-05-09"),
    ("In the last days of the war he fled.",),
    # counted from the date told last
    (
        "On March 1 they met. The next day they left.",
        "March 1 = 2023-03-01..2023-03-01",
        "The next day = 2023-03-02..2023-03-02",
    ),
    (
        "They met on March 1. The same day he left.",
        "March 1 = 2023-03-01..2023-03-01",
        "The same day = 2023-03-01..2023-03-01",
    ),
    (
        "They met on March 1. Two days later he left.",
        "March 1 = 2023-03-01..2023-03-01",
        "Two days later = 2023-03-03..2023-03-03",
    ),
    (
        "It fell in 2015. Three years earlier he left.",
        "2015 = 2015-01-01..2015-12-31",
        "Three years earlier = 2012-01-01..2012-12-31",
    ),
    (
        "They met on March 1. The previous day he came.",
        "March 1 = 2023-03-01..2023-03-01",
        "The previous day = 2023-02-28..2023-02-28",
    ),
    ("The next day they left.", "The next day = ?..?"),
    # the year of a past told in full
    (
        "On August 21, 2013 it was hit. On August 26 they came.",
        "August 21, 2013 = 2013-08-21..2013-08-21",
        "August 26 = 2013-08-26..2013-08-26",
    ),
    # lengths and what is no time
    ("They fought for three days.", "three days = ?..?"),
    ("His two-day visit ended.", "two-day = ?..?"),
    ("He is a 52-year-old general.",),
    ("At 10:30 p.m. it began.",),
    ("They sold S-300 and F-16 to 2 states.",),
    ("Sun rose and the Sun. It sat.",),
]


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_case(case: tuple[str, ...]) -> None:
    text, *expected = case
    assert shown(text) == expected


def test_the_table_is_large() -> None:
    assert len(CASES) >= 120


UNDATED = [
    ("Envoys met on February 22.", "February 22 = ?..?"),
    ("On February 31 nothing happened.",),
    ("They met last week.", "last week = ?..?"),
    ("In 2018 it fell.", "2018 = 2018-01-01..2018-12-31"),
    ("Since 2013 it fought.", "Since 2013 = 2013-01-01..?"),
    (
        "Tehran, 9 March 2023. On February 22 he came.",
        "9 March 2023 = 2023-03-09..2023-03-09",
        "February 22 = 2023-02-22..2023-02-22",
    ),
    (
        "Tehran, 9 March 2023. Yesterday he came.",
        "9 March 2023 = 2023-03-09..2023-03-09",
        "Yesterday = 2023-03-08..2023-03-08",
    ),
]


@pytest.mark.parametrize("case", UNDATED, ids=[case[0] for case in UNDATED])
def test_without_a_date_of_publication(case: tuple[str, ...]) -> None:
    text, *expected = case
    assert shown(text, None) == expected


@pytest.mark.parametrize("row", RULES.expressions, ids=lambda row: row.id)
def test_each_row_finds_its_hits_and_not_its_misses(row: Expression) -> None:
    for text in row.hits:
        assert row.id in _found(text), text
    for text in row.misses:
        assert row.id not in _found(text), text


def _found(text: str) -> set[str]:
    reading = read(text)
    return {m.expression.id for s in reading.sentences for m in matches(RULES, reading.tokens, s)}


PIECES = [
    "February",
    "31",
    "in",
    "May",
    "2023",
    "-",
    "14",
    "and",
    "last",
    "week",
    "the",
    "mid-March",
    "99",
    "9999",
    "1500",
    "of",
    "Monday",
    ",",
    "ago",
    "5000",
    "years",
    "decades",
    "a",
    "22/13/2023",
    "0/0/2000",
    "1501",
    "since",
    "before",
    "next",
    "day",
    "end",
    ".",
    "to",
    "(",
    "1990s",
    "9990s",
    "0s",
    "²",
]


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join)),
    st.sampled_from([None, PUBLISHED, date.min, date.max]),
)
def test_any_text_is_read_and_every_span_cuts_words(text: str, published: date | None) -> None:
    found = times(text, published)
    assert all(t.span.of(text).strip() for t in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(t.earliest <= t.latest for t in found if t.earliest and t.latest)


def test_unknown_words_in_rules_are_refused(tmp_path: Path) -> None:
    text = (EN / "times.toml").read_text(encoding="utf-8")
    for old, new in [('means = "iso"', 'means = "isso"'), ('patterns = ["SLASHED"]', 'patterns = ["SLASH"]')]:
        bad = tmp_path / "times.toml"
        bad.write_text(text.replace(old, new), encoding="utf-8")
        with pytest.raises(BadRule, match=r"times\.toml#"):
            load_times(bad)
