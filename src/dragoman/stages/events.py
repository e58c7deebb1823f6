"""Code events: an act of a sentence with its parties, status, time, place and sources, every field with its words."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace

from dragoman.lexicon.agents import Agent
from dragoman.lexicon.composition import Composition
from dragoman.lexicon.frames import Frames
from dragoman.model import Coded, Event, Interval, Party, Reading, Relation, Span
from dragoman.model.identity import record_id
from dragoman.stages import circumstances as around
from dragoman.stages.acts import Act, find_acts
from dragoman.stages.cast import make_cast
from dragoman.stages.homes import at_home

LONGEST_EVIDENCE = 12
PASSED_OVER = frozenset({"heading", "boilerplate", "footnote"})


def event_coder(
    frames: Frames, composition: Composition, agents: Mapping[str, Agent], states: Mapping[str, str]
) -> Callable[[Reading], Reading]:
    """Build the stage that fills `events`. Needs trees, mentions, coreference, times, places, cues, attributions."""

    def code_events(reading: Reading) -> Reading:
        cast = make_cast(reading, agents, frames.classes["transparent"], states)
        counts: Counter[Span] = Counter()
        dated: list[tuple[int, int, Coded[Interval]]] = []
        events: list[Event] = []
        for number, tree in enumerate(reading.trees):
            if tree is None or reading.sections[reading.sentences[number].section].kind in PASSED_OVER:
                continue
            scene = around.make_scene(reading, number, tree, states)
            for act in find_acts(frames, composition, cast, tree):
                event = _event(scene, act, counts, dated)
                if event.time is not None and event.time.evidence:
                    dated.append((scene.sentence.section, number, event.time))
                events.append(event)
        return replace(reading, events=tuple(related(events)))

    return code_events


def _event(
    scene: around.Scene, act: Act, counts: Counter[Span], dated: list[tuple[int, int, Coded[Interval]]]
) -> Event:
    reading = scene.reading
    words = _words(scene, act)
    ordinal = counts[words]
    counts[words] += 1
    status = around.status_of(reading.cues, words)
    background = around.has_cue(reading.cues, words, "background")
    place = around.place_of(scene, act)
    actors, recipients = at_home(act.type, act.actors, act.recipients, place, scene.states)
    event = Event(
        id=record_id("event", reading.report.text.id, words, ordinal),
        text=reading.report.text.id,
        type=Coded(act.type, act.rule, (words,), 0.8),
        cameo=act.cameo,
        mode=act.frame.mode,
        actors=actors,
        recipients=tuple(_with_role(p, act) for p in recipients),
        reciprocal=act.reciprocal,
        place=place,
        time=_time(scene, act, status.value, background, dated),
        status=status,
        background=background,
        habitual=around.has_cue(reading.cues, words, "habitual"),
        sources=around.sources_of(reading.attributions, words),
        sentence=scene.sentence.span,
    )
    return replace(event, score=score_of(event))


def _words(scene: around.Scene, act: Act) -> Span:
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


def _time(
    scene: around.Scene, act: Act, status: str, background: bool, dated: list[tuple[int, int, Coded[Interval]]]
) -> Coded[Interval] | None:
    told = around.time_of(scene, act)
    if told is not None:
        return told
    if background:
        return None
    held = around.carried(dated, scene.sentence.section, scene.number)
    if held is not None:
        return held
    return around.published_time(scene.reading.document.published) if status == "factual" else None


def related(events: list[Event]) -> list[Event]:
    """Link a verbal act to the act of the same sentence that it is about."""
    found = []
    for event in events:
        objects = [
            Relation("about", other.id)
            for other in events
            if other is not event
            and other.sentence == event.sentence
            and event.type.value in ("ACCUSE", "REJECT", "SUPPORT")
            and other.type.value not in ("ACCUSE", "REJECT", "SUPPORT")
            and other.type.evidence[0].start > event.type.evidence[0].start
        ]
        found.append(replace(event, relations=tuple(objects)) if objects else event)
    return found


def score_of(event: Event) -> float:
    """The chance that an event is right, from what carries it; see `bench/calibration.py` for how it holds."""
    sides = [max((p.score for p in side), default=0.25) for side in (event.actors, event.recipients)]
    score = 0.15 + 0.35 * sides[0] + 0.35 * sides[1]
    score -= 0.1 * event.background + 0.1 * (event.status.value != "factual")
    return round(min(0.95, max(0.05, score)), 3)
