"""Citations: every sentence of a report that the brief leans on, numbered in the order in which it is first cited."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from dragoman.model import Claim, Coded, Document, Event, Source, Span, Transfer
from dragoman.ports import Filed
from dragoman.usecases.brief_parts import Note, Piece
from dragoman.usecases.checking import quotable
from dragoman.usecases.wording import source_names

MOST_ELSEWHERE = 6

Cited = Event | Claim | Transfer


@dataclass(slots=True)
class NoteBook:
    """Gives out numbers while a brief is being written. Only the writing of one brief sees it."""

    filed: Mapping[str, Filed]  # by text id
    _cited: dict[tuple[str, Span], list[tuple[Cited, str]]] = field(default_factory=dict)
    _numbers: dict[tuple[str, Span], int] = field(default_factory=dict)

    def cite(self, record: Cited, line: str) -> int:
        """The number of the note for the sentence of a record; `line` is where it is cited."""
        key = (record.text, record.sentence)
        number = self._numbers.setdefault(key, len(self._numbers) + 1)
        self._cited.setdefault(key, []).append((record, line))
        return number

    def notes(self) -> tuple[Note, ...]:
        """All notes, by number."""
        return tuple(self._note(number, key) for number, key in enumerate(self._cited, 1))

    def _note(self, number: int, key: tuple[str, Span]) -> Note:
        text, sentence = key
        filed, uses = self.filed[text], self._cited[key]
        spans = sorted({span for record, _ in uses for span in evidence(record)})
        sources = dict.fromkeys(name for record, _ in uses for name in source_names(sources_of(record)))
        blank = _described(filed.document, number)
        return replace(
            blank,
            pieces=tuple(pieces(filed.text.content, sentence, spans)),
            elsewhere=tuple(_elsewhere(filed.text.content, sentence, spans))[:MOST_ELSEWHERE],
            sources=tuple(sources),
            lines=tuple(dict.fromkeys(line for _, line in uses)),
        )


def _described(document: Document, number: int) -> Note:
    return Note(
        number, document.id, document.title, document.publisher, document.published, document.url, (), (), ()
    )  # fmt: skip


def sources_of(record: Cited) -> tuple[Coded[Source], ...]:
    """The coded sources of an event, a claim or a transfer."""
    return record.claimed_by if isinstance(record, Claim) else record.sources


def evidence(record: Cited) -> Iterator[Span]:
    """Every span that carries a field of a record."""
    for coded in _fields(record):
        yield from coded.evidence if coded is not None else ()


def _fields(record: Cited) -> tuple[Coded[Any] | None, ...]:
    if isinstance(record, Claim):
        return (record.amount, record.subject, record.target, *record.claimed_by)
    if isinstance(record, Transfer):
        return (record.item, record.stage, record.supplier, record.recipient, record.time, *record.sources)
    parties = (*record.actors, *record.recipients)
    return (record.type, record.place, record.time, record.status, *parties, *record.sources)


def pieces(content: str, sentence: Span, spans: Iterable[Span]) -> Iterator[Piece]:
    """The sentence cut where evidence begins and ends, on one line."""
    inside = [span for span in spans if sentence.overlaps(span)]
    inside = joined(inside)
    edges = {edge for span in inside for edge in (span.start, span.end) if sentence.start < edge < sentence.end}
    for start, end in pairwise(sorted({sentence.start, sentence.end, *edges})):
        part = Span(start, end)
        yield Piece(" ".join(part.of(content).split("\n")), any(span.covers(part) for span in inside))


def joined(spans: Iterable[Span]) -> list[Span]:
    """Spans without overlaps: those that touch or overlap become one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _elsewhere(content: str, sentence: Span, spans: Iterable[Span]) -> Iterator[str]:
    told = (quotable(span.of(content)) for span in spans if not sentence.overlaps(span))
    yield from dict.fromkeys(told)
