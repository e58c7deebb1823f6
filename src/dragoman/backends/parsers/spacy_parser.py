"""The parser and name tagger ports, answered by spaCy."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.attrs import DEP, HEAD, TAG
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import registry

from dragoman.backends.parsers.blas import OneThread, fast_products
from dragoman.backends.parsers.clearnlp import LABELS, to_universal
from dragoman.backends.parsers.repeats import embed_once
from dragoman.errors import MissingBackend
from dragoman.model import Name
from dragoman.ports import Parse, Words

BATCH_WORDS = 2500  # sentences of like length are pooled up to this many words: less padding, small memory
NAMES = {"PER": "PER", "PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC"}
GIVEN = {"@tokenizers": "dragoman.Given.v1"}
UD_LABELS = frozenset({"obl", "case", "obj", "nsubj"})


@registry.tokenizers("dragoman.Given.v1")  # type: ignore[untyped-decorator]
def given_words() -> Callable[[Language], Tokenizer]:
    """A tokenizer without rules: sentences come in words, and the thousands of special cases take time to load."""
    return lambda nlp: Tokenizer(nlp.vocab)


class SpacyParser:
    """Penn tags and Universal Dependencies from any spaCy pipeline that has a tagger and a parser."""

    def __init__(self, nlp: Language) -> None:
        labels = set(nlp.get_pipe("parser").labels) if nlp.has_pipe("parser") else set()  # type: ignore[attr-defined]
        self._older = labels >= LABELS
        if not self._older and not labels >= UD_LABELS:
            raise MissingBackend(
                f"the pipeline {nlp.meta.get('name')!r} has no parser with Universal Dependencies or ClearNLP labels; "
                "choose another with --parser"
            )
        self._nlp = nlp
        self._one_thread = OneThread()

    def parse(self, sentences: Sequence[Words]) -> list[Parse]:
        """One parse a sentence, in their order."""
        with self._one_thread.limit():
            return _pooled(sentences, self._nlp, self._columns)

    def _columns(self, doc: Doc) -> Parse:
        columns = doc.to_array([TAG, DEP, HEAD])
        names = self._nlp.vocab.strings
        tags = [names[tag] for tag in columns[:, 0]]
        deps = ["root" if (dep := names[d]) == "ROOT" else dep for d in columns[:, 1]]
        heads = [i + offset for i, offset in enumerate(columns[:, 2].astype("int64").tolist())]
        if self._older:
            deps, heads = to_universal(tags, deps, heads)
        return Parse(tuple(tags), tuple(deps), tuple(heads))


class SpacyNames:
    """People, organisations and places from any spaCy pipeline that has an entity recogniser."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._one_thread = OneThread()

    def tag(self, sentences: Sequence[Words]) -> list[tuple[Name, ...]]:
        """The names of each sentence, in their order; token indices count from the start of the sentence."""
        with self._one_thread.limit():
            return _pooled(sentences, self._nlp, _names)


def load_parser(name: str) -> SpacyParser:
    """The parser of an installed spaCy pipeline, or of the folder `name`."""
    return SpacyParser(_load(name, exclude=("ner", "lemmatizer", "senter", "entity_ruler")))


def load_names(name: str) -> SpacyNames:
    """The entity recogniser of an installed spaCy pipeline, or of the folder `name`."""
    nlp = _load(name, exclude=("parser", "tagger", "lemmatizer", "senter", "attribute_ruler", "morphologizer"))
    if not nlp.has_pipe("ner"):
        raise MissingBackend(f"the pipeline {name!r} has no entity recogniser")
    encoder = nlp.get_pipe("tok2vec") if nlp.has_pipe("tok2vec") else None
    if encoder is not None and not getattr(encoder, "listening_components", ()):
        nlp.remove_pipe("tok2vec")  # the recogniser has an encoder of its own
    return SpacyNames(nlp)


def _load(name: str, exclude: Iterable[str]) -> Language:
    try:
        with fast_products():
            where = Path(name) if Path(name).is_dir() else name
            nlp = spacy.load(where, exclude=[*exclude, "tokenizer"], config={"nlp": {"tokenizer": GIVEN}})
    except OSError as error:
        raise MissingBackend(f"no spaCy pipeline {name!r} is installed; see https://spacy.io/models") from error
    for _, component in nlp.pipeline:
        for label in getattr(component, "labels", ()):
            nlp.vocab.strings.add(label)  # a vocabulary saved without its labels could not name them
    embed_once(nlp)
    return nlp


def _names(doc: Doc) -> tuple[Name, ...]:
    return tuple(Name(ent.start, ent.end, NAMES[ent.label_]) for ent in doc.ents if ent.label_ in NAMES)


def _pooled(sentences: Sequence[Words], nlp: Language, result: Any) -> list[Any]:
    """Run the pipeline over sentences sorted by length, and give the results back in the order given."""
    found: list[Any] = [None] * len(sentences)
    for batch in _batches(sentences):
        docs = [_doc(nlp, sentences[k]) for k in batch]
        for _, component in nlp.pipeline:
            docs = list(component.pipe(docs, batch_size=len(docs)))  # type: ignore[attr-defined]
        for k, doc in zip(batch, docs, strict=True):
            found[k] = result(doc)
    return found


def _batches(sentences: Sequence[Words]) -> Iterator[list[int]]:
    batch: list[int] = []
    size = 0
    for k in sorted(range(len(sentences)), key=lambda k: len(sentences[k].words)):
        batch.append(k)
        size += len(sentences[k].words)
        if size >= BATCH_WORDS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _doc(nlp: Language, sentence: Words) -> Doc:
    starts: list[bool | int | None] = [k == 0 for k in range(len(sentence.words))]
    return Doc(nlp.vocab, words=list(sentence.words), spaces=list(sentence.spaces), sent_starts=starts)
