"""`dragoman codebook`."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any


def test_the_command_prints_tables_and_json(invoke: Callable[..., Any]) -> None:
    table = invoke("codebook", "CONSULT").stdout
    assert "quad class verbal cooperation · intensity +2.1" in table
    assert "third-party" in table
    lines = [json.loads(line) for line in invoke("codebook", "--json").stdout.splitlines()]
    assert [line["kind"] for line in lines] == ["type"] * 16
    assert invoke("codebook", "nothing").exit_code == 1


def test_a_codebook_is_checked(invoke: Callable[..., Any], tmp_path: Path) -> None:
    folder = tmp_path / "lang" / "en" / "frames"
    folder.mkdir(parents=True)
    row = '[[frame]]\nid = "x"\ntype = "AID"\ncameo = "070"\nverb = ["gift"]\nhits = ["Nobody was there."]\n'
    (folder / "aid.toml").write_text(row, encoding="utf-8")
    done = invoke("codebook", "--check", "--codebook", tmp_path)
    assert done.exit_code == 1
    assert done.stdout == "en/frames/aid#x: missed: Nobody was there.\n"
    assert "1 example, 1 wrong" in done.stderr
