"""Grow dependency trees from parts: actor phrases and whole sentences written as short patterns.

A pattern is a row of items `form/TAG/label/head`, where the head is the position of another item (or its own, for the
root). Forms and tags may hold alternatives (`met|meets/VBD|VBZ`), of which one position is drawn. An item whose form is
the name of a filler (NP, PER, LOC …) stands for a phrase made by that filler; its tag is empty.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from model.corpus import Tree
from model.names import BODIES, DAYS, DEMONYMS, GIVEN, MONTHS, NOUNS, PLACES, ROLES, SURNAMES, TITLES

Part = tuple[Tree, str, int]

_UPOS = {
    "NN": "NOUN",
    "NNS": "NOUN",
    "NNP": "PROPN",
    "JJ": "ADJ",
    "IN": "ADP",
    "TO": "PART",
    "DT": "DET",
    "CC": "CCONJ",
    "CD": "NUM",
    "MD": "AUX",
    "RB": "ADV",
    "POS": "PART",
    "RP": "ADP",
    "PRP": "PRON",
    "PRP$": "PRON",
}
_PLAIN_ADJECTIVES = frozenset(
    {"Foreign", "Prime", "Supreme", "Special", "Deputy", "Grand", "Vice", "Central"}
    | {"foreign", "prime", "deputy", "chief", "general", "top"}
)
_NUMBERS = ("two", "three", "four", "five", "six", "ten", "dozen", "12", "20", "35", "150")

PHRASES = (
    "LOC//root/0",
    "LOC//root/0",
    "ORG//root/0",
    "the/DT/det/1 ORG//root/1",
    "PER//root/0",
    "PER//root/0",
    "TITLE//nmod/1 PER//root/1",
    "TITLE//nmod/1 PER//root/1",
    "DEM//amod/1 TITLE//nmod/2 PER//root/2",
    "DEM//amod/1 TITLE//nmod/2 PER//root/2",
    "LOC//nmod:poss/2 's/POS/case/0 TITLE//nmod/3 PER//root/3",
    "DEM//amod/1 NOUNS//root/1",
    ("the/DT/det/2 DEM//amod/2 government|military|army|parliament|embassy|navy|regime|delegation/NN/root/2"),
    ("LOC//nmod:poss/2 's/POS/case/0 government|military|army|parliament|embassy|navy|cabinet|judiciary/NN/root/2"),
    "the/DT/det/2 DEM//amod/2 ROLE//root/2",
    "LOC//nmod:poss/2 's/POS/case/0 ROLE//root/2",
    "PER//root/0 ,/,/punct/4 LOC//nmod:poss/4 's/POS/case/2 ROLE//appos/0 ,/,/punct/4",
    "PER//root/0 ,/,/punct/3 the/DT/det/3 ROLE//appos/0 of/IN/case/5 LOC//nmod/3 ,/,/punct/3",
    "PER//root/0 ,/,/punct/3 the/DT/det/3 ROLE//appos/0 of/IN/case/6 the/DT/det/6 ORG//nmod/3 ,/,/punct/3",
    "the/DT/det/2 DEM//amod/2 ROLE//root/2 ,/,/punct/4 PER//appos/2 ,/,/punct/4",
    "LOC//nmod:poss/2 's/POS/case/0 ROLE//root/2 ,/,/punct/4 PER//appos/2 ,/,/punct/4",
    (
        "a/DT/det/1 spokesman|spokesperson|source|commander|member|official/NN/root/1 "
        "for|in|from|of|of|from/IN/case/4 the/DT/det/4 ORG//nmod/1"
    ),
    "the/DT/det/1 head|commander|leader|chief|director/NN/root/1 of/IN/case/4 the/DT/det/4 ORG//nmod/1",
    "NOUNS//root/0 from/IN/case/2 LOC//nmod/0",
    "the/DT/det/1 ORG//root/1 (/-LRB-/punct/3 ORG//appos/1 )/-RRB-/punct/3",
    "TITLED//root/0 and/CC/cc/2 TITLED//conj/0",
    "TITLED//root/0 and/CC/cc/2 TITLED//conj/0",
    "TITLED//root/0 ,/,/punct/2 TITLED//conj/0 and/CC/cc/4 TITLED//conj/0",
    "LOC//root/0 and/CC/cc/2 LOC//conj/0",
    "LOC//root/0 ,/,/punct/2 LOC//conj/0 and/CC/cc/4 LOC//conj/0",
    "DEM//amod/3 and/CC/cc/2 DEM//conj/0 NOUNS//root/3",
)
TITLED = (
    "TITLE//nmod/1 PER//root/1",
    "DEM//amod/1 TITLE//nmod/2 PER//root/2",
    "his/PRP$/nmod:poss/3 DEM//amod/3 counterpart/NN/nmod/3 PER//root/3",
    "LOC//nmod:poss/2 's/POS/case/0 TITLE//nmod/3 PER//root/3",
)
SENTENCES = (
    (
        "NP//nsubj/1 met|meets|met|spoke/VBD|VBZ|VBD|VBD/root/1 with/IN/case/3 NP//obl/1 in/IN/case/5 "
        "LOC//obl/1 on/IN/case/7 DATE//obl/1 ././punct/1"
    ),
    ("NP//nsubj/1 met|meets|received|hosted/VBD|VBZ|VBD|VBD/root/1 NP//obj/1 in/IN/case/4 LOC//obl/1 ././punct/1"),
    (
        "NP//nsubj/1 held|hold|hosted/VBD|VBP|VBD/root/1 talks|consultations/NNS|NNS/obj/1 with/IN/case/4 "
        "NP//nmod/2 on/IN/case/6 DATE//obl/1 ././punct/1"
    ),
    (
        "NP//nsubj/3 and/CC/cc/2 NP//conj/0 discussed|signed|reached/VBD|VBD|VBD/root/3 a|an/DT|DT/det/5 "
        "agreement|deal/NN|NN/obj/3 on/IN/case/7 DATE//obl/3 ././punct/3"
    ),
    (
        "NP//nsubj/1 struck|attacked|shelled|bombed|hit/VBD|VBD|VBD|VBD|VBD/root/1 "
        "targets|positions|bases/NNS|NNS|NNS/obj/1 in/IN/case/4 LOC//nmod/2 overnight/RB/advmod/1 ,/,/punct/7 "
        "killing/VBG/advcl/1 NUM//nummod/9 NOUNS//obj/7 ././punct/1"
    ),
    (
        "NP//nsubj/1 attacked|struck|condemned|sanctioned|threatened/VBD|VBD|VBD|VBD|VBD/root/1 NP//obj/1 "
        "on/IN/case/4 DATE//obl/1 ././punct/1"
    ),
    (
        "NP//nsubj:pass/2 was|were/VBD|VBD/aux:pass/2 "
        "killed|arrested|attacked|sanctioned|summoned/VBN|VBN|VBN|VBN|VBN/root/2 by/IN/case/4 NP//obl:agent/2 "
        "in/IN/case/6 LOC//obl/2 on/IN/case/8 DATE//obl/2 ././punct/2"
    ),
    (
        "NUM//nummod/1 NOUNS//nsubj:pass/3 were/VBD/aux:pass/3 killed|wounded|captured/VBN|VBN|VBN/ccomp/11 "
        "in/IN/case/6 the/DT/det/6 attack|airstrike|ambush/NN|NN|NN/obl/3 in/IN/case/8 LOC//nmod/6 "
        ",/,/punct/11 NP//nsubj/11 said/VBD/root/11 ././punct/11"
    ),
    (
        "NP//nsubj/1 denied|denies|admitted/VBD|VBZ|VBD/root/1 "
        "attacking|supplying|arming|supporting|targeting/VBG|VBG|VBG|VBG|VBG/xcomp/1 NP//obj/2 ././punct/1"
    ),
    (
        "NP//nsubj/1 accused|accuses|suspects/VBD|VBZ|VBZ/root/1 NP//obj/1 of/IN/mark/4 "
        "attacking|supplying|arming|violating/VBG|VBG|VBG|VBG/advcl/1 NP//obj/4 ././punct/1"
    ),
    (
        "NP//nsubj/1 warned|said|announced|claimed/VBD|VBD|VBD|VBD/root/1 that/IN/mark/5 NP//nsubj/5 "
        "would|will/MD|MD/aux/5 attack|support|leave|punish/VB|VB|VB|VB/ccomp/1 NP//obj/5 ././punct/1"
    ),
    (
        "NP//nsubj/1 called/VBD/root/1 on/IN/case/3 NP//obl/1 to/TO/mark/5 "
        "release|stop|support|protect|recognise/VB|VB|VB|VB|VB/advcl/1 NP//obj/5 ././punct/1"
    ),
    (
        "NP//nsubj/1 urged|asked|ordered|allowed|pressed/VBD|VBD|VBD|VBD|VBD/root/1 NP//obj/1 to/TO/mark/4 "
        "attack|support|expel|meet|arm/VB|VB|VB|VB|VB/xcomp/1 NP//obj/4 ././punct/1"
    ),
    (
        "NP//nsubj/1 supplied|provided|armed/VBD|VBD|VBD/root/1 NP//obj/1 with/IN/case/4 "
        "weapons|missiles|drones|rockets/NNS|NNS|NNS|NNS/obl/1 ././punct/1"
    ),
    (
        "NP//nsubj/1 gave|sent|sold|offered/VBD|VBD|VBD|VBD/root/1 NP//iobj/1 "
        "weapons|missiles|drones|jets/NNS|NNS|NNS|NNS/obj/1 ././punct/1"
    ),
    (
        "NP//nsubj/1 delivered|sent|sold|shipped/VBD|VBD|VBD|VBD/root/1 NUM//nummod/3 "
        "missiles|drones|tanks|jets/NNS|NNS|NNS|NNS/obj/1 to/IN/case/5 NP//obl/1 ././punct/1"
    ),
    (
        "NP//nsubj/1 arrived|arrives|landed/VBD|VBZ|VBD/root/1 in/IN/case/3 LOC//obl/1 to/TO/mark/5 "
        "meet|discuss|visit/VB|VB|VB/advcl/1 NP//obj/5 ././punct/1"
    ),
    (
        "NP//nsubj/1 traveled|travelled|returned|went/VBD|VBD|VBD|VBD/root/1 to/IN/case/3 LOC//obl/1 "
        "for/IN/case/5 talks/NNS/obl/1 with/IN/case/7 NP//nmod/5 ././punct/1"
    ),
    (
        "After|Before/IN|IN/mark/1 meeting|visiting|attacking/VBG|VBG|VBG/advcl/5 NP//obj/1 ,/,/punct/1 "
        "NP//nsubj/5 left|criticized|thanked/VBD|VBD|VBD/root/5 LOC//obj/5 ././punct/5"
    ),
    (
        "On/IN/case/1 DATE//obl/4 ,/,/punct/4 NP//nsubj/4 "
        "killed|met|visited|blamed|praised/VBD|VBD|VBD|VBD|VBD/root/4 NP//obj/4 in/IN/case/7 LOC//obl/4 "
        "././punct/4"
    ),
    (
        "NP//nsubj/2 has|had/VBZ|VBD/aux/2 "
        "rejected|accepted|condemned|denounced|suspended/VBN|VBN|VBN|VBN|VBN/root/2 an|the/DT|DT/det/4 "
        "offer|proposal|demand|resolution/NN|NN|NN|NN/obj/2 by|from/IN|IN/case/6 NP//nmod/4 ././punct/2"
    ),
    (
        "NP//nsubj/2 will|may|could/MD|MD|MD/aux/2 visit|meet|sanction|support|attack/VB|VB|VB|VB|VB/root/2 "
        "NP//obj/2 on/IN/case/5 DATE//obl/2 ,/,/punct/2 according/VBG/case/10 to/IN/fixed/7 the/DT/det/10 "
        "ORG//obl/2 ././punct/2"
    ),
)


def word(form: str, tag: str) -> Tree:
    """Return a tree of one word."""
    upos = _UPOS.get(tag, "VERB" if tag.startswith("VB") else "PUNCT")
    return Tree((form,), (tag,), (upos,), (0,), ("root",), ents=("O",))


def root_of(tree: Tree) -> int:
    """Return the index of the (first) root."""
    return next(index for index, head in enumerate(tree.heads) if head == index)


def assemble(parts: Sequence[Part]) -> Tree:
    """Join parts in order; each part hangs by its label from the root of the part at the given position."""
    starts = [sum(len(tree.words) for tree, _, _ in parts[:index]) for index in range(len(parts))]
    roots = [start + root_of(tree) for start, (tree, _, _) in zip(starts, parts, strict=True)]
    heads: list[int] = []
    deps: list[str] = []
    for start, root, (tree, label, head) in zip(starts, roots, parts, strict=True):
        heads.extend(
            roots[head] if start + own == root and start + index == root else start + own
            for index, own in enumerate(tree.heads)
        )
        deps.extend(label if start + index == root else dep for index, dep in enumerate(tree.deps))
    trees = [tree for tree, _, _ in parts]
    return Tree(
        words=tuple(w for tree in trees for w in tree.words),
        tags=tuple(t for tree in trees for t in tree.tags),
        upos=tuple(u for tree in trees for u in tree.upos),
        heads=tuple(heads),
        deps=tuple(deps),
        ents=tuple(e for tree in trees for e in tree.ents),
    )


def chain(words: Sequence[str], tag: str, head: int, label: str) -> Tree:
    """Return words under the one at `head`; a hyphen hangs from the word after it, adjectives as `amod`."""
    parts: list[Part] = []
    for index, form in enumerate(words):
        if form == "-":
            parts.append((word(form, "HYPH"), "punct", index + 1))
        else:
            parts.append((word(form, tag), "amod" if form in _PLAIN_ADJECTIVES else label, head))
    parts[head] = (parts[head][0], "root", head)
    return assemble(parts)


def proper(words: Sequence[str], tag: str = "NNP") -> Tree:
    """Return a name or noun phrase: the last word is the head, but what follows `of` or `for` is its modifier."""
    for index, form in enumerate(words):
        if form in ("of", "for", "and") and 0 < index < len(words) - 1:
            link, label = (word(form, "CC"), "conj") if form == "and" else (word(form, "IN"), "nmod")
            left, right = proper(words[:index], tag), proper(words[index + 1 :], tag)
            return assemble([(left, "root", 0), (link, "cc" if form == "and" else "case", 2), (right, label, 0)])
    return chain(words, tag, len(words) - 1, "compound")


def entity(tree: Tree, kind: str) -> Tree:
    """Return the tree with one entity over all its words."""
    return replace(tree, ents=tuple(f"{'I' if index else 'B'}-{kind}" for index in range(len(tree.words))))


def name_words(name: str) -> list[str]:
    """Split a listed name into words; a hyphen between letters is a word of its own."""
    return name.replace("-", "_-_").replace("___", "_").replace("__", "_").split("_")


def person_words(rng: random.Random, short: float = 0.35) -> list[str]:
    """Draw the words of a person's name: a family name alone or after given names, now and then with al-."""
    family = name_words(rng.choice(SURNAMES))
    if rng.random() < short:
        return family
    given = [form for _ in range(2 if rng.random() < 0.15 else 1) for form in name_words(rng.choice(GIVEN))]
    article = [rng.choice(("al", "al", "Al", "el")), "-"] if "-" not in family and rng.random() < 0.12 else []
    return given + article + family


def body_words(rng: random.Random) -> list[str]:
    """Draw the words of an organisation's name."""
    return name_words(rng.choice(BODIES))


def place_words(rng: random.Random) -> list[str]:
    """Draw the words of a place's name."""
    return name_words(rng.choice(PLACES))


def _date(rng: random.Random) -> Tree:
    day, month = rng.choice(DAYS), rng.choice(MONTHS)
    number = str(rng.randint(1, 31))
    kind = rng.randrange(3)
    if kind == 0:
        return word(day, "NNP")
    if kind == 1:
        return assemble([(word(month, "NNP"), "root", 0), (word(number, "CD"), "nummod", 0)])
    return assemble([(word(number, "CD"), "nummod", 1), (word(month, "NNP"), "root", 1)])


def _number(rng: random.Random) -> Tree:
    return word(rng.choice(_NUMBERS), "CD")


FILLERS: dict[str, Callable[[random.Random], Tree]] = {
    "NP": lambda rng: phrase(rng, PHRASES),
    "TITLED": lambda rng: phrase(rng, TITLED),
    "PER": lambda rng: entity(chain(person_words(rng), "NNP", 0, "flat"), "PER"),
    "LOC": lambda rng: entity(proper(place_words(rng)), "LOC"),
    "ORG": lambda rng: entity(proper(body_words(rng)), "ORG"),
    "TITLE": lambda rng: proper(name_words(rng.choice(TITLES))),
    "ROLE": lambda rng: proper(name_words(rng.choice(ROLES)), "NN"),
    "NOUNS": lambda rng: proper(name_words(rng.choice(NOUNS)), "NNS"),
    "DEM": lambda rng: word(rng.choice(DEMONYMS), "JJ"),
    "DATE": _date,
    "NUM": _number,
}


def _item(item: str, rng: random.Random) -> Part:
    form, tag, label, head = item.rsplit("/", 3)
    if not tag:
        return FILLERS[form](rng), label, int(head)
    forms, tags = form.split("|"), tag.split("|")
    drawn = rng.randrange(len(forms))
    return word(forms[drawn], tags[min(drawn, len(tags) - 1)]), label, int(head)


def phrase(rng: random.Random, patterns: Sequence[str]) -> Tree:
    """Grow a tree from one of the patterns."""
    return assemble([_item(item, rng) for item in rng.choice(patterns).split()])


def sentence(rng: random.Random) -> Tree:
    """Grow a sentence: first letter in upper case, no comma before another mark."""
    tree = without(
        phrase(rng, SENTENCES),
        lambda tree, index: tree.words[index] == "," and tree.words[index + 1] in {",", ".", "("},
    )
    return capitalised(tree)


def capitalised(tree: Tree) -> Tree:
    """Return the tree with the first letter of its first word in upper case."""
    first = tree.words[0]
    return replace(tree, words=(first[:1].upper() + first[1:], *tree.words[1:]))


def without(tree: Tree, unwanted: Callable[[Tree, int], bool]) -> Tree:
    """Return the tree without its unwanted leaves; words that have dependents, and the root, always stay."""
    parents = set(tree.heads)
    kept = [index for index in range(len(tree.words)) if index in parents or not unwanted(tree, index)]
    place = {old: new for new, old in enumerate(kept)}
    return replace(
        tree,
        words=tuple(tree.words[index] for index in kept),
        tags=tuple(tree.tags[index] for index in kept),
        upos=tuple(tree.upos[index] for index in kept),
        heads=tuple(place[tree.heads[index]] for index in kept),
        deps=tuple(tree.deps[index] for index in kept),
        ents=tuple(tree.ents[index] for index in kept) if tree.ents else (),
    )
