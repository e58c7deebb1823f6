"""Cut sections into words and sentences. Line breaks inside a sentence are bridged, never edited."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from dragoman.lexicon.words import Segmenter
from dragoman.model import Reading, Section, Sentence, Tokens
from dragoman.text.tokens import spans

ENDS = frozenset(".!?…")
CLOSERS = frozenset("\"'”’»)]")
OPENERS = frozenset("\"'“‘«([")
LONGEST = 220  # words; text without full stops is cut here so that no parser meets a sentence of a million words


def sentence_finder(segmenter: Segmenter) -> Callable[[Reading], Reading]:
    """Build the stage that fills `tokens` and `sentences`. Boilerplate has neither."""

    def find_sentences(reading: Reading) -> Reading:
        told = [(k, section) for k, section in enumerate(reading.sections) if section.kind != "boilerplate"]
        tokens, limits = _tokens(segmenter, reading.content, [section for _, section in told])
        sentences = tuple(
            Sentence(tokens.span(first, last), first, last, k)
            for (k, _), (low, high) in zip(told, limits, strict=True)
            for first, last in _cut(segmenter, tokens, low, high)
        )
        return replace(reading, tokens=tokens, sentences=sentences)

    return find_sentences


def _tokens(segmenter: Segmenter, content: str, sections: Sequence[Section]) -> tuple[Tokens, list[tuple[int, int]]]:
    """The tokens of all sections, and for each section its first token and one past its last."""
    starts: list[int] = []
    ends: list[int] = []
    limits = []
    for section in sections:
        low = len(starts)
        for start, end in spans(segmenter.pattern, content, section.span.start, section.span.end):
            starts.append(start)
            ends.append(end)
        limits.append((low, len(starts)))
    words = tuple(content[start:end] for start, end in zip(starts, ends, strict=True))
    lower = tuple(word.lower().replace("’", "'") for word in words)
    return Tokens(tuple(starts), tuple(ends), words, lower), limits


def _cut(segmenter: Segmenter, tokens: Tokens, low: int, high: int) -> Iterator[tuple[int, int]]:
    first = i = low
    while i < high:
        i += 1
        if i - first >= LONGEST:
            yield first, i
            first = i
        elif _may_close(segmenter, tokens, i - 1):
            after = _past_closers(tokens, i, high)
            if after >= high or _opens(segmenter, tokens, i - 1, after):
                yield first, after
                first = i = after
    if first < high:
        yield first, high


def _may_close(segmenter: Segmenter, tokens: Tokens, i: int) -> bool:
    word = tokens.words[i]
    return word in ENDS or word.startswith("...") or (word.endswith(".") and len(word) > 1)


def _past_closers(tokens: Tokens, i: int, high: int) -> int:
    """Skip quotes and brackets that close, and footnote figures that stand without a space."""
    while i < high and tokens.starts[i] == tokens.ends[i - 1]:
        word = tokens.words[i]
        note = word.isdigit() and len(word) <= 3 and not tokens.words[i - 1].isdigit()
        note = note or (word == "[" and i + 1 < high and tokens.words[i + 1].isdigit())
        if not (word in CLOSERS or word in ENDS or note):
            break
        i += 1
    return i


def _opens(segmenter: Segmenter, tokens: Tokens, end: int, i: int) -> bool:
    """Whether a sentence may start at token `i` when the one before ended with token `end`."""
    if tokens.starts[i] == tokens.ends[i - 1]:
        return False
    word, mark = tokens.words[i], tokens.words[end]
    if len(mark) > 1 and mark not in ("...", "....") and mark[0] != ".":
        if mark in segmenter.dotted and mark not in segmenter.may_end:
            return False
        return word in segmenter.starters
    if word in OPENERS and i + 1 < len(tokens.words):
        word = tokens.words[i + 1]
        return not word[0].islower()
    if mark[0] in ".…" and len(mark) > 1:
        return word[0].isupper()
    return not word[0].islower() and word not in CLOSERS and word not in {",", ";", ":", "–", "—", "-"}
