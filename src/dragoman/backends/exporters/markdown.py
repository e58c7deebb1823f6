"""A brief as Markdown."""

from dragoman.backends.exporters.harmless import markdown, markdown_address
from dragoman.backends.exporters.pages import render
from dragoman.usecases.brief_parts import Brief


def write_markdown(brief: Brief) -> str:
    """The brief as one Markdown text; words from reports are escaped."""
    return render("brief.md.jinja", brief, autoescape=False, filters={"md": markdown, "link": markdown_address})
