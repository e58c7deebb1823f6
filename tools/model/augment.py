"""Vary training sentences: quotes, case, headlines, foreign names, news-like subjects and trailing attribution."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from model.corpus import Tagged, Tree, entity_spans
from model.grow import (
    PHRASES,
    assemble,
    body_words,
    capitalised,
    person_words,
    phrase,
    place_words,
    root_of,
    sentence,
    without,
    word,
)
from model.names import DEMONYMS, GIVEN, PLACES, SURNAMES
from model.words import ADJECTIVES_OF_NEWS, INTRANSITIVE, NOUNS_OF_NEWS, TRANSITIVE, inflect, plural

S = TypeVar("S", Tree, Tagged)

_SUBJECT_PRONOUNS = frozenset({"i", "we", "he", "she", "they"})
_ARTICLES = frozenset({"a", "an", "the"})
_SPEAKERS = ("officials", "sources", "analysts", "authorities", "witnesses", "police", "he", "she", "they")
_SAYING = (
    ("said", "VBD"),
    ("said", "VBD"),
    ("says", "VBZ"),
    ("reported", "VBD"),
    ("announced", "VBD"),
    ("claimed", "VBD"),
    ("say", "VBP"),
)
_PLACE_STARTS: tuple[list[str], ...] = ([], [], [], [], ["Port"], ["Al", "-"], ["New"], ["Mount"], ["Lake"], ["North"])
_BODY_ENDS = (
    "Party",
    "Front",
    "Liberation Front",
    "National Army",
    "News Agency",
    "News",
    "Institute",
    "University",
    "Council",
    "Movement",
    "Brigades",
    "Bank",
    "Group",
    "Corporation",
    "Foreign Ministry",
    "Air Force",
    "Times",
    "Foundation",
    "Ministry of Defense",
    "Federation",
    "Democratic Party",
    "Oil Company",
    "Airlines",
)
_FIXING = frozenset({"compound:prt", "ccomp", "xcomp", "iobj", "expl", "csubj", "fixed"})
_OPEN_PLACES = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "conj", "compound", "appos"})
_LONGEST = 55
_TITLE_CASED = ("NN", "JJ", "VB", "RB", "PRP")


@dataclass(frozen=True)
class Rates:
    """Share of sentences that each change is made to (0 to 1); `grown` is relative to the size of the corpus."""

    quotes: float = 0.5
    lower: float = 0.05
    title: float = 0.02
    headline: float = 0.05
    subject: float = 0.3
    reword: float = 0.35
    attribution: float = 0.06
    coupling: float = 0.06
    grown: float = 0.04
    names: float = 0.65
    name: float = 0.5


def curly(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words with typographic quotes and apostrophes; double quotes open and close in turn."""
    result, opening = [], True
    for form in words:
        if form in {'"', "``", "''"}:
            result.append("“" if opening else "”")
            opening = not opening
        else:
            result.append(form.replace("'", "’"))
    return tuple(result)


def respell(item: S, rng: random.Random, rates: Rates) -> S:
    """Return the sentence with curly quotes and in lower case, each by chance."""
    words = curly(item.words) if rng.random() < rates.quotes else item.words
    if rng.random() < rates.lower:
        words = tuple(form.lower() for form in words)
    return replace(item, words=words)


def headline(tree: Tree, rng: random.Random) -> Tree:
    """Return the tree as a headline: no articles, no final stop, often no passive auxiliary, at times title case."""
    bare = rng.random() < 0.5
    last = len(tree.words) - 1

    def unwanted(tree: Tree, index: int) -> bool:
        article = tree.deps[index] == "det" and tree.words[index].lower() in _ARTICLES
        auxiliary = (
            bare and tree.deps[index] == "aux:pass" and tree.words[index].lower() in {"was", "were", "is", "are"}
        )
        return article or auxiliary or (index == last and tree.words[index] == ".")

    short = capitalised(without(tree, unwanted))
    return title_case(short) if rng.random() < 0.3 else short


def title_case(tree: Tree) -> Tree:
    """Return the tree with its content words in title case; the tags stay."""
    rows = zip(tree.words, tree.tags, strict=True)
    words = (form[:1].upper() + form[1:] if tag.startswith(_TITLE_CASED) else form for form, tag in rows)
    return replace(tree, words=tuple(words))


def graft(tree: Tree, index: int, branch: Tree) -> Tree:
    """Return the tree with the leaf at `index` replaced by a phrase that takes over its head and label."""
    size = len(branch.words)
    joint = index + root_of(branch)
    if index == 0:
        branch = capitalised(branch)

    def moved(head: int) -> int:
        return joint if head == index else head if head < index else head + size - 1

    own = [moved(tree.heads[index]) if head + index == joint else head + index for head in branch.heads]
    deps = [tree.deps[index] if place + index == joint else dep for place, dep in enumerate(branch.deps)]
    return replace(
        tree,
        words=(*tree.words[:index], *branch.words, *tree.words[index + 1 :]),
        tags=(*tree.tags[:index], *branch.tags, *tree.tags[index + 1 :]),
        upos=(*tree.upos[:index], *branch.upos, *tree.upos[index + 1 :]),
        heads=(*map(moved, tree.heads[:index]), *own, *map(moved, tree.heads[index + 1 :])),
        deps=(*tree.deps[:index], *deps, *tree.deps[index + 1 :]),
        ents=(),
    )


def pronoun_subjects(tree: Tree) -> list[int]:
    """Return the indices of personal pronouns that are subjects of verbs and have no dependents."""
    parents = set(tree.heads)
    return [
        index
        for index, (form, dep, head) in enumerate(zip(tree.words, tree.deps, tree.heads, strict=True))
        if dep.startswith("nsubj")
        and form.lower() in _SUBJECT_PRONOUNS
        and index not in parents
        and tree.upos[head] == "VERB"
    ]


def new_subject(tree: Tree, rng: random.Random, pool: Sequence[Tree]) -> Tree:
    """Return the tree with one pronoun subject replaced by a phrase, grown or taken from the pool."""
    places = pronoun_subjects(tree)
    if not places:
        return tree
    branch = rng.choice(pool) if pool and rng.random() < 0.5 else phrase(rng, PHRASES)
    return graft(tree, rng.choice(places), branch)


def subtree(tree: Tree, index: int) -> list[int]:
    """Return the indices of the word and of all words below it, in order."""
    below = {index}
    grown = True
    while grown:
        more = {child for child, head in enumerate(tree.heads) if head in below} - below
        below |= more
        grown = bool(more)
    return sorted(below)


def cut_out(tree: Tree, places: Sequence[int], root: int) -> Tree:
    """Return the contiguous words at `places` as a tree of its own."""
    first = places[0]
    return Tree(
        words=tuple(tree.words[index] for index in places),
        tags=tuple(tree.tags[index] for index in places),
        upos=tuple(tree.upos[index] for index in places),
        heads=tuple(index - first if index == root else tree.heads[index] - first for index in places),
        deps=tuple("root" if index == root else tree.deps[index] for index in places),
    )


def harvest(trees: Sequence[Tree], longest: int = 8) -> list[Tree]:
    """Return the noun phrases of 2 to `longest` words that are subjects in the trees."""
    found = []
    for tree in trees:
        for index, dep in enumerate(tree.deps):
            if dep in {"nsubj", "nsubj:pass"} and tree.tags[index] in {"NN", "NNS", "NNP"}:
                places = subtree(tree, index)
                plain = not any(tree.tags[place].startswith(("W", "PRP")) for place in places)
                if plain and 2 <= len(places) <= longest and places[-1] - places[0] == len(places) - 1:
                    found.append(cut_out(tree, places, index))
    return found


def statement(tree: Tree) -> Tree | None:
    """Return the tree without its final stop if it is a statement with a verb as its root, else nothing."""
    last = len(tree.words) - 1
    if tree.words[-1] != "." or tree.heads[-1] == last or tree.upos[root_of(tree)] != "VERB":
        return None
    body = without(tree, lambda _, index: index == last)
    return replace(body, ents=("O",) * len(body.words))


def uncapitalised(tree: Tree) -> Tree:
    """Return the tree with its first letter in lower case unless the word is a name or I."""
    keep = tree.tags[0].startswith("NNP") or tree.words[0] == "I"
    return tree if keep else replace(tree, words=(tree.words[0].lower(), *tree.words[1:]))


def attribute(tree: Tree, rng: random.Random) -> Tree:
    """Return a statement with `, NP said` after it or `NP said that` before it: the verb of saying becomes the root."""
    body = statement(tree)
    if body is None:
        return tree
    speaker = word(rng.choice(_SPEAKERS), "NNS") if rng.random() < 0.4 else phrase(rng, PHRASES)
    verb = word(*rng.choice(_SAYING))
    stop, comma = word(".", "."), word(",", ",")
    way = rng.random()
    if way < 0.4:
        that = [(word("that", "IN"), "mark", 3)] if rng.random() < 0.6 else []
        parts = [(speaker, "nsubj", 1), (verb, "root", 1), *that, (uncapitalised(body), "ccomp", 1), (stop, "punct", 1)]
        return capitalised(replace(assemble(parts), ents=()))
    if way < 0.85 or len(speaker.words) == 1:
        parts = [(body, "ccomp", 3), (comma, "punct", 3), (speaker, "nsubj", 3), (verb, "root", 3), (stop, "punct", 3)]
    else:
        parts = [(body, "ccomp", 2), (comma, "punct", 2), (verb, "root", 2), (speaker, "nsubj", 2), (stop, "punct", 2)]
    return replace(assemble(parts), ents=())


def couple(tree: Tree, other: Tree, rng: random.Random) -> Tree:
    """Return two statements as one longer sentence: coordinated, joined by a semicolon, or the second under `while`."""
    first, second = statement(tree), statement(other)
    if first is None or second is None or len(first.words) + len(second.words) > _LONGEST:
        return tree
    label, link = rng.choice(
        (
            ("conj", ("and", "CC", "cc")),
            ("conj", ("but", "CC", "cc")),
            ("advcl", ("while", "IN", "mark")),
            ("parataxis", None),
        )
    )
    second = uncapitalised(second)
    if link is None:
        parts = [(first, "root", 0), (word(";", ":"), "punct", 0), (second, label, 0), (word(".", "."), "punct", 0)]
    else:
        comma = (word(",", ","), "punct", 3 if label == "conj" else 0)
        parts = [
            (first, "root", 0),
            comma,
            (word(link[0], link[1]), link[2], 3),
            (second, label, 0),
            (word(".", "."), "punct", 0),
        ]
    return replace(assemble(parts), ents=())


def _verb_instead(tree: Tree, index: int, rng: random.Random) -> str:
    labels = {tree.deps[child] for child, head in enumerate(tree.heads) if head == index and child != index}
    if labels & _FIXING:
        return tree.words[index]
    passive = tree.tags[index] == "VBN" and ("aux:pass" in labels or "aux" not in labels)
    return inflect(rng.choice(TRANSITIVE if "obj" in labels or passive else INTRANSITIVE), tree.tags[index])


def _word_instead(tree: Tree, index: int, rng: random.Random) -> str:
    """Draw a word of the same kind for one place, or return the word that stands there."""
    tag, upos, form = tree.tags[index], tree.upos[index], tree.words[index]
    if upos == "VERB" and tag.startswith("VB") and rng.random() < 0.4:
        return _verb_instead(tree, index, rng)
    if upos == "NOUN" and tag in {"NN", "NNS"} and tree.deps[index] in _OPEN_PLACES and rng.random() < 0.2:
        noun = rng.choice(NOUNS_OF_NEWS)
        return plural(noun) if tag == "NNS" else noun
    if upos == "ADJ" and tag == "JJ" and tree.deps[index] == "amod" and rng.random() < 0.15:
        return rng.choice(ADJECTIVES_OF_NEWS)
    return form


def reword(tree: Tree, rng: random.Random) -> Tree:
    """Return the tree with some verbs, nouns and adjectives replaced by words of the field, in the same form."""
    words = [_word_instead(tree, index, rng) for index in range(len(tree.words))]
    pairs = zip(tree.words, words, strict=True)
    cased = (new[:1].upper() + new[1:] if old[:1].isupper() else new for old, new in pairs)
    return replace(tree, words=tuple(cased))


def vary_tree(tree: Tree, rng: random.Random, pool: Sequence[Tree], rates: Rates, others: Sequence[Tree] = ()) -> Tree:
    """Return the tree after the changes that chance picks."""
    if rng.random() < rates.reword:
        tree = reword(tree, rng)
    if rng.random() < rates.subject:
        tree = new_subject(tree, rng, pool)
    if others and rng.random() < rates.coupling:
        tree = couple(tree, rng.choice(others), rng)
    if rng.random() < rates.attribution:
        tree = attribute(tree, rng)
    if rng.random() < rates.headline:
        tree = headline(tree, rng)
    elif rng.random() < rates.title:
        tree = title_case(tree)
    return respell(tree, rng, rates)


def tree_epoch(trees: Sequence[Tree], pool: Sequence[Tree], rng: random.Random, rates: Rates) -> list[Tree]:
    """Return one epoch: every tree varied, and grown sentences besides."""
    grown = [
        vary_tree(sentence(rng), rng, (), replace(rates, subject=0.0)) for _ in range(int(rates.grown * len(trees)))
    ]
    return [vary_tree(tree, rng, pool, rates, trees) for tree in trees] + grown


def blend(names: Sequence[str], rng: random.Random) -> str:
    """Return an invented name: the first half of one listed name and the second half of another."""
    first, second = (rng.choice(rng.choice(names).replace("-", " ").replace("_", " ").split()) for _ in range(2))
    made = first[: (len(first) + 1) // 2] + second[len(second) // 2 :]
    return made[:1].upper() + made[1:].lower()


def invented(kind: str, rng: random.Random) -> list[str]:
    """Return the words of an invented name, so that the context and not the word itself tells the type."""
    if kind == "PER":
        return [blend(GIVEN, rng), blend(SURNAMES, rng)]
    if kind == "LOC":
        return [*rng.choice(_PLACE_STARTS), blend(PLACES, rng)]
    if rng.random() < 0.3:
        return ["".join(rng.choice("ABCDEFGHIJKLMNOPRSTUVW") for _ in range(rng.randint(3, 5)))]
    start = rng.choice((blend(PLACES, rng), blend(SURNAMES, rng), rng.choice(DEMONYMS)))
    return [start, *rng.choice(_BODY_ENDS).split()]


def new_name(kind: str, size: int, rng: random.Random) -> list[str]:
    """Draw a name of the type, listed or invented; a person of one word keeps to the family name, mostly."""
    made = invented(kind, rng) if rng.random() < 0.4 else []
    if kind == "PER":
        short = 0.85 if size == 1 else 0.05
        return (made[1:] if rng.random() < short else made) or person_words(rng, short)
    return made or (place_words(rng) if kind == "LOC" else body_words(rng))


def rename(item: Tagged, rng: random.Random, rates: Rates) -> Tagged:
    """Return the sentence with some of its names replaced by names from other regions; one name stays one name."""
    words, tags = list(item.words), list(item.tags)
    drawn: dict[tuple[str, ...], list[str]] = {}
    if rng.random() >= rates.names:
        return item
    for start, end, kind in reversed(entity_spans(item.tags)):
        old = (kind, *words[start:end])
        if rng.random() < rates.name and (kind != "ORG" or old[1][:1].isupper()):
            new = drawn.setdefault(old, new_name(kind, end - start, rng))
            words[start:end] = new
            tags[start:end] = [f"{'I' if index else 'B'}-{kind}" for index in range(len(new))]
    return Tagged(tuple(words), tuple(tags))


def grown_tagged(rng: random.Random) -> Tagged:
    """Grow a sentence and keep its entities only."""
    tree = sentence(rng)
    return Tagged(tree.words, tree.ents)


def tagged_epoch(items: Sequence[Tagged], rng: random.Random, rates: Rates) -> list[Tagged]:
    """Return one epoch of entity sentences: renamed, respelt, and grown ones besides."""
    grown = [grown_tagged(rng) for _ in range(int(rates.grown * len(items)))]
    return [respell(rename(item, rng, rates), rng, rates) for item in [*items, *grown]]
