"""The pipeline refuses stages that cannot work, and leaves out those that nobody asked for."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import repeat

import pytest

from dragoman.errors import BadPipeline
from dragoman.model import Reading, Section, Span
from dragoman.pipeline import LAYERS, Pipeline, Stage, each
from dragoman.usecases.code import make_report

TEXT = """Iran's defence minister meets Syrian president

Damascus, March 8 - Mohammad Reza Ashtiani, the Iranian defence minister, met the Syrian president in Damascus on
Wednesday, SANA reported. During his visit the minister said that Tehran would send 20 air defence systems to Syria.
Two days earlier, Israel had attacked the airport of Aleppo, and at least 3 soldiers were killed (al-Mayadeen, March 6).
"We condemn the attack," the Syrian foreign minister said.

Turkey may deploy more troops near Manbij, according to Reuters. Ankara denied the report.
"""


def sections(reading: Reading) -> Reading:
    return replace(reading, sections=(Section("paragraph", Span(0, len(reading.content))),))


def stage(name: str = "sections", adds: str = "sections", needs: str = "") -> Stage:
    return Stage(name, each(sections), frozenset(adds.split()), frozenset(needs.split()))


def same(batch: Sequence[Reading]) -> Sequence[Reading]:
    return batch


def test_a_stage_that_needs_what_comes_later_is_refused() -> None:
    with pytest.raises(BadPipeline, match="sentences needs sections, which no earlier stage adds"):
        Pipeline([stage("sentences", "sentences tokens", "sections"), stage()])


@pytest.mark.parametrize(("adds", "needs"), [("sectoins", ""), ("report", "")])
def test_a_layer_that_does_not_exist_is_refused(adds: str, needs: str) -> None:
    with pytest.raises(BadPipeline, match=adds):
        Pipeline([stage(adds=adds, needs=needs)])


def test_a_stage_that_touches_another_layer_is_refused() -> None:
    with pytest.raises(BadPipeline, match="sly changed sections without saying so"):
        Pipeline([stage("sly", "tokens")]).read([make_report("Ankara recalled its ambassador.")])


def test_a_stage_that_loses_a_reading_is_refused() -> None:
    with pytest.raises(BadPipeline, match="loser was given 2 readings and returned 1"):
        Pipeline([Stage("loser", lambda batch: batch[1:], frozenset())]).read(
            [make_report("One."), make_report("Two.")]
        )


def test_an_empty_batch_reads_to_nothing(pipeline: Pipeline) -> None:
    assert pipeline.read([]) == []
    assert list(pipeline.stream([])) == []


def test_stages_see_no_more_reports_than_a_batch_holds() -> None:
    seen: list[int] = []

    def counted(batch: Sequence[Reading]) -> Sequence[Reading]:
        seen.append(len(batch))
        return batch

    reports = [make_report(f"Report {i}.") for i in range(7)]
    readings = list(Pipeline([Stage("counter", counted, frozenset())]).stream(reports, size=3))
    assert seen == [3, 3, 1]
    assert [r.report for r in readings] == reports


def test_reading_a_stream_is_lazy() -> None:
    stream = Pipeline([Stage("same", same, frozenset())]).stream(repeat(make_report("Again.")), size=2)
    assert next(stream).content == "Again."


def test_upto_refuses_what_is_no_layer() -> None:
    with pytest.raises(BadPipeline, match="no such layer: evnets"):
        Pipeline([stage()]).upto(["evnets"])


def test_upto_leaves_out_what_is_not_needed(pipeline: Pipeline) -> None:
    assert [s.name for s in pipeline.upto(["sentences"]).stages] == ["sections", "sentences"]
    assert len(pipeline.upto(["times"]).stages) < len(pipeline.upto(["events"]).stages) < len(pipeline.stages)


@pytest.fixture(scope="module")
def whole(pipeline: Pipeline) -> Reading:
    return pipeline.read([make_report(TEXT, published="2023-03-09")])[0]


def test_the_whole_pipeline_fills_every_layer_of_such_a_report(whole: Reading) -> None:
    assert {layer for layer in LAYERS if not getattr(whole, layer)} <= {"transfers"}


@pytest.mark.parametrize("layer", sorted(LAYERS))
def test_a_pruned_pipeline_makes_the_same_layer(pipeline: Pipeline, whole: Reading, layer: str) -> None:
    pruned = pipeline.upto([layer]).read([whole.report])[0]
    assert getattr(pruned, layer) == getattr(whole, layer)


def test_reading_twice_gives_the_same(pipeline: Pipeline, whole: Reading) -> None:
    assert pipeline.read([whole.report])[0] == whole


def test_neighbours_in_a_batch_do_not_matter(pipeline: Pipeline, whole: Reading) -> None:
    others = [make_report(f"Poland expelled {n} Russian diplomats on Monday.") for n in ("two", "forty")]
    assert pipeline.read([others[0], whole.report, others[1]])[1].events == whole.events
