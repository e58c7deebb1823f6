"""Actors across reports: one for every spelling, none that are two, and nobody who holds no office."""

import pytest

from dragoman.usecases.actors import open_doubts
from usecases.registry import Registry

OFFICES = (  # day, words, whom they mean
    ("2018-08-28", "The Iranian minister of defense visited Damascus on Monday.", "person/amir-hatami"),
    ("2023-04-11", "The Iranian minister of defense visited Minsk on Monday.", "person/mohammad-reza-ashtiani"),
    ("2024-10-02", "The Iranian minister of defense visited Caracas on Tuesday.", "person/aziz-nasirzadeh"),
    ("2019-03-05", "The U.S. secretary of state flew to Warsaw on Monday.", "person/mike-pompeo"),
    ("2022-03-05", "The U.S. secretary of state flew to Warsaw on Friday.", "person/antony-blinken"),
    ("2012-05-14", "Germany's foreign minister visited Kabul on Saturday.", "person/guido-westerwelle"),
    ("2016-11-20", "The Turkish prime minister visited Baghdad on Saturday.", "person/binali-yildirim"),
)
SPELLINGS = (  # reports of one man or group, each with a spelling of its own
    (
        "person/mohammad-reza-ashtiani",
        "Mohammad Reza Ashitaini, the Iranian Minister of Defense, met an Iraqi delegation on February 22.",
        "Iran's defense minister, Ashitani, visited Damascus on February 23.",
        "Iranian Defence Minister Ashtiani hosted an Omani delegation in Tehran on February 24.",
    ),
    (
        "person/mohammad-bagheri",
        "Iran's chief of staff, General Mohammad Hossein Baqeri, visited Damascus. Baqeri praised Syria.",
        "General Mohammad Bagheri, chief of the general staff of Iran's armed forces, visited Muscat on February 21.",
        "Iranian chief of the general staff Bagheri visited Moscow on February 22.",
    ),
    (
        "org/hezbollah",
        "Hizbullah fired rockets at Israel on February 21.",
        "Israel struck Hezbollah near Tyre on February 22.",
        "Hizballah fighters attacked an Israeli post on February 23.",
    ),
    (
        "person/ismail-haniyeh",
        "Hamas leader Ismail Hanniyeh met an Egyptian delegation in Doha on February 20.",
        "Ismail Haniyeh, the head of Hamas' Politburo, visited Tehran on February 21.",
    ),
)  # fmt: skip


@pytest.mark.parametrize(("day", "words", "actor"), OFFICES, ids=[row[2] + row[0] for row in OFFICES])
def test_an_office_without_a_name_is_its_holder_of_that_day(
    registry: Registry, day: str, words: str, actor: str
) -> None:
    registry.add(("r", day, words))
    assert list(registry.people()) == [actor]


@pytest.mark.parametrize("row", SPELLINGS, ids=[row[0] for row in SPELLINGS])
def test_every_spelling_leads_to_one_actor(registry: Registry, row: tuple[str, ...]) -> None:
    actor, *texts = row
    registry.add(*((f"r{n}", "2023-02-25", text) for n, text in enumerate(texts)))
    assert registry.cards()[actor].reports == len(texts)


def test_an_unknown_man_keeps_one_id_through_spellings_and_reports(registry: Registry) -> None:
    registry.add(
        ("a", "2023-02-20", "Naeem al-Aboudi, the Iraqi minister of higher education, visited Tehran on February 19."),
        ("b", "2023-03-20", "Iraqi Minister of Higher Education Naim Al Aboudi visited Ankara on March 19."),
    )
    ((actor, names),) = registry.people().items()
    assert actor.startswith("actor-")
    assert set(names) == {"Naeem al-Aboudi", "Naim Al Aboudi"}


def test_a_full_name_with_the_same_title_is_one_man(registry: Registry) -> None:
    registry.add(
        ("a", "2023-02-20", "Minister Karim Wafiq visited Aden on Sunday."),
        ("b", "2023-07-20", "Minister Karim Wafiq met traders on Monday."),
    )
    assert [card.reports for card in registry.cards(kind="person").values()] == [2]


def test_general_khatami_is_the_minister_and_not_the_president(registry: Registry) -> None:
    registry.add(
        ("a", "2018-08-28", "Iran's defense minister, General Amir Khatami, arrived in Damascus. Khatami met Assad."),
        ("b", "2018-09-02", "Former Iranian president Mohammad Khatami met a group of students in Tehran on Saturday."),
    )
    people = registry.people()
    assert people["person/amir-hatami"] == ("Amir Khatami", "Khatami")
    assert people["person/mohammad-khatami"] == ("Mohammad Khatami",)


@pytest.mark.parametrize(
    "text",
    [
        "Mohammad Bagheri, Iran's chief of the general staff, met Mohammad Bagher Ghalibaf, the speaker of parliament.",
        "Li Keqiang, the Chinese prime minister, met Li Qiang, the party secretary of Shanghai.",
        "Iran's Supreme Leader Ali Khamenei spoke of Ruhollah Khomeini.",
        "Ali Larijani, the speaker of Iran's parliament, met Sadeq Larijani, the head of the judiciary.",
    ],
)
def test_two_men_stay_two(registry: Registry, text: str) -> None:
    registry.add(("r", "2020-01-05", text))
    assert len(registry.people()) == 2


def test_private_persons_stay_words(registry: Registry) -> None:
    registry.add(
        ("a", "2023-06-01", "John Carter, a baker from Leeds, met Peter Wilson in a street of Aleppo on Friday."),
        (
            "b",
            "2023-06-02",
            "The journalist Sarah Miller said that John Carter sold bread. Professor Alan Reed agreed.",
        ),
        ("c", "2023-06-03", "Mary Jones was killed in an airstrike on Aleppo on Friday, her brother Tom Jones said."),
    )
    assert registry.people() == {}


def test_a_name_alone_is_entered_where_it_is_somebody_known(registry: Registry) -> None:
    registry.add(
        ("a", "2023-06-01", "Karim Wafiq, Yemen's deputy minister of transport, visited Aden. Wafiq met traders."),
        ("b", "2023-06-02", "Wafiq, a trader from Leeds, sold bread."),
    )
    ((actor, names),) = registry.people().items()
    assert names == ("Karim Wafiq", "Wafiq")
    assert registry.cards()[actor].reports == 1


def test_a_doubt_is_noted_and_nobody_merged(registry: Registry) -> None:
    registry.add(
        ("a", "2023-06-01", "Karim Wafiq, Yemen's deputy minister of transport, visited Aden."),
        ("b", "2023-06-03", "Ambassador Karim Wafiq visited Muscat."),
    )  # fmt: skip
    assert len(registry.people()) >= 2
    doubts = list(open_doubts(registry.roll))
    assert doubts
    assert all(doubt.why for doubt in doubts)


def test_adding_again_changes_nothing(registry: Registry) -> None:
    reports = [(f"r{n}", "2023-02-25", text) for n, text in enumerate(row[1] for row in SPELLINGS)]
    registry.add(*reports)
    before = list(registry.store.actors.seen())
    registry.add(*reports)
    assert list(registry.store.actors.seen()) == before


def test_coding_again_keeps_every_id(registry: Registry) -> None:
    reports = [(f"r{n}", "2023-02-25", row[-1]) for n, row in enumerate(SPELLINGS)]
    reports.append(("x", "2023-02-20", "Naeem al-Aboudi, the Iraqi minister of higher education, visited Tehran."))
    registry.add(*reports)
    before = registry.cards()
    registry.add(*reports, coder="2.0")
    assert registry.cards() == before
