"""Reported transfers of arms for a brief: those of which both sides are told, by supplier, recipient and item."""

from collections.abc import Sequence

from dragoman.model import Coded, Party, Transfer
from dragoman.ports import Filed
from dragoman.usecases.brief_parts import Supply
from dragoman.usecases.notes import NoteBook
from dragoman.usecases.wording import Writer, source_names

Key = tuple[str, str, str, str]


def supplies(filed: Sequence[Filed], notes: NoteBook, writer: Writer) -> tuple[Supply, ...]:
    """One line for each supplier, recipient, item and stage, with every report that tells of it."""
    told: dict[Key, list[Transfer]] = {}
    for item in filed:
        for transfer in item.transfers:
            if transfer.supplier is not None and transfer.recipient is not None:
                told.setdefault(_key(transfer, transfer.supplier, transfer.recipient), []).append(transfer)
    return tuple(_supply(f"t{n}", key, told[key], notes, writer) for n, key in enumerate(sorted(told), 1))


def _key(transfer: Transfer, supplier: Coded[Party], recipient: Coded[Party]) -> Key:
    return supplier.value.name, recipient.value.name, transfer.item.value, transfer.stage.value


def _supply(id: str, key: Key, told: Sequence[Transfer], notes: NoteBook, writer: Writer) -> Supply:
    supplier, recipient, item, stage = key
    numbers = sorted({transfer.number for transfer in told if transfer.number is not None})
    times = [transfer.time.value for transfer in told if transfer.time is not None and transfer.time.evidence]
    days = dict.fromkeys(writer.day(time) for time in times if time.start or time.end)
    sources = dict.fromkeys(name for transfer in told for name in source_names(transfer.sources))
    return Supply(
        id=id,
        supplier=supplier,
        recipient=recipient,
        item=item,
        number=" or ".join(f"{number:,g}" for number in numbers),
        stage=stage,
        when="; ".join(days),
        claimed_by=tuple(sources),
        cites=tuple(sorted({notes.cite(transfer, id) for transfer in told})),
    )
