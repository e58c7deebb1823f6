"""What else an event could have been: frames that share its word, and parties, times and places that it did not take.

Nothing of this runs while reports are coded: it reads one event's sentence again for whoever asks why.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from dragoman.lexicon.agents import Agent
from dragoman.lexicon.frames import Frame, Frames
from dragoman.lexicon.people import Registry
from dragoman.model import Event, Reading, Span, Tree
from dragoman.stages.acts import known
from dragoman.stages.cast import Cast, make_cast, party_at
from dragoman.stages.scenes import Scene, make_scenes, steps, token_at
from dragoman.stages.triggers import Trigger, has_side, held, meeting, shared

NEAREST = 1.0  # score of what is joined to the act itself; it halves with every step in the tree


@dataclass(frozen=True, slots=True)
class Rival:
    """A candidate that lost. `score` tells how near it came: the share of its demands that hold, or nearness."""

    field: str
    value: str
    rule: str
    words: str
    why: str
    score: float


def rival_finder(
    frames: Frames, agents: Mapping[str, Agent], registry: Registry
) -> Callable[[Reading, Event], tuple[Rival, ...]]:
    """A function that lists the rivals of an event of a reading, the best first within each field."""

    def find_rivals(reading: Reading, event: Event) -> tuple[Rival, ...]:
        scene = next((s for s in make_scenes(reading, registry.states) if s.sentence.span == event.sentence), None)
        if scene is None:
            return ()
        cast = make_cast(reading, agents, frames.classes["transparent"], registry)
        head = token_at(scene, event.type.evidence[0])
        return (
            *_best(_other_frames(frames, cast, scene.tree, head, event)),
            *_best(_other_parties(cast, scene, head, event)),
            *_best(_other_times(scene, head, event)),
            *_best(_other_places(scene, head, event)),
        )

    return find_rivals


def _best(found: Iterator[Rival]) -> list[Rival]:
    return sorted(found, key=lambda rival: -rival.score)


def _other_frames(frames: Frames, cast: Cast, tree: Tree, head: int, event: Event) -> Iterator[Rival]:
    """Frames that the word could have triggered, and what kept them from it."""
    rules = [frame.rule for frame, _ in shared(frames, cast, tree, head)]
    chosen = rules.index(event.type.rule) if event.type.rule in rules else None
    words = cast.reading.tokens.words[head]
    for place, (frame, trigger) in enumerate(shared(frames, cast, tree, head)):
        if frame.rule == event.type.rule:
            continue
        unmet, demands = _unmet(frame, cast, tree, trigger)
        if not unmet:
            why = "holds as well, and the act became part of a larger one" if chosen is None else _order(chosen, place)
            yield Rival("type", _named(frame), frame.rule, words, why, 1.0)
        else:
            score = round(1 - len(unmet) / max(demands, 1), 2)
            yield Rival("type", _named(frame), frame.rule, words, "; ".join(unmet), score)


def _order(chosen: int, place: int) -> str:
    if place > chosen:
        return "holds as well, but requires no more than the one that was taken"
    return "holds, but its act came to nothing: a side that it needs is nobody"


def _named(frame: Frame) -> str:
    return " ".join(filter(None, (frame.type, frame.cameo, frame.mode)))


def _unmet(frame: Frame, cast: Cast, tree: Tree, trigger: Trigger | None) -> tuple[list[str], int]:
    """The demands of a frame that do not hold, in words, and how many demands it has."""
    demands = bool(frame.particle) + len(frame.require) + len(frame.exclude) + len(frame.needs)
    if trigger is None:
        return [f"without {' or '.join(sorted(frame.particle))}"], demands
    ruled_out = (
        f"ruled out by {tree.lemma(found[0])} as {slot}"
        for slot, words in frame.exclude.items()
        if (found := held(cast, tree, trigger, slot, words))
    )
    missing = (
        f"{slot} is {_listed(words)}"
        for slot, words in frame.require.items()
        if not meeting(cast, tree, trigger, slot, words)
    )
    nobody = (f"no party as {side}" for side in sorted(frame.needs) if not has_side(cast, tree, trigger, side))
    return [*ruled_out, *missing, *nobody], demands


def _listed(words: frozenset[str]) -> str:
    """What a slot would have to hold, in short."""
    first = sorted(words)[:3]
    return f"none of {', '.join(first)}{' …' if len(words) > len(first) else ''}"


def _other_parties(cast: Cast, scene: Scene, head: int, event: Event) -> Iterator[Rival]:
    """Parties of the sentence that are on neither side."""
    taken = [span for party in (*event.actors, *event.recipients) for span in party.evidence]
    names = {party.value.name for party in (*event.actors, *event.recipients)}
    for mention in dict.fromkeys(cast.mention_at.get(i) for i in range(scene.tree.first, scene.tree.last)):
        if mention is None or any(mention.span.overlaps(span) for span in taken):
            continue
        party = party_at(cast, scene.tree, mention.head)
        if party is None or party.value.name in names or not known(party.value):
            continue
        yield _farther("actors, recipients", party.value.name, party.rule, mention.span, scene, head)


def _other_times(scene: Scene, head: int, event: Event) -> Iterator[Rival]:
    taken = event.time.evidence if event.time else ()
    for time in scene.times:
        if time.span not in taken and (time.earliest or time.latest):
            value = " to ".join(str(day) for day in dict.fromkeys((time.earliest, time.latest)) if day)
            yield _farther("time", value, time.rule, time.span, scene, head)


def _other_places(scene: Scene, head: int, event: Event) -> Iterator[Rival]:
    taken = [*(event.place.evidence if event.place else ()), *(s for party in event.actors for s in party.evidence)]
    for place in scene.places:
        if not any(place.span.overlaps(span) for span in taken):
            yield _farther("place", place.place.name, place.rule, place.span, scene, head)


def _farther(field: str, value: str, rule: str, span: Span, scene: Scene, head: int) -> Rival:
    """A candidate that stands elsewhere in the sentence."""
    token = token_at(scene, span)
    away = steps(scene.tree, head, token)
    over = scene.tree.lemma(scene.tree.head(token))
    why = f"{away} steps from the act, below “{over}”" if away > 1 else f"beside the act, as {scene.tree.dep(token)}"
    return Rival(field, value, rule, span.of(scene.reading.content), why, round(NEAREST / 2 ** max(away - 1, 0), 2))
