"""Case tables that an expert in the field can extend: one TOML file each, one line a case."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from dragoman.lexicon.reading import load_toml, make_row
from dragoman.model import Reading, Span
from dragoman.pipeline import Pipeline
from dragoman.usecases.code import make_report

C = TypeVar("C")


def load_cases(name: str, case_type: type[C]) -> tuple[C, ...]:
    """The lines of `name`.toml, each as a `case_type`; an unknown or missing key is an error that names the line."""
    path = Path(__file__).parent / f"{name}.toml"
    return tuple(make_row(case_type, row, f"{path.name}#{i}") for i, row in enumerate(load_toml(path)["cases"], 1))


def read_texts(pipeline: Pipeline, texts: Iterable[str], **given: Any) -> dict[str, Reading]:
    """Every text read in one go: text -> its reading."""
    unique = list(dict.fromkeys(texts))
    return dict(zip(unique, pipeline.stream(make_report(text, **given) for text in unique), strict=True))


def span_of(words: str, text: str, after: int = 0) -> Span:
    """Where words first stand in a text, at or behind a character."""
    start = text.index(words, after)
    return Span(start, start + len(words))


def named(case: object) -> str:
    """A case's text as the name of its test, cut short."""
    return str(getattr(case, "text", case))[:70]
