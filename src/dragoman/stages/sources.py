"""According to whom: the attributions of a reading seen from the words that name an act."""

from collections.abc import Iterable
from datetime import date

from dragoman.model import Attribution, Coded, Source, Span


def sources_of(attributions: Iterable[Attribution], words: Span) -> tuple[Coded[Source], ...]:
    """The sources of every attribution whose content covers the words, without those who do the act by these words."""
    found: list[Coded[Source]] = []
    chain = 0
    for attribution in attributions:
        if not attribution.content.covers(words) or attribution.cue.overlaps(words):
            continue
        base = chain
        for source, span in zip(attribution.sources, attribution.speakers, strict=True):
            if all(source.name != known.value.name for known in found):
                moved = Source(
                    source.name, source.kind, source.outlet_id, base + source.chain, source.depth, source.date
                )
                found.append(Coded(moved, attribution.rule, (span,), 0.8))
                chain = max(chain, base + source.chain + 1)
    return tuple(found)


def reported_on(attributions: Iterable[Attribution], words: Span) -> date | None:
    """The first day that a source of these words is dated."""
    days = [s.date for a in attributions if a.content.covers(words) for s in a.sources if s.date is not None]
    return min(days, default=None)
