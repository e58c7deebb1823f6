"""What an act is about, where that makes its code finer: a protest against a law, an agreement on trade."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import BadRule
from dragoman.lexicon.ontology import Ontology
from dragoman.lexicon.reading import load_layers


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One row. `code` is the CAMEO code of the act that the words speak of; `hits` are "code: sentence" lines."""

    id: str
    words: tuple[str, ...]
    code: str
    hits: tuple[str, ...]

    def examples(self) -> tuple[tuple[str, str], ...]:
        """Each example as the code that its event must bear, and the sentence."""
        pairs = (hit.partition(": ") for hit in self.hits)
        return tuple((code, sentence) for code, _, sentence in pairs)


@dataclass(frozen=True, slots=True)
class Topics:
    """Rows by the dictionary form of their words."""

    rows: tuple[TopicRow, ...]
    by_word: Mapping[str, TopicRow]


def load_topics(paths: Sequence[Path], ontology: Ontology) -> Topics:
    """Read `topics.toml`, ours first. Raises BadRule on the first wrong row."""
    rows = load_layers(paths, "topic", TopicRow, lambda row: row.id)
    table: dict[str, TopicRow] = {}
    for row in rows:
        where = f"topics.toml#{row.id}"
        if row.code not in ontology.codes:
            raise BadRule(where, f"there is no CAMEO code {row.code}; see cameo.toml")
        if unknown := [code for code, sentence in row.examples() if code not in ontology.codes or not sentence]:
            raise BadRule(where, f'a hit is "code: sentence", but {unknown[0]!r} is no CAMEO code')
        for word in row.words:
            if word in table:
                raise BadRule(where, f"{word} stands in {table[word].id}, too")
            table[word] = row
    return Topics(rows, table)
