"""What a sentence may say, given what its citation bears out."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.usecases.checking import Checker, Days, support_of

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
CHECK = Checker(
    frozenset(["on", "in", "between", "and", "met", "with", "the", "was", "attacked", "according", "to", "killed"]),
    MONTHS,
    "and",
).check_sentence
SENTENCE = 'On March 9 Amir-Abdollahian met Bashar al-Assad in Damascus; he spoke of "4,500 dead" and 12 towns.'
DAYS: list[Days] = [
    (date(2023, 3, 9), date(2023, 3, 9)),
    (date(2023, 2, 1), date(2023, 2, 28)),
    (date(2019, 1, 1), date(2019, 12, 31)),
]
SUPPORT = support_of(
    [
        "March 9",
        "Amir-Abdollahian",
        "Hossein Amir-Abdollahian",
        "Bashar al-Assad",
        "Iran",
        "minister of foreign affairs",
        "Damascus",
    ],
    [SENTENCE],
    DAYS,
)


@pytest.mark.parametrize(
    "sentence",
    [
        "On 9 March 2023, Hossein Amir-Abdollahian (Iran, minister of foreign affairs) met with al-Assad in Damascus",
        "In February 2023, Iran met with Bashar al-Assad",
        "In 2019, Iran was attacked",
        "Iran met with Bashar al-Assad: “he spoke of '4,500 dead' and 12 towns”",
        "Iran was attacked: “On March 9 … spoke of '4,500 dead' …”",
        "Iran killed 12",
        "ḤOSSEIN met with Assad",
    ],
)
def test_what_is_borne_out_passes(sentence: str) -> None:
    assert CHECK(sentence, SUPPORT) == ()


@pytest.mark.parametrize(
    ("sentence", "problem"),
    [
        ("On 10 March 2023, Iran was attacked", "10 March 2023"),
        ("On 31 February 2023, Iran was attacked", "31 February 2023"),
        ("Between 9 and 11 March 2023, Iran was attacked", "11 March 2023"),
        ("In March 2023, Iran was attacked", "March 2023"),
        ("In 2020, Iran was attacked", "2020"),
        ("Iran killed 13", "13"),
        ("Iran killed 4,501", "4,501"),
        ("Iraq was attacked", "Iraq"),
        ("Iran was attacked in Aleppo", "Aleppo"),
        ("Iran bombed Damascus", "bombed"),
        ("Iran was attacked: “he spoke of 4,500 wounded”", "he spoke of 4,500 wounded"),
        ("Iran was attacked: “12 towns … On March 9”", "12 towns … On March 9"),
        ("Iran was attacked: “…”", "…"),
    ],
)
def test_what_is_not_is_named(sentence: str, problem: str) -> None:
    assert CHECK(sentence, SUPPORT) == (problem,)


@given(st.text())
def test_any_text_is_checked(words: str) -> None:
    assert isinstance(CHECK(words, SUPPORT), tuple)


@given(st.text(min_size=1).filter(lambda s: s.isalpha()))
def test_without_support_no_word_of_its_own_passes(word: str) -> None:
    empty = support_of([], [], [])
    vocabulary = frozenset(["on", "in"])
    if CHECK(f"In {word}", empty) == ():
        assert not Checker(vocabulary, MONTHS, "and").check_sentence(word, support_of([word], [], []))
