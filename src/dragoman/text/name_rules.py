"""What is known about names before any is read."""

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.text.east_asian import EastAsian
from dragoman.text.spelling import Variants

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class NameRules:
    """The tables of data/names/; docs/names.md tells what each is for."""

    variants: Variants
    bare: Variants
    particles: frozenset[str]
    sons: frozenset[str]
    titles: frozenset[str]
    honours: frozenset[str]
    regnal: frozenset[str]
    after: frozenset[str]
    generations: Mapping[str, str]
    first_compounds: Mapping[str, str]
    last_compounds: Mapping[str, str]
    fused: frozenset[str]
    common: frozenset[str]
    prefixed: frozenset[str]
    patronymics: tuple[str, ...]
    derived: frozenset[str]
    given: Mapping[str, frozenset[str]]
    forms: frozenset[Phrase]
    leading: frozenset[Phrase]
    kinds: frozenset[str]
    markers: frozenset[str]
    numbered: frozenset[str]
    regions: frozenset[str]
    numbers: Mapping[str, str]
    romans: Mapping[str, str]
    ordinals: tuple[str, ...]
    asian: EastAsian
