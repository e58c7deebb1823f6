"""Candidates that lost: which they are, and why."""

from collections.abc import Callable

import pytest

from dragoman.assemble import load_rivals
from dragoman.model import Event, Reading
from dragoman.settings import load_settings
from dragoman.stages.rivals import Rival

Find = Callable[[Reading, Event], tuple[Rival, ...]]


@pytest.fixture(scope="module")
def find() -> Find:
    return load_rivals(load_settings())


def rivals(find: Find, reading: Reading, words: str) -> dict[tuple[str, str], Rival]:
    """The rivals of the event that the words name, by field and by rule or value."""
    (event,) = (e for e in reading.events if words in e.type.evidence[0].of(reading.content))
    found = find(reading, event)
    return {(r.field, r.rule if r.field == "type" else r.value): r for r in found}


RECALL = "Turkey recalled its ambassador from Stockholm, after the Iranian president had visited Cairo in May 2021."


@pytest.mark.parametrize(
    ("text", "words", "field", "name", "why"),
    [
        (RECALL, "recalled", "type", "en/frames/sanction#expel-peacekeepers", "object is none of "),
        (RECALL, "recalled", "place", "Cairo", "steps from the act, below “visit”"),
        (RECALL, "visited", "actors, recipients", "Turkey", "steps from the act, below “recall”"),
        ("Iran struck a base in Iraq.", "struck", "type", "en/frames/reject#vote-down", "without down or out"),
        ("Turkey threatened Greece with war.", "threatened", "type", "en/frames/threaten#threaten", "requires no more"),
    ],
)
def test_rivals(
    read: Callable[..., Reading], find: Find, text: str, words: str, field: str, name: str, why: str
) -> None:
    rival = rivals(find, read(text), words)[field, name]
    assert why in rival.why


def test_the_rule_that_fired_is_no_rival_and_scores_tell_how_near_they_came(
    read: Callable[..., Reading], find: Find
) -> None:
    reading = read(RECALL)
    for event in reading.events:
        found = find(reading, event)
        assert event.type.rule not in {rival.rule for rival in found if rival.field == "type"}
        assert all(0 <= rival.score <= 1 and rival.why for rival in found)
        for field in {rival.field for rival in found}:
            scores = [rival.score for rival in found if rival.field == field]
            assert scores == sorted(scores, reverse=True)
