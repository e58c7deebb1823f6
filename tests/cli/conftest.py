"""The command line in this process, with the pipeline that all tests share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dragoman.cli.main import APP
from dragoman.pipeline import Pipeline


@pytest.fixture
def invoke(pipeline: Pipeline, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """`invoke("code", "-", input="…")`: the result with exit_code, stdout and stderr."""
    monkeypatch.setattr("dragoman.assemble.build_pipeline", lambda settings, data: pipeline)
    monkeypatch.setattr("dragoman.assemble.build_relater", lambda settings: request.getfixturevalue("relater"))
    monkeypatch.setenv("COLUMNS", "100")

    def run(*args: str | Path, input: str | bytes | None = None) -> Any:
        return CliRunner().invoke(APP, [str(arg) for arg in args], input=input)

    return run
