"""Mend the commonest faults of a small parser: a finite verb taken for a participle of its own subject."""

from dragoman.ports import Parse

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
MAIN = frozenset({"root", "conj", "parataxis", "ccomp", "aux", "cop"})
BEHIND = frozenset({"punct", "obl", "obj", "advcl", "advmod", "ccomp", "xcomp", "parataxis"})


def repaired(parse: Parse) -> Parse:
    """The parse with clauses where nouns hid them."""
    return _with_main_verb(_with_heads_right(_with_plans(parse)))


def _with_plans(parse: Parse) -> Parse:
    """ "He plans to visit": an infinitive that completes a verb modifies no noun."""
    deps = list(parse.deps)
    for i, (tag, dep, head) in enumerate(zip(parse.tags, parse.deps, parse.heads, strict=True)):
        if dep == "acl" and tag == "VB" and parse.tags[head][:1] == "V" and head < i:
            deps[i] = "xcomp"
    return Parse(parse.tags, tuple(deps), parse.heads)


def _with_heads_right(parse: Parse) -> Parse:
    """ "It has intensified attacks": a participle with a subject of its own modifies no noun but governs it."""
    for i, (tag, dep) in enumerate(zip(parse.tags, parse.deps, strict=True)):
        below = {d for d, head in zip(parse.deps, parse.heads, strict=True) if head == i}
        if dep == "amod" and tag in ("VBN", "VBD") and below & {"nsubj", "aux"} and "nsubj" in below:
            return _swapped(parse, i)
    return parse


def _swapped(parse: Parse, verb: int) -> Parse:
    deps, heads = list(parse.deps), list(parse.heads)
    noun = heads[verb]
    deps[verb], heads[verb] = deps[noun], verb if heads[noun] == noun else heads[noun]
    deps[noun], heads[noun] = "obj", verb
    return Parse(parse.tags, tuple(deps), tuple(heads))


def _with_main_verb(parse: Parse) -> Parse:
    """ "[Turkey called] for talks" read as a sentence where nothing else in it is one."""
    root = next((i for i, head in enumerate(parse.heads) if head == i), None)
    if root is None or parse.tags[root][:1] not in "NP" or _has_main_verb(parse, root):
        return parse
    verb = next(
        (i for i in range(root + 1, len(parse.heads)) if parse.heads[i] == root and _may_be_finite(parse, i)), None
    )
    return parse if verb is None else _raised(parse, root, verb)


def _has_main_verb(parse: Parse, root: int) -> bool:
    if any(
        head == root and dep in ("cop", "nsubj", "nsubj:pass")
        for head, dep in zip(parse.heads, parse.deps, strict=True)
    ):
        return True
    return any(
        tag in FINITE and dep in MAIN and head in (root, i)
        for i, (tag, dep, head) in enumerate(zip(parse.tags, parse.deps, parse.heads, strict=True))
    )


def _may_be_finite(parse: Parse, i: int) -> bool:
    """A past form behind its noun that no "by" makes a passive."""
    agent = any(head == i and dep == "obl:agent" for head, dep in zip(parse.heads, parse.deps, strict=True))
    return parse.tags[i] in ("VBN", "VBD") and parse.deps[i] in ("acl", "acl:relcl", "appos", "dep") and not agent


def _raised(parse: Parse, root: int, verb: int) -> Parse:
    """The participle as root, the old root as its subject."""
    tags, deps, heads = list(parse.tags), list(parse.deps), list(parse.heads)
    tags[verb], deps[verb], heads[verb] = "VBD", "root", verb
    deps[root], heads[root] = "nsubj", verb
    for i, head in enumerate(parse.heads):
        if head == root and i > verb and deps[i] in BEHIND:
            heads[i] = verb
    return Parse(tuple(tags), tuple(deps), tuple(heads))
