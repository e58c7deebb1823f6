"""What is known of one actor: names, offices over time, meetings, and what cannot all be so."""

from datetime import date

import pytest

from dragoman.errors import NotFound
from dragoman.usecases.actors import Page, open_doubts, page_of
from dragoman.usecases.judging import judge_same
from usecases.registry import HAND, Registry

ASHTIANI = "person/mohammad-reza-ashtiani"


def page(registry: Registry, actor: str) -> Page:
    return page_of(registry.roll, actor, registry.data.shelf, registry.data.offices)


def test_every_spelling_tells_its_reports(registry: Registry) -> None:
    registry.add(
        ("a", "2023-02-24", "Mohammad Reza Ashitaini, the Iranian Minister of Defense, praised Iraq."),
        ("b", "2023-03-01", "Iranian Defence Minister Ashtiani visited Damascus."),
    )
    told = {alias.words: alias.reports for alias in page(registry, ASHTIANI).aliases}
    assert told == {"Mohammad Reza Ashitaini": (("a", date(2023, 2, 24)),), "Ashtiani": (("b", date(2023, 3, 1)),)}


def test_an_office_is_dated_by_its_sentence_and_widened_by_reports(registry: Registry) -> None:
    first = "On February 22, Mohammad Reza Ashtiani, the Iranian Minister of Defense, met a delegation in Tehran."
    registry.add(("a", "2023-02-24", first))
    (held,) = page(registry, ASHTIANI).offices
    assert (held.office, held.country) == ("minister of defence", "IRN")
    assert (held.earliest, held.latest) == (date(2023, 2, 22), date(2023, 2, 22))
    assert held.evidence == (("a", date(2023, 2, 22), "the Iranian Minister of Defense"),)
    registry.add(("b", "2024-01-09", "Iranian Defence Minister Mohammad Reza Ashtiani praised Iraq."))
    (held,) = page(registry, ASHTIANI).offices
    assert (held.earliest, held.latest) == (date(2023, 2, 22), date(2024, 1, 9))


def test_listed_tenures_stand_beside_what_reports_say(registry: Registry) -> None:
    listed = page(registry, ASHTIANI).listed
    assert [term.office for term in listed if term.start and term.start.year == 2021] == ["minister of defence"]
    with pytest.raises(NotFound, match="nobody"):
        page(registry, "actor-000000000000")


def test_meetings_name_the_others_and_the_words(registry: Registry) -> None:
    registry.add(
        ("a", "2023-02-24", "On February 22, Faisal Mekdad, the Syrian foreign minister, met Wang Yi in Beijing.")
    )
    ((meeting, others),) = page(registry, "person/faisal-mekdad").meetings
    assert (meeting.type, meeting.first, others) == ("CONSULT", date(2023, 2, 22), ("Wang Yi",))
    assert meeting.record.startswith("e:")


def test_two_holders_of_one_office_are_shown(registry: Registry) -> None:
    registry.add(
        ("a", "2023-06-01", "Karim Wafiq, Yemen's minister of transport, visited Aden."),
        ("b", "2023-06-01", "Salim Qadari, Yemen's minister of transport, visited Taiz."),
        ("c", "2023-02-24", "Hadi Tabrizi, the Iranian Minister of Defense, praised Iraq."),
    )
    told = {card.name: page(registry, id).contradictions for id, card in registry.cards(kind="person").items()}
    assert ["Salim Qadari" in words for words in told["Karim Wafiq"]] == [True]
    assert ["Karim Wafiq" in words for words in told["Salim Qadari"]] == [True]
    assert ["Mohammad Reza Ashtiani" in words for words in told["Hadi Tabrizi"]] == [True]


def test_successors_are_no_contradiction(registry: Registry) -> None:
    registry.add(
        ("a", "2023-06-01", "Karim Wafiq, Yemen's minister of transport, visited Aden."),
        ("b", "2023-09-01", "Salim Qadari, Yemen's minister of transport, visited Taiz."),
    )
    assert [page(registry, id).contradictions for id in registry.people()] == [(), ()]


def test_one_man_in_two_countries_is_shown(registry: Registry) -> None:
    registry.add(
        ("a", "2008-06-01", "Mikheil Saakashvili, the president of Georgia, visited Berlin."),
        ("b", "2015-06-01", "Mikheil Saakashvili, Ukraine's minister of transport, visited Berlin."),
    )
    (doubt,) = open_doubts(registry.roll)
    assert (doubt.a.country, doubt.b) == ("UKR", "person/mikheil-saakashvili")
    judge_same(registry.roll, doubt.b, doubt.a.id, HAND)
    told, *_ = page(registry, doubt.b).contradictions
    assert told == "reports give offices of different countries: GEO (report a), UKR (report b)"
