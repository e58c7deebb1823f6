"""Find the words that make an act planned, possible, denied, habitual or mere background, and what they reach."""

from collections.abc import Callable, Iterator, Set
from dataclasses import replace

from dragoman.lexicon.cues import CueRow, Cues
from dragoman.model import Cue, Reading, Span, Tree
from dragoman.stages import slots
from dragoman.stages.times import timed_tokens

REPORTS = frozenset({"report", "claim", "allegation", "accusation", "suggestion", "rumour", "rumor", "statement"})
ASIDE = frozenset({"advcl", "acl:relcl", "parataxis", "advcl:relcl"})
PARTIES = frozenset({"nsubj", "nsubj:pass", "obj"})
OWN_TENSE = frozenset({"VBD", "VBZ", "VBP"})
ASKING = frozenset({"WP", "WP$", "WDT", "WRB"})


def cue_finder(cues: Cues, happen: Set[str]) -> Callable[[Reading], Reading]:
    """Build the stage that fills `cues`. `happen` are verbs that only say that their subject comes about.

    Needs trees and times; a sentence without one has no cues.
    """

    def find_cues(reading: Reading) -> Reading:
        timed = timed_tokens(reading)
        found = tuple(
            Cue(reading.tokens.span(i, i + 1), scope, row.kind, row.rule)
            for tree in reading.trees
            if tree is not None
            for i in range(tree.first, tree.last)
            if i not in timed
            for row in _rows(cues, tree.lemma(i), reading.tokens.lower[i])
            if _followed(row, reading.tokens.lower[i + 1] if i + 1 < tree.last else "")
            for scope in _scopes(reading, tree, i, row, happen)
        )
        return replace(reading, cues=found)

    return find_cues


def _rows(cues: Cues, lemma: str, lower: str) -> tuple[CueRow, ...]:
    """The rows of a word by its dictionary form and, where it differs, as written."""
    found = cues.by_word.get(lemma, ())
    return found if lower == lemma else (*found, *(row for row in cues.by_word.get(lower, ()) if row not in found))


def _followed(row: CueRow, word: str) -> bool:
    """Whether the next word is one that a row wants, and none that it shuns."""
    return word not in row.not_before and (not row.before or word in row.before)


def _scopes(reading: Reading, tree: Tree, i: int, row: CueRow, happen: Set[str]) -> Iterator[Span]:
    heads = REACH[row.reach](tree, i, row.form)
    told = [k for head in heads for k in _that_happens(tree, head, happen)]
    for head in dict.fromkeys((*heads, *told)):
        first, last = _core(tree, head)
        yield reading.tokens.span(first, last)


def _that_happens(tree: Tree, verb: int, happen: Set[str]) -> tuple[int, ...]:
    """The noun of which a verb only says that it comes about: the **talks** are to resume."""
    if tree.lemma(verb) not in happen or not slots.is_verb(tree, verb):
        return ()
    if any(tree.lemma(k) != "place" for k in tree.kids(verb, "obj")):
        return ()
    return slots.surface_subject(tree, verb)


def _auxiliary(tree: Tree, i: int, form: str) -> tuple[int, ...]:
    """will, may; if and without mark their clause."""
    if tree.dep(i) not in ("aux", "aux:pass", "cop", "mark", "case", "advmod") or not FORM[form](tree, i):
        return ()
    return (tree.head(i),)


def _adverb(tree: Tree, i: int, form: str) -> tuple[int, ...]:
    if tree.dep(i) not in ("advmod", "amod", "det", "neg", "acl", "cc:preconj", "cc") or not FORM[form](tree, i):
        return ()
    head = tree.head(i)
    return (head,) if head != i else ()


def _participant(tree: Tree, i: int, form: str) -> tuple[int, ...]:
    """**Neither** side, **no** soldiers, **nobody**: the verb of which it, or what it stands before, is a party."""
    party = tree.head(i) if tree.dep(i) in ("det", "cc:preconj", "neg") else i
    verb = tree.head(party)
    return (verb,) if tree.dep(party) in PARTIES and slots.is_verb(tree, verb) else ()


def _hearsay(tree: Tree, i: int, form: str) -> tuple[int, ...]:
    """What a report says that is rejected, or called false: its noun's clause, and what its "of" or "about" brings."""
    nouns = [k for k in _judged(tree, i) if _is_report(tree, k)] if FORM[form](tree, i) else []
    found = [k for noun in nouns for k in tree.kids(noun, "acl", "acl:relcl", "ccomp", "nmod") if k > noun]
    return tuple(k for k in found if tree.dep(k) != "nmod" or slots.case_words(tree, k) & {"of", "about", "on"})


def _judged(tree: Tree, i: int) -> tuple[int, ...]:
    """What a verb has as its object or behind "at", what an adjective is said of or stands before."""
    if tree.tag(i)[:1] == "V" and tree.dep(i) != "amod":
        return (*slots.object_(tree, i), *slots.with_case(tree, i, {"at"}))
    return (tree.head(i),) if tree.dep(i) in ("amod", "compound") else tree.kids(i, "nsubj")


def _gerund(tree: Tree, i: int, form: str) -> tuple[int, ...]:
    """Thinking about **recognising**, short of **condemning**, plan on **meeting**."""
    below = tree.kids(i, "advcl", "ccomp", "xcomp", "obl", "acl") if FORM[form](tree, i) else ()
    return tuple(k for k in below if k > i and tree.tag(k) == "VBG")


def _clause(tree: Tree, i: int, form: str) -> tuple[int, ...]:
    """It is **possible** that soldiers killed them: the clause of which an adjective is said."""
    return tree.kids(i, "csubj", "csubj:pass", "ccomp") if FORM[form](tree, i) else ()


def _has_result(tree: Tree, i: int) -> bool:
    """Whether a passive only says what became of something: were set **free**."""
    passive = tree.tag(i)[:1] == "V" and slots.is_passive(tree, i)
    return passive and any(tree.tag(k) == "JJ" and k == i + 1 and not tree.kids(k) for k in tree.kids(i, "xcomp"))


def _governor(tree: Tree, i: int, form: str) -> tuple[int, ...]:
    if not FORM[form](tree, i) or _has_result(tree, i):
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


def _reported(tree: Tree, verb: int) -> bool:
    """Whether a clause tells what was said or agreed in the past, and hangs on no condition: said that they would."""
    above = tree.head(verb)
    told = tree.dep(verb) == "ccomp" and tree.tag(above) in ("VBD", "VBN")
    return told and not any(tree.lemma(k) == "if" for clause in tree.kids(verb, "advcl") for k in tree.kids(clause))


FORM: dict[str, Callable[[Tree, int], bool]] = {
    "any": lambda tree, i: True,
    "passive": lambda tree, i: tree.tag(i) in ("VBN", "VBD", "JJ") and slots.is_passive(tree, i),
    "active": lambda tree, i: tree.tag(i)[:1] == "V" and not slots.is_passive(tree, i),
    "noun": lambda tree, i: tree.tag(i)[:1] == "N",
    "adjective": lambda tree, i: tree.tag(i)[:1] in "JR" or tree.tag(i) == "VBN",
    "verb": lambda tree, i: tree.tag(i)[:1] == "V",
    "infinitive": lambda tree, i: any(tree.tag(k) == "TO" and k > i for k in tree.kids(tree.head(i))),
    "progressive": lambda tree, i: tree.tag(i) == "VBG" and bool(tree.kids(i, "aux")),
    "reported": lambda tree, i: _reported(tree, tree.head(i)),
    "unreported": lambda tree, i: not _reported(tree, tree.head(i)),
}  # what a cue word must itself be

REACH: dict[str, Callable[[Tree, int, str], tuple[int, ...]]] = {
    "auxiliary": _auxiliary,
    "adverb": _adverb,
    "governor": _governor,
    "topic": _topic,
    "adjunct": _adjunct,
    "participant": _participant,
    "hearsay": _hearsay,
    "gerund": _gerund,
    "clause": _clause,
}


def _core(tree: Tree, head: int) -> tuple[int, int]:
    """The words of a clause or noun without the clauses behind it that stand aside (after …, which …, and then …)."""
    first, last = tree.subtree(head)
    if slots.is_verb(tree, head):
        first = min(
            [head, *(k for k in tree.kids(head, "aux", "aux:pass", "advmod", "obj", "xcomp", "ccomp") if k < head)]
        )
    for kid in tree.kids(head):
        low, _ = tree.subtree(kid)
        if head < low < last and _aside(tree, head, kid):
            last = low
    return first, max(min(last, _before_relative(tree, head, last)), head + 1)


def _aside(tree: Tree, head: int, kid: int) -> bool:
    """Whether a part of a clause has a truth of its own; what it is done for has none."""
    dep = tree.dep(kid)
    if tree.tag(kid) in ASKING and tree.kids(kid, "advcl", "acl", "acl:relcl"):
        return True
    if dep == "conj":
        return bool(tree.kids(kid, "nsubj", "nsubj:pass", "aux")) or _tense_again(tree, head, kid)
    if dep == "ccomp":
        return any(tree.tag(k) in ASKING for k in tree.kids(kid))  # did not say **who** had bombed the depot
    purpose = dep == "advcl" and tree.tag(kid) == "VB" and any(tree.tag(k) == "TO" for k in tree.kids(kid))
    return dep in ASIDE and not purpose and not _is_report(tree, head)


def _is_report(tree: Tree, i: int) -> bool:
    return tree.lemma(i) in REPORTS and not slots.is_verb(tree, i)


def _tense_again(tree: Tree, head: int, kid: int) -> bool:
    """Did not wait **and shelled** the posts: the helper of the first verb is none of the second."""
    return tree.tag(head) in ("VB", "VBG") and bool(tree.kids(head, "aux")) and tree.tag(kid) in OWN_TENSE


def _before_relative(tree: Tree, head: int, last: int) -> int:
    """Where the clause that ends a scope and only describes one of its nouns begins: the missiles **with which** …"""
    if _is_report(tree, head):
        return last
    for noun in tree.kids(head, "obj", "obl", "nsubj:pass"):
        for clause in tree.kids(noun, "acl:relcl"):
            low, high = tree.subtree(clause)
            if low > head and high >= last - 1:
                return low
    return last
