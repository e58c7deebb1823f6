"""What an act becomes inside another one: agreed to, demanded, refused, threatened; and what it is about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.model import Tree
from dragoman.stages import slots
from dragoman.stages.act import FRAMING, Act, Rules, carrier
from dragoman.stages.cast import Cast
from dragoman.stages.sides import Parties, parties_in, side, within
from dragoman.stages.triggers import Trigger, loose_trigger

HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST", "REJECT", "THREATEN"})
OPEN = frozenset({"xcomp", "ccomp", "advcl", "acl", "obj", "conj"})
DECLARED = frozenset({"AGREE", "SUPPORT"})
WITHHELD = "composition#withheld"
SIGNED = "057"
DENIALS = frozenset({"129"})
ENDING = frozenset({"stop", "halt", "cease", "end", "suspend", "cut", "quit", "freeze", "refrain", "avoid"})
NEGATIONS = frozenset({"not", "n't", "never"})
INTENT = frozenset({"will", "would", "'ll", "shall"})
DUTY = frozenset({"must", "should"})


def frames_others(act: Act) -> bool:
    """Whether what an act speaks of is not done yet: it is agreed to, demanded, refused or threatened."""
    signed = act.cameo.startswith(SIGNED)  # an agreement to cooperate is no cooperation yet
    return (act.type in FRAMING and act.trigger.frame.cameo[:3] not in DENIALS) or signed or act.said is not None


def unrealised(tree: Tree, trigger: Trigger, framing: int) -> bool:
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


def declared(rules: Rules, cast: Cast, tree: Tree, trigger: Trigger) -> Act | None:
    """What a speaker says of the future: his own act is an intent or a threat, what others must do a demand."""
    verb = trigger.verb if trigger.verb is not None else trigger.head
    sayer = _sayer(rules, tree, verb)
    if sayer is None or trigger.frame.type in FRAMING:
        return None
    helpers = {cast.reading.tokens.lower[k] for k in tree.kids(verb, "aux")}
    speakers = parties_in(cast, tree, slots.subject(tree, sayer))
    own = slots.subject(tree, verb)
    if not speakers or not helpers & (INTENT | DUTY):
        return None
    if _same_side(cast, tree, own, speakers):
        return _intent(rules, cast, tree, trigger, speakers, sayer) if helpers & INTENT else None
    return _demand(rules, cast, tree, trigger, speakers, sayer) if helpers & DUTY else None


def _sayer(rules: Rules, tree: Tree, verb: int) -> int | None:
    """The verb of saying that a clause completes, or that trails behind it."""
    declare = rules.frames.classes["declare"]
    if tree.dep(verb) == "ccomp" and tree.lemma(tree.head(verb)) in declare:
        return tree.head(verb)
    return next((k for k in tree.kids(verb, "parataxis") if tree.lemma(k) in declare), None)


def _intent(rules: Rules, cast: Cast, tree: Tree, trigger: Trigger, speakers: Parties, sayer: int) -> Act | None:
    """ "Said it will support" is an agreement, "said they would boycott" a threat."""
    frame = trigger.frame
    hostile = frame.type in HOSTILE or frame.cameo.startswith("0874")
    outer, kind = ("13", "THREATEN") if hostile else ("03", "AGREE")
    verb = trigger.verb if trigger.verb is not None else trigger.head
    if any(tree.lemma(k) in NEGATIONS for k in tree.kids(verb, "advmod")):
        outer, kind = "12", "REJECT"  # said it will not accept refugees
    if hostile and kind == "REJECT":
        return None
    code = rules.composition.code(outer, frame.cameo)
    recipients = side(cast, tree, trigger, frame.recipient, without=speakers) or within(cast, tree, trigger, speakers)
    if code is None:
        return None
    return Act(trigger, kind, code, speakers, recipients, False, "composition#declared-intent", trigger, sayer)


def _demand(rules: Rules, cast: Cast, tree: Tree, trigger: Trigger, speakers: Parties, sayer: int) -> Act | None:
    """ "Said the rebels must disarm" is a demand on the rebels."""
    code = rules.composition.code("10", trigger.frame.cameo)
    recipients = side(cast, tree, trigger, trigger.frame.actor, without=speakers)
    if code is None or not recipients:
        return None
    return Act(trigger, "REQUEST", code, speakers, recipients, False, "composition#demanded", trigger, sayer)


def sought(rules: Rules, tree: Tree, act: Act) -> Act:
    """Who seeks or hopes to cooperate agrees to, for the time being: Turkey **sought** to mend ties with Egypt."""
    if act.type not in ("COOPERATE", "AID", "SUPPORT") or act.cameo.startswith("051"):
        return act  # who wants to thank thanks
    below = carrier(act)
    for _ in range(3):
        verb = tree.head(below)
        if tree.dep(below) not in ("xcomp", "obj", "conj", "advcl") or not slots.is_verb(tree, verb):
            return act
        if tree.dep(below) == "xcomp" and tree.lemma(verb) in rules.frames.classes["seek"]:
            code = rules.composition.code("03", act.cameo) or "030"
            return replace(act, type="AGREE", cameo=code, rule="composition#seek", actors=act.actors)
        below = verb
    return act


def withheld(rules: Rules, cast: Cast, tree: Tree, act: Act) -> Act:
    """Whoever says what he **will not** do for others refuses it: Israel will not release the prisoners."""
    verb = carrier(act)
    helpers = {cast.reading.tokens.lower[k] for k in tree.kids(verb, "aux")}
    negated = any(tree.lemma(k) in NEGATIONS for k in tree.kids(verb, "advmod"))
    if not (negated and helpers & INTENT) or act.type in HOSTILE or act.said is not None:
        return act
    code = rules.composition.code("12", act.cameo)
    return act if code is None else replace(act, type="REJECT", cameo=code, rule=WITHHELD, said=verb)


def spoken(rules: Rules, cast: Cast, tree: Tree, act: Act) -> Act:
    """Whoever declares his country's will is the one who agrees: **Baqeri** added that Tehran is willing to help."""
    head = carrier(act)
    while tree.dep(head) == "conj" and slots.is_verb(tree, tree.head(head)):
        head = tree.head(head)  # stated that Iraq must not, and that Iran supports
    sayer = tree.head(head)
    if (
        act.type not in DECLARED
        or tree.dep(head) != "ccomp"
        or tree.lemma(sayer) not in rules.frames.classes["declare"]
    ):
        return act
    countries = {p.value.country for p in act.actors if p.value.country}
    speakers = tuple(
        p
        for p in parties_in(cast, tree, slots.subject(tree, sayer))
        if p.value.country in countries and p.value.kind == "person"
    )
    return replace(act, actors=speakers, said=sayer) if speakers else act


def _same_side(cast: Cast, tree: Tree, own: Sequence[int], speakers: Parties) -> bool:
    """Whether the subject is the speaker: a pronoun of the third person, or one of the speaker's country."""
    if any(tree.tag(i).startswith("PRP") for i in own):
        return True
    countries = {p.value.country for p in speakers}
    return any(p.value.country in countries for p in parties_in(cast, tree, own) if p.value.country)


def inner_act(rules: Rules, cast: Cast, tree: Tree, trigger: Trigger, at: Mapping[int, Trigger]) -> Trigger | None:
    """The act that completes a framing one: a clause, an object, or what a preposition brings.

    One that lacks its parties will do: they stand outside (rejected a call **to withdraw**).
    """
    inside = [k for k in _completing(tree, trigger.head) if k != trigger.head and k not in trigger.words]
    found = next((at[k] for k in inside if k in at), None)
    return found or next((t for k in inside if (t := loose_trigger(rules.frames, cast, tree, k)) is not None), None)


def _completing(tree: Tree, head: int) -> Iterator[int]:
    """The heads of what completes a word, nearest first, and those one step below."""
    ways = (*slots.complements(tree, head), *slots.object_(tree, head), *tree.kids(head, "obl", "nmod", "advcl", "acl"))
    for i in dict.fromkeys(ways):
        yield i
        if tree.lemma(i) not in ENDING:
            yield from tree.kids(i, "xcomp", "obj", "nmod", "conj", "ccomp", "nsubj:pass")
            yield from (k for k in tree.kids(i, "acl") if not _told_as_done(tree, k))


def topic_code(rules: Rules, tree: Tree, trigger: Trigger) -> str | None:
    """The finer code that what an act is about gives it: demonstrated **against the new tax**."""
    heads = [trigger.head] if trigger.verb is None else [trigger.head, trigger.verb]
    for head in heads:
        for kid in tree.kids(head, "obl", "nmod", "advcl", "acl", "xcomp", "ccomp", "obj", "parataxis"):
            for i in range(*tree.subtree(kid)):
                row = rules.topics.by_word.get(tree.lemma(i))
                code = rules.composition.code(trigger.frame.cameo, row.code) if row is not None else None
                if code is not None:
                    return code
    return None


def of_inner(cast: Cast, tree: Tree, inner: Trigger, actors: Parties) -> Parties:
    """Whom the inner act concerns: who is to do it, else to whom it is done."""
    countries = {p.value.country for p in actors}
    for names in (inner.frame.actor, inner.frame.recipient):
        found = tuple(
            p
            for p in side(cast, tree, inner, names, without=actors)
            if p.value.country not in countries or not p.value.country
        )
        if found:
            return found
    return ()
