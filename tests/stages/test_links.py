"""How the acts of one text stand to each other."""

import pytest

from cases import read_texts
from dragoman.model import Event
from dragoman.pipeline import Pipeline

# text, the words of the act that has the relation, its kind, the words of the act that it leads to
LINKED = [
    ("Egypt condemned the Israeli attack on the Lebanese town of Tyre.", "condemned", "about", "attack"),
    ("Iran denied that it had supplied drones to Russia.", "denied", "about", "supplied drones"),
    ("France praised the decision of Kenya to send police officers to Haiti.", "praised", "about", "send"),
    (
        "Jordan expelled the Iranian ambassador in response to the shelling of Irbid by Iran.",
        "expelled",
        "response_to",
        "shelling",
    ),
    ("Israel struck Beirut in retaliation for an attack by Hezbollah on Haifa.", "struck", "response_to", "attack"),
    (
        "Iraqi President Barham Salih visited Tehran on Monday. Salih met with the Iranian president on Tuesday.",
        "met",
        "part_of",
        "visited",
    ),
]
APART = [
    "Egypt condemned Israel and sent aid to Lebanon.",
    "The Iraqi minister visited Tehran on Monday. The Turkish minister met with the Greek president on Tuesday.",
    "Israel struck Beirut after Hezbollah had fired rockets at Haifa.",
]  # fmt: skip


def words(event: Event, text: str) -> str:
    return event.type.evidence[0].of(text)


@pytest.mark.parametrize(("text", "one", "kind", "other"), LINKED)
def test_linked(pipeline: Pipeline, text: str, one: str, kind: str, other: str) -> None:
    events = read_texts(pipeline, [text])[text].events
    by_id = {event.id: event for event in events}
    found = {
        (words(event, text), relation.kind, words(by_id[relation.id], text))
        for event in events
        for relation in event.relations
    }
    assert any(one in a and kind == k and other in b for a, k, b in found), found


@pytest.mark.parametrize("text", APART)
def test_apart(pipeline: Pipeline, text: str) -> None:
    events = read_texts(pipeline, [text])[text].events
    assert len(events) > 1
    assert all(not event.relations for event in events)
