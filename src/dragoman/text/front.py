"""What the head of a text says about the report itself: its title, and the day it was published."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dragoman.text.layout import Block, blocks
from dragoman.text.lines import LayoutWords

HEAD = 30  # blocks of an unwrapped text that are looked at
_DATELINE = re.compile(r"\(?[A-Z][A-Za-z .,'’-]{1,40}[,(/] ?$")
_AFTER_DATELINE = re.compile(r"\)? ?(?:[-–—:]|\([^()]{2,40}\))")


@dataclass(frozen=True, slots=True)
class Front:
    """The title and the day (ISO) that a text gives itself; None where it does not say."""

    title: str | None = None
    published: str | None = None


def front(content: str, words: LayoutWords) -> Front:
    """Read the head of an unwrapped text. A day counts only in a byline, on a line of its own, or in a dateline."""
    head = "\n\n".join(content.split("\n\n", HEAD)[:HEAD])
    found = blocks(head, words)
    title = next((block for block in found if block.kind == "title"), None)
    days = (_day(block, head[block.start : block.end], words) for block in _top(found))
    return Front(
        title=head[title.start : title.end] if title else None,
        published=next((day.isoformat() for day in days if day), None),
    )


def _top(found: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks up to the first paragraph, that one included."""
    body = next((i for i, block in enumerate(found) if block.kind == "paragraph"), len(found))
    return found[: body + 1]


def _day(block: Block, text: str, words: LayoutWords) -> date | None:
    match = _date_pattern(words.months).search(text[:200])
    if match is None:
        return None
    alone = block.kind == "boilerplate" or words.dated.match(text)
    if alone or (_DATELINE.match(text[: match.start()]) and _AFTER_DATELINE.match(text[match.end() :])):
        return _as_date(match, words.months)
    return None


def _date_pattern(months: Mapping[str, int]) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True)) or "(?!)"
    return re.compile(
        rf"(?i)\b(?:(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)"
        rf"|(?P<d1>\d{{1,2}})(?:st|nd|rd|th)? (?P<m1>{names})\.?,? (?P<y1>(?:19|20)\d\d)"
        rf"|(?P<m2>{names})\.? (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>(?:19|20)\d\d))\b"
    )


def _as_date(match: re.Match[str], months: Mapping[str, int]) -> date | None:
    found = {key[0]: value for key, value in match.groupdict().items() if value}
    month = months.get(found["m"].casefold()) or int(found["m"])
    try:
        return date(int(found["y"]), month, int(found["d"]))
    except ValueError:
        return None
