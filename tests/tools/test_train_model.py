"""Data helpers of the model's training: readers, augmentation and scorers, on sentences of a few words."""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

from model import augment, corpus, grow, scoring, words
from model.corpus import Tagged, Tree

CONLLU = """\
# sent_id = n01-1
# text = He didn't see Iran's men.
1\tHe\the\tPRON\tPRP\t_\t4\tnsubj:outer\t_\t_
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_
3\tnot\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tsee\tsee\tVERB\tVB\t_\t0\troot\t_\t_
5-6\tIran's\t_\t_\t_\t_\t_\t_\t_\t_
5\tIran\tIran\tPROPN\tNNP\t_\t7\tnmod:poss\t_\t_
6\t's\t's\tPART\tPOS\t_\t5\tcase\t_\t_
6.1\tghost\t_\t_\t_\t_\t_\t_\t_\t_
7\tmen\tman\tNOUN\tNNS\t_\t4\tobj\t_\tSpaceAfter=No
8\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_
""".splitlines()


@pytest.fixture
def tree() -> Tree:
    """Return the tree of the sample sentence."""
    return corpus.parse_tree(CONLLU)


def is_tree(tree: Tree) -> bool:
    """Tell whether all rows are equally long and every word leads to the one root."""
    sizes = {len(tree.words), len(tree.tags), len(tree.upos), len(tree.heads), len(tree.deps)}
    root = [index for index, head in enumerate(tree.heads) if head == index]
    reached = set(augment.subtree(tree, root[0])) if len(root) == 1 else set()
    return len(sizes) == 1 and len(reached) == len(tree.words)


def test_words_of_a_multiword_token_become_surface_pieces(tree: Tree) -> None:
    assert tree.words == ("He", "did", "n't", "see", "Iran", "'s", "men", ".")
    assert tree.ident == "n01-1"


def test_labels_keep_only_subtypes_that_matter(tree: Tree) -> None:
    assert tree.deps == ("nsubj", "aux", "advmod", "root", "nmod:poss", "case", "obj", "punct")
    assert tree.heads == (3, 3, 3, 3, 6, 4, 3, 3)


def test_surface_that_does_not_add_up_leaves_the_forms() -> None:
    assert corpus.surface_pieces("aux", ["à", "les"]) == ["à", "les"]


def test_old_entity_tags_become_bio_and_other_types_fall_away() -> None:
    assert corpus.to_bio(["I-ORG", "I-ORG", "O", "I-MISC", "I-PER"], corpus.PLAIN_TYPES) == (
        "B-ORG",
        "I-ORG",
        "O",
        "O",
        "B-PER",
    )


def test_neighbouring_entities_of_one_wanted_type_stay_apart() -> None:
    tags = corpus.to_bio(["B-politician", "I-politician", "B-person"], corpus.CROSSNER_TYPES)
    assert corpus.entity_spans(tags) == [(0, 2, "PER"), (2, 3, "PER")]


def test_hyphens_between_letters_are_split_and_other_hyphens_are_not() -> None:
    split = corpus.split_hyphens(Tagged(("al-Assad", "S-300"), ("B-PER", "O")))
    assert split == Tagged(("al", "-", "Assad", "S-300"), ("B-PER", "I-PER", "I-PER", "O"))


def test_entity_file_is_read_by_sentence(tmp_path: Path) -> None:
    path = tmp_path / "ner.txt"
    path.write_text("Iran B-LOC\nsaid O\n\nno\tO\n", encoding="utf-8")
    read = corpus.read_tagged(path, corpus.PLAIN_TYPES)
    assert read == [Tagged(("Iran", "said"), ("B-LOC", "O")), Tagged(("no",), ("O",))]


@pytest.mark.parametrize("seed", range(20))
def test_grown_and_varied_sentences_are_trees(seed: int, tree: Tree) -> None:
    rng = random.Random(seed)
    grown = grow.sentence(rng)
    assert is_tree(grown)
    assert len(grown.ents) == len(grown.words)
    everything = augment.Rates(headline=0.5, subject=1.0, attribution=0.7, coupling=0.7)
    assert all(is_tree(augment.vary_tree(tree, rng, (), everything, [grown, tree])) for _ in range(5))


def test_new_subject_takes_over_head_and_label(tree: Tree) -> None:
    branch = grow.phrase(random.Random(1), ["the/DT/det/2 DEM//amod/2 army/NN/root/2"])
    grafted = augment.graft(tree, 0, branch)
    assert grafted.words[0] == "The"
    assert grafted.words[2:6] == ("army", "did", "n't", "see")
    assert (grafted.heads[2], grafted.deps[2]) == (5, "nsubj")
    assert is_tree(grafted)


def test_trailing_attribution_makes_the_statement_a_complement(tree: Tree) -> None:
    made = {augment.attribute(tree, random.Random(seed)).words[-2:] for seed in range(30)}
    assert ("said", ".") in made
    whole = next(t for t in (augment.attribute(tree, random.Random(s)) for s in range(30)) if t.words[-2] == "said")
    assert whole.deps[3] == "ccomp"
    assert grow.root_of(whole) == len(whole.words) - 2


def test_headline_loses_its_stop_and_keeps_its_words(tree: Tree) -> None:
    assert [form.lower() for form in augment.headline(tree, random.Random(0)).words] == [
        form.lower() for form in tree.words[:-1]
    ]


def test_curly_quotes_open_and_close_and_keep_the_count() -> None:
    assert augment.curly(["``", "No", "''", ",", "Iran", "'s"]) == ("“", "No", "”", ",", "Iran", "’s")


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("ratify", ("ratify", "ratifies", "ratified", "ratifying")),
        ("expel", ("expel", "expels", "expelled", "expelling")),
        ("release", ("release", "releases", "released", "releasing")),
        ("clash", ("clash", "clashes", "clashed", "clashing")),
    ],
)
def test_listed_verbs_are_inflected(verb: str, forms: tuple[str, ...]) -> None:
    assert tuple(words.inflect(verb, tag) for tag in ("VB", "VBZ", "VBD", "VBG")) == forms


@pytest.mark.parametrize("seed", range(20))
def test_rewording_keeps_everything_but_open_class_words(seed: int, tree: Tree) -> None:
    made = augment.reword(tree, random.Random(seed))
    assert replace(made, words=tree.words) == tree
    assert [made.words[index] for index in (0, 1, 2, 4, 5, 7)] == ["He", "did", "n't", "Iran", "'s", "."]


@pytest.mark.parametrize("seed", range(20))
def test_invented_names_have_no_empty_words(seed: int) -> None:
    rng = random.Random(seed)
    assert all(form for kind in ("PER", "LOC", "ORG") for form in augment.invented(kind, rng))


@pytest.mark.parametrize("seed", range(20))
def test_renaming_keeps_the_number_and_types_of_names(seed: int) -> None:
    item = Tagged(("Bush", "met", "Bush", "in", "New", "York"), ("B-PER", "O", "B-PER", "O", "B-LOC", "I-LOC"))
    made = augment.rename(item, random.Random(seed), augment.Rates(names=1.0, name=1.0))
    assert len(made.words) == len(made.tags)
    assert [kind for _, _, kind in corpus.entity_spans(made.tags)] == ["PER", "PER", "LOC"]
    first, second, _ = (made.words[start:end] for start, end, _ in corpus.entity_spans(made.tags))
    assert first == second


def test_clause_needs_verb_subject_object_and_voice(tree: Tree) -> None:
    assert scoring.clauses(tree) == [scoring.Clause(verb=3, subject=0, object=6, agent=-1, passive=False)]
    wrong_object = replace(tree, deps=(*tree.deps[:6], "obl", "punct"))
    wrong_voice = replace(tree, deps=("nsubj:pass", *tree.deps[1:]))
    noun = replace(tree, tags=(*tree.tags[:3], "NN", *tree.tags[4:]), heads=(3, 3, 3, 6, 6, 4, 6, 3))
    assert scoring.clause_counts([tree] * 4, [tree, wrong_object, wrong_voice, noun]) == (1, 4)


def test_attachment_does_not_count_punctuation(tree: Tree) -> None:
    guess = replace(tree, heads=(*tree.heads[:7], 0), deps=("obj", *tree.deps[1:]))
    scores = scoring.score_trees([tree], [guess])
    assert (scores.uas, scores.tags) == (1.0, 1.0)
    assert scores.las == pytest.approx(6 / 7)


def test_f_score_with_and_without_types() -> None:
    gold, guess = [("B-PER", "I-PER", "O", "B-LOC")], [("B-PER", "I-PER", "O", "B-ORG")]
    assert scoring.f_score(gold, guess) == 0.5
    assert scoring.f_score(gold, guess, typed=False) == 1.0
