"""Where a tree tells that somebody says something: by the grammar alone, without knowing who anybody is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.lexicon.attributions import AttributionRow, AttributionRules
from dragoman.model import Tree
from dragoman.stages import slots

ABOUT = frozenset({"about", "on", "of"})
CHARGES = frozenset({"of", "for"})
OWNERS = frozenset({"by", "of", "from"})
CARRIES = frozenset({"to", "in", "on", "with", "by", "for", "via", "through", "at"})
BESIDE = ("advcl", "acl", "obl", "case", "mark", "parataxis")
BOUNDING = ("IN", "TO", "RB", "RBR", "RBS", "JJ", "JJR", "JJS")  # tags of at least, more than, up to, nearly
CLAUSES = ("root", "ccomp", "acl:relcl", "advcl", "parataxis")
RELYING = frozenset({"on", "for", "in", "with", "to", "from", "against"})  # counted on 500 troops
SEMICOLON = ";"
LONGEST_LABEL = 6  # tokens
LONGEST_FIGURE = 12  # tokens from a verb to the number that it brings
LONGEST_CHANNEL = 16  # tokens of "in an interview with the news channel …"

Range = tuple[int, int]  # first token, and one past the last


@dataclass(frozen=True, slots=True)
class Saying:
    """Tokens: the word that says so, what is said, who says it, who passes it on, and who it may have been told to."""

    cue: Range
    content: Range
    row: AttributionRow
    stance: str = "states"
    speakers: tuple[int, ...] = ()
    passed_on: tuple[int, ...] = ()
    told: tuple[int, ...] = ()


def find_sayings(rules: AttributionRules, tree: Tree, lower: Sequence[str]) -> Iterator[Saying]:
    """Every saying of one tree, left to right."""
    for i in range(tree.first, tree.last):
        lemma = tree.lemma(i)
        if slots.is_verb(tree, i):
            yield from _of_verb(rules, tree, i)
        elif rules.find("telling", lemma):
            yield from _of_noun(rules, tree, i)
        elif rules.find("unnamed", lower[i]):
            yield from _unnamed(rules, tree, i, lower[i])
        yield from _of_phrase(rules, tree, i, lower)
    yield from _labelled(rules, tree, lower)


def open_sayings(rules: AttributionRules, tree: Tree) -> Iterator[Saying]:
    """Verbs of saying whose clause the tree does not show: what they bring stands in quotes, or behind a colon."""
    for i in range(tree.first, tree.last):
        rows = rules.find("say", tree.lemma(i)) if slots.is_verb(tree, i) else ()
        row = next((row for row in rows if "clause" in row.takes), None)
        if row is None or tree.tag(i) == "VB" or tree.kids(i, "xcomp") or _negated(rules, tree, i):
            continue
        if content_of(tree, i, row) is None:
            yield _said(rules, tree, i, row, (i, i + 1))


def _of_verb(rules: AttributionRules, tree: Tree, verb: int) -> Iterator[Saying]:
    lemma = tree.lemma(verb)
    if _only_wished(rules, tree, verb):
        return
    for row in rules.find("say", lemma):
        content = content_of(tree, verb, row)
        saying = _said(rules, tree, verb, row, content) if content is not None else None
        if saying is not None and _negated(rules, tree, verb):
            if "finite" in row.takes:
                yield replace(saying, stance="doubts")
            return
        if saying is not None and (saying.speakers or _of_nobody(tree, verb)):
            yield saying
            return
    rows = rules.find("cite", lemma)
    if rows and tree.tag(verb) in ("VBG", "VBN") and not _cites_for(rules, tree, verb):
        yield from _citing(rules, tree, verb, rows[0])


def _only_wished(rules: AttributionRules, tree: Tree, verb: int) -> bool:
    """An infinitive says nothing yet: was told **to report** on all movements; but went on **to say**."""
    infinitive = tree.tag(verb) == "VB" and any(tree.tag(k) == "TO" for k in tree.kids(verb))
    return infinitive and not rules.find("onward", tree.lemma(tree.head(verb)))


def _of_nobody(tree: Tree, verb: int) -> bool:
    """It was reported that; is said to have left."""
    return slots.is_passive(tree, verb) and bool(tree.kids(verb, "ccomp", "xcomp"))


def _said(rules: AttributionRules, tree: Tree, verb: int, row: AttributionRow, content: Range) -> Saying:
    speakers, passed_on = _voices(rules, tree, verb)
    content = _until_another(rules, tree, verb, content)
    outside = tuple(k for k in _channels(tree, verb) if not content[0] <= k < content[1])
    speaking = tuple(
        k for k in speakers if not any(rules.find("not", tree.lemma(d)) for d in (k, *tree.kids(k, "det")))
    )
    return Saying((verb, verb + 1), content, row, row.stance, speaking, passed_on, outside)


def _negated(rules: AttributionRules, tree: Tree, verb: int) -> bool:
    """Not, never; neither confirmed **nor** denied."""
    return any(rules.find("not", tree.lemma(k)) for k in tree.kids(verb, "advmod", "neg", "cc", "cc:preconj"))


def _until_another(rules: AttributionRules, tree: Tree, verb: int, content: Range) -> Range:
    """What is said ends where somebody else speaks: Kyiv said that …, **but Moscow rejected the claim**."""
    first, last = content
    asides = (k for k in range(max(first, verb) + 1, last) if tree.dep(k) == "acl:relcl" and _denies(rules, tree, k))
    others = [
        tree.subtree(k)[0]
        for k in range(max(first, verb) + 1, last)
        if (tree.dep(k) in ("conj", "parataxis") or (tree.dep(k) == "ccomp" and tree.head(k) == verb))
        and tree.kids(k, "nsubj")
        and rules.find("say", tree.lemma(k))
    ]
    others += [k for k in _semicolons(tree, max(first, verb) + 1, last) if _speaks_behind(rules, tree, k, last)]
    others += [tree.subtree(tree.head(k) if tree.dep(tree.head(k)) == "appos" else k)[0] for k in asides]
    return first, min((low for low in others if low > first), default=last)


def _semicolons(tree: Tree, first: int, last: int) -> Iterator[int]:
    return (k for k in range(first, last) if tree.lemma(k) == SEMICOLON)


def _speaks_behind(rules: AttributionRules, tree: Tree, mark: int, last: int) -> bool:
    """Whether behind a semicolon somebody else says something: …; **state television speaks** of 164."""
    verbs = (k for k in range(mark + 1, last) if rules.find("say", tree.lemma(k)) and slots.is_verb(tree, k))
    return any(mark < s < k for k in verbs for s in tree.kids(k, "nsubj"))


def _denies(rules: AttributionRules, tree: Tree, verb: int) -> bool:
    """Whether a relative clause takes up what was said and denies it: …, **which Moscow denies**."""
    rows = rules.find("say", tree.lemma(verb))
    return bool(tree.kids(verb, "nsubj")) and any(_reference(tree, verb, row) is not None for row in rows if row.nouns)


# --- what is said -----------------------------------------------------------------------------------------------------


def content_of(tree: Tree, verb: int, row: AttributionRow) -> Range | None:
    """What a verb of saying says, by what its row takes; None where it says nothing."""
    found = next((reach for takes in row.takes if (reach := TAKING[takes](tree, verb, row)) is not None), None)
    if found is not None and not _inverted(tree, verb):
        return found
    return _around(tree, verb) if "clause" in row.takes or _as(tree, verb) is not None else None


def _inverted(tree: Tree, verb: int) -> tuple[int, ...]:
    """The speaker behind a late verb, which a small parser takes for its object: …, reports **Reuters**."""
    if tree.dep(verb) != "parataxis" or tree.kids(verb, "nsubj", "nsubj:pass", "ccomp", "xcomp"):
        return ()
    return tuple(k for k in tree.kids(verb, "obj") if k == verb + 1 or tree.subtree(k)[0] == verb + 1)


def _as(tree: Tree, verb: int) -> int | None:
    """The "as" of an aside: **as** Reuters reported."""
    marks = (k for k in tree.kids(verb, "mark", "advmod", "case") if tree.lemma(k) == "as")
    return next(marks, None) if tree.dep(verb) in ("advcl", "parataxis") and tree.tag(verb) != "VBG" else None


def _clause(tree: Tree, verb: int, row: AttributionRow) -> Range | None:
    """A clause; a perfect infinitive (is said **to have left**); what hangs on a noun (in an interview **that …**)."""
    perfect = (k for k in tree.kids(verb, "xcomp") if any(tree.lemma(a) == "have" for a in tree.kids(k, "aux")))
    clauses = tree.kids(verb, "ccomp") or tuple(perfect)
    clauses = clauses or _under_noun(tree, verb) or tree.kids(verb, "parataxis")
    if not clauses:
        return None
    first, last = _reach(tree, clauses)
    marks = [m for k in clauses for m in tree.kids(k, "mark") if tree.lemma(m) == "that" and m > verb]
    if first < verb < last and any(k > verb for k in clauses):
        first = verb + 1
    first = max([first, *marks[:1]])
    return _and_behind(tree, verb, first, last)


def _finite(tree: Tree, verb: int, row: AttributionRow) -> Range | None:
    return None if tree.tag(verb) in ("VBG", "VB") and not tree.kids(verb, "aux") else _clause(tree, verb, row)


def _gerund(tree: Tree, verb: int, row: AttributionRow) -> Range | None:
    clauses = tuple(k for k in tree.kids(verb, "xcomp", "ccomp", "advcl") if tree.tag(k) == "VBG" and k > verb)
    return _reach(tree, clauses[:1]) if clauses else None


def _and_behind(tree: Tree, verb: int, first: int, last: int) -> Range:
    """What goes on behind a verb that stands amidst its clause: Turkey shelled the village, he said, **and left**."""
    on = [k for k in tree.kids(verb, "conj") if k > verb and not tree.kids(k, "nsubj")] if last <= verb else []
    return first, max([last, *(tree.subtree(k)[1] for k in on)])


def _under_noun(tree: Tree, verb: int) -> tuple[int, ...]:
    """The clause hung on the medium or the one who is told: stated in an interview **that Iran had sent aid**."""
    return tuple(
        k
        for noun in tree.kids(verb, "obl", "obj", "iobj", "obl:agent")
        for k in tree.kids(noun, "acl", "acl:relcl", "ccomp")
        if (_that(tree, k) and tree.tag(noun) != "NNS")
        or (tree.dep(noun) in ("iobj", "obl:agent") and tree.kids(k, "nsubj", "nsubj:pass") and tree.tag(k) != "VB")
    )


def _infinitive(tree: Tree, verb: int, row: AttributionRow) -> Range | None:
    clauses = tree.kids(verb, "xcomp")
    return _reach(tree, clauses) if clauses else None


def _object(tree: Tree, verb: int, row: AttributionRow) -> Range | None:
    if slots.is_passive(tree, verb):
        return _passive_object(tree, verb)
    objects = tree.kids(verb, "obj")
    return _reach(tree, objects) if objects else None


def _passive_object(tree: Tree, verb: int) -> Range | None:
    """What was reported by somebody: the subject of the verb, or the noun that a participle belongs to."""
    if tree.dep(verb) in ("acl", "acl:relcl"):
        return _without(tree, tree.head(verb), verb)
    subjects = tuple(k for k in tree.kids(verb, "nsubj:pass") if tree.tag(k)[:1] == "N")
    return _reach(tree, subjects) if subjects else None


def _noun(tree: Tree, verb: int, row: AttributionRow) -> Range | None:
    """What stands below one of certain nouns, or the noun alone: dismissed claims **that …**, denied **it**."""
    nouns = [k for k in slots.object_(tree, verb) if tree.lemma(k) in row.nouns]
    if tree.dep(verb) == "acl:relcl" and (reference := _reference(tree, verb, row)) is not None:
        return reference, reference + 1
    if not nouns or nouns[0] not in tree.kids(verb, "obj", "nsubj:pass"):
        return None
    below = tree.kids(nouns[0], "acl", "acl:relcl", "ccomp", "nmod", "conj")
    return _reach(tree, below) if below else _reach(tree, (nouns[0],))


def _reference(tree: Tree, verb: int, row: AttributionRow) -> int | None:
    """The word by which a clause takes up what was told: a **charge** Moscow denies; **which** Moscow denies."""
    which = next((k for k in tree.kids(verb, "obj") if tree.lemma(k) == "which"), None)
    return which if which is not None or tree.lemma(tree.head(verb)) not in row.nouns else tree.head(verb)


def _about(tree: Tree, verb: int, row: AttributionRow) -> Range | None:
    about = tuple(k for k in tree.kids(verb, "obl") if slots.case_words(tree, k) & ABOUT)
    return _reach(tree, about) if about else None


def _charge(tree: Tree, verb: int, row: AttributionRow) -> Range | None:
    """What somebody is accused of or blamed for; a parser may hang it on the accused."""
    below = (verb, *tree.kids(verb, "obj"))
    found = tuple(
        k
        for head in below
        for k in tree.kids(head, "advcl", "obl", "nmod", "acl", "xcomp")
        if k > verb and slots.case_words(tree, k) & CHARGES
    )
    return _reach(tree, found) if found else None


def _figure(tree: Tree, verb: int, row: AttributionRow) -> Range | None:
    """A number that a verb brings, by the words alone: counted **20 bodies**, put the toll **at 300**, spoke **of 9**.

    Small parsers read such short objects in every way; a clause with a subject of its own is none.
    """
    end = next(_semicolons(tree, verb + 1, tree.last), tree.last)
    near = range(verb + 1, min(verb + LONGEST_FIGURE, end))
    number = next((k for k in near if tree.tag(k) == "CD"), None)
    if number is None or any(k < end for k in _told_clauses(tree, verb)):
        return None
    starts = [k + 1 for k in near if tree.lemma(k) in row.nouns] if row.nouns else [verb + 1]
    first = next((k for k in starts if _bounds(tree, k, number)), None)
    if first is None or (not row.nouns and tree.lemma(first) in RELYING):
        return None
    return first, next((k for k in range(number + 1, end) if _ends_figure(tree, k)), end)


def _bounds(tree: Tree, first: int, number: int) -> bool:
    """Whether nothing but words such as "at least" stands before a number."""
    return first <= number and all(tree.tag(k) in BOUNDING for k in range(first, number))


def _told_clauses(tree: Tree, verb: int) -> tuple[int, ...]:
    return tuple(k for k in tree.kids(verb, "ccomp") if tree.kids(k, "nsubj", "nsubj:pass", "aux"))


def _ends_figure(tree: Tree, i: int) -> bool:
    """A comma that no further number follows."""
    return tree.lemma(i) == "," and not (i + 1 < tree.last and tree.tag(i + 1) == "CD")


def _aside(tree: Tree, verb: int, row: AttributionRow) -> Range | None:
    return None


TAKING = {
    "clause": _clause,
    "finite": _finite,
    "gerund": _gerund,
    "infinitive": _infinitive,
    "object": _object,
    "noun": _noun,
    "about": _about,
    "charge": _charge,
    "figure": _figure,
    "as": _aside,
}


def _around(tree: Tree, verb: int) -> Range | None:
    """The clause that a late or inserted "he said" hangs on."""
    head = tree.head(verb)
    if (
        head == verb
        or tree.kids(verb, "xcomp")
        or (tree.kids(verb, "obj") and _as(tree, verb) is None and not _inverted(tree, verb))
    ):
        return None
    first = tree.subtree(verb)[0]
    set_off = first == tree.first or tree.dep(first - 1) == "punct" or tree.dep(first) == "punct"
    beside = (tree.dep(verb) in ("parataxis", "ccomp") and set_off) or _as(tree, verb) is not None
    return _without(tree, head, verb) if beside else None


def _without(tree: Tree, head: int, part: int) -> Range | None:
    """The words below `head`, less those below `part` where these stand at one end."""
    (first, last), (low, high) = tree.subtree(head), tree.subtree(part)
    if low <= first:
        first = high
    elif high >= last - 1:
        last = low
    return (first, last) if first < last else None


def _reach(tree: Tree, heads: Sequence[int]) -> Range:
    spans = [tree.subtree(k) for k in heads]
    return min(low for low, _ in spans), max(high for _, high in spans)


# --- who says it ------------------------------------------------------------------------------------------------------


def _voices(rules: AttributionRules, tree: Tree, verb: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Who speaks, and who passes it on."""
    citing = _cites_for(rules, tree, verb) or _quoting(rules, tree, verb)
    if citing is not None:
        return _quoted(rules, tree, citing, verb)
    if slots.is_passive(tree, verb):
        return _heads(tree, _agents(tree, verb)), ()
    behind = _as(tree, verb) or tree.first - 1
    subjects = _inverted(tree, verb) or _before_who(tree, verb) or slots.subject(tree, verb)
    subjects = tuple(k for k in _heads(tree, subjects) if k > behind and not any(_semicolons(tree, k, verb)))
    cited = [k for c in _citations(rules, tree, verb, subjects) for k in _cited(tree, c)]
    return (tuple(cited), subjects) if cited else (subjects, _passing_on(rules, tree, subjects))


def _before_who(tree: Tree, verb: int) -> tuple[int, ...]:
    """Whom "who" means where a small parser hangs its clause on the verb: quoted **the envoy**, who said."""
    who = any(tree.tag(k) in slots.RELATIVE for k in tree.kids(verb, "nsubj"))
    if not who or tree.dep(verb) != "advcl":
        return ()
    return tuple(k for k in tree.kids(tree.head(verb), "obj") if k < verb)[-1:]


def _passing_on(rules: AttributionRules, tree: Tree, speakers: Sequence[int]) -> tuple[int, ...]:
    """Who quoted the speakers: **Bloomberg** quoted the envoy, who said."""
    citing = next((tree.head(k) for k in speakers if tree.dep(k) == "obj" and tree.head(k) != k), None)
    if citing is None or not rules.find("cite", tree.lemma(citing)):
        return ()
    return _heads(tree, slots.subject(tree, citing))


def _cites_for(rules: AttributionRules, tree: Tree, verb: int) -> int | None:
    """The verb of citing that a verb of saying belongs to: **quoted** Haaretz as saying."""
    head = tree.head(verb)
    as_ = any(tree.lemma(k) == "as" for k in tree.kids(verb, "mark", "case"))
    return head if as_ and tree.tag(verb) == "VBG" and rules.find("cite", tree.lemma(head)) else None


def _quoting(rules: AttributionRules, tree: Tree, verb: int) -> int | None:
    """A gerund that itself completes a verb of citing, as a small parser has it: was quoted **saying**."""
    head = tree.head(verb)
    return head if tree.dep(verb) == "xcomp" and head != verb and rules.find("cite", tree.lemma(head)) else None


def _quoted(rules: AttributionRules, tree: Tree, citing: int, verb: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    agents = (*_agents(tree, citing), *_agents(tree, verb))
    passed_on = agents if slots.is_passive(tree, citing) else slots.subject(tree, citing)
    return _heads(tree, slots.object_(tree, citing)), _heads(tree, passed_on)


def _agents(tree: Tree, verb: int) -> tuple[int, ...]:
    return tree.kids(verb, "obl:agent") or slots.with_case(tree, verb, {"by"})


def _citations(rules: AttributionRules, tree: Tree, verb: int, subjects: Sequence[int]) -> Iterator[int]:
    """Participles beside a verb of saying that tell whom it relies on: **citing** two officials."""
    inside = (k for s in subjects for k in tree.kids(s, "acl", "appos", "nmod"))
    made = (k for s in subjects for a in tree.kids(s, "acl") for k in tree.kids(a, "obl", "obl:agent"))
    for head in (verb, *subjects, *inside, *made, *tree.kids(verb, "ccomp")):
        yield from (k for k in tree.kids(head, *BESIDE) if _relies(rules, tree, k))


def _relies(rules: AttributionRules, tree: Tree, k: int) -> bool:
    return bool(rules.find("cite", tree.lemma(k))) and tree.tag(k) in ("VBG", "VBN")


def _cited(tree: Tree, citing: int) -> tuple[int, ...]:
    """Whom a participle cites: its object, or what "on" brings."""
    if tree.tag(citing) == "VBG":
        return _heads(tree, tree.kids(citing, "obj"))
    below = tree.kids(citing, "obl", "obj", "nmod")
    return _heads(tree, tuple(k for k in below if slots.case_words(tree, k) & {"on", "upon"}))


def _citing(rules: AttributionRules, tree: Tree, verb: int, row: AttributionRow) -> Iterator[Saying]:
    """A participle that hangs on no verb of saying covers the clause above: struck the depot, **citing** officials."""
    head = tree.head(verb)
    if head == verb or any(rules.find("say", tree.lemma(k)) for k in (head, *tree.ancestors(head))):
        return
    speakers = _cited(tree, verb)
    content = _without(tree, _clause_above(tree, verb), verb)
    if speakers and content is not None:
        outer = (head,) if tree.tag(head)[:1] == "N" else slots.subject(tree, head)
        yield Saying((verb, verb + 1), content, row, row.stance, speakers, _heads(tree, outer))


def _heads(tree: Tree, tokens: Sequence[int]) -> tuple[int, ...]:
    """Coordinated heads each on their own; what a comma sets off behind a name only describes it."""
    return tuple(k for i in tokens for k in (i, *(c for c in tree.kids(i, "conj") if not _describes(tree, i, c))))


def _describes(tree: Tree, name: int, noun: int) -> bool:
    """Nadim Shehadi, lecturer and **senior researcher** at Tufts."""
    set_off = name + 1 < tree.last and tree.dep(name + 1) == "punct"
    return set_off and tree.tag(name)[:3] == "NNP" and tree.tag(noun) in ("NN", "NNS") and not tree.kids(noun, "det")


def _channels(tree: Tree, verb: int) -> tuple[int, ...]:
    """Short phrases beside a verb that may hold an outlet or the one who is told: told **CNN**, in a post **on X**."""
    near = tree.kids(verb, "iobj", "obj", "obl", "nmod")
    return tuple(
        k
        for k in near
        if (tree.dep(k) in ("iobj", "obj") or slots.case_words(tree, k) & CARRIES) and _size(tree, k) <= LONGEST_CHANNEL
    )


def noun_phrase(tree: Tree, i: int) -> Range:
    """The words below a noun before the first clause that hangs on it."""
    first, last = tree.subtree(i)
    return first, min([last, *(tree.subtree(k)[0] for k in tree.kids(i, "acl", "acl:relcl", "ccomp") if k > i)])


def _size(tree: Tree, i: int) -> int:
    first, last = noun_phrase(tree, i)
    return last - first


# --- nouns, adverbs, phrases ------------------------------------------------------------------------------------------


def _of_noun(rules: AttributionRules, tree: Tree, noun: int) -> Iterator[Saying]:
    """Kyiv's claim **that Russia had attacked the dam**."""
    clauses = tuple(k for k in tree.kids(noun, "acl", "acl:relcl", "ccomp") if k > noun and _that(tree, k))
    if clauses:
        row = rules.find("telling", tree.lemma(noun))[0]
        yield Saying((noun, noun + 1), _reach(tree, clauses), row, row.stance, (noun,))


def _that(tree: Tree, clause: int) -> bool:
    """Whether "that" opens a clause; a small parser may take it for an object besides the one that is there."""
    if any(tree.lemma(k) == "that" for k in tree.kids(clause, "mark")):
        return True
    return len(tree.kids(clause, "obj")) > 1 and any(tree.lemma(k) == "that" for k in tree.kids(clause, "obj"))


def _unnamed(rules: AttributionRules, tree: Tree, i: int, word: str) -> Iterator[Saying]:
    head = tree.head(i)
    if head != i:
        yield Saying((i, i + 1), tree.subtree(head), rules.find("unnamed", word)[0])


def _of_phrase(rules: AttributionRules, tree: Tree, i: int, lower: Sequence[str]) -> Iterator[Saying]:
    """According to X: the clause that it stands in; the whole sentence where a comma sets it off."""
    row, size = next(
        ((row, len(w)) for w, row in rules.phrases.get(lower[i], ()) if tuple(lower[i : i + len(w)]) == w), (None, 0)
    )
    if row is None or i + size >= tree.last:
        return
    noun = _noun_behind(tree, i, i + size)
    if noun is None:
        return
    low, high = tree.subtree(noun)
    set_off = i == tree.first or lower[i - 1] in (",", "—", "–", "-")
    head = _root(tree, noun) if set_off else _clause_above(tree, noun)
    whole = _around_semicolons(tree, tree.subtree(head), i)
    content = _cut_off(whole, (min(low, i), max(min(high, whole[1]), i + size)))
    if content is not None:
        yield Saying((i, i + size), content, row, row.stance, _heads(tree, (noun,)))


def _around_semicolons(tree: Tree, whole: Range, i: int) -> Range:
    """The part of a range between the semicolons around a token."""
    first = max((k + 1 for k in _semicolons(tree, whole[0], i)), default=whole[0])
    return first, next(_semicolons(tree, i, whole[1]), whole[1])


def _labelled(rules: AttributionRules, tree: Tree, lower: Sequence[str]) -> Iterator[Saying]:
    """A headline with its source before or behind a colon: **Reuters:** Turkey sent drones; … **: state media**."""
    colon = next((i for i in range(tree.first + 1, tree.last - 1) if rules.find("label", lower[i])), None)
    if colon is None:
        return
    row = rules.find("label", lower[colon])[0]
    before, behind = (tree.first, colon), (colon + 1, tree.last)
    for label, content in ((before, behind), (behind, before)):
        if label[1] - label[0] <= LONGEST_LABEL and _tells(tree, content) and not _tells(tree, label):
            head = next((k for k in range(label[1] - 1, label[0] - 1, -1) if tree.tag(k)[:2] == "NN"), None)
            if head is not None:
                yield Saying((colon, colon + 1), content, row, row.stance, (head,))
                return


def _tells(tree: Tree, part: Range) -> bool:
    return any(tree.tag(k)[:1] == "V" for k in range(*part))


def _noun_behind(tree: Tree, first: int, behind: int) -> int | None:
    """The noun that a phrase of several words brings: the head of its last preposition, else the next noun."""
    heads = [tree.head(k) for k in range(behind - 1, first - 1, -1) if tree.dep(k) in ("case", "fixed", "mark")]
    noun = next((h for h in heads if h >= behind), None)
    if noun is None:
        noun = next((k for k in range(behind, tree.last) if tree.tag(k)[:2] in ("NN", "PR")), None)
    return noun


def _root(tree: Tree, i: int) -> int:
    return next((k for k in (i, *tree.ancestors(i)) if tree.head(k) == k), i)


def _clause_above(tree: Tree, i: int) -> int:
    """The head of the clause that a token stands in."""
    for k in tree.ancestors(i):
        if (
            tree.dep(k) in CLAUSES
            or tree.head(k) == k
            or (tree.dep(k) == "conj" and tree.kids(k, "nsubj", "nsubj:pass"))
        ):
            return k
    return i


def _cut_off(whole: Range, part: Range) -> Range | None:
    """A range less a part at one of its ends; all of it where the part stands in the middle."""
    first, last = whole
    if part[0] <= first:
        first = part[1]
    elif part[1] >= last - 1:
        last = part[0]
    return (first, last) if first < last else None
