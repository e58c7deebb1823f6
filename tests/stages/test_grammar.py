"""Which sentences are parsed and tagged, and what a tree over a condensed sentence looks like."""

import pytest

from cases import read_texts
from dragoman.model import Reading
from dragoman.pipeline import Pipeline

LONG = (
    "Mohammad Reza Ashtiani, the Iranian Minister of Defense, met with the Commander of the Syrian Air Force, "
    "Salah al-Din Ghanem, in Damascus (SANA, March 8)."
)


@pytest.mark.parametrize(
    ("text", "candidate"),
    [
        ("Poland expelled two Russian diplomats.", True),
        ("The visit to Baghdad ended early.", True),
        ("Troops shot down a drone.", True),
        ("The Russian build-up near the border went on.", True),
        ("The weather in Lisbon was mild.", False),
        ("It was cold and dark.", False),
    ],
)
def test_only_sentences_in_which_something_can_happen_are_parsed(
    pipeline: Pipeline, text: str, candidate: bool
) -> None:
    reading = read_texts(pipeline.upto(["trees"]), [text])[text]
    assert bool(reading.candidates) is candidate
    assert (reading.trees[0] is not None) is candidate


@pytest.fixture(scope="module")
def long(pipeline: Pipeline) -> Reading:
    return read_texts(pipeline.upto(["trees"]), [LONG])[LONG]


def test_a_tree_covers_every_token_of_its_sentence(long: Reading) -> None:
    (tree,) = long.trees
    assert tree is not None
    assert (
        len(tree.tags)
        == len(tree.deps)
        == len(tree.heads)
        == len(tree.lemmas)
        == len(tree.children)
        == len(long.tokens)
    )
    assert all(0 <= head < len(long.tokens) for head in tree.heads)
    assert {k for kids in tree.children for k in kids} == {i for i, head in enumerate(tree.heads) if head != i}


def test_what_names_and_offices_explain_hangs_on_the_word_that_stays(long: Reading) -> None:
    (tree,) = long.trees
    assert tree is not None
    at = {word: i for i, word in enumerate(long.tokens.words)}
    assert tree.head(at["Mohammad"]) == at["Ashtiani"] and tree.dep(at["Mohammad"]) == "flat"
    assert tree.head(at["Minister"]) == at["Ashtiani"] and tree.dep(at["Minister"]) == "aside"
    assert tree.dep(at["SANA"]) == "aside"
    assert tree.dep(at["Ashtiani"]) == "nsubj" and tree.head(at["Ashtiani"]) == at["met"]
    assert tree.lemma(at["met"]) == "meet"


def test_trees_of_a_batch_do_not_mix(pipeline: Pipeline) -> None:
    texts = ["Poland expelled two Russian diplomats on Monday.", "It was cold.", LONG]
    together = read_texts(pipeline.upto(["trees"]), texts)
    for text in texts:
        assert together[text].trees == read_texts(pipeline.upto(["trees"]), [text])[text].trees


def test_only_unknown_capitals_meet_the_name_tagger(pipeline: Pipeline) -> None:
    known = "Iran and Syria signed it in Damascus."
    unknown = "Teodora Valkanova arrived in Sofia on Monday."
    found = read_texts(pipeline.upto(["names"]), [known, unknown])
    assert not found[known].names
    assert found[unknown].names
