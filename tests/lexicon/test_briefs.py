"""The words of a brief: which row tells an act, and what a wrong file is refused for."""

from pathlib import Path

import pytest

from dragoman.errors import BadRule
from dragoman.lexicon.arenas import load_arenas
from dragoman.lexicon.briefs import BriefWords, load_brief_words
from dragoman.settings import DATA

BRIEF = DATA / "lang" / "en" / "brief.toml"
WORDS = load_brief_words(BRIEF)
ROOTS = [f"{number:02}" for number in range(2, 21)]


@pytest.mark.parametrize(
    ("cameo", "trigger", "row"),
    [
        ("040", ["met"], "meet"),
        ("046", ["talks"], "negotiate"),
        ("042", ["visited"], "visit"),
        ("120", ["denied"], "deny"),
        ("120", ["spurned"], "reject"),
        ("190", ["killed"], "kill-fighting"),
        ("195", ["bombed"], "strike"),
        ("195", ["shot", "down"], "shoot-down"),
        ("111", ["condemned"], "condemn"),
        ("1711", ["seized"], "confiscate"),
    ],
)
def test_rows_by_code_and_words(cameo: str, trigger: list[str], row: str) -> None:
    found = WORDS.act(cameo, trigger)
    assert found is not None and found.id == row


@pytest.mark.parametrize("root", ROOTS)
def test_every_root_can_be_told(root: str) -> None:
    assert WORDS.act(root, []) is not None


def refuse(tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / "brief.toml"
    path.write_text(BRIEF.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    load_brief_words(path)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('act = ["call on {}", ', "act = [", "three forms"),
        ("call on {}", "call on", "one {}"),
        ('id = "others"', 'id = "more"', "phrases differ"),
        ('"January", ', "", "twelve months"),
        ("[[month]]", "[[moon]]", "unknown table"),
        ('id = "invite"', 'id = "ask"', "ask stands twice"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, old: str, new: str, problem: str) -> None:
    with pytest.raises(BadRule, match=problem):
        refuse(tmp_path, old, new)


def test_the_file_as_shipped_is_read() -> None:
    assert isinstance(WORDS, BriefWords)


@pytest.mark.parametrize(
    ("countries", "arena"),
    [
        (["IRN"], "gulf"),
        ([None, "SYR"], "levant"),
        (["USA", "COD"], "central-southern-africa"),
        (["USA"], "north-america"),
        ([None], None),
    ],
)
def test_arenas(countries: list[str | None], arena: str | None) -> None:
    found = load_arenas(DATA / "arenas.toml").of(countries)
    assert (found.id if found else None) == arena


def test_every_country_has_an_arena() -> None:
    codes = {path.stem.upper() for path in (DATA / "actors" / "countries").glob("*.toml")}
    known = {country for row in load_arenas(DATA / "arenas.toml").rows for country in row.countries}
    assert codes <= known
