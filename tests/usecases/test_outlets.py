"""Outlets by name, what reports say of them, and grades that people give."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dragoman.assemble import known_outlets
from dragoman.errors import BadJudgement, NotFound
from dragoman.model import Grade, Reading
from dragoman.ports import Filed
from dragoman.usecases.outlets import Filter, card_of, checked, listed, outlet_named, page_of

ROWS = known_outlets()
NOW = datetime(2023, 3, 9, 12, tzinfo=UTC)
TEXT = "The pro-opposition website Enab Baladi reported that Turkey had shelled a Syrian village."


@pytest.fixture(scope="module")
def filed(read: Callable[..., Reading]) -> Filed:
    reading = read(TEXT, id="r1")
    return Filed(reading.document, reading.report.text, NOW, 1, reading.events, statements=reading.statements)


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("Tasnim", "outlet/tasnim"),
        ("Tasneem", "outlet/tasnim"),
        ("tasnim news agency", "outlet/tasnim"),
        ("outlet/tasnim", "outlet/tasnim"),
        ("Al-Mayadeen", "outlet/al-mayadeen"),
        ("al Mayadeen", "outlet/al-mayadeen"),
        ("defapress.ir", "outlet/defapress"),
        ("The Guardian", "outlet/guardian"),
        ("Syrian Observatory for Human Rights", "outlet/sohr"),
    ],
)
def test_an_outlet_goes_by_any_of_its_names(words: str, id: str) -> None:
    assert outlet_named(ROWS, words).id == id


def test_a_name_that_nobody_has_is_told() -> None:
    with pytest.raises(NotFound, match="Gazette of Nowhere"):
        outlet_named(ROWS, "Gazette of Nowhere")


def test_a_name_that_several_have_is_told() -> None:
    one = outlet_named(ROWS, "Tasnim")
    other = replace(one, id="outlet/other", name="Other", domains=())
    with pytest.raises(BadJudgement, match=r"outlet/tasnim, outlet/other"):
        outlet_named((replace(one, name="One"), other), "Tasneem")


def test_the_list_is_filtered_by_country_kind_and_words() -> None:
    found = list(listed(ROWS, (), Filter("IRN", "news_agency", "fars")))
    assert [card.id for card in found] == ["outlet/fars"]


def test_there_are_enough_of_them_and_their_countries_are_known() -> None:
    assert len(ROWS) >= 300
    assert all(row.country == "" or (len(row.country) == 3 and row.country.isupper()) for row in ROWS)


def test_a_page_tells_what_reports_say_of_an_outlet(filed: Filed) -> None:
    page = page_of(outlet_named(ROWS, "Enab Baladi"), (), [filed])
    assert page.reports == ("r1",)
    assert [(said.words, said.report) for said in page.said] == [("pro-opposition", "r1")]


def test_the_last_grade_counts_and_credibility_is_no_reliability() -> None:
    grades = (
        Grade("outlet/sana", "ana", NOW, reliability="B"),
        Grade("outlet/sana", "ben", NOW, reliability="D"),
        Grade("outlet/sana", "ben", NOW, record="e:1", credibility="1"),
        Grade("outlet/fars", "ben", NOW, reliability="A"),
    )
    row = outlet_named(ROWS, "SANA")
    assert card_of(row, grades).reliability == "D"
    assert page_of(row, grades, ()).grades == grades[:3]


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"reliability": "G"},
        {"credibility": "7", "record": "e:1"},
        {"credibility": "2"},
        {"record": "e:1"},
        {"reliability": "A", "record": "e:1"},
        {"reliability": "A", "credibility": "2", "record": "e:1"},
    ],
)
def test_a_grade_stands_on_one_axis(given: dict[str, str]) -> None:
    with pytest.raises(BadJudgement):
        Grade("outlet/sana", "ana", NOW, **given)  # type: ignore[arg-type]


def test_only_what_an_outlet_says_in_a_record_can_be_graded(filed: Filed) -> None:
    record = filed.events[0].id
    good = Grade("outlet/enab-baladi", "ana", NOW, record=record, credibility="3")
    assert checked(good, filed) == good
    with pytest.raises(BadJudgement, match="no source"):
        checked(replace(good, outlet="outlet/sana"), filed)
    with pytest.raises(NotFound):
        checked(good, None)
