"""Every row of sections.toml holds what its examples say, and broken rows are refused by name."""

from pathlib import Path

import pytest

import dragoman
from dragoman.errors import BadRule
from dragoman.lexicon.layout import PHRASES, SectionRule, load_layout, load_section_rules, phrases

PATH = Path(dragoman.__path__[0]) / "data" / "lang" / "en" / "sections.toml"
RULES = load_section_rules(PATH)
MONTHS = load_layout(PATH).months


TWELVE = f'id = "m"\nuse = "months"\nwords = {[str(month) for month in range(12)]}'


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.use in PHRASES], ids=lambda rule: rule.id)
def test_examples_hold(rule: SectionRule) -> None:
    matcher = phrases([rule], MONTHS, PATH.name)
    assert rule.hits
    assert rule.misses or rule.id == "bare-address"
    assert [hit for hit in rule.hits if not matcher.match(hit)] == []
    assert [miss for miss in rule.misses if matcher.match(miss)] == []


def test_months_are_numbered() -> None:
    assert (MONTHS["january"], MONTHS["sept"], MONTHS["may"], MONTHS["dec"]) == (1, 9, 5, 12)


@pytest.mark.parametrize(
    ("row", "named"),
    [
        ('id = "a"\nuse = "headline"\nwhole = ["x"]', "use is one of"),
        ('id = "a"\nuse = "caption"', "nothing to match"),
        (f'{TWELVE}\n[[section]]\nid = "a"\nuse = "caption"\npattern = "("', "no regular expression"),
        ('id = "a"\nuse = "caption"\nphrase = "x"', "unknown key phrase"),
        ('id = "a"\nuse = "months"\nwords = ["January"]', "twelve months"),
    ],
)
def test_bad_rows_are_named(tmp_path: Path, row: str, named: str) -> None:
    path = tmp_path / "sections.toml"
    path.write_text(f"[[section]]\n{row}\n", encoding="utf-8")
    with pytest.raises(BadRule, match=named):
        load_layout(path)
