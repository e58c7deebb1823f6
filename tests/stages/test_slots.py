"""Where the parties of a verb stand, on hand-made trees."""

import pytest

from dragoman.model import Tree
from dragoman.stages import slots


def tree(text: str) -> Tree:
    """A word a quadruple: lemma, tag, relation, head (from 0)."""
    rows = [word.split("/") for word in text.split()]
    heads = tuple(int(r[3]) for r in rows)
    kids = tuple(tuple(k for k, head in enumerate(heads) if head == i and k != i) for i in range(len(rows)))
    return Tree(0, tuple(r[1] for r in rows), tuple(r[2] for r in rows), heads, tuple(r[0] for r in rows), kids)


ACTIVE = tree("Iran/NNP/nsubj/1 attack/VBD/root/1 Iraq/NNP/obj/1 with/IN/case/4 drone/NNS/obl/1")
PASSIVE = tree("Iraq/NNP/nsubj:pass/2 be/VBD/aux:pass/2 attack/VBN/root/2 by/IN/case/4 Iran/NNP/obl:agent/2")
PASSIVE_BY = tree("Iraq/NNP/nsubj:pass/2 be/VBD/aux:pass/2 attack/VBN/root/2 by/IN/case/4 Iran/NNP/obl/2")
RELATIVE = tree("troops/NNS/nsubj/4 which/WDT/nsubj/2 attack/VBD/acl:relcl/0 Iraq/NNP/obj/2 leave/VBD/root/4")
GAP = tree("drone/NNS/root/0 that/WDT/obj/3 Iran/NNP/nsubj/3 send/VBD/acl:relcl/0")
REDUCED = tree("drone/NNS/nsubj/4 send/VBN/acl/0 by/IN/case/3 Iran/NNP/obl:agent/1 fall/VBD/root/4")
AGREED = tree("Iran/NNP/nsubj/1 agree/VBD/root/1 to/TO/mark/3 send/VB/xcomp/1 aid/NN/obj/3")
ASKED = tree("Iran/NNP/nsubj/1 ask/VBD/root/1 Iraq/NNP/obj/1 to/TO/mark/4 send/VB/xcomp/1 aid/NN/obj/4")
JOINED = tree("Iran/NNP/nsubj/1 plan/VBD/root/1 and/CC/cc/3 attack/VBD/conj/1 Iraq/NNP/obj/3")
THAT = tree("Iran/NNP/nsubj/1 demand/VBD/root/1 that/IN/mark/4 Israel/NNP/nsubj/4 stop/VB/ccomp/1")
GRANTED = tree("officer/NNS/nsubj:pass/2 be/VBD/aux:pass/2 grant/VBN/root/2 asylum/NN/obj/2")
GAVE = tree("Iran/NNP/nsubj/1 give/VBD/root/1 Iraq/NNP/iobj/1 drone/NNS/obj/1")
HELD = tree("Iran/NNP/nsubj/1 hold/VBD/root/1 talk/NNS/obj/1 with/IN/case/4 Iraq/NNP/nmod/2")
CIRCLE = tree("a/VB/conj/1 b/VB/conj/2 c/VB/conj/0")


@pytest.mark.parametrize(
    ("sentence", "verb", "subject", "object_"),
    [
        (ACTIVE, 1, (0,), (2,)),
        (PASSIVE, 2, (4,), (0,)),
        (PASSIVE_BY, 2, (4,), (0,)),
        (RELATIVE, 2, (0,), (3,)),
        (GAP, 3, (2,), (0,)),
        (REDUCED, 1, (3,), (0,)),
        (AGREED, 3, (0,), (4,)),
        (ASKED, 4, (2,), (5,)),
        (JOINED, 3, (0,), (4,)),
        (GRANTED, 2, (), (3,)),
        (GAVE, 1, (0,), (3,)),
    ],
)
def test_who_does_what_to_whom(sentence: Tree, verb: int, subject: tuple[int, ...], object_: tuple[int, ...]) -> None:
    assert slots.subject(sentence, verb) == subject
    assert slots.object_(sentence, verb) == object_


@pytest.mark.parametrize(
    ("sentence", "verb", "passive"),
    [(ACTIVE, 1, False), (PASSIVE, 2, True), (REDUCED, 1, True), (GRANTED, 2, True), (AGREED, 3, False)],
)
def test_is_passive(sentence: Tree, verb: int, passive: bool) -> None:
    assert slots.is_passive(sentence, verb) is passive


def test_to_whom_it_is_given() -> None:
    assert slots.indirect(GAVE, 1) == (2,)
    assert slots.indirect(GRANTED, 2) == (0,)
    assert slots.indirect(ACTIVE, 1) == ()


def test_objects_of_prepositions() -> None:
    assert slots.prepositional(ACTIVE, 1, "with") == (4,)
    assert slots.prepositional(ACTIVE, 1, "against") == ()
    assert slots.prepositional(HELD, 1, "with") == (4,), "on the object of the verb"


def test_clauses() -> None:
    assert slots.complements(THAT, 1) == (4,)
    assert slots.clause_subject(THAT, 1) == (3,)
    assert slots.complements(ACTIVE, 1) == ()


def test_a_light_verb_lends_its_subject() -> None:
    assert slots.governor(HELD, 2, {"hold"}) == 1
    assert slots.governor(HELD, 2, {"make"}) is None
    assert slots.governor(HELD, 4, {"hold"}) is None


def test_a_tree_that_is_a_circle_comes_to_an_end() -> None:
    for i in range(3):
        (
            slots.subject(CIRCLE, i),
            slots.object_(CIRCLE, i),
            slots.surface_subject(CIRCLE, i),
            slots.governor(CIRCLE, i, {"x"}),
        )
