"""Words out of files: what each kind gives, and that nothing broken gets further than a refusal."""

import io
import textwrap
import zipfile
from importlib import import_module
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dragoman
from dragoman.backends.extractors import SUFFIXES
from dragoman.backends.extractors.pdf import without_heads
from dragoman.errors import BadReport
from dragoman.lexicon.layout import load_layout
from dragoman.ports import Extraction, Extractor

WORDS = load_layout(Path(dragoman.__path__[0]) / "data" / "lang" / "en" / "sections.toml")
PROSE = "The envoy of Norland met his counterpart from Sudmark on Monday, and both spoke about the river for an hour."
FIRST, SECOND = textwrap.wrap(PROSE, 60)


def extractor(suffix: str) -> Extractor:
    module, name = SUFFIXES[suffix].split(":")
    made: Extractor = getattr(import_module(f"dragoman.backends.extractors.{module}"), name)(WORDS)
    return made


def extract(suffix: str, data: bytes | str) -> Extraction:
    return extractor(suffix).extract(data.encode() if isinstance(data, str) else data, f"report{suffix}")


def pdf(*pages: str) -> bytes:
    """A small PDF with one line of Helvetica per line of each page."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for i, page in enumerate(pages):
        shown = " ".join(f"({line}) Tj T*" for line in page.split("\n"))
        stream = f"BT /F1 11 Tf 14 TL 40 780 Td {shown} ET"
        font = "/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 700 842] {font} /Contents {5 + 2 * i} 0 R >>")
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    body = b"%PDF-1.4\n"
    for number, item in enumerate(objects, 1):
        body += f"{number} 0 obj\n{item}\nendobj\n".encode()
    return body + b"trailer << /Root 1 0 R >>\n"


def word(*paragraphs: tuple[str, str | None]) -> bytes:
    document = docx.Document()
    for text, style in paragraphs:
        document.add_paragraph(text, style)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_extractor_has_a_name_with_its_version(suffix: str) -> None:
    assert getattr(extractor(suffix), "name", "").count("/") == 1


def test_plain_text_is_unwrapped_and_describes_itself() -> None:
    found = extract(".txt", f"\ufeffNorland recalls its envoy\nBy Jane Roe - 4 May 2021\n\n{FIRST}\r\n{SECOND}\n")
    assert found.content == f"Norland recalls its envoy\n\nBy Jane Roe - 4 May 2021\n\n{PROSE}"
    assert (found.title, found.published) == ("Norland recalls its envoy", "2021-05-04")


def test_utf16_and_markdown() -> None:
    assert extract(".txt", PROSE.encode("utf-16")).content == PROSE
    assert extract(".md", f"# Norland and Sudmark agree\n\n## Why now\n{PROSE}").content.split("\n\n")[:2] == [
        "Norland and Sudmark agree",
        "Why now",
    ]


PAGE = f"""<!doctype html><html lang="en-GB"><head><title>Norland recalls its envoy | Example News</title>
<meta property="og:site_name" content="Example News"><link rel="canonical" href="https://example.org/recall">
<meta property="article:published_time" content="2021-05-04T10:00:00Z"><script>document.write("pwned")</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Norland recalls its envoy</h1><p>{PROSE}</p>
<p>{PROSE.replace("Monday", "Friday")}</p><img src="http://127.0.0.1:9/x.png"></article><script>document.write("pwned")</script><footer>Imprint</footer></body></html>"""


def test_html_gives_body_and_metadata_and_runs_nothing() -> None:
    found = extract(".html", PAGE)
    assert found.content.split("\n\n") == ["Norland recalls its envoy", PROSE, PROSE.replace("Monday", "Friday")]
    assert (found.title, found.published) == ("Norland recalls its envoy", "2021-05-04")
    assert (found.publisher, found.url, found.language) == ("Example News", "https://example.org/recall", "en")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_html_characters(encoding: str) -> None:
    page = f'<html><head><meta charset="{encoding}"></head><body><p>Genève – {PROSE}</p></body></html>'
    assert extract(".html", page.encode(encoding)).content == f"Genève – {PROSE}"


def test_html_without_an_article_gives_what_is_seen() -> None:
    page = "<p>Norland<br>left.&#1;</p><script>x()</script><!-- no -->Once.<div>Twice.</div>\x01<nav>Home</nav> End."
    assert "".join(extract(".htm", page).content.split()).replace("\x01", "") == "Norlandleft.Once.Twice.End."


def test_pdf_pages_are_joined_without_running_heads() -> None:
    pages = (f"River Weekly 12\n{PROSE}\n{FIRST}\n1", f"River Weekly 13\n{SECOND}\nThe end came.\n2")
    content = extract(".pdf", pdf(*pages)).content
    assert "River" not in content
    assert content.split("\n\n")[:2] == [PROSE, PROSE]


def test_running_heads_need_most_pages() -> None:
    assert without_heads([["A 1", "x", "y", "z", "1"], ["A 2", "u", "v", "w", "2"], ["B", "q", "r", "s", "t"]]) == [
        ["x", "y", "z"], ["u", "v", "w"], ["B", "q", "r", "s", "t"],
    ]  # fmt: skip


def test_docx_paragraphs_lists_and_tables() -> None:
    document = docx.Document(
        io.BytesIO(word(("Norland recalls its envoy", "Heading 1"), (PROSE, None), ("One bridge", "List Bullet")))
    )
    document.add_table(1, 1).cell(0, 0).text = "In a cell."
    file = io.BytesIO()
    document.save(file)
    found = extract(".docx", file.getvalue())
    assert found.content.split("\n\n") == ["Norland recalls its envoy", PROSE, "• One bridge", "In a cell."]
    assert found.title == "Norland recalls its envoy"


def bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * 210_000_000)
    return file.getvalue()


@pytest.mark.parametrize(
    ("suffix", "data", "problem"),
    [
        (".txt", b"a\0b", "NUL bytes"),
        (".txt", "Genève".encode("windows-1252"), "byte 3 is not UTF-8"),
        (".md", b"\xff\xfea", "not UTF-8"),
        (".html", b"<p>a\0</p>", "NUL bytes"),
        (".html", b"", "cannot be read as HTML"),
        (".html", b"<html><script>x()</script></html>", "no text"),
        (".pdf", b"%PDF-1.4 broken", "cannot be read as PDF"),
        (".pdf", b"", "cannot be read as PDF"),
        (".pdf", pdf(""), "text recognition"),
        (".docx", b"PK broken", "no Word document"),
        (".docx", word(), "no text"),
        (".docx", bomb(), "unpacks to"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(suffix: str, data: bytes, problem: str) -> None:
    with pytest.raises(BadReport, match=problem) as refused:
        extract(suffix, data)
    assert refused.value.where == f"report{suffix}"


SEEDS = {
    ".txt": PROSE.encode(),
    ".md": b"# A",
    ".html": PAGE.encode(),
    ".pdf": pdf(PROSE),
    ".docx": word((PROSE, None)),
}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(SEEDS)), st.binary(max_size=12), st.floats(0, 1), st.booleans())
def test_broken_files_never_raise_anything_else(suffix: str, noise: bytes, share: float, cut: bool) -> None:
    seed = SEEDS[suffix]
    at = int(share * len(seed))
    try:
        found = extract(suffix, seed[:at] + noise + (b"" if cut else seed[at + len(noise) :]))
    except BadReport:
        return
    assert isinstance(found.content, str)
