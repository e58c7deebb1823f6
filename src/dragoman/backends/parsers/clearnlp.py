"""Trees of the older ClearNLP labels (en_core_web_*) as Universal Dependencies."""

from collections.abc import Sequence

LABELS = frozenset({"nsubjpass", "dobj", "pobj", "prep", "auxpass"})
RENAMED = {
    "dobj": "obj", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass", "poss": "nmod:poss",
    "relcl": "acl:relcl", "prt": "compound:prt", "dative": "iobj", "neg": "advmod", "npadvmod": "obl", "acomp": "xcomp",
    "oprd": "xcomp", "nn": "compound", "num": "nummod", "quantmod": "advmod", "intj": "discourse", "preconj": "cc",
    "predet": "det", "pcomp": "advcl", "possessive": "case", "ROOT": "root",
}  # fmt: skip

Columns = tuple[list[str], list[int]]


def to_universal(tags: Sequence[str], deps: Sequence[str], heads: Sequence[int]) -> Columns:
    """UD relations and heads for one ClearNLP tree. Prepositions become `case` of what they govern."""
    new_deps, new_heads = list(deps), list(heads)
    for i, dep in enumerate(deps):
        if dep in ("pobj", "pcomp") and deps[heads[i]] in ("prep", "agent", "dative"):
            _raise_object(i, tags, deps, heads, new_deps, new_heads)
    for i, dep in enumerate(deps):
        if dep == "attr":
            _raise_attribute(i, deps, heads, new_deps, new_heads)
    return [RENAMED.get(dep, dep) for dep in new_deps], new_heads


def _raise_object(
    i: int, tags: Sequence[str], deps: Sequence[str], heads: Sequence[int], new_deps: list[str], new_heads: list[int]
) -> None:
    preposition = heads[i]
    governor = heads[preposition]
    if deps[preposition] == "agent":
        relation = "obl:agent"
    elif deps[i] == "pcomp":
        relation = "advcl"
    else:
        relation = "obl" if tags[governor][:1] in "VJ" else "nmod"
    new_deps[i], new_heads[i] = relation, governor if governor != preposition else i
    new_deps[preposition], new_heads[preposition] = "mark" if relation == "advcl" else "case", i


def _raise_attribute(
    i: int, deps: Sequence[str], heads: Sequence[int], new_deps: list[str], new_heads: list[int]
) -> None:
    """X is Y: in UD the noun is the head and the verb its copula."""
    verb = heads[i]
    new_deps[i], new_heads[i] = new_deps[verb], i if heads[verb] == verb else new_heads[verb]
    for k, head in enumerate(heads):
        if head == verb and k not in (i, verb):
            new_heads[k] = i
    new_deps[verb], new_heads[verb] = "cop", i
