"""Reports in batches: order, faults of single reports, refusals."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from dragoman.errors import BadReport, BadRule
from dragoman.model import Failure, Reading, Report
from dragoman.pipeline import Pipeline, Stage
from dragoman.usecases.code import (
    BATCH_CHARACTERS,
    LONGEST,
    batches,
    code_all,
    for_each,
    internal,
    make_report,
    naming,
    read_all,
    speaks,
)

BROKEN = Failure("a.jsonl:3", "is no JSON")


def stage(run: Callable[[Sequence[Reading]], Sequence[Reading]]) -> Pipeline:
    return Pipeline([Stage("test", run, frozenset({"candidates"}))])


def fussy(batch: Sequence[Reading]) -> Sequence[Reading]:
    if any("bad" in reading.content for reading in batch):
        raise ValueError("cannot\nread this")
    return [replace(reading, candidates=(len(batch),)) for reading in batch]


def reports(*texts: str) -> list[Report]:
    return [make_report(text, id=f"r{number}") for number, text in enumerate(texts)]


def told(results: Sequence[Reading | Failure]) -> list[str]:
    return [result.where if isinstance(result, Failure) else result.document.id for result in results]


@pytest.mark.parametrize("size", [1, 2, 3, 100])
def test_everything_comes_in_the_order_given(size: int) -> None:
    first, second, third = reports("one", "two", "three")
    found = list(read_all(stage(fussy), [first, BROKEN, second, third], size))
    assert told(found) == ["r0", "a.jsonl:3", "r1", "r2"]


@pytest.mark.parametrize("size", [1, 2, 100])
def test_a_fault_costs_one_report_only(size: int) -> None:
    found = list(read_all(stage(fussy), reports("one", "bad", "three"), size))
    assert told(found) == ["r0", "report r1", "r2"]
    failure = found[1]
    assert isinstance(failure, Failure)
    assert failure.problem.startswith("internal error (ValueError in test_code.py:")
    assert failure.problem.endswith("cannot read this); please report it")


def test_reports_are_read_in_batches() -> None:
    found = list(read_all(stage(fussy), reports("one", "two", "three"), 2))
    assert [reading.candidates for reading in found if isinstance(reading, Reading)] == [(2,), (2,), (1,)]


def test_wrong_data_ends_the_run() -> None:
    def run(batch: Sequence[Reading]) -> Sequence[Reading]:
        raise BadRule("en/frames/x#y", "is wrong")

    with pytest.raises(BadRule):
        list(read_all(stage(run), reports("one")))


def test_a_fault_in_writing_costs_one_report_only() -> None:
    readings = [Reading(report) for report in reports("one", "two")]

    def make(reading: Reading) -> str:
        return {"r0": "fine"}[reading.document.id]

    found = list(for_each([*readings, BROKEN], make))
    assert found[0] == "fine"
    assert isinstance(found[1], Failure)
    assert "report r1" in found[1].where
    assert found[2] == BROKEN


def test_records_name_the_coder() -> None:
    (records,) = code_all([Reading(make_report("one"))], "dragoman/test")
    assert not isinstance(records, Failure)
    assert records[0]["coder"] == "dragoman/test"


def test_a_batch_closes_early_on_long_reports() -> None:
    long = "x" * (BATCH_CHARACTERS // 2)
    assert [len(group) for group in batches(reports(long, long, "a", "b", long), 10)] == [2, 3]


@pytest.mark.parametrize("language", ["en", "en-GB", "English", "fr"])
@pytest.mark.parametrize("length", [1, 5000])
def test_other_languages_are_refused(language: str, length: int) -> None:
    report = make_report("x" * length)
    report = replace(report, document=replace(report.document, language=language))
    (found,) = read_all(stage(fussy), [report])
    assert isinstance(found, Reading) is speaks(language, "en") is (language != "fr")


def test_a_text_of_many_megabytes_is_refused() -> None:
    (found,) = read_all(stage(fussy), [make_report("x" * (LONGEST + 1))])
    assert isinstance(found, Failure)
    assert "split it" in found.problem


@pytest.mark.parametrize(
    ("text", "given", "name"),
    [
        ("Short.", {"id": "a1"}, "report a1"),
        ("Ankara\n  met   Paris.", {}, '("Ankara met Paris.")'),
        ("x" * 99, {}, f'("{"x" * 40}…")'),
    ],
)
def test_a_report_is_named_so_that_it_can_be_found(text: str, given: dict[str, str], name: str) -> None:
    assert naming(make_report(text, **given)).endswith(name)


def test_the_same_report_keeps_its_ids() -> None:
    first, second = make_report("Ankara met Paris."), make_report("Ankara met Paris.", title="Other")
    assert (first.document.id, first.text.id) == (second.document.id, second.text.id)
    assert make_report("Ankara met Rome.").document.id != first.document.id


@pytest.mark.parametrize("text", ["", " ", "\n\u2003"])
def test_no_words(text: str) -> None:
    with pytest.raises(BadReport, match="holds no words"):
        make_report(text)


def test_an_internal_error_is_one_line() -> None:
    assert internal(RuntimeError("a\n" * 500)).count("\n") == 0
    assert len(internal(RuntimeError("a" * 5000))) < 400
