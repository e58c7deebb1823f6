"""What frames.py counts: rows that fire, and likely acts that nothing takes."""

from collections import Counter
from collections.abc import Callable

from dragoman.model import Reading, Report
from dragoman.pipeline import Pipeline
from frames import coverage, every_sentence_parsed


def test_coverage(pipeline: Pipeline, report: Callable[..., Report]) -> None:
    text = "Ghana praised Togo. Ghana dazzled Togo. Ghana said that Togo had left. Ghana flourished."
    found = coverage(every_sentence_parsed(pipeline).read([report(text)]))
    assert found.fired["en/frames/support#praise"] == 1
    assert found.missed == Counter({"dazzle": 1})
    assert found.likely["praise"] == 1
    assert "flourish" not in found.likely


def test_every_sentence_is_parsed(pipeline: Pipeline, report: Callable[..., Report]) -> None:
    text = "Ghana dazzled Togo. Nobody was there."
    readings: list[Reading] = [p.read([report(text)])[0] for p in (pipeline, every_sentence_parsed(pipeline))]
    usual, whole = (sum(tree is not None for tree in reading.trees) for reading in readings)
    assert usual < whole == 2
