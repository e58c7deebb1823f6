"""What every ActorStore does, over every back end."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from contract.factories import CODER, NOW, event, reading, report, sighted, span
from dragoman.backends.stores.sqlite import memory_archive, open_archive
from dragoman.model import ActorJudgement, Appearance, Doubt, Entry, Known, Post, Sighting, Span, Spelling, Term
from dragoman.ports import Coder, Store

WORDS = "On 3 May Boris Petrov, Bulgaria's envoy, met Ana Petrova in Sofia."
DAY = date(2024, 5, 4)


@pytest.fixture(params=["memory", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    yield memory_archive() if request.param == "memory" else open_archive(tmp_path / "a", create=True)


def meeting():  # type: ignore[no-untyped-def]
    """A reading with a meeting of two people, and their entries."""
    made = report(WORDS, "r1")
    met = event(made, "met", ("Boris Petrov", "BGR", "person"), ("Ana Petrova", None, "person"), day="2024-05-03")
    post = Post("envoy", "BGR", None, span(WORDS, "Bulgaria's envoy"), day=date(2024, 5, 3))
    boris = Sighting(
        "person", DAY, (Spelling("Boris Petrov", span(WORDS, "Boris Petrov")),), "BGR", "GOV", (post,),
        appearances=(Appearance(met.id, "actors", 0),),
    )  # fmt: skip
    ana = Sighting(
        "person", DAY, (Spelling("Ana Petrova", span(WORDS, "Ana Petrova")),),
        appearances=(Appearance(met.id, "recipients", 0),),
    )  # fmt: skip
    text = made.text.id
    entries = (
        Entry(
            text, boris, "actor-b", "Boris Petrov", 5.5, ("name: same",), keys=frozenset({"n:boris+petrov"}),
            country="BGR", sector="GOV",
        ),
        Entry(text, ana, "actor-a", "Ana Petrova", 0.0, (), (Doubt("actor-b", 3.5, ("name: part",)),)),
    )  # fmt: skip
    return reading(WORDS, met, made=made), entries


def file(store: Store, filing, coder: Coder = CODER) -> None:  # type: ignore[no-untyped-def]
    store.file([filing[0]], coder, NOW, filing[1])


def test_entries_come_back_with_their_report(store: Store) -> None:
    told, entries = meeting()
    file(store, (told, entries))
    boris, ana = store.actors.seen()
    assert (boris.document, boris.words) == ("r1", ("Bulgaria's envoy",))
    assert [seen.entry for seen in (boris, ana)] == [replace(entry, keys=frozenset()) for entry in entries]
    assert [seen.entry.actor for seen in store.actors.seen(["actor-a"])] == ["actor-a"]
    assert list(store.actors.seen([])) == []


def test_actors_are_found_by_keys_and_names(store: Store) -> None:
    file(store, meeting())
    assert store.actors.found_by(["n:boris+petrov", "n:none"]) == {"n:boris+petrov": {"actor-b": "BGR"}}
    assert store.actors.named("ana petrova") == ("actor-a",)
    assert store.actors.known(["actor-a", "actor-none"]) == {"actor-a": "Ana Petrova"}
    assert store.actors.doubting(["actor-b"]) == {"actor-a"}


def test_a_profile_gathers_what_reports_say(store: Store) -> None:
    told, entries = meeting()
    file(store, (told, entries))
    later = replace(entries[0].sighting, names=(Spelling("B. Petrov", Span(0, 1)),))
    later = replace(later, posts=(replace(later.posts[0], day=date(2024, 6, 1)),))
    other = reading(WORDS, made=report(WORDS, "r2"))
    file(store, (other, (replace(entries[0], text=other.report.text.id, sighting=later),)))
    (profile,) = store.actors.profiles(["actor-b", "actor-none"]).values()
    assert (profile.country, profile.company) == ("BGR", {"actor-a"})
    assert set(profile.names) == {"Boris Petrov", "B. Petrov"}
    assert profile.terms == (Term("envoy", "BGR", None, date(2024, 5, 3), date(2024, 6, 1)),)


def test_meetings_name_all_sides(store: Store) -> None:
    file(store, meeting())
    (met,) = store.actors.meetings(["actor-a"])
    assert (met.type, met.first, met.document) == ("CONSULT", date(2024, 5, 3), "r1")
    assert {(party.actor, party.name, party.side) for party in met.parties} == {
        ("actor-b", "Boris Petrov", "actors"),
        ("actor-a", "Ana Petrova", "recipients"),
    }


def test_filing_again_replaces_entries_and_forgets_no_id(store: Store) -> None:
    told, entries = meeting()
    file(store, (told, entries))
    file(store, (told, ()))
    assert list(store.actors.seen()) == []
    file(store, (told, entries), Coder("2", "x"))
    assert len(list(store.actors.seen())) == 2
    file(store, (told, entries[:1]), Coder("3", "x"))
    assert len(list(store.actors.seen())) == 1
    assert store.actors.known(["actor-a"]) == {"actor-a": "Ana Petrova"}
    assert store.actors.earlier("r1") == {"boris petrov": "actor-b", "ana petrova": "actor-a"}


def test_only_the_latest_version_counts(store: Store) -> None:
    file(store, sighted("r1", "Ana Petrova", "Boris Petrov"))
    file(store, sighted("r1", "Ana Petrova"))
    assert [seen.entry.actor for seen in store.actors.seen()] == ["actor-ana"]


def test_entries_that_cannot_be_filed_leave_nothing_of_the_report(store: Store) -> None:
    told, (entry, _) = meeting()
    broken = replace(entry, name=None)  # type: ignore[arg-type]
    with pytest.raises(Exception, match="archive"):
        file(store, (told, (broken,)))
    assert list(store.current()) == []


def test_decisions_are_kept_in_their_order(store: Store) -> None:
    first = ActorJudgement("a", "b", "same", "ana", NOW, "one man")
    second = ActorJudgement("a", "c", "different", "ana", NOW, name="boris", document="r1")
    for judgement in (first, second):
        store.actors.decide(judgement)
    assert store.actors.decided() == (first, second)


def test_imported_people_are_kept_by_id(store: Store) -> None:
    term = Term("envoy", "BGR", None, date(2020, 1, 1), None, listed=True)
    known = Known("actor-1", "Ana Petrova", "BGR", "GOV", ("A. Petrova",), (term,), "list.csv")
    store.actors.learn([known], NOW)
    store.actors.learn([], NOW)
    store.actors.learn([replace(known, aliases=())], NOW)
    assert store.actors.learned() == (replace(known, aliases=()),)


def test_hostile_names_are_only_names(store: Store) -> None:
    nasty = "x'); DROP TABLE actors; --"
    file(store, sighted("r1", nasty))
    assert store.actors.named(nasty.lower().replace("'", "")) == ("actor-x');",)
    assert store.actors.found_by([nasty]) == {}
