"""The ledger replayed: what counts, what stands for what."""

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from dragoman.linking.judgements import decisions
from dragoman.model import ActorJudgement
from dragoman.model.actors import VERDICTS

NOW = datetime(2024, 5, 6)
IDS = ("person/x", "actor-a", "actor-b", "actor-c")


def judgement(a: str, b: str, verdict: str, name: str | None = None, document: str | None = None) -> ActorJudgement:
    return ActorJudgement(a, b, verdict, "ana", NOW, "", name, document)


def test_merges_join_and_the_first_named_stays() -> None:
    made = decisions([judgement("actor-a", "actor-b", "same"), judgement("actor-b", "actor-c", "same")])
    assert {id: made.stands_for(id) for id in IDS[1:]} == dict.fromkeys(IDS[1:], "actor-a")


def test_a_row_of_the_lexicon_stays() -> None:
    made = decisions([judgement("actor-a", "person/x", "same")])
    assert made.stands_for("actor-a") == made.stands_for("person/x") == "person/x"


def test_the_later_of_two_counts_in_either_order() -> None:
    rows = [judgement("actor-a", "actor-b", "same"), judgement("actor-b", "actor-a", "different")]
    assert decisions(rows).stands_for("actor-b") == "actor-b"
    assert decisions(rows).verdict("actor-a", "actor-b") == "different"
    assert decisions(reversed(rows)).stands_for("actor-a") == decisions(reversed(rows)).stands_for("actor-b")


def test_what_is_parted_off_goes_by_its_name_and_returns() -> None:
    rows = [judgement("actor-a", "actor-b", "different", "ali", "r1")]
    made = decisions(rows)
    assert made.actor("actor-a", "ali", "r1") == "actor-b"
    assert made.actor("actor-a", "ali", "r2") == made.actor("actor-a", "reza", "r1") == "actor-a"
    undone = decisions([*rows, judgement("actor-a", "actor-b", "undo", "ali", "r1")])
    assert undone.actor("actor-a", "ali", "r1") == undone.stands_for("actor-b") == "actor-a"


rows = st.builds(judgement, st.sampled_from(IDS), st.sampled_from(IDS), st.sampled_from(VERDICTS))


@given(st.lists(rows, max_size=12))
def test_any_ledger_replays_and_redirects_lead_to_one_that_stays(ledger: list[ActorJudgement]) -> None:
    made = decisions(ledger)
    assert all(made.stands_for(made.stands_for(id)) == made.stands_for(id) for id in IDS)
    assert decisions(ledger) == made


@given(st.lists(rows, max_size=8))
def test_undoing_every_pair_leaves_no_decision(ledger: list[ActorJudgement]) -> None:
    undone = decisions([*ledger, *(judgement(row.a, row.b, "undo") for row in ledger)])
    assert undone.verdicts == {}
    assert all(undone.stands_for(id) == id for id in IDS)
