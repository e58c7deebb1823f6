"""The layers of a reading: token columns, trees, and looking around in them."""

from collections.abc import Callable

import pytest

from dragoman.model import Reading, Report, Span, Tokens, Tree

# The(10) army(11) shelled(12) two(13) villages(14) near(15) Homs(16): as in "… The army shelled two villages near Homs"
TREE = Tree(
    first=10,
    tags=("DT", "NN", "VBD", "CD", "NNS", "IN", "NNP"),
    deps=("det", "nsubj", "root", "nummod", "obj", "case", "nmod"),
    heads=(11, 12, 12, 14, 12, 16, 14),
    lemmas=("the", "army", "shell", "two", "village", "near", "homs"),
    children=((), (10,), (11, 14), (), (13, 16), (), (15,)),
)
CIRCLE = Tree(0, ("NN", "NN"), ("dep", "dep"), (1, 0), ("a", "b"), ((1,), (0,)))


def test_a_tree_is_asked_by_the_tokens_of_the_text() -> None:
    assert (TREE.tag(12), TREE.dep(14), TREE.head(16), TREE.lemma(14), TREE.last) == ("VBD", "obj", 14, "village", 17)


@pytest.mark.parametrize(
    ("i", "deps", "kids"),
    [(12, (), (11, 14)), (12, ("obj",), (14,)), (12, ("nsubj", "obj"), (11, 14)), (12, ("obl",), ()), (10, (), ())],
)
def test_kids(i: int, deps: tuple[str, ...], kids: tuple[int, ...]) -> None:
    assert TREE.kids(i, *deps) == kids


@pytest.mark.parametrize(("i", "reach"), [(12, (10, 17)), (14, (13, 17)), (16, (15, 17)), (10, (10, 11))])
def test_subtree(i: int, reach: tuple[int, int]) -> None:
    assert TREE.subtree(i) == reach


def test_ancestors_come_nearest_first() -> None:
    assert list(TREE.ancestors(15)) == [16, 14, 12]
    assert list(TREE.ancestors(12)) == []


def test_a_circle_ends() -> None:
    assert len(list(CIRCLE.ancestors(0))) <= 2
    assert CIRCLE.subtree(0) == (0, 2)


def test_tokens_know_their_characters() -> None:
    tokens = Tokens((0, 7), (6, 15), ("Ankara", "recalled"), ("ankara", "recalled"))
    assert len(tokens) == 2
    assert tokens.span(0, 2) == Span(0, 15)


def test_a_fresh_reading_has_no_layers(report: Callable[..., Report]) -> None:
    made = report("Ankara recalled its ambassador.", published="2023-03-09")
    reading = Reading(made)
    assert reading.content == "Ankara recalled its ambassador."
    assert reading.document is made.document
    assert not reading.events and not reading.tokens
