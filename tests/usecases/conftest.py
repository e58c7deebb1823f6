"""Fixtures of the use cases."""

import pytest

from dragoman.assemble import Data
from dragoman.backends.stores.sqlite import memory_archive
from dragoman.pipeline import Pipeline
from usecases.registry import Registry


@pytest.fixture(scope="session")
def data() -> Data:
    """What is shipped."""
    return Data("en")


@pytest.fixture
def registry(pipeline: Pipeline, data: Data) -> Registry:
    """An empty archive."""
    return Registry(memory_archive(), pipeline, data)
