"""Claims side by side and the register of transfers, from readings of a few words."""

from collections.abc import Callable

import pytest

from dragoman.model import Reading
from dragoman.usecases.archive import filed_of
from dragoman.usecases.asking import asks_for
from dragoman.usecases.questions import answered, question_record
from dragoman.usecases.register import register
from dragoman.usecases.tellings import incident_of

Read = Callable[..., Reading]
AID = (
    "The UN envoy said that Iran sends $6 billion per year to Syria. "
    "Steven Heydemann said that Iran had given Syria at least $36 billion. "
    "Poland delivered 30,000 tonnes of wheat to Egypt."
)
ARMS = (
    "Russia delivered the S-300 system to Syria in 2018. "
    "Iran may provide Syria with the Khordad-15 system, SANA reported. "
    "Denmark sent 19 F-16 jets to Ukraine."
)


@pytest.fixture(scope="module")
def aid(pipeline, report):  # type: ignore[no-untyped-def]
    return [filed_of(pipeline.read([report(AID, published="2018-09-05", title="Sums")])[0])]


@pytest.fixture(scope="module")
def arms(pipeline, report):  # type: ignore[no-untyped-def]
    return [filed_of(pipeline.read([report(ARMS, published="2023-03-09", title="Arms")])[0])]


def test_sums_between_two_parties_stand_together_with_what_keeps_them_apart(aid) -> None:  # type: ignore[no-untyped-def]
    first, *others = answered(aid, incident_of(aid, {}), "", "test")
    assert [(answer.amount, answer.bound) for answer in first.answers] == [
        ("6 billion", "exact"),
        ("36 billion", "at least"),
    ]
    assert ["per year" in a.flags or "total" in a.flags for a in first.answers] == [True, True]
    assert [answer.claimed_by[0] for answer in first.answers] == ["The UN envoy", "Steven Heydemann"]
    assert [question.measure for question in others] == ["wheat"]


LOSSES = (
    "Peru said 30 people had died in the raid; the Bolivian health minister counted 22 bodies.\n\n"
    "At least 14 Thais have died, the health ministry said. Cambodia's Pailin province reported two dead."
)


def test_two_accounts_of_one_loss_pair_and_the_losses_of_two_sides_do_not(pipeline, report) -> None:  # type: ignore[no-untyped-def]
    filed = [filed_of(pipeline.read([report(LOSSES, published="2024-06-10")])[0])]
    found = answered(filed, incident_of(filed, {}), "", "test")
    assert [[answer.amount for answer in question.answers] for question in found] == [["30", "22"], ["14"], ["2"]]


def test_a_query_shows_whole_questions(aid) -> None:  # type: ignore[no-untyped-def]
    (found,) = answered(aid, incident_of(aid, {}), "heydemann", "test")
    record = question_record(found)
    assert record["kind"] == "question" and len(record["claims"]) == 2
    assert record["claims"][0]["currency"] == "USD" and record["claims"][0]["flags"]
    assert answered(aid, incident_of(aid, {}), "venezuela", "test") == ()


def test_the_register_lists_transfers_by_supplier(arms) -> None:  # type: ignore[no-untyped-def]
    found = register(arms, "", "test")
    assert [(e.supplier, e.recipient, e.record["item"], e.record["stage"]) for e in found] == [
        ("Denmark", "Ukraine", "F-16", "delivered"),
        ("Iran", "Syria", "Khordad-15", "offered"),
        ("Russia", "Syria", "S-300", "delivered"),
    ]
    assert [e.record["number"] for e in found] == [19.0, None, None]
    assert found[1].sources == ("SANA",) and found[1].record["designer"] == "IRN"


def test_the_register_is_asked_by_words(arms) -> None:  # type: ignore[no-untyped-def]
    assert [e.record["item"] for e in register(arms, "syria s-300", "test")] == ["S-300"]
    assert [e.record["item"] for e in register(arms, "UKR", "test")] == ["F-16"]
    assert register(arms, "torpedo", "test") == ()


@pytest.mark.parametrize(
    ("query", "told", "found"),
    [
        ("", ["anything"], True),
        ("syr", ["Aid to Syria"], True),
        ("aid syria", ["Aid", None, "to Syria"], True),
        ("aid iraq", ["Aid to Syria"], False),
        ("S-300", ["the S-300 system"], True),
        ("\ud800", ["a"], True),
    ],
)
def test_each_word_of_a_query_begins_a_word(query: str, told: list[str | None], found: bool) -> None:
    assert asks_for(query, told) is found
