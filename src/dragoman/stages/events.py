"""Code events: an act of a sentence with its parties, status, time, place and sources, every field with its words."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from math import exp, log

from dragoman.lexicon.agents import Agent
from dragoman.lexicon.ontology import Ontology
from dragoman.lexicon.people import Registry
from dragoman.model import Coded, Event, Interval, Party, Place, Reading, Span
from dragoman.model.identity import record_id
from dragoman.stages import circumstances as around
from dragoman.stages import slots
from dragoman.stages.act import Act, Rules
from dragoman.stages.acts import SPOKEN, find_acts, in_arms, known
from dragoman.stages.cast import make_cast
from dragoman.stages.homes import Ground, at_home
from dragoman.stages.links import Told, linked
from dragoman.stages.retellings import share
from dragoman.stages.scenes import CARRIED, Scene, make_scenes
from dragoman.stages.sources import sources_of
from dragoman.stages.when import time_of
from dragoman.stages.where import place_of

LONGEST_EVIDENCE = 12
TOLD_ANYHOW = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION", "CONSULT"})
STEEPNESS, OFFSET = 2.4, -1.6  # fitted by bench/calibration.py on 202 events, so that a score is a chance
BILATERAL = frozenset({"AGREE", "COOPERATE", "SUPPORT", "REQUEST"})
PASSED_OVER = frozenset({"heading", "boilerplate", "footnote"})


def event_coder(
    rules: Rules, ontology: Ontology, agents: Mapping[str, Agent], registry: Registry
) -> Callable[[Reading], Reading]:
    """Build the stage that fills `events`. Needs trees, mentions, coreference, times, places, cues, attributions."""

    def code_events(reading: Reading) -> Reading:
        cast = make_cast(reading, agents, rules.frames.classes["transparent"], registry)
        memory = Memory()
        for scene in make_scenes(reading, registry.states):
            if reading.sections[scene.sentence.section].kind in PASSED_OVER:
                continue
            for act in find_acts(rules, cast, scene.tree):
                if _only_topic(scene, act) or _only_condition(scene, act) or memory.takes_up(scene, act):
                    continue
                event = classified(_event(scene, act, memory), act, ontology)
                somebody = any(known(p.value) for p in (*event.actors, *event.recipients))
                if somebody or any(in_arms(act.type, p.value) for p in event.actors):
                    memory.add(Told(scene, act, event))
        return replace(reading, events=tuple(share(linked(memory.acts), reading.content)))

    return code_events


@dataclass(slots=True)
class Memory:
    """What the earlier acts of one text leave for the later ones: dates and places that still hold."""

    acts: list[Told] = field(default_factory=list)
    counts: Counter[Span] = field(default_factory=Counter)
    dated: list[tuple[Scene, Coded[Interval]]] = field(default_factory=list)
    placed: list[tuple[Scene, Coded[Place]]] = field(default_factory=list)
    meetings: list[tuple[Scene, Event]] = field(default_factory=list)

    def add(self, told: Told) -> None:
        """Keep an act, and its date and place where the text told them for it."""
        scene, event = told.scene, told.event
        self.acts.append(told)
        self.counts[event.type.evidence[0]] += 1
        if event.type.value == "CONSULT":
            self.meetings.append((scene, event))
        if event.time is not None and event.time.evidence:
            self.dated.append((scene, event.time))
        if event.place is not None and event.type.value == "CONSULT" and not self._vaguer(scene, event.place):
            self.placed.append((scene, event.place))

    def takes_up(self, scene: Scene, act: Act) -> bool:
        """Whether a noun only takes up a meeting told before: in **the meeting**, during **his visit**."""
        one_sided = act.type == "CONSULT" and act.trigger.verb is None and not (act.actors and act.recipients)
        return (
            one_sided and around.is_definite(scene, act) and any(_near(scene, earlier) for earlier, _ in self.meetings)
        )

    def counterpart(self, scene: Scene, act: Act, actors: tuple[Coded[Party], ...]) -> tuple[Coded[Party], ...]:
        """The other side of the paragraph's last meeting, where an act speaks of "both countries" and names none."""
        words = around.two_sides(scene, act) if act.type in BILATERAL else None
        meeting = next((e for s, e in reversed(self.meetings) if s.sentence.section == scene.sentence.section), None)
        ours = {p.value.country for p in actors}
        if (
            words is None
            or meeting is None
            or not ours & {p.value.country for p in (*meeting.actors, *meeting.recipients)}
        ):
            return ()
        others = (p for p in (*meeting.actors, *meeting.recipients) if p.value.country and p.value.country not in ours)
        return tuple(Coded(p.value, "context/two-sides", (words,), 0.5) for p in others)

    def _vaguer(self, scene: Scene, place: Coded[Place]) -> bool:
        """Whether a country only repeats what a town of the same paragraph said better."""
        here = [p.value for s, p in self.placed if s.sentence.section == scene.sentence.section]
        return place.value.precision == "country" and any(p.country == place.value.country for p in here)


def _near(scene: Scene, earlier: Scene) -> bool:
    """Whether a sentence stands at most a few before another one."""
    return 0 < scene.number - earlier.number <= CARRIED


def _event(scene: Scene, act: Act, memory: Memory) -> Event:
    reading = scene.reading
    words = _words(scene, act)
    status = around.status_of(
        reading.cues, around.told_by(scene, act), around.phrase_of(scene, act) if act.said is None else None
    )
    background = around.has_cue(reading.cues, words, "background")
    act, status = around.refused(act, status)
    place = place_of(scene, act, memory.placed)
    ground = Ground(act.type, act.cameo, place, scene.only_country, scene.states)
    actors, recipients = at_home(ground, act.actors, act.recipients)
    recipients = recipients or memory.counterpart(scene, act, actors)
    event = Event(
        id=record_id("event", reading.report.text.id, words, memory.counts[words]),
        text=reading.report.text.id,
        type=Coded(act.type, act.rule, (words,), 0.8),
        cameo=act.cameo,
        actors=actors,
        recipients=tuple(_with_role(p, act) for p in recipients),
        reciprocal=act.reciprocal,
        place=place,
        time=time_of(scene, act, words, memory.dated, vague=background or status.value != "factual"),
        status=status,
        background=background,
        habitual=around.has_cue(reading.cues, words, "habitual"),
        conditional_on=around.conditional(scene, act),
        demanded_by=around.demanded(scene, act),
        sources=sources_of(scene.said, words, actors if act.type in SPOKEN else ()),
        sentence=scene.sentence.span,
    )
    return replace(event, score=score_of(event))


def classified(event: Event, act: Act, ontology: Ontology) -> Event:
    """The event with its mode, quad class and intensity: the frame's mode, or that of the code it became part of."""
    type = event.type.value
    own = (type, event.cameo) == (act.frame.type, act.frame.cameo)
    mode = act.frame.mode if own else ontology.mode_of(type, event.cameo)
    return replace(event, mode=mode, quad=ontology.quad(type), intensity=ontology.intensity(type, mode))


def _only_topic(scene: Scene, act: Act) -> bool:
    """Cooperation that is discussed, aid that is needed: talked about, not done. Violence is told all the same."""
    words = scene.reading.tokens.span(act.trigger.head, act.trigger.head + 1)
    return (
        (act.type not in TOLD_ANYHOW or slots.is_verb(scene.tree, act.trigger.head))
        and not act.rule.startswith("composition")
        and around.has_cue(scene.reading.cues, words, "topic")
    )


def _only_condition(scene: Scene, act: Act) -> bool:
    """What an if-clause tells in part only is a condition of something else, no act that may happen."""
    words = scene.reading.tokens.span(act.trigger.head, act.trigger.head + 1)
    return not (act.actors and act.recipients) and around.has_cue(scene.reading.cues, words, "condition")


def _words(scene: Scene, act: Act) -> Span:
    """The words that name the act: all of the trigger's where they stand close together, else its head alone."""
    first, last = act.trigger.words[0], act.trigger.words[-1] + 1
    if last - first > LONGEST_EVIDENCE:
        first, last = act.trigger.head, act.trigger.head + 1
    return scene.reading.tokens.span(first, last)


def _with_role(party: Coded[Party], act: Act) -> Coded[Party]:
    if party.value.role:
        return party
    role = "beneficiary" if act.type == "AID" else "target"
    return replace(party, value=replace(party.value, role=role))


def score_of(event: Event) -> float:
    """The chance that an event is right, from what carries it; see `bench/calibration.py` for how it holds."""
    sides = [max((p.score for p in side), default=0.25) for side in (event.actors, event.recipients)]
    evidence = 0.15 + 0.35 * sides[0] + 0.35 * sides[1]
    evidence -= 0.1 * event.background + 0.1 * (event.status.value != "factual")
    evidence = min(0.95, max(0.05, evidence))
    return round(1 / (1 + exp(-(STEEPNESS * log(evidence / (1 - evidence)) + OFFSET))), 3)
