"""Build, train, join and save the spaCy pipelines of the small English model."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example, biluo_tags_to_spans, iob_to_biluo
from thinc.api import Adam, Optimizer, fix_random_seed

from model.corpus import Tagged, Tree

Source = Callable[[random.Random], Sequence[Any]]


@dataclass(frozen=True)
class Shape:
    """Size of a token encoder: width in units, depth in layers, window in words, maxout pieces, hash table rows."""

    width: int = 128
    depth: int = 4
    pieces: int = 3
    rows: tuple[int, int, int, int] = (7000, 1500, 4000, 2500)


@dataclass(frozen=True)
class Schedule:
    """Length and pace of a training run: steps, warm-up steps, peak rate, dropout, words per batch at start and end."""

    steps: int
    warmup: int = 250
    peak: float = 0.002
    dropout: float = 0.1
    batch: tuple[int, int] = (300, 1200)


def encoder_config(shape: Shape) -> dict[str, Any]:
    """Return the spaCy configuration of a token encoder."""
    embed = {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": shape.width,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
        "rows": list(shape.rows),
        "include_static_vectors": False,
    }
    encode = {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": shape.width,
        "depth": shape.depth,
        "window_size": 1,
        "maxout_pieces": shape.pieces,
    }
    return {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode}


def _listener(width: int) -> dict[str, Any]:
    return {"@architectures": "spacy.Tok2VecListener.v1", "width": width, "upstream": "*"}


def _transitions(kind: str, hidden: int, tok2vec: dict[str, Any]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": False,
        "hidden_width": hidden,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": tok2vec,
    }


def _tagger(width: int) -> dict[str, Any]:
    return {"@architectures": "spacy.Tagger.v2", "nO": None, "normalize": False, "tok2vec": _listener(width)}


def parser_pipeline(shape: Shape, hidden: int = 64, auxiliary: bool = True) -> Language:
    """Return an untrained pipeline: shared encoder, tagger, parser and (if wanted) an auxiliary morphologizer."""
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": encoder_config(shape)})
    nlp.add_pipe("tagger", config={"model": _tagger(shape.width), "label_smoothing": 0.05})
    if auxiliary:
        nlp.add_pipe("morphologizer", config={"model": _tagger(shape.width), "label_smoothing": 0.05})
    model = _transitions("parser", hidden, _listener(shape.width))
    nlp.add_pipe("parser", config={"model": model, "min_action_freq": 20, "learn_tokens": False})
    return nlp


def ner_pipeline(shape: Shape, hidden: int = 64) -> Language:
    """Return an untrained pipeline with one entity recognizer that has an encoder of its own."""
    nlp = spacy.blank("en")
    model = _transitions("ner", hidden, encoder_config(shape))
    nlp.add_pipe("ner", config={"model": model})
    return nlp


def tree_example(nlp: Language, tree: Tree) -> Example:
    """Return a training example whose auxiliary morphology is the label and direction of each word's head."""
    heads = list(tree.heads)
    side = ["0" if head == index else "L" if head < index else "R" for index, head in enumerate(heads)]
    rel = [dep.replace(":", "_") for dep in tree.deps]
    gold = Doc(
        nlp.vocab,
        words=list(tree.words),
        tags=list(tree.tags),
        pos=list(tree.upos),
        morphs=[f"Rel={label}{way}" for label, way in zip(rel, side, strict=True)],
        heads=heads,
        deps=["ROOT" if head == index else dep for index, (head, dep) in enumerate(zip(heads, tree.deps, strict=True))],
    )
    return Example(prepared(nlp, tree.words), gold)


def prepared(nlp: Language, words: Sequence[str]) -> Doc:
    """Return a document of one sentence with its sentence start set, as the coder hands it to the model."""
    return Doc(nlp.vocab, words=list(words), sent_starts=[index == 0 for index in range(len(words))])


def tagged_example(nlp: Language, sentence: Tagged) -> Example:
    """Return a training example with entities."""
    gold = prepared(nlp, sentence.words)
    gold.set_ents(biluo_tags_to_spans(gold, iob_to_biluo(sentence.tags)), default="outside")
    return Example(prepared(nlp, sentence.words), gold)


def word_batches(items: Sequence[Any], words: Callable[[], int], rng: random.Random) -> Iterator[list[Any]]:
    """Yield shuffled batches of about as many words as asked for."""
    order = list(items)
    rng.shuffle(order)
    batch: list[Any] = []
    size = 0
    for item in order:
        batch.append(item)
        size += len(item.words)
        if size >= words():
            yield batch
            batch, size = [], 0


def rate(schedule: Schedule, progress: float) -> float:
    """Return the learning rate at a share of the run (0 to 1): linear warm-up, then linear decay to zero."""
    warm = schedule.warmup / schedule.steps
    return schedule.peak * min(progress / warm if warm else 1.0, max(0.0, (1 - progress) / (1 - warm)))


def batch_words(schedule: Schedule, progress: float) -> int:
    """Return the words per batch at a share of the run: it grows over the first third."""
    low, high = schedule.batch
    return int(low + (high - low) * min(1.0, 3 * progress))


def _optimizer() -> Optimizer:
    adam: Optimizer = Adam(
        learn_rate=0.001, beta1=0.9, beta2=0.999, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True
    )
    return adam


def keep_averages(nlp: Language, optimizer: Optimizer) -> None:
    """Replace the weights of the pipeline by their running averages."""
    pipes: list[tuple[str, Any]] = list(nlp.pipeline)
    with nlp.use_params(optimizer.averages):
        weights = {name: pipe.to_bytes() for name, pipe in pipes}
    for name, pipe in pipes:
        pipe.from_bytes(weights[name])


def train(
    nlp: Language,
    source: Source,
    example: Callable[[Language, Any], Example],
    schedule: Schedule,
    seed: int,
) -> None:
    """Train the pipeline in place; at the end its weights are the running averages.

    The source gives one epoch of sentences at a time, freshly varied.
    """
    fix_random_seed(seed)
    rng = random.Random(seed)
    first = [example(nlp, item) for item in source(rng)]
    nlp.initialize(lambda: first)
    optimizer, step, losses = _optimizer(), 0, dict[str, float]()

    def size() -> int:
        return batch_words(schedule, step / schedule.steps)

    while step < schedule.steps:
        for batch in word_batches(source(rng), size, rng):
            optimizer.learn_rate = rate(schedule, step / schedule.steps)
            nlp.update([example(nlp, item) for item in batch], sgd=optimizer, drop=schedule.dropout, losses=losses)
            step += 1
            if step % 200 == 0:
                shown = " ".join(f"{name} {value:.0f}" for name, value in losses.items())
                print(f"step {step} of {schedule.steps}, losses {shown}", flush=True)
                losses.clear()
            if step >= schedule.steps:
                break
    keep_averages(nlp, optimizer)


def read_tree(doc: Doc, gold: Tree) -> Tree:
    """Return the prediction in a parsed document as a tree over the gold words; the gold word classes are kept.

    If the parser left several roots, all but the first hang from the first.
    """
    roots = [token.i for token in doc if token.head.i == token.i]
    heads = tuple(roots[0] if token.head.i == token.i else token.head.i for token in doc)
    deps = tuple(
        "root" if head == index else token.dep_ for index, (token, head) in enumerate(zip(doc, heads, strict=True))
    )
    return Tree(
        words=gold.words,
        tags=tuple(token.tag_ for token in doc),
        upos=gold.upos,
        heads=heads,
        deps=deps,
        ident=gold.ident,
    )


def parse(nlp: Language, trees: Sequence[Tree]) -> list[Tree]:
    """Parse the words of the trees."""
    docs = nlp.pipe([prepared(nlp, tree.words) for tree in trees], batch_size=256)
    return [read_tree(doc, tree) for doc, tree in zip(docs, trees, strict=True)]


def recognise(nlp: Language, sentences: Sequence[Tagged]) -> list[tuple[str, ...]]:
    """Return the predicted BIO tags of the sentences."""
    docs = nlp.pipe([prepared(nlp, sentence.words) for sentence in sentences], batch_size=256)
    return [tuple(f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O" for token in doc) for doc in docs]


def tokens_per_second(nlp: Language, sentences: Sequence[Sequence[str]], repeats: int = 3) -> float:
    """Return the best of some timed runs over prepared documents, in tokens per second of processor time."""
    best = 0.0
    for _ in range(repeats):
        docs = [prepared(nlp, words) for words in sentences]
        begun = time.process_time()
        for _ in nlp.pipe(docs, batch_size=256):
            pass
        best = max(best, sum(map(len, sentences)) / (time.process_time() - begun))
    return best
