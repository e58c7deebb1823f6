"""The parser port on the shipped model, and what is said of pipelines that cannot serve."""

from pathlib import Path

import pytest
import spacy

from dragoman.assemble import OWN_MODEL
from dragoman.backends.parsers.spacy_parser import SpacyNames, SpacyParser, load_names, load_parser
from dragoman.errors import BadSetup, MissingBackend
from dragoman.model import Name
from dragoman.ports import Words

EN = str(OWN_MODEL / "en")
SHORT = Words(
    ("Ankara", "recalled", "its", "ambassador", "from", "Moscow", "."), (True, True, True, True, True, False, False)
)
LONG_WORDS = "The foreign minister of Egypt met the president of Sudan in Khartoum on Monday and signed an agreement ."
LONG = Words(tuple(LONG_WORDS.split()), (True,) * 18 + (False,))


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return load_parser(EN)


@pytest.fixture(scope="module")
def tagger() -> SpacyNames:
    return load_names(EN)


def test_one_parse_a_sentence_in_their_order(parser: SpacyParser) -> None:
    parses = parser.parse([LONG, SHORT, LONG])
    assert [len(p.heads) for p in parses] == [len(LONG.words), len(SHORT.words), len(LONG.words)]
    assert parses[0] == parses[2]


def test_a_plain_sentence(parser: SpacyParser) -> None:
    (parse,) = parser.parse([SHORT])
    assert parse.heads[1] == 1 and parse.deps[1] == "root", "a root is its own head"
    assert (parse.deps[0], parse.heads[0]) == ("nsubj", 1)
    assert (parse.deps[3], parse.heads[3]) == ("obj", 1)
    assert parse.tags[1] == "VBD"


def test_neighbours_do_not_change_a_parse(parser: SpacyParser) -> None:
    assert parser.parse([SHORT])[0] == parser.parse([LONG, SHORT])[1]


def test_nothing_to_parse(parser: SpacyParser, tagger: SpacyNames) -> None:
    assert parser.parse([]) == []
    assert tagger.tag([]) == []


def test_names_count_from_the_start_of_each_sentence(tagger: SpacyNames) -> None:
    for found, sentence in zip(tagger.tag([SHORT, LONG]), (SHORT, LONG), strict=True):
        assert all(isinstance(n, Name) and 0 <= n.first < n.last <= len(sentence.words) for n in found)
        assert {n.label for n in found} <= {"PER", "ORG", "LOC"}
    assert Name(5, 6, "LOC") in tagger.tag([SHORT])[0]


def test_a_pipeline_that_is_not_installed_is_named_with_the_next_step() -> None:
    with pytest.raises(
        MissingBackend, match=r"no spaCy pipeline 'xx_none_lg' is installed; see https://spacy\.io/models"
    ):
        load_parser("xx_none_lg")


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(
        MissingBackend,
        match="has no parser with Universal Dependencies or ClearNLP labels; choose another with --parser",
    ):
        load_parser(str(tmp_path / "blank"))


def test_a_pipeline_without_names_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(MissingBackend, match="has no entity recogniser"):
        load_names(str(tmp_path / "blank"))


def test_a_missing_back_end_is_the_users_to_mend() -> None:
    assert issubclass(MissingBackend, BadSetup)
