"""According to whom: the attributions of a reading seen from the words that name an act."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from dragoman.model import Attribution, Coded, Party, Reading, Source, Span

SCORE = 0.8

Link = tuple[Source, Span]


def by_reach(reading: Reading) -> list[list[Attribution]]:
    """For each sentence the attributions that reach into it."""
    starts = [sentence.span.start for sentence in reading.sentences]
    found: list[list[Attribution]] = [[] for _ in starts]
    for attribution in reading.attributions:
        first = max(bisect_right(starts, attribution.content.start) - 1, 0)
        for number in range(first, bisect_left(starts, attribution.content.end)):
            found[number].append(attribution)
    return found


def narrowest(attributions: Iterable[Attribution], words: Span) -> tuple[Attribution, ...]:
    """The attributions around some words that reach least far: several where two say the same of the same words."""
    around = [a for a in attributions if a.content.covers(words) and not a.cue.overlaps(words)]
    least = min((a.content.end - a.content.start for a in around), default=0)
    return tuple(a for a in around if a.content.end - a.content.start == least)


def sources_of(
    attributions: Iterable[Attribution], words: Span, speakers: Sequence[Coded[Party]] = ()
) -> tuple[Coded[Source], ...]:
    """The chains of sources of some words, each chain once.

    `speakers` act by these very words and are no sources of them as well.
    """
    found: list[Coded[Source]] = []
    known: set[tuple[str, ...]] = set()
    for attribution in narrowest(attributions, words):
        for chain in chains_of(attribution):
            kept = [link for link in chain if not any(is_source(party, *link) for party in speakers)]
            names = tuple(source.name for source, _ in kept)
            if names and names not in known:
                found += _coded(kept, len(known), attribution.rule)
                known.add(names)
    return tuple(found)


def _coded(chain: Sequence[Link], number: int, rule: str) -> Iterator[Coded[Source]]:
    for depth, (source, words) in enumerate(chain):
        yield Coded(replace(source, chain=number, depth=depth), rule, (words,), SCORE)


def chains_of(attribution: Attribution) -> list[list[Link]]:
    """The sources of an attribution with their words, chain by chain."""
    chains: dict[int, list[Link]] = {}
    for source, words in zip(attribution.sources, attribution.speakers, strict=True):
        chains.setdefault(source.chain, []).append((source, words))
    return list(chains.values())


def is_source(party: Coded[Party], source: Source, words: Span) -> bool:
    """Whether a party of an act is the one who tells of it: by name, or by the very words."""
    return party.value.name == source.name or any(span.overlaps(words) for span in party.evidence)


def reported_on(attributions: Iterable[Attribution], words: Span) -> date | None:
    """The first day that a source of these words is dated."""
    days = [s.date for a in attributions if a.content.covers(words) for s in a.sources if s.date is not None]
    return min(days, default=None)
