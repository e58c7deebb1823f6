"""Examples out of the sentences that were written for this: options spelled out, names filled in, context added.

A line of sentences/TYPE.txt is "CAMEO | sentence". {S} and {T} are the pair, {X} and {Y} others; {S=the rebels} gives
the words, [asked|urged] options. Every option is used at least once. Names are drawn from actors.txt, and what stands
around an act in real reports from contexts.txt; the draw is the same for the same seed.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.model import Span
from dragoman.model.pair import Pair

FOLDER = Path(__file__).parent
OPTIONS = re.compile(r"\[([^\[\]]*)\]")
NAME = re.compile(r"\{([STXY])(?:=([^}]*))?\}")
LEAST = 2  # examples of a line
BEFORE, AFTER = 0.3, 0.5  # how often a sentence gets each kind of context
BESIDE = (
    0.12,
    0.1,
    0.08,
    0.7,
)  # how often its subject gets an aside, another act, the act in a relative clause, nothing


@dataclass(frozen=True, slots=True)
class Example:
    """A text, a pair in it, and the type that relates them; `line` is the pattern that it was made from."""

    text: str
    pair: Pair
    type: str
    line: str


def examples(seed: int) -> Iterator[Example]:
    """Every line with all its options, names and contexts drawn by the seed."""
    draw = random.Random(seed)
    for path in sorted((FOLDER / "sentences").glob("*.txt")):
        for line in rows(path):
            _, bar, pattern = line.partition(" | ")
            if not bar or ("{S" not in pattern and "{T" not in pattern):
                raise ValueError(f"{path.name}: {line!r} is not 'CAMEO | sentence with {{S}} or {{T}}'")
            for sentence in spelled_out(pattern, draw):
                text, pair = filled(in_context(sentence, draw), draw)
                yield Example(text, pair, path.stem.upper(), line)


@cache
def rows(path: Path) -> tuple[str, ...]:
    """The lines of a file but for comments and empty ones."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line.strip() and not line.startswith("#"))


@cache
def contexts(kind: str) -> tuple[str, ...]:
    """The contexts of one kind: before, after or aside."""
    parts = (line.partition(" | ") for line in rows(FOLDER / "contexts.txt"))
    return tuple(words for name, _, words in parts if name == kind)


def spelled_out(pattern: str, draw: random.Random) -> Iterator[str]:
    """The pattern with its options chosen, as often as the longest list of options asks."""
    lists = [found[1].split("|") for found in OPTIONS.finditer(pattern)]
    starts = [draw.randrange(len(options)) for options in lists]
    for turn in range(max(LEAST, *map(len, lists), LEAST)):
        chosen = iter([options[(turn + start) % len(options)] for options, start in zip(lists, starts, strict=True)])
        yield OPTIONS.sub(lambda _, chosen=chosen: next(chosen), pattern)  # type: ignore[misc]


def in_context(sentence: str, draw: random.Random) -> str:
    """The sentence with what may stand around an act: clauses with other acts, sources, dates."""
    if sentence.startswith("{S} ") and not sentence.startswith("{S} and "):
        sentence = _beside(sentence[4:], draw)
    body = sentence.rstrip(".")
    if draw.random() < BEFORE:
        body = f"{draw.choice(contexts('before'))} {body[0].lower()}{body[1:]}"
    if draw.random() < AFTER:
        body += draw.choice(contexts("after"))
    return f"{body}."


def _beside(does: str, draw: random.Random) -> str:
    """What the source does, after an aside, after another act of his, inside a relative clause, or alone."""
    kind, words = draw.choices(("aside", "first", "which", ""), BESIDE)[0], does.rstrip(".")
    if not kind:
        return f"{{S}} {words}"
    other = draw.choice(contexts(kind))
    shapes = {
        "aside": f"{{S}}, {other}, {words}",
        "first": f"{{S}} {other} {words}",
        "which": f"{{S}}, which {words}, {other}",
    }
    return shapes[kind]


def filled(sentence: str, draw: random.Random) -> tuple[str, Pair]:
    """The sentence with names, none used twice, and where the pair stands in it."""
    text, at = "", 0
    names: dict[str, str] = {}
    spans: dict[str, Span] = {}
    for found in NAME.finditer(sentence):
        text += sentence[at : found.start()]
        at = found.end()
        slot, words = found[1], found[2] or names.get(found[1]) or _name(names, draw)
        names[slot] = words
        spans.setdefault(slot, Span(len(text), len(text) + len(words)))
        text += words
    text += sentence[at:]
    return text[:1].upper() + text[1:], Pair(spans.get("S"), spans.get("T"))


def _name(used: dict[str, str], draw: random.Random) -> str:
    return draw.choice([name for name in rows(FOLDER / "actors.txt") if name not in used.values()])
