"""Time expressions as rows: words with a kind and a value, and patterns over both, compiled into one trie."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from dragoman.errors import BadRule
from dragoman.lexicon.reading import WordsRow, unique
from dragoman.lexicon.units import load_tables
from dragoman.text.calendars import FEASTS
from dragoman.text.moments import RESOLVERS

EFFECTS = ("since", "after", "until", "before")
CUES = ("ahead", "told")
LONGEST_CUE = 3
SHAPES = ("DAY", "YEAR", "OLDYEAR", "NN", "NUM", "SLASHED", "EITHER", "ORD", "DECADE")
EVENT = "EVENT"
STEM = 5  # letters that inflected forms of a word share: seized, seizure
SKIP, LONGEST_SKIP = "SKIP", 3  # up to three words of any kind
FEAST_NUMBER = {name: number for number, name in enumerate(FEASTS)}
LONGEST_OPENER = 5
Values = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class WordRow:
    """Words of one kind (MONTH, WEEKDAY, UNIT …) and value; those in `capital` only with a capital letter.

    A `feast` stands for the number of that feast in `text.calendars.FEASTS`.
    """

    kind: str
    words: tuple[str, ...]
    value: int = 0
    capital: tuple[str, ...] = ()
    feast: str = ""


@dataclass(frozen=True, slots=True)
class Expression:
    """A way of saying when. `patterns` hold words, KINDS, a|b, and `?` for what may be missing.

    `means` names the resolver in text.moments; `after` and `before` list words of which one must stand beside the
    expression, `not_after` and `not_before` words that must not; "#lower" stands for any word in small letters.
    """

    id: str
    means: str
    patterns: tuple[str, ...]
    hits: tuple[str, ...]
    misses: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    shift: int = 0
    score: float = 0.95


@dataclass(frozen=True, slots=True)
class OpenerRow:
    """Phrases before an expression that open it on one side (since 2013, until Monday)."""

    id: str
    effect: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CueRow:
    """Phrases that turn the dates behind them to the future (`ahead`), or back again (`told`)."""

    id: str
    effect: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """What may follow in the trie, by word or kind, and the expressions that end here."""

    next: Mapping[str, "Node"] = field(default_factory=dict)
    ends: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class Opener:
    """What a phrase before an expression does to it."""

    rule: str
    effect: str


@dataclass(frozen=True, slots=True)
class TimeRules:
    """The compiled time expressions of one language."""

    root: Node
    words: Mapping[str, tuple[tuple[str, Values], ...]]
    capital: frozenset[str]
    openers: Mapping[tuple[str, ...], Opener]
    cues: Mapping[tuple[str, ...], str]
    empty: frozenset[str]
    alike: Mapping[str, str]
    expressions: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens `first` up to, not including, `last` are an expression with these parts."""

    first: int
    last: int
    expression: Expression
    parts: Mapping[str, tuple[int, ...]]


def load_times(path: Path) -> TimeRules:
    """Read `times.toml`. Raises BadRule naming the file and the row that cannot be used."""
    kinds_of_rows = {"word": WordRow, "expression": Expression, "opener": OpenerRow, "cue": CueRow, "empty": WordsRow}
    tables = load_tables(path, kinds_of_rows)
    rows: tuple[Expression, ...] = unique(tables["expression"], lambda row: row.id, str(path))
    kinds = {row.kind for row in tables["word"]} | set(SHAPES) | {"PART-MONTH", "PART-YEAR", SKIP}
    for row in rows:
        _check(path, row, kinds)
    for word in tables["word"]:
        if word.feast and word.feast not in FEAST_NUMBER:
            raise BadRule(path.name, f"no feast {word.feast!r}; known are {', '.join(FEAST_NUMBER)}")
    for cue in tables["cue"]:
        if cue.effect not in CUES:
            raise BadRule(f"{path.name}#{cue.id}", f"no effect {cue.effect!r}; known are {', '.join(CUES)}")
    prefix = f"{path.parent.name}/{path.stem}"
    named = tuple(_with_id(row, f"{prefix}#{row.id}") for row in rows)
    return TimeRules(
        root=grow([(pattern, row) for row in named for text in row.patterns for pattern in expand(text)]),
        words=_words(tables["word"]),
        capital=frozenset(word for row in tables["word"] for word in row.capital),
        openers={tuple(p.split()): Opener(f"{prefix}#{o.id}", o.effect) for o in tables["opener"] for p in o.phrases},
        cues={tuple(phrase.split()): row.effect for row in tables["cue"] for phrase in row.phrases},
        empty=frozenset(word for row in tables["empty"] for word in row.words),
        alike={
            word[:STEM]: f"{row.kind} {row.value}"
            for row in tables["word"]
            if row.kind == EVENT and row.value
            for word in row.words
        },
        expressions=named,
    )


def _check(path: Path, row: Expression, kinds: set[str]) -> None:
    where = f"{path.name}#{row.id}"
    if row.means not in RESOLVERS:
        raise BadRule(where, f"means {row.means!r}, which nothing resolves; known are {', '.join(RESOLVERS)}")
    used = {symbol for text in row.patterns for pattern in expand(text) for symbol in pattern if symbol.isupper()}
    if unknown := used - kinds:
        raise BadRule(where, f"no words are of kind {', '.join(sorted(unknown))}")
    if not row.patterns or not all(map(expand, row.patterns)) or not row.hits:
        raise BadRule(where, "needs patterns and hits")


def _with_id(row: Expression, name: str) -> Expression:
    return Expression(name, *(getattr(row, f) for f in Expression.__dataclass_fields__ if f != "id"))


def _words(rows: Iterable[WordRow]) -> dict[str, tuple[tuple[str, Values], ...]]:
    made: dict[str, tuple[tuple[str, Values], ...]] = {}
    for row in rows:
        for word in (*row.words, *row.capital):
            part = ("FEAST", FEAST_NUMBER[row.feast]) if row.feast else (row.kind, row.value)
            made[word] = (*made.get(word, ()), (row.kind, (part,)))
    return made


def expand(text: str) -> tuple[tuple[str, ...], ...]:
    """A pattern written out: every choice of alternatives and of what may be missing. None ends in a comma."""
    choices = []
    for element in text.split():
        options = tuple(element.removesuffix("?").split("|"))
        choices.append((*options, "") if element.endswith("?") else options)
    ways = (tuple(symbol for symbol in way if symbol) for way in product(*choices))
    return tuple(dict.fromkeys(way for way in ways if way and way[-1] != ","))


def grow(rows: Sequence[tuple[tuple[str, ...], Expression]]) -> Node:
    """The trie of patterns."""
    tails: dict[str, list[tuple[tuple[str, ...], Expression]]] = {}
    for pattern, row in rows:
        if pattern:
            tails.setdefault(pattern[0], []).append((pattern[1:], row))
    return Node(
        {symbol: grow(tail) for symbol, tail in tails.items()}, tuple(row for pattern, row in rows if not pattern)
    )


def kinds_of(rules: TimeRules, word: str, lower: str) -> tuple[tuple[str, Values], ...]:
    """The kinds a token may be of, each with its values; none for most."""
    found = rules.words.get(lower)
    if found is not None:
        return () if lower in rules.capital and not word[0].isupper() else found
    if lower[0].isdigit() and lower.isascii():
        return _shape(lower)
    return _joined(rules, word, lower) if "-" in lower[1:] else ()


def _joined(rules: TimeRules, word: str, lower: str) -> tuple[tuple[str, Values], ...]:
    """Mid-March, mid-2019 as one token."""
    part, _, rest = lower.partition("-")
    parts = [values for kind, values in rules.words.get(part, ()) if kind == "PART"]
    if not parts or not rest or "-" in rest:
        return ()
    inner = kinds_of(rules, word[len(part) + 1 :], rest)
    return tuple((f"PART-{kind}", parts[0] + values) for kind, values in inner if kind in ("MONTH", "YEAR"))


def _shape(lower: str) -> tuple[tuple[str, Values], ...]:
    """What a token that begins with a digit may be."""
    if lower.isdigit():
        return _figure(lower)
    if lower[:-2].isdigit() and lower[-2:] in ("st", "nd", "rd", "th"):
        value = int(lower[:-2]) if len(lower) < 6 else 0
        return (("ORD", (("ORD", value),)), *((("DAY", (("DAY", value),)),) if 1 <= value <= 31 else ()))
    if len(lower) == 5 and lower.endswith("0s") and lower[:4].isdigit():
        return (("DECADE", (("DECADE", int(lower[:4])),)),)
    return _slashed(lower)


def _figure(lower: str) -> tuple[tuple[str, Values], ...]:
    value = int(lower) if len(lower) <= 4 else 0
    if len(lower) == 4 and 1500 <= value <= 2100:
        return (("YEAR", (("YEAR", value),)),)
    if len(lower) == 4 and 1300 <= value < 1500:
        return (("OLDYEAR", (("OLDYEAR", value),)),)
    made: list[tuple[str, Values]] = [("NUM", (("NUM", value),))] if 0 < value < 1000 else []
    if len(lower) <= 2 and 1 <= value <= 31:
        made.append(("DAY", (("DAY", value),)))
    if len(lower) == 2:
        made.append(("NN", (("NN", value),)))
    return tuple(made)


def _slashed(lower: str) -> tuple[tuple[str, Values], ...]:
    """22/02/2023 or 22.02.2023 as 20230222; EITHER, the American way, where day and month could be either."""
    mark = "/" if "/" in lower else "."
    pieces = lower.split(mark)
    if len(pieces) != 3 or not all(p.isdigit() and len(p) <= 4 for p in pieces):
        return ()
    a, b, c = map(int, pieces)
    if len(pieces[0]) == 4:
        year, month, day = a, b, c
    elif len(pieces[2]) == 4:
        year, month, day = (c, b, a) if mark == "." or a > 12 else (c, a, b)
        if mark == "/" and a <= 12 and b <= 12 and a != b:
            return (("EITHER", (("EITHER", c * 10000 + a * 100 + b),)),)
    else:
        return ()
    return (("SLASHED", (("SLASHED", year * 10000 + month * 100 + day),)),) if month <= 12 and day <= 31 else ()


def match_at(
    rules: TimeRules, words: Sequence[str], lower: Sequence[str], i: int, first: int, last: int
) -> Match | None:
    """The longest expression that begins with token `i` in the sentence of tokens `first` to `last`."""
    best: tuple[int, Expression, Values] | None = None
    for end, row, values in _walk(rules, rules.root, words, lower, i, last, ()):
        if (best is None or end > best[0]) and _beside(row, words, lower, i, end, first, last):
            best = (end, row, values)
    if best is None:
        return None
    parts: dict[str, tuple[int, ...]] = {}
    for kind, value in best[2]:
        parts[kind] = (*parts.get(kind, ()), value)
    return Match(i, best[0], best[1], parts)


def _walk(
    rules: TimeRules, node: Node, words: Sequence[str], lower: Sequence[str], i: int, last: int, values: Values
) -> Iterator[tuple[int, Expression, Values]]:
    for row in node.ends:
        yield i, row, values
    if i >= last:
        return
    if child := node.next.get(lower[i]):
        yield from _walk(rules, child, words, lower, i + 1, last, values)
    for kind, found in kinds_of(rules, words[i], lower[i]):
        if child := node.next.get(kind):
            yield from _walk(rules, child, words, lower, i + 1, last, values + found)
    if child := node.next.get(SKIP):
        for end in range(i + 1, min(i + LONGEST_SKIP, last) + 1):
            if not lower[end - 1].replace("'", "").isalpha():
                break
            yield from _walk(rules, child, words, lower, end, last, values)


def _beside(
    row: Expression, words: Sequence[str], lower: Sequence[str], i: int, end: int, first: int, last: int
) -> bool:
    """Whether the words beside tokens `i` to `end` allow the expression; "^" and "$" stand for the sentence's ends."""
    ahead = (lower[end], words[end]) if end < last else ("$", "$")
    behind = (lower[i - 1], words[i - 1]) if i > first else ("^", "^")
    return (
        (not row.after or _among(behind, row.after))
        and (not row.before or _among(ahead, row.before))
        and not _among(behind, row.not_after)
        and not _among(ahead, row.not_before)
    )


def _among(word: tuple[str, str], listed: tuple[str, ...]) -> bool:
    return word[0] in listed or ("#lower" in listed and word[1].isalpha() and word[1].islower())
