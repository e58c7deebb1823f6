"""Web pages as saved: the article without the page around it. Nothing is run and nothing is fetched."""

import logging
import re

import htmldate
import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from dragoman.errors import BadReport
from dragoman.ports import Extraction
from dragoman.text.front import front
from dragoman.text.lines import LayoutWords, fold
from dragoman.text.unwrap import unwrap

_CHARSET = re.compile(rb"""charset\s*=\s*["']?([\w-]{2,20})""", re.IGNORECASE)
_SITE_SUFFIX = re.compile(r"\s+[|–—»·-]\s+[^|–—»·]{2,60}$")
_TITLES = (
    "//meta[@property='og:title']/@content",
    "//meta[@name='twitter:title']/@content",
    "//h1//text()",
    "//title/text()",
)
_SITES = ("//meta[@property='og:site_name']/@content", "//meta[@name='application-name']/@content")
_ADDRESSES = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
_UNSEEN = frozenset({"script", "style", "noscript", "template", "head", "nav", "footer", "iframe", "form"})
_BLOCKS = frozenset(
    {"br", "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "section", "article", "blockquote"}
)

for _name in ("trafilatura", "htmldate"):  # else their notes on odd pages land on standard error
    logging.getLogger(_name).addHandler(logging.NullHandler())


class HtmlExtractor:
    """The body by trafilatura, the day by htmldate, the rest from the head of the page."""

    name = "html/1"

    def __init__(self, words: LayoutWords) -> None:
        self.words = words

    def extract(self, data: bytes, where: str) -> Extraction:
        html = decode(data, where)
        page = _page(html, where)
        body = unwrap(_body(html), self.words)
        if not body:
            raise BadReport(where, "holds no text; save the page after it has loaded, or give its text as .txt")
        title, head = _title(page), front(body, self.words)
        return Extraction(
            content=_headed(title, body),
            title=title or head.title,
            published=_published(html) or head.published,
            publisher=_first(page, _SITES),
            url=_address(page),
            language=_language(page),
        )


def decode(data: bytes, where: str) -> str:
    """The characters of a page: by its mark, as UTF-8, or as the page says. Raises BadReport where none fits."""
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BadReport(where, "holds NUL bytes, so it is no web page; save it again as HTML")
    declared = _CHARSET.search(data[:2048])
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16" if wide else "utf-8-sig", declared.group(1).decode() if declared else "windows-1252"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    raise BadReport(where, "its characters cannot be decoded; save the page again in UTF-8")


def _tree(html: str) -> HtmlElement:
    """The page, parsed here and only here: given a string, htmldate would take an address and fetch it."""
    return document_fromstring(html.encode("utf-8"), HTMLParser(encoding="utf-8"))


def _page(html: str, where: str) -> HtmlElement:
    try:
        return _tree(html)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise BadReport(where, f"cannot be read as HTML ({error}); save the page again") from error


def _body(html: str) -> str:
    """The words of the article; of the whole page where trafilatura finds none or fails."""
    try:
        found = trafilatura.extract(_tree(html), include_comments=False)
    except Exception:  # a page can be broken in more ways than the library has errors for
        found = None
    return found or _visible(_tree(html))


def _visible(page: HtmlElement) -> str:
    """The words of a page as lines, without what is not shown and what only leads elsewhere."""
    parts: list[str] = []
    hidden = 0
    for event, node in etree.iterwalk(page, events=("start", "end", "comment", "pi")):
        step = int(node.tag in _UNSEEN) if event in ("start", "end") else 0
        hidden += step if event == "start" else -step
        words = node.text if event == "start" else node.tail
        parts.append("\n" if node.tag in _BLOCKS else "")
        parts.append(words or "" if not hidden else "")
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _headed(title: str | None, body: str) -> str:
    """Title and body as one text; the title is put before a body that does not begin with it."""
    if not title or any(fold(part) == fold(title) for part in body.split("\n\n", 3)[:3]):
        return body
    return f"{title}\n\n{body}"


def _title(page: HtmlElement) -> str | None:
    for number, path in enumerate(_TITLES):
        found = _first(page, (path,))
        if found:
            return _SITE_SUFFIX.sub("", found) if number != 2 else found
    return None


def _first(page: HtmlElement, paths: tuple[str, ...]) -> str | None:
    """The first value with something in it, on one line."""
    values = (" ".join(str(value).split()) for path in paths for value in page.xpath(path))
    return next((value for value in values if value), None)


def _address(page: HtmlElement) -> str | None:
    found = _first(page, _ADDRESSES)
    return found if found and found.startswith(("https://", "http://")) else None


def _language(page: HtmlElement) -> str | None:
    code = str(page.get("lang") or "")[:2].lower()
    return code if len(code) == 2 and code.isalpha() else None


def _published(html: str) -> str | None:
    try:
        found = htmldate.find_date(_tree(html), original_date=True, extensive_search=False)
    except Exception:  # as with the body: a missing day must not cost the report
        return None
    return str(found) if found else None
