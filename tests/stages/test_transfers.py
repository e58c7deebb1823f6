"""Reported arms transfers: a case table, the rows' own examples, what is taken up from sentence to sentence."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import load_cases, named, read_texts
from dragoman.errors import BadRule
from dragoman.lexicon.transfers import load_transfers
from dragoman.model import Coded, Party, Reading, Transfer
from dragoman.pipeline import Pipeline
from dragoman.settings import DATA

PATH = DATA / "lang" / "en" / "transfers.toml"
WORDS = load_transfers(PATH)
PUBLISHED = "2024-06-10"


@dataclass(frozen=True, slots=True)
class TransferCase:
    """A sentence and the transfers that it tells of."""

    text: str
    told: tuple[str, ...]


CASES = load_cases("transfers", TransferCase)
ROWS = (*WORDS.rows, *WORDS.outer_rows)
EXAMPLES = [
    (item.rule, text, hit)
    for item in ROWS
    for hit, texts in ((True, item.row.hits), (False, item.row.misses))
    for text in texts
]


@pytest.fixture(scope="module")
def readings(pipeline: Pipeline) -> dict[str, Reading]:
    texts = [*(case.text for case in CASES), *(text for _, text, _ in EXAMPLES)]
    return read_texts(pipeline, texts, published=PUBLISHED)


def who(coded: Coded[Party] | None) -> str:
    return "-" if coded is None else coded.value.country if coded.value.kind == "state" else coded.value.name  # type: ignore[return-value]


def shown(transfer: Transfer) -> str:
    number = "-" if transfer.number is None else f"{transfer.number:g}"
    sides = f"{who(transfer.supplier)} > {who(transfer.recipient)}"
    return f"{sides} | {transfer.item.value} | {number} | {transfer.stage.value}"


def test_the_table_is_large() -> None:
    assert len(CASES) >= 60
    assert sum(not case.told for case in CASES) >= 10


@pytest.mark.parametrize("case", CASES, ids=named)
def test_case(case: TransferCase, readings: dict[str, Reading]) -> None:
    assert sorted(map(shown, readings[case.text].transfers)) == sorted(case.told)


@pytest.mark.parametrize(("rule", "text", "hit"), EXAMPLES, ids=lambda value: str(value)[:70])
def test_each_row_finds_its_hits_and_not_its_misses(
    rule: str, text: str, hit: bool, readings: dict[str, Reading]
) -> None:
    assert (rule in {t.stage.rule for t in readings[text].transfers}) is hit


def test_every_value_points_at_its_words(readings: dict[str, Reading]) -> None:
    for reading in readings.values():
        for transfer in reading.transfers:
            spans = [span for coded in (transfer.item, transfer.stage) for span in coded.evidence]
            assert spans and all(span.of(reading.content).strip() for span in spans)
    ids = [t.id for reading in readings.values() for t in reading.transfers]
    assert len(ids) == len(set(ids))


def test_what_is_told_before_is_taken_up(read) -> None:  # type: ignore[no-untyped-def]
    reading = read(
        "On February 24, SANA reported that Iran may provide Syria with the Khordad-15 system. "
        "The provision of the system was stipulated in an agreement signed in Tehran.",
        published="2023-03-09",
    )
    assert list(map(shown, reading.transfers)) == [
        "IRN > SYR | Khordad-15 | - | offered",
        "IRN > SYR | Khordad-15 | - | agreed",
    ]
    assert reading.transfers[1].supplier is not None
    assert reading.transfers[1].supplier.rule == "context/transfer"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('stage = "delivered"', 'stage = "lost"', "no stage"),
        ('without = ["ships"]', 'without = ["toys"]', "no category"),
        ('category = "artillery"', 'category = "toys"', "no category"),
        ('verb = ["take"]', "", "needs a verb"),
        ('id = "sell"', 'id = "deliver"', "stands twice"),
    ],
)
def test_a_wrong_row_is_refused(tmp_path: Path, old: str, new: str, problem: str) -> None:
    bad = tmp_path / "transfers.toml"
    bad.write_text(PATH.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadRule, match=problem):
        load_transfers(bad)


PIECES = [
    "Iran",
    "supplied",
    "Syria",
    "with",
    "S-300",
    "the",
    "system",
    "drones",
    "of",
    ",",
    "and",
    "Iranian",
    "-",
    "made",
    "sale",
    "to",
    "denied",
    "delivery",
    "F-16",
    "12",
    "dozens",
    "used",
    "by",
    "Russia",
    "twice",
    "what",
    "claimed",
    "$",
    "5",
    "billion",
    "including",
    ".",
    "(",
    "arms",
    "these",
    "arrived",
    "in",
    "talks",
    "on",
    "for",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map(" ".join))
def test_any_row_of_words_codes_with_spans_that_cut_words(pipeline: Pipeline, text: str) -> None:
    reading = read_texts(pipeline, [text])[text]
    coded = [c for t in reading.transfers for c in (t.item, t.stage, t.supplier, t.recipient, t.time, *t.sources) if c]
    coded += [claim.amount for claim in reading.claims]
    assert all(span.of(reading.content).strip() for c in coded for span in c.evidence)
    assert all(c.rule.startswith("default/") or c.evidence for c in coded)
