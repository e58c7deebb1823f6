"""Bodies by portfolio: found by the words of all states, by their own names, and by no other country's."""

import pytest

from dragoman.errors import BadRule
from dragoman.lexicon.actors import BodyRow, Country, CountryRow
from dragoman.lexicon.portfolios import Desks, PortfolioRow, make_desks

DEFENCE = PortfolioRow("defence", ("defence ministry",), (), ())


def desks(*bodies: BodyRow) -> Desks:
    country = CountryRow("xxa", "state", "XXA", "Aland", aliases=("Republic of Aland",))
    return make_desks([DEFENCE], [Country(country, bodies)])


@pytest.mark.parametrize(
    "words", ["defence ministry", "ministry of war and peace", "war office", "kriegsamt", "bureau of arms"]
)
def test_a_body_is_found_by_its_portfolio_and_by_its_names_without_the_country(words: str) -> None:
    names = ("War Office of the Republic of Aland", "Kriegsamt", "Bureau of Arms (Aland)")
    body = BodyRow("xxa/war", "Ministry of War and Peace of Aland", "body", "MIL", names, portfolios=("defence",))
    found = desks(body)
    assert found["XXA", words].actor_id == "xxa/war"
    assert ("XXB", words) not in found


def test_a_body_without_a_portfolio_is_found_by_nothing() -> None:
    assert not desks(BodyRow("xxa/war", "Ministry of War of Aland", "body", "MIL"))


def test_an_unknown_portfolio_is_refused() -> None:
    with pytest.raises(BadRule, match="no portfolio leisure; known are defence"):
        desks(BodyRow("xxa/fun", "Ministry of Fun", "body", "GOV", portfolios=("leisure",)))
