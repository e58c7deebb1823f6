"""What an act becomes inside another one: agreed to, demanded, refused, threatened."""

from pathlib import Path

import pytest

from dragoman.assemble import Data
from dragoman.errors import BadRule
from dragoman.lexicon.composition import Composition, load_composition


@pytest.fixture(scope="module")
def composition() -> Composition:
    return Data("en").composition


@pytest.mark.parametrize(
    ("outer", "inner", "code"),
    [
        ("030", "070", "033"),  # promise aid
        ("030", "071", "0331"),  # promise economic aid
        ("030", "0731", "0333"),  # the longest inner prefix wins
        ("036", "042", "036"),  # intend to meet
        ("030", "045", "039"),  # intend to mediate
        ("100", "0874", "1056"),  # demand a withdrawal
        ("104", "072", "1032"),  # demand military aid
        ("020", "072", "0232"),  # appeal for military aid
        ("120", "040", "125"),  # refuse to meet
        ("120", "072", "1222"),  # refuse military aid
        ("130", "190", "138"),  # threaten to attack
        ("130", "195", "1384"),  # threaten to bomb
        ("130", "163", "1312"),  # threaten an embargo
        ("112", "190", "1123"),  # accuse of aggression
        ("1121", "200", "1124"),  # accuse of war crimes
        ("030", "190", None),
        ("040", "190", None),
        ("", "", None),
    ],
)
def test_code(composition: Composition, outer: str, inner: str, code: str | None) -> None:
    assert composition.code(outer, inner) == code


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '[[compose]]\nouter = "03"\ntype = "PROMISE"\ncodes = ["04=036"]\n',
            r"compose\.toml#03: there is no type PROMISE",
        ),
        ('[[compose]]\nouter = "03"\ntype = "AGREE"\ncodes = ["04=049"]\n', "there is no CAMEO code 049"),
        ('[[compose]]\nouter = "03"\ntype = "AGREE"\ncodes = ["04=040"]\n', "040 is no code of AGREE"),
        ('[[compose]]\nouter = "03"\ntype = "AGREE"\ncodes = ["04:036"]\n', '"04:036" is not "inner=code"'),
        ('[[compose]]\nouter = "03"\ntype = "AGREE"\ncodes = ["x=036"]\n', '"x=036": there is no CAMEO code x'),
        ('[[compose]]\nouter = "03"\ntype = "AGREE"\n', "needs codes"),
    ],
)
def test_a_wrong_row_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "compose.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadRule, match=message):
        load_composition([path], Data("en").ontology)
