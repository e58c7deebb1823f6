"""Weapons and platforms: every name is found as itself, and what only looks like one is none."""

from pathlib import Path

import pytest

from dragoman.assemble import Data
from dragoman.errors import BadRule
from dragoman.lexicon.equipment import CATEGORIES, load_equipment
from dragoman.settings import DATA
from dragoman.text.fold import fold

ROWS = load_equipment(DATA / "equipment")
EN = Data("en")


def found(words: str) -> list[str | None]:
    """The ids of what the lexicon knows in some words."""
    tokens = EN.segmenter.pattern.findall(words)
    folded = list(map(fold, tokens))
    return [entry.actor_id for _, _, entry in EN.known.find(tokens, folded, 0, len(tokens))]


def test_at_least_250_systems_are_known_in_every_category() -> None:
    systems = [row for row in ROWS if row.maker]
    assert len(systems) >= 250
    assert {row.category for row in ROWS} == CATEGORIES
    assert all(row.name not in row.aliases for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_every_name_is_found_as_itself(row) -> None:  # type: ignore[no-untyped-def]
    for name in (row.name, *row.aliases, *row.cased):
        assert found(name) == [row.id], name


@pytest.mark.parametrize(
    "words",
    [
        "a 10 percent rise", "as 90 people met", "an 26-year-old man", "Syria's 300 soldiers", "at 4 in the morning",
        "Elliott spoke", "Selcuk Bayraktar spoke", "Mustafa Akinci spoke", "grad students", "the taurus sign",
        "arms akimbo", "javelin throwers",
    ],
)  # fmt: skip
def test_what_is_written_like_a_system_is_none(words: str) -> None:
    assert not [name for name in found(words) if name and name.startswith("equipment/")]


@pytest.mark.parametrize("words", ["think tanks", "a fuel tank", "the Patriot Act"])
def test_namesakes_are_no_mentions(words: str, read) -> None:  # type: ignore[no-untyped-def]
    assert not [m for m in read(f"Iran named {words} in Tehran.").mentions if m.kind in ("weapon", "platform")]


@pytest.mark.parametrize(
    ("key", "value", "problem"),
    [("category", "toys", "category is one of"), ("mention", "toy", "mention is"), ("maker", "Iran", "maker is")],
)
def test_a_wrong_row_is_refused(tmp_path: Path, key: str, value: str, problem: str) -> None:
    row = {"id": "equipment/x", "name": "X", "category": "ships", "mention": "platform", "maker": "IRN"} | {key: value}
    lines = "\n".join(f'{name} = "{words}"' for name, words in row.items())
    (tmp_path / "x.toml").write_text(f"[[item]]\n{lines}\n", encoding="utf-8")
    with pytest.raises(BadRule, match=problem):
        load_equipment(tmp_path)
