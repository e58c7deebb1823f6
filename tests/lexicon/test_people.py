"""Office holders: which office on which day."""

from datetime import date
from pathlib import Path

import pytest

from dragoman.errors import BadRule
from dragoman.lexicon.people import Person, Registry, load_people, person_phrases
from dragoman.settings import DATA

ROW = """[[person]]
id = "person/ada-byron"
name = "Ada Byron"
country = "XLA"
sector = "GOV"
aliases = ["A. Byron", "Byron"]
short = ["Ada"]
offices = ["minister of finance; 2001-05; 2004", "prime minister; 2004-03-01;", "king; ; 1999"]
"""


def people(path: Path, text: str) -> tuple[Person, ...]:
    (path / "x.toml").write_text(text, encoding="utf-8")
    return load_people(path)


@pytest.mark.parametrize(
    ("day", "office"),
    [
        (None, None),
        (date(1990, 1, 1), "king"),
        (date(1999, 12, 28), "king"),
        (date(2000, 6, 1), None),
        (date(2001, 4, 30), None),
        (date(2001, 5, 1), "minister of finance"),
        (date(2004, 6, 1), "prime minister"),
        (date(2030, 1, 1), "prime minister"),
    ],
)
def test_office_on_a_day(tmp_path: Path, day: date | None, office: str | None) -> None:
    (person,) = people(tmp_path, ROW)
    assert person.office_on(day) == office
    assert Registry({}, {person.row.id: person}).office(person.row.id, day) == office


def test_nobody_holds_nothing() -> None:
    assert Registry({}, {}).office(None, date(2020, 1, 1)) is None


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ('"king; 1999"', 'person/ada-byron: "king; 1999" is not "office; from; to"'),
        ('"king; x; 1999"', '"x" is no date'),
        ('"king; 1999-13; "', '"1999-13" is no date'),
        ('"king; 1999-02-30; "', '"1999-02-30" is no date'),
        ("7", "is a str, got 7"),
    ],
)
def test_a_wrong_office_is_refused(tmp_path: Path, wrong: str, message: str) -> None:
    with pytest.raises(BadRule, match=message):
        people(tmp_path, ROW.replace('"king; ; 1999"', wrong))


def test_one_id_one_person(tmp_path: Path) -> None:
    with pytest.raises(BadRule, match="stands twice"):
        people(tmp_path, ROW + ROW)


def test_single_words_are_phrases_only_where_they_are_safe(tmp_path: Path) -> None:
    found = {p.words: p.cased for p in person_phrases(people(tmp_path, ROW))}
    assert found == {"Ada Byron": False, "A. Byron": False, "Ada": True}


@pytest.mark.parametrize(
    ("name", "day", "office"),
    [
        ("Mohammad Reza Ashtiani", date(2023, 3, 8), "minister of defence"),
        ("Amir Hatami", date(2018, 6, 1), "minister of defence"),
        ("Aziz Nasirzadeh", date(2024, 12, 1), "minister of defence"),
        ("Emmanuel Macron", date(2023, 1, 1), "president"),
        ("Angela Merkel", date(2015, 1, 1), "chancellor"),
        ("Angela Merkel", date(2023, 1, 1), None),
        ("Sergey Lavrov", date(2010, 1, 1), "minister of foreign affairs"),
        ("Antony Blinken", date(2022, 1, 1), "secretary of state"),
    ],
)
def test_well_known_office_holders(name: str, day: date, office: str | None) -> None:
    held = {p.row.name: p.office_on(day) for p in load_people(DATA / "actors" / "people")}
    assert held[name] == office
