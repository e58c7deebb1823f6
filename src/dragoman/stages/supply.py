"""Who supplies an item and who gets it, by the slots of a row, by the words around it, or by what was told before."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dragoman.lexicon.phrases import HYPHENS
from dragoman.model import Coded, Mention, Party, Tree
from dragoman.stages import slots
from dragoman.stages.cast import parties_at
from dragoman.stages.claim_parties import LOCAL
from dragoman.stages.items import ITEMS, Item, is_definite
from dragoman.stages.progress import Progress
from dragoman.stages.sightings import Desk, Sighting, at, governing

STATES = frozenset({"person", "body", "collective"})  # kinds of parties that act for their state
NOT_STATE = frozenset({"REB", "UAF", "BUS", "MNC", "PTY"})  # but for these sectors
SUPPLIED = frozenset({"offered", "agreed", "denied", "ordered"})  # stages that a supplier's own verb brings about

Parties = tuple[Coded[Party], ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """Who supplies and who receives; either may be nobody that the words name."""

    suppliers: Parties = ()
    recipients: Parties = ()

    @property
    def weight(self) -> tuple[int, float]:
        """Sides that are filled, and how sure they are."""
        sides = (self.suppliers, self.recipients)
        return sum(map(bool, sides)), sum(max((p.score for p in side), default=0.0) for side in sides)

    def completed(self, other: "Sides") -> "Sides":
        """With what another telling gives for a side that nobody stands on."""
        suppliers = self.suppliers or without(other.suppliers, self.recipients)
        return Sides(suppliers, self.recipients or without(other.recipients, suppliers))


def sides_of(sighting: Sighting, item: Item, progress: Progress, before: Sides | None) -> Sides | None:
    """Both sides; None where the row needs more than the words give. `before` is what was told last."""
    row = sighting.row
    sides = _named(sighting, item, progress)
    if before is not None and (item.again or _refers(sighting)):
        sides = _less_places(sighting, sides, before).completed(_recalled(before))
    needed = {"supplier": sides.suppliers, "recipient": sides.recipients}
    missing = any(not needed[side] for side in row.needs) or (row.origin and not sides.suppliers)
    return None if missing or not any(needed.values()) else sides


def _less_places(sighting: Sighting, sides: Sides, before: Sides) -> Sides:
    """Where what was told of goes to a town, that is where it lands: flew the missiles **to Clark**."""
    cast = sighting.desk.cast
    tokens = cast.reading.tokens
    where = [cast.mention_at.get(k) for p in sides.recipients for e in p.evidence for k in tokens.inside(e)]
    towns = bool(where) and all(m is not None and m.subkind == LOCAL for m in where)
    return replace(sides, recipients=()) if towns and before.recipients else sides


def _named(sighting: Sighting, item: Item, progress: Progress) -> Sides:
    """The sides as the sentence has them: slots first, then where the item is from, then the words around."""
    row = sighting.row
    recipients = _in_slots(sighting, row.recipient)
    suppliers = () if row.origin else without(_in_slots(sighting, row.supplier), recipients)
    suppliers = suppliers or without(_origin(sighting, item) or _owner(sighting), recipients)
    if not row.origin:
        suppliers = suppliers or without(_framed(sighting, progress, supplier=True), recipients)
    return Sides(suppliers, recipients or without(_framed(sighting, progress, supplier=False), suppliers))


def without(parties: Parties, others: Parties) -> Parties:
    """The parties that are of no country of the others."""
    taken = {p.value.country or p.value.name for p in others}
    return tuple(p for p in parties if (p.value.country or p.value.name) not in taken)


def _in_slots(sighting: Sighting, names: Iterable[str]) -> Parties:
    """The parties of the first slot that holds any."""
    for slot in names:
        lent = slot != "governor.subject" or _lends(sighting)
        if lent and (found := _parties(sighting, at(sighting, slot))):
            return found
    return ()


def _lends(sighting: Sighting) -> bool:
    """Whether the verb over a noun gives it its subject: approved, suspended, stepped up; not criticised."""
    above = [sighting.tree.lemma(k) for k in governing(sighting.tree, sighting.trigger.head)]
    outer = sighting.desk.words.outer
    return any(word in sighting.desk.light or any(word in outer[kind] for kind in outer) for word in above)


def _parties(sighting: Sighting, heads: Iterable[int]) -> Parties:
    """The parties at some tokens, a person or a ministry as its state, each country once."""
    desk, found = sighting.desk, dict[str, Coded[Party]]()
    for party in (_of_state(desk, p) for k in heads for p in parties_at(desk.cast, sighting.tree, k)):
        if _acts(party.value):
            found.setdefault(party.value.country or party.value.name, party)
    return tuple(found.values())


def _of_state(desk: Desk, party: Coded[Party]) -> Coded[Party]:
    """A person, ministry or army as its state; everybody else as they are."""
    value = party.value
    if value.country is None or value.kind not in STATES or value.sector in NOT_STATE:
        return replace(party, value=replace(value, role=None))
    return replace(party, value=Party(desk.cast.registry.states.get(value.country, value.name), value.country, "state"))


def _acts(party: Party) -> bool:
    """Somebody who can supply or receive: a state, an armed group, a company, an organisation."""
    return bool(party.country) or (bool(party.actor_id) and party.kind != "outlet") or party.kind == "armed_group"


def _origin(sighting: Sighting, item: Item) -> Parties:
    """From where the words say the item is: **Iranian-made** drones, **Russian** S-400 systems, drones made in Iran."""
    cast = sighting.desk.cast
    first, last = sighting.tree.subtree(item.head)
    for i in range(first, last):
        mention = cast.mention_at.get(i)
        if mention is None or mention.first != i or not mention.country:
            continue
        whose = mention.kind in ITEMS and mention.span.covers(item.span)  # Iranian drones are one mention
        if whose or (mention.kind in ("nationality", "place") and _describes(sighting, mention, item)):
            name = cast.registry.states.get(mention.country, mention.name)
            return (Coded(Party(name, mention.country, "state"), "transfers/origin", (mention.span,), 0.7),)
    return ()


def _describes(sighting: Sighting, country: Mention, item: Item) -> bool:
    """Whether a country's name says where an item comes from: right before it, or with "made"."""
    last, head = country.last, country.head
    tokens, tree, made = sighting.scene.reading.tokens, sighting.tree, sighting.desk.words.parts["made"]
    near = tokens.lower[last : min(last + 2, tree.last)]
    if near and near[0] in HYPHENS:
        return near[-1] in made  # Iranian-made, but not Soviet-era
    if not made.isdisjoint((*near[:1], *tokens.lower[max(tree.first, head - 3) : head])):
        return True  # Iranian made; made in Iran
    inside = {item.head, *tokens.inside(item.span)}
    before = tokens.starts[head] < item.span.start
    return before and tree.dep(head) in ("amod", "nmod:poss", "compound") and tree.head(head) in inside


def _owner(sighting: Sighting) -> Parties:
    """Whose the nouns are that a clause completes: **Tehran's** use of supply lines to deliver arms."""
    tree, node = sighting.tree, sighting.trigger.head
    for _ in range(2):
        if tree.dep(node) not in ("acl", "nmod"):
            return ()
        node = tree.head(node)
        if found := _parties(sighting, tree.kids(node, "nmod:poss")):
            return tuple(replace(p, score=p.score * 0.7) for p in found)
    return ()


def _framed(sighting: Sighting, progress: Progress, supplier: bool) -> Parties:
    """Whom the words around a transfer name where its own slots name nobody.

    The one who agreed, offered or refused supplies, or the one with whom talks were held; the one who asked, or who
    fired the missiles **supplied** by somebody, receives; who has a contract **to buy** buys.
    """
    tree, head, outer = sighting.tree, sighting.trigger.head, progress.outer
    side = sighting.row.supplier if supplier else sighting.row.recipient
    heads: tuple[int, ...] = ()
    if tree.dep(head) == "acl" and slots.is_passive(tree, head) != ("subject" in side):
        heads = _users(tree, tree.head(head))
    elif outer is not None and supplier and progress.stage.value not in SUPPLIED:
        heads = slots.prepositional(tree, outer, "with")
    elif outer is not None and (supplier or progress.stage.value == "negotiated"):
        heads = _subjects(tree, outer)
    return tuple(replace(p, score=p.score * 0.8) for p in _parties(sighting, heads))


def _users(tree: Tree, noun: int) -> tuple[int, ...]:
    """The subject of the verb that a noun is the object of, or that is done with it."""
    used = tree.dep(noun) == "obj" or "with" in slots.case_words(tree, noun)
    return _subjects(tree, tree.head(noun)) if used and slots.is_verb(tree, tree.head(noun)) else ()


def _subjects(tree: Tree, verb: int) -> tuple[int, ...]:
    """The subject of a verb, also where a parser hung it on an auxiliary."""
    return slots.subject(tree, verb) or tuple(k for aux in tree.kids(verb, "aux") for k in tree.kids(aux, "nsubj"))


def _refers(sighting: Sighting) -> bool:
    """These deliveries, the shipment: what was told before."""
    tree, head = sighting.tree, sighting.trigger.head
    nouns = (head, *at(sighting, "subject")) if slots.is_verb(tree, head) else (head,)
    return any(is_definite(tree, noun) for noun in nouns)


def _recalled(before: Sides) -> Sides:
    def again(parties: Parties) -> Parties:
        return tuple(replace(p, rule="context/transfer", score=p.score * 0.6) for p in parties)

    return Sides(again(before.suppliers), again(before.recipients))
