"""Find time expressions and turn each into an interval of days."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.lexicon.times import LONGEST_OPENER, Match, Opener, TimeRules, match_at
from dragoman.model import Interval, Reading, Sentence, Time, Tokens
from dragoman.text.dates import Anchor, clipped
from dragoman.text.moments import DERIVED, RESOLVERS

UNRESOLVED = 0.4
LONG_AGO = timedelta(days=366)  # intervals longer than this are no date that "the next day" could follow
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the text has told of time so far.

    `full` is the latest whole date, `previous` the last date of any kind, `day` the last single day that was not
    counted from another, `dated` the last whole date with the sentence it stands in.
    """

    published: date | None
    full: date | None = None
    previous: Interval | None = None
    day: date | None = None
    dated: date | None = None
    dated_in: int = -9
    section: int = -1


def time_finder(rules: TimeRules) -> Callable[[Reading], Reading]:
    """Build the stage that fills `times`. Dates without a year, and relative ones, are counted from publication, else
    from the latest whole date told before them, else stay open on both sides."""

    def find_times(reading: Reading) -> Reading:
        told = _Told(reading.document.published)
        found: list[Time] = []
        for number, sentence in enumerate(reading.sentences):
            for match in matches(rules, reading.tokens, sentence):
                told = _enter(told, number, sentence)
                time, told = _resolve(rules, reading.tokens, sentence, number, match, told)
                found.extend(() if time is None else (time,))
        return replace(reading, times=tuple(found))

    return find_times


def timed_tokens(reading: Reading) -> frozenset[int]:
    """The tokens of all time expressions: **March** 7 is no town, late **May** no doubt, and neither names an act."""
    return frozenset(i for time in reading.times for i in reading.tokens.inside(time.span))


def matches(rules: TimeRules, tokens: Tokens, sentence: Sentence) -> Iterator[Match]:
    """The expressions of one sentence, left to right, the longest first, none over another."""
    lower, starts, known = tokens.lower, rules.root.next, rules.words
    i, last = sentence.first, sentence.last
    while i < last:
        word = lower[i]
        if word in known or word in starts or word[0].isdigit() or "-" in word:
            match = match_at(rules, tokens.words, lower, i, sentence.first, last)
            if match is not None:
                yield match
                i = match.last
                continue
        i += 1


def _enter(told: _Told, number: int, sentence: Sentence) -> _Told:
    """A new section does not inherit the year of the one before."""
    return told if sentence.section == told.section else replace(told, section=sentence.section, dated_in=-9)


def _resolve(
    rules: TimeRules, tokens: Tokens, sentence: Sentence, number: int, match: Match, told: _Told
) -> tuple[Time | None, _Told]:
    ahead = any(word in rules.ahead for word in tokens.lower[sentence.first : match.first])
    anchor = Anchor(told.published or told.full, told.previous, told.day, ahead)
    row = match.expression
    plain = RESOLVERS[row.means](_with_year(match, told, number, anchor), anchor, row.shift)
    if plain is None:
        return None, told
    first, opener = _opener(rules, tokens, sentence, match) if plain.granularity != "duration" else (match.first, None)
    whole = clipped(plain, told.published, ahead or row.shift > 0)
    opened = whole if opener is None else open_side(whole, opener.effect, anchor.today)
    rule = row.id if opener is None else opener.rule
    score = row.score if opened.start or opened.end else UNRESOLVED
    span = tokens.span(first, match.last)
    return Time(span, opened.start, opened.end, opened.granularity, rule, score), _after(told, match, plain, number)


def _with_year(match: Match, told: _Told, number: int, anchor: Anchor) -> dict[str, tuple[int, ...]]:
    """A date without a year takes that of a whole date just before it, where the text is not about the present."""
    parts = dict(match.parts)
    yearless = "MONTH" in parts and "YEAR" not in parts and not match.expression.shift
    if not yearless or told.dated is None or number - told.dated_in > 1:
        return parts
    near = abs(parts["MONTH"][0] - told.dated.month) <= 1
    if near or anchor.today is None or abs(anchor.today.year - told.dated.year) > 1:
        parts["YEAR"] = (told.dated.year,)
    return parts


def _after(told: _Told, match: Match, found: Interval, number: int) -> _Told:
    """What is known of time once this expression has been read."""
    if found.start is None or found.end is None or found.end - found.start > LONG_AGO:
        return told
    single = found.granularity == "day" and match.expression.means not in DERIVED
    told = replace(told, previous=found, day=found.start if single else told.day)
    if single and ("YEAR" in match.parts or "SLASHED" in match.parts):
        full = max(found.start, told.full) if told.full else found.start
        told = replace(told, full=full, dated=found.start, dated_in=number)
    return told


def _opener(rules: TimeRules, tokens: Tokens, sentence: Sentence, match: Match) -> tuple[int, Opener | None]:
    """The longest opening phrase just before an expression, an article between them or not."""
    for length in range(min(LONGEST_OPENER, match.first - sentence.first), 0, -1):
        opener = rules.openers.get(tokens.lower[match.first - length : match.first])
        if opener is not None:
            return match.first - length, opener
    return match.first, None


def open_side(interval: Interval, effect: str, today: date | None) -> Interval:
    """Since: until now; after: from the day behind it until now; until: up to its end; before: up to its start."""
    start, end = interval.start, interval.end
    if start is None or end is None:
        return interval
    if effect in ("until", "before"):
        return Interval(None, end if effect == "until" else _moved(start, -1), "range")
    low = start if effect == "since" else _moved(end, 1)
    return Interval(low, max(low, today) if low and today else None, "range")


def _moved(day: date, count: int) -> date | None:
    try:
        return day + count * ONE_DAY
    except OverflowError:
        return None
