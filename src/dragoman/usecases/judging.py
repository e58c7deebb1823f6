"""What people decide about actors: same, different, unsure, and all of it undone. Each decision is one row."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from dragoman.errors import BadJudgement, NotFound
from dragoman.lexicon.names import compare_names
from dragoman.linking.actor_keys import name_keys_of
from dragoman.linking.judgements import Decisions
from dragoman.model import ActorJudgement, Seen
from dragoman.model.identity import actor_id
from dragoman.text.fold import fold_all
from dragoman.usecases.roll import Roll, fullest

AT = "@"  # a spelling in one report: Khatami@003
LIKELY = 0.5  # likeness from which a name that is not written so in any report is taken for one that is


@dataclass(frozen=True, slots=True)
class Reference:
    """Whom words mean: the actor, the ids it is filed under, and the spelling (of a report) that named it."""

    words: str
    actor: str
    ids: frozenset[str]
    name: str | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Hand:
    """Whose decision it is, when and why."""

    by: str
    at: datetime
    why: str = ""


def refer(roll: Roll, words: str) -> Reference:
    """The one actor that goes by an id or a name. Raises NotFound, or BadJudgement where several go by it."""
    if roll.gave_out(words):
        actor = roll.decided.stands_for(words)
        return Reference(words, actor, frozenset({words, actor}))
    name, _, document = words.rpartition(AT) if AT in words else (words, "", None)
    found = _written(roll, fold_all(name), document) or _alike(roll, name)
    if not found:
        hint = "dragoman actors lists those who do; who is told by a noun alone (soldiers, the junta) is in no list"
        raise NotFound(f"nobody in the archive goes by {words!r}; {hint}")
    if len(found) > 1:
        several = "; ".join(f"{id} ({seen.entry.name}, report {seen.document})" for id, seen in sorted(found.items()))
        raise BadJudgement(f"{words!r} may be {several}; give one of these ids")
    ((actor, seen),) = found.items()
    return Reference(words, actor, frozenset({actor, seen.entry.actor}), fold_all(name), document)


def _written(roll: Roll, folded: str, document: str | None) -> dict[str, Seen]:
    """The actors that a report calls so, each with a sighting."""
    return {
        roll.whose(seen): seen
        for seen in roll.store.seen(roll.store.named(folded))
        if document in (None, seen.document)
        and any(fold_all(spelling.words) == folded for spelling in seen.entry.sighting.names)
    }


def _alike(roll: Roll, name: str) -> dict[str, Seen]:
    """The actors whose names are likely spellings of this one, each with a sighting."""
    by_key = roll.store.found_by(name_keys_of(name))
    ids = {id for found in by_key.values() for id in found}
    fitting = {id for id, p in roll.store.profiles(ids).items() if any(_likely(name, n) for n in p.names)}
    return {roll.whose(seen): seen for seen in roll.store.seen(fitting)}


def _likely(a: str, b: str) -> bool:
    return compare_names(a, b).score >= LIKELY


def judge_same(roll: Roll, a: str, b: str, hand: Hand) -> ActorJudgement:
    """Two actors are one. The first stays, but that an id of the lexicon stays before a minted one."""
    one, other = refer(roll, a), refer(roll, b)
    if one.actor == other.actor:
        raise BadJudgement(f"{a!r} and {b!r} are one actor already: {one.actor}")
    return _append(roll, ActorJudgement(one.actor, other.actor, "same", hand.by, hand.at, hand.why))


def judge_unsure(roll: Roll, a: str, b: str, hand: Hand) -> ActorJudgement:
    """Whether two actors are one is left open."""
    one, other = refer(roll, a), refer(roll, b)
    if one.actor == other.actor:
        raise BadJudgement(
            f"{a!r} and {b!r} are one actor: {one.actor}; part them first with: dragoman actors different"
        )
    return _append(roll, ActorJudgement(one.actor, other.actor, "unsure", hand.by, hand.at, hand.why))


def judge_different(roll: Roll, a: str, b: str, hand: Hand) -> ActorJudgement:
    """Two actors are not one; of one actor, what goes by the second name is parted off and gets an id of its own."""
    one, other = refer(roll, a), refer(roll, b)
    if one.actor != other.actor:
        return _append(roll, ActorJudgement(one.actor, other.actor, "different", hand.by, hand.at, hand.why))
    joined = _between(roll.decided, one, other)
    if joined is not None:
        return _append(roll, ActorJudgement(joined.a, joined.b, "different", hand.by, hand.at, hand.why))
    return _append(roll, _part(roll, one, other, hand))


def _part(roll: Roll, one: Reference, other: Reference, hand: Hand) -> ActorJudgement:
    """Part off what goes by the second name, filed under one id and called so in full."""
    if other.name is None or (one.name, one.document) == (other.name, other.document):
        problem = f"{one.words!r} and {other.words!r} are one actor ({one.actor})"
        raise BadJudgement(f"{problem}; to part it, give two of its spellings, or SPELLING{AT}REPORT")
    seen = [s for s in roll.store.seen(roll.filed_as(other.actor)) if roll.whose(s) == other.actor]
    here = {s.entry.actor for s in seen if fullest(s.entry) == other.name and other.document in (None, s.document)}
    if len(here) != 1:
        spelled = sorted({s.entry.sighting.names[0].words for s in seen if s.entry.sighting.names})
        raise BadJudgement(
            f"{other.words!r} is no full name in any report; {other.actor} is called {', '.join(spelled)}"
        )
    (filed,) = here
    made = actor_id("parted", filed, other.name, other.document or "")
    return ActorJudgement(filed, made, "different", hand.by, hand.at, hand.why, other.name, other.document)


def undo(roll: Roll, a: str, b: str, hand: Hand) -> ActorJudgement:
    """Take back what was last decided on two actors."""
    one, other = refer(roll, a), refer(roll, b)
    found = _between(roll.decided, one, other, ("same", "different", "unsure"))
    if found is None:
        raise NotFound(f"nothing was decided on {a!r} and {b!r}; dragoman actors show lists what was")
    return _append(
        roll, ActorJudgement(found.a, found.b, "undo", hand.by, hand.at, hand.why, found.name, found.document)
    )


def _between(
    decided: Decisions, one: Reference, other: Reference, verdicts: Sequence[str] = ("same",)
) -> ActorJudgement | None:
    """The last judgement that counts between two actors, under whichever of their ids."""
    found = [
        j
        for j in decided.verdicts.values()
        if j.verdict in verdicts and ((j.a in one.ids and j.b in other.ids) or (j.b in one.ids and j.a in other.ids))
    ]
    return found[-1] if found else None


def _append(roll: Roll, judgement: ActorJudgement) -> ActorJudgement:
    roll.store.decide(judgement)
    return judgement
