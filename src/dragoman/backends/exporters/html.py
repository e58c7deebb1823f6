"""A brief as one HTML file that needs nothing else."""

from dragoman.backends.exporters.pages import render
from dragoman.usecases.brief_parts import Brief


def write_html(brief: Brief) -> str:
    """The brief as a page; words from reports are escaped, and only http and https addresses are linked."""
    return render("brief.html.jinja", brief, autoescape=True, filters={})
