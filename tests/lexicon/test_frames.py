"""Frames: whatever is wrong in a row is refused, and what is right is resolved."""

from pathlib import Path

import pytest

from dragoman.assemble import Data
from dragoman.errors import BadRule
from dragoman.lexicon.frames import Frame, FrameRow, index_frames, load_classes, load_frames, make_frame, resolve

CLASSES = {"talks": frozenset({"talk", "meeting"}), "light": frozenset({"hold"})}
ONTOLOGY = Data("en").ontology
ROW = {"id": "meet", "type": "CONSULT", "cameo": "040", "hits": ("A met B.",), "verb": ("meet",)}


def frame(**changes: object) -> Frame:
    return make_frame(FrameRow(**{**ROW, **changes}), "consult", CLASSES, ONTOLOGY)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"type": "AID"}, r"a frame of AID stands in aid\.toml"),
        ({"cameo": "4"}, 'no CAMEO code "4"; see cameo.toml'),
        ({"cameo": "04000"}, "no CAMEO code"),
        ({"cameo": "04x"}, "no CAMEO code"),
        ({"cameo": ""}, "no CAMEO code"),
        ({"cameo": "047"}, 'there is no CAMEO code "047"; see cameo.toml'),
        ({"mode": "picnic"}, "CONSULT has no mode picnic; it has visit, third-party, multilateral, phone"),
        ({"verb": ()}, "needs a verb, noun or adjective"),
        ({"hits": ()}, "at least one sentence in hits"),
        ({"needs": ("actor", "target")}, "needs names target; it may name actor, addressee, recipient"),
        ({"verb": ("@nouns",)}, "there is no word class @nouns"),
        ({"require": {"object": ("@nouns",)}}, "there is no word class @nouns"),
        ({"exclude": {"object": ("@nouns",)}}, "there is no word class @nouns"),
    ],
)
def test_a_wrong_row_is_refused(changes: dict[str, object], message: str) -> None:
    with pytest.raises(BadRule, match=message) as caught:
        frame(**changes)
    assert caught.value.where == "frames/consult#meet"


def test_a_row_is_cited_by_its_file_and_id() -> None:
    assert frame().rule == "en/frames/consult#meet"


def test_a_type_must_exist() -> None:
    with pytest.raises(BadRule, match="there is no type MEET; there are ACCUSE, "):
        make_frame(FrameRow(**{**ROW, "type": "MEET"}), "meet", CLASSES, ONTOLOGY)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "mode"),
    [({}, None), ({"cameo": "041"}, "phone"), ({"cameo": "041", "mode": "visit"}, "visit")],
)
def test_the_mode_is_that_of_the_code_where_none_is_named(changes: dict[str, object], mode: str | None) -> None:
    assert frame(**changes).mode == mode


def test_classes_are_spelled_out_and_special_words_stay() -> None:
    assert resolve(("@talks", "summit", "@party"), CLASSES, "here") == {"talk", "meeting", "summit", "@party"}


@pytest.mark.parametrize(
    ("changes", "actor", "recipient"),
    [
        ({}, ("subject",), ("object",)),
        (
            {"verb": (), "noun": ("visit",)},
            ("possessor", "modifier", "by", "of", "from"),
            ("on", "against", "to", "with", "at", "in"),
        ),
        ({"actor": ("by",), "recipient": ("with",)}, ("by",), ("with",)),
    ],
)
def test_slots_that_go_without_saying(
    changes: dict[str, object], actor: tuple[str, ...], recipient: tuple[str, ...]
) -> None:
    made = frame(**changes)
    assert (made.actor, made.recipient) == (actor, recipient)


def test_the_more_a_frame_requires_the_earlier_it_is_tried() -> None:
    plain = frame(id="meet")
    particle = frame(id="meet-up", particle=("up",))
    filled = frame(id="meet-somebody", require={"object": ("@party",)})
    words = frame(id="meet-talks", require={"for": ("@talks",)})
    frames = index_frames((plain, filled, words, particle), CLASSES)
    order = [f.rule.rpartition("#")[2] for f in frames.verbs["meet"]]
    assert order[-1] == "meet" and order.index("meet-talks") < order.index("meet-somebody")
    assert [f.rule for f in frames.all] == sorted(f.rule for f in frames.all)


FILE = """[[frame]]
id = "meet"
type = "CONSULT"
cameo = "040"
verb = ["meet"]
hits = ["A met B."]
"""


def test_a_folder_of_frames(tmp_path: Path) -> None:
    (tmp_path / "consult.toml").write_text(FILE, encoding="utf-8")
    frames = load_frames([tmp_path], CLASSES, ONTOLOGY)
    assert list(frames.verbs) == ["meet"] and not frames.nouns


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (FILE + FILE, "stands twice"),
        (FILE + 'verbs = ["x"]\n', r"consult\.toml#meet: unknown key verbs"),
        ("", "has no rows"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "consult.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadRule, match=message):
        load_frames([tmp_path], CLASSES, ONTOLOGY)


def test_classes_need_names_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "classes.toml"
    path.write_text('[[class]]\nid = "a"\nwords = ["x"]\n[[class]]\nid = "a"\nwords = ["y"]\n', encoding="utf-8")
    with pytest.raises(BadRule, match="a stands twice"):
        load_classes([path])
