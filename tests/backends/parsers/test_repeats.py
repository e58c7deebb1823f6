"""Words that are embedded once get the vectors of words that are embedded wherever they stand."""

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.assemble import OWN_MODEL
from dragoman.backends.parsers.repeats import embed_once

SENTENCES = ("The envoy met the other envoy", "The the THE the", "Riga", "Riga")


@pytest.fixture(scope="module")
def plain() -> Language:
    return spacy.load(OWN_MODEL / "en")


@pytest.fixture(scope="module")
def quick() -> Language:
    nlp = spacy.load(OWN_MODEL / "en")
    embed_once(nlp)
    return nlp


@pytest.mark.parametrize("name", ["tok2vec", "ner"])
def test_the_same_vectors(plain: Language, quick: Language, name: str) -> None:
    expected, found = (encoder(nlp, name).predict(docs(nlp)) for nlp in (plain, quick))
    for sentence, vectors in zip(expected, found, strict=True):
        assert np.allclose(sentence, vectors, atol=1e-5)


@pytest.mark.parametrize("name", ["tok2vec", "ner"])
def test_our_encoders_are_changed(quick: Language, name: str) -> None:
    assert any(node.name.startswith("once(") for node in quick.get_pipe(name).model.walk())  # type: ignore[attr-defined]


def test_pipelines_of_another_build_stay_as_they_are() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    embed_once(nlp)
    assert nlp.pipe_names == ["sentencizer"]


def docs(nlp: Language) -> list[Doc]:
    return [Doc(nlp.vocab, words=sentence.split()) for sentence in SENTENCES]


def encoder(nlp: Language, name: str):  # type: ignore[no-untyped-def]
    """What turns words into vectors in a component."""
    model = nlp.get_pipe(name).model  # type: ignore[attr-defined]
    return model if name == "tok2vec" else model.get_ref("tok2vec").layers[0]
