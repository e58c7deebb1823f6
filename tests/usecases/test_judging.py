"""Decisions on actors: merges and partings count at once, are undone by a row, and outlive coding again."""

import pytest

from dragoman.errors import BadJudgement, NotFound
from dragoman.usecases.actors import open_doubts, page_of
from dragoman.usecases.judging import judge_different, judge_same, judge_unsure, refer, undo
from usecases.registry import HAND, Registry

REPORTS = (
    ("a", "2023-06-01", "Karim Wafiq, Yemen's deputy minister of transport, visited Aden on Monday."),
    ("b", "2023-06-02", "Ambassador Karim Wafiq visited Muscat on Tuesday."),
    ("c", "2023-06-03", "Salim Qadari, the governor of Taiz in Yemen, met traders on Friday."),
)


@pytest.fixture
def filled(registry: Registry) -> Registry:
    registry.add(*REPORTS)
    assert sorted(card.name for card in registry.cards(kind="person").values()) == [
        "Karim Wafiq", "Karim Wafiq", "Salim Qadari",
    ]  # fmt: skip
    return registry


def ids(registry: Registry, name: str) -> list[str]:
    """The actors of a name, in the order of their reports."""
    found = [card for card in registry.cards(kind="person").values() if card.name == name]
    return [card.id for card in sorted(found, key=lambda card: str(card.first))]


def page(registry: Registry, actor: str):  # type: ignore[no-untyped-def]
    return page_of(registry.roll, actor, registry.data.shelf, registry.data.offices)


def test_a_merge_leaves_a_redirect_and_is_undone(filled: Registry) -> None:
    one, other = ids(filled, "Karim Wafiq")
    judge_same(filled.roll, one, other, HAND)
    assert ids(filled, "Karim Wafiq") == [one]
    assert filled.cards()[one].reports == 2
    assert refer(filled.roll, other).actor == one
    assert page(filled, one).merged == (other,)
    undo(filled.roll, one, other, HAND)
    assert ids(filled, "Karim Wafiq") == [one, other]


def test_the_ledger_keeps_who_when_and_why(filled: Registry) -> None:
    one, other = ids(filled, "Karim Wafiq")
    judge_same(filled.roll, one, other, HAND)
    undo(filled.roll, one, other, HAND)
    rows = filled.store.actors.decided()
    assert [row.verdict for row in rows] == ["same", "undo"]
    assert {(row.by, row.at, row.why) for row in rows} == {(HAND.by, HAND.at, HAND.why)}
    assert page(filled, one).judgements == rows


def test_a_merge_outlives_coding_again(filled: Registry) -> None:
    one, other = ids(filled, "Karim Wafiq")
    judge_same(filled.roll, one, other, HAND)
    filled.add(*REPORTS, coder="2.0")
    assert ids(filled, "Karim Wafiq") == [one]
    assert filled.cards()[one].reports == 2
    undo(filled.roll, one, other, HAND)
    assert ids(filled, "Karim Wafiq") == [one, other]
    filled.add(*REPORTS, coder="3.0")
    assert ids(filled, "Karim Wafiq") == [one, other]


def test_an_id_of_the_lexicon_stays_whatever_the_order(filled: Registry) -> None:
    filled.add(("d", "2023-06-05", "Yemen's president Rashad al-Alimi visited Riyadh on Sunday."))
    (one, _) = ids(filled, "Karim Wafiq")
    judge_same(filled.roll, one, "Rashad al-Alimi", HAND)
    assert refer(filled.roll, one).actor == "person/rashad-al-alimi"


def test_a_parting_by_report_is_undone_and_outlives_coding_again(filled: Registry) -> None:
    one, other = ids(filled, "Karim Wafiq")
    filled.add(("e", "2023-07-01", "Karim Wafiq, Yemen's deputy minister of transport, visited Sanaa on Friday."))
    assert filled.cards()[one].reports == 2
    made = judge_different(filled.roll, one, "Karim Wafiq@e", HAND)
    assert filled.cards()[one].reports == filled.cards()[made.b].reports == 1
    filled.add(*REPORTS, coder="2.0")
    assert filled.cards()[made.b].reports == 1
    undo(filled.roll, one, made.b, HAND)
    assert filled.cards()[one].reports == 2
    assert made.b not in filled.cards()
    assert refer(filled.roll, made.b).actor == one
    assert ids(filled, "Karim Wafiq") == [one, other]


def test_a_parting_by_spelling_holds_for_later_reports(registry: Registry) -> None:
    registry.add(
        ("a", "2023-06-01", "Naeem al-Aboudi, the Iraqi minister of higher education, visited Tehran."),
        ("b", "2023-06-02", "Naim Al Aboudi, the Iraqi minister of higher education, visited Ankara."),
    )
    ((actor, _),) = registry.people().items()
    made = judge_different(registry.roll, "Naeem al-Aboudi", "Naim Al Aboudi", HAND)
    assert registry.people() == {actor: ("Naeem al-Aboudi",), made.b: ("Naim Al Aboudi",)}
    registry.add(("c", "2023-06-09", "Naim Al Aboudi, the Iraqi minister of higher education, visited Amman."))
    assert registry.cards()[made.b].reports == 2


def test_what_was_joined_can_be_decided_to_be_different(filled: Registry) -> None:
    one, other = ids(filled, "Karim Wafiq")
    judge_same(filled.roll, one, other, HAND)
    judge_different(filled.roll, one, other, HAND)
    assert ids(filled, "Karim Wafiq") == [one, other]
    undo(filled.roll, one, other, HAND)
    assert ids(filled, "Karim Wafiq") == [one, other]


def test_doubts_are_listed_until_they_are_decided(filled: Registry) -> None:
    one, other = ids(filled, "Karim Wafiq")
    (doubt,) = open_doubts(filled.roll)
    assert {doubt.a.id, doubt.b} == {one, other}
    assert page(filled, one).doubts == page(filled, other).doubts == (doubt,)
    judge_different(filled.roll, one, other, HAND)
    assert list(open_doubts(filled.roll)) == []
    undo(filled.roll, one, other, HAND)
    assert len(list(open_doubts(filled.roll))) == 1


def test_unsure_is_an_answer(filled: Registry) -> None:
    one, _ = ids(filled, "Karim Wafiq")
    judge_unsure(filled.roll, "Salim Qadari", one, HAND)
    assert {doubt.name for doubt in open_doubts(filled.roll)} == {"Karim Wafiq"}
    assert len(list(open_doubts(filled.roll))) == 2


def test_what_cannot_be_meant_is_told(filled: Registry) -> None:
    one, other = ids(filled, "Karim Wafiq")
    with pytest.raises(BadJudgement, match=f"{one}.*{other}|{other}.*{one}"):
        refer(filled.roll, "Karim Wafiq")
    with pytest.raises(NotFound, match="Nobody Here"):
        judge_same(filled.roll, one, "Nobody Here", HAND)
    with pytest.raises(BadJudgement, match="already"):
        judge_same(filled.roll, one, one, HAND)
    with pytest.raises(BadJudgement, match="spellings"):
        judge_different(filled.roll, one, one, HAND)
    with pytest.raises(NotFound, match="nothing was decided"):
        undo(filled.roll, one, other, HAND)
    assert filled.store.actors.decided() == ()


def test_a_name_is_found_in_another_spelling(filled: Registry) -> None:
    assert refer(filled.roll, "Saleem Qadary").actor == ids(filled, "Salim Qadari")[0]
    assert refer(filled.roll, "Karim Wafiq@b").actor == ids(filled, "Karim Wafiq")[1]
