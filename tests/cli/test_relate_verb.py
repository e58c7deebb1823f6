"""`dragoman relate` as a filter."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Invoke = Callable[..., Any]
ROW = {"id": 7, "text": "Ankara sued Athens.", "source": [0, 6], "target": [12, 18]}
LINE = json.dumps(ROW) + "\n"


def test_lines_go_in_and_come_out_answered(invoke: Invoke) -> None:
    result = invoke("relate", "-", input=LINE * 2)
    assert result.exit_code == 0
    assert [json.loads(line)["type"] for line in result.stdout.splitlines()] == ["ACCUSE", "ACCUSE"]
    assert "2 pairs read" in result.stderr


def test_a_bad_line_is_named_and_the_others_go_on(invoke: Invoke, tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text(LINE + "{broken\n" + LINE, encoding="utf-8")
    result = invoke("relate", "--quiet", path, tmp_path / "absent.jsonl")
    assert result.exit_code == 3
    assert len(result.stdout.splitlines()) == 2
    assert f"{path}:2: is no JSON" in result.stderr
    assert "absent.jsonl: cannot be read" in result.stderr


def test_the_threshold_is_a_chance(invoke: Invoke) -> None:
    assert json.loads(invoke("relate", "--threshold", "1", "-", input=LINE).stdout)["type"] is None
    assert invoke("relate", "--threshold", "1.5", "-", input=LINE).exit_code == 2
