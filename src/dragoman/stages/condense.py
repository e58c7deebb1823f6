"""What a sentence may do without before it is parsed: long names, offices beside names, brackets.

A small parser is right far more often on "Ashtiani met with Ghanem" than on "Mohammad Reza Ashtiani, the Iranian
Minister of Defense, met with the Commander of the Syrian Air Force, Salah al-Din Kaser al-Ghanem". Names and offices
are known before the parse, so their inner words need none: they are left out and hung on the word that stays.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from dragoman.model import Mention, Reading, Role, Sentence, Time, Tokens
from dragoman.stages.datelines import past_dateline

LONG_NAMES = frozenset({"person", "organisation", "place"})
PHRASES = frozenset({"group", "site"})  # no names but phrases: their words tell the parser more than their last one
LONGEST_BRACKET = 30
LONGEST_DAY = 5
BY_THE_WAY = frozenset({"on"})
BOUND = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "of",
        "for",
        "from",
        "by",
        "at",
        "and",
        "or",
        "in",
        "during",
        "before",
        "after",
        "since",
        "until",
        "till",
        "to",
    ]
)
"""Words before a day, or first in it, that tie it to what stands around it."""
BEHIND_DAYS = frozenset({"'s", "’s", "'", "-", "–", "and", "or", "to"})
FLAT, ASIDE = "flat", "aside"


@dataclass(frozen=True, slots=True)
class Condensed:
    """Tokens to parse, and for each token left out the token and the relation it hangs by."""

    kept: tuple[int, ...]
    hung: dict[int, tuple[int, str]]


def condense(
    reading: Reading, sentence: Sentence, mentions: Sequence[Mention], roles: Sequence[Role], times: Sequence[Time] = ()
) -> Condensed:
    """Leave out what the mentions, roles and times of one sentence explain. At least one token is kept."""
    hung: dict[int, tuple[int, str]] = {}
    for mention in mentions:
        if mention.kind in LONG_NAMES and mention.subkind not in PHRASES:
            _hang(hung, range(mention.first, mention.last - 1), mention.last - 1, FLAT)
    for role in roles:
        for words, head in _beside(reading, sentence, role):
            _hang(hung, words, head, ASIDE)
    asides = (_brackets(reading.tokens, sentence), _dateline(reading, sentence), _days(reading, sentence, times))
    for words, head in chain.from_iterable(asides):
        _hang(hung, words, head, ASIDE)
    heads = {i: _kept_head(hung, i, sentence) for i in hung}
    hung = {i: (head, hung[i][1]) for i, head in heads.items() if head is not None}
    return Condensed(tuple(i for i in range(sentence.first, sentence.last) if i not in hung), hung)


def _hang(hung: dict[int, tuple[int, str]], words: range, head: int, dep: str) -> None:
    for i in words:
        if i != head and i not in hung:
            hung[i] = (head, dep)


def _kept_head(hung: Mapping[int, tuple[int, str]], i: int, sentence: Sentence) -> int | None:
    """The word that stays at the end of the chain of heads; None where it runs in a circle or out of the sentence."""
    seen = {i}
    head = hung[i][0]
    while head in hung and head not in seen:
        seen.add(head)
        head = hung[head][0]
    return head if head not in hung and sentence.first <= head < sentence.last else None


def _beside(reading: Reading, sentence: Sentence, role: Role) -> Iterator[tuple[range, int]]:
    """The words of an office that its holder, or its own first noun, can stand for."""
    tokens = reading.tokens
    inside = tokens.inside(role.span)
    first, last = inside.start, inside.stop
    if role.holder < 0:
        of = next((i for i in range(first + 1, last) if tokens.lower[i] in ("of", "for", "to")), last)
        plain = role.body is not None and role.body.islower()  # spokesman for the foreign ministry reads well as it is
        if of < last and not plain and tokens.lower[of - 1] not in ("the", "a"):
            yield range(of, last), of - 1
        return
    holder = reading.mentions[role.holder]
    if not sentence.first <= holder.first < sentence.last:
        return
    head = holder.last - 1
    if holder.first >= last:
        yield range(first, holder.first), head
        if any(tokens.words[i] == "," for i in range(last, holder.first)):
            yield _comma(tokens, sentence, holder.last), head
    elif holder.last <= first:
        yield range(holder.last, last), head
        yield _comma(tokens, sentence, last), head


def _comma(tokens: Tokens, sentence: Sentence, i: int) -> range:
    """The comma that closes an apposition, where there is one."""
    return range(i, i + 1) if i < sentence.last and tokens.words[i] == "," else range(0)


def _days(reading: Reading, sentence: Sentence, times: Sequence[Time]) -> Iterator[tuple[range, int]]:
    """ "On Saturday", "Thursday", "last month": days told by the way, hung on the word before them."""
    lower, words = reading.tokens.lower, reading.tokens.words
    for time in times:
        inside = reading.tokens.inside(time.span)
        first, last = inside.start, inside.stop
        if not inside or last - first > LONGEST_DAY or time.granularity != "day" or time.earliest != time.latest:
            continue
        led = lower[first] in BY_THE_WAY
        if first > sentence.first and lower[first - 1] in BY_THE_WAY:
            first, led = first - 1, True
        elif lower[first] in BOUND or (first > sentence.first and lower[first - 1] in BOUND):
            continue
        if last < sentence.last and (lower[last] in BEHIND_DAYS or (not led and _goes_on(words[last]))):
            continue
        if first > sentence.first:
            yield range(first, last), first - 1
        elif last + 1 < sentence.last:
            end = last + (words[last] == ",")
            yield range(first, end), end


def _goes_on(word: str) -> bool:
    """Whether a word may belong to the day before it: Sunday **Times**, May **2003**."""
    return word.isalnum() and not word[0].islower()


def _dateline(reading: Reading, sentence: Sentence) -> Iterator[tuple[range, int]]:
    """What stands before a story, hung on its first word."""
    end = past_dateline(reading, sentence)
    if end > sentence.first:
        yield range(sentence.first, end), end


def _brackets(tokens: Tokens, sentence: Sentence) -> Iterator[tuple[range, int]]:
    """Bracketed words inside a sentence, hung on the word before them."""
    for i in range(sentence.first + 1, sentence.last):
        if tokens.words[i] in ("(", "["):
            close = ")" if tokens.words[i] == "(" else "]"
            end = next((j for j in range(i, min(i + LONGEST_BRACKET, sentence.last)) if tokens.words[j] == close), None)
            if end is not None:
                yield range(i, end + 1), i - 1
