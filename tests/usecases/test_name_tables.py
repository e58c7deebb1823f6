"""Tables of name pairs: what comes out for what goes in."""

import csv
import io

import pytest

from dragoman.errors import BadInput
from dragoman.model import Failure, NameMatch
from dragoman.usecases.names import Row, compare_table


def same_letters(a: str, b: str) -> NameMatch:
    return NameMatch(float(a == b), (f"{a} and {b}", "as written"))


def table(text: str | bytes) -> list[Row | Failure]:
    return list(compare_table(text if isinstance(text, bytes) else text.encode(), "pairs.csv", same_letters))


HEAD = ("name1", "name2", "score", "why")
ONE = ("a", "b", "0", "a and b; as written")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("name1,name2\na,b\n", [HEAD, ONE]),
        ("name1,name2\r\na,b\r\n", [HEAD, ONE]),
        ("\ufeffname1,name2\na,b", [HEAD, ONE]),
        (" name1 , name2 \na,b", [(" name1 ", " name2 ", "score", "why"), ONE]),
        ("name1,name2\n\na,b\n\n", [HEAD, ONE]),
        ("name1,name2\n", [HEAD]),
        ("id,name2,x,name1\n7,b,y,a", [("id", "name2", "x", "name1", "score", "why"), ("7", "b", "y", "a", *ONE[2:])]),
        ("name1,name2,score,why,x\na,b,9,old,y", [("name1", "name2", "x", "score", "why"), ("a", "b", "y", *ONE[2:])]),
        ('name1,name2\n"a\nc","a\nc"', [HEAD, ("a\nc", "a\nc", "1", "a\nc and a\nc; as written")]),
        ('name1,name2\n"b, a",a', [HEAD, ("b, a", "a", "0", "b, a and a; as written")]),
        ("name1,name2,x\na,b", [("name1", "name2", "x", "score", "why"), ("a", "b", "", *ONE[2:])]),
    ],
)
def test_rows_out_for_rows_in(text: str, rows: list[Row]) -> None:
    assert table(text) == rows


@pytest.mark.parametrize(
    ("row", "problem"),
    [("b, a,c", "has 3 cells, the head 2; put names with commas in quotes"), ("a", "has no second name")],
)
def test_a_row_that_does_not_fit_is_named_and_the_others_go_on(row: str, problem: str) -> None:
    assert table(f"name1,name2\n{row}\na,b") == [HEAD, Failure("pairs.csv:2", problem), ONE]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "pairs.csv: is empty; a CSV is needed whose first line names the columns name1 and name2"),
        ("\n\n", "pairs.csv: is empty"),
        ("name1,b\na,b", "pairs.csv: has no column name2; its columns are name1, b"),
        ("a;b\n", "pairs.csv: has no column name1 and name2; its columns are a;b"),
        (b"name1,name2\n\xff,b", "is not UTF-8 .byte 12"),
        (f"name1,name2\n{'a' * 200_000},b", "pairs.csv:2: cannot be read as CSV: field larger"),
    ],
)
def test_what_cannot_be_read_at_all_says_why(text: str | bytes, problem: str) -> None:
    with pytest.raises(BadInput, match=problem):
        table(text)


def test_what_is_written_can_be_read_again() -> None:
    out = io.StringIO()
    csv.writer(out).writerows(row for row in table('id,name1,name2\n1,"b, a","c\nd"\n') if isinstance(row, tuple))
    assert table(out.getvalue()) == table('id,name1,name2\n1,"b, a","c\nd"\n')
