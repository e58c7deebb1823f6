"""Words from outside, made safe to set among ours: nothing in them can steer a page or the direction of text."""

import re
import unicodedata
from urllib.parse import urlsplit

_HIDDEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
_SPACE = re.compile(r"\s+")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~$#])")
_LINKED = ("http", "https")


def plain(words: object) -> str:
    """The words on one line, without control, hidden or direction-changing characters."""
    text = _HIDDEN.sub("", _SPACE.sub(" ", str(words)))
    return "".join(" " if unicodedata.category(sign) in ("Cs", "Co") else sign for sign in text)


def address(url: str | None) -> str:
    """A web address that may be linked, or nothing: other schemes than http and https can run code."""
    try:
        parts = urlsplit(plain(url or "").strip())
    except ValueError:
        return ""
    return parts.geturl() if parts.scheme in _LINKED and parts.hostname else ""


def markdown(words: object) -> str:
    """Words as Markdown that shows them as they are."""
    return _MARKDOWN.sub(r"\\\1", plain(words).replace("&", "&amp;"))


def markdown_address(url: str | None) -> str:
    """An address that cannot end the brackets it stands in."""
    found = address(url)
    return re.sub(r"[()<>\s\\`]", lambda m: f"%{ord(m[0]):02X}", found)
