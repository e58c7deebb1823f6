"""Where the story of a sentence begins, behind a dateline, and which times are the day of writing."""

from bisect import bisect_left
from collections.abc import Iterator

from dragoman.model import Reading, Sentence, Span, Time
from dragoman.text.datelines import dateline_end


def past_dateline(reading: Reading, sentence: Sentence) -> int:
    """The first token behind a sentence's dateline; its first one where it has none."""
    end = dateline_end(sentence.span.of(reading.content))
    if not end:
        return sentence.first
    return bisect_left(reading.tokens.starts, sentence.span.start + end, sentence.first, sentence.last - 1)


def written_on(reading: Reading) -> Iterator[Time]:
    """The days of datelines, behind a place: they tell when a story was written, not when an event happened."""
    told = ((s, past_dateline(reading, s)) for s in reading.sentences)
    datelines = [Span(s.span.start, reading.tokens.ends[end - 1]) for s, end in told if end > s.first]
    starts = [span.start for span in datelines]
    for time in reading.times:
        at = bisect_left(starts, time.span.start) - 1  # none that begins with the day: Monday (March 4) is no place
        if at >= 0 and datelines[at].covers(time.span):
            yield time
