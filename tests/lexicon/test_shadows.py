"""No frame is shadowed by another."""

import pytest

from dragoman.assemble import Data
from dragoman.lexicon.frames import Frame, FrameRow, index_frames, make_frame
from dragoman.lexicon.shadows import covers, find_shadows

OURS = Data("en")
ROW = {"id": "x", "type": "AID", "cameo": "070", "hits": ("A gave B.",), "verb": ("give",)}


def frame(**changes: object) -> Frame:
    return make_frame(FrameRow(**{**ROW, **changes}), "aid", {}, OURS.ontology)  # type: ignore[arg-type]


def test_no_frame_of_ours_is_shadowed_at_any_of_its_words() -> None:
    assert list(find_shadows(OURS.frames)) == []


@pytest.mark.parametrize(
    ("wide", "narrow", "expected"),
    [
        ({}, {}, True),
        ({}, {"require": {"object": ("arms",)}}, True),
        ({"require": {"object": ("arms",)}}, {}, False),
        ({"require": {"object": ("arms", "tank")}}, {"require": {"object": ("arms",)}}, True),
        ({"require": {"object": ("arms",)}}, {"require": {"object": ("arms", "tank")}}, False),
        ({"require": {"object": ("@any",)}}, {"require": {"object": ("arms",)}}, True),
        ({"exclude": {"object": ("arms",)}}, {}, False),
        ({"exclude": {"object": ("arms",)}}, {"exclude": {"object": ("arms", "tank")}}, True),
        ({"particle": ("up",)}, {}, False),
        ({"particle": ("up", "away")}, {"particle": ("up",)}, True),
        ({"needs": ("actor",)}, {}, False),
        ({"needs": ("actor",)}, {"needs": ("actor", "recipient")}, True),
        ({"needs": ("actor",), "actor": ("by",)}, {"needs": ("actor",), "actor": ("by", "of")}, False),
    ],
)
def test_covers(wide: dict[str, object], narrow: dict[str, object], expected: bool) -> None:
    assert covers(frame(**wide), frame(**narrow)) is expected


def test_a_shadow_is_told_with_its_word() -> None:
    frames = index_frames([frame(id="a"), frame(id="b", verb=("give", "grant"))], {})
    (shadow,) = find_shadows(frames)
    assert (shadow.word, shadow.taker, shadow.taken) == ("give", "en/frames/aid#a", "en/frames/aid#b")
