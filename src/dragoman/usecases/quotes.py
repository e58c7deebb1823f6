"""The words of a report that go with a sentence of the brief: what was said, or the sentence around the act."""

import unicodedata
from collections.abc import Iterable, Sequence

from dragoman.model import Coded, Event, Span
from dragoman.text.datelines import dateline_end
from dragoman.usecases.checking import GAP, quotable

BEFORE, AFTER = 11, 21  # words of a longer sentence that are quoted around the act
EDGES = " \n\t,;:.•·*–—-"  # what a quotation neither begins nor ends with
VERBAL = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
FEWEST = 3  # words that are worth quoting
BETWEEN = 4  # words between the act and the name that it is done to: **to the** Swiss government **and the** ICRC
MARKS = frozenset("\"“”„«»‘’'")
OWN = ("'", "’", ",")  # behind a name: of Conde**'s** release, or of somebody who is told more of


def words_said(event: Event, contents: Iterable[Span], content: str, subordinators: Sequence[str]) -> str:
    """What was said, from behind the one that it was said to; empty where the whole sentence tells it better.

    `contents` are those of the statements that go with the act, `subordinators` words that open a clause: that.
    """
    said = next((span for span in contents if event.sentence.covers(span) and _worth(span.of(content))), None)
    if said is None or not (_behind(event, said, content) or content[said.start - 1 : said.start] in MARKS):
        return ""
    if any(said.covers(span) for party in event.actors for span in party.evidence):
        return ""  # asked by Washington to use its influence
    clause = said.of(content).split()[0].lower() in subordinators  # that soldiers had fired: their names belong to it
    start = said.start if clause else _past_recipients(event, said, content)
    rest = content[start : said.end]
    if start > said.start and (rest.startswith(OWN) or not _worth(rest)):
        return ""
    while start > event.sentence.start and unicodedata.category(content[start - 1]) == "Sc":
        start -= 1
    return _cut(quotable(content[start : said.end]).strip(EDGES), 0)


def _worth(words: str) -> bool:
    return len(words.split()) >= FEWEST


def _behind(event: Event, said: Span, content: str) -> bool:
    """Whether words said follow a single word for the act, so that they hold whatever it takes."""
    act = event.type.evidence[0] if event.type.evidence else event.sentence
    return act.end <= said.start and len(act.of(content).split()) == 1


def _past_recipients(event: Event, said: Span, content: str) -> int:
    """Where the words said go on behind the names of those that they were said to, which the sentence has told."""
    at = said.start
    for span in sorted(span for party in event.recipients for span in party.evidence if said.covers(span)):
        if span.start >= at and len(content[at : span.start].split()) <= BETWEEN:
            at = span.end
    return at


def quote_of(event: Event, content: str, said: str) -> str:
    """What was said, else the sentence around the act; empty where the brief's own sentence tells all there is."""
    if said:
        return said
    if event.type.value not in VERBAL and event.actors and event.recipients:
        return ""
    start = event.sentence.start + dateline_end(event.sentence.of(content))
    sentence = quotable(content[start : event.sentence.end].strip(EDGES))
    before = quotable(content[start : event.type.evidence[0].start]) if event.type.evidence else ""
    return _cut(sentence, len(before.split()))


def around(coded: Coded[str], sentence: Span, content: str) -> str:
    """The words of a sentence around those that carry a value."""
    start = max(sentence.start + 1, coded.evidence[0].start) if coded.evidence else sentence.start + 1
    return _cut(quotable(sentence.of(content)), len(content[sentence.start : start].split()), 9, 12)


def _cut(sentence: str, at: int, before: int = BEFORE, after: int = AFTER) -> str:
    """A sentence, or where it is long the words around word number `at`."""
    words = sentence.split()
    if len(words) <= before + after + 2:
        return " ".join(words)
    first = max(0, min(at - before, len(words) - before - after))
    last = min(len(words), max(first + before + after, at + after))
    return f"{GAP + ' ' if first else ''}{' '.join(words[first:last])}{' ' + GAP if last < len(words) else ''}"
