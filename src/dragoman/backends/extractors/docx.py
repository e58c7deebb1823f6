"""Word documents: paragraphs and table cells in their order."""

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from dragoman.backends.extractors.plain import described
from dragoman.errors import BadReport
from dragoman.ports import Extraction
from dragoman.text.lines import LayoutWords

LARGEST = 200_000_000  # bytes when unpacked; a small file can be made to unpack to far more


class DocxExtractor:
    """The words by python-docx; list paragraphs get a bullet so that they are told from prose."""

    name = "docx/1"

    def __init__(self, words: LayoutWords) -> None:
        self.words = words

    def extract(self, data: bytes, where: str) -> Extraction:
        _check_size(data, where)
        try:
            paragraphs = list(_paragraphs(docx.Document(io.BytesIO(data))))
        except Exception as error:  # python-docx fails with whatever its parser, zip or look-up failed with
            raise BadReport(where, f"cannot be read as a Word document ({error}); save it again as .docx") from error
        content = "\n\n".join(paragraphs)
        if not content.strip():
            raise BadReport(where, "holds no text; give the text itself as .txt")
        return described(content, self.words)


def _check_size(data: bytes, where: str) -> None:
    try:
        size = sum(item.file_size for item in zipfile.ZipFile(io.BytesIO(data)).infolist())
    except (zipfile.BadZipFile, ValueError, EOFError, OSError, NotImplementedError) as error:
        raise BadReport(where, f"is no Word document ({error}); save it again as .docx") from error
    if size > LARGEST:
        raise BadReport(where, f"unpacks to {size} bytes, more than {LARGEST}; give the text itself as .txt")


def _paragraphs(document: Document) -> Iterator[str]:
    for item in document.iter_inner_content():
        if isinstance(item, Table):
            yield from _cells(item)
        else:
            yield _words(item)


def _cells(table: Table) -> Iterator[str]:
    """The cells row by row; a merged cell is told once."""
    before = None
    for row in table.rows:
        for cell in row.cells:
            if cell._tc is not before:
                yield from (_words(paragraph) for paragraph in cell.paragraphs)
            before = cell._tc


def _words(paragraph: Paragraph) -> str:
    text = " ".join(paragraph.text.split())
    style = paragraph.style.name if paragraph.style is not None else ""
    return f"• {text}" if text and (style or "").startswith("List") else text
