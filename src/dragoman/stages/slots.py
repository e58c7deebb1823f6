"""Where the parties of a verb or noun stand in a dependency tree. Pure functions: a token in, tokens out."""

from collections.abc import Set

from dragoman.model import Tree

SUBJECTS = ("nsubj", "nsubj:outer")
RELATIVE = frozenset({"WDT", "WP", "WP$"})
COMPLEMENTS = ("xcomp", "ccomp")
BARE_CLAUSES = frozenset({"advcl", "xcomp", "parataxis", "advcl:relcl"})
OBJECT_CONTROL = frozenset(
    {
        "advise",
        "allow",
        "appeal",
        "ask",
        "authorise",
        "authorize",
        "beg",
        "call",
        "cause",
        "compel",
        "convince",
        "demand",
        "direct",
        "enable",
        "encourage",
        "expect",
        "force",
        "have",
        "help",
        "instruct",
        "invite",
        "lead",
        "let",
        "make",
        "oblige",
        "order",
        "permit",
        "persuade",
        "press",
        "pressure",
        "prompt",
        "push",
        "request",
        "require",
        "see",
        "tell",
        "urge",
        "want",
        "warn",
    }
)  # verbs whose object does what their infinitive says
ROUNDS = frozenset({"round", "series", "wave", "number", "string", "spate", "set", "campaign", "dozen", "barrage"})
DOCUMENTS = frozenset(
    {
        "report",
        "resolution",
        "statement",
        "letter",
        "tweet",
        "post",
        "declaration",
        "communique",
        "speech",
        "note",
        "message",
        "decree",
        "law",
        "bill",
        "motion",
        "petition",
        "complaint",
        "lawsuit",
        "memorandum",
        "agreement",
        "deal",
    }
)  # what a document says, whoever issues it says: parliament passed a resolution **condemning** the raid
HELPING = frozenset({"assist", "help", "aid", "support"})
ENGAGED = frozenset({"engage", "involve", "embroil", "lock"})  # whoever is engaged in a fight fights
DEEPEST = 6


def is_verb(tree: Tree, i: int) -> bool:
    """A verb by its tag, or a root with a subject whatever the tagger thought."""
    return tree.tag(i)[:1] == "V" or (
        tree.head(i) == i and bool(tree.kids(i, "nsubj", "nsubj:pass")) and not tree.kids(i, "cop")
    )


def is_passive(tree: Tree, v: int) -> bool:
    """Whether a verb stands in the passive; a participle behind its noun counts."""
    if tree.kids(v, "aux:pass", "nsubj:pass", "csubj:pass"):
        return True
    if tree.tag(v) not in ("VBN", "VBD"):
        return False
    if tree.kids(v, "aux", *SUBJECTS):
        return False
    if tree.dep(v) in ("acl", "amod"):
        return not tree.kids(v, "obj")
    if tree.dep(v) == "conj" and is_verb(tree, tree.head(v)):
        return tree.tag(v) == "VBN" and is_passive(tree, tree.head(v)) and not tree.kids(v, "obj")
    return tree.tag(v) == "VBN" and bool(tree.kids(v, "obl:agent")) and not tree.kids(v, "obj")


def antecedent(tree: Tree, i: int) -> int:
    """The noun that a relative pronoun takes up, else the token itself."""
    if tree.tag(i) not in RELATIVE and tree.lemma(i) != "that":
        return i
    for above in tree.ancestors(i):
        if tree.dep(above) == "acl:relcl":
            return tree.head(above)
    return i


def subject(tree: Tree, v: int, depth: int = 0) -> tuple[int, ...]:
    """Who does it: the subject, the agent of a passive, or the subject carried over from the clause above."""
    if depth > DEEPEST:
        return ()
    if is_passive(tree, v):
        return tree.kids(v, "obl:agent") or with_case(tree, v, {"by"})
    own = tree.kids(v, *SUBJECTS) or _misplaced(tree, v)
    if own:
        return tuple(antecedent(tree, i) for i in own)
    return _carried(tree, v, depth)


def _misplaced(tree: Tree, v: int) -> tuple[int, ...]:
    """The subject hung on a participle before its verb: **forces** stationed in Syria shot down a drone."""
    if tree.tag(v) not in ("VBD", "VBZ", "VBP") or tree.dep(v) == "conj":
        return ()
    return next((tree.kids(k, *SUBJECTS) for k in tree.kids(v, "advcl") if k < v and tree.tag(k) == "VBN"), ())


def _carried(tree: Tree, v: int, depth: int) -> tuple[int, ...]:
    dep, head = tree.dep(v), tree.head(v)
    if head == v:
        return ()
    if dep == "conj":
        return surface_subject(tree, head, depth + 1) if is_verb(tree, head) else ()
    if dep == "xcomp" and tree.lemma(head) in OBJECT_CONTROL and (controller := object_(tree, head)):
        return controller
    helped = dep == "advcl" and tree.tag(v) == "VBG" and tree.lemma(head) in HELPING
    if helped and (controller := object_(tree, head)):
        return controller  # assist Syria in defending itself
    if dep in BARE_CLAUSES:
        return surface_subject(tree, head, depth + 1)
    if dep in ("acl", "acl:relcl"):
        if tree.tag(v) == "VBG" and tree.lemma(head) in DOCUMENTS:
            return _of_noun(tree, head, depth) or (head,)
        if tree.tag(v) == "VB" and tree.tag(head)[:1] == "N":
            return (head,) if _controlled(tree, head) else _of_noun(tree, head, depth)
        return (head,)
    return ()


def _controlled(tree: Tree, noun: int) -> bool:
    """Whether a noun is the object of a verb like ask: asked **the coalition** to withdraw."""
    return tree.dep(noun) in ("obj", "iobj") and tree.lemma(tree.head(noun)) in OBJECT_CONTROL


def _of_noun(tree: Tree, noun: int, depth: int) -> tuple[int, ...]:
    """Who has the plan, when the clause completes a noun: **Iran**'s willingness to help, **he** showed readiness."""
    owner = tree.kids(noun, "nmod:poss") or with_case(tree, noun, {"by"})  # a plan **by Boko Haram** to seize
    if owner:
        return owner
    head = tree.head(noun)
    if tree.dep(noun) == "nmod" and depth < DEEPEST:
        return _of_noun(tree, head, depth + 1)  # Tehran's use of flights to deliver arms
    return surface_subject(tree, head, depth + 1) if is_verb(tree, head) and head != noun else ()


def surface_subject(tree: Tree, v: int, depth: int = 0) -> tuple[int, ...]:
    """The grammatical subject: of a passive, the one it is done to."""
    if depth > DEEPEST:
        return ()
    own = tree.kids(v, *SUBJECTS, "nsubj:pass")
    if own:
        return tuple(antecedent(tree, i) for i in own)
    return _carried(tree, v, depth)


def object_(tree: Tree, v: int) -> tuple[int, ...]:
    """To whom or what it is done: the object, the subject of a passive, the noun before a participle or a gap."""
    if is_passive(tree, v):
        second = tree.kids(v, "obj")
        if second and tree.kids(v, "nsubj:pass"):
            return second  # the officers were granted **asylum**
        own = tree.kids(v, "nsubj:pass")
        if own:
            return tuple(antecedent(tree, i) for i in own)
        if tree.dep(v) in ("acl", "acl:relcl"):
            return (tree.head(v),)
        if tree.dep(v) == "amod":
            return (tree.head(v),)
        return surface_subject(tree, tree.head(v)) if tree.dep(v) in ("conj", "xcomp", "advcl") else ()
    own = tree.kids(v, "obj") or tree.kids(v, "iobj")
    if own:
        return tuple(antecedent(tree, i) for i in own)
    if (
        tree.dep(v) == "acl:relcl"
        and (subjects := tree.kids(v, *SUBJECTS))
        and tree.head(v) not in [antecedent(tree, s) for s in subjects]
    ):
        return (tree.head(v),)
    if tree.dep(v) == "conj" and is_verb(tree, tree.head(v)) and not tree.kids(v, "obl", "xcomp", "ccomp"):
        return tree.kids(v, "obj")
    later = [k for k in tree.kids(v, "conj") if is_verb(tree, k)]
    if later and not tree.kids(v, "obl", "xcomp", "ccomp"):
        return object_(tree, later[0]) if len(later) == 1 else ()
    return ()


def indirect(tree: Tree, v: int) -> tuple[int, ...]:
    """To whom it is given: the indirect object, the first of two, or a passive's subject beside an object."""
    objects = tree.kids(v, "obj")
    if is_passive(tree, v) and objects:
        return tree.kids(v, "nsubj:pass")
    return tree.kids(v, "iobj") if objects and tree.kids(v, "iobj") else objects[:-1]


def case_words(tree: Tree, i: int) -> frozenset[str]:
    """The prepositions of a noun, in lower case."""
    return frozenset(tree.lemma(k) for k in tree.kids(i, "case", "mark"))


def with_case(tree: Tree, i: int, words: Set[str]) -> tuple[int, ...]:
    """Nouns below a token that one of the prepositions introduces, coordinated ones under their first."""
    return tuple(
        k
        for k in tree.kids(i, "obl", "nmod", "obl:agent", "advcl", "acl")
        if case_words(tree, k) & words and (tree.tag(k)[:1] in "NPCDJ$" or tree.tag(k) == "VBG")
    )


def prepositional(tree: Tree, i: int, word: str) -> tuple[int, ...]:
    """The objects of a preposition at a verb or noun, else those a little further off."""
    if word not in tree.lemmas:
        return ()  # most prepositions that frames name are not in a sentence at all
    return with_case(tree, i, {word}) or beside(tree, i, word)


def beside(tree: Tree, i: int, word: str) -> tuple[int, ...]:
    """Objects of a preposition that hangs not on the word itself but on one beside it, as a small parser often has it.

    At a verb: on its object, its subject, another adjunct, or a verb tied to it. At a noun: on one that completes it,
    or on a word above it although it follows the noun at once (the visit of the minister **to Damascus**).
    """
    if is_verb(tree, i):
        nouns = tree.kids(i, "obj", "nsubj:pass", "obl", "nsubj")
        counted = tuple(k for noun in nouns for k in with_case(tree, noun, {"of"}))  # containers of arms **to Russia**
        found = tuple(k for noun in (*nouns, *counted) for k in with_case(tree, noun, {word}))
        beside_it = tree.kids(i, "xcomp") if nouns else tree.kids(i, "conj", "xcomp")
        return found or tuple(k for verb in beside_it if is_verb(tree, verb) for k in with_case(tree, verb, {word}))
    found = tuple(k for kid in tree.kids(i, "nmod") for k in with_case(tree, kid, {word}))
    return found or _following(tree, i, word)


def _following(tree: Tree, noun: int, word: str) -> tuple[int, ...]:
    end = tree.subtree(noun)[1]
    if end >= tree.last or tree.lemma(end) != word or tree.dep(end) != "case":
        return ()
    return (tree.head(end),) if tree.head(tree.head(end)) in tree.ancestors(noun) else ()


def complements(tree: Tree, i: int) -> tuple[int, ...]:
    """The heads of the clauses that complete a verb or noun."""
    found = tree.kids(i, *COMPLEMENTS)
    if tree.lemma(i) in OBJECT_CONTROL:
        found += tuple(k for noun in tree.kids(i, "obj", "iobj") for k in tree.kids(noun, "acl") if tree.tag(k) == "VB")
    if tree.tag(i)[:1] == "N":
        found += tuple(k for k in tree.kids(i, "acl") if tree.tag(k) in ("VB", "VBG"))
    if tree.tag(i)[:1] == "J":
        found += tuple(k for k in tree.kids(i, "advcl") if tree.tag(k) in ("VB", "VBG"))
    return found or tuple(k for k in tree.kids(i, "advcl") if k > i and _infinitive(tree, k))


def modals(tree: Tree, i: int) -> tuple[int, ...]:
    """The auxiliaries of the clauses that complete a word: suggested that they **may have** left."""
    return tuple(k for clause in complements(tree, i) for k in tree.kids(clause, "aux", "cop"))


def _infinitive(tree: Tree, i: int) -> bool:
    """An infinitive without a subject of its own: agreed in principle **to provide** aid."""
    return tree.tag(i) == "VB" and any(tree.tag(k) == "TO" for k in tree.kids(i)) and not tree.kids(i, *SUBJECTS)


def clause_subject(tree: Tree, i: int) -> tuple[int, ...]:
    """The subject of the clause that completes a token: demanded that **Israel** stop; asked **Iran** to stop."""
    for clause in complements(tree, i):
        own = tree.kids(clause, *SUBJECTS, "nsubj:pass") or ((tree.head(clause),) if tree.dep(clause) == "acl" else ())
        if own:
            return tuple(antecedent(tree, k) for k in own if k != i)
    return ()


def governor(tree: Tree, noun: int, light: Set[str], depth: int = 0) -> int | None:
    """The light verb that lends its subject to a noun: **held** talks, **engaged** in talks, talks **were held**."""
    head = tree.head(noun)
    counted = tree.lemma(head) in ROUNDS or tree.kids(head, "nummod")  # 400 tonnes of aid
    of_many = tree.dep(noun) == "nmod" and counted and "of" in case_words(tree, noun)
    if (of_many or tree.dep(noun) == "conj") and depth < DEEPEST:
        return governor(tree, head, light, depth + 1)
    if head == noun or not is_verb(tree, head) or tree.lemma(head) not in light:
        return None
    return head if tree.dep(noun) in ("obj", "nsubj:pass", "obl", "nsubj") else None
