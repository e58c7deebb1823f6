"""Score predicted trees and entities against gold ones; every function is pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from model.corpus import Tree, entity_spans

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


@dataclass(frozen=True)
class Clause:
    """The skeleton of a clause: indices of verb, first subject, object and agent (-1: none), and its voice."""

    verb: int
    subject: int
    object: int
    agent: int
    passive: bool


def _first(children: Iterable[tuple[int, str]], labels: frozenset[str]) -> int:
    return next((child for child, label in children if label in labels), -1)


def clause_at(tree: Tree, verb: int) -> Clause:
    """Return the skeleton of the clause that the word heads."""
    children = [(child, tree.deps[child]) for child, head in enumerate(tree.heads) if head == verb and child != verb]
    return Clause(
        verb=verb,
        subject=_first(children, _SUBJECTS),
        object=_first(children, frozenset({"obj"})),
        agent=_first(children, frozenset({"obl:agent"})),
        passive=any(label in {"nsubj:pass", "aux:pass"} for _, label in children),
    )


def clauses(tree: Tree) -> list[Clause]:
    """Return the clauses that count: those of a word of class VERB with a subject of its own (nsubj or nsubj:pass).

    PUD news has 693 of them. Clauses whose subject is shared (xcomp, coordination) or missing do not count.
    """
    found = [clause_at(tree, index) for index, upos in enumerate(tree.upos) if upos == "VERB"]
    return [clause for clause in found if clause.subject >= 0]


def is_verb(tree: Tree, index: int) -> bool:
    """Tell whether a predicted word counts as a verb: a verb's PTB tag, or the root of the sentence with a subject."""
    return tree.tags[index].startswith("VB") or tree.heads[index] == index


def clause_counts(gold: Sequence[Tree], guess: Sequence[Tree]) -> tuple[int, int]:
    """Return how many gold clauses are right, and how many there are.

    A clause is right if its verb is predicted as a verb, and the predicted tree gives that verb the same first subject
    head, the same first object head (or none), the same agent head (or none) and the same voice.
    """
    pairs = [(clause, tree) for whole, tree in zip(gold, guess, strict=True) for clause in clauses(whole)]
    right = sum(is_verb(tree, clause.verb) and clause_at(tree, clause.verb) == clause for clause, tree in pairs)
    return right, len(pairs)


@dataclass(frozen=True)
class TreeScores:
    """Shares from 0 to 1: head and label, head, PTB tag (all without punctuation) and clauses; `clauses` is a count."""

    las: float
    uas: float
    tags: float
    clause_right: float
    clauses: int


def score_trees(gold: Sequence[Tree], guess: Sequence[Tree]) -> TreeScores:
    """Compare predicted trees with gold ones over the same words, by cut labels; punctuation does not count."""
    rows = [
        (a.heads[i] == b.heads[i], a.deps[i] == b.deps[i], a.tags[i] == b.tags[i])
        for a, b in zip(gold, guess, strict=True)
        for i in range(len(a.words))
        if a.deps[i] != "punct"
    ]
    right, total = clause_counts(gold, guess)
    size = max(1, len(rows))
    return TreeScores(
        las=sum(head and dep for head, dep, _ in rows) / size,
        uas=sum(head for head, _, _ in rows) / size,
        tags=sum(tag for _, _, tag in rows) / size,
        clause_right=right / max(1, total),
        clauses=total,
    )


def f_score(gold: Sequence[Sequence[str]], guess: Sequence[Sequence[str]], typed: bool = True) -> float:
    """Return the F1 (0 to 1) of exact entity spans in BIO tags, with or without their types."""
    wanted, found = _marks(gold, typed), _marks(guess, typed)
    right = len(wanted & found)
    return 2 * right / (len(wanted) + len(found)) if wanted or found else 1.0


def _marks(sentences: Sequence[Sequence[str]], typed: bool) -> set[tuple[int, int, int, str]]:
    return {
        (number, start, end, kind if typed else "")
        for number, tags in enumerate(sentences)
        for start, end, kind in entity_spans(tags)
    }
