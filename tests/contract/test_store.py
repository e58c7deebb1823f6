"""What every Store does, over every back end."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from contract.factories import CODER, NOW, event, reading, report, span
from dragoman.backends.stores.sqlite import memory_archive, open_archive
from dragoman.model import Claim, Coded, Grade, Judgement, Mention, Party, Place, Span, Statement, Transfer
from dragoman.ports import Attempt, Coder, Store

WORDS = "On 3 May Ankara's envoy met Boris Petrov in Sofia, BTA said."


@pytest.fixture(params=["memory", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    yield memory_archive() if request.param == "memory" else open_archive(tmp_path / "a", create=True)


def told(content: str = WORDS, id: str = "r1"):  # type: ignore[no-untyped-def]
    made = report(content, id)
    met = event(
        made, "met", ("Turkey", "TUR", "state"), ("Boris Petrov", "BGR", "person"), place=Place("Sofia", "BGR"),
        day="2024-05-03", words={"Turkey": "Ankara", "day": "3 May"}, sources=("BTA",),
    )  # fmt: skip
    return reading(content, met, made=made)


def full():  # type: ignore[no-untyped-def]
    """A reading with every kind of record."""
    base = told()
    text, words = base.report.text.id, span(WORDS, "3")
    party = Coded(Party("Turkey", "TUR", "state"), "test#p", (span(WORDS, "Ankara"),))
    claim = Claim("c:1", text, "visits", Coded("3", "test#n", (words,)), 3.0, None, "visit", subject=party)
    transfer = Transfer(
        "t:1", text, Coded("envoy", "test#i", (words,)), "other", Coded("offered", "test#s", (words,)), party
    )
    statement = Statement("s:1", text, party, Coded("said", "test#v", (span(WORDS, "said"),)), Span(0, 9))
    mention = Mention(span(WORDS, "Sofia"), 9, 10, 9, "place", "city", "Sofia", "test#m", "BGR")
    return replace(base, claims=(claim,), transfers=(transfer,), statements=(statement,), mentions=(mention,))


def test_what_is_filed_comes_back_as_it_was(store: Store) -> None:
    given = full()
    store.file([given], CODER, NOW)
    (found,) = store.current()
    assert (found.document, found.text) == (given.document, given.report.text)
    assert (found.events, found.claims) == (given.events, given.claims)
    assert (found.transfers, found.statements) == (given.transfers, given.statements)


def test_the_same_report_is_known(store: Store) -> None:
    given = told()
    assert store.state(given.report, CODER) == "new"
    store.file([given], CODER, NOW)
    assert store.state(given.report, CODER) == "same"
    assert store.state(given.report, Coder("1.1", "abc")) == "recode"
    assert store.state(report(WORDS, title="Sofia"), CODER) == "recode"
    assert store.state(report("Other words.", "r1"), CODER) == "changed"


def test_only_the_latest_version_counts(store: Store) -> None:
    store.file([told()], CODER, NOW)
    later = told(WORDS.replace("3 May", "the 3 May evening"))
    store.file([later], CODER, NOW)
    (found,) = store.current()
    assert found.text.content == later.content
    assert found.versions == 2
    assert store.state(told().report, CODER) == "same"


def test_filing_again_replaces_what_the_same_coder_coded(store: Store) -> None:
    store.file([told()], CODER, NOW)
    store.file([replace(told(), events=())], CODER, NOW)
    assert [found.events for found in store.current()] == [()]


def test_the_batch_of_the_last_coder_counts(store: Store) -> None:
    store.file([told()], CODER, NOW)
    store.file([replace(told(), events=())], Coder("2.0", "def"), NOW)
    assert [found.events for found in store.current()] == [()]


def test_a_failing_report_leaves_nothing_of_its_batch(store: Store) -> None:
    broken = replace(told(id="r2"), events=told(id="r2").events * 2)
    with pytest.raises(Exception, match="archive"):
        store.file([told(), broken], CODER, NOW)
    assert list(store.current()) == []


def test_documents_come_in_the_order_of_their_days(store: Store) -> None:
    for id, day in (("b", 2), ("a", 9), ("c", 5)):
        made = report(WORDS, id, date(2024, 5, day))
        store.file([reading(WORDS, made=made)], CODER, NOW)
    assert [found.document.id for found in store.current()] == ["b", "c", "a"]


def test_records_are_found_by_id(store: Store) -> None:
    given = full()
    store.file([given], CODER, NOW)
    for record in (given.events[0].id, "c:1", "t:1", "s:1"):
        found = store.find(record)
        assert found is not None and found.document.id == "r1"
    assert store.find("e:none") is None


@pytest.mark.parametrize(
    ("words", "hits"),
    [("sofia", 1), ("petrov boris", 1), ("Oslo", 0), ("", 0), ('" OR "', 0), ("content:x", 0), ("NEAR(", 0)],
)
def test_words_are_searched_whatever_they_are(store: Store, words: str, hits: int) -> None:
    store.file([told()], CODER, NOW)
    assert len(store.search(words)) == hits


def test_the_latest_attempt_counts(store: Store) -> None:
    failed = Attempt("/a/b.pdf", "/a", "failed", "is broken", NOW)
    store.note([failed])
    store.note([replace(failed, status="done")])
    store.note([])
    assert store.attempts() == (replace(failed, status="done"),)


def test_judgements_are_kept_in_their_order(store: Store) -> None:
    first = Judgement("t1", Span(3, 7), 0, "right", "ana", NOW, words="met")
    second = replace(first, verdict="wrong", field="place", value="Varna", why="see the map")
    for judgement in (first, second):
        store.judge(judgement)
    assert store.judgements() == (first, second)


def test_grades_are_kept_in_their_order(store: Store) -> None:
    first = Grade("outlet/sana", "ana", NOW, reliability="C", why="speaks for the government")
    second = Grade("outlet/sana", "ana", NOW, record="e:1:2-3:0", credibility="2")
    for grade in (first, second):
        store.grade(grade)
    assert store.grades() == (first, second)


def test_hostile_strings_are_only_strings(store: Store) -> None:
    nasty = "x'); DROP TABLE events; --"
    made = report(WORDS, nasty, title=nasty, publisher=nasty)
    store.file([reading(WORDS, made=made)], CODER, NOW)
    assert [found.document.title for found in store.current()] == [nasty]
    assert store.find(nasty) is None
