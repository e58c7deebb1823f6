"""Physical lines, and which of them run on into the next: the ground under blocks and unwrapping.

Two kinds of evidence join lines. Words alone do it where the left line cannot be finished or the right one cannot be
a beginning (`runs_on`); it sees only the whole left block and how the right line starts, so that joined text gives the
same answer again. Where many lines run on in that way the text was wrapped, and then widths and indents count too.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest

ENDS = frozenset(".!?…")
CLOSERS = "\"'”’»)]}"
OPENERS = "\"'“‘«([{"
FULL = 0.95  # share of the width of the text from which a line counts as broken by wrapping
RAGGED = 0.75  # the same where its words already speak for that
ENOUGH = 10  # lines from which the width is estimated without further ado
WIDEST = 110  # characters; longer lines were hardly wrapped by hand
LEANING = 6  # words after which a line hardly ends with a preposition
SHOWN = 500  # characters kept at either end of a long block: no rule looks further, so time stays linear
_NOTES = re.compile(r"(?:(?<=[^\W\d_][.!?”\"’)])|(?<=(?:19|20)\d\d\.))\d{1,3}(?:, ?\d{1,3})*$|(?:\[\d{1,3}\])+$")
_SYMBOL = re.compile(
    r"[•·▪▫◦●○■□►▶‣⁃∙*–—-](?=\s|$)|\.(?=\s+[^\W\d_])|\[\d{1,3}\](?=\s|$)|\([a-z\d]{1,3}\)(?=\s|$)|[•▪◦●■►‣]"
)
_NUMBER = re.compile(r"\d{1,3}[.)](?=\s|$)")
_PARTICLE = re.compile(r"(?:al|el|ar|as|an|at|ad)[-‑]")
_DASHED = re.compile(r"[–—-]\s")
_BREAK = re.compile(r"(\S+[.!?])[\"”’»)\]]*\s+[\"“‘«(]?[^\W\d_a-z]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something on it: its characters without the space around, and how many empty lines stand before."""

    start: int
    end: int
    indent: int
    gap: int
    text: str


@dataclass(frozen=True, slots=True)
class Phrases:
    """Whole phrases, beginnings (both folded) and patterns, any of which a text may match."""

    whole: frozenset[str] = frozenset()
    starts: tuple[str, ...] = ()
    patterns: tuple[re.Pattern[str], ...] = ()

    def match(self, text: str) -> bool:
        """Whether the text is one of the phrases, begins with one, or fits a pattern."""
        key = fold(text)
        return key in self.whole or self._begins(key) or any(pattern.search(text) for pattern in self.patterns)

    def _begins(self, key: str) -> bool:
        return key.startswith(self.starts) and any(
            key.startswith(start) and not (start[-1].isalnum() and key[len(start) : len(start) + 1].isalnum())
            for start in self.starts
        )


@dataclass(frozen=True, slots=True)
class LayoutWords:
    """The words and patterns of a language that tell layout: see data/lang/*/sections.toml for each."""

    boilerplate: Phrases = Phrases()
    byline: Phrases = Phrases()
    dated: Phrases = Phrases()
    credit: Phrases = Phrases()
    caption: Phrases = Phrases()
    notes: Phrases = Phrases()
    parts: Phrases = Phrases()
    reference: Phrases = Phrases()
    pending: frozenset[str] = frozenset()
    leaning: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    months: Mapping[str, int] = field(default_factory=dict)

    def stands_alone(self, text: str) -> bool:
        """Whether this is a line of its own by its words: page furniture, a byline, a photo credit."""
        if len(text) > SHOWN:
            return False
        furniture = (self.boilerplate, self.byline, self.dated, self.credit, self.notes, self.parts)
        return any(phrases.match(text) for phrases in furniture)


@dataclass(frozen=True, slots=True)
class Wrap:
    """How a text was wrapped: empty lines between the lines of a paragraph (-1: not wrapped), the width at which
    lines were broken, the longest such line, and the indent above which a line starts a paragraph (None: no sign)."""

    gap: int = -1
    width: float = 0.0
    longest: int = 0
    indent: int | None = None


@dataclass(slots=True)
class Group:
    """Lines that belong together, while they are collected. `text` is what they say, shortened in the middle."""

    lines: list[Line] = field(default_factory=list)
    text: str = ""

    def add(self, line: Line) -> None:
        self.text = shown(glue(self.text, line.text)) if self.lines else shown(line.text)
        self.lines.append(line)


def fold(text: str) -> str:
    """Lower case, plain apostrophes, single spaces, no punctuation around."""
    return " ".join(text.casefold().replace("’", "'").split()).strip(" .,:;!?…*|<>»«›‹[](){}-–—_•\"'“”")


def shown(text: str) -> str:
    """The text, or its two ends where it is long. Shortening a shortened text and more gives the same."""
    return text if len(text) <= 2 * SHOWN else f"{text[:SHOWN]} … {text[-SHOWN:]}"


def lines(content: str) -> Iterator[Line]:
    """The lines with something on them, in order."""
    offset = gap = 0
    for raw in content.splitlines(keepends=True):
        text = raw.strip()
        if text:
            indent = len(raw) - len(raw.lstrip())
            start = offset + indent
            yield Line(start, start + len(text), indent, gap, text)
            gap = 0
        else:
            gap += 1
        offset += len(raw)


def glue(left: str, right: str) -> str:
    """Two lines as one: by a space, or by nothing where a word was broken at its hyphen."""
    return left + right if broken_word(left, right) else f"{left} {right}"


def broken_word(left: str, right: str) -> bool:
    """Whether a word was broken at its hyphen between the two lines (Al-/Abbasi)."""
    return len(left) > 1 and left[-1] in "-‐‑" and left[-2].isalpha() and right[:1].isalpha()


def is_bullet(text: str) -> bool:
    """Whether a line begins as a list item does."""
    return bool(_SYMBOL.match(text) or _NUMBER.match(text))


def is_closed(text: str) -> bool:
    """Whether the text ends in a bracket."""
    return text[-1:] in (")", "]")


def is_terminal(text: str) -> bool:
    """Whether the text ends as a sentence does, footnote figures and closing or dangling brackets aside."""
    tail = text[-60:].rstrip()
    while tail and tail[-1] in CLOSERS + "([{ ":
        cut = _NOTES.sub("", tail).rstrip()
        tail = cut if cut != tail else tail[:-1].rstrip()
    return _NOTES.sub("", tail).rstrip(CLOSERS + " ")[-1:] in ENDS


def has_break(text: str, words: LayoutWords) -> bool:
    """Whether one sentence ends and another begins inside the text."""
    for match in _BREAK.finditer(text):
        word = match.group(1).casefold()
        if word not in words.pending and not (len(word) == 2 or re.fullmatch(r"(?:\w\.)+", word)):
            return True
    return False


def runs_on(left: str, right: str, words: LayoutWords) -> bool:
    """Whether the words alone show that `right` continues the block `left`."""
    if _SYMBOL.match(right):
        return False
    if (mark := _SYMBOL.match(left) or _NUMBER.match(left)) and mark.end() == len(left):
        return not _NUMBER.match(right)
    if broken_word(left, right):
        return True
    if _is_pending(left, right, words):
        goes_on = right[0].isalnum() or right[0] in OPENERS
    else:
        goes_on = _starts_low(right) and not is_terminal(left)
    return goes_on and not words.stands_alone(left)


def _starts_low(text: str) -> bool:
    """Whether the text starts in lower case; Arabic articles (al-Abbasi) do so in names and prove nothing."""
    first = text[1:2] if text[0] in OPENERS else text[0]
    return (first.islower() and not _PARTICLE.match(text)) or text[0] in ",;:)%"


def _is_pending(left: str, right: str, words: LayoutWords) -> bool:
    """Whether the block ends with a word or mark after which something must follow."""
    if left[-1] in ",–—" or left.endswith(" -"):
        return any(ch.isalpha() for ch in left)
    last = left[-24:].split()[-1].lstrip(OPENERS).casefold()
    if last in words.leaning:
        return len(left.split()) >= LEANING
    return last in words.pending or (last in words.months and right[0].isdigit())


def estimate(rows: Sequence[Line], words: LayoutWords) -> Wrap:
    """How the text was wrapped, from the lines that run on by their words."""
    seen: tuple[list[int], list[int]] = ([], [])
    longest = [0, 0]
    counts = [0, 0]
    for left, right in pairwise(rows):
        if right.gap > 1:
            continue
        counts[right.gap] += 1
        if runs_on(shown(left.text), right.text, words):
            seen[right.gap].append(_room(left, right))
            longest[right.gap] = max(longest[right.gap], len(left.text))
    for gap in (1, 0):
        if seen[gap] and len(seen[gap]) >= 0.25 * counts[gap]:
            rooms = sorted(room for spaced in seen[: gap + 1] for room in spaced)
            return Wrap(gap, _width(rooms, rows), max(longest[: gap + 1]), _paragraph_indent(rows))
    return Wrap()


def _width(rooms: Sequence[int], rows: Sequence[Line]) -> float:
    """The width that nine of ten broken lines exceed; few lines prove little, so there long lines count as well."""
    width = float(rooms[len(rooms) // 10])
    if len(rooms) >= ENOUGH:
        return width
    return max(width, RAGGED * min(WIDEST, max(len(line.text) for line in rows)))


def _room(left: Line, right: Line) -> int:
    """The width that `left` would have had with the first word of `right`."""
    return left.indent + len(left.text) + 1 + len(right.text[:40].split()[0])


def _paragraph_indent(rows: Sequence[Line]) -> int | None:
    indents = [line.indent for line in rows]
    usual = max(set(indents), key=indents.count) if len(set(indents)) < 100 else 0
    marked = sum(indent > usual for indent in indents)
    return usual if 2 <= marked <= 0.5 * len(indents) else None


def wrapped_on(group: Group, right: Line, after: Line | None, wrap: Wrap, words: LayoutWords) -> bool:
    """Whether widths and indents show that `right`, itself followed by `after`, continues the group."""
    left = group.lines[-1]
    if wrap.gap < 0 or len(left.text) > 1.3 * wrap.longest:
        return False
    closed = is_terminal(group.text) or is_closed(group.text)
    if _room(left, right) < _least_room(group, right, closed, wrap, words):
        return False
    if _is_next_item(group.text, right.text, closed) or any(map(words.stands_alone, (group.text, right.text))):
        return False
    return not (closed and (_starts_apart(group, right, wrap) or _is_heading_line(right, after, wrap, words)))


def _least_room(group: Group, right: Line, closed: bool, wrap: Wrap, words: LayoutWords) -> float:
    """The width that shows that the last line was broken by wrapping; lines that plainly flow may be ragged."""
    flows = len(group.lines) > 2 or has_break(group.text, words)
    outside = right.gap > wrap.gap or _is_indented(right, wrap)
    if outside and not closed and not flows:
        return math.inf
    credited = right.text[0] == "(" and right.text[-1] == ")" and right.gap == 0
    ragged = not closed and not outside and (flows or credited)
    return (RAGGED if ragged else FULL) * wrap.width


def _is_indented(line: Line, wrap: Wrap) -> bool:
    return wrap.indent is not None and line.indent > wrap.indent


def _starts_apart(group: Group, right: Line, wrap: Wrap) -> bool:
    """Whether an empty line too many or an indent starts a paragraph; list items go on below an indent."""
    hanging = is_bullet(group.text) and group.lines[-1].indent <= right.indent
    return right.gap > wrap.gap or (_is_indented(right, wrap) and not hanging)


def _is_next_item(left: str, right: str, closed: bool) -> bool:
    """Whether a list item begins: by its sign, or by its number where the line before is finished or numbered too."""
    if _SYMBOL.match(right):
        return closed or not _DASHED.match(right) or left[-1] == ":" or is_bullet(left)
    return bool(_NUMBER.match(right)) and (closed or bool(_NUMBER.match(left)))


def _is_heading_line(line: Line, after: Line | None, wrap: Wrap, words: LayoutWords) -> bool:
    """Whether a line stops short without a full stop, so that it is no part of a paragraph."""
    if after is None or is_terminal(line.text) or runs_on(shown(line.text), after.text, words):
        return False
    return _room(line, after) < RAGGED * wrap.width


def groups(content: str, words: LayoutWords) -> Iterator[Group]:
    """The lines of each block, in order."""
    rows = list(lines(content))
    wrap = estimate(rows, words)
    group = Group()
    for line, after in zip_longest(rows, rows[1:]):
        if group.lines and not (runs_on(group.text, line.text, words) or wrapped_on(group, line, after, wrap, words)):
            yield group
            group = Group()
        group.add(line)
    if group.lines:
        yield group
