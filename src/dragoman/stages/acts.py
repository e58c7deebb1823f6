"""From triggers to acts: who takes part, and what an act becomes inside another one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from dragoman.lexicon.composition import Composition
from dragoman.lexicon.frames import Frame, Frames
from dragoman.model import Coded, Party, Tree
from dragoman.stages import slots
from dragoman.stages.cast import Cast, parties_at
from dragoman.stages.homes import ON_THE_SPOT
from dragoman.stages.triggers import Trigger, fillers, find_triggers, wider

Parties = tuple[Coded[Party], ...]
FRAMING = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN"})
HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST", "REJECT", "THREATEN"})
TWO_SIDED = frozenset(
    {"AGREE", "SUPPORT", "COOPERATE", "AID", "REQUEST", "ACCUSE", "REJECT", "CONCEDE"}
)  # a bare noun of these names an act only with both its sides
SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE"})
OPEN = frozenset({"xcomp", "ccomp", "advcl", "acl", "obj", "conj"})
DENIALS = frozenset({"129"})
TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE"})
ENDING = frozenset({"stop", "halt", "cease", "end", "suspend", "cut", "quit", "freeze", "refrain", "avoid"})
DENYING = frozenset({"deny", "denial", "refute", "rebut", "disavow"})  # what is denied is an event of its own, denied
NEGATIONS = frozenset({"not", "n't", "never"})
SITES = frozenset({"in", "at", "near", "on"})
INTENT = frozenset({"will", "would", "'ll", "shall"})
DUTY = frozenset({"must", "should"})


@dataclass(frozen=True, slots=True)
class Act:
    """An act with its parties, before it is placed, dated and attributed. `inner` is the act that it frames.

    `said` is the verb of saying by which a speaker does it: what he says he will do, he has said.
    """

    trigger: Trigger
    type: str
    cameo: str
    actors: Parties
    recipients: Parties
    reciprocal: bool
    rule: str
    inner: Trigger | None = None
    said: int | None = None

    @property
    def frame(self) -> Frame:
        return self.trigger.frame


def find_acts(frames: Frames, composition: Composition, cast: Cast, tree: Tree) -> list[Act]:
    """The acts that one sentence tells, each once."""
    acts = read_acts(frames, composition, cast, tree)
    empty = frozenset(
        a.trigger.head for a in acts if len(a.trigger.words) > 1 and a.type not in FRAMING and not _complete(a)
    )
    if empty:
        acts = read_acts(frames, composition, cast, tree, empty)
    return _once(tree, [act for act in acts if _complete(act)])


def read_acts(
    frames: Frames, composition: Composition, cast: Cast, tree: Tree, without: Set[int] = frozenset()
) -> list[Act]:
    """Every act whose frame fires, without those that another one frames."""
    triggers = find_triggers(frames, cast, tree, without)
    at = {t.head: t for t in triggers}
    framed: set[int] = set()
    acts = []
    for trigger in triggers:
        act = _declared(frames, composition, cast, tree, trigger) or _act(composition, cast, tree, trigger, at)
        act = _spoken(frames, cast, tree, _sought(frames, composition, tree, act))
        if act.inner is not None and act.inner is not trigger:
            framed.add(act.inner.head)
        if _frames_others(act):
            framed.update(t.head for t in triggers if _unrealised(tree, t, trigger.head))
        acts.append(act)
    return [act for act in acts if act.trigger.head not in framed]


def _frames_others(act: Act) -> bool:
    """Whether what an act speaks of is not done yet: it is agreed to, demanded, refused or threatened."""
    return (act.type in FRAMING and act.trigger.frame.cameo[:3] not in DENIALS) or act.said is not None


def _unrealised(tree: Tree, trigger: Trigger, framing: int) -> bool:
    """Whether a verb stands in the open below a framing one: willing to send arms **to help defend** Kuwait."""
    i = trigger.head
    if i == framing or not slots.is_verb(tree, i):
        return False
    for k in (i, *tree.ancestors(i)):
        if k == framing:
            return True
        if tree.dep(k) not in OPEN or _told_as_done(tree, k) or tree.lemma(k) in ENDING:
            return False
    return False


def _told_as_done(tree: Tree, verb: int) -> bool:
    """Whether a verb or its helper stands in a tense of its own: had shelled, was attacked."""
    return any(tree.tag(k) in ("VBD", "VBZ", "VBP") for k in (verb, *tree.kids(verb, "aux", "aux:pass", "cop")))


def _act(composition: Composition, cast: Cast, tree: Tree, trigger: Trigger, at: Mapping[int, Trigger]) -> Act:
    frame = trigger.frame
    actors = _side(cast, tree, trigger, frame.actor)
    actors = actors or _met_in(cast, tree, trigger)
    recipients = _side(cast, tree, trigger, frame.recipient, without=actors)
    addressees = tuple(_with_role(p, "addressee") for p in _side(cast, tree, trigger, frame.addressee, without=actors))
    if not recipients and len(actors) > 1 and (_together(frame, actors) or fillers(tree, trigger, "between")):
        actors, recipients = actors[:1], actors[1:]
    framing = (frame.type in FRAMING or frame.cameo.startswith("112")) and tree.lemma(trigger.head) not in DENYING
    inner = _inner(tree, trigger, at) if framing else None
    code = composition.code(frame.cameo, inner.frame.cameo) if inner else None
    if inner is not None and not recipients:
        recipients = _of_inner(cast, tree, inner, actors)
    if not recipients and (frame.verbal or frame.type in SPOKEN):
        recipients = _within(cast, tree, trigger, actors)
    recipients = _merged(recipients, addressees)
    return Act(trigger, frame.type, code or frame.cameo, actors, recipients, frame.mutual, frame.rule, inner)


def _together(frame: Frame, actors: Parties) -> bool:
    """Whether the actors do it with each other: who meets or agrees, and is of two countries, does."""
    return frame.mutual or (frame.type in TOGETHER and len({p.value.country for p in actors if p.value.country}) > 1)


def _met_in(cast: Cast, tree: Tree, trigger: Trigger) -> Parties:
    """Who is shown in a meeting: **the Iranian minister** in a meeting with Assad."""
    noun = trigger.head
    if (
        trigger.frame.type != "CONSULT"
        or tree.dep(noun) != "nmod"
        or not slots.case_words(tree, noun) & {"in", "at", "during"}
    ):
        return ()
    return _parties(cast, tree, (tree.head(noun),))


def _declared(frames: Frames, composition: Composition, cast: Cast, tree: Tree, trigger: Trigger) -> Act | None:
    """What a speaker says of the future: his own act is an intent or a threat, what others must do a demand."""
    verb = trigger.verb if trigger.verb is not None else trigger.head
    sayer = _sayer(frames, tree, verb)
    if sayer is None or trigger.frame.type in FRAMING:
        return None
    helpers = {cast.reading.tokens.lower[k] for k in tree.kids(verb, "aux")}
    speakers = _parties(cast, tree, slots.subject(tree, sayer))
    own = slots.subject(tree, verb)
    if not speakers or not helpers & (INTENT | DUTY):
        return None
    if _same_side(cast, tree, own, speakers):
        return _intent(composition, cast, tree, trigger, speakers, sayer) if helpers & INTENT else None
    return _demand(composition, cast, tree, trigger, speakers, sayer) if helpers & DUTY else None


def _sayer(frames: Frames, tree: Tree, verb: int) -> int | None:
    """The verb of saying that a clause completes, or that trails behind it."""
    declare = frames.classes["declare"]
    if tree.dep(verb) == "ccomp" and tree.lemma(tree.head(verb)) in declare:
        return tree.head(verb)
    return next((k for k in tree.kids(verb, "parataxis") if tree.lemma(k) in declare), None)


def _intent(
    composition: Composition, cast: Cast, tree: Tree, trigger: Trigger, speakers: Parties, sayer: int
) -> Act | None:
    """ "Said it will support" is an agreement, "said they would boycott" a threat."""
    frame = trigger.frame
    hostile = frame.type in HOSTILE or frame.cameo.startswith("0874")
    outer, kind = ("13", "THREATEN") if hostile else ("03", "AGREE")
    verb = trigger.verb if trigger.verb is not None else trigger.head
    if any(tree.lemma(k) in NEGATIONS for k in tree.kids(verb, "advmod")):
        outer, kind = "12", "REJECT"  # said it will not accept refugees
    if hostile and kind == "REJECT":
        return None
    code = composition.code(outer, frame.cameo)
    recipients = _side(cast, tree, trigger, frame.recipient, without=speakers) or _within(cast, tree, trigger, speakers)
    if code is None:
        return None
    return Act(trigger, kind, code, speakers, recipients, False, "composition#declared-intent", trigger, sayer)


def _demand(
    composition: Composition, cast: Cast, tree: Tree, trigger: Trigger, speakers: Parties, sayer: int
) -> Act | None:
    """ "Said the rebels must disarm" is a demand on the rebels."""
    code = composition.code("10", trigger.frame.cameo)
    recipients = _side(cast, tree, trigger, trigger.frame.actor, without=speakers)
    if code is None or not recipients:
        return None
    return Act(trigger, "REQUEST", code, speakers, recipients, False, "composition#demanded", trigger, sayer)


def _sought(frames: Frames, composition: Composition, tree: Tree, act: Act) -> Act:
    """Who seeks or hopes to cooperate agrees to, for the time being: Turkey **sought** to mend ties with Egypt."""
    if act.type not in ("COOPERATE", "AID", "SUPPORT") or act.cameo.startswith("051"):
        return act  # who wants to thank thanks
    below = carrier(act)
    for _ in range(3):
        verb = tree.head(below)
        if tree.dep(below) not in ("xcomp", "obj", "conj", "advcl") or not slots.is_verb(tree, verb):
            return act
        if tree.dep(below) == "xcomp" and tree.lemma(verb) in frames.classes["seek"]:
            code = composition.code("03", act.cameo) or "030"
            return replace(act, type="AGREE", cameo=code, rule="composition#seek", actors=act.actors)
        below = verb
    return act


def _spoken(frames: Frames, cast: Cast, tree: Tree, act: Act) -> Act:
    """Whoever declares his country's will is the one who agrees: **Baqeri** added that Tehran is willing to help."""
    head = carrier(act)
    sayer = tree.head(head)
    if act.type != "AGREE" or tree.dep(head) != "ccomp" or tree.lemma(sayer) not in frames.classes["declare"]:
        return act
    countries = {p.value.country for p in act.actors if p.value.country}
    speakers = tuple(
        p
        for p in _parties(cast, tree, slots.subject(tree, sayer))
        if p.value.country in countries and p.value.kind == "person"
    )
    return replace(act, actors=speakers, said=sayer) if speakers else act


def _same_side(cast: Cast, tree: Tree, own: Sequence[int], speakers: Parties) -> bool:
    """Whether the subject is the speaker: a pronoun of the third person, or one of the speaker's country."""
    if any(tree.tag(i).startswith("PRP") for i in own):
        return True
    countries = {p.value.country for p in speakers}
    return any(p.value.country in countries for p in _parties(cast, tree, own) if p.value.country)


def _side(cast: Cast, tree: Tree, trigger: Trigger, names: Iterable[str], without: Parties = ()) -> Parties:
    """The parties of the first slot that holds any that are not on the other side."""
    for slot in names:
        if slot == "within":
            found = _within(cast, tree, trigger, without)
        else:
            found = _parties(cast, tree, fillers(tree, trigger, slot)) or _parties(
                cast, tree, wider(tree, trigger, slot)
            )
        found = tuple(p for p in found if not _among(p, without))
        if found:
            return found
    return ()


def _parties(cast: Cast, tree: Tree, tokens: Iterable[int]) -> Parties:
    found: Parties = ()
    for i in tokens:
        found = _merged(found, parties_at(cast, tree, i))
    return found


def _merged(first: Parties, second: Iterable[Coded[Party]]) -> Parties:
    return (*first, *(p for p in second if not _among(p, first)))


def _among(party: Coded[Party], others: Iterable[Coded[Party]]) -> bool:
    return any(party.value.name == other.value.name or _overlap(party, other) for other in others)


def _overlap(a: Coded[Party], b: Coded[Party]) -> bool:
    return any(x.overlaps(y) for x in a.evidence for y in b.evidence)


def _with_role(party: Coded[Party], role: str) -> Coded[Party]:
    return replace(party, value=replace(party.value, role=role))


def _inner(tree: Tree, trigger: Trigger, at: Mapping[int, Trigger]) -> Trigger | None:
    """The act that completes a framing one: a clause, an object, or what a preposition brings."""
    head = trigger.head
    ways = [*slots.complements(tree, head), *slots.object_(tree, head), *tree.kids(head, "obl", "nmod", "advcl", "acl")]
    for i in ways:
        below = () if tree.lemma(i) in ENDING else tree.kids(i, "xcomp", "obj", "nmod", "conj", "ccomp", "nsubj:pass")
        for k in (i, *below):
            if k in at and k != head and k not in trigger.words:
                return at[k]
    return None


def _of_inner(cast: Cast, tree: Tree, inner: Trigger, actors: Parties) -> Parties:
    """Whom the inner act concerns: who is to do it, else to whom it is done."""
    countries = {p.value.country for p in actors}
    for names in (inner.frame.actor, inner.frame.recipient):
        found = tuple(
            p
            for p in _side(cast, tree, inner, names, without=actors)
            if p.value.country not in countries or not p.value.country
        )
        if found:
            return found
    return ()


def _within(cast: Cast, tree: Tree, trigger: Trigger, actors: Parties) -> Parties:
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
            if mention is None or mention.first <= seen or slots.case_words(tree, mention.head) & SITES:
                continue
            seen = mention.first
            above = tree.head(mention.head)
            described = tree.dep(mention.head) in ("amod", "compound", "nmod:poss") and cast.agents.get(
                tree.lemma(above)
            )
            yield above if described and top <= above else mention.head


def _domestic(party: Coded[Party], countries: Set[str | None]) -> bool:
    """Somebody of the same country who is not the state itself."""
    return party.value.country in countries and party.value.kind != "state"


def _foreign(party: Coded[Party], countries: Set[str | None]) -> bool:
    """A party of another country, or an organisation of none."""
    known = party.value.country if party.value.country else party.value.actor_id
    return known is not None and known not in countries


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
    return _subset(act.actors, other) and _subset(act.recipients, other)


def _subset(parties: Parties, other: Act) -> bool:
    """Whether every party is among the other act's: by name, or by country where it is not a person with a name."""
    known = (*other.actors, *other.recipients)
    names = {p.value.name for p in known}
    countries = {p.value.country for p in known}
    return all(
        p.value.name in names or (not _named(p.value) and p.value.country in countries | {None}) for p in parties
    )


def _named(party: Party) -> bool:
    return party.kind == "person" and party.name[:1].isupper() and not party.name.lower().startswith(("the ", "a "))


def carrier(act: Act) -> int:
    """The verb that carries an act: its own, or the light one that lends it a subject."""
    return act.trigger.verb if act.trigger.verb is not None else act.trigger.head


def _linked(tree: Tree, a: int, b: int) -> bool:
    """One word hangs on the other, or both on the same verb."""
    above_a, above_b = [a, *tree.ancestors(a)][:4], [b, *tree.ancestors(b)][:4]
    return a in above_b or b in above_a
