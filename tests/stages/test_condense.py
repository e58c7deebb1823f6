"""What a sentence may do without before it is parsed."""

import pytest

from cases import read_texts
from dragoman.model import Reading
from dragoman.pipeline import Pipeline
from dragoman.stages.condense import Condensed, condense
from dragoman.stages.grammar import by_sentence


def condensed(pipeline: Pipeline, text: str) -> tuple[Reading, Condensed]:
    reading = read_texts(pipeline.upto(["roles", "mentions", "times"]), [text])[text]
    mentions, roles = by_sentence(reading, reading.mentions)[0], by_sentence(reading, reading.roles)[0]
    return reading, condense(reading, reading.sentences[0], mentions, roles, by_sentence(reading, reading.times)[0])


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Mohammad Reza Ashtiani met Emmanuel Macron.", "Ashtiani met Macron ."),
        ("Mohammad Reza Ashtiani, the Iranian defence minister, left.", "Ashtiani left ."),
        ("Iranian Defense Minister Mohammad Reza Ashtiani left.", "Ashtiani left ."),
        ("The Iranian defence minister left.", "The Iranian defence minister left ."),
        ("The army (the fifth corps) left.", "The army left ."),
        ("The army (and so on left.", "The army ( and so on left ."),
        ("DOHA, Feb. 29 – The army left.", "The army left ."),
        ("Doha, Feb. 29 – The army left.", "The army left ."),
        ("TIRANA, Albania (AP) -- The army left.", "The army left ."),
        ("KABUL (Pajhwok): The army left.", "The army left ."),
        ("Turkey (and Syria) left.", "Turkey left ."),
        ("Turkey left – Syria stayed.", "Turkey left – Syria stayed ."),
        ("The army left.", "The army left ."),
        ("The army on Saturday left.", "The army left ."),
        ("On Saturday, the army left.", "the army left ."),
        ("The army said Thursday that it left.", "The army said that it left ."),
        ("The army left before Thursday.", "The army left before Thursday ."),
        ("Thursday's talks failed.", "Thursday 's talks failed ."),
    ],
)
def test_kept_words(pipeline: Pipeline, text: str, kept: str) -> None:
    reading, short = condensed(pipeline, text)
    assert " ".join(reading.tokens.words[i] for i in short.kept) == kept


@pytest.mark.parametrize(
    "text",
    [
        "Mohammad Reza Ashtiani, the Iranian Minister of Defense, met the Commander of the Syrian Air Force (SANA).",
        "The army (((( )))) [ left ( the town ].",
        "DOHA – – – –",
        "President President President Macron, President, of France, the president",
        "The minister of the minister of the minister of Iran, Ali",
    ],
)
def test_every_word_is_kept_or_hangs_on_one_that_is(pipeline: Pipeline, text: str) -> None:
    reading, short = condensed(pipeline, text)
    first, last = reading.sentences[0].first, reading.sentences[0].last
    assert short.kept and sorted([*short.kept, *short.hung]) == list(range(first, last))
    assert all(head in short.kept for head, _ in short.hung.values())
