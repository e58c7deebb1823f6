"""Citations in brackets: (al-Alam, February 22), (Tasnim; Fars, February 25, 26), (Photo: SANA)."""

from collections.abc import Iterator
from datetime import date

from dragoman.model import Attribution, Mention, Reading, Section, Sentence, Source, Span, Time

RULE = "attributions#citation"
CLOSED_BY = {"(": ")", "[": "]"}
LONGEST = 30  # tokens between the brackets


def find_citations(reading: Reading) -> Iterator[Attribution]:
    """Bracketed outlets, each covering its passage: back to the citation before it or the paragraph's start."""
    outlets = {m.first: m for m in reading.mentions if m.kind == "organisation"}
    reached: dict[int, int] = {}
    for sentence in reading.sentences:
        for first, last in _brackets(reading, sentence):
            cited = [outlets[i] for i in range(first + 1, last) if i in outlets]
            if not cited or not _only_names(reading, first, last, cited):
                continue
            section = reading.sections[sentence.section]
            cue = reading.tokens.span(first, last + 1)
            start = reached.get(sentence.section, section.span.start)
            if start < cue.start:
                yield _citation(reading, section, Span(start, cue.start), cue, cited)
            reached[sentence.section] = cue.end


def _brackets(reading: Reading, sentence: Sentence) -> Iterator[tuple[int, int]]:
    words = reading.tokens.words
    for i in range(sentence.first, sentence.last):
        if words[i] in CLOSED_BY:
            close = CLOSED_BY[words[i]]
            end = next((j for j in range(i + 1, min(i + LONGEST, len(words))) if words[j] == close), None)
            if end is not None:
                yield i, end


def _only_names(reading: Reading, first: int, last: int, cited: list[Mention]) -> bool:
    """A citation opens with an outlet or holds one beside a date; an abbreviation in brackets (IRGC) is none."""
    told = any(first_token(reading, t, first, last) for t in reading.times)
    opens = cited[0].first == first + 1
    outlet = any(m.subkind == "outlet" for m in cited)
    return (opens and (outlet or told)) or (outlet and (told or _credit(reading, first)))


def _credit(reading: Reading, first: int) -> bool:
    return reading.tokens.lower[first + 1] in ("photo", "image", "source", "via", "credit", "video", "according")


def first_token(reading: Reading, time: Time, first: int, last: int) -> bool:
    """Whether a time stands between two tokens."""
    return reading.tokens.starts[first] < time.span.start < reading.tokens.starts[last]


def _citation(reading: Reading, section: Section, content: Span, cue: Span, cited: list[Mention]) -> Attribution:
    dates = [t for t in reading.times if cue.covers(t.span) and t.earliest is not None]
    sources = tuple(
        Source(
            m.span.of(reading.content), "outlet" if m.subkind == "outlet" else "body", m.actor_id, k, 0, _date(dates, k)
        )
        for k, m in enumerate(cited)
    )
    return Attribution(cue, content, sources, tuple(m.span for m in cited), RULE)


def _date(dates: list[Time], k: int) -> date | None:
    return dates[min(k, len(dates) - 1)].earliest if dates else None
