"""What relates a pair: cases that anybody may extend, and what holds for any pair of any text."""

import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.assemble import make_data
from dragoman.lexicon.weights import Weights
from dragoman.model import Span
from dragoman.model.pair import Link, Pair
from dragoman.settings import Settings
from dragoman.stages.pair_features import features_of
from dragoman.stages.relations import WAYS, general_code, relation_finder, view_maker
from dragoman.usecases.code import make_report
from dragoman.usecases.relate import Relater

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "relations.toml").read_text(encoding="utf-8"))["case"]
TYPES = set(make_data(Settings()).ontology.types)
MARKED = re.compile(r"\{([^}]*)\}")
Relate = Callable[[str, Pair], Link]


@pytest.fixture
def relate(relater: Relater) -> Relate:
    return lambda text, pair: relater.find(relater.pipeline.read([make_report(text)])[0], pair)


def marked(text: str, reversed: bool = False) -> tuple[str, Pair]:
    """The text without its braces, and the pair that stood in them."""
    first, second = (Span(m.start() - 2 * k, m.end() - 2 * k - 2) for k, m in enumerate(MARKED.finditer(text)))
    return MARKED.sub(r"\1", text), Pair(second, first) if reversed else Pair(first, second)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_what_relates_a_pair(relate: Relate, case: Mapping[str, Any]) -> None:
    link = relate(*marked(case["text"], case.get("reversed", False)))
    assert link.type.value == case["type"]
    assert case.get("way") in (None, link.way)
    assert case.get("rule") in (None, link.type.rule)


def test_the_words_that_name_the_act_are_told(relate: Relate) -> None:
    text, pair = marked("{Ankara} condemned {Athens} over the flights.")
    link = relate(text, pair)
    assert [span.of(text) for span in link.type.evidence] == ["condemned"]
    assert (link.type.rule, link.cameo, link.mode) == ("en/frames/accuse#condemn", "111", "disapprove")


def test_words_answer_where_no_frame_decides_and_say_which(relate: Relate) -> None:
    text, pair = marked("The anger of {Ghana} at {Togo} knew no bounds.")
    link = relate(text, pair)
    assert link.way == "words"
    assert link.type.rule == "relations/words"
    assert link.type.evidence
    assert not any(span.overlaps(side) for span in link.type.evidence for side in pair.spans)


def test_names_do_not_sway_the_words(relate: Relate) -> None:
    links = [
        relate(*marked(f"The anger of {{{a}}} at {{{b}}} knew no bounds."))
        for a, b in (("Ghana", "Togo"), ("Mali", "Niger"))
    ]
    assert links[0].type.value == links[1].type.value


@pytest.mark.parametrize(
    "pair",
    [Pair(), Pair(Span(0, 6)), Pair(None, Span(17, 23)), Pair(Span(0, 6), Span(0, 6)), Pair(Span(6, 7), Span(16, 17))],
)
def test_there_is_always_an_answer(relate: Relate, pair: Pair) -> None:
    link = relate("Ankara condemned Athens.", pair)
    assert link.type.value in TYPES
    assert 0 < link.type.score <= 1


def test_a_pair_in_two_sentences_is_answered_from_the_first(relate: Relate) -> None:
    text = "Ankara condemned the raid. Athens sent food."
    assert relate(text, Pair(Span(0, 6), Span(27, 33))).type.value == "ACCUSE"


def test_swapping_the_sides_changes_who_acts(relate: Relate) -> None:
    text = "Kenya, which Sudan had sued, sent food to Sudan."
    assert relate(text, Pair(Span(0, 5), Span(42, 47))).type.value == "AID"
    assert relate(text, Pair(Span(13, 18), Span(0, 5))).type.value == "ACCUSE"


def test_a_text_without_words_has_an_answer_by_default(relate: Relate) -> None:
    link = relate("…", Pair())
    assert link.type.value in TYPES
    assert link.type.rule in ("default/relations", "relations/words")


def test_a_type_that_only_frames_know_can_win(relater: Relater) -> None:
    data = make_data(Settings())
    find = relation_finder(view_maker(data.rules, data.agents, data.registry), Weights(("AID",), {}), data.ontology)
    text, pair = marked("{Ankara} condemned {Athens}.")
    assert find(relater.pipeline.read([make_report(text)])[0], pair).type.value == "ACCUSE"


def test_features_name_each_once_and_never_the_sides(relater: Relater) -> None:
    data = make_data(Settings())
    text, pair = marked("{Ghana} scolded {Togo} after Ghana lost a match.")
    view = view_maker(data.rules, data.agents, data.registry)(relater.pipeline.read([make_report(text)])[0], pair)
    assert view is not None
    names = [name for name, _ in features_of(view)]
    assert "path:scold" in names
    assert "between:scold" in names
    assert not any("togo" in name or "ghana" in name for name in names)


def test_the_general_code_of_every_type_is_one_of_its_codes() -> None:
    ontology = make_data(Settings()).ontology
    assert all(ontology.codes[general_code(ontology, type)].type == type for type in ontology.types)


def test_the_ways_are_those_that_are_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "relate.md").read_text(encoding="utf-8")
    assert all(f"`{way}`" in page for way in {*WAYS.values(), "words"})


PIECES = [
    "Ankara",
    "condemned",
    "Athens",
    "will",
    "not",
    "help",
    ".",
    ",",
    "é",
    "{",
    "”",
    "1,000",
    "\x00",
    "\u202e",
    "\n\n",
]
WORDS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=25)


@settings(max_examples=40, deadline=None)
@given(words=WORDS, cuts=st.lists(st.integers(0, 300), min_size=4, max_size=4))
def test_any_pair_of_any_text_is_answered_with_words_of_it(relater: Relater, words: list[str], cuts: list[int]) -> None:
    text = " ".join(words)
    a, b, c, d = (cut % (len(text) + 1) for cut in cuts)
    pair = Pair(Span(a, b) if a < b else None, Span(c, d) if c < d else None)
    if not text.strip():
        return
    link = relater.find(relater.pipeline.read([make_report(text)])[0], pair)
    assert link.type.value in TYPES
    assert all(span.end <= len(text) for span in link.type.evidence)
