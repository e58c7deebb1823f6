"""Reported transfers of arms as a register: who supplied what to whom, how far it has gone, and who says so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.model import Coded, Party, Transfer
from dragoman.ports import Filed
from dragoman.usecases.archive import filed_records
from dragoman.usecases.asking import asks_for, told_by
from dragoman.usecases.records import Record
from dragoman.usecases.wording import source_names


@dataclass(frozen=True, slots=True)
class Entry:
    """One reported transfer: its line of output, and what a table shows of it."""

    record: Record
    supplier: str
    recipient: str
    sources: tuple[str, ...]
    published: date | None
    title: str | None


def register(filed: Sequence[Filed], query: str, coder: str) -> tuple[Entry, ...]:
    """The transfers that are asked for: by supplier, recipient and item, then by day."""
    found = [entry for item in filed if item.transfers for entry in _entries(item, query, coder)]
    return tuple(sorted(found, key=_place))


def _entries(filed: Filed, query: str, coder: str) -> Iterator[Entry]:
    lines = {line["id"]: line for line in filed_records(filed, coder) if line["kind"] == "transfer"}
    document, content = filed.document, filed.text.content
    for transfer in filed.transfers:
        if asks_for(query, told_by(transfer, document, content)):
            yield _entry(transfer, lines[transfer.id], document.published, document.title)


def _entry(transfer: Transfer, line: Record, published: date | None, title: str | None) -> Entry:
    sources = source_names(transfer.sources)
    return Entry(line, _name(transfer.supplier), _name(transfer.recipient), sources, published, title)


def _name(party: Coded[Party] | None) -> str:
    return "" if party is None else party.value.name


def _place(entry: Entry) -> tuple[str, ...]:
    """Where an entry stands; those without a supplier come last."""
    record = entry.record
    day = record["end"] or record["start"] or str(entry.published or "")
    return (entry.supplier or "~", entry.recipient or "~", record["item"], day, record["id"])
