"""Quotations: from the mark that opens one to the mark that closes it, over several sentences."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from dragoman.model import Reading, Tokens

OPENS = frozenset("“«„")
CLOSES = frozenset("”»")
STRAIGHT = '"'
MARKS = OPENS | CLOSES | {STRAIGHT}
LONGEST = 600  # tokens; a mark that is never closed must not swallow the text

Range = tuple[int, int]  # first token, and one past the last


def quotations(reading: Reading) -> tuple[Range, ...]:
    """Every quotation with its marks, left to right. None reaches over the end of its section."""
    found: list[Range] = []
    opened: int | None = None
    section = -1
    for sentence in reading.sentences:
        if sentence.section != section:
            section, opened = sentence.section, None
        for i in range(sentence.first, sentence.last):
            if _closes(reading.tokens, i, opened):
                if opened is not None and i - opened < LONGEST:
                    found.append((opened, i + 1))
                opened = None
            elif _opens(reading.tokens, i, opened):
                opened = i
    return tuple(found)


def _opens(tokens: Tokens, i: int, opened: int | None) -> bool:
    return tokens.words[i] in OPENS or (tokens.words[i] == STRAIGHT and opened is None)


def _closes(tokens: Tokens, i: int, opened: int | None) -> bool:
    return tokens.words[i] in CLOSES or (tokens.words[i] == STRAIGHT and opened is not None)


def within(found: Sequence[Range], first: int, last: int) -> Iterator[Range]:
    """The quotations that share tokens with a range; `found` is sorted and none overlaps another."""
    k = max(bisect_right(found, (first, first)) - 1, 0)
    while k < len(found) and found[k][0] < last:
        if found[k][1] > first:
            yield found[k]
        k += 1


def grown(found: Sequence[Range], first: int, last: int) -> Range:
    """A range, and the whole of every quotation that it cuts into."""
    touched = list(within(found, first, last))
    return min([first, *(q[0] for q in touched)]), max([last, *(q[1] for q in touched)])
