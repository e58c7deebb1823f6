"""Who a claim is about: who did it, sent it or paid it, and to whom or for whom; of the dead only whose they are."""

from collections.abc import Mapping, Sequence, Set

from dragoman.model import Coded, Mention, Party
from dragoman.stages.findings import Finding, rule_id
from dragoman.stages.magnitudes import HARM
from dragoman.stages.quantities import Clause, Quantity

FAR_PARTY = 6
NO_CUES: frozenset[int] = frozenset()
LOCAL = "place"  # a town or province, no state
SENT = frozenset({"money", "weight", "volume"})
KINDS = {
    "person": "person",
    "place": "state",
    "nationality": "state",
    "organisation": "body",
    "collective": "collective",
}


def parties(
    clause: Clause, finding: Finding, mentions: Sequence[Mention], states: Mapping[str, str], cues: Set[int] = NO_CUES
) -> tuple[Coded[Party] | None, Coded[Party] | None]:
    """Who did it and to whom (or for whom), by the tree where there is one, else by what stands next to it.

    `states` names the state of a country's code: Tehran and the Iranians are Iran. `cues` are the tokens by which
    somebody says so, whose subject does nothing but speak. The killed and wounded have nobody but those who suffered.
    """
    inside = _inside(clause, finding.quantity, mentions)
    if finding.measure.partition(" (")[0] in HARM:
        return None, _party(clause, inside or _sufferer(clause, finding.quantity, mentions, cues), "target", states)
    if _governor(clause, finding.quantity) in cues:
        mentions = [m for m in mentions if m.first >= finding.quantity.first]
    if finding.happening:
        actor = _actor(clause, finding, mentions)
        return (
            _party(clause, actor if actor is not inside else None, None, states),
            _party(clause, inside, "target", states),
        )
    named = inside if inside is not None and inside.first < finding.quantity.end else None
    actor = _sender(clause, finding, mentions) or _actor(clause, finding, mentions) or named
    recipient = _recipient(clause, finding, mentions, actor)
    return _party(clause, actor, None, states), _party(clause, recipient, "beneficiary", states)


def _party(clause: Clause, mention: Mention | None, role: str | None, states: Mapping[str, str]) -> Coded[Party] | None:
    if mention is None:
        return None
    kind, name = KINDS.get(mention.kind, "collective"), mention.name
    if kind == "state" and mention.country is not None:
        name = states.get(mention.country, name)
    party = Party(name, mention.country, kind, mention.sector, role=role, actor_id=mention.actor_id)
    return Coded(party, rule_id(clause, "party"), (mention.span,), min(mention.score, 0.9))


def _sender(clause: Clause, finding: Finding, mentions: Sequence[Mention]) -> Mention | None:
    """From whom a sum goes: transferred **from Tehran** to Damascus."""
    if finding.kind not in SENT:
        return None
    behind = (m for m in mentions if m.first > finding.quantity.end)
    return next((m for m in behind if clause.measures.plays(clause.lower[m.first - 1], "source")), None)


def _inside(clause: Clause, q: Quantity, mentions: Sequence[Mention]) -> Mention | None:
    """The people or country named on the counted noun, or just behind it (12 members of Hamas)."""
    behind = q.end < clause.last and clause.lower[q.end] in clause.measures.words["complement"]
    end = min(q.end + (FAR_PARTY // 2 if behind else 0), clause.last)
    near = [m for m in mentions if q.last <= m.first < end]
    return next((m for m in near if m.country), near[0] if near else None)


def _sufferer(clause: Clause, q: Quantity, mentions: Sequence[Mention], cues: Set[int]) -> Mention | None:
    """Who tells of losses of its own: the **brigade** lost, the **province** reported one dead; a state may tell of
    anybody's."""
    tree, verb = clause.tree, _governor(clause, q)
    if tree is None or verb < 0 or not clause.measures.plays(tree.lemma(verb), "own"):
        return None
    found = next((m for k in tree.kids(verb, "nsubj") if (m := _named_at(clause, k, q, mentions))), None)
    local = any(m.subkind == LOCAL and m.first <= k < m.last for k in tree.kids(verb, "nsubj") for m in mentions)
    return found if local or verb not in cues else None


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
    beside = [m for m in mentions for kid in kids if m.first <= kid < m.last]
    found = exact if any(m.country for m in exact) else [*beside, *exact]
    near = [m for m in found if not q.first <= m.first < q.end]
    return next((m for m in near if m.country), near[0] if near else None)


def _just_before(clause: Clause, q: Quantity, mentions: Sequence[Mention]) -> Mention | None:
    """Without a tree: the last mention a few words before the number, no comma between; not one that touches the
    number, which is who gets it (Iran gave Syria $36 billion)."""
    near = [m for m in mentions if m.last < q.first and q.first - m.last <= FAR_PARTY]
    if not near:
        return None
    between = clause.lower[near[-1].last : q.first]
    return near[-1] if all(word[0].isalnum() or word in ("'s", "-", "$") for word in between) else None


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
