"""The parties of an act: those that stand in the slots of its trigger, or inside what completes it."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from dragoman.model import Coded, Party, Tree
from dragoman.stages import slots
from dragoman.stages.cast import Cast, parties_at
from dragoman.stages.triggers import Trigger, fillers, wider

Parties = tuple[Coded[Party], ...]
SITES = frozenset({"in", "at", "near", "on"})


def side(cast: Cast, tree: Tree, trigger: Trigger, names: Iterable[str], without: Parties = ()) -> Parties:
    """The parties of the first slot that holds any that are not on the other side."""
    for slot in names:
        if slot == "within":
            found = within(cast, tree, trigger, without)
        else:
            found = parties_in(cast, tree, fillers(tree, trigger, slot)) or parties_in(
                cast, tree, wider(tree, trigger, slot)
            )
        found = tuple(p for p in found if not _among(p, without))
        if found:
            return found
    return ()


def parties_in(cast: Cast, tree: Tree, tokens: Iterable[int]) -> Parties:
    found: Parties = ()
    for i in tokens:
        found = merged(found, parties_at(cast, tree, i))
    return found


def merged(first: Parties, second: Iterable[Coded[Party]]) -> Parties:
    return (*first, *(p for p in second if not _among(p, first)))


def _among(party: Coded[Party], others: Iterable[Coded[Party]]) -> bool:
    return any(party.value.name == other.value.name or _overlap(party, other) for other in others)


def _overlap(a: Coded[Party], b: Coded[Party]) -> bool:
    return any(x.overlaps(y) for x in a.evidence for y in b.evidence)


def with_role(party: Coded[Party], role: str) -> Coded[Party]:
    return replace(party, value=replace(party.value, role=role))


def within(cast: Cast, tree: Tree, trigger: Trigger, actors: Parties) -> Parties:
    """The first party of another country inside what completes the trigger, else another one of the same."""
    countries = {p.value.country for p in actors if p.value.country}
    inside = [found for i in _named_within(cast, tree, trigger) if (found := parties_at(cast, tree, i))]
    for others in (_foreign, _domestic):
        for parties in inside:
            if others(parties[0], countries) and not _among(parties[0], actors):
                return tuple(replace(p, score=p.score * 0.7) for p in parties if others(p, countries))
    return ()


def _named_within(cast: Cast, tree: Tree, trigger: Trigger) -> Iterator[int]:
    """The nouns inside what completes a trigger that are named, or that a name describes: **Ugandan candidates**."""
    head = trigger.head
    for top in (*slots.complements(tree, head), *slots.object_(tree, head), *tree.kids(head, "obl", "nmod")):
        seen = -1
        for i in range(*tree.subtree(top)):
            mention = cast.mention_at.get(i)
            if mention is None or mention.first <= seen or _sited(tree, mention.head):
                continue
            seen = mention.first
            above = tree.head(mention.head)
            described = tree.dep(mention.head) in ("amod", "compound", "nmod:poss") and cast.agents.get(
                tree.lemma(above)
            )
            yield above if described and top <= above else mention.head


def _sited(tree: Tree, i: int) -> bool:
    """Whether a name only tells where: **in** Lahore, **in the town of** Hawara."""
    words = slots.case_words(tree, i)
    return bool(words & SITES) or ("of" in words and bool(slots.case_words(tree, tree.head(i)) & SITES))


def _domestic(party: Coded[Party], countries: Set[str | None]) -> bool:
    """Somebody of the same country who is not the state itself."""
    return party.value.country in countries and party.value.kind != "state"


def _foreign(party: Coded[Party], countries: Set[str | None]) -> bool:
    """A party of another country, or an organisation of none."""
    known = party.value.country if party.value.country else party.value.actor_id
    return known is not None and known not in countries
