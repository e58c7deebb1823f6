"""Citations: outlets in brackets, (SANA, March 3), (Tasnim; Fars, February 25, 26), and numbered notes."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from dragoman.lexicon.attributions import AttributionRules
from dragoman.model import Attribution, Mention, Reading, Sentence, Source, Span, Time, Tokens
from dragoman.stages.characterisations import bare, told_of
from dragoman.stages.grammar import by_sentence

RULE = "attributions#citation"
NOTE = "attributions#note"
CLOSED_BY = {"(": ")", "[": "]"}
LONGEST = 30  # tokens between the brackets
DASHES = frozenset("-–—")
OPENING = 3  # tokens before a day that opens its sentence: On the night of March 7
LONGEST_NUMBER = 3  # figures of a note's number


def find_citations(rules: AttributionRules, reading: Reading) -> Iterator[Attribution]:
    """Bracketed outlets, each covering its passage, and the notes that numbers in the text refer to."""
    yield from _bracketed(rules, reading)
    yield from _noted(reading)


# --- brackets ---------------------------------------------------------------------------------------------------------


def _bracketed(rules: AttributionRules, reading: Reading) -> Iterator[Attribution]:
    outlets = {m.first: m for m in reading.mentions if m.kind == "organisation"}
    times = by_sentence(reading, reading.times)
    reached: dict[int, int] = {}
    passage: dict[int, Span] = {}
    for number, sentence in enumerate(reading.sentences):
        for first, last in _brackets(reading, sentence):
            cited = [m for i in range(first + 1, last) if (m := outlets.get(i)) and _is_cited(reading.tokens, m)]
            cue = reading.tokens.span(first, last + 1)
            told = [t for t in times[number] if cue.covers(t.span)]
            dates = [t for t in told if t.earliest is not None]
            if not cited or not _only_names(rules, reading.tokens, first, cited, bool(dates)):
                continue
            start = reached.get(sentence.section, reading.sections[sentence.section].span.start)
            start = _first_on(reading, times, number, start, {t.earliest for t in dates}) or start
            content = _trimmed(reading.content, start, cue.start) or passage.get(sentence.section)
            if content is not None and not _is_dateline(reading, start, first, last):
                passage[sentence.section] = content
                said = [_said_of(rules, reading.tokens, m, cited, told, last) for m in cited]
                words = tuple(m.span for m in cited)
                yield Attribution(cue, content, _sources(reading, cited, dates, said), words, RULE)
            reached[sentence.section] = cue.end


def _trimmed(content: str, start: int, end: int) -> Span | None:
    """Characters without white space at their ends and the stop of the passage before; None where none are left."""
    passage = content[start:end]
    first, last = start + len(passage) - len(passage.lstrip(" \t\r\n.,;")), start + len(passage.rstrip())
    return Span(first, last) if first < last else None


def _is_dateline(reading: Reading, start: int, first: int, last: int) -> bool:
    """The place and agency of a wire story: Beirut, March 3 (Reuters) – …"""
    words, short = reading.tokens.words, first - reading.tokens.inside(Span(start, start + 1)).start <= OPENING * 2
    return short and last + 1 < len(words) and words[last + 1] in DASHES


def _brackets(reading: Reading, sentence: Sentence) -> Iterator[tuple[int, int]]:
    words = reading.tokens.words
    for i in range(sentence.first, sentence.last):
        if words[i] in CLOSED_BY:
            close = CLOSED_BY[words[i]]
            end = next((j for j in range(i + 1, min(i + LONGEST, len(words))) if words[j] == close), None)
            if end is not None:
                yield i, end


def _is_cited(tokens: Tokens, mention: Mention) -> bool:
    """An outlet, or another body where the citation or a part of it begins with its name."""
    return mention.subkind == "outlet" or tokens.words[mention.first - 1] in "([;"


def _only_names(rules: AttributionRules, tokens: Tokens, first: int, cited: Sequence[Mention], dated: bool) -> bool:
    """A citation opens with an outlet or holds one beside a date; an abbreviation in brackets (IRGC) is none."""
    opens = cited[0].first == first + 1
    outlet = any(m.subkind == "outlet" for m in cited)
    credit = rules.find("credit", tokens.lower[first + 1])
    return (opens and (outlet or dated)) or (outlet and (dated or bool(credit)))


def _first_on(
    reading: Reading, times: Sequence[Sequence[Time]], number: int, start: int, days: set[date | None]
) -> int | None:
    """Where a passage begins that opens with the very day of its citation: what stands before it is told of itself."""
    section = reading.sentences[number].section
    found = None
    for k in range(number, -1, -1):
        sentence = reading.sentences[k]
        if sentence.section != section or sentence.span.start < start:
            break
        if any(t.earliest in days and t.earliest == t.latest and _opens(reading, sentence, t) for t in times[k]):
            found = sentence.span.start
    return found


def _opens(reading: Reading, sentence: Sentence, time: Time) -> bool:
    return time.span.start <= reading.tokens.starts[min(sentence.first + OPENING, sentence.last - 1)]


def _sources(
    reading: Reading, cited: Sequence[Mention], dates: Sequence[Time], said: Sequence[tuple[Span, ...]]
) -> tuple[Source, ...]:
    return tuple(
        Source(
            _name(reading, m),
            "outlet" if m.subkind == "outlet" else "body",
            m.actor_id,
            chain=k,
            date=_date(dates, k),
            characterisation=said[k],
        )
        for k, m in enumerate(cited)
    )


def _said_of(
    rules: AttributionRules, tokens: Tokens, m: Mention, cited: Sequence[Mention], times: Sequence[Time], last: int
) -> tuple[Span, ...]:
    """What a citation says of an outlet behind its name: (Mashregh News, **which is close to …**, March 3)."""
    ends = [other.first for other in cited if other.first > m.first]
    ends += [tokens.inside(t.span).start for t in times if t.span.start > m.span.end]
    first, end = bare(tokens.words, m.last, min([last, *ends]))
    if first >= end or m.last == min([last, *ends]) or not told_of(rules, tokens, first, end):
        return ()
    return (tokens.span(first, end),)


def _name(reading: Reading, m: Mention) -> str:
    return " ".join(m.span.of(reading.content).split())


def _date(dates: Sequence[Time], k: int) -> date | None:
    return dates[min(k, len(dates) - 1)].earliest if dates else None


# --- notes ------------------------------------------------------------------------------------------------------------


def _noted(reading: Reading) -> Iterator[Attribution]:
    """Sentences with the number of a note that names an outlet: … in the night.[3]"""
    notes = _notes(reading)
    if not notes:
        return
    for sentence in reading.sentences:
        if reading.sections[sentence.section].kind == "footnote":
            continue
        start = sentence.span.start
        for first, last, name in _marks(reading.tokens, sentence):
            cue = reading.tokens.span(first, last)
            if name in notes and start < cue.start:
                sources = tuple(source for source, _ in notes[name])
                yield Attribution(cue, Span(start, cue.start), sources, tuple(w for _, w in notes[name]), NOTE)
                start = cue.end


def _notes(reading: Reading) -> Mapping[str, list[tuple[Source, Span]]]:
    """By its number, the outlets that each note names, with their words and the note's day."""
    outlets = by_sentence(reading, [m for m in reading.mentions if m.subkind == "outlet"])
    times = by_sentence(reading, reading.times)
    found: dict[str, list[tuple[Source, Span]]] = {}
    name = ""
    for k, sentence in enumerate(reading.sentences):
        if reading.sections[sentence.section].kind != "footnote":
            continue
        name = _number_of(reading.tokens, sentence) or name
        day = next((t.earliest for t in times[k] if t.granularity == "day"), None)
        for m in outlets[k]:
            known = found.setdefault(name, [])
            known.append((Source(_name(reading, m), "outlet", m.actor_id, len(known), 0, day), m.span))
    return found


def _number_of(tokens: Tokens, sentence: Sentence) -> str | None:
    """The number that a note begins with: [3], 3., (3) or 3."""
    words = tokens.words[sentence.first : sentence.first + 2]
    return next((w for w in words if w.isdecimal() and len(w) <= LONGEST_NUMBER), None)


def _marks(tokens: Tokens, sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """References to notes: [3], or figures that touch the word or mark before them."""
    words = tokens.words
    for i in range(sentence.first + 1, sentence.last):
        if not (words[i].isdecimal() and len(words[i]) <= LONGEST_NUMBER):
            continue
        bracketed = words[i - 1] == "[" and i + 1 < sentence.last and words[i + 1] == "]"
        touches = tokens.starts[i] == tokens.ends[i - 1] and words[i - 1] in '.,;!?”"’)'
        if bracketed or (touches and not words[i - 2][-1:].isdecimal()):
            yield (i - 1, i + 2, words[i]) if bracketed else (i, i + 1, words[i])
