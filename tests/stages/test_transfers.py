"""Reported arms transfers: a case table, the rows' own examples, what is taken up from sentence to sentence."""

from dataclasses import dataclass

import pytest

from cases import load_cases, named, read_texts
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
