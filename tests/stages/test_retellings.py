"""One act told twice in a text lends its dates, places and sources; two acts lend nothing."""

from dataclasses import replace
from datetime import date

import pytest

from dragoman.model import Coded, Event, Interval, Party, Place, Source, Span
from dragoman.stages.retellings import same_act, share


def party(name: str, country: str, kind: str = "state", sector: str | None = None) -> Coded[Party]:
    return Coded(Party(name, country, kind, sector), "r", (Span(0, 3),))


def event(at: int, **given: object) -> Event:
    """A meeting of Iran and Syria told at a character."""
    usual = {
        "id": f"e{at}", "text": "t", "type": Coded("CONSULT", "r", (Span(at, at + 3),)), "cameo": "040",
        "actors": (party("Iran", "IRN"),), "recipients": (party("Syria", "SYR"),), "sentence": Span(at, at + 9),
    }  # fmt: skip
    return Event(**{**usual, **given})  # type: ignore[arg-type]


def on(day: int) -> Coded[Interval]:
    return Coded(Interval(date(2023, 3, day), date(2023, 3, day)), "en/times#day", (Span(1, 4),))


LEAD = event(0)
TEXT = "met them on Monday, met them on Monday, met them on Monday. saw"
DAMASCUS = Coded(Place("Damascus", "SYR"), "r", (Span(4, 7),))
REUTERS = (Coded(Source("Reuters"), "r", (Span(0, 2),)),)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (event(20), True),
        (event(20, time=on(8)), True),
        (event(20, actors=(party("Syria", "SYR"),), recipients=(party("Iran", "IRN"),)), True),
        (event(20, actors=(party("Ashtiani", "IRN", "person"),)), True),
        (event(20, sentence=LEAD.sentence), False),
        (event(20, recipients=(party("Iraq", "IRQ"),)), False),
        (event(20, recipients=()), False),
        (event(20, type=Coded("ASSAULT", "r", (Span(20, 23),)), cameo="190"), False),
        (event(20, status=Coded("denied", "r", (Span(0, 2),))), False),
    ],
)
def test_same_act(other: Event, same: bool) -> None:
    assert same_act(LEAD, other) is same_act(other, LEAD) is same


def test_two_days_are_two_acts() -> None:
    assert not same_act(event(0, time=on(8)), event(20, time=on(9)))


def test_an_assault_has_a_direction() -> None:
    hit = {"type": Coded("ASSAULT", "r", (Span(20, 23),)), "cameo": "190"}
    back = {**hit, "actors": LEAD.recipients, "recipients": LEAD.actors}
    assert not same_act(event(0, **hit), event(20, **back))


def test_two_people_of_one_country_are_two() -> None:
    one, two = (
        event(at, actors=(party(name, "IRN", "person"),)) for at, name in ((0, "Ashtiani"), (20, "Abdollahian"))
    )
    assert not same_act(one, two)


def test_tellings_lend_each_other_what_only_one_says() -> None:
    visit = {"actors": (party("Ashtiani", "IRN", "person"),)}
    first, second = share([event(0, place=DAMASCUS, **visit), event(20, time=on(8), sources=REUTERS, **visit)], TEXT)
    assert first.time is not None and first.time.rule == "context/same-act" and first.time.evidence == (Span(1, 4),)
    assert second.place is not None and second.place.value.name == "Damascus"
    assert first.sources == REUTERS
    assert [r.id for r in second.relations] == ["e0"] and not first.relations


def test_what_two_tellings_say_differently_is_not_lent() -> None:
    aleppo = Coded(Place("Aleppo", "SYR"), "r", (Span(4, 7),))
    first, *_ = share([event(0), event(20, place=DAMASCUS), event(40, place=aleppo)], TEXT)
    assert first.place is None


def test_a_day_that_was_told_is_kept_and_a_default_gives_way() -> None:
    default = Coded(Interval(date(2023, 3, 8), date(2023, 3, 9)), "default/published", (), 0.4)
    visit = {"actors": (party("Ashtiani", "IRN", "person"),)}
    first, second = share([event(0, time=default, **visit), event(20, time=on(7), **visit)], TEXT)
    assert first.time is not None and first.time.value.start == date(2023, 3, 7)
    assert second.time == on(7)


def test_one_telling_stays_as_it_is() -> None:
    assert share([LEAD], TEXT) == [LEAD]
    assert share([], TEXT) == []
    other = replace(LEAD, id="x", recipients=(party("Iraq", "IRQ"),), sentence=Span(50, 60))
    assert share([LEAD, other], TEXT) == [LEAD, other]
