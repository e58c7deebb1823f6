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
    ("It was signed on 03/04/2022.", "03/04/2022 = 2022-03-04..2022-04-03"),
    ("It was signed on 05/05/2022.", "05/05/2022 = 2022-05-05..2022-05-05"),
    ("It began on the 5th of June, 1967.", "the 5th of June, 1967 = 1967-06-05..1967-06-05"),
    ("They left on Thursday, 17 March 2022.", "Thursday, 17 March 2022 = 2022-03-17..2022-03-17"),
    ("The law of May 1, 2020 stands.", "May 1, 2020 = 2020-05-01..2020-05-01"),
    ("On 31 February 2022 nothing happened.", "31 February 2022 = ?..?"),
    ("On February 29, 2023 nothing happened.", "February 29, 2023 = ?..?"),
    ("On February 29, 2020 they met.", "February 29, 2020 = 2020-02-29..2020-02-29"),
    # days without a year
    ("On February 22, the minister met him.", "February 22 = 2023-02-22..2023-02-22"),
    ("The two met on 23 January in Tehran.", "23 January = 2023-01-23..2023-01-23"),
    ("The agency said so (Al-Manar, February 28).", "February 28 = 2023-02-28..2023-02-28"),
    ("On the night of March 7, jets struck.", "night of March 7 = 2023-03-07..2023-03-08"),
    ("They met on December 30.", "December 30 = 2022-12-30..2022-12-30"),
    ("They met on March 11.", "March 11 = 2023-03-11..2023-03-11"),
    ("They met on March 14.", "March 14 = 2022-03-14..2022-03-14"),
    ("They will meet on March 14.", "March 14 = 2023-03-14..2023-03-14"),
    ("He is expected to visit on April 2.", "April 2 = 2023-04-02..2023-04-02"),
    ("He will answer the strike of February 20.", "February 20 = 2023-02-20..2023-02-20"),
    ("On February 31 nothing happened.", "February 31 = ?..?"),
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
    ("The talks of 26-25 February failed.", "26-25 February = ?..?"),
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
    ("In the last days of the war he fled.", "the last days of the war = ?..?"),
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
    # other ways to say when
    ("They met on 12/3/2021.", "12/3/2021 = 2021-03-12..2021-12-03"),
    ("They met on 5/3/2023.", "5/3/2023 = 2023-03-05..2023-03-05"),
    ("They met on 10/11/2022.", "10/11/2022 = 2022-10-11..2022-11-10"),
    ("On 30 February they met.", "30 February = ?..?"),
    ("On the night of 22 February 2023 jets struck.", "night of 22 February 2023 = 2023-02-22..2023-02-23"),
    ("Talks are due in the week of March 20.", "week of March 20 = 2023-03-20..2023-03-26"),
    ("They met in the week of February 6.", "week of February 6 = 2023-02-06..2023-02-12"),
    ("It was signed on the 5th of this month.", "the 5th of this month = 2023-03-05..2023-03-05"),
    ("It was signed on the 28th of last month.", "the 28th of last month = 2023-02-28..2023-02-28"),
    ("In the second week of February he left.", "the second week of February = 2023-02-08..2023-02-14"),
    ("In the first week of January 2021 it snowed.", "the first week of January 2021 = 2021-01-01..2021-01-07"),
    ("In the last week of February he left.", "the last week of February = 2023-02-22..2023-02-28"),
    ("Between March 2020 and June 2021 borders were shut.", "March 2020 and June 2021 = 2020-03-01..2021-06-30"),
    ("From late February to early March shells fell.", "late February to early March = 2023-02-21..2023-03-09"),
    ("The border was drawn in the 19th century.", "the 19th century = 1801-01-01..1900-12-31"),
    ("Fighting eased during Ramadan.", "Ramadan = 2022-04-02..2022-05-03"),
    ("They will meet before Ramadan.", "before Ramadan = ?..2023-03-21"),
    ("They met after Ramadan 2022.", "after Ramadan 2022 = 2022-05-04..2023-03-09"),
    ("Prisoners were freed for Eid al-Fitr.", "Eid al-Fitr = 2022-05-02..2022-05-05"),
    ("Prisoners were freed for Eid al-Adha 2021.", "Eid al-Adha 2021 = 2021-07-19..2021-07-23"),
    ("Shops shut for Lunar New Year.", "Lunar New Year = 2023-01-21..2023-01-23"),
    ("It fell on Good Friday.", "Good Friday = 2022-04-15..2022-04-15"),
    ("The truce of Easter 2022 failed.", "Easter 2022 = 2022-04-17..2022-04-17"),
    ("The truce of Orthodox Easter failed.", "Orthodox Easter = 2022-04-24..2022-04-24"),
    ("On Yom Kippur nobody works.", "Yom Kippur = 2022-10-04..2022-10-05"),
    ("They met on Nowruz 2021.", "Nowruz 2021 = 2021-03-20..2021-03-21"),
    ("The Persian New Year brought no calm.", "Persian New Year = 2022-03-20..2022-03-21"),
    ("On Quds Day crowds marched.", "Quds Day = 2022-04-29..2022-04-29"),
    ("Crowds marched on Ashura.", "Ashura = 2022-08-07..2022-08-09"),
    ("Lights were lit for Diwali.", "Diwali = 2022-10-24..2022-10-26"),
    ("Rockets fell on Rosh Hashanah.", "Rosh Hashanah = 2022-09-25..2022-09-27"),
    ("Rockets fell during Passover 2022.", "Passover 2022 = 2022-04-15..2022-04-23"),
    ("On Thanksgiving he called.", "Thanksgiving = 2022-11-24..2022-11-24"),
    ("On Christmas Eve he called.", "Christmas Eve = 2022-12-24..2022-12-24"),
    ("On Christmas he called.", "Christmas = 2022-12-25..2022-12-25"),
    ("The decree of 10 Muharram 1445 was read out.", "10 Muharram 1445 = 2023-07-28..2023-07-28"),
    ("It was issued in Rajab 1444.", "Rajab 1444 = 2023-01-23..2023-02-21"),
    ("The order of 3 Esfand 1401 was published.", "3 Esfand 1401 = 2023-02-22..2023-02-22"),
    ("Exports grew in Farvardin 1402.", "Farvardin 1402 = 2023-03-21..2023-04-20"),
    ("On 31 Esfand 1401 nothing happened.", "31 Esfand 1401 = ?..?"),
    ("He arrived the day before yesterday.", "the day before yesterday = 2023-03-07..2023-03-07"),
    ("He leaves the day after tomorrow.", "the day after tomorrow = 2023-03-11..2023-03-11"),
    ("Over the weekend jets struck.", "the weekend = 2023-03-04..2023-03-05"),
    ("Last weekend jets struck.", "Last weekend = 2023-03-04..2023-03-05"),
    ("They will vote next weekend.", "next weekend = 2023-03-11..2023-03-12"),
    ("Talks ran from Monday to Wednesday.", "Monday to Wednesday = 2023-03-06..2023-03-08"),
    ("Between Monday and Wednesday ten raids were flown.", "Monday and Wednesday = 2023-03-06..2023-03-08"),
    ("They march every Friday.",),
    ("The envoy is to leave Geneva on Tuesday.", "Tuesday = 2023-03-14..2023-03-14"),
    ("The minister is set to fly to Doha on Sunday.", "Sunday = 2023-03-12..2023-03-12"),
    ("Russia will send troops, the minister said on Monday.", "Monday = 2023-03-06..2023-03-06"),
    (
        "He said on Monday that talks will resume on Sunday.",
        "Monday = 2023-03-06..2023-03-06",
        "Sunday = 2023-03-12..2023-03-12",
    ),
    ("The talks are scheduled for Saturday.", "Saturday = 2023-03-11..2023-03-11"),
    ("The summit is to be held on March 20.", "March 20 = 2023-03-20..2023-03-20"),
    ("It began half a year ago.", "half a year ago = 2022-09-01..2022-09-30"),
    ("It began two and a half years ago.", "two and a half years ago = 2020-09-01..2020-09-30"),
    ("It began a couple of weeks ago.", "a couple of weeks ago = 2023-02-27..2023-03-05"),
    ("It began a decade ago.", "a decade ago = 2010-01-01..2019-12-31"),
    ("It began about 18 months ago.", "about 18 months ago = 2021-09-01..2021-09-30"),
    ("It began a week ago.", "a week ago = 2023-02-27..2023-03-05"),
    ("He left an hour ago.", "an hour ago = 2023-03-08..2023-03-09"),
    (
        "He visited Paris on February 14. Two weeks before the visit, jets struck.",
        "February 14 = 2023-02-14..2023-02-14",
        "Two weeks before = 2023-01-28..2023-02-03",
    ),
    (
        "The quake struck on February 6. Aid has come since the earthquake.",
        "February 6 = 2023-02-06..2023-02-06",
        "since the earthquake = 2023-02-06..2023-03-09",
    ),
    ("Aid has come since the earthquake.", "since the earthquake = ?..2023-03-09"),
    (
        "Troops seized the airport on January 20. Three days after the troops seized the airport, talks began.",
        "January 20 = 2023-01-20..2023-01-20",
        "Three days after = 2023-01-23..2023-01-23",
    ),
    (
        "The summit was held on February 21. On March 3 he left. The day after the summit he resigned.",
        "February 21 = 2023-02-21..2023-02-21",
        "March 3 = 2023-03-03..2023-03-03",
        "The day after = 2023-02-22..2023-02-22",
    ),
    (
        "The summit was held on February 21. On the eve of the summit he resigned.",
        "February 21 = 2023-02-21..2023-02-21",
        "the eve of the summit = 2023-02-20..2023-02-20",
    ),
    (
        "He arrived for a visit on February 20. During his two-day visit he met the king.",
        "February 20 = 2023-02-20..2023-02-20",
        "his two-day visit = 2023-02-20..2023-02-21",
    ),
    (
        "The war broke out in March 2011. In the first six years of the war towns emptied.",
        "March 2011 = 2011-03-01..2011-03-31",
        "the first six years of the war = 2011-03-01..2017-02-28",
    ),
    (
        "The war ended in August 1988. In the final two years of the war it fell.",
        "August 1988 = 1988-08-01..1988-08-31",
        "the final two years of the war = 1986-08-31..1988-08-31",
    ),
    (
        "The invasion began on February 24, 2022. A year into the invasion, the front froze.",
        "February 24, 2022 = 2022-02-24..2022-02-24",
        "A year into = 2023-01-01..2023-12-31",
    ),
    (
        "The ceasefire took effect on March 2. Since the truce, calm holds.",
        "March 2 = 2023-03-02..2023-03-02",
        "Since the truce = 2023-03-02..2023-03-09",
    ),
    ("Two days before the parade, jets struck.", "Two days before = ?..?"),
    ("It has been shut since last week.", "since last week = 2023-02-27..2023-03-09"),
    ("It has been shut since Monday.", "since Monday = 2023-03-06..2023-03-09"),
    ("It was shut until last year.", "until last year = ?..2022-12-31"),
    ("It was shut by the end of February.", "by the end of February = ?..2023-02-28"),
    ("It must be done by Friday.", "by Friday = ?..2023-03-10"),
    ("It will be done within two months.", "two months = 2023-03-09..2023-05-09"),
    ("It was done in early 2023.", "early 2023 = 2023-01-01..2023-03-09"),
    ("He came in the first days of March.", "March = 2023-03-01..2023-03-09"),
    ("The siege lasted from 2012 until 2016.", "2012 until 2016 = 2012-01-01..2016-12-31"),
    ("They met in the spring.", "the spring = 2023-03-01..2023-03-09"),
    ("Winter 2022-23 was hard.", "Winter 2022-23 = 2022-12-01..2023-02-28"),
    ("In the past decade trade fell.", "the past decade = 2013-03-09..2023-03-09"),
    ("In the last three months trade fell.", "the last three months = 2022-12-09..2023-03-09"),
    ("So far this year trade fell.", "So far this year = 2023-01-01..2023-03-09"),
    (
        "On March 1 they met. That week shells fell.",
        "March 1 = 2023-03-01..2023-03-01",
        "That week = 2023-02-27..2023-03-05",
    ),
    (
        "They met on March 1. A week later he left.",
        "March 1 = 2023-03-01..2023-03-01",
        "A week later = 2023-03-05..2023-03-11",
    ),
    (
        "They met on March 1. Ten days earlier he had left.",
        "March 1 = 2023-03-01..2023-03-01",
        "Ten days earlier = 2023-02-19..2023-02-19",
    ),
    (
        "They met in December 2021. The following month he left.",
        "December 2021 = 2021-12-01..2021-12-31",
        "The following month = 2022-01-01..2022-01-31",
    ),
    (
        "They met in 2019. The following year he left.",
        "2019 = 2019-01-01..2019-12-31",
        "The following year = 2020-01-01..2020-12-31",
    ),
    ("In the 2010s they were rivals.", "the 2010s = 2010-01-01..2019-12-31"),
    ("In the late 1990s they were rivals.", "the late 1990s = 1996-09-01..1999-12-31"),
    ("Sirens sounded in the early hours of Tuesday.", "Tuesday = 2023-03-07..2023-03-07"),
    ("Sirens sounded on Tuesday night.", "Tuesday = 2023-03-07..2023-03-07"),
    ("The report of Jan. 5 is out.", "Jan. 5 = 2023-01-05..2023-01-05"),
    ("From 5 to 7 March they met.", "5 to 7 March = 2023-03-05..2023-03-07"),
    ("It happened at 3 a.m. on 4 March.", "4 March = 2023-03-04..2023-03-04"),
    ("They met on the 4th of March.", "the 4th of March = 2023-03-04..2023-03-04"),
    ("On Wednesday, March 8, 2023, they met.", "Wednesday, March 8, 2023 = 2023-03-08..2023-03-08"),
    ("(Tasnim; Fars, February 25, 26) The talks went on.", "February 25, 26 = 2023-02-25..2023-02-26"),
    ("The agency said so (Reuters, March 1, 2023).", "March 1, 2023 = 2023-03-01..2023-03-01"),
    ("It ended on 2023/02/22.", "2023/02/22 = 2023-02-22..2023-02-22"),
    ("It ended on 22-02-2023.", "22-02-2023 = 2023-02-22..2023-02-22"),
    ("It ended on 22nd February.", "22nd February = 2023-02-22..2023-02-22"),
    ("In mid-2022 it rose.", "mid-2022 = 2022-05-01..2022-08-31"),
    ("As early as 2014 it rose.", "As early as 2014 = 2014-01-01..2023-03-09"),
    ("In the year 2003 it rose.", "2003 = 2003-01-01..2003-12-31"),
    ("In Q4 it rose.", "Q4 = 2022-10-01..2022-12-31"),
    ("In the fourth quarter it rose.", "the fourth quarter = 2022-10-01..2022-12-31"),
    ("In the third quarter of last year it rose.", "the third quarter of last year = 2022-07-01..2022-09-30"),
    ("In the second half of last year it rose.", "the second half of last year = 2022-07-01..2022-12-31"),
    ("In summer it rose.", "summer = 2022-06-01..2022-08-31"),
    ("This winter it rose.", "This winter = 2022-12-01..2023-02-28"),
    ("Early this week it rose.", "Early this week = 2023-03-06..2023-03-07"),
    ("Late last month it rose.", "Late last month = 2023-02-21..2023-02-28"),
    ("Early on Monday it rose.", "Monday = 2023-03-06..2023-03-06"),
    ("In the coming days it will rise.", "the coming days = 2023-03-09..2023-03-15"),
    ("Next month it will rise.", "Next month = 2023-04-01..2023-04-30"),
    ("Three days from now it will rise.", "Three days from now = 2023-03-12..2023-03-12"),
    ("For two years it rose.", "two years = ?..?"),
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
    assert len(CASES) >= 220


UNDATED = [
    ("Envoys met on February 22.", "February 22 = ?..?"),
    ("On February 31 nothing happened.", "February 31 = ?..?"),
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
