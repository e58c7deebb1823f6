"""Words, and sectors of parties, that show what an act is about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import BadRule
from dragoman.lexicon.lemmas import noun_forms
from dragoman.lexicon.ontology import Ontology
from dragoman.lexicon.phrases import Phrase
from dragoman.lexicon.reading import load_layers


@dataclass(frozen=True, slots=True)
class ContextWords:
    """One row; see the head of `lang/en/contexts.toml` for what the keys may hold."""

    id: str
    context: str
    hits: tuple[str, ...]
    misses: tuple[str, ...]
    words: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()

    @property
    def rule(self) -> str:
        """The id that results cite."""
        return f"en/contexts#{self.id}"


Rows = tuple[ContextWords, ...]


def load_contexts(paths: Sequence[Path], ontology: Ontology) -> Rows:
    """The rows of `contexts.toml`, ours first. Raises BadRule on the first wrong one."""
    rows = load_layers(paths, "context", ContextWords, lambda row: row.id)
    for row in rows:
        where = f"contexts.toml#{row.id}"
        if row.context not in ontology.contexts:
            raise BadRule(where, f"there is no context {row.context}; see ontology/contexts.toml")
        if not (row.words or row.sectors):
            raise BadRule(where, "needs words or sectors")
    return rows


def context_phrases(rows: Rows) -> Iterator[Phrase[Rows]]:
    """Every phrase, singular and plural, with all rows that have it. What is written in capitals counts only so."""
    by_words: dict[str, Rows] = {}
    for row in rows:
        for form in dict.fromkeys(form for words in row.words for form in _forms(words)):
            by_words[form] = (*by_words.get(form, ()), row)
    yield from (Phrase(form, found, cased=form.isupper()) for form, found in by_words.items())


def rows_by_sector(rows: Rows) -> Mapping[str, Rows]:
    """The rows that a party's sector brings."""
    return {sector: tuple(r for r in rows if sector in r.sectors) for row in rows for sector in row.sectors}


def _forms(words: str) -> tuple[str, ...]:
    """A phrase with its last word in the singular and the plural; a name as it is."""
    first, _, last = words.rpartition(" ")
    if last != last.lower():
        return (words,)
    return tuple(f"{first} {form}".strip() for form in noun_forms(last))
