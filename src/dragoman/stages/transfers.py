"""Code reported arms transfers: who supplies what to whom, how many, and how far it has gone. Nothing is assessed."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dragoman.lexicon.agents import Agent
from dragoman.lexicon.equipment import Armoury
from dragoman.lexicon.frames import Frames
from dragoman.lexicon.measures import Measures
from dragoman.lexicon.people import Registry
from dragoman.lexicon.transfers import Telling, TransferWords
from dragoman.lexicon.units import Units
from dragoman.model import Coded, Event, Interval, Party, Reading, Span, Transfer
from dragoman.model.identity import record_id
from dragoman.stages import slots
from dragoman.stages.cast import make_cast
from dragoman.stages.grammar import by_sentence
from dragoman.stages.items import ITEMS, Item, Stock, is_definite, items_at, number_of
from dragoman.stages.progress import progress_of
from dragoman.stages.quantities import clause_of, find_quantities
from dragoman.stages.scenes import Scene, make_scenes
from dragoman.stages.sightings import Desk, Sighting, at, holds
from dragoman.stages.sources import sources_of
from dragoman.stages.supply import Sides, sides_of
from dragoman.stages.triggers import Trigger
from dragoman.stages.when import time_of

PASSED_OVER = frozenset({"boilerplate", "footnote"})
RECALLED = 3  # sentences over which "the system" takes up a system


@dataclass(frozen=True, slots=True)
class Told:
    """A transfer as one trigger tells it, before it is dated and attributed."""

    sighting: Sighting
    item: Item
    stage: Coded[str]
    sides: Sides


def transfer_coder(
    words: TransferWords,
    armoury: Armoury,
    frames: Frames,
    agents: Mapping[str, Agent],
    registry: Registry,
    units: Units,
    measures: Measures,
) -> Callable[[Reading], Reading]:
    """Build the stage that fills `transfers`. Needs trees, mentions, coreference, cues, attributions and events."""

    def code_transfers(reading: Reading) -> Reading:
        if not _may_tell(reading, words):
            return reading
        cast = make_cast(reading, agents, frames.classes["transparent"], registry)
        light = frames.classes["light"] | words.parts["carrier"]
        cues = by_sentence(reading, reading.cues)
        desk = Desk(words, armoury, light, cast, units, measures, _of_sentences(reading.events), cues)
        return replace(reading, transfers=tuple(_transfers(desk, make_scenes(reading, registry.states))))

    return code_transfers


def _may_tell(reading: Reading, words: TransferWords) -> bool:
    """Whether the text speaks of arms at all."""
    return any(m.kind in ITEMS for m in reading.mentions) or not words.arms.isdisjoint(reading.tokens.lower)


def _of_sentences(events: Iterable[Event]) -> dict[Span, list[Event]]:
    found: dict[Span, list[Event]] = {}
    for event in events:
        found.setdefault(event.sentence, []).append(event)
    return found


def _transfers(desk: Desk, scenes: Iterable[Scene]) -> Iterator[Transfer]:
    last: Told | None = None
    counts = Counter[Span]()
    for scene in scenes:
        if scene.reading.sections[scene.sentence.section].kind in PASSED_OVER:
            continue
        if last is not None and scene.number - last.sighting.scene.number > RECALLED:
            last = None
        for told in _heaviest(_told_in(desk, scene, last)):
            last = told
            yield from _records(told, counts)


def _heaviest(told: Iterable[Told]) -> Iterator[Told]:
    """One telling for each item of a sentence, in the order of the items; a side that it lacks another may give."""
    of_item: dict[Span, list[Told]] = {}
    for one in told:
        of_item.setdefault(one.item.span, []).append(one)
    for span in sorted(of_item):
        best, *others = sorted(of_item[span], key=lambda one: one.sides.weight, reverse=True)
        for other in others:
            best = replace(best, sides=best.sides.completed(other.sides))
        yield best


def _told_in(desk: Desk, scene: Scene, last: Told | None) -> Iterator[Told]:
    """What each trigger of a sentence tells, by the first of its rows that finds items and the sides that it needs.

    What one trigger tells the next ones may take up: the supply of arms to Damascus … **these deliveries** include.
    """
    for i in range(scene.tree.first, scene.tree.last):
        for telling in _rows(desk, scene, i):
            trigger = Trigger(telling.frame, i, (i,), slots.governor(scene.tree, i, desk.light))
            if found := list(_fired(Sighting(desk, scene, telling, trigger), last)):
                yield from found
                last = found[-1]
                break


def _rows(desk: Desk, scene: Scene, i: int) -> tuple[Telling, ...]:
    """The rows of a token by its dictionary form; names and times have none."""
    if i in desk.cast.mention_at or i in desk.cast.timed:
        return ()
    kind = "verb" if slots.is_verb(scene.tree, i) else "noun" if scene.tree.tag(i)[:2] == "NN" else "adj"
    return desk.words.tellings[kind].get(scene.tree.lemma(i), ())


def _fired(sighting: Sighting, last: Told | None) -> Iterator[Told]:
    """What a row makes of its trigger: a telling for each item; none where it does not hold."""
    items = _items(sighting) if holds(sighting) else ()
    row = sighting.row
    if any(item.category in row.without or (row.named and not item.named) for item in items):
        return
    progress = progress_of(sighting) if items else None
    for item in items:
        known = _taken_up(sighting, item, last)
        sides = sides_of(sighting, known, progress, last.sides if last else None) if known and progress else None
        if known is not None and progress is not None and sides is not None:
            yield Told(sighting, known, progress.stage, sides)


def _items(sighting: Sighting) -> tuple[Item, ...]:
    """The items of the first slot that holds any; a noun that is a transfer itself speaks for itself."""
    tree, desk = sighting.tree, sighting.desk
    stock = Stock(desk.cast, tree, desk.words, desk.armoury)
    for slot in sighting.row.item:
        heads = [k for k in _filling(sighting, slot) if tree.lemma(k) not in desk.words.all_nouns]
        found = tuple(item for k in heads for item in items_at(stock, k))
        if found:
            return found
    return ()


def _filling(sighting: Sighting, slot: str) -> tuple[int, ...]:
    """The tokens in a slot; two joined objects may be read as an indirect and a direct one."""
    if slot != "object":
        return at(sighting, slot)
    joined = (k for k in at(sighting, "iobject") if sighting.tree.lemma(k + 1) in sighting.desk.words.parts["joint"])
    return (*joined, *at(sighting, slot))


def _taken_up(sighting: Sighting, item: Item, last: Told | None) -> Item | None:
    """The item, or what "the system", "the missiles" take up; None where nothing was told."""
    if last is None:
        return None if item.again else item
    same_kind = not item.named and item.category == last.item.category and is_definite(sighting.tree, item.head)
    if not (item.again or same_kind):
        return item
    return replace(item, name=last.item.name, category=last.item.category, designer=last.item.designer, again=True)


def _records(told: Told, counts: Counter[Span]) -> Iterator[Transfer]:
    """One transfer for each supplier and recipient; a number only where there is one of each."""
    pairs = [(s, r) for s in told.sides.suppliers or (None,) for r in told.sides.recipients or (None,)]
    base = _record(told, number=_number(told) if len(pairs) == 1 else None)
    for supplier, recipient in pairs:
        name = record_id("transfer", base.text, told.item.span, counts[told.item.span])
        counts[told.item.span] += 1
        score = _score(base, supplier, recipient)
        yield replace(base, id=name, supplier=supplier, recipient=recipient, score=score)


def _record(told: Told, number: float | None) -> Transfer:
    """A transfer that still lacks its id, its sides and its score."""
    item, scene = told.item, told.sighting.scene
    return Transfer(
        id="",
        text=scene.reading.report.text.id,
        item=Coded(item.name, item.rule, (item.span,), 0.9 if item.named else 0.7),
        category=item.category,
        stage=told.stage,
        designer=item.designer,
        number=number,
        time=_time(told.sighting),
        sources=sources_of(scene.said, told.sighting.words),
        sentence=scene.sentence.span,
    )


def _time(sighting: Sighting) -> Coded[Interval] | None:
    """The days of the event of these words, where the text tells them; else the time told beside the trigger."""
    words, scene = sighting.words, sighting.scene
    for event in sighting.desk.events.get(scene.sentence.span, ()):
        if event.time is not None and event.time.evidence and any(e.overlaps(words) for e in event.type.evidence):
            return event.time
    return time_of(scene, sighting.act, words, (), vague=True)


def _number(told: Told) -> float | None:
    scene, desk = told.sighting.scene, told.sighting.desk
    clause = clause_of(scene.reading, scene.number, desk.cast.timed, desk.units, desk.measures)
    tokens = scene.reading.tokens.inside(told.item.span)
    tree, head = told.sighting.tree, told.item.head
    holder = tree.head(head) if tree.dep(head) == "nmod" else head
    return number_of(tokens[0], tokens[-1] + 1, {head, holder}, find_quantities(clause))


def _score(base: Transfer, supplier: Coded[Party] | None, recipient: Coded[Party] | None) -> float:
    """The chance that it is right, from what carries it."""
    sides = sum(0.3 if side is None else side.score for side in (supplier, recipient))
    return round(base.item.score * base.stage.score * (0.4 + 0.3 * sides), 3)
