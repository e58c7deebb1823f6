"""What each source holds of an act: asserts, denies or doubts it; and what follows for its status where they differ."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.model import Attribution, Coded, Event, Party, Position, Reading, Relation, Source, Span
from dragoman.stages.acts import SPOKEN
from dragoman.stages.sources import SCORE, by_reach, narrowest

STANCES = {"denies": "denies", "doubts": "doubts"}  # of attributions; every other one asserts
AGAINST = frozenset({"denies", "doubts"})
NEAR = 3  # sentences back within a paragraph to what "it" or "the claim" denies
LONGEST_REFERENCE = 6  # tokens: the latest Ukrainian claims
DISPUTED = "positions#disputed"
SETTLED = frozenset({"planned"})  # what is only planned is not disputed as done


def position_coder() -> Callable[[Reading], Reading]:
    """Build the stage that fills `positions` of events, and settles their status. Needs events and attributions."""

    def code_positions(reading: Reading) -> Reading:
        said = by_reach(reading)
        room = _Room(reading, [_held(event, said[_number(reading, event)]) for event in reading.events])
        for attribution in reading.attributions:
            if attribution.stance in AGAINST and attribution.sources:
                room.answer(attribution)
        room.meet()
        return replace(reading, events=tuple(map(settled, room.events)))

    return code_positions


def _number(reading: Reading, event: Event) -> int:
    return max(bisect_right(reading.sentences, event.sentence.start, key=lambda s: s.span.start) - 1, 0)


def _held(event: Event, said: Sequence[Attribution]) -> Event:
    """An event with what the innermost speakers of its own sources hold of it."""
    stances = {
        source.name: (stance_of(attribution), attribution.cue)
        for attribution in narrowest(said, event.type.evidence[0])
        for source in attribution.sources
        if not source.depth
    }
    positions = tuple(
        Position(k, *stances[coded.value.name])
        for k, coded in enumerate(event.sources)
        if not coded.value.depth and coded.value.name in stances
    )
    return _denied_around(replace(event, positions=positions), said)


def _denied_around(event: Event, said: Sequence[Attribution]) -> Event:
    """With those who deny or doubt all of what is said, too."""
    words = event.type.evidence[0]
    for a in said:
        if a.stance in AGAINST and a.sources and a.content.covers(words) and event.type.value not in SPOKEN:
            source = Coded(a.sources[0], a.rule, (a.speakers[0],), SCORE)
            event = held_by(event, source, stance_of(a), a.cue)
    return event


def stance_of(attribution: Attribution) -> str:
    """What the speaker of an attribution holds of what is said."""
    return STANCES.get(attribution.stance, "asserts")


@dataclass(slots=True)
class _Room:
    """The events of one reading, in which sources answer each other."""

    reading: Reading
    events: list[Event]

    def answer(self, attribution: Attribution) -> None:
        """A denial without an act of its own (it, the claim) is one of what was told just before."""
        inside = self.reading.tokens.inside(attribution.content)
        told = any(attribution.content.covers(e.type.evidence[0]) for e in self._near(attribution))
        if told or len(inside) > LONGEST_REFERENCE:
            return
        speaker = Coded(attribution.sources[0], attribution.rule, (attribution.speakers[0],), SCORE)
        for k in self._meant(attribution):
            self.events[k] = held_by(self.events[k], speaker, stance_of(attribution), attribution.cue)
            self._relate(attribution.cue, self.events[k])

    def _near(self, attribution: Attribution) -> Iterator[Event]:
        return (self.events[k] for k in self._window(attribution.cue, attribution.content.end))

    def _window(self, cue: Span, end: int) -> range:
        """The events from some sentences before a cue, in its paragraph, up to a character."""
        number = max(bisect_right(self.reading.sentences, cue.start, key=lambda s: s.span.start) - 1, 0)
        section = self.reading.sentences[number].section
        first = number
        while first > max(number - NEAR, 0) and self.reading.sentences[first - 1].section == section:
            first -= 1
        start = self.reading.sentences[first].span.start
        return range(_at(self.events, start), _at(self.events, end))

    def _meant(self, attribution: Attribution) -> list[int]:
        """The acts of the nearest sentence that somebody else asserts, or that the one who denies is party to."""
        window = [
            k
            for k in self._window(attribution.cue, attribution.cue.start)
            if _may_be_meant(self.events[k], attribution)
        ]
        if not window:
            return []
        nearest = self.events[window[-1]].sentence
        return [k for k in window if self.events[k].sentence == nearest]

    def _relate(self, cue: Span, event: Event) -> None:
        """The denial as an act of its own is about what it denies."""
        at = _at(self.events, cue.start)
        if (
            at < len(self.events)
            and self.events[at].type.evidence[0].start == cue.start
            and self.events[at] is not event
        ):
            about = Relation("about", event.id)
            if about not in self.events[at].relations:
                self.events[at] = replace(self.events[at], relations=(*self.events[at].relations, about))

    def meet(self) -> None:
        """Where an act is told again under a denial, each telling has the positions of the other."""
        for k, event in enumerate(self.events):
            if not any(p.stance in AGAINST for p in event.positions):
                continue
            for j in self._window(event.type.evidence[0], event.sentence.start):
                if one_act(self.events[j], event):
                    self.events[j], self.events[k] = _exchanged(self.events[j], self.events[k])


def _at(events: Sequence[Event], start: int) -> int:
    return bisect_right(events, start - 1, key=lambda e: e.type.evidence[0].start)


def _may_be_meant(event: Event, attribution: Attribution) -> bool:
    if event.type.value in SPOKEN:
        return False
    others = any(coded.value.name != attribution.sources[0].name for coded in event.sources)
    return others or any(_is_of(party.value, attribution) for party in (*event.actors, *event.recipients))


def _is_of(party: Party, attribution: Attribution) -> bool:
    """Whether a party is the speaker of an attribution, or of the same country."""
    speaker = attribution.speaker.value if attribution.speaker is not None else None
    same_country = speaker is not None and speaker.country is not None and speaker.country == party.country
    return same_country or party.name == attribution.sources[0].name


def held_by(event: Event, source: Coded[Source], stance: str, cue: Span | None) -> Event:
    """An event with one more source and what it holds; a source that is there already changes nothing."""
    if any(coded.value.name == source.value.name for coded in event.sources):
        return event
    chain = max((coded.value.chain for coded in event.sources), default=-1) + 1
    added = replace(source, value=replace(source.value, chain=chain, depth=0))
    position = Position(len(event.sources), stance, cue)
    return replace(event, sources=(*event.sources, added), positions=(*event.positions, position))


def one_act(earlier: Event, later: Event) -> bool:
    """Whether two tellings may be one act: of one type, and no side with parties of other countries."""
    if earlier.type.value != later.type.value or later.type.value in SPOKEN:
        return False
    return all(_meet(a, b) for a, b in ((earlier.actors, later.actors), (earlier.recipients, later.recipients)))


def _meet(a: Sequence[Coded[Party]], b: Sequence[Coded[Party]]) -> bool:
    one, two = ({p.value.country or p.value.name for p in side} for side in (a, b))
    return not one or not two or bool(one & two)


def _exchanged(earlier: Event, later: Event) -> tuple[Event, Event]:
    same = Relation("same_as", earlier.id)
    if same not in later.relations:
        later = replace(later, relations=(*later.relations, same))
    return _taking(earlier, later), _taking(later, earlier)


def _taking(event: Event, other: Event) -> Event:
    for position in other.positions:
        event = held_by(event, other.sources[position.source], position.stance, position.evidence)
    return event


def settled(event: Event) -> Event:
    """The status that follows: possible where one source asserts what another denies or doubts.

    What the report tells in its own voice stays as it is told, whoever denies it.
    """
    stances = {p.stance for p in event.positions}
    against = next((p for p in event.positions if p.stance in AGAINST), None)
    if against is None or "asserts" not in stances or event.status.value in SETTLED or against.evidence is None:
        return event
    return replace(event, status=Coded("possible", DISPUTED, (against.evidence,), 0.7))
