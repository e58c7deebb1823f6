"""Turns reports about diplomacy and conflict into events whose every field points at its words.

    import dragoman

    for event in dragoman.code("Ankara recalled its ambassador from Stockholm.", published="2023-03-09"):
        print(event.type.value, [party.value.name for party in event.actors])

Nothing heavy is imported and no data is read before the first report is.
"""

from datetime import date
from functools import cache

from dragoman.errors import BadInput, BadReport, DragomanError
from dragoman.lazy import load_backend
from dragoman.model import (
    Claim,
    Coded,
    Event,
    Interval,
    NameMatch,
    Party,
    Place,
    Reading,
    Source,
    Span,
    Statement,
    Transfer,
)
from dragoman.model.pair import Link
from dragoman.pipeline import Pipeline
from dragoman.usecases.code import make_report
from dragoman.usecases.relate import Relater, make_pair
from dragoman.version import VERSION

__all__ = [
    "BadInput", "BadReport", "Claim", "Coded", "DragomanError", "Event", "Interval", "Link", "NameMatch", "Party",
    "Place", "Reading", "Source", "Span", "Statement", "Transfer", "__version__", "code", "compare_names", "read",
    "relate",
]  # fmt: skip
__version__ = VERSION


def code(
    text: str,
    *,
    published: str | date | None = None,
    title: str | None = None,
    publisher: str | None = None,
    id: str | None = None,
    url: str | None = None,
) -> tuple[Event, ...]:
    """The events that an English text tells, in the order of their sentences.

    Every `Span` in them counts characters of `text`, which is taken as it is: `event.type.evidence[0].of(text)` are
    the words that name the act. `published` (a date, or "2023-03-09") is the day from which "yesterday" is counted.
    The language model and data are loaded by the first call, which takes some seconds, and kept.

    Raises BadReport where there are no words or the date is none, other DragomanErrors where the installation is wrong.
    """
    return read(text, published=published, title=title, publisher=publisher, id=id, url=url).events


def read(
    text: str,
    *,
    published: str | date | None = None,
    title: str | None = None,
    publisher: str | None = None,
    id: str | None = None,
    url: str | None = None,
) -> Reading:
    """The same with every layer: sections, tokens, sentences, mentions, times, places, events, claims and the rest."""
    report = make_report(text, published=published, title=title, publisher=publisher, id=id, url=url)
    return _pipeline().read([report])[0]


def compare_names(a: str, b: str) -> NameMatch:
    """How likely two written names are one person's or body's: `score` from 0 to 1, and `why`.

    Names in any script and order, with or without titles; the same both ways. From .5 on they are more likely one.
    """
    found: NameMatch = load_backend("dragoman.lexicon.names:compare_names")(a, b)
    return found


def relate(
    text: str,
    source: tuple[int, int] | Span | None,
    target: tuple[int, int] | Span | None,
    *,
    threshold: float = 0.0,
) -> Link | None:
    """What relates two spans of an English text: the PLOVER type of what `source` does to `target`.

    Spans count characters, half-open; a side that is not known is None. `link.type` carries the type with its rule,
    its words and the chance that it is right; the best answer comes back however small that is, or None where it is
    below `threshold`. The first call takes some seconds, as for `code`.

    Raises BadReport where there are no words or a span lies outside them.
    """
    report = make_report(text)
    pair = make_pair(text, source, target)
    relater = _relater()
    link = relater.find(relater.pipeline.read([report])[0], pair)
    return link if link.type.score >= threshold else None


@cache
def _relater() -> Relater:
    settings = load_backend("dragoman.settings:load_settings")()
    built: Relater = load_backend("dragoman.assemble:build_relater")(settings)
    return built


@cache
def _pipeline() -> Pipeline:
    settings = load_backend("dragoman.settings:load_settings")()
    built: Pipeline = load_backend("dragoman.assemble:build_pipeline")(settings)
    return built
