"""Trees of the older labels as Universal Dependencies: hand-made trees in, UD out."""

import pytest

from dragoman.backends.parsers.clearnlp import to_universal

# A line a word: word, tag, label, head (0 the root, words counted from 1) > label and head in UD.
TREES = {
    "passive with agent": """
        The        DT  det       2   det          2
        army       NN  nsubjpass 4   nsubj:pass   4
        was        VBD auxpass   4   aux:pass     4
        attacked   VBN ROOT      0   root         0
        by         IN  agent     4   case         6
        rebels     NNS pobj      5   obl:agent    4
        in         IN  prep      4   case         8
        May        NNP pobj      7   obl          4
        .          .   punct     4   punct        4
    """,
    "object and possessor": """
        Iran       NNP poss      3   nmod:poss    3
        's         POS case      1   case         1
        minister   NN  nsubj     4   nsubj        4
        praised    VBD ROOT      0   root         0
        Syria      NNP dobj      4   obj          4
    """,
    "preposition at a noun": """
        attacks    NNS nsubj     4   nsubj        4
        on         IN  prep      1   case         3
        Homs       NNP pobj      2   nmod         1
        ended      VBD ROOT      0   root         0
    """,
    "copula with a noun": """
        Iran       NNP nsubj     2   nsubj        4
        is         VBZ ROOT      0   cop          4
        an         DT  det       4   det          4
        ally       NN  attr      2   root         0
    """,
    "given to somebody": """
        Turkey     NNP nsubj     2   nsubj        2
        gave       VBD ROOT      0   root         0
        drones     NNS dobj      2   obj          2
        to         IN  dative    2   case         5
        Mali       NNP pobj      4   obl          2
    """,
    "clause behind a preposition": """
        Iran       NNP nsubj     2   nsubj        2
        insisted   VBD ROOT      0   root         0
        on         IN  prep      2   mark         4
        leaving    VBG pcomp     3   advcl        2
    """,
    "relative clause and particle": """
        troops     NNS ROOT      0   root         0
        that       WDT nsubj     3   nsubj        3
        shot       VBD relcl     1   acl:relcl    1
        down       RP  prt       3   compound:prt 3
        drones     NNS dobj      3   obj          3
    """,
}  # fmt: skip


def columns(tree: str) -> tuple[list[list[str]], list[int], list[int]]:
    rows = [line.split() for line in tree.strip().splitlines()]
    heads, wanted = ([int(row[k]) - 1 if row[k] != "0" else i for i, row in enumerate(rows)] for k in (3, 5))
    return rows, heads, wanted


@pytest.mark.parametrize("name", TREES)
def test_to_universal(name: str) -> None:
    rows, heads, wanted = columns(TREES[name])
    deps = ["root" if row[2] == "ROOT" else row[2] for row in rows]
    found = to_universal([row[1] for row in rows], deps, heads)
    assert found == ([row[4] for row in rows], wanted)


def test_the_tree_that_is_given_stays_as_it_is() -> None:
    rows, heads, _ = columns(TREES["passive with agent"])
    deps, before = [row[2] for row in rows], list(heads)
    to_universal([row[1] for row in rows], deps, heads)
    assert heads == before and deps == [row[2] for row in rows]


def test_a_preposition_that_is_a_root_makes_no_circle() -> None:
    """A broken parse: "in May" with "in" as root."""
    deps, heads = to_universal(["IN", "NNP"], ["prep", "pobj"], [0, 0])
    assert len(deps) == len(heads) == 2
    assert all(0 <= head < 2 for head in heads)


def test_nothing_becomes_nothing() -> None:
    assert to_universal([], [], []) == ([], [])
