"""PDF with text in it, page by page, without running heads and page numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import pypdfium2

from dragoman.backends.extractors.plain import described
from dragoman.errors import BadReport
from dragoman.ports import Extraction
from dragoman.text.lines import LayoutWords

EDGE = 2  # lines at the top and bottom of a page among which running heads are looked for
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
_LINE_HYPHEN = re.compile("[\ufffe\x02]")


class PdfExtractor:
    """The words by PDFium, in the order of the file."""

    name = "pdf/1"

    def __init__(self, words: LayoutWords) -> None:
        self.words = words

    def extract(self, data: bytes, where: str) -> Extraction:
        try:
            pages = [page.splitlines() for page in _pages(data)]
        except (pypdfium2.PdfiumError, ValueError, UnicodeError) as error:
            raise BadReport(where, f"cannot be read as PDF ({error}); open it and print it to a new PDF") from error
        content = "\n".join(line for page in without_heads(pages) for line in page)
        if not content.strip():
            raise BadReport(where, "holds pictures of text only; run text recognition (ocrmypdf, say) first")
        return described(content, self.words)


def _pages(data: bytes) -> Iterator[str]:
    document = pypdfium2.PdfDocument(data)
    try:
        for page in document:
            text = page.get_textpage().get_text_bounded()
            # PDFium writes a hyphen at a line's end as a character that is none.
            yield _LINE_HYPHEN.sub("-", text).replace("\0", "")
    finally:
        document.close()


def without_heads(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The lines of each page without those at its edges that most pages share, figures aside, or that number it."""
    if len(pages) < 2:
        return [list(page) for page in pages]
    counts = Counter(key for page in pages for key in {_key(page[i]) for i in _edges(page)})
    common = {key for key, count in counts.items() if count > len(pages) / 2 and count > 1}
    return [
        [line for i, line in enumerate(page) if not (i in _edges(page) and _is_furniture(line, common))]
        for page in pages
    ]


def _edges(page: Sequence[str]) -> frozenset[int]:
    written = [i for i, line in enumerate(page) if line.strip()]
    return frozenset(written[:EDGE] + written[-EDGE:])


def _key(line: str) -> str:
    return _NUMBER.sub("#", " ".join(line.split()).casefold())


def _is_furniture(line: str, common: set[str]) -> bool:
    return _key(line) in common or bool(_PAGE_NUMBER.fullmatch(line.strip()))
