"""Blocks of a text as given: title, lead, heading, paragraph, caption, list item, footnote, boilerplate.

A block may hold line breaks and empty lines in the middle of a sentence; offsets always count over the text as it
stands. Kinds are told from what the blocks say, never from breaks and indents, so that unwrapping changes none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.text.lines import Group, LayoutWords, fold, groups, has_break, is_bullet, is_terminal

LONG_TITLE = 30  # words
LONG_HEADING = 15
LONG_CAPTION = 45
LONG_LEAD = 60
BYLINE = 10  # blocks in which a byline may stand
HEAD = 40  # blocks in which the title may stand
_URL = re.compile(r"https?://|www\.")
_NUMBERED = re.compile(r"\[?\d{1,3}[\].)]?\s|\[\d")
_CREDIT = re.compile(r"\(([^()]+)\)$")
PROSE = frozenset({"prose", "list item", "reference"})


@dataclass(frozen=True, slots=True)
class Block:
    """Characters `start` up to, not including, `end`, and what they are in the layout (a kind of SECTION_KINDS)."""

    kind: str
    start: int
    end: int


def blocks(content: str, words: LayoutWords, title: str | None = None) -> tuple[Block, ...]:
    """The blocks of a text in order; together they cover everything but white space. `title` is the document's."""
    found = list(groups(content, words))
    kinds = _kinds([group.text for group in found], words, title)
    return tuple(_block(kind, group) for kind, group in zip(kinds, found, strict=True))


def _block(kind: str, group: Group) -> Block:
    return Block(kind, group.lines[0].start, group.lines[-1].end)


def _kinds(texts: Sequence[str], words: LayoutWords, title: str | None) -> list[str]:
    shapes = [_shape(text, words) for text in texts]
    _mark_alternatives(texts, shapes)
    kinds = [_by_shape(shape, text, words) for shape, text in zip(shapes, texts, strict=True)]
    if len(texts) == 1 and kinds == ["heading"]:
        kinds = ["paragraph"]
    _mark_notes(texts, shapes, kinds)
    _mark_head(texts, shapes, kinds, title)
    return kinds


def _shape(text: str, words: LayoutWords) -> str:
    """What a block looks like on its own."""
    if not any(ch.isalnum() for ch in text):
        return "furniture"
    short = len(text.split()) <= LONG_TITLE
    if short and (words.boilerplate.match(text) or words.credit.match(text)):
        return "furniture"
    if words.reference.match(text):
        return "reference"
    if is_bullet(text):
        return "list item"
    named = {"byline": words.byline, "dated": words.dated, "notes": words.notes, "part": words.parts}
    if shape := next((name for name, phrases in named.items() if short and phrases.match(text)), None):
        return shape
    if _is_caption(text, words):
        return "caption"
    return _headline_or_prose(text, words)


def _headline_or_prose(text: str, words: LayoutWords) -> str:
    count = len(text.split())
    if count > LONG_TITLE or has_break(text, words) or text[:1].islower():
        return "prose"
    if text.endswith("?"):
        return "headline" if count <= LONG_HEADING and text[0].isalnum() else "prose"
    if is_terminal(text) or (text.endswith(":") and _has_verb(text, words)):
        return "prose"
    return "headline"


def _has_verb(text: str, words: LayoutWords) -> bool:
    return any(word.strip(",;:").casefold() in words.verbs for word in text.split())


def _is_caption(text: str, words: LayoutWords) -> bool:
    """A picture's words: short, one sentence at most, a credit in brackets or a label (Photo:) at either end."""
    if len(text.split()) > LONG_CAPTION or not words.caption.match(text):
        return False
    return not has_break(text, words) and not _explains_acronym(text)


def _explains_acronym(text: str) -> bool:
    """Whether the bracket at the end abbreviates the words before it, as in Islamic Courts Union (ICU)."""
    match = _CREDIT.search(text)
    if not match or not match.group(1).isupper():
        return False
    initials = "".join(word[0] for word in text[: match.start()].split() if word[0].isupper())
    return initials.endswith(match.group(1).replace(".", ""))


def _mark_alternatives(texts: Sequence[str], shapes: list[str]) -> None:
    """A line that the next one repeats and goes on from is a picture's alternative text; the next is its caption."""
    for i, (text, after) in enumerate(pairwise(texts)):
        if shapes[i] == "headline" and len(text.split()) >= 5 and after != text and after.startswith(f"{text} "):
            shapes[i] = "caption"
            if shapes[i + 1] == "headline" or len(after.split()) <= LONG_CAPTION:
                shapes[i + 1] = "caption"


def _by_shape(shape: str, text: str, words: LayoutWords) -> str:
    if shape in ("furniture", "byline"):
        return "boilerplate"
    if shape in ("part", "notes", "dated"):
        return "heading"
    if shape == "reference":
        return "footnote"
    if shape in ("caption", "list item"):
        return shape
    return "heading" if shape == "headline" and _is_heading(text, words) else "paragraph"


def _is_heading(text: str, words: LayoutWords) -> bool:
    count = len(text.split())
    if count > LONG_HEADING:
        return False
    return count <= 3 or not _has_verb(text, words) or _capitalised(text) >= 0.5


def _capitalised(text: str) -> float:
    """The share of the longer words that start with a capital."""
    longer = [word for word in (word.strip("\"'“”‘’(),:;") for word in text.split()) if len(word) > 3]
    return sum(word[0].isupper() or word[0].isdigit() for word in longer) / len(longer) if longer else 1.0


def _mark_notes(texts: Sequence[str], shapes: Sequence[str], kinds: list[str]) -> None:
    """Blocks under a heading such as Notes are footnotes, up to a heading with prose below."""
    inside = False
    for i, shape in enumerate(shapes):
        if shape == "notes":
            inside = True
        elif inside and shape == "headline" and i + 1 < len(texts) and _is_body(texts[i + 1], shapes[i + 1]):
            inside = False
        elif inside and kinds[i] != "boilerplate":
            kinds[i] = "footnote"


def _is_body(text: str, shape: str) -> bool:
    return shape == "prose" and len(text.split()) >= 25 and not _URL.search(text) and not _NUMBERED.match(text)


def _mark_head(texts: Sequence[str], shapes: Sequence[str], kinds: list[str], title: str | None) -> None:
    """Title, lead and what stands around them before the body begins."""
    byline = next((i for i, shape in enumerate(shapes[:BYLINE]) if shape == "byline"), None)
    end = byline if byline is not None else _first_prose(shapes)
    for i in range(end):
        if shapes[i] == "dated":
            kinds[i] = "boilerplate"
    at = _title_at(texts, shapes, end, title)
    if at is None:
        _mark_deck(texts, shapes, kinds, title)
        return
    kinds[at] = "title"
    _mark_around(texts, shapes, kinds, at, end)
    _mark_lead(texts, shapes, kinds, at + 1, byline)


def _first_prose(shapes: Sequence[str]) -> int:
    return next((i for i, shape in enumerate(shapes[:HEAD]) if shape in PROSE), min(HEAD, len(shapes)))


def _title_at(texts: Sequence[str], shapes: Sequence[str], end: int, title: str | None) -> int | None:
    """Where the title stands: the block that is the document's, else one told twice, else the first headline."""
    keys = [fold(text) for text in texts[: end + 1]]
    wanted = fold(title) if title else ""
    if wanted and (wanted in keys):
        return keys.index(wanted)
    likely = [i for i in range(end) if shapes[i] in ("headline", "prose") and 3 <= len(texts[i].split()) <= LONG_TITLE]
    twice = [i for i in likely if keys.count(keys[i]) > 1 and len(keys[i].split()) > 3]
    if twice:
        return twice[0]
    if title or len(texts) == 1:
        return None
    after = max((i for i in range(end) if shapes[i] == "furniture"), default=-1)
    return next((i for i in likely if i > after), next(iter(likely), None))


def _mark_around(texts: Sequence[str], shapes: Sequence[str], kinds: list[str], at: int, end: int) -> None:
    """Lines before the title belong to the page where it has other furniture, and a title told again is furniture."""
    framed = any(shape == "furniture" for shape in shapes[:end]) or texts[at] in texts[at + 1 : end]
    for i in range(end):
        again = i > at and fold(texts[i]) == fold(texts[at])
        if again or (i < at and framed and shapes[i] == "headline"):
            kinds[i] = "boilerplate"


def _mark_lead(texts: Sequence[str], shapes: Sequence[str], kinds: list[str], first: int, byline: int | None) -> None:
    """The deck line below the title: without a full stop, or with one where a byline follows."""
    at = next((i for i in range(first, min(first + BYLINE, len(texts))) if kinds[i] != "boilerplate"), None)
    if at is None or at + 1 == len(texts) or not 6 <= len(texts[at].split()) <= LONG_LEAD:
        return
    if shapes[at] == "headline" or (shapes[at] == "prose" and byline is not None and at < byline):
        kinds[at] = "lead"


def _mark_deck(texts: Sequence[str], shapes: Sequence[str], kinds: list[str], title: str | None) -> None:
    """Where the title stands outside the text, a first line without a full stop is the lead."""
    if title and len(texts) > 1 and shapes[0] == "headline" and len(texts[0].split()) >= 6:
        kinds[0] = "lead"
