"""Small readings, made by hand: no model is loaded."""

from datetime import date, datetime

from dragoman.model import (
    Coded,
    Document,
    Entry,
    Event,
    Interval,
    Party,
    Place,
    Reading,
    Report,
    Sighting,
    Source,
    Span,
    Spelling,
    Text,
    Version,
)
from dragoman.model.identity import record_id, sha256, text_id
from dragoman.ports import Coder

NOW = datetime(2024, 5, 6, 7, 8, 9)
CODER = Coder("1.0", "abc")


def report(content: str, id: str = "r1", published: date | None = date(2024, 5, 4), **details: str) -> Report:
    version = sha256(content.encode())
    text = Text(text_id(id, "given", content), id, version, "given", content)
    return Report(Document(id, published=published, **details), Version(id, version), text)


def span(content: str, words: str) -> Span:
    start = content.index(words)
    return Span(start, start + len(words))


def event(
    report: Report,
    verb: str,
    actor: tuple[str, str | None, str] | None = None,
    recipient: tuple[str, str | None, str] | None = None,
    *,
    type: str = "CONSULT",
    cameo: str = "040",
    place: Place | None = None,
    day: str | None = None,
    status: str = "factual",
    sources: tuple[str, ...] = (),
    score: float = 0.8,
    words: dict[str, str] | None = None,
    sentence: str | None = None,
) -> Event:
    """An event whose fields stand in the text under their own names, or under those in `words`."""
    content, shown = report.text.content, words or {}

    def party(given: tuple[str, str | None, str] | None) -> tuple[Coded[Party], ...]:
        if given is None:
            return ()
        name, country, kind = given
        return (Coded(Party(name, country, kind), "test#party", (span(content, shown.get(name, name)),)),)

    dated = None
    if day:
        made = date.fromisoformat(day)
        evidence = (span(content, shown["day"]),) if "day" in shown else ()
        dated = Coded(Interval(made, made), "test#day" if evidence else "default/published", evidence)
    return Event(
        id=record_id("event", report.text.id, span(content, verb), 0),
        text=report.text.id,
        type=Coded(type, "test#type", (span(content, verb),)),
        cameo=cameo,
        actors=party(actor),
        recipients=party(recipient),
        place=Coded(place, "test#place", (span(content, shown.get(place.name, place.name)),)) if place else None,
        time=dated,
        status=Coded(status, "test#status", (span(content, verb),)),
        sources=tuple(Coded(Source(name), "test#source", (span(content, name),)) for name in sources),
        sentence=span(content, sentence) if sentence else Span(0, len(content)),
        score=score,
    )


def reading(content: str, *events: Event, made: Report | None = None, **details: object) -> Reading:
    return Reading(made or report(content), events=events, **details)  # type: ignore[arg-type]


def sighted(id: str, *names: str) -> tuple[Reading, tuple[Entry, ...]]:
    """A report of some people, one sighting each, with ids made of their names and a key each."""
    content = " and ".join(names)
    made = reading(content, made=report(content, id))
    entries = tuple(
        Entry(
            made.report.text.id,
            Sighting("person", date(2024, 5, 4), (Spelling(name, span(content, name)),)),
            f"actor-{name.split()[0].lower()}",
            name,
            0.0,
            keys=frozenset({f"n:{name.split()[-1].lower()}@"}),
        )
        for name in names
    )
    return made, entries
