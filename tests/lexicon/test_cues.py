"""Cue rows say what kind of doubt they bring, how they reach an act, and in which form."""

from pathlib import Path

import pytest

from dragoman.errors import BadRule
from dragoman.lexicon.cues import FORMS, REACHES, Cues, load_cues
from dragoman.settings import DATA
from dragoman.stages.cues import FORM, REACH

ROW = '[[cue]]\nid = "will"\nwords = ["will"]\nkind = "planned"\nreach = "auxiliary"\nhits = ["x"]\nmisses = ["y"]\n'


def load(tmp_path: Path, text: str) -> Cues:
    path = tmp_path / "cues.toml"
    path.write_text(text, encoding="utf-8")
    return load_cues([path])


def test_rows_are_found_by_their_words(tmp_path: Path) -> None:
    more = ROW.replace('"will"\nwords', '"again"\nwords').replace("planned", "possible")
    assert [row.rule for row in load(tmp_path, ROW + more).by_word["will"]] == ["en/cues#will", "en/cues#again"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (ROW.replace("planned", "certain"), r"cues\.toml#will: kind is one of background, condition, demand, denied"),
        (ROW.replace("auxiliary", "nowhere"), "reach is one of adjunct, adverb, auxiliary"),
        (ROW + 'form = "plural"\n', "form is one of active, adjective, any"),
        (ROW + ROW, "will stands twice"),
        (ROW + 'lemma = "will"\n', "unknown key lemma"),
        (ROW.replace('hits = ["x"]\n', ""), "needs hits"),
    ],
)
def test_a_wrong_row_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(BadRule, match=message):
        load(tmp_path, text)


def test_the_stage_knows_every_reach_and_form() -> None:
    assert set(REACH) == REACHES and set(FORM) == FORMS


def test_shipped_rows_each_show_what_they_do() -> None:
    for row in load_cues([DATA / "lang" / "en" / "cues.toml"]).rows:
        assert row.hits and row.misses, row.rule
