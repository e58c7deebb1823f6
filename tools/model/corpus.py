"""Read dependency trees (CoNLL-U) and entity files (BIO columns) as plain sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

KEPT_SUBTYPES = frozenset(
    {"nsubj:pass", "csubj:pass", "aux:pass", "obl:agent", "nmod:poss", "acl:relcl", "compound:prt"}
)
CROSSNER_TYPES = {
    "politician": "PER",
    "person": "PER",
    "organisation": "ORG",
    "politicalparty": "ORG",
    "country": "LOC",
    "location": "LOC",
}
PLAIN_TYPES = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}
_INNER_HYPHEN = re.compile(r"(?<=[^\W\d_])([-–])(?=[^\W\d_])")


@dataclass(frozen=True)
class Tree:
    """One sentence of n words: heads are 0-based indices, and the root is its own head."""

    words: tuple[str, ...]
    tags: tuple[str, ...]
    upos: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]
    ident: str = ""
    ents: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tagged:
    """One sentence of n words with n BIO entity tags over PER, ORG and LOC."""

    words: tuple[str, ...]
    tags: tuple[str, ...]


def cut_label(label: str) -> str:
    """Return the label with its subtype only where the subtype matters to the coder."""
    return label if label in KEPT_SUBTYPES else label.split(":", maxsplit=1)[0]


def blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    """Yield the runs of non-empty lines, without their line ends."""
    block: list[str] = []
    for line in lines:
        if line.strip():
            block.append(line.rstrip("\r\n"))
        elif block:
            yield block
            block = []
    if block:
        yield block


def surface_pieces(surface: str, forms: list[str]) -> list[str]:
    """Cut the surface of a multi-word token into as many pieces as it has words.

    The pieces follow the words' lengths where the lengths add up; otherwise the words' own forms are kept.
    """
    if sum(map(len, forms)) != len(surface):
        return forms
    pieces, start = [], 0
    for form in forms:
        pieces.append(surface[start : start + len(form)])
        start += len(form)
    return pieces


def _word_rows(rows: list[list[str]]) -> list[list[str]]:
    """Return the rows of syntactic words, with surface pieces as forms where a range row gives the surface."""
    words = [list(row) for row in rows if row[0].isdigit()]
    for row in rows:
        if "-" in row[0]:
            first, last = (int(part) for part in row[0].split("-"))
            forms = [words[index - 1][1] for index in range(first, last + 1)]
            for index, piece in enumerate(surface_pieces(row[1], forms), start=first - 1):
                words[index][1] = piece
    return words


def parse_tree(block: list[str]) -> Tree:
    """Turn the lines of one CoNLL-U sentence into a tree with cut labels and PTB tags."""
    idents = [line.split("=", 1)[1].strip() for line in block if line.startswith("# sent_id")]
    words = _word_rows([line.split("\t") for line in block if not line.startswith("#")])
    heads = [int(row[6]) for row in words]
    return Tree(
        words=tuple(row[1].replace(" ", "") for row in words),
        tags=tuple(row[4] for row in words),
        upos=tuple(row[3] for row in words),
        heads=tuple(index if head == 0 else head - 1 for index, head in enumerate(heads)),
        deps=tuple(cut_label(row[7]) for row in words),
        ident=idents[0] if idents else "",
    )


def read_trees(path: Path) -> list[Tree]:
    """Read every sentence of a CoNLL-U file."""
    with path.open(encoding="utf-8") as lines:
        return [parse_tree(block) for block in blocks(lines)]


def to_bio(tags: Iterable[str], types: Mapping[str, str]) -> tuple[str, ...]:
    """Map entity tags (BIO or the older IOB, any types) to BIO over the wanted types; the rest becomes O."""
    result: list[str] = []
    before = "O"
    for tag in tags:
        prefix, _, kind = tag.partition("-")
        wanted = types.get(kind)
        starts = prefix == "B" or before.partition("-")[2] != kind
        result.append("O" if wanted is None else f"{'B' if starts else 'I'}-{wanted}")
        before = tag
    return tuple(result)


def split_hyphens(sentence: Tagged) -> Tagged:
    """Split words at hyphens between letters; the new pieces continue the entity of their word."""
    words: list[str] = []
    tags: list[str] = []
    for word, tag in zip(sentence.words, sentence.tags, strict=True):
        pieces = [piece for piece in _INNER_HYPHEN.split(word) if piece]
        words.extend(pieces)
        tags.extend([tag] + [tag.replace("B-", "I-")] * (len(pieces) - 1))
    return replace(sentence, words=tuple(words), tags=tuple(tags))


def read_tagged(path: Path, types: Mapping[str, str]) -> list[Tagged]:
    """Read every sentence of a two-column entity file."""
    sentences = []
    with path.open(encoding="utf-8") as lines:
        for block in blocks(lines):
            columns = [line.split() for line in block if not line.startswith(("-DOCSTART-", "#"))]
            rows = [row for row in columns if len(row) > 1]
            if rows:
                sentences.append(Tagged(tuple(row[0] for row in rows), to_bio((row[-1] for row in rows), types)))
    return sentences


def entity_spans(tags: Iterable[str]) -> list[tuple[int, int, str]]:
    """Return the entities of BIO tags as (first word, one past the last word, type)."""
    spans: list[tuple[int, int, str]] = []
    for index, tag in enumerate(tags):
        prefix, _, kind = tag.partition("-")
        if prefix == "B":
            spans.append((index, index + 1, kind))
        elif prefix == "I" and spans and spans[-1][1] == index:
            spans[-1] = (spans[-1][0], index + 1, spans[-1][2])
    return spans
