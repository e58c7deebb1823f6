"""How the acts that frames find in a sentence stand to a given pair."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dragoman.model import Coded, Party, Reading, Span
from dragoman.stages.act import Act, Rules, carrier
from dragoman.stages.acts import read_acts
from dragoman.stages.cast import Cast, party_at
from dragoman.stages.framing import HOSTILE
from dragoman.stages.pairs import PairScene, Side, cast_pair
from dragoman.stages.sides import Parties

TOGETHER = frozenset({"CONSULT", "AGREE", "COOPERATE"})
VERBAL = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})  # done by being said, whatever they speak of
NOT = "#not"
TIES = ("both", "from", "to", "source", "on", "elsewhere", "others", "target", "against", "beside")


@dataclass(frozen=True, slots=True)
class Tied:
    """An act and its tie to the pair.

    `both` names both sides; `from` and `to` name one, stand on the path to the other, and name nobody else in its
    place. Then come those that name the source, stand `on` the path, have another target (`elsewhere`) or another
    source (`others`), name the target, name a side in the other's place (`against`), or none.
    """

    act: Act
    tie: str


def tied_acts(rules: Rules, cast: Cast, scene: PairScene) -> tuple[Tied, ...]:
    """Every act of the sentence, those tied closest to the pair first."""
    cast = cast_pair(cast, scene)
    acts = read_acts(rules, cast, scene.tree)
    found = [Tied(_meant(rules, scene.reading, act), _tie(cast, act, scene)) for act in acts]
    return tuple(sorted(found, key=lambda tied: TIES.index(tied.tie)))


def words_of(reading: Reading, act: Act) -> Span:
    """The words that name an act: all of the trigger's where they stand together, else its head alone."""
    first, last = act.trigger.words[0], act.trigger.words[-1] + 1
    if last - first > len(act.trigger.words):
        first, last = act.trigger.head, act.trigger.head + 1
    return reading.tokens.span(first, last)


def _meant(rules: Rules, reading: Reading, act: Act) -> Act:
    """What PLOVER takes a planned act for, as there is no status: an agreement or a threat; one not done: a refusal."""
    words = words_of(reading, act)
    cues = [cue for cue in reading.cues if cue.scope.covers(words) and not cue.span.overlaps(words)]
    if act.type in VERBAL or not cues:
        return act
    hostile = act.type in HOSTILE
    if any(cue.rule.endswith(NOT) for cue in cues):
        return act if hostile else _framed(rules, act, "12", "REJECT", "composition#refused")
    if any(cue.kind == "planned" for cue in cues):
        outer, kind = ("13", "THREATEN") if hostile else ("03", "AGREE")
        return _framed(rules, act, outer, kind, "composition#planned")
    return act


def _framed(rules: Rules, act: Act, outer: str, kind: str, rule: str) -> Act:
    code = rules.composition.code(outer, act.cameo)
    return act if code is None else replace(act, type=kind, cameo=code, rule=rule)


def _tie(cast: Cast, act: Act, scene: PairScene) -> str:
    everybody = (*act.actors, *act.recipients)
    together = act.reciprocal or act.type in TOGETHER  # host and guest both meet
    does = _names(everybody if together else act.actors, scene.source)
    done = _names(everybody if together else act.recipients, scene.target)
    on = act.trigger.head in scene.path or carrier(act) in scene.path
    ways = {
        "both": does and done,
        "elsewhere": does and on and _others(cast, scene, act.recipients, scene.target),
        "from": does and on,
        "others": done and on and _others(cast, scene, act.actors, scene.source),
        "to": done and on,
        "source": does,
        "on": on,
        "target": done,
        "against": _names(act.recipients, scene.source) or _names(act.actors, scene.target),
    }
    return next((name for name, holds in ways.items() if holds), "beside")


def _names(parties: Iterable[Coded[Party]], side: Side | None) -> bool:
    """Whether the words of a party lie within a side."""
    return side is not None and any(span.overlaps(side.span) for party in parties for span in party.evidence)


def _others(cast: Cast, scene: PairScene, parties: Parties, side: Side | None) -> bool:
    """Whether parties are named, and none of them can be the side."""
    if side is None or not parties:
        return False
    own = party_at(cast, scene.tree, side.head)
    return own is not None and not any(_alike(own.value, party.value) for party in parties)


def _alike(a: Party, b: Party) -> bool:
    """Whether two parties may be one, or of one country."""
    return a.name == b.name or (a.country is not None and a.country == b.country)
