"""Turn stated quantities into claims: what is counted, who did it to whom, and according to whom."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dragoman.lexicon.measures import Happening, Measures, is_people
from dragoman.lexicon.units import Units
from dragoman.model import (
    Attribution,
    Claim,
    Coded,
    Cue,
    Event,
    Magnitude,
    Mention,
    Party,
    Reading,
    Source,
    Span,
)
from dragoman.model.event import STATUSES
from dragoman.model.identity import record_id
from dragoman.stages.quantities import SET_PHRASE, Clause, Quantity, clause_of, find_quantities, timed_tokens
from dragoman.text.numbers import DASHES

SILENT = frozenset({"footnote", "boilerplate"})
LONGEST_CUE = 4
FAR_CUE = 8  # words between what is counted and "were killed", where a preposition opens the gap
FAR_PARTY = 6
LONGEST_MEASURE = 4
CASUALTIES = ("killed", "wounded")
SCORES = {"money": 0.85, "weight": 0.85, "share": 0.7, "distance": 0.6, "area": 0.7, "volume": 0.7, "power": 0.7, "count": 0.55}
HAPPENING_SCORE = 0.85
SHARED_SCORE = 0.65
KINDS = {"person": "person", "place": "state", "nationality": "state", "organisation": "body", "collective": "collective"}


@dataclass(frozen=True, slots=True)
class Finding:
    """A quantity with what it measures; `active` where the words that say so stand before it (killed 12)."""

    quantity: Quantity
    measure: str
    unit: str
    rule: str
    score: float
    happening: bool = False
    active: bool = False


def claim_coder(units: Units, measures: Measures) -> Callable[[Reading], Reading]:
    """Build the stage that fills `claims`. Needs tokens, sentences and times; uses trees, mentions, attributions and
    cues where they are there."""

    def code_claims(reading: Reading) -> Reading:
        timed = timed_tokens(reading)
        mentions = _by_sentence(reading)
        claims = tuple(
            _claim(reading, clause, finding, mentions.get(number, ()), number)
            for number, sentence in enumerate(reading.sentences)
            if not (reading.sections and reading.sections[sentence.section].kind in SILENT)
            for clause in (clause_of(reading, number, timed, units, measures),)
            for finding in findings(clause)
        )
        return replace(reading, claims=claims)

    return code_claims


def findings(clause: Clause) -> Iterator[Finding]:
    """The quantities of a sentence that somebody states, each with its measure."""
    found = tuple(find_quantities(clause))
    if found:
        happened = _shared(clause, found, [_happening(clause, q) for q in found])
        for quantity, happening in zip(found, happened, strict=True):
            finding = happening or _plain(clause, quantity)
            if finding is not None:
                yield finding


# -- what is measured ---------------------------------------------------------------------------------------------------


def _happening(clause: Clause, q: Quantity) -> Finding | None:
    """Killed, wounded, captured … by the words just before the number or just behind what it counts."""
    if q.kind != "count" or _times(clause, q):
        return None
    for happening, active in ((_before(clause, q), True), (_behind(clause, q), False), (_over(clause, q), False)):
        if happening is not None and (not happening.people or _counts_people(clause, q)):
            return _told(q, happening, active, HAPPENING_SCORE)
    return None


def _told(q: Quantity, happening: Happening, active: bool, score: float) -> Finding:
    return Finding(q, happening.measure, "person", happening.rule, score, happening=True, active=active)


def _before(clause: Clause, q: Quantity) -> Happening | None:
    for length in range(min(LONGEST_CUE, q.first - clause.first), 0, -1):
        found = clause.measures.before.get(clause.lower[q.first - length : q.first])
        if found is not None:
            return found if _may_suffer(clause, q) else None
    return None


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
    word, lower = clause.tokens.words[q.head], clause.lower[q.head]
    return word[0].isupper() or lower in clause.measures.words["person"] or lower in clause.measures.words["troops"]


def _times(clause: Clause, q: Quantity) -> bool:
    """Two times, three days: no count of anything."""
    return q.end < clause.last and q.head < 0 and clause.measures.plays(clause.lower[q.end], "never") and not (
        clause.measures.plays(clause.lower[q.end], "person")
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
    """A sum, a weight, a share, troops, or a count of other things; None for set phrases."""
    if q.kind != "count":
        return Finding(q, _complement(clause, q), q.unit, _rule(clause, q.kind), SCORES[q.kind])
    if not _states_something(clause, q):
        return None
    noun = clause.lower[q.head]
    if clause.measures.plays(noun, "troops"):
        return Finding(q, "troops", "person", _rule(clause, "troops"), 0.7)
    people = clause.measures.plays(noun, "people") or is_people(clause.measures, clause.tokens.words[q.head])
    unit = "person" if people else q.unit
    return Finding(q, _counted(clause, q), unit, _rule(clause, "count"), SCORES["count"])


def _rule(clause: Clause, kind: str) -> str:
    return f"{clause.measures.prefix}#{kind}"


def _states_something(clause: Clause, q: Quantity) -> bool:
    """A count is a claim unless it is one, points back (the two …), or is a set phrase (two countries)."""
    if q.head < 0 or q.definite or q.size <= 1:
        return False
    noun = clause.lower[q.head]
    if clause.measures.plays(noun, "never"):
        return False
    return not (q.size < SET_PHRASE and q.low == q.high and clause.measures.plays(noun, "stock"))


def _counted(clause: Clause, q: Quantity) -> str:
    """The noun with what stands between it and the number."""
    start = max(q.last, q.head + 1 - LONGEST_MEASURE)
    while start < q.head and clause.lower[start] in DASHES:
        start += 1
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
    if i in clause.timed or lower in clause.measures.words["stop"] or (word[0].isupper() and not word.isupper()):
        return False
    return lower[0].isalpha() or (lower in DASHES and i > at)


def _words(clause: Clause, first: int, last: int) -> str:
    joined = " ".join(clause.lower[first:last])
    for dash in DASHES:
        joined = joined.replace(f" {dash} ", dash)
    return joined


# -- who, to whom, according to whom --------------------------------------------------------------------------------------


def _by_sentence(reading: Reading) -> dict[int, tuple[Mention, ...]]:
    """The mentions of each sentence, by its number."""
    made: dict[int, list[Mention]] = {}
    number = 0
    for mention in sorted(reading.mentions, key=lambda m: m.first):
        while number < len(reading.sentences) and reading.sentences[number].last <= mention.first:
            number += 1
        made.setdefault(number, []).append(mention)
    return {number: tuple(found) for number, found in made.items()}


def _claim(reading: Reading, clause: Clause, finding: Finding, mentions: Sequence[Mention], number: int) -> Claim:
    q = finding.quantity
    span = clause.tokens.span(q.first, q.last)
    subject, target = parties(clause, finding, mentions)
    return Claim(
        id=record_id("claim", reading.report.text.id, span, 0),
        text=reading.report.text.id,
        measure=finding.measure,
        amount=Coded(span.of(reading.content), q.rule, (span,), finding.score),
        low=q.low,
        high=q.high,
        unit=finding.unit,
        per=q.per,
        subject=subject,
        target=target,
        status=_status(reading.cues, span),
        claimed_by=sources_for(span, reading.attributions),
        sentence=reading.sentences[number].span,
        score=finding.score,
    )


def _status(cues: Iterable[Cue], span: Span) -> str:
    """What a cue in whose scope the amount stands makes of it."""
    kinds = (cue.kind for cue in cues if cue.kind in STATUSES and cue.scope.covers(span))
    return next(kinds, "factual")


def sources_for(span: Span, attributions: Iterable[Attribution]) -> tuple[Coded[Source], ...]:
    """The sources of the innermost attribution whose content covers `span`, each with the words that name it."""
    covering = [a for a in attributions if a.content.covers(span)]
    if not covering:
        return ()
    inner = min(covering, key=lambda a: a.content.end - a.content.start)
    named = zip(inner.sources, inner.speakers, strict=False)
    return tuple(Coded(source, inner.rule, (speaker,)) for source, speaker in named)


def parties(
    clause: Clause, finding: Finding, mentions: Sequence[Mention]
) -> tuple[Coded[Party] | None, Coded[Party] | None]:
    """Who did it and to whom (or for whom), by the tree where there is one, else by what stands next to it."""
    inside = _inside(clause, finding.quantity, mentions)
    if finding.happening:
        actor = _actor(clause, finding, mentions)
        return _party(clause, actor if actor is not inside else None, None), _party(clause, inside, "target")
    actor = _actor(clause, finding, mentions) or inside
    return _party(clause, actor, None), _party(clause, _recipient(clause, finding, mentions, actor), "beneficiary")


def _party(clause: Clause, mention: Mention | None, role: str | None) -> Coded[Party] | None:
    if mention is None:
        return None
    kind = KINDS.get(mention.kind, "collective")
    party = Party(mention.name, mention.country, kind, mention.sector, role=role, actor_id=mention.actor_id)
    return Coded(party, _rule(clause, "party"), (mention.span,), min(mention.score, 0.9))


def _inside(clause: Clause, q: Quantity, mentions: Sequence[Mention]) -> Mention | None:
    """The people or country named on the counted noun, or just behind it (12 members of Hamas)."""
    behind = q.end < clause.last and clause.lower[q.end] in clause.measures.words["complement"]
    end = min(q.end + (FAR_PARTY // 2 if behind else 0), clause.last)
    near = [m for m in mentions if q.last <= m.first < end]
    return next((m for m in near if m.country), near[0] if near else None)


def _actor(clause: Clause, finding: Finding, mentions: Sequence[Mention]) -> Mention | None:
    found = _by_tree(clause, finding, mentions) if clause.tree is not None else None
    if found is None and clause.tree is None and (finding.active or not finding.happening):
        return _just_before(clause, finding.quantity, mentions)
    return found


def _governor(clause: Clause, q: Quantity) -> int:
    """The verb over a quantity, or -1."""
    tree = clause.tree
    start = q.head if q.head >= 0 else q.last - 1
    if tree is None or not tree.first <= start < tree.last:
        return -1
    for node in (start, *tree.ancestors(start)):
        if tree.tag(node).startswith("V"):
            return node
    return -1


def _by_tree(clause: Clause, finding: Finding, mentions: Sequence[Mention]) -> Mention | None:
    """The subject of the verb over the quantity, or of the verb over that one; the agent of a passive."""
    tree, verb = clause.tree, _governor(clause, finding.quantity)
    if tree is None or verb < 0:
        return None
    for node in (verb, *tree.ancestors(verb)):
        agents = tree.kids(node, "obl:agent")
        subjects = tree.kids(node, "nsubj")
        if heads := agents or subjects:
            return _named_at(clause, heads[0], finding.quantity, mentions)
        if tree.kids(node, "nsubj:pass") or tree.dep(node) not in ("advcl", "xcomp", "conj", "acl"):
            return None
    return None


def _named_at(clause: Clause, head: int, q: Quantity, mentions: Sequence[Mention]) -> Mention | None:
    """The mention that a token heads, else one that stands right on it (an Israeli airstrike)."""
    tree = clause.tree
    if tree is None:
        return None
    exact = [m for m in mentions if m.first <= head < m.last]
    kids = tree.kids(head, "amod", "nmod:poss", "compound")
    near = exact or [m for m in mentions for kid in kids if m.first <= kid < m.last]
    return next((m for m in near if not q.first <= m.first < q.end), None)


def _just_before(clause: Clause, q: Quantity, mentions: Sequence[Mention]) -> Mention | None:
    """Without a tree: the last mention within a few words before the number, no comma between."""
    near = [m for m in mentions if m.last <= q.first and q.first - m.last <= FAR_PARTY]
    if not near or any(not word[0].isalnum() and word not in "'-" for word in clause.lower[near[-1].last : q.first]):
        return None
    verbs = q.first - near[-1].last
    return near[-1] if verbs >= 1 else None


def _recipient(clause: Clause, finding: Finding, mentions: Sequence[Mention], actor: Mention | None) -> Mention | None:
    """Who gets it: named behind "to", or between the verb and the sum (gave Syria at least $36 billion)."""
    q, lower = finding.quantity, clause.lower
    toward = clause.measures.words["toward"]
    for mention in mentions:
        reach = clause.last if clause.tree is not None else min(q.end + 2 * FAR_PARTY, clause.last)
        follows = q.end <= mention.first < reach and lower[mention.first - 1] in toward
        if mention is not actor and (follows or mention.last == q.first):
            return mention
    return None


# -- what events they belong to ---------------------------------------------------------------------------------------------


def link_claims(claims: Sequence[Claim], events: Sequence[Event]) -> tuple[tuple[Claim, ...], tuple[Event, ...]]:
    """Tie each count of dead or wounded to the assault of its sentence, and give those events their magnitude.

    Of several assaults the one whose words stand nearest is taken. Several figures for one event leave the lowest.
    """
    linked = tuple(_linked(claim, events) for claim in claims)
    return linked, tuple(_sized(event, [c for c in linked if c.about == event.id]) for event in events)


def _linked(claim: Claim, events: Sequence[Event]) -> Claim:
    if claim.measure not in CASUALTIES:
        return claim
    near = [e for e in events if e.text == claim.text and e.type.value == "ASSAULT" and e.sentence.overlaps(claim.sentence)]
    if not near:
        return claim
    return replace(claim, about=min(near, key=lambda e: _distance(e, claim)).id)


def _distance(event: Event, claim: Claim) -> tuple[bool, int]:
    """Whether the sentence differs, and the characters between the words of the act and those of the figure."""
    here = claim.amount.evidence[0].start if claim.amount.evidence else claim.sentence.start
    spans = event.type.evidence or (event.sentence,)
    return event.sentence != claim.sentence, min(abs(span.start - here) for span in spans)


def _sized(event: Event, claims: Sequence[Claim]) -> Event:
    dead, wounded = (_lowest([c for c in claims if c.measure == measure]) for measure in CASUALTIES)
    if dead is None and wounded is None:
        return event
    known = event.magnitude or Magnitude()
    kept = Magnitude(known.dead if dead is None else dead, known.wounded if wounded is None else wounded, known.size)
    return replace(event, magnitude=kept)


def _lowest(claims: Sequence[Claim]) -> int | None:
    figures = [figure for c in claims if (figure := c.low if c.low is not None else c.high) is not None]
    return int(min(figures)) if figures else None
