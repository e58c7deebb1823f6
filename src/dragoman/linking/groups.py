"""Pairs that belong together, as groups."""

from collections.abc import Hashable, Iterable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def grouped(keys: Iterable[K], pairs: Iterable[tuple[K, K]]) -> list[list[K]]:
    """The keys in groups that the pairs connect; groups and their members in the order of the keys."""
    above = {key: key for key in keys}

    def root(key: K) -> K:
        while above[key] != key:
            above[key] = above[above[key]]
            key = above[key]
        return key

    for a, b in pairs:
        above[root(b)] = root(a)
    groups: dict[K, list[K]] = {}
    for key in above:
        groups.setdefault(root(key), []).append(key)
    return list(groups.values())
