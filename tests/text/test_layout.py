"""Where blocks begin and end, and what they are: case tables, and what must hold of any text."""

import textwrap
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dragoman
from dragoman.lexicon.layout import load_layout
from dragoman.model.reading import SECTION_KINDS
from dragoman.text.layout import blocks
from dragoman.text.unwrap import unwrap

WORDS = load_layout(Path(dragoman.__path__[0]) / "data" / "lang" / "en" / "sections.toml")


def shown(text: str, title: str | None = None) -> list[str]:
    """Each block as "kind: words"."""
    return [f"{b.kind}: {' '.join(text[b.start : b.end].split())}" for b in blocks(text, WORDS, title)]


PROSE = "The envoy of Norland met his counterpart from Sudmark on Monday and spoke about the river."

# A text, then its blocks. Add a case: the text as a file or a JSON line has it.
CASES = [
    pytest.param("Norland recalls its envoy", ["paragraph: Norland recalls its envoy"], id="one-line"),
    pytest.param(
        f"Norland and Sudmark agree on river\nThe accord ends a dispute of twenty years\nBy Jane Roe - 4 May 2021\n\n"
        f"(Photo Credit: NTV)\n\n{PROSE}\n\nMost Popular",
        [
            "title: Norland and Sudmark agree on river",
            "lead: The accord ends a dispute of twenty years",
            "boilerplate: By Jane Roe - 4 May 2021",
            "boilerplate: (Photo Credit: NTV)",
            f"paragraph: {PROSE}",
            "boilerplate: Most Popular",
        ],
        id="news",
    ),
    pytest.param(
        f"Norland ends its boycott of Sudmark.\nThe step was long expected in both capitals.\nBy Jane Roe\n{PROSE}",
        [
            "title: Norland ends its boycott of Sudmark.",
            "lead: The step was long expected in both capitals.",
            "boilerplate: By Jane Roe",
            f"paragraph: {PROSE}",
        ],
        id="full-stops-above-the-byline",
    ),
    pytest.param(
        f"Skip to content\nRiver Institute\nStudies of water\n\nWho owns the river between the two\n\n"
        f"Filed under: Norland\n\n"
        f"Who owns the river between the two\nThe envoys at the river in 2019 (NTV, which is close to the army.)\n"
        f"  • {PROSE}\n  • Nobody knows.\nThe envoys at the river near the bridge\n"
        f"The envoys at the river near the bridge in May 2019. (\n\n{PROSE}3, 4\n\n* * *",
        [
            "boilerplate: Skip to content",
            "boilerplate: River Institute",
            "boilerplate: Studies of water",
            "title: Who owns the river between the two",
            "boilerplate: Filed under: Norland",
            "boilerplate: Who owns the river between the two",
            "caption: The envoys at the river in 2019 (NTV, which is close to the army.)",
            f"list item: • {PROSE}",
            "list item: • Nobody knows.",
            "caption: The envoys at the river near the bridge",
            "caption: The envoys at the river near the bridge in May 2019. (",
            f"paragraph: {PROSE}3, 4",
            "boilerplate: * * *",
        ],
        id="institute-page",
    ),
    pytest.param(
        f"{PROSE}\n\nWho pays for the bridge?\n\n{PROSE}\n\nNotes\n\n1 NTV, 4 May 2021.\n\n2. Ibid.\n\nShare this",
        [
            f"paragraph: {PROSE}",
            "heading: Who pays for the bridge?",
            f"paragraph: {PROSE}",
            "heading: Notes",
            "footnote: 1 NTV, 4 May 2021.",
            "footnote: 2. Ibid.",
            "boilerplate: Share this",
        ],
        id="notes",
    ),
    pytest.param(
        f"{PROSE}\nThe minister said:\n“We will build it.”\n- a bridge\n- a road",
        [
            f"paragraph: {PROSE}",
            "paragraph: The minister said:",
            "paragraph: “We will build it.”",
            "list item: - a bridge",
            "list item: - a road",
        ],
        id="speech-and-list",
    ),
    pytest.param(
        f"DOHA, Feb. 29 –\nThe envoy left on Monday.\n{PROSE}",
        ["paragraph: DOHA, Feb. 29 – The envoy left on Monday.", f"paragraph: {PROSE}"],
        id="dateline",
    ),
    pytest.param(
        f"March 9, 2023\n{PROSE}\nMarch 10, 2023\n{PROSE}",
        ["boilerplate: March 9, 2023", f"paragraph: {PROSE}", "heading: March 10, 2023", f"paragraph: {PROSE}"],
        id="days-as-headings",
    ),
    pytest.param(
        "The envoy met Gen.\nRoe, the\nMinister of\nWater, on February\n26 in Al-\nKasr.",
        ["paragraph: The envoy met Gen. Roe, the Minister of Water, on February 26 in Al- Kasr."],
        id="words-that-go-on",
    ),
    pytest.param(
        "Norland Water Authority (NWA)\n" + PROSE,
        ["title: Norland Water Authority (NWA)", f"paragraph: {PROSE}"],
        id="an-acronym-is-no-credit",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_blocks(text: str, expected: list[str]) -> None:
    assert shown(text) == expected
    assert [b.kind for b in blocks(unwrap(text, WORDS), WORDS)] == [line.split(":")[0] for line in expected]


def test_a_known_title_is_found_and_else_the_first_line_is_the_lead() -> None:
    text = f"World\nEnvoys of both sides meet at the river\nMore on water\n{PROSE}"
    assert shown(text, "Envoys of both sides meet at the river")[1].startswith("title: Envoys")
    assert shown(text.removeprefix("World\n"), "A deal on water")[0].startswith("lead: Envoys")


TOLD = """Overview
--
The minister of water of Norland met with the command of the river guard of Sudmark in Kasr and discussed ways to
bolster cooperation between the two countries. Against the backdrop of the visit, media reported that Norland may give
Sudmark boats of the Otter-15 type, including radars, to help it guard the mouth of the river.
--
Norland and the Lower River
--
On February 22, Ahmad Roe, the Minister of Water, met with the Commander of the River Guard, Salah Doe, and stressed
that the deal of February 26. Nothing else was said by the Ministry of Foreign Affairs, the National Guard, or the
General Staff of the Army in Kasr (NTV, February 22).
--
The meeting between the minister of water of Norland and the commander of the river guard (NTV, February 22)
--
In early March, a delegation of the Parliament arrived for a visit in Kasr to show solidarity after the flood, and gave
422 tonnes of food to the Red Crescent."""
DIGEST = [part.replace("\n", " ") for part in TOLD.split("\n--\n")]


@pytest.mark.parametrize("width", [55, 66, 78, 95])
@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["single", "double"])
def test_hard_wrapped_text_has_the_same_blocks(width: int, between: str) -> None:
    wrapped = ["\n".join(textwrap.wrap(part, width)).replace("\n", between) for part in DIGEST]
    text = ("\n\n" if between == "\n" else "\n\n \n\n").join(wrapped)
    assert unwrap(text, WORDS).split("\n\n") == DIGEST
    assert [b.kind for b in blocks(text, WORDS)] == [
        "heading",
        "paragraph",
        "heading",
        "paragraph",
        "caption",
        "paragraph",
    ]


@pytest.mark.parametrize("width", [66, 92])
def test_indents_mark_paragraphs_and_page_breaks_cut_no_sentence(width: int) -> None:
    lines = [textwrap.wrap(part, width) for part in DIGEST]
    text = "\n\n".join(" " + " \n\n".join(part) for part in lines)
    page_break = text.replace(" \n\nboats", " \n boats").replace(" \n\ntonnes", "\n\n \n\n\n \n tonnes")
    assert unwrap(page_break, WORDS).split("\n\n") == DIGEST


@pytest.mark.parametrize(
    ("wrapped", "expected"),
    [
        ("a visit to Al-\nAbbasi today", "a visit to Al-Abbasi today"),
        ("they agreed on co-\noperation at once", "they agreed on co-operation at once"),
        (
            "The government fell. The govern-\nment of Norland left.",
            "The government fell. The government of Norland left.",
        ),
        ("it was over -\nthat is, nearly", "it was over - that is, nearly"),
        ("one\r\ntwo\x0cthree", "one two three"),
        (" \n\t\n", ""),
    ],
)
def test_unwrap(wrapped: str, expected: str) -> None:
    assert unwrap(wrapped, WORDS) == expected


WRITTEN = """The minister of|Norland|al-|Al-|-|– |•|• item|1.|2. Two|(a)|  |met. |said:|Most Popular|By Jane Roe|co-|it
12|and|.|?|”|“|operation|(NTV, March 1)|[1] x|Notes|March|a b c d e f g h i j k l m n|He went home and said so.|,
. Near|\u200b|\x85|\x0c"""
PIECES = st.sampled_from([*WRITTEN.replace("\n", "|").split("|"), "\n", "\n\n", " \n \n"])
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(PIECES, max_size=25).map("\n".join),
    st.lists(PIECES | st.text(max_size=4), max_size=25).map("".join),
)


@settings(max_examples=250, deadline=None)
@given(TEXTS)
def test_blocks_cover_any_text_in_order(text: str) -> None:
    end = 0
    for block in blocks(text, WORDS):
        assert block.kind in SECTION_KINDS
        assert end <= block.start < block.end <= len(text)
        assert not text[end : block.start].strip()
        end = block.end
    assert not text[end:].strip()


@settings(max_examples=250, deadline=None)
@given(TEXTS)
def test_unwrapping_is_final_and_keeps_the_blocks(text: str) -> None:
    once = unwrap(text, WORDS)
    found = blocks(once, WORDS)
    assert unwrap(once, WORDS) == once
    assert [b.kind for b in found] == [b.kind for b in blocks(text, WORDS)]
    assert "\n\n".join(once[b.start : b.end] for b in found) == once


@pytest.mark.parametrize(
    "text", ["word " * 2_000_000, "." * 9_000_000, "(" * 9_000_000, "A man\n" * 20_000, "x\n" * 20_000]
)
def test_time_is_linear(text: str) -> None:
    started = time.process_time()
    unwrap(text, WORDS)
    blocks(text, WORDS)
    assert time.process_time() - started < 5
