"""Mend the commonest faults of a small parser, each fault by a function of its own.

The model reads four clauses of five right; these are the faults that tags and relations alone give away.
"""

from collections.abc import Callable
from dataclasses import replace

from dragoman.ports import Parse

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
MAIN = frozenset({"root", "conj", "parataxis", "ccomp", "aux", "cop"})
BEHIND = frozenset({"punct", "obl", "obj", "advcl", "advmod", "ccomp", "xcomp", "parataxis"})


MODAL = ("MD", "aux")
NOUN_RELATIONS = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod", "conj"})
OF_NOUNS = frozenset({"amod", "det", "nmod:poss", "nummod"})
OF_CLAUSES = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "advmod", "xcomp", "ccomp"})


def repaired(parse: Parse) -> Parse:
    """The parse with clauses where nouns hid them, and nouns where clauses did."""
    for mend in MENDS:
        parse = mend(parse)
    return parse


def _below(parse: Parse, i: int) -> list[int]:
    return [k for k, head in enumerate(parse.heads) if head == i and k != i]


def _moved(parse: Parse, changes: dict[int, tuple[str, int]]) -> Parse:
    """The parse with new relations and heads for some tokens."""
    if not changes:
        return parse
    deps, heads = list(parse.deps), list(parse.heads)
    for i, (dep, head) in changes.items():
        deps[i], heads[i] = dep, head
    return Parse(parse.tags, tuple(deps), tuple(heads))


def _retagged(parse: Parse, tags: dict[int, str]) -> Parse:
    """The parse with new tags for some tokens."""
    return replace(parse, tags=tuple(tags.get(i, tag) for i, tag in enumerate(parse.tags))) if tags else parse


def _with_noun_tags(parse: Parse) -> Parse:
    """ "Palestinian **riots** against …": a verb's tag on what has the place and the company of a noun."""
    wrong = {}
    for i, (tag, dep) in enumerate(zip(parse.tags, parse.deps, strict=True)):
        if tag in ("VBZ", "VBP", "VB") and dep in NOUN_RELATIONS:
            below = {parse.deps[k] for k in _below(parse, i)}
            if below & OF_NOUNS and not below & {"nsubj", "nsubj:pass", "aux", "mark"}:
                wrong[i] = "NNS" if tag == "VBZ" else "NN"
    return _retagged(parse, wrong)


def _with_modal_verbs(parse: Parse) -> Parse:
    """ "It would **free** prisoners": what a modal helps is a verb whatever the tagger thought."""
    helped = {head for tag, dep, head in zip(parse.tags, parse.deps, parse.heads, strict=True) if (tag, dep) == MODAL}
    linked = {head for dep, head in zip(parse.deps, parse.heads, strict=True) if dep == "cop"}
    wrong = {i for i in helped - linked if parse.tags[i][:1] in "JN"}
    return (
        replace(parse, tags=tuple("VB" if i in wrong else tag for i, tag in enumerate(parse.tags))) if wrong else parse
    )


def _with_clause_parts(parse: Parse) -> Parse:
    """What hangs on an auxiliary belongs to its verb: **Bangladesh** has outright rejected."""
    return _moved(
        parse,
        {
            k: (parse.deps[k], parse.heads[head])
            for k, head in enumerate(parse.heads)
            if parse.deps[head] in ("aux", "aux:pass") and parse.deps[k] in OF_CLAUSES and head != k
        },
    )


def _with_persons(parse: Parse) -> Parse:
    """ "It is prepared to impose": a pronoun before a verb with an infinitive of its own is no dummy."""
    changes = {}
    for i, (dep, head) in enumerate(zip(parse.deps, parse.heads, strict=True)):
        if dep == "expl" and parse.tags[i] == "PRP" and parse.tags[head][:1] == "V":
            below = {parse.deps[k] for k in _below(parse, head)}
            if "xcomp" in below and not below & {"ccomp", "csubj", "csubj:pass", "nsubj", "nsubj:pass"}:
                changes[i] = ("nsubj:pass" if "aux:pass" in below else "nsubj", head)
    return _moved(parse, changes)


def _with_objects(parse: Parse) -> Parse:
    """ "Yeltsin hosted **Hashimoto**": a name behind a verb without an object is none of its adverbs."""
    changes = {}
    for i, (tag, dep, head) in enumerate(zip(parse.tags, parse.deps, parse.heads, strict=True)):
        if dep == "advmod" and tag in ("NNP", "NNPS") and parse.tags[head][:1] == "V" and head < i:
            below = {parse.deps[k] for k in _below(parse, head)}
            if not below & {"obj", "aux:pass", "nsubj:pass"} and "case" not in {
                parse.deps[k] for k in _below(parse, i)
            }:
                changes[i] = ("obj", head)
    return _moved(parse, changes)


def _with_prepositions(parse: Parse) -> Parse:
    """ "Strikes **on fighters** holding out": what a preposition opens is no subject; the participle is of the noun."""
    changes: dict[int, tuple[str, int]] = {}
    for i, (dep, verb) in enumerate(zip(parse.deps, parse.heads, strict=True)):
        if dep not in ("nsubj", "nsubj:pass") or parse.tags[verb] not in ("VBG", "VBN") or verb < i:
            continue
        case = next(
            (k for k in _below(parse, i) if parse.deps[k] == "case" and k < i and parse.tags[k] in ("IN", "TO")), None
        )
        if case is None or case == 0 or parse.deps[verb] not in ("advcl", "acl", "acl:relcl", "parataxis"):
            continue
        noun = parse.tags[case - 1][:1] == "N" and parse.heads[verb] != case - 1
        changes[i] = ("nmod", case - 1) if noun else ("obl", parse.heads[verb])
        changes[verb] = ("acl", i)
    return _moved(parse, changes)


def _with_noun_phrases(parse: Parse) -> Parse:
    """ "Members **of the Council** urge": what a preposition ties to a noun before the verb is no part of the verb."""
    changes = {}
    for i, (dep, verb) in enumerate(zip(parse.deps, parse.heads, strict=True)):
        if dep == "nmod" and parse.tags[verb][:1] == "V" and i < verb:
            case = next((k for k in _below(parse, i) if parse.deps[k] == "case" and 0 < k < i), None)
            if case is not None and parse.tags[case - 1][:1] == "N" and parse.heads[case - 1] == verb:
                changes[i] = ("nmod", case - 1)
    return _moved(parse, changes)


def _with_nouns_described(parse: Parse) -> Parse:
    """ "**European** ministers agreed": what describes nouns but hangs on a verb belongs to the noun behind it."""
    changes = {}
    for i, (dep, verb) in enumerate(zip(parse.deps, parse.heads, strict=True)):
        if dep in ("compound", "amod", "det", "nmod:poss") and parse.tags[verb][:1] == "V" and i < verb:
            noun = next((k for k in range(i + 1, verb) if parse.tags[k][:1] == "N" and parse.heads[k] == verb), None)
            if noun is not None:
                changes[i] = (dep, noun)
    return _moved(parse, changes)


def _with_coordinated_subjects(parse: Parse) -> Parse:
    """ "Novak, Mazrouei **and Barkindo** attend": a noun before a verb is no second verb but one more subject."""
    changes = {}
    for i, (tag, dep, verb) in enumerate(zip(parse.tags, parse.deps, parse.heads, strict=True)):
        if dep == "conj" and tag[:2] == "NN" and parse.tags[verb][:1] == "V" and i < verb:
            subject = next((k for k in _below(parse, verb) if parse.deps[k] in ("nsubj", "nsubj:pass") and k < i), None)
            if subject is not None:
                changes[i] = ("conj", subject)
    return _moved(parse, changes)


def _with_adjectives(parse: Parse) -> Parse:
    """ "Talks are **due** to begin": an adjective with a subject of its own introduces no clause, it is completed."""
    changes: dict[int, tuple[str, int]] = {}
    for i, (tag, dep, verb) in enumerate(zip(parse.tags, parse.deps, parse.heads, strict=True)):
        if (tag, dep, parse.tags[verb]) != ("JJ", "mark", "VB") or verb < i:
            continue
        to = i + 1
        if parse.tags[to] == "TO" and {"nsubj", "cop"} <= {parse.deps[k] for k in _below(parse, i)}:
            changes[i] = (parse.deps[verb], i if parse.heads[verb] == verb else parse.heads[verb])
            changes |= {verb: ("xcomp", i), to: ("mark", verb)}
    return _moved(parse, changes)


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
        if dep == "amod" and tag in ("VBN", "VBD") and "nsubj" in {parse.deps[k] for k in _below(parse, i)}:
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


MENDS: tuple[Callable[[Parse], Parse], ...] = (
    _with_noun_tags,
    _with_modal_verbs,
    _with_clause_parts,
    _with_persons,
    _with_objects,
    _with_prepositions,
    _with_noun_phrases,
    _with_nouns_described,
    _with_coordinated_subjects,
    _with_adjectives,
    _with_plans,
    _with_heads_right,
    _with_main_verb,
)
