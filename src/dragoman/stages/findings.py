"""What stated quantities measure: the dead, the sums, the tonnes, or the noun that is counted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dragoman.lexicon.measures import Happening, is_people
from dragoman.stages.quantities import SET_PHRASE, Clause, Quantity, find_quantities
from dragoman.text.numbers import DASHES

LONGEST_CUE = 4
POSSESSED = 100  # from this on "its 2,000 soldiers" states a number
FAR_TOLL = 12  # words between "toll" and its number
FAR_CUE = 8  # words between what is counted and "were killed", where a preposition opens the gap
LONGEST_MEASURE = 4
SCORES = {
    "money": 0.85,
    "weight": 0.85,
    "share": 0.7,
    "distance": 0.6,
    "area": 0.7,
    "volume": 0.7,
    "power": 0.7,
    "troops": 0.7,
    "count": 0.55,
    "ratio": 0.6,
    "yield": 0.6,
}
VAGUE_SCORE = 0.5
PART_GAP = 4  # words between a whole and the count of a part of it
HAPPENING_SCORE = 0.85
SHARED_SCORE = 0.65


@dataclass(frozen=True, slots=True)
class Finding:
    """A quantity with what it measures; `active` where the words that say so stand before it (killed 12).

    Without a measure it is a bare number, which may take up what was counted before: the agency spoke of 500.
    """

    quantity: Quantity
    measure: str
    unit: str
    rule: str
    score: float
    kind: str = ""
    happening: bool = False
    active: bool = False


def findings(clause: Clause) -> Iterator[Finding]:
    """The quantities of a sentence that somebody states, each with its measure."""
    found = tuple(find_quantities(clause))
    if found:
        happened = _shared(clause, found, [_happening(clause, q) for q in found])
        for number, (quantity, happening) in enumerate(zip(found, happened, strict=True)):
            finding = happening or _plain(clause, quantity)
            if finding is not None:
                yield _part(clause, finding, found[number - 1] if number else None)


def _part(clause: Clause, finding: Finding, whole: Quantity | None) -> Finding:
    """A count of some of those just counted measures something else: killed 12, **five children among them**."""
    q, words = finding.quantity, clause.measures.words["part"]
    if whole is None or not finding.happening or q.first - whole.end > PART_GAP:
        return finding
    beside = (*clause.lower[whole.end : q.first], *clause.lower[q.end : min(q.end + 2, clause.last)])
    if words.isdisjoint(beside):
        return finding
    who = clause.lower[q.head] if q.head >= 0 else _of_them(clause, q.end)
    return replace(finding, measure=f"{finding.measure} ({who})" if who else f"{finding.measure} (part)")


def _of_them(clause: Clause, at: int) -> str:
    """The children of "two of them children"."""
    nouns = (clause.lower[i] for i in range(at, min(at + PART_GAP, clause.last)))
    return next((noun for noun in nouns if clause.measures.plays(noun, "person")), "")


def _happening(clause: Clause, q: Quantity) -> Finding | None:
    """Killed, wounded, captured … by the words just before the number or just behind what it counts."""
    if q.kind != "count" or _idle(clause, q):
        return None
    for happening, active in ((_before(clause, q), True), (_behind(clause, q), False), (_over(clause, q), False)):
        if happening is None or (happening.counted and q.head < 0):
            continue
        if not happening.people or _counts_people(clause, q):
            return _told(q, happening, active, HAPPENING_SCORE)
    return None


def _told(q: Quantity, happening: Happening, active: bool, score: float) -> Finding:
    sure = VAGUE_SCORE if q.vague else score
    return Finding(q, happening.measure, "person", happening.rule, sure, "people", happening=True, active=active)


def _before(clause: Clause, q: Quantity) -> Happening | None:
    for length in range(min(LONGEST_CUE, q.first - clause.first), 0, -1):
        found = clause.measures.before.get(clause.lower[q.first - length : q.first])
        if found is not None:
            return found if _may_suffer(clause, q) else None
    return _toll(clause, q)


def _toll(clause: Clause, q: Quantity) -> Happening | None:
    """The toll from the floods rose to 300: a bare number that a word for how tolls move brings."""
    lower, words = clause.lower, clause.measures.words
    start = max(clause.first, q.first - FAR_TOLL)
    toll = next((i for i in range(q.first - 1, start - 1, -1) if _is_toll(clause, i)), None)
    moved = any(" ".join(lower[max(start, q.first - length) : q.first]) in words["rise"] for length in (1, 2))
    if toll is None or not moved or (q.head >= 0 and not _counts_people(clause, q)):
        return None
    return clause.measures.before.get((lower[toll], "of")) or clause.measures.after.get((lower[toll],))


def _is_toll(clause: Clause, i: int) -> bool:
    """The **toll**; the number **of dead**."""
    return any(
        " ".join(clause.lower[max(clause.first, k) : i + 1]) in clause.measures.words["toll"] for k in (i, i - 1)
    )


def _behind(clause: Clause, q: Quantity) -> Happening | None:
    """Look behind the noun, past auxiliaries, or past a prepositional phrase that an auxiliary closes."""
    if not _may_suffer(clause, q):
        return None
    at = _skip(clause, q.end)
    if (found := _phrase_at(clause, at)) or (q.head >= 0 and (found := _phrase_at(clause, q.head))):
        return found
    return _far_behind(clause, q.end)


def _over(clause: Clause, q: Quantity) -> Happening | None:
    """By the tree: the verb whose subject or object is counted."""
    tree = clause.tree
    if tree is None or q.head < 0 or not _may_suffer(clause, q):
        return None
    verb, dep = tree.head(q.head), tree.dep(q.head)
    if dep in ("nsubj", "nsubj:pass"):
        return _phrase_at(clause, verb)
    return clause.measures.before.get((clause.lower[verb],)) if dep == "obj" else None


def _far_behind(clause: Clause, at: int) -> Happening | None:
    lower, measures = clause.lower, clause.measures
    if at >= clause.last or lower[at] not in measures.words["complement"] | measures.words["direction"]:
        return None
    for i in range(at + 1, min(at + FAR_CUE, clause.last)):
        if not lower[i][0].isalpha():
            break
        if lower[i] in measures.words["auxiliary"]:
            return _phrase_at(clause, _skip(clause, i))
    return None


def _skip(clause: Clause, at: int) -> int:
    while at < clause.last and clause.lower[at] in clause.measures.words["auxiliary"]:
        at += 1
    return at


def _phrase_at(clause: Clause, at: int) -> Happening | None:
    for length in range(min(LONGEST_CUE, clause.last - at), 0, -1):
        found = clause.measures.after.get(clause.lower[at : at + length])
        if found is not None:
            return found
    return None


def _may_suffer(clause: Clause, q: Quantity) -> bool:
    """Whether what is counted could be people: no noun, a noun for people, a people's name, a happening itself."""
    return q.head < 0 or _counts_people(clause, q) or _phrase_at(clause, q.head) is not None


def _counts_people(clause: Clause, q: Quantity) -> bool:
    if q.head < 0:
        return True
    if q.head in clause.arms:
        return False
    word, lower = clause.tokens.words[q.head], clause.lower[q.head]
    known = clause.measures.words
    return (
        word[0].isupper() or lower in known["person"] or lower in known["troops"] or lower in clause.measures.one_person
    )


def _idle(clause: Clause, q: Quantity) -> bool:
    """Two times, three days: no count of anything."""
    return (
        q.end < clause.last
        and q.head < 0
        and clause.measures.plays(clause.lower[q.end], "never")
        and not (clause.measures.plays(clause.lower[q.end], "person"))
    )


def _shared(clause: Clause, found: Sequence[Quantity], told: list[Finding | None]) -> list[Finding | None]:
    """Two soldiers and three civilians were killed: neighbours joined by "and" share what happened."""
    for step in (list(pairwise(range(len(found)))), [(b, a) for a, b in reversed(list(pairwise(range(len(found)))))]):
        for known, other in step:
            source = told[known]
            if source is None or told[other] is not None or not _joined(clause, found, known, other):
                continue
            told[other] = replace(source, quantity=found[other], score=SHARED_SCORE)
    return told


def _joined(clause: Clause, found: Sequence[Quantity], known: int, other: int) -> bool:
    left, right = sorted((known, other))
    between = clause.lower[found[left].end : found[right].first]
    joined = 0 < len(between) <= LONGEST_CUE and all(word in clause.measures.words["share"] for word in between)
    q = found[other]
    return joined and q.kind == "count" and q.head >= 0 and _counts_people(clause, q)


def _plain(clause: Clause, q: Quantity) -> Finding | None:
    """A sum, a weight, a share, a ratio, people, or a count of other things; None for set phrases."""
    if q.loose:
        return None
    if q.kind != "count":
        score = VAGUE_SCORE if q.vague else SCORES[q.kind]
        return Finding(q, _complement(clause, q), q.unit, rule_id(clause, q.kind), score, q.kind)
    if _is_bare(clause, q):
        return Finding(q, "", "", rule_id(clause, "again"), VAGUE_SCORE, "count")
    if not _states_something(clause, q):
        return None
    noun = clause.lower[q.head]
    if q.head in clause.arms:
        unit = clause.arms[q.head] if _may_be_people(clause, noun) else q.unit
        return Finding(q, _counted(clause, q), unit, rule_id(clause, "count"), SCORES["count"], "count")
    if clause.measures.plays(noun, "troops"):
        return Finding(q, "troops", "person", rule_id(clause, "troops"), VAGUE_SCORE if q.vague else 0.7, "people")
    people = clause.measures.plays(noun, "person") or is_people(clause.measures, clause.tokens.words[q.head])
    unit, kind = ("person", "people") if people else (q.unit, "count")
    score = VAGUE_SCORE if q.vague else SCORES["count"]
    return Finding(q, _counted(clause, q), unit, rule_id(clause, "count"), score, kind)


def rule_id(clause: Clause, kind: str) -> str:
    return f"{clause.measures.prefix}#{kind}"


def _may_be_people(clause: Clause, noun: str) -> bool:
    return any(clause.measures.plays(noun, part) for part in ("person", "troops"))


def _is_bare(clause: Clause, q: Quantity) -> bool:
    """A number with no noun that ends its clause."""
    ends = q.last >= clause.last or not clause.lower[q.last][0].isalnum()
    return q.head < 0 and ends and not (q.definite or q.vague)


def _states_something(clause: Clause, q: Quantity) -> bool:
    """A count is a claim unless it is one, points back (the two …), or is a set phrase (two countries)."""
    points_back = q.definite and not (q.whose and q.size >= POSSESSED)
    if q.head < 0 or points_back or (q.size <= 1 and not q.vague):
        return False
    noun = clause.lower[q.head]
    if clause.measures.plays(noun, "never"):
        return False
    few = not q.vague and q.size < SET_PHRASE and q.low == q.high
    return not (few and clause.measures.plays(noun, "stock"))


def _counted(clause: Clause, q: Quantity) -> str:
    """The noun with what stands between it and the number."""
    start = max(q.last, q.head + 1 - LONGEST_MEASURE)
    start += start < q.head and clause.lower[start] in clause.measures.words["complement"]
    while start > q.last and (clause.lower[start] in DASHES or clause.lower[start - 1] in DASHES):
        start -= 1
    return _words(clause, start, q.head + 1)


def _complement(clause: Clause, q: Quantity) -> str:
    """What a sum or weight is of or for: the words behind "of", "in" or the sum itself; else the kind of quantity."""
    lower, words = clause.lower, clause.measures.words
    at = q.end
    while at < clause.last and (lower[at] in words["filler"] or lower[at] in DASHES):
        at += 1
    if at == q.end and q.kind != "money":
        return q.kind
    end = at
    while end < min(at + LONGEST_MEASURE, clause.last) and _goes_on(clause, at, end):
        end += 1
    while end > at and lower[end - 1] in DASHES:
        end -= 1
    return _words(clause, at, end) or q.kind


def _goes_on(clause: Clause, at: int, i: int) -> bool:
    """Whether token `i` may belong to the phrase that begins with token `at`."""
    word, lower = clause.tokens.words[i], clause.lower[i]
    if i > at and clause.tree is not None and clause.tree.tag(i) == "VBN" and clause.tree.dep(i) == "acl":
        return False  # a contract **signed** in May
    if i in clause.timed or lower in clause.measures.words["stop"] or (word[0].isupper() and not word.isupper()):
        return False
    return lower[0].isalpha() or (lower in DASHES and i > at)


def _words(clause: Clause, first: int, last: int) -> str:
    joined = " ".join(clause.lower[first:last])
    for dash in DASHES:
        joined = joined.replace(f" {dash} ", dash)
    return joined
