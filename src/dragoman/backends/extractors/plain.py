"""Plain text and Markdown in UTF-8 (or UTF-16 with its mark)."""

import codecs
import re

from dragoman.errors import BadReport
from dragoman.ports import Extraction
from dragoman.text.front import front
from dragoman.text.lines import LayoutWords
from dragoman.text.unwrap import unwrap

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+", re.MULTILINE)


class PlainExtractor:
    """Text as it stands, unwrapped."""

    name = "plain/1"

    def __init__(self, words: LayoutWords) -> None:
        self.words = words

    def extract(self, data: bytes, where: str) -> Extraction:
        return described(decode(data, where), self.words)


class MarkdownExtractor(PlainExtractor):
    """The same without the marks before headings."""

    name = "markdown/1"

    def extract(self, data: bytes, where: str) -> Extraction:
        return described(_HEADING.sub("", decode(data, where)), self.words)


def described(content: str, words: LayoutWords) -> Extraction:
    """A text unwrapped, with the title and day that it gives itself."""
    unwrapped = unwrap(content, words)
    head = front(unwrapped, words)
    return Extraction(unwrapped, title=head.title, published=head.published)


def decode(data: bytes, where: str) -> str:
    """The characters of a text file. Raises BadReport where it is not text."""
    try:
        text = data.decode("utf-16" if data.startswith(_WIDE) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadReport(
            where, f"byte {error.start} is not UTF-8; convert it first (iconv -f WINDOWS-1252 -t UTF-8, say)"
        ) from error
    if "\0" in text:
        raise BadReport(where, "holds NUL bytes, so it is no text; give the text itself as .txt, .html, .pdf or .docx")
    return text
