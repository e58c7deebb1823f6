"""Nouns as rows of the tables: what queries need in columns, the noun itself as JSON."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from dragoman.model import Claim, Coded, Event, Judgement, Party, Reading, Source, Span, Statement, Transfer
from dragoman.model.codec import to_json
from dragoman.model.event import Magnitude

Row = dict[str, Any]
Record = Event | Claim | Transfer | Statement
MANY = ("contexts", "actors", "recipients", "sources", "claimed_by")  # fields of a record that hold several values


def coded_rows(reading: Reading) -> dict[str, list[Row]]:
    """The rows that a reading fills, by table; the key of the batch is still missing."""
    records: tuple[Record, ...] = (*reading.events, *reading.claims, *reading.transfers, *reading.statements)
    text = reading.report.text.id
    return {
        "events": _numbered(map(event_row, reading.events)),
        "claims": _numbered(map(claim_row, reading.claims)),
        "transfers": _numbered(map(transfer_row, reading.transfers)),
        "statements": _numbered(map(statement_row, reading.statements)),
        "parties": [row for record in records for row in party_rows(record)],
        "evidence": [row for record in records for row in evidence_rows(record)],
        "sources": [row for record in records for row in source_rows(record)],
        "mentions": _numbered(mention_rows(reading, text)),
        "roles": _numbered(role_rows(reading, text)),
    }


def _numbered(rows: Iterable[Row]) -> list[Row]:
    return [{**row, "number": number} for number, row in enumerate(rows)]


def _record_row(record: Record) -> Row:
    return {
        "id": record.id,
        "text": record.text,
        "sentence_start": record.sentence.start,
        "sentence_end": record.sentence.end,
        "score": record.score,
        "json": json.dumps(to_json(record), ensure_ascii=False, separators=(",", ":")),
    }


def event_row(event: Event) -> Row:
    """One event as a row."""
    place = event.place.value if event.place else None
    magnitude = event.magnitude or Magnitude()
    return {
        **_record_row(event),
        "type": event.type.value,
        "mode": event.mode,
        "cameo": event.cameo,
        "status": event.status.value,
        **_interval(event.time),
        "granularity": event.time.value.granularity if event.time else None,
        "place": place.name if place else None,
        "country": place.country if place else None,
        "geonames_id": place.geonames_id if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "reciprocal": event.reciprocal,
        "background": event.background,
        "habitual": event.habitual,
        "dead": magnitude.dead,
        "wounded": magnitude.wounded,
        "size": magnitude.size,
    }


def _interval(time: Coded[Any] | None) -> dict[str, date | None]:
    return {"first": time.value.start if time else None, "last": time.value.end if time else None}


def claim_row(claim: Claim) -> Row:
    """One claim as a row."""
    return {
        **_record_row(claim),
        "measure": claim.measure,
        "low": claim.low,
        "high": claim.high,
        "unit": claim.unit,
        "per": claim.per,
        "status": claim.status,
        "about": claim.about,
        "as_of": claim.as_of.end if claim.as_of else None,
    }


def transfer_row(transfer: Transfer) -> Row:
    """One transfer as a row."""
    return {
        **_record_row(transfer),
        "item": transfer.item.value,
        "category": transfer.category,
        "stage": transfer.stage.value,
        "amount": transfer.number,
        **_interval(transfer.time),
    }


def statement_row(statement: Statement) -> Row:
    """One statement as a row."""
    return {
        **_record_row(statement),
        "verb": statement.verb.value,
        "stance": statement.stance,
        "quoted": statement.quoted,
        "event": statement.event,
    }


def coded_fields(record: Record) -> Iterator[tuple[str, Coded[Any]]]:
    """Every coded field of a record by its name in the output: "type", "actors/0", "place" …"""
    for name in _single(record):
        coded = getattr(record, name)
        if isinstance(coded, Coded):
            yield name, coded
    for name in MANY:
        yield from ((f"{name}/{i}", coded) for i, coded in enumerate(getattr(record, name, ())))


def _single(record: Record) -> Iterator[str]:
    return (name for name in record.__slots__ if name not in MANY)


def party_rows(record: Record) -> Iterator[Row]:
    """The parties of a record, each with the side it stands on."""
    for field, coded in coded_fields(record):
        if isinstance(coded.value, Party):
            side, _, ordinal = field.partition("/")
            columns = to_json(coded.value)
            yield {"record": record.id, "text": record.text, "side": side, "ordinal": int(ordinal or 0), **columns}


def source_rows(record: Record) -> Iterator[Row]:
    """The sources of a record in their order."""
    coded: tuple[Coded[Source], ...] = getattr(record, "claimed_by" if isinstance(record, Claim) else "sources")
    for ordinal, item in enumerate(coded):
        source = item.value
        yield {
            "record": record.id, "text": record.text, "ordinal": ordinal, "name": source.name, "kind": source.kind,
            "outlet": source.outlet_id, "chain": source.chain, "depth": source.depth, "said": source.date,
        }  # fmt: skip


def evidence_rows(record: Record) -> Iterator[Row]:
    """Which words carry which field, by which rule."""
    for field, coded in coded_fields(record):
        for ordinal, span in enumerate(coded.evidence):
            yield {
                "record": record.id, "text": record.text, "field": field, "ordinal": ordinal, "start": span.start,
                "end": span.end, "rule": coded.rule, "score": coded.score,
            }  # fmt: skip


def mention_rows(reading: Reading, text: str) -> Iterator[Row]:
    """What is named or described where."""
    for mention in reading.mentions:
        yield {
            "text": text, "start": mention.span.start, "end": mention.span.end, "kind": mention.kind,
            "name": mention.name, "country": mention.country, "actor_id": mention.actor_id, "rule": mention.rule,
        }  # fmt: skip


def role_rows(reading: Reading, text: str) -> Iterator[Row]:
    """Which offices a text gives to whom."""
    for role in reading.roles:
        holder = reading.mentions[role.holder].name if role.holder >= 0 else None
        yield {
            "text": text, "start": role.span.start, "end": role.span.end, "office": role.office, "holder": holder,
            "country": role.country, "body": role.body,
        }  # fmt: skip


def judgement_row(judgement: Judgement) -> Row:
    """One judgement as a row."""
    columns = {name: getattr(judgement, name) for name in judgement.__slots__ if name != "span"}
    return {**columns, "start": judgement.span.start, "end": judgement.span.end}


def judgement_of(row: Row) -> Judgement:
    """A row of the ledger as the judgement it was."""
    columns = {name: row[name] for name in Judgement.__slots__ if name != "span"}
    return Judgement(span=Span(row["start"], row["end"]), **columns)
