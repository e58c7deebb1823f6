"""Claims and the events that they are about: each claim names its event, and gives it its magnitude."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from dragoman.model import Claim, Event, Magnitude, Reading, Span

CASUALTIES = ("killed", "wounded")
HARM = frozenset({"killed", "wounded", "casualties", "missing"})
HARMFUL = frozenset({"ASSAULT"})
SEIZED = frozenset({"captured", "arrested"})
SEIZING = frozenset({"COERCE", "ASSAULT"})
CARRIED = 400  # characters between a blow and a toll told in a later sentence of its paragraph

ByPlace = Mapping[Span, Sequence[Event]]


def claim_linker() -> Callable[[Reading], Reading]:
    """Build the stage that links claims and events. It completes both layers, and so names both as added."""

    def link(reading: Reading) -> Reading:
        claims, events = link_claims(reading.claims, reading.events, reading.content)
        return replace(reading, claims=claims, events=events)

    return link


def link_claims(
    claims: Sequence[Claim], events: Sequence[Event], content: str
) -> tuple[tuple[Claim, ...], tuple[Event, ...]]:
    """Tie each claim to the event of its sentence that stands nearest, and give events their magnitude.

    The dead and wounded belong to an assault, in the sentence or told just before it in the paragraph. Several figures
    for one event leave the lowest.
    """
    here: dict[Span, list[Event]] = {}
    for event in events:
        here.setdefault(event.sentence, []).append(event)
    blows = sorted((e for e in events if e.type.value in HARMFUL), key=lambda e: e.sentence)
    linked = tuple(_linked(claim, here, blows, content) for claim in claims)
    about: dict[str, list[Claim]] = {}
    for claim in linked:
        about.setdefault(claim.about or "", []).append(claim)
    return linked, tuple(_sized(event, about.get(event.id, ())) for event in events)


def _linked(claim: Claim, here: ByPlace, blows: Sequence[Event], content: str) -> Claim:
    near = [event for event in here.get(claim.sentence, ()) if _may_be_about(claim, event)]
    if near:
        return replace(claim, about=min(near, key=lambda event: _distance(event, claim)).id)
    before = _blow_before(claim, blows, content) if claim.measure in HARM else None
    return claim if before is None else replace(claim, about=before.id)


def _may_be_about(claim: Claim, event: Event) -> bool:
    if claim.measure in HARM:
        return event.type.value in HARMFUL
    return claim.measure not in SEIZED or event.type.value in SEIZING


def _blow_before(claim: Claim, blows: Sequence[Event], content: str) -> Event | None:
    """The last assault that the paragraph told shortly before a toll."""
    start = claim.sentence.start
    low, high = 0, len(blows)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if blows[middle].sentence.start < start else (low, middle)
    event = blows[low - 1] if low else None
    if event is None or start - event.sentence.start > CARRIED or "\n\n" in content[event.sentence.end : start]:
        return None
    return event


def _distance(event: Event, claim: Claim) -> int:
    """The characters between the words of the act and those of the figure."""
    here = claim.amount.evidence[0].start if claim.amount.evidence else claim.sentence.start
    return min(abs(span.start - here) for span in event.type.evidence or (event.sentence,))


def _sized(event: Event, claims: Sequence[Claim]) -> Event:
    """The event with what claims say of its dead, its wounded and its size in people."""
    dead, wounded = (_lowest(c for c in claims if c.measure == measure) for measure in CASUALTIES)
    size = _lowest(c for c in claims if c.kind == "people" and c.measure.partition(" (")[0] not in HARM)
    if dead is None and wounded is None and size is None:
        return event
    known = event.magnitude or Magnitude()
    kept = Magnitude(_or(dead, known.dead), _or(wounded, known.wounded), _or(size, known.size))
    return replace(event, magnitude=kept)


def _or(figure: int | None, known: int | None) -> int | None:
    return known if figure is None else figure


def _lowest(claims: Iterable[Claim]) -> int | None:
    figures = [figure for c in claims if (figure := c.low if c.low is not None else c.high) is not None]
    return int(min(figures)) if figures else None
