"""`dragoman codebook`."""

import json
from collections.abc import Callable
from typing import Any


def test_the_command_prints_tables_and_json(invoke: Callable[..., Any]) -> None:
    table = invoke("codebook", "CONSULT").stdout
    assert "quad class verbal cooperation · intensity +2.1" in table
    assert "third-party" in table
    lines = [json.loads(line) for line in invoke("codebook", "--json").stdout.splitlines()]
    assert [line["kind"] for line in lines] == ["type"] * 16
    assert invoke("codebook", "nothing").exit_code == 1
