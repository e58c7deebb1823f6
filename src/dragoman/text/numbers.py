"""Numbers out of words: figures, ranges, and the phrases that bound them. The words of a language come from outside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LONGEST_BOUND = 5
DASHES = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class Bound:
    """What a phrase beside a number makes of it: `low` (at least), `high` (at most) or `both` (about)."""

    rule: str
    effect: str


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of a language, all in lower case.

    `tight` scales (m, k) are read only where a currency stands by; `ties` join parts of one number (and), `links`
    vague ones (of); `articles` stand for one before a scale (a dozen); `range_words` join the ends of a range; `signs`
    are those of currencies, which `kinds` may stand before (US $); `starters` are all words a number can begin with.
    """

    values: Mapping[str, float]
    scales: Mapping[str, float]
    tight: Mapping[str, float]
    vague: frozenset[str]
    halves: frozenset[str]
    articles: frozenset[str]
    ties: frozenset[str]
    links: frozenset[str]
    range_words: frozenset[str]
    between: frozenset[str]
    signs: frozenset[str]
    kinds: frozenset[str]
    starters: frozenset[str]
    before: Mapping[tuple[str, ...], Bound]
    after: Mapping[tuple[str, ...], Bound]


@dataclass(frozen=True, slots=True)
class Figure:
    """One number, tokens `first` up to, not including, `last`. `value` is None for dozens, several, hundreds …"""

    first: int
    last: int
    value: float | None
    scaled: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or range with what bounds it. `first` and `last` take in the bounding words, `core` the number alone."""

    first: int
    last: int
    core: tuple[int, int]
    low: float | None
    high: float | None
    vague: bool = False
    rule: str = ""


def parse_digits(word: str) -> float | None:
    """A figure written in digits (1,200 or 3.5), or None: 10:30, 1.2.3, 1,5 and 22/02 are no numbers."""
    if not word.isascii() or not word[:1].isdigit():
        return None
    whole, point, rest = word.partition(".")
    head, *groups = whole.split(",")
    if (point and not rest.isdigit()) or not head.isdigit() or any(len(g) != 3 or not g.isdigit() for g in groups):
        return None
    if len(word) > 15 or (groups and len(head) > 3):
        return None
    return float("".join((head, *groups)) + point + rest)


def could_start(word: str, words: NumberWords) -> bool:
    """Whether a number can begin with this word; the quick test before `read_amount`."""
    return word in words.starters or "0" <= word[:1] <= "9"


def read_figure(lower: Sequence[str], i: int, end: int, words: NumberWords, tight: bool = False) -> Figure | None:
    """The longest number that begins with token `i` and ends before `end`, or None."""
    if i >= end:
        return None
    if lower[i] in words.vague or (i + 1 < end and lower[i] in words.articles and lower[i + 1] in words.vague):
        return _vague(lower, i, end, words)
    digits = parse_digits(lower[i])
    if digits is not None:
        return _scaled(lower, i, i + 1, digits, end, words, tight)
    if lower[i] in words.halves:
        return _half(lower, i, end, words)
    if lower[i] in words.articles or lower[i] in words.scales:
        return _article(lower, i, end, words)
    return _spelled(lower, i, end, words) if lower[i] in words.values else None


def read_amount(
    lower: Sequence[str], i: int, start: int, end: int, words: NumberWords, tight: bool = False
) -> Amount | None:
    """The number or range that begins with token `i`, with the bounding words between `start` and `end` around it."""
    one = read_figure(lower, i, end, words, tight)
    if one is None:
        return None
    if one.value is None:
        return Amount(_sign_before(lower, i, start, words), one.last, (one.first, one.last), None, None, vague=True)
    first = _sign_before(lower, i, start, words)
    other = _range_end(lower, first, one, start, end, words, tight)
    if other is not None:
        low, high = _spread(one, other)
        begin = first - 1 if first > start and lower[first - 1] in words.between else first
        if low <= high:
            return bounded(lower, Amount(begin, other.last, (i, other.last), low, high), start, end, words)
    return bounded(lower, Amount(first, one.last, (i, one.last), one.value, one.value), start, end, words)


def bound_before(lower: Sequence[str], i: int, start: int, words: NumberWords) -> tuple[int, Bound] | None:
    """The longest bounding phrase that ends just before token `i`: its first token and what it does."""
    for length in range(min(LONGEST_BOUND, i - start), 0, -1):
        bound = words.before.get(tuple(lower[i - length : i]))
        if bound is not None:
            return i - length, bound
    return None


def bound_after(lower: Sequence[str], i: int, end: int, words: NumberWords) -> tuple[int, Bound] | None:
    """The longest bounding phrase that begins with token `i`: one past its last token and what it does."""
    for length in range(min(LONGEST_BOUND, end - i), 0, -1):
        bound = words.after.get(tuple(lower[i : i + length]))
        if bound is not None:
            return i + length, bound
    return None


def _vague(lower: Sequence[str], i: int, end: int, words: NumberWords) -> Figure:
    """Hundreds, a few, tens of thousands, hundreds of millions, several hundred."""
    last = i + 2 if lower[i] in words.articles else i + 1
    while last < end:
        step = 2 if lower[last] in words.links else 1
        if last + step > end or not (lower[last + step - 1] in words.vague or lower[last + step - 1] in words.scales):
            break
        last += step
    return Figure(i, last, None)


def _scaled(
    lower: Sequence[str], first: int, last: int, value: float, end: int, words: NumberWords, tight: bool
) -> Figure:
    """Take in the scales that follow (3.5 million, 36-billion, 40 m where `tight`)."""
    scaled = False
    while last < end:
        at = last + 1 if lower[last] in DASHES and last + 1 < end and lower[last + 1] in words.scales else last
        factor = words.scales.get(lower[at]) or (words.tight.get(lower[at]) if tight else None)
        if factor is None or value * factor > 1e18:
            break
        value, last, scaled = value * factor, at + 1, True
    return Figure(first, last, value, scaled)


def _half(lower: Sequence[str], i: int, end: int, words: NumberWords) -> Figure | None:
    at = i + 2 if i + 1 < end and lower[i + 1] in words.articles else i + 1
    if at < end and lower[at] in words.scales:
        return Figure(i, at + 1, words.scales[lower[at]] / 2, scaled=True)
    return None


def _article(lower: Sequence[str], i: int, end: int, words: NumberWords) -> Figure | None:
    """A dozen, a hundred and twenty; a bare dozen."""
    at = i if lower[i] in words.scales else i + 1
    if at >= end or lower[at] not in words.scales or (at == i and words.scales[lower[at]] != 12):
        return None
    made = _spelled(lower, at, end, words)
    return Figure(i, made.last, made.value, scaled=True) if made else None


def _spelled(lower: Sequence[str], i: int, end: int, words: NumberWords) -> Figure | None:
    """Number words one after the other: two hundred and twenty-one thousand."""
    total, part, last, at = 0.0, 0.0, i, i
    room = float("inf")  # a unit may only follow a larger one: twenty two, not two twenty
    scaled = False
    while at < end and last - i < 16:
        word = lower[at]
        if word in words.values and words.values[word] < room:
            part, room = part + words.values[word], (10 if words.values[word] >= 20 else 0)
        elif word in words.scales and (part or at == i):
            total, part, scaled = _multiply(total, part or 1, words.scales[word], scaled)
            room = 100 if words.scales[word] <= 100 else 1000
        else:
            break
        at = last = at + 1
        if at + 1 < end and (lower[at] in DASHES or (scaled and lower[at] in words.ties)):
            at += 1 if _continues(lower[at + 1], room, words) else 0
    return Figure(i, last, total + part, scaled) if last > i and total + part <= 1e18 else None


def _multiply(total: float, part: float, scale: float, scaled: bool) -> tuple[float, float, bool]:
    if scale <= 100:
        return total, part * scale, True
    return total + part * scale, 0.0, True


def _continues(word: str, room: float, words: NumberWords) -> bool:
    return words.values.get(word, float("inf")) < room or word in words.scales


def _sign_before(lower: Sequence[str], i: int, start: int, words: NumberWords) -> int:
    """The first token of a currency sign before a number: "$", or the two of "US $"."""
    if i <= start or lower[i - 1] not in words.signs:
        return i
    return i - 2 if i - 1 > start and lower[i - 2] in words.kinds else i - 1


def _range_end(
    lower: Sequence[str], first: int, one: Figure, start: int, end: int, words: NumberWords, tight: bool
) -> Figure | None:
    """The second number of "6-15", "14 to 15", "two or three", "between 20 and 30"."""
    at = one.last
    if at + 1 >= end:
        return None
    tied = first > start and lower[first - 1] in words.between and lower[at] in words.ties
    if not (lower[at] in DASHES or lower[at] in words.range_words or tied):
        return None
    at += 2 if lower[at + 1] in words.signs else 1
    if at >= end or lower[at] in words.articles:
        return None
    other = read_figure(lower, at, end, words, tight)
    return other if other is not None and other.value is not None else None


def _spread(one: Figure, other: Figure) -> tuple[float, float]:
    """The ends of a range; a scale at its end counts for both (6-15 billion)."""
    low, high = one.value or 0.0, other.value or 0.0
    if other.scaled and not one.scaled and high:
        plain = high
        while plain >= 1000:
            plain /= 1000
        low = low * high / plain if low <= plain else low
    return low, high


def bounded(lower: Sequence[str], amount: Amount, start: int, end: int, words: NumberWords) -> Amount:
    """Add the bounding words around a number; of several (at least another 20) the strictest counts."""
    first, last, effect, rule = amount.first, amount.last, "both", ""
    found: tuple[int, Bound] | None
    while found := bound_before(lower, first, start, words):
        first = found[0]
        effect, rule = (found[1].effect, found[1].rule) if effect == "both" else (effect, rule)
    if found := bound_after(lower, last, end, words):
        last = found[0]
        effect, rule = (found[1].effect, found[1].rule) if effect == "both" else (effect, rule)
    low = None if effect == "high" else amount.low
    high = None if effect == "low" else amount.high
    return Amount(first, last, amount.core, low, high, rule=rule)
