"""From triggers to acts: who takes part, which acts are whole, and which are one act told twice."""

from collections.abc import Mapping, Sequence, Set

from dragoman.lexicon.frames import Frame
from dragoman.model import Party, Tree
from dragoman.stages import slots
from dragoman.stages.act import FRAMING, Act, Rules, carrier
from dragoman.stages.cast import Cast
from dragoman.stages.framing import (
    declared,
    frames_others,
    inner_act,
    of_inner,
    sought,
    spoken,
    topic_code,
    unrealised,
    withheld,
)
from dragoman.stages.homes import ON_THE_SPOT
from dragoman.stages.sides import Parties, merged, parties_in, side, with_role, within
from dragoman.stages.triggers import Trigger, fillers, find_triggers

TWO_SIDED = frozenset(
    {"AGREE", "SUPPORT", "COOPERATE", "AID", "REQUEST", "ACCUSE", "REJECT", "CONCEDE"}
)  # a bare noun of these names an act only with both its sides
SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE"})
TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE"})
VIOLENT = frozenset({"ASSAULT", "COERCE"})
ARMED = frozenset({"MIL", "REB", "UAF", "IGO"})
HOSTING = "043"
DEFENDING = frozenset({"defend", "protect", "shield", "guard", "safeguard"})
TO = frozenset({"to", "with"})
DENYING = frozenset({"deny", "denial", "refute", "rebut", "disavow"})  # what is denied is an event of its own, denied


def find_acts(rules: Rules, cast: Cast, tree: Tree) -> list[Act]:
    """The acts that one sentence tells, each once."""
    acts = read_acts(rules, cast, tree)
    empty = frozenset(
        a.trigger.head for a in acts if len(a.trigger.words) > 1 and a.type not in FRAMING and not _complete(a)
    )
    if empty:
        acts = read_acts(rules, cast, tree, empty)
    return _once(tree, [act for act in acts if _complete(act)])


def read_acts(rules: Rules, cast: Cast, tree: Tree, without: Set[int] = frozenset()) -> list[Act]:
    """Every act whose frame fires, without those that another one frames."""
    triggers = find_triggers(rules.frames, cast, tree, without)
    at = {t.head: t for t in triggers}
    framed: set[int] = set()
    acts = []
    for trigger in triggers:
        act = declared(rules, cast, tree, trigger) or _act(rules, cast, tree, trigger, at)
        act = withheld(rules, cast, tree, spoken(rules, cast, tree, sought(rules, tree, act)))
        if act.inner is not None and act.inner is not trigger:
            framed.add(act.inner.head)
        if frames_others(act):
            framed.update(t.head for t in triggers if unrealised(tree, t, trigger.head))
        acts.append(act)
    return [act for act in acts if act.trigger.head not in framed]


def _act(rules: Rules, cast: Cast, tree: Tree, trigger: Trigger, at: Mapping[int, Trigger]) -> Act:
    frame = trigger.frame
    actors = side(cast, tree, trigger, frame.actor) or _met_in(cast, tree, trigger)
    recipients = side(cast, tree, trigger, frame.recipient, without=actors)
    addressees = tuple(with_role(p, "addressee") for p in side(cast, tree, trigger, frame.addressee, without=actors))
    if not recipients and len(actors) > 1 and (frame.mutual or fillers(tree, trigger, "between")):
        actors, recipients = actors[:1], actors[1:]
    inner = inner_act(rules, cast, tree, trigger, at) if _may_frame(tree, trigger) else None
    recipients = recipients or _concerned(rules, cast, tree, trigger, inner, actors, at)
    actors, recipients = _with_both_sides(frame, actors, merged(recipients, addressees))
    return Act(
        trigger, frame.type, _code(rules, tree, trigger, inner), actors, recipients, frame.mutual, frame.rule, inner
    )


def _code(rules: Rules, tree: Tree, trigger: Trigger, inner: Trigger | None) -> str:
    """The finest of the frame's code, what the act that it speaks of makes of it, and what its topic does."""
    frame = trigger.frame
    codes = [frame.cameo]
    if inner is not None and (code := rules.composition.code(frame.cameo, inner.frame.cameo)):
        codes.append(code)
    if (frame.type in FRAMING or frame.type == "PROTEST") and (code := topic_code(rules, tree, trigger)):
        codes.append(code)
    return max(codes, key=_fineness)


def _fineness(cameo: str) -> int:
    """How much a CAMEO code says: 030 no more than 03; of two that say as much, the first given wins."""
    return len(cameo.rstrip("0"))


def _concerned(
    rules: Rules,
    cast: Cast,
    tree: Tree,
    trigger: Trigger,
    inner: Trigger | None,
    actors: Parties,
    at: Mapping[int, Trigger],
) -> Parties:
    """Whom an act concerns where no slot says so: a party of the act that it speaks of, else any named inside."""
    frame = trigger.frame
    if frame.type == "ACCUSE":
        blamed = inner_act(rules, cast, tree, trigger, at)
        if blamed is not None and blamed.frame.type in VIOLENT:
            return side(cast, tree, blamed, blamed.frame.actor, without=actors)  # never the one who was hit
    if inner is not None and (found := of_inner(cast, tree, inner, actors)):
        return found
    if frame.verbal or frame.type in SPOKEN:
        return within(cast, tree, trigger, actors) or _addressed(cast, tree, trigger, actors)
    return _defended(cast, tree, trigger) if frame.type in VIOLENT else ()


def _addressed(cast: Cast, tree: Tree, trigger: Trigger, actors: Parties) -> Parties:
    """Whom the clause above speaks to: called Erdogan **to convey support**."""
    verb = trigger.verb if trigger.verb is not None else trigger.head
    above = tree.head(verb)
    if tree.dep(verb) not in ("xcomp", "advcl") or tree.tag(verb) != "VB":
        return ()
    found = parties_in(cast, tree, slots.object_(tree, above)) or parties_in(
        cast, tree, slots.with_case(tree, above, TO)
    )
    return tuple(p for p in found if p.value.kind != "collective" and p not in actors)


def _defended(cast: Cast, tree: Tree, trigger: Trigger) -> Parties:
    """Who is protected from a strike is who is struck: help Syria defend itself **from Israeli airstrikes**."""
    verb = tree.head(trigger.head)
    if not slots.case_words(tree, trigger.head) & {"from", "against"} or tree.lemma(verb) not in DEFENDING:
        return ()
    own = [k for k in slots.object_(tree, verb) if not tree.tag(k).startswith("PRP")]
    return parties_in(cast, tree, own or slots.subject(tree, verb))


def _may_frame(tree: Tree, trigger: Trigger) -> bool:
    """Whether what completes the trigger only says what is agreed, demanded, refused, threatened or accused of."""
    frame = trigger.frame
    return (frame.type in FRAMING or frame.cameo.startswith("112")) and tree.lemma(trigger.head) not in DENYING


def _with_both_sides(frame: Frame, actors: Parties, recipients: Parties) -> tuple[Parties, Parties]:
    """Who agrees or meets and is of two countries does so with each other; a host without named guests acts."""
    if frame.type not in TOGETHER or (actors and recipients):
        return actors, recipients
    if not recipients and len({p.value.country for p in actors if p.value.country}) > 1:
        return actors[:1], actors[1:]
    return (actors, recipients) if actors or not frame.cameo.startswith(HOSTING) else (recipients, actors)


def _met_in(cast: Cast, tree: Tree, trigger: Trigger) -> Parties:
    """Who is shown in a meeting: **the Iranian minister** in a meeting with Assad."""
    noun = trigger.head
    if (
        trigger.frame.type != "CONSULT"
        or tree.dep(noun) != "nmod"
        or not slots.case_words(tree, noun) & {"in", "at", "during"}
    ):
        return ()
    shown = tree.head(noun)
    return parties_in(cast, tree, (tree.head(shown) if tree.dep(shown) == "conj" else shown,))


def _complete(act: Act) -> bool:
    """An event needs a party that is somebody's: of a country, or an organisation."""
    sides = {"actor": act.actors, "recipient": act.recipients, "addressee": act.recipients}
    if any(not sides[side] for side in act.frame.needs):
        return False
    if act.type == "REQUEST" and act.recipients and all(p.value.kind == "outlet" for p in act.recipients):
        return False  # told Reuters: no request
    bare = bool(act.trigger.frame.noun) and act.trigger.verb is None
    if bare and act.type in TWO_SIDED and not (act.actors and act.recipients):
        return False
    if bare and act.type == "RETREAT" and not act.actors:
        return False
    return any(known(p.value) or (p.value.sector and act.type in ON_THE_SPOT) for p in (*act.actors, *act.recipients))


def in_arms(type_: str, party: Party) -> bool:
    """Armed people of no named country, where force is used: the **coalition** conducted ten airstrikes."""
    return type_ in VIOLENT and party.sector in ARMED


def known(party: Party) -> bool:
    """Of a country, in the registry, or a person in an office."""
    return bool(party.country or party.actor_id or (party.kind == "person" and party.office))


def _once(tree: Tree, acts: Sequence[Act]) -> list[Act]:
    """One act told by two words of a sentence (arrived for a visit, met and discussed) counts once."""
    kept: list[Act] = []
    for act in sorted(
        acts,
        key=lambda a: (
            not (a.actors and a.recipients),
            a.cameo.endswith("0"),
            a.trigger.verb is not None,
            a.trigger.head,
        ),
    ):
        if not any(_same_act(tree, act, other) for other in kept):
            kept.append(act)
    return sorted(kept, key=lambda a: a.trigger.head)


def _same_act(tree: Tree, act: Act, other: Act) -> bool:
    if act.type != other.type or not _linked(tree, carrier(act), carrier(other)):
        return False
    if act.type in TOGETHER or other.reciprocal:
        everybody = (*other.actors, *other.recipients)
        return _subset(act.actors, everybody) and _subset(act.recipients, everybody)
    return _subset(act.actors, other.actors) and _subset(act.recipients, other.recipients)


def _subset(parties: Parties, known: Parties) -> bool:
    """Whether every party is among others: by name, or by country where it is not a person with a name."""
    names = {p.value.name for p in known}
    countries = {p.value.country for p in known}
    return all(
        p.value.name in names or (not _named(p.value) and p.value.country in countries | {None}) for p in parties
    )


def _named(party: Party) -> bool:
    return party.kind == "person" and party.name[:1].isupper() and not party.name.lower().startswith(("the ", "a "))


def _linked(tree: Tree, a: int, b: int) -> bool:
    """One word hangs on the other, or both on the same verb."""
    above_a, above_b = [a, *tree.ancestors(a)][:4], [b, *tree.ancestors(b)][:4]
    return a in above_b or b in above_a
