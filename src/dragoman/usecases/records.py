"""What `dragoman code` writes: a reading as the JSON objects of the output contract (docs/output.md)."""

from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.model import Claim, Coded, Event, Party, Place, Reading, Source, Span, Statement, Transfer
from dragoman.model.codec import to_json
from dragoman.model.event import Magnitude

SCHEMA = 1
Record = dict[str, Any]


def records(reading: Reading, coder: str) -> Iterator[Record]:
    """The report's own line, then its events, claims, transfers and statements."""
    yield report_record(reading, coder)
    view = _View(reading)
    yield from map(view.event, reading.events)
    yield from map(view.claim, reading.claims)
    yield from map(view.transfer, reading.transfers)
    yield from map(view.statement, reading.statements)


def report_record(reading: Reading, coder: str) -> Record:
    """The line of kind `report`; every offset of the other lines refers to its `text`."""
    document = reading.document
    return {
        "kind": "report", "schema": SCHEMA, "report": document.id, "title": document.title,
        "published": document.published.isoformat() if document.published else None, "publisher": document.publisher,
        "url": document.url, "language": document.language, "text_id": reading.report.text.id,
        "text": reading.content, "coder": coder,
    }  # fmt: skip


class _View:
    """Writes the records of one reading: cuts evidence out of its text."""

    def __init__(self, reading: Reading) -> None:
        self._text, self._report = reading.content, reading.document.id

    def event(self, event: Event) -> Record:
        return {
            "kind": "event", "id": event.id, "report": self._report, "type": event.type.value, "mode": event.mode,
            "cameo": event.cameo, "quad": event.quad, "intensity": event.intensity,
            "contexts": [context.value for context in event.contexts], "actors": parties(event.actors),
            "recipients": parties(event.recipients), "reciprocal": event.reciprocal,
            "place": place(event.place), **_interval(event), "status": event.status.value,
            "background": event.background, "habitual": event.habitual,
            "conditional_on": self._cut(event.conditional_on), "demanded_by": self._cut(event.demanded_by),
            "sources": self._sources(event.sources), "positions": to_json(event.positions),
            "magnitude": magnitude(event.magnitude),
            "relations": to_json(event.relations), "sentence": self._cut(event.sentence),
            "evidence": [
                *self._evidence("type", event.type), *self._all("contexts", event.contexts),
                *self._all("actors", event.actors), *self._all("recipients", event.recipients),
                *self._evidence("place", event.place), *self._evidence("time", event.time),
                *self._evidence("status", event.status),
                *self._all("sources", event.sources),
            ],
            "score": event.score,
        }  # fmt: skip

    def claim(self, claim: Claim) -> Record:
        return {
            "kind": "claim", "id": claim.id, "report": self._report, "measure": claim.measure,
            "subject": party(claim.subject),
            "target": party(claim.target), "low": claim.low, "high": claim.high, "bound": claim.bound,
            "unit": claim.unit, "currency": claim.unit if claim.kind == "money" else None, "per": claim.per,
            "period": to_json(claim.period), "as_of": to_json(claim.as_of), "status": claim.status,
            "claimed_by": self._sources(claim.claimed_by), "about": claim.about, "derived_from": claim.derived_from,
            "sentence": self._cut(claim.sentence),
            "evidence": [
                *self._evidence("amount", claim.amount), *self._evidence("subject", claim.subject),
                *self._evidence("target", claim.target), *self._all("claimed_by", claim.claimed_by),
            ],
            "score": claim.score,
        }  # fmt: skip

    def transfer(self, transfer: Transfer) -> Record:
        return {
            "kind": "transfer", "id": transfer.id, "report": self._report, "supplier": party(transfer.supplier),
            "recipient": party(transfer.recipient), "item": transfer.item.value, "category": transfer.category,
            "designer": transfer.designer, "number": transfer.number, "stage": transfer.stage.value,
            "start": _day(transfer.time, "start"), "end": _day(transfer.time, "end"),
            "sources": self._sources(transfer.sources), "sentence": self._cut(transfer.sentence),
            "evidence": [
                *self._evidence("item", transfer.item), *self._evidence("stage", transfer.stage),
                *self._evidence("supplier", transfer.supplier), *self._evidence("recipient", transfer.recipient),
                *self._evidence("time", transfer.time), *self._all("sources", transfer.sources),
            ],
            "score": transfer.score,
        }  # fmt: skip

    def statement(self, statement: Statement) -> Record:
        return {
            "kind": "statement", "id": statement.id, "report": self._report, "speaker": party(statement.speaker),
            "audience": party(statement.audience), "verb": statement.verb.value, "stance": statement.stance,
            "quoted": statement.quoted, "content": self._cut(statement.content), "event": statement.event,
            "sources": self._sources(statement.sources), "sentence": self._cut(statement.sentence),
            "evidence": [
                *self._evidence("speaker", statement.speaker), *self._evidence("audience", statement.audience),
                *self._evidence("verb", statement.verb), *self._all("sources", statement.sources),
            ],
            "score": statement.score,
        }  # fmt: skip

    def _sources(self, coded: Iterable[Coded[Source]]) -> list[Record]:
        """Sources, chain by chain, innermost first, with the words that characterise each."""
        return [
            {**to_json(item.value), "characterisation": [self._cut(span) for span in item.value.characterisation]}
            for item in coded
        ]

    def _cut(self, span: Span | None) -> Record | None:
        return None if span is None else {"start": span.start, "end": span.end, "text": span.of(self._text)}

    def _evidence(self, field: str, coded: Coded[Any] | None) -> Iterator[Record]:
        if coded is None:
            return
        for span in coded.evidence:
            cut = {"start": span.start, "end": span.end, "text": span.of(self._text)}
            yield {"field": field, **cut, "rule": coded.rule, "score": round(coded.score, 3)}

    def _all(self, field: str, coded: Iterable[Coded[Any]]) -> Iterator[Record]:
        for number, item in enumerate(coded):
            yield from self._evidence(f"{field}/{number}", item)


def party(coded: Coded[Party] | None) -> Record | None:
    """One party, or null."""
    if coded is None:
        return None
    p = coded.value
    return {
        "name": p.name,
        "country": p.country,
        "kind": p.kind,
        "sector": p.sector,
        "office": p.office,
        "role": p.role,
        "actor_id": p.actor_id,
    }


def parties(coded: Iterable[Coded[Party]]) -> list[Record]:
    """Parties in their order; evidence "actors/0" speaks of the first."""
    return [record for item in coded if (record := party(item)) is not None]


def place(coded: Coded[Place] | None) -> Record | None:
    """A place with its coordinates, or null."""
    record: Record | None = to_json(coded.value) if coded is not None else None
    return record


def magnitude(value: Magnitude | None) -> Record | None:
    """Dead, wounded and size, or null where nothing was counted."""
    record: Record | None = to_json(value)
    return record


def _interval(event: Event) -> Record:
    granularity = event.time.value.granularity if event.time else None
    return {"start": _day(event.time, "start"), "end": _day(event.time, "end"), "granularity": granularity}


def _day(time: Coded[Any] | None, side: str) -> str | None:
    day = getattr(time.value, side) if time is not None else None
    return day.isoformat() if day else None
