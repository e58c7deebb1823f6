"""Tell title, lead, headings, captions, notes and page furniture apart, and leave the text as it is."""

from collections.abc import Callable
from dataclasses import replace

from dragoman.model import Reading, Section, Span
from dragoman.text.layout import blocks
from dragoman.text.lines import LayoutWords


def section_finder(words: LayoutWords) -> Callable[[Reading], Reading]:
    """Build the stage that fills `sections`: in order, not overlapping, over everything but white space."""

    def find_sections(reading: Reading) -> Reading:
        found = blocks(reading.content, words, reading.document.title)
        return replace(reading, sections=tuple(Section(block.kind, Span(block.start, block.end)) for block in found))

    return find_sections
