"""Find time expressions and turn each into an interval of days."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.lexicon.times import LONGEST_CUE, LONGEST_OPENER, Match, Opener, TimeRules, match_at
from dragoman.model import Interval, Reading, Sentence, Time, Tokens
from dragoman.stages.occasions import Occasions
from dragoman.text.dates import Anchor, clipped
from dragoman.text.moments import DAYS, DERIVED, REFERRING, RESOLVERS

UNRESOLVED = 0.4
REFUSED = "refused/no-such-day"  # the rule of 31 February: words that name a day which is in no calendar
LONG_AGO = timedelta(days=366)  # intervals longer than this are no date that "the next day" could follow
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the text has told of time so far.

    `full` is the latest whole date, `previous` the last date of any kind, `dated` the last whole date with the sentence
    it stands in.
    """

    published: date | None
    full: date | None = None
    previous: Interval | None = None
    dated: date | None = None
    dated_in: int = -9
    section: int = -1


@dataclass(frozen=True, slots=True)
class _Found:
    """A match in its sentence, and what had been told before it."""

    match: Match
    number: int
    sentence: Sentence
    told: _Told


def time_finder(rules: TimeRules) -> Callable[[Reading], Reading]:
    """Build the stage that fills `times`. Dates without a year, and relative ones, are counted from publication, else
    from the latest whole date told before them, else stay open on both sides. What is counted from an event comes
    last, when all dates of the report are known."""

    def find_times(reading: Reading) -> Reading:
        told = _Told(reading.document.published)
        times: list[tuple[int, Time]] = []
        left: list[_Found] = []
        for number, sentence in enumerate(reading.sentences):
            for match in matches(rules, reading.tokens, sentence):
                told = _enter(told, number, sentence)
                found = _Found(match, number, sentence, told)
                if match.expression.means in REFERRING:
                    left.append(found)
                    continue
                time, told = _resolve(rules, reading.tokens, found, None)
                times.extend(() if time is None else ((number, time),))
        times += _referring(rules, reading, left, times)
        return replace(reading, times=tuple(_apart(time for _, time in times)))

    return find_times


def _apart(times: Iterable[Time]) -> Iterator[Time]:
    """The times in their order; of two that would share a word ("a year **before** February") the first."""
    end = 0
    for time in sorted(times, key=lambda t: t.span.start):
        if time.span.start >= end:
            yield time
            end = time.span.end


def _referring(
    rules: TimeRules, reading: Reading, left: list[_Found], times: list[tuple[int, Time]]
) -> list[tuple[int, Time]]:
    """The times that are counted from events. Those that say nothing without their event are dropped."""
    dated = [(number, time) for number, time in times if _may_date_an_event(reading, number, time)]
    occasions = Occasions(reading, dated, rules.empty, rules.alike)
    made: list[tuple[int, Time]] = []
    for found in left:
        match, before = found.match, found.match.expression.means == "from-event"
        last = occasions.reference(match.last, found.sentence) if before else match.last
        event = occasions.find(found.number, match.last if before else match.first, last)
        time, _ = _resolve(rules, reading.tokens, found, event)
        if time is not None and (match.expression.means != "at-event" or time.earliest or time.latest):
            made.append((found.number, time))
    return made


def _may_date_an_event(reading: Reading, number: int, time: Time) -> bool:
    """Whether a time may tell when something happened: it is past and stands in no brackets, where citations are."""
    published, first = reading.document.published, reading.sentences[number].first
    before = reading.tokens.words[first : reading.tokens.inside(time.span).start]
    bracketed = "(" in before and ")" not in before[before.index("(") :]
    past = time.earliest is not None and (published is None or time.earliest < published)
    return past and time.latest is not None and not bracketed


def timed_tokens(reading: Reading) -> frozenset[int]:
    """The tokens of all time expressions: **March** 7 is no town, late **May** no doubt, and neither names an act.

    During his **visit** does name one.
    """
    events = frozenset(i for time in reading.times if time.event for i in reading.tokens.inside(time.event))
    return frozenset(i for time in reading.times for i in reading.tokens.inside(time.span)) - events


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


def _resolve(rules: TimeRules, tokens: Tokens, found: _Found, event: Interval | None) -> tuple[Time | None, _Told]:
    match, sentence, told = found.match, found.sentence, found.told
    ahead = looks_ahead(rules.cues, tokens.lower, sentence.first, match.first)
    anchor = Anchor(told.published or told.full, told.previous, event, ahead)
    row = match.expression
    plain = RESOLVERS[row.means](_with_year(match, told, found.number, anchor), anchor, row.shift)
    if plain is None:
        words = tokens.span(match.first, match.last)
        return Time(words, None, None, "none", REFUSED, UNRESOLVED) if row.means in DAYS else None, told
    first, opener = _opener(rules, tokens, sentence, match) if plain.granularity != "duration" else (match.first, None)
    whole = clipped(plain, told.published, ahead or row.shift > 0)
    opened = whole if opener is None else open_side(whole, opener.effect, anchor.today)
    rule = row.id if opener is None else opener.rule
    score = row.score if opened.start or opened.end else UNRESOLVED
    span = tokens.span(first, match.last)
    named = tokens.span(match.last - 1, match.last) if row.means in ("at-event", "in-event") else None
    time = Time(span, opened.start, opened.end, opened.granularity, rule, score, named)
    return time, _after(told, match, plain, found.number)


def looks_ahead(cues: Mapping[tuple[str, ...], str], lower: tuple[str, ...], first: int, at: int) -> bool:
    """Whether the nearest cue before token `at` turns it to the future: **will** meet on Monday, but said on Monday."""
    for i in range(at - 1, first - 1, -1):
        for length in range(min(LONGEST_CUE, at - i), 0, -1):
            effect = cues.get(lower[i : i + length])
            if effect is not None:
                return effect == "ahead"
    return False


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
    told = replace(told, previous=found)
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
        return Interval(None, today, "range") if effect == "since" and start is end and today else interval
    if effect in ("until", "before"):
        return Interval(None, end if effect == "until" else _moved(start, -1), "range")
    low = start if effect == "since" else _moved(end, 1)
    return Interval(low, max(low, today) if low and today else None, "range")


def _moved(day: date, count: int) -> date | None:
    try:
        return day + count * ONE_DAY
    except OverflowError:
        return None
