"""How the acts of one text stand to each other: what one speaks of, what it answers, what it is a part of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.model import Coded, Event, Party, Relation
from dragoman.stages.act import Act
from dragoman.stages.scenes import Scene

SPEAKING = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
RESPONSES = frozenset({"response", "retaliation", "reaction", "reprisal", "revenge", "answer", "reply", "protest"})
VISIT = "042"
STAY = 5  # sentences over which meetings may belong to a visit


@dataclass(frozen=True, slots=True)
class Told:
    """An act where it stands, and the event that it was coded as."""

    scene: Scene
    act: Act
    event: Event


def linked(told: Sequence[Told]) -> list[Event]:
    """The events with their relations to others of the text, in their order."""
    visits: list[Told] = []
    found = []
    for k, one in enumerate(told):
        relations = tuple(dict.fromkeys((*_around(one, _beside(told, k)), *_parts(one, visits))))
        found.append(replace(one.event, relations=(*one.event.relations, *relations)) if relations else one.event)
        if one.event.cameo.startswith(VISIT):
            visits.append(one)
    return found


def _beside(told: Sequence[Told], k: int) -> Iterator[Told]:
    """The other acts of the sentence."""
    number = told[k].scene.number
    for step in (-1, 1):
        i = k + step
        while 0 <= i < len(told) and told[i].scene.number == number:
            yield told[i]
            i += step


def _around(one: Told, others: Iterator[Told]) -> Iterator[Relation]:
    """What a verbal act is about, and what an act responds to: acts below it in the tree."""
    tree, head = one.scene.tree, one.act.trigger.head
    for other in others:
        above = [other.act.trigger.head, *tree.ancestors(other.act.trigger.head)]
        if head not in above[1:]:
            continue
        way = above[1 : above.index(head)]
        if tree.dep(above[above.index(head) - 1]) == "conj":
            continue
        if any(tree.lemma(i) in RESPONSES for i in way):
            yield Relation("response_to", other.event.id)
        elif one.event.type.value in SPEAKING and other.event.type.value not in SPEAKING:
            yield Relation("about", other.event.id)
        elif one.event.type.value == other.event.type.value == "ASSAULT" and _same_sides(other.event, one.event):
            yield Relation("part_of", other.event.id)


def _parts(one: Told, visits: Sequence[Told]) -> Iterator[Relation]:
    """The visit during which a meeting was held: the last one of the paragraph with the same guests and hosts."""
    if one.event.type.value != "CONSULT" or one.event.cameo.startswith(VISIT):
        return
    for visit in reversed(visits):
        near = 0 <= one.scene.number - visit.scene.number <= STAY
        if near and one.scene.sentence.section == visit.scene.sentence.section and _meets(one.event, visit.event):
            yield Relation("part_of", visit.event.id)
            return


def _same_sides(one: Event, other: Event) -> bool:
    """Whether the actors of one act are those of the other, by name or country, and what is known of the recipients."""
    return _share(one.actors, other.actors) and (not one.recipients or _share(one.recipients, other.recipients))


def _meets(meeting: Event, visit: Event) -> bool:
    """Whether the guests of a visit meet somebody of the country that they visit, whoever is named first."""
    turned = replace(meeting, actors=meeting.recipients, recipients=meeting.actors)
    return _same_sides(meeting, visit) or _same_sides(turned, visit)


def _share(some: Sequence[Coded[Party]], others: Sequence[Coded[Party]]) -> bool:
    names = {p.value.name for p in others} | {p.value.country for p in others} - {None}
    return any(p.value.name in names or p.value.country in names for p in some)
