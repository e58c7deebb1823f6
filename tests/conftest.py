"""What all tests share: the pipeline, built once, and a factory for reports."""

from collections.abc import Callable
from typing import Any

import pytest

from dragoman.assemble import build_pipeline, build_relater
from dragoman.model import Reading, Report
from dragoman.pipeline import Pipeline
from dragoman.settings import load_settings
from dragoman.usecases.code import make_report
from dragoman.usecases.relate import Relater


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "slow: takes some seconds; leave out with -m 'not slow'")


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The usual pipeline."""
    return build_pipeline(load_settings())


@pytest.fixture(scope="session")
def relater() -> Relater:
    """What answers questions about pairs."""
    return build_relater(load_settings())


@pytest.fixture(scope="session")
def report() -> Callable[..., Report]:
    """`report("Ankara recalled its ambassador.", published="2023-03-09")`."""
    return make_report


@pytest.fixture(scope="session")
def read(pipeline: Pipeline) -> Callable[..., Reading]:
    """The whole reading of one text: `read("Ankara recalled its ambassador.")`."""

    def read_text(text: str, **given: Any) -> Reading:
        return pipeline.read([make_report(text, **given)])[0]

    return read_text
