"""Find the words that make an act planned, possible, denied, habitual or mere background, and what they reach."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from dragoman.lexicon.cues import CueRow, Cues
from dragoman.model import Cue, Reading, Span, Tree
from dragoman.stages import slots
from dragoman.stages.times import timed_tokens

REPORTS = frozenset({"report", "claim", "allegation", "accusation", "suggestion", "rumour", "rumor", "statement"})
ASIDE = frozenset({"advcl", "acl:relcl", "parataxis", "advcl:relcl"})


def cue_finder(cues: Cues) -> Callable[[Reading], Reading]:
    """Build the stage that fills `cues`. Needs trees and times; a sentence without one has no cues."""

    def find_cues(reading: Reading) -> Reading:
        timed = timed_tokens(reading)
        found = tuple(
            Cue(reading.tokens.span(i, i + 1), scope, row.kind, row.rule)
            for tree in reading.trees
            if tree is not None
            for i in range(tree.first, tree.last)
            if i not in timed
            for row in _rows(cues, tree.lemma(i), reading.tokens.lower[i])
            for scope in _scopes(reading, tree, i, row)
        )
        return replace(reading, cues=found)

    return find_cues


def _rows(cues: Cues, lemma: str, lower: str) -> tuple[CueRow, ...]:
    """The rows of a word by its dictionary form and, where it differs, as written."""
    found = cues.by_word.get(lemma, ())
    return found if lower == lemma else (*found, *(row for row in cues.by_word.get(lower, ()) if row not in found))


def _scopes(reading: Reading, tree: Tree, i: int, row: CueRow) -> Iterator[Span]:
    heads = REACH[row.reach](tree, i, row.form)
    for head in heads:
        first, last = _core(tree, head)
        yield reading.tokens.span(first, last)


def _auxiliary(tree: Tree, i: int, form: str) -> tuple[int, ...]:
    """will, may; if and without mark their clause."""
    if tree.dep(i) not in ("aux", "aux:pass", "cop", "mark", "case", "advmod") or not FORM[form](tree, i):
        return ()
    return (tree.head(i),)


def _adverb(tree: Tree, i: int, form: str) -> tuple[int, ...]:
    if tree.dep(i) not in ("advmod", "amod", "det", "neg", "acl", "cc:preconj", "cc"):
        return ()
    head = tree.head(i)
    return (head,) if head != i else ()


def _governor(tree: Tree, i: int, form: str) -> tuple[int, ...]:
    if not FORM[form](tree, i):
        return ()
    found = list(slots.complements(tree, i))
    if tree.tag(i)[:1] == "V":
        found += slots.object_(tree, i) if not slots.is_passive(tree, i) or form == "passive" else ()
        found += [k for k in tree.kids(i, "advcl") if tree.tag(k) == "VB"] if slots.is_passive(tree, i) else []
    if tree.tag(i)[:1] == "J":
        found += [tree.head(i)] if tree.dep(i) in ("mark", "advmod") and tree.tag(tree.head(i)) == "VB" else []
        found += [k for k in tree.kids(i, "advcl", "ccomp") if tree.tag(k) == "VB"]
    if tree.tag(i)[:1] == "N":
        found += [k for k in tree.kids(i, "nmod", "obl") if slots.case_words(tree, k) & {"of", "for", "that"}]
        found += list(tree.kids(i, "ccomp", "acl"))
        beside = tree.kids(tree.head(i), "advcl") if tree.dep(i) == "obj" else ()
        found += [k for k in beside if k > i and tree.tag(k) == "VBG"]  # sees importance in bolstering
    return tuple(dict.fromkeys(found))


def _topic(tree: Tree, i: int, form: str) -> tuple[int, ...]:
    """What a verb is about: its object and what "about" or "on" brings."""
    if not FORM[form](tree, i):
        return ()
    about = tuple(k for k in tree.kids(i, "obl") if slots.case_words(tree, k) & {"about", "on", "of"})
    return (*tree.kids(i, "obj", "nsubj:pass"), *about)


def _adjunct(tree: Tree, i: int, form: str) -> tuple[int, ...]:
    """At the **request** of: the noun itself, where "at" or "on" ties it to what was done."""
    return (i,) if tree.dep(i) in ("obl", "nmod") and slots.case_words(tree, i) & {"at", "on", "upon"} else ()


FORM: dict[str, Callable[[Tree, int], bool]] = {
    "any": lambda tree, i: True,
    "passive": lambda tree, i: tree.tag(i) in ("VBN", "VBD", "JJ") and slots.is_passive(tree, i),
    "active": lambda tree, i: tree.tag(i)[:1] == "V" and not slots.is_passive(tree, i),
    "noun": lambda tree, i: tree.tag(i)[:1] == "N",
    "adjective": lambda tree, i: tree.tag(i)[:1] in "JR" or tree.tag(i) == "VBN",
    "verb": lambda tree, i: tree.tag(i)[:1] == "V",
    "infinitive": lambda tree, i: any(tree.tag(k) == "TO" and k > i for k in tree.kids(tree.head(i))),
    "progressive": lambda tree, i: tree.tag(i) == "VBG" and bool(tree.kids(i, "aux")),
}  # what a cue word must itself be

REACH: dict[str, Callable[[Tree, int, str], tuple[int, ...]]] = {
    "auxiliary": _auxiliary,
    "adverb": _adverb,
    "governor": _governor,
    "topic": _topic,
    "adjunct": _adjunct,
}


def _core(tree: Tree, head: int) -> tuple[int, int]:
    """The words of a clause or noun without the clauses that stand aside behind it (after …, which …)."""
    first, last = tree.subtree(head)
    if slots.is_verb(tree, head):
        first = min(
            [head, *(k for k in tree.kids(head, "aux", "aux:pass", "advmod", "obj", "xcomp", "ccomp") if k < head)]
        )
    for kid in tree.kids(head):
        low, _ = tree.subtree(kid)
        aside = (tree.dep(kid) in ASIDE and tree.lemma(head) not in REPORTS) or (
            tree.dep(kid) == "conj" and tree.kids(kid, "nsubj", "nsubj:pass", "aux")
        )
        if aside and head < low < last:
            last = low
    return first, max(last, head + 1)
