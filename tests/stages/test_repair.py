"""Faults of a small parser that are mended, on hand-made parses."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.ports import Parse
from dragoman.stages.repair import repaired


def parse(text: str) -> Parse:
    """A word a triple: tag, relation, head (from 0)."""
    rows = [word.split("/") for word in text.split()]
    return Parse(tuple(r[0] for r in rows), tuple(r[1] for r in rows), tuple(int(r[2]) for r in rows))


# [Turkey called] for talks: a headless clause; It has intensified attacks: heads the wrong way round
MENDED = [
    ("NNP/root/0 VBN/acl/0 IN/case/3 NNS/obl/1", "NNP/nsubj/1 VBD/root/1 IN/case/3 NNS/obl/1"),
    ("NNP/root/0 VBD/acl/0 NNS/obj/0 ./punct/0", "NNP/nsubj/1 VBD/root/1 NNS/obj/1 ./punct/1"),
    ("PRP/nsubj/2 VBZ/aux/2 VBN/amod/3 NNS/root/3", "PRP/nsubj/2 VBZ/aux/2 VBN/root/2 NNS/obj/2"),
    # Palestinian riots continue; on fighters holding out; Bangladesh has rejected; it is prepared to impose
    ("JJ/amod/1 VBZ/nsubj/2 VBP/root/2", "JJ/amod/1 NNS/nsubj/2 VBP/root/2"),
    (
        "NNP/nsubj/1 VBD/root/1 NNS/obj/1 IN/case/4 NNS/nsubj/5 VBG/advcl/1",
        "NNP/nsubj/1 VBD/root/1 NNS/obj/1 IN/case/4 NNS/nmod/2 VBG/acl/4",
    ),
    ("NNP/nsubj/1 VBZ/aux/2 VBN/root/2 NN/obj/2", "NNP/nsubj/2 VBZ/aux/2 VBN/root/2 NN/obj/2"),
    ("PRP/expl/2 VBZ/aux:pass/2 VBN/root/2 VB/xcomp/2", "PRP/nsubj:pass/2 VBZ/aux:pass/2 VBN/root/2 VB/xcomp/2"),
    # Yeltsin hosted Hashimoto; European ministers agreed; Novak and Barkindo attend
    ("NNP/nsubj/1 VBD/root/1 NNP/advmod/1", "NNP/nsubj/1 VBD/root/1 NNP/obj/1"),
    ("NNP/compound/2 NNS/nsubj/2 VBD/root/2", "NNP/compound/1 NNS/nsubj/2 VBD/root/2"),
    ("NNP/nsubj/3 CC/cc/2 NNP/conj/3 VBP/root/3", "NNP/nsubj/3 CC/cc/2 NNP/conj/0 VBP/root/3"),
    # members of the Council urge
    ("NNPS/nsubj/3 IN/case/2 NNP/nmod/3 VBP/root/3", "NNPS/nsubj/3 IN/case/2 NNP/nmod/0 VBP/root/3"),
    # talks are due to begin
    (
        "NNS/nsubj/2 VBP/cop/2 JJ/mark/4 TO/fixed/2 VB/root/4 ./punct/4",
        "NNS/nsubj/2 VBP/cop/2 JJ/root/2 TO/mark/4 VB/xcomp/2 ./punct/4",
    ),
]
LEFT_ALONE = [
    "NNP/nsubj/1 VBD/root/1 JJ/mark/3 NN/obl/1",
    "NNP/nsubj/1 VBD/root/1 NN/obj/1",
    "NNS/root/0 VBN/acl/0 IN/case/3 NNP/obl:agent/1",  # drones supplied by Iran: no sentence
    "NN/nsubj/2 VBZ/cop/2 NN/root/2 VBN/acl/2",
    "VBN/amod/1 NNS/root/1",  # occupied areas
    "PRP/expl/2 VBZ/aux:pass/2 VBN/root/2 VBD/ccomp/2",  # it is said that he left
    "NNP/nsubj/1 VBD/root/1 RB/advmod/1",
]


@pytest.mark.parametrize(("before", "after"), MENDED)
def test_mended(before: str, after: str) -> None:
    assert repaired(parse(before)) == parse(after)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(text: str) -> None:
    assert repaired(parse(text)) == parse(text)


TAGS = st.sampled_from(["NN", "NNP", "VBN", "VBD", "VBZ", "IN", "PRP", "."])
DEPS = st.sampled_from(["root", "nsubj", "obj", "acl", "amod", "aux", "obl", "conj", "punct", "cop", "dep"])


@settings(max_examples=200, deadline=None)
@given(
    st.integers(1, 6).flatmap(lambda n: st.lists(st.tuples(TAGS, DEPS, st.integers(0, n - 1)), min_size=n, max_size=n))
)
def test_any_parse_stays_a_parse(rows: list[tuple[str, str, int]]) -> None:
    tags, deps, heads = zip(*rows, strict=True)
    after = repaired(Parse(tags, deps, heads))
    assert len(after.tags) == len(after.deps) == len(after.heads) == len(rows)
    assert all(0 <= head < len(rows) for head in after.heads)
