"""The written sentences: how examples come out of patterns, and that every pattern is one."""

import random
import sys
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

from dragoman.assemble import make_data
from dragoman.settings import Settings
from relations.fit import fit, fit_trust
from relations.patterns import FOLDER, contexts, examples, filled, rows, spelled_out

ONTOLOGY = make_data(Settings()).ontology


def test_every_option_is_used() -> None:
    found = set(spelled_out("{S} [asked|urged|begged] {T} to [stay|go]", random.Random(1)))
    assert {words.split()[1] for words in found} == {"asked", "urged", "begged"}
    assert {words.split()[-1] for words in found} == {"stay", "go"}


def test_names_are_filled_in_and_the_pair_is_where_they_stand() -> None:
    text, pair = filled("{T=three fishermen} fled {S}, {X} said", random.Random(1))
    assert pair.source is not None
    assert pair.target is not None
    assert pair.target.of(text) == "Three fishermen"
    assert pair.source.of(text) in rows(FOLDER / "actors.txt")


def test_the_same_seed_gives_the_same_examples() -> None:
    first, again = list(examples(3)), list(examples(3))
    assert first == again
    assert len(first) >= 2500
    assert {example.type for example in first} == set(ONTOLOGY.types)
    assert all(span.of(e.text) and "{" not in e.text and "[" not in e.text for e in first for span in e.pair.spans)


@pytest.mark.parametrize("path", sorted((FOLDER / "sentences").glob("*.txt")), ids=lambda path: path.stem)
def test_every_line_has_a_code_and_none_stands_twice(path: Path) -> None:
    lines = rows(path)
    assert [line for line, count in Counter(lines).items() if count > 1] == []
    assert {line.partition(" | ")[0] for line in lines} <= ONTOLOGY.codes.keys()


def test_every_kind_of_context_is_there() -> None:
    assert all(len(contexts(kind)) > 5 for kind in ("before", "after", "aside"))


def test_what_is_told_apart_by_a_feature_is_learnt() -> None:
    weights = fit([["help"], ["help", "x"], ["hit"], ["hit", "x"]] * 5, ["AID", "AID", "ASSAULT", "ASSAULT"] * 5)
    assert weights.scores(["help"])["AID"] > 0.9
    assert weights.scores(["hit"])["ASSAULT"] > 0.9
    assert abs(weights.share("x", "AID")) < 0.2


def test_a_tie_that_is_right_is_trusted_more() -> None:
    chances = [{"AID": 0.5, "ASSAULT": 0.5}] * 40
    acts = [("AID", "both"), ("AID", "beside")] * 20
    trust = fit_trust(chances, acts, ["AID", "ASSAULT"] * 20, [1.0, 2.0] * 20)
    assert trust["both"] > 1 > trust["beside"]
