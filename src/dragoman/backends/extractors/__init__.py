"""Text out of files, one module per kind of file. `SUFFIXES` tells which reads what."""

from collections.abc import Mapping

SUFFIXES: Mapping[str, str] = {
    ".txt": "plain:PlainExtractor",
    ".text": "plain:PlainExtractor",
    ".md": "plain:MarkdownExtractor",
    ".html": "html:HtmlExtractor",
    ".htm": "html:HtmlExtractor",
    ".xhtml": "html:HtmlExtractor",
    ".pdf": "pdf:PdfExtractor",
    ".docx": "docx:DocxExtractor",
}
"""Suffix to module and class in this package. Each class is made with the layout words; `assemble` imports it."""
