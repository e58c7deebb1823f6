"""Weights as a file: what is written is read, what is wrong is named."""

import gzip
from pathlib import Path

import pytest

from dragoman.errors import BadRule
from dragoman.lexicon.weights import BIAS, Weights, load_weights, weight_lines

WEIGHTS = Weights(("AID", "REJECT"), {BIAS: ((0, 0.5),), "path:refuse": ((0, -1.25), (1, 2.0)), "gap:1": ((1, 0.001),)})


def written(path: Path, text: str) -> Path:
    path.write_bytes(gzip.compress(text.encode()))
    return path


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    read = load_weights(written(tmp_path / "w.gz", "\n".join(weight_lines(WEIGHTS))))
    assert read.labels == WEIGHTS.labels
    assert read.table == {name: row for name, row in WEIGHTS.table.items() if name != "gap:1"}


def test_chances_sum_to_one_and_follow_the_weights() -> None:
    plain, refused = WEIGHTS.scores([]), WEIGHTS.scores(["path:refuse", "unknown"])
    assert sum(plain.values()) == pytest.approx(1)
    assert plain["AID"] > plain["REJECT"]
    assert refused["REJECT"] > 0.9
    assert WEIGHTS.share("path:refuse", "AID") == -1.25


@pytest.mark.parametrize(
    "text",
    [
        "",
        "AID\tREJECT",
        "AID\tREJECT\npath:x\t0",
        "AID\tREJECT\npath:x\t2:5",
        "AID\tREJECT\npath:x\t0:a",
        "AID\npath:x",
    ],
)
def test_a_wrong_table_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadRule, match=r"w\.gz"):
        load_weights(written(tmp_path / "w.gz", text))


def test_what_is_no_table_is_named(tmp_path: Path) -> None:
    (tmp_path / "w.gz").write_bytes(b"no gzip")
    with pytest.raises(BadRule, match=r"w\.gz"):
        load_weights(tmp_path / "w.gz")
