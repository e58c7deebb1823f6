"""Phrases in token columns: the longest wins, hyphens are passed over, case counts where it must."""

import pytest

from dragoman.lexicon.phrases import Phrase, PhraseIndex
from dragoman.lexicon.words import load_segmenter
from dragoman.settings import DATA
from dragoman.text.fold import fold

PATTERN = load_segmenter(DATA / "lang" / "en" / "words.toml").pattern
INDEX: PhraseIndex[str] = PhraseIndex(
    PATTERN,
    [
        Phrase("Sudan", "SDN"),
        Phrase("South Sudan", "SSD"),
        Phrase("al-Qaeda", "aq"),
        Phrase("US", "USA", cased=True),
        Phrase("U.S.", "USA"),
        Phrase("Erdoğan", "erdogan"),
        Phrase("Côte d'Ivoire", "CIV"),
        Phrase("Sana'a", "sanaa"),
        Phrase("Islamic State", "is"),
        Phrase("Islamic State of Iraq and the Levant", "isil"),
        Phrase("Sudan", "never"),
        Phrase("March", "month"),
        Phrase("MARCH", "agency", cased=True),
        Phrase("", "nothing"),
        Phrase("-", "nothing"),
    ],
)


def find(text: str) -> list[tuple[str, str]]:
    words = PATTERN.findall(text)
    folded = tuple(map(fold, words))
    return [(" ".join(words[first:last]), value) for first, last, value in INDEX.find(words, folded, 0, len(words))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sudan and South Sudan", [("Sudan", "SDN"), ("South Sudan", "SSD")]),
        ("SUDAN and sudan", [("SUDAN", "SDN"), ("sudan", "SDN")]),
        ("al-Qaeda, al Qaeda and Al‑Qaeda", [("al - Qaeda", "aq"), ("al Qaeda", "aq"), ("Al ‑ Qaeda", "aq")]),
        ("South-Sudan", [("South - Sudan", "SSD")]),
        ("al-", []),
        ("They told us that the US left", [("US", "USA")]),
        ("the U.S. army", [("U.S.", "USA")]),
        ("Erdogan, Erdoğan and ERDOĞAN", [("Erdogan", "erdogan"), ("Erdoğan", "erdogan"), ("ERDOĞAN", "erdogan")]),
        ("Cote d'Ivoire and Côte d’Ivoire", [("Cote d'Ivoire", "CIV"), ("Côte d’Ivoire", "CIV")]),
        ("Sanaa, Sana'a and Sanaʿa", [("Sanaa", "sanaa"), ("Sana'a", "sanaa"), ("Sanaʿa", "sanaa")]),
        ("the Islamic State of Iraq fell", [("Islamic State", "is")]),
        ("the Islamic State of Iraq and the Levant fell", [("Islamic State of Iraq and the Levant", "isil")]),
        ("MARCH in March", [("MARCH", "agency"), ("March", "month")]),
        ("South Sudan Sudan", [("South Sudan", "SSD"), ("Sudan", "SDN")]),
        ("Sudanese", []),
        ("", []),
    ],
)
def test_find(text: str, found: list[tuple[str, str]]) -> None:
    assert find(text) == found


def test_a_phrase_does_not_reach_past_the_end() -> None:
    words = ("South", "Sudan")
    assert INDEX.at(words, ("south", "sudan"), 0, 1) is None


def test_an_empty_index_finds_nothing() -> None:
    assert list(PhraseIndex[str](PATTERN, []).find(("a",), ("a",), 0, 1)) == []
