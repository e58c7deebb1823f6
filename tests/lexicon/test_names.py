"""Two names compared with the data that is shipped: a table of hard pairs, every row's examples, any strings at all."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import load_cases
from dragoman.errors import BadRule
from dragoman.lexicon.name_rules import VariantRow, load_name_rules
from dragoman.lexicon.names import compare_names, name_keys, name_score
from dragoman.lexicon.reading import load_toml, make_row
from dragoman.settings import DATA

FOLDER, COUNTRIES = DATA / "names", DATA / "actors" / "countries"
ONE = 0.5


@dataclass(frozen=True, slots=True)
class Case:
    """Two names, and whether they may be one."""

    a: str
    b: str
    same: bool


CASES = load_cases("names", Case)
SAME = [case for case in CASES if case.same]
VARIANTS = [
    make_row(VariantRow, row, "spelling.toml")
    for rows in load_toml(FOLDER / "spelling.toml").values()
    for row in rows
]  # fmt: skip


def told(case: Case) -> str:
    return f"{case.a} {'=' if case.same else '≠'} {case.b}"


@pytest.mark.parametrize("case", CASES, ids=told)
def test_hard_pairs(case: Case) -> None:
    match = compare_names(case.a, case.b)
    assert (match.score >= ONE) == case.same, match.why


@pytest.mark.parametrize("case", SAME, ids=told)
def test_spellings_of_one_name_share_a_key(case: Case) -> None:
    assert name_keys(case.a) & name_keys(case.b)


def test_the_table_is_no_one_sided_one() -> None:
    assert len(CASES) >= 150
    assert 0.4 <= len(SAME) / len(CASES) <= 0.6


@pytest.mark.parametrize("row", VARIANTS, ids=lambda row: row.id)
def test_the_examples_of_a_spelling_row_hold(row: VariantRow) -> None:
    assert row.hits
    for hit in row.hits:
        assert compare_names(*hit.split(" = ")).score > 0.9, hit
    for miss in row.misses:
        assert compare_names(*miss.split(" = ")).score < ONE, miss


@pytest.mark.parametrize(
    ("a", "b", "low", "high"),
    [
        ("Bashar al-Assad", "President Bashar al-Assad", 1, 1),
        ("Bashar al-Assad", "Bashar al Assad", 1, 1),
        ("Mohammad Reza Ashtiani", "Mohammad-Reza Ashitani", 0.9, 1),
        ("Assad", "Bashar al-Assad", 0.6, 0.7),
        ("Asad", "Bashar al-Assad", 0.5, 0.6),
        ("Bashar", "Bashar al-Assad", 0.3, 0.5),
        ("King Abdullah", "Abdullah Hussein", 0.3, 0.5),
        ("Kim", "Kim Jong-un", 0.3, 0.5),
        ("Hafez al-Assad", "Bashar al-Assad", 0, 0.1),
        ("", "Bashar al-Assad", 0, 0),
        ("", "", 0, 0),
        ("…", "Bashar al-Assad", 0, 0),
    ],
)
def test_what_a_score_stands_for(a: str, b: str, low: float, high: float) -> None:
    assert low <= compare_names(a, b).score <= high


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("Li Keqiang", "Li Qiang", "contradiction: family (keqiang, qiang)"),
        ("Esmail Qaani", "Ismail Ghaani", "spelled: spelling ("),
        ("Wendy Sherman", "Wendy R. Sherman", "left out: one (r)"),
        ("Hassan bin Ali", "Ali bin Hassan", "order: exchanged ("),
        ("Hussein", "Saddam Hussein", "rarity: common (hussein)"),
    ],
)
def test_why_names_the_feature_and_the_words(a: str, b: str, reason: str) -> None:
    assert any(why.startswith(reason) for why in compare_names(a, b).why)


PIECES = ("al", "Ali", "bin", "Hassan", "Kim", "Jong", "un", "J.", "III", "Jr", "Bank", "Ltd", "محمد", "习近平", ",")
ANY = st.text(max_size=40)
LIKE_NAMES = st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(ANY | LIKE_NAMES, ANY | LIKE_NAMES)
def test_any_two_strings_compare_the_same_both_ways(a: str, b: str) -> None:
    found = compare_names(a, b)
    assert 0 <= found.score <= 1
    assert found.why
    assert compare_names(b, a) == found
    assert all(isinstance(key, str) and key for key in name_keys(a))


@settings(max_examples=200, deadline=None)
@given((ANY | LIKE_NAMES).filter(str.strip))
def test_a_name_is_itself(name: str) -> None:
    assert compare_names(name, name).score == 1


@pytest.mark.parametrize("name", ["a" * 100_000, "Ali bin " * 20_000, "al-" * 50_000, "，" * 50_000, "J." * 50_000])
def test_a_very_long_name_is_compared(name: str) -> None:
    """Were it quadratic, this would not come to an end."""
    assert compare_names(name, name[1:] + "x").score <= 1
    assert all(name_keys(name))


def copy_with(tmp_path: Path, name: str, old: str, new: str) -> Path:
    """The folder of names with one text replaced."""
    for path in FOLDER.iterdir():
        text = path.read_text(encoding="utf-8")
        assert path.name != name or old in text
        (tmp_path / path.name).write_text(text.replace(old, new, 1) if path.name == name else text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("spelling.toml", "cost = 0.2", "price = 0.2", "unknown key price"),
        ("spelling.toml", 'id = "gh"', 'id = "kh"', "stands twice"),
        ("spelling.toml", "[[bare]]", "[[bear]]", "holds the tables"),
        ("words.toml", 'words = ["of"', 'word = ["of"', "unknown key word"),
        ("given.toml", 'id = "abigail"\n', "", "needs id"),
        ("east_asian.toml", 'pinyin = ["b", ', "pinyin = [", "as many items on both sides"),
        ("organisations.toml", "[[marker]]", "[[form]]", "holds the tables"),
        ("numbers.toml", 'words = ["one"', 'words = [1, "one"', "numbers.toml"),
    ],
)
def test_data_is_read_strictly(tmp_path: Path, file: str, old: str, new: str, problem: str) -> None:
    with pytest.raises(BadRule, match=problem):
        load_name_rules(copy_with(tmp_path, file, old, new), COUNTRIES)


@pytest.mark.parametrize("case", CASES, ids=told)
def test_the_quick_score_of_a_hard_pair_is_the_score(case: Case) -> None:
    if case.same:
        assert name_score(case.a, case.b) == compare_names(case.a, case.b).score
    else:
        assert name_score(case.a, case.b) <= compare_names(case.a, case.b).score
