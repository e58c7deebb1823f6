"""Who held which office when: for the countries most in the news the shipped tenures follow one another since 2000.

A vacancy that is known, or a stretch that nobody has looked up yet, stands in a table below: an expert who fills one
takes it out. Anything else that is open for longer than some weeks fails.
"""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from dragoman.assemble import Data
from dragoman.lexicon.people import Tenure

SINCE, UNTIL = date(2000, 1, 1), date(2025, 6, 30)
SLACK = timedelta(days=40)  # between two holders, or where a list knows months only
COUNTRIES = (
    "USA", "RUS", "CHN", "IRN", "ISR", "PSE", "UKR", "SYR", "IRQ", "TUR", "SAU", "EGY", "LBN", "YEM", "AFG", "PAK",
    "IND", "GBR", "FRA", "DEU", "PRK", "KOR", "JPN", "LBY", "SDN", "ETH", "QAT", "ARE", "JOR", "VEN", "SRB", "POL",
    "ITA", "NGA", "MMR", "CUB", "ARM", "AZE", "GEO", "BLR",
)  # fmt: skip
HEAD_OF_STATE = frozenset({
    "president", "acting president", "federal president", "king", "queen", "emperor", "emir", "supreme leader",
    "leader", "ruler", "military ruler", "chairman of the presidential council", "chairman of the sovereignty council",
    "chairman of the transitional council", "general secretary of the communist party",
})  # fmt: skip
HEAD_OF_GOVERNMENT = frozenset({
    "prime minister", "acting prime minister", "chancellor", "president", "acting president", "king", "chairman",
    "military ruler", "secretary of the general people's committee",
})  # fmt: skip
FOREIGN = frozenset({"minister of foreign affairs", "acting minister of foreign affairs", "secretary of state"})
DEFENCE = frozenset({"minister of defence", "minister of defence and armed forces logistics"})
SEATS = {
    "head of state": HEAD_OF_STATE, "head of government": HEAD_OF_GOVERNMENT, "foreign": FOREIGN, "defence": DEFENCE
}  # fmt: skip
VACANT = {  # nobody held it, or it does not exist
    ("IRQ", "head of state"): "2003-04 2004-06",  # occupation
    ("IRQ", "head of government"): "2003-04 2004-06",
    ("LBN", "head of state"): "2007-11 2008-05, 2014-05 2016-10, 2022-10 2025-01",
    ("JPN", "defence"): "2000-01 2007-01",  # an agency until then
    ("PSE", "defence"): "2000-01 2025-06",
    ("LBY", "defence"): "2000-01 2025-06",  # committees, then rival governments
}
UNKNOWN = {  # held by somebody whom the lists lack, or by a deputy for some weeks
    ("PSE", "foreign"): "2000-01 2003-01",
    ("YEM", "defence"): "2000-01 2001-04",
    ("AFG", "head of government"): "2001-12 2002-06",
    ("PAK", "defence"): "2007-11 2008-03, 2018-05 2018-08",
    ("KOR", "defence"): "2002-07 2003-02, 2024-12 2025-06",
    ("LBY", "head of government"): "2000-01 2003-01",
    ("LBY", "foreign"): "2011-03 2011-11, 2012-11 2013-01, 2014-08 2016-01",
    ("SDN", "foreign"): "2019-04 2019-09, 2025-04 2025-06",
    ("SDN", "defence"): "2000-01 2000-07, 2015-06 2015-08, 2019-04 2019-09, 2020-03 2020-06",
    ("ETH", "defence"): "2000-01 2005-10, 2024-10 2025-06",
    ("JOR", "defence"): "2000-01 2000-06, 2003-10 2025-06",
    ("SRB", "head of state"): "2003-03 2004-07",
    ("SRB", "defence"): "2000-01 2003-01",
    ("NGA", "foreign"): "2007-05 2007-07, 2013-09 2014-03",
    ("NGA", "defence"): (
        "2007-05 2007-07, 2008-09 2008-12, 2012-06 2014-03, 2015-05 2015-11, 2019-05 2019-08, 2023-05 2023-08"
    ),
    ("MMR", "defence"): "2000-01 2011-03",
    ("CUB", "defence"): "2011-09 2011-11",
}


@pytest.fixture(scope="module")
def data() -> Data:
    return Data("en")


def gaps(tenures: list[Tenure]) -> Iterator[str]:
    """The stretches since 2000 in which nobody held any of the offices, by their first and last month."""
    reached = SINCE
    for tenure in sorted(tenures, key=lambda t: t.start or date.min):
        start = tenure.start or date.min
        if start > UNTIL:
            break
        if start - reached > SLACK:
            yield f"{reached:%Y-%m} {start:%Y-%m}"
        reached = max(reached, tenure.end or UNTIL)
    if UNTIL - reached > SLACK:
        yield f"{reached:%Y-%m} {UNTIL:%Y-%m}"


@pytest.mark.parametrize("seat", SEATS)
@pytest.mark.parametrize("country", COUNTRIES)
def test_holders_follow_one_another(data: Data, country: str, seat: str) -> None:
    held = [t for p in data.people if p.row.country == country for t in p.tenures if t.office in SEATS[seat]]
    assert ", ".join(gaps(held)) == (VACANT | UNKNOWN).get((country, seat), "")


def test_forty_countries() -> None:
    assert len(set(COUNTRIES)) == 40


def test_organisations_of_conflict_reporting(data: Data) -> None:
    told = [row for row in data.organisations if row.aliases or row.cased]
    assert len(told) >= 350
    assert all(row.sector and row.kind for row in told)
    assert {len(row.country) for row in told} == {0, 3}
