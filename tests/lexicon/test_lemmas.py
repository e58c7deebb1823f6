"""Dictionary forms: irregular words by table, known ones exactly, the rest by spelling."""

from pathlib import Path

import pytest

from dragoman.assemble import Data
from dragoman.errors import BadRule
from dragoman.lexicon.lemmas import Lemmas, load_lemmas, noun_forms, singular, verb_forms
from dragoman.settings import DATA

PATH = DATA / "lang" / "en" / "inflections.toml"
WORDS = """
    met VBD meet          struck VBD strike       said VBD say          withdrew VBD withdraw  withdrawn VBN withdraw
    held VBN hold         sought VBD seek         shot VBN shoot        fled VBD flee          sent VBN send
    agreed VBD agree      attacked VBD attack     killed VBN kill       visited VBD visit      denied VBD deny
    denies VBZ deny       accuses VBZ accuse      reaches VBZ reach     travelled VBD travel   traveled VBD travel
    banned VBN ban        expelled VBN expel      imposing VBG impose   shelling VBG shell     meeting VBG meet
    meeting NN meeting    rockets NNS rocket      ministries NNS ministry  armies NNS army     crises NNS crisis
    forces NNS force      sanctions NNS sanction  attacks NNS attack    troops NNS troop       visits NNS visit
    is VBZ be             was VBD be              has VBZ have          's VBZ be              'll MD will
    deployed VBN deploy   destroyed VBN destroy   supplied VBN supply   signing VBG sign       condemned VBD condemn
    released VBN release  arrested VBN arrest     bombed VBD bomb       threatened VBD threaten  offered VBN offer
    quickly RB quickly    iranian JJ iranian      damascus NNP damascus
"""  # word, Penn tag, dictionary form


@pytest.fixture(scope="module")
def lemmas() -> Lemmas:
    frames = Data("en").frames
    return load_lemmas(PATH, frames.verbs, frames.nouns)


@pytest.mark.parametrize(("word", "tag", "lemma"), [*zip(*[iter(WORDS.split())] * 3, strict=True)])
def test_lemma(lemmas: Lemmas, word: str, tag: str, lemma: str) -> None:
    assert lemmas.find(word, tag) == lemma


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("glorbing", "glorb"),
        ("glorbed", "glorb"),
        ("vetted", "vet"),
        ("stabilizing", "stabilize"),
        ("glorbs", "glorb"),
        ("hurries", "hurry"),
        ("passes", "pass"),
    ],
)
def test_unknown_verbs_are_guessed(word: str, lemma: str) -> None:
    assert Lemmas({}, {}).find(word, "VBG") == lemma


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("cities", "city"),
        ("buses", "buse"),
        ("losses", "loss"),
        ("crosses", "cross"),
        ("ties", "tie"),
        ("crisis", "crisis"),
        ("virus", "virus"),
        ("glass", "glass"),
    ],
)
def test_singular(plural: str, one: str) -> None:
    assert singular(plural) == one


def test_every_form_of_a_trigger_leads_back_to_it(lemmas: Lemmas) -> None:
    """Were one to lead elsewhere, its frames would never see it."""
    frames = Data("en").frames
    lost = {
        form
        for verb in frames.verbs
        if "-" not in verb
        for form in verb_forms(verb)
        if lemmas.find(form, "VBD") not in frames.verbs
    }
    lost |= {
        form
        for noun in frames.nouns
        if "-" not in noun
        for form in noun_forms(noun)
        if lemmas.find(form, "NNS") not in frames.nouns
    }
    assert not lost


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[verb]]\nid = "v"\nforms = ["go: went"]\n', r"holds the tables \[\[verb\]\] and \[\[noun\]\]"),
        (
            '[[verb]]\nid = "v"\nforms = ["go went"]\n[[noun]]\nid = "n"\nforms = ["man: men"]\n',
            '"go went" is not "lemma: form form"',
        ),
        ('[[verb]]\nid = "v"\nform = ["go: went"]\n[[noun]]\nid = "n"\nforms = ["man: men"]\n', "unknown key form"),
    ],
)
def test_a_wrong_table_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "inflections.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadRule, match=message):
        load_lemmas(path, (), ())
