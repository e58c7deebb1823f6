"""Frames that can never fire on a word of theirs, because another that is tried before always does."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from dragoman.lexicon.frames import Frame, Frames


@dataclass(frozen=True, slots=True)
class Shadow:
    """At this word `taker` fires wherever `taken` would."""

    word: str
    taker: str
    taken: str


def find_shadows(frames: Frames) -> Iterator[Shadow]:
    """Every word at which a frame is always taken by another one."""
    for table in (frames.verbs, frames.nouns, frames.adjectives):
        for word, tried in table.items():
            for before, after in combinations(tried, 2):
                if covers(before, after):
                    yield Shadow(word, before.rule, after.rule)


def covers(wide: Frame, narrow: Frame) -> bool:
    """Whether one frame asks nothing of a sentence that the other does not ask as well."""
    if wide.particle and not (narrow.particle and narrow.particle <= wide.particle):
        return False
    return (
        all(_asked(words, narrow.require.get(slot)) for slot, words in wide.require.items())
        and _within(wide.exclude, narrow.exclude)
        and wide.needs <= narrow.needs
        and (not wide.needs or _same_slots(wide, narrow))
    )


def _asked(words: frozenset[str], also: frozenset[str] | None) -> bool:
    return also is not None and (also <= words or "@any" in words)


def _within(few: Mapping[str, frozenset[str]], many: Mapping[str, frozenset[str]]) -> bool:
    return all(words <= many.get(slot, frozenset()) for slot, words in few.items())


def _same_slots(wide: Frame, narrow: Frame) -> bool:
    """Whether the sides that are needed stand in slots where the narrower frame looks for them, too."""
    return all(set(getattr(narrow, side)) <= set(getattr(wide, side)) for side in wide.needs)
