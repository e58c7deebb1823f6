"""What both templates share: the environment, and the words that a date or a list of citations is written with."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dragoman.backends.exporters.harmless import address, plain
from dragoman.usecases.brief_parts import Brief, Line

TEMPLATES = Path(__file__).parents[2] / "data" / "templates"


def render(template: str, brief: Brief, autoescape: bool, filters: Mapping[str, Callable[..., Any]]) -> str:
    """One template, filled with a brief."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=autoescape, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters |= {"plain": plain, "address": address, "days": days, "day": day, "fit": fit} | dict(filters)
    return environment.get_template(template).render(brief=brief, notes={note.number: note for note in brief.notes})


def day(value: date | None) -> str:
    """ "9 March 2023", or nothing."""
    return f"{value.day} {value:%B} {value.year}" if value else ""


def days(first: date | None, last: date | None) -> str:
    """A span of days, with nothing said twice."""
    if first is None or last is None or first == last:
        return day(first or last)
    if first.year != last.year:
        return f"{day(first)} – {day(last)}"
    start = f"{first.day} {first:%B}" if first.month != last.month else f"{first.day}"
    return f"{start} – {day(last)}"


def fit(line: Line) -> str:
    """The sentence with its stop, or a colon before a sentence about the act; words said follow without either."""
    if not line.quote:
        return line.sentence.rstrip(".") + "."
    return line.sentence if line.said else f"{line.sentence}:"
