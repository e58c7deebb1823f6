"""The recipe of the small English model: which data, which sizes, how long, and how the parts become one folder."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from thinc.api import NumpyOps, set_current_ops

from model.augment import Rates, harvest, tagged_epoch, tree_epoch
from model.corpus import CROSSNER_TYPES, PLAIN_TYPES, Tagged, Tree, read_tagged, read_trees, split_hyphens
from model.pipelines import (
    Schedule,
    Shape,
    ner_pipeline,
    parse,
    parser_pipeline,
    recognise,
    tagged_example,
    train,
    tree_example,
)
from model.scoring import TreeScores, f_score, score_trees

SEED = 1
GOLD_PARTS = ("ewt_train", "ewt_dev", "gum_open_genres_train", "gum_open_genres_dev")
PARSER_SHAPE = Shape(width=128, depth=4)
PARSER_HIDDEN = 64
PARSER_SCHEDULE = Schedule(steps=6_000, dropout=0.15)
NER_SHAPE = Shape(width=96)
NER_SCHEDULE = Schedule(steps=5_000, batch=(300, 1000), dropout=0.25)
NER_RATES = Rates(lower=0.03)
META = {
    "name": "dragoman_small",
    "version": "1.0.0",
    "description": "English tags, dependencies and entities (PER, ORG, LOC) for news on diplomacy and conflict",
    "license": "CC BY-SA 4.0 (see NOTICE.md)",
}
NOTICE = """# Notice

The weights in this folder are licensed under the Creative Commons Attribution-ShareAlike 4.0 International licence
(CC BY-SA 4.0, <https://creativecommons.org/licenses/by-sa/4.0/>). They were trained from scratch on the works below.
Changes were made: sentences were re-tokenized, labels merged, names, quotation marks and case replaced, sentences
shortened, joined and extended, and sentences made from patterns were added.

- UD_English-EWT, © 2013–2021 The Board of Trustees of the Leland Stanford Junior University, CC BY-SA 4.0,
  <https://github.com/UniversalDependencies/UD_English-EWT>
- UNER_English-EWT, Mayhew et al. 2024, CC BY-SA 4.0, <https://www.universalner.org>
- UD_English-GUM, Amir Zeldes et al., only the genres with open texts: annotations CC BY 4.0; texts: Wikinews CC BY 2.5,
  Wikipedia and Wikivoyage CC BY-SA 3.0, OpenStax, academic and court CC BY 4.0, speeches public domain,
  <https://github.com/UniversalDependencies/UD_English-GUM>
- WikiGold, Balasuriya et al. 2009, CC BY 4.0
- CrossNER (politics), Liu et al. 2021, MIT licence, © 2020 Zihan Liu, <https://github.com/zliucr/CrossNER>

The code of the project keeps its own licence.
"""


def fast_arithmetic() -> None:
    """Let matrix products run in numpy's library (two to three times faster); call it before loading a model."""
    set_current_ops(NumpyOps(use_blis=False))


def training_trees(data: Path) -> list[Tree]:
    """Read all trees to train on."""
    return [tree for part in GOLD_PARTS for tree in read_trees(data / "ud" / f"{part}.conllu")]


def training_entities(data: Path) -> list[Tagged]:
    """Read all entity sentences to train on; the sets with other tokens are re-tokenized at hyphens."""
    gold = [item for part in GOLD_PARTS for item in read_tagged(data / "ner" / f"{part}.txt", PLAIN_TYPES)]
    wiki = [split_hyphens(item) for item in read_tagged(data / "ner" / "wikigold.txt", PLAIN_TYPES)]
    names = [f"crossner_politics_{part}.txt" for part in ("train", "dev", "test")]
    politics = [split_hyphens(item) for name in names for item in read_tagged(data / "ner" / name, CROSSNER_TYPES)]
    return gold + wiki + politics


def shortened(schedule: Schedule, scale: float) -> Schedule:
    """Return the schedule with its steps multiplied by the scale."""
    return replace(schedule, steps=max(10, int(schedule.steps * scale)))


def train_parser(data: Path, scale: float = 1.0) -> Language:
    """Train encoder, tagger and parser; the auxiliary task is left behind."""
    trees = training_trees(data)
    pool = harvest(trees)
    nlp = parser_pipeline(PARSER_SHAPE, PARSER_HIDDEN)

    def source(rng: random.Random) -> Sequence[Tree]:
        return tree_epoch(trees, pool, rng, Rates())

    train(nlp, source, tree_example, shortened(PARSER_SCHEDULE, scale), SEED)
    nlp.remove_pipe("morphologizer")
    return nlp


def train_ner(data: Path, scale: float = 1.0) -> Language:
    """Train the entity recognizer."""
    items = training_entities(data)
    nlp = ner_pipeline(NER_SHAPE)

    def source(rng: random.Random) -> Sequence[Tagged]:
        return tagged_epoch(items, rng, NER_RATES)

    train(nlp, source, tagged_example, shortened(NER_SCHEDULE, scale), SEED)
    return nlp


def join(parser: Language, ner: Language) -> Language:
    """Put the entity recognizer behind the parser, in one pipeline."""
    parser.add_pipe("ner", source=ner)
    parser.meta.update(META)
    return parser


def with_label_strings(nlp: Language) -> Language:
    """Return the pipeline after adding the names of all its labels to its vocabulary."""
    for labels in nlp.pipe_labels.values():
        for label in [*labels, "ROOT"]:
            nlp.vocab.strings.add(label)
    return nlp


def write(nlp: Language, target: Path) -> None:
    """Write the pipeline and its notice, with only the strings it needs; the folder is replaced in one move."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as scratch:
        full, slim = Path(scratch) / "full", Path(scratch) / "slim"
        nlp.to_disk(full)
        with_label_strings(spacy.load(full, exclude=["vocab"])).to_disk(slim)
        (slim / "NOTICE.md").write_text(NOTICE, encoding="utf-8")
        if target.exists():
            target.rename(Path(scratch) / "old")
        shutil.move(slim, target)


def tree_tests(data: Path) -> dict[str, list[Tree]]:
    """Read the trees that only measure: EWT test, all of PUD, and its news half."""
    pud = read_trees(data / "ud" / "pud_test.conllu")
    return {
        "EWT test": read_trees(data / "ud" / "ewt_test.conllu"),
        "PUD": pud,
        "PUD news": [tree for tree in pud if tree.ident.startswith("n")],
    }


def entity_tests(data: Path) -> dict[str, list[Tagged]]:
    """Read the entity sentences that only measure: PUD and EWT test."""
    return {
        name: read_tagged(data / "ner" / file, PLAIN_TYPES)
        for name, file in (("PUD", "pud_test.txt"), ("EWT test", "ewt_test.txt"))
    }


def measure_trees(nlp: Language, tests: dict[str, list[Tree]]) -> dict[str, TreeScores]:
    """Score tags, trees and clauses on each test."""
    with nlp.select_pipes(disable=[name for name in nlp.pipe_names if name == "ner"]):
        return {name: score_trees(trees, parse(nlp, trees)) for name, trees in tests.items()}


def measure_entities(nlp: Language, tests: dict[str, list[Tagged]]) -> dict[str, tuple[float, float]]:
    """Score entities on each test: F1 with and without types, 0 to 1."""
    result = {}
    with nlp.select_pipes(enable=["ner"]):
        for name, items in tests.items():
            gold, guess = [item.tags for item in items], recognise(nlp, items)
            result[name] = (f_score(gold, guess), f_score(gold, guess, typed=False))
    return result


def tree_line(name: str, scores: TreeScores) -> str:
    """Return one line of a table of tree scores, in percent."""
    shares = (scores.las, scores.uas, scores.tags, scores.clause_right)
    return f"{name:<10}" + "".join(f"{100 * share:>8.1f}" for share in shares) + f"{scores.clauses:>9d}"


def report(nlp: Language, data: Path) -> str:
    """Return the figures of the model as text."""
    lines = [f"{'':<10}{'LAS':>8}{'UAS':>8}{'tags':>8}{'clause':>8}{'clauses':>9}"]
    lines += [tree_line(name, scores) for name, scores in measure_trees(nlp, tree_tests(data)).items()]
    lines += ["", f"{'NER':<10}{'typed':>8}{'span':>8}"]
    rows: dict[str, tuple[Any, ...]] = dict(measure_entities(nlp, entity_tests(data)))
    lines += [f"{name:<10}{100 * typed:>8.1f}{100 * span:>8.1f}" for name, (typed, span) in rows.items()]
    return "\n".join(lines)
