"""Words by which bodies, groups, units and sites are told from the names beside them."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from dragoman.lexicon.agents import Agent
from dragoman.lexicon.lemmas import noun_forms
from dragoman.lexicon.uses import UseRow, load_uses

MANY = frozenset({"collective", "armed_group", "person", "company"})


@dataclass(frozen=True, slots=True)
class GroupWords:
    """The words of each use; the head of `groups.toml` says what each is for."""

    head: frozenset[str]
    between: frozenset[str]
    joint: frozenset[str]
    body: frozenset[str]
    fighter: frozenset[str]
    rule: frozenset[str]
    folk: frozenset[str]
    clan: frozenset[str]
    platform: frozenset[str]
    site: frozenset[str]
    settlement: frozenset[str]
    where: frozenset[str]
    beside: frozenset[str]
    leading: frozenset[str]
    particle: frozenset[str]
    tie: frozenset[str]
    side: frozenset[str]
    enable: frozenset[str]
    finite: frozenset[str]


def load_group_rows(path: Path) -> tuple[UseRow, ...]:
    """The rows of `groups.toml`. Raises BadRule on the first wrong one."""
    return load_uses(path, "group", GroupWords)


def load_groups(path: Path, agents: Iterable[Agent]) -> GroupWords:
    """The words of `groups.toml` by use; nouns for people and bands of people, in the plural, are heads as well."""
    words: dict[str, set[str]] = {f.name: set() for f in fields(GroupWords)}
    for row in load_group_rows(path):
        words[row.use].update(row.words)
    people = (agent.word for agent in agents if agent.kind in MANY and " " not in agent.word)
    words["head"].update(plural for word in people for plural in noun_forms(word) if plural != word)
    words["head"] -= words["platform"]
    return GroupWords(**{use: frozenset(found) for use, found in words.items()})
