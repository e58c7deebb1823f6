"""`dragoman names`: a filter for tables."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Invoke = Callable[..., Any]
PAIRS = 'id,name1,name2\n1,"Assad, Bashar al-",Bachar el-Assad\n2,Li Keqiang,Li Qiang\n3,بشار الأسد,Bashar al-Assad\n'


def rows(result: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(result.stdout)))


def test_rows_keep_their_order_and_columns(invoke: Invoke, tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text(PAIRS, encoding="utf-8")
    result = invoke("names", path)
    assert result.exit_code == 0
    assert [row["id"] for row in rows(result)] == ["1", "2", "3"]
    assert [float(row["score"]) >= 0.5 for row in rows(result)] == [True, False, True]
    assert all(row["why"] for row in rows(result))
    assert "3 pairs compared" in result.stderr
    assert invoke("names", "-", input=PAIRS).stdout == result.stdout


def test_quiet(invoke: Invoke) -> None:
    assert invoke("names", "-q", "-", input=PAIRS).stderr == ""


def test_a_bad_row_is_named_and_ends_with_3(invoke: Invoke) -> None:
    result = invoke("names", "-", input=PAIRS + "4,a,b,c\n5,a,b\n")
    assert result.exit_code == 3
    assert "standard input:5: has 4 cells" in result.stderr
    assert "4 pairs compared, 1 refused" in result.stderr
    assert [row["id"] for row in rows(result)] == ["1", "2", "3", "5"]


@pytest.mark.parametrize(
    ("input", "problem"),
    [("", "is empty"), ("a,b\n1,2\n", "no column name1 and name2"), (b"name1,name2\n\xff,\n", "UTF-8")],
)
def test_a_table_that_cannot_be_used_ends_with_1(invoke: Invoke, input: str | bytes, problem: str) -> None:
    result = invoke("names", "-", input=input)
    assert result.exit_code == 1
    assert problem in result.stderr
    assert "Traceback" not in result.stderr


def test_a_file_that_is_not_there(invoke: Invoke, tmp_path: Path) -> None:
    result = invoke("names", tmp_path / "none.csv")
    assert result.exit_code == 1
    assert "none.csv: cannot be read" in result.stderr
