"""Which reports are copies of one another: two outlets that print the same wire story are one lineage."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from zlib import crc32

from dragoman.linking.groups import grouped

LENGTH = 5  # words of a shingle
KEPT = 4  # one shingle in so many is kept, the same ones in every text
COPIED = 0.6  # share of the shorter text's shingles that the longer one has
FEWEST = 12  # shingles below which a text is too short to tell
COMMON = 50  # a shingle of more texts than this is furniture: a footer, a disclaimer

_WORD = re.compile(r"\w+")


def sketch(content: str) -> frozenset[int]:
    """Hashes of a fixed sample of the text's five-word sequences; equal words give equal sketches."""
    words = _WORD.findall(content.lower())
    shingles = (" ".join(words[i : i + LENGTH]) for i in range(len(words) - LENGTH + 1))
    hashes = (crc32(shingle.encode("utf-8", "surrogatepass")) for shingle in shingles)
    return frozenset(value for value in hashes if value % KEPT == 0)


def copied(a: frozenset[int], b: frozenset[int]) -> float:
    """The share of the smaller sketch that the larger one has; 0 where either is too small to tell."""
    shorter = min(len(a), len(b))
    return len(a & b) / shorter if shorter >= FEWEST else 0.0


def lineages(contents: Mapping[str, str]) -> dict[str, str]:
    """The lineage of each text by its key: the first key, in the order given, of the texts that copy one another."""
    sketches = {key: sketch(content) for key, content in contents.items()}
    pairs = [pair for pair in _pairs(sketches) if copied(sketches[pair[0]], sketches[pair[1]]) >= COPIED]
    return {key: group[0] for group in grouped(contents, pairs) for key in group}


def _pairs(sketches: Mapping[str, frozenset[int]]) -> Iterable[tuple[str, str]]:
    """The pairs of texts that share a shingle which is not furniture."""
    return set(_sharing(sketches))


def _sharing(sketches: Mapping[str, frozenset[int]]) -> Iterator[tuple[str, str]]:
    having: dict[int, list[str]] = {}
    for key, values in sketches.items():
        for value in values:
            having.setdefault(value, []).append(key)
    for keys in having.values():
        if len(keys) <= COMMON:
            yield from combinations(keys, 2)
