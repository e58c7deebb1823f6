"""The codebook that is shown, and a codebook of one's own: docs/codebook-of-your-own.md is run as it is written."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from dragoman.assemble import Data, build_pipeline, examples_to_check
from dragoman.errors import BadRule, BadSetting, DragomanError, NotFound
from dragoman.fingerprint import coder_name
from dragoman.settings import DATA, Settings
from dragoman.usecases.code import make_report
from dragoman.usecases.codebook import all_types, look_up
from dragoman.usecases.examples import broken
from dragoman.usecases.explain import rule_describer
from dragoman.usecases.records import records

PAGE = Path(__file__).parent.parent / "docs" / "codebook-of-your-own.md"
OURS = Data("en")


def blocks(kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def written(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example of the page, file by file: each block names its file in its first line."""
    files = {block.splitlines()[0].removeprefix("# "): block for block in blocks("toml")}
    assert len(files) == 3
    return written(tmp_path_factory.mktemp("mine"), {**files, "README.md": "what it is for"})


def coded(codebook: Path, text: str) -> list[dict[str, Any]]:
    reading = build_pipeline(Settings(codebook=codebook)).read([make_report(text)])[0]
    return [record for record in records(reading, "test") if record["kind"] == "event"]


def test_the_example_of_the_page_codes_its_sentence(mine: Path) -> None:
    (sentence,) = re.findall(r'echo "(.*?)" \| dragoman code --codebook', PAGE.read_text(encoding="utf-8"))
    (expected,) = map(json.loads, blocks("json"))
    (event,) = coded(mine, sentence)
    assert {key: event[key] for key in expected} == expected
    assert [party["country"] for party in (*event["actors"], *event["recipients"])] == ["CHN", "KEN"]
    assert look_up("INVEST", Data("en", mine).ontology, Data("en", mine).frames)["frames"] == 2


def test_the_examples_of_its_rows_hold(mine: Path) -> None:
    settings = Settings(codebook=mine)
    examples = examples_to_check(settings)
    assert {(example.rule, example.hit) for example in examples} == {
        (f"en/frames/invest#{id}", hit) for id in ("build", "buy-stake") for hit in (True, False)
    }
    assert not list(broken(examples, build_pipeline(settings)))


def test_examples_that_do_not_hold_are_named(tmp_path: Path) -> None:
    words = '[[context]]\nid = "bees"\ncontext = "environment"\nwords = ["bee"]\n'
    words += 'hits = ["Mali praised Chad."]\nmisses = []\n'
    frames = FRAME.replace('verb = ["gift"]', 'verb = ["praise"]\nmisses = ["Mali praised Chad."]')
    codebook = written(tmp_path, {"lang/en/frames/aid.toml": frames, "lang/en/contexts.toml": words})
    settings = Settings(codebook=codebook)
    wrong = {(e.rule, e.hit) for e in broken(examples_to_check(settings), build_pipeline(settings))}
    assert wrong == {("en/frames/aid#supply", True), ("en/frames/aid#supply", False), ("en/contexts#bees", True)}


def test_its_rules_are_explained(mine: Path) -> None:
    assert rule_describer((DATA, mine))("en/frames/invest#build").startswith("INVEST 061 build; as in “China built")


def test_results_tell_which_codebook_coded_them(mine: Path, tmp_path: Path) -> None:
    other = written(tmp_path, {"lang/en/frames/aid.toml": FRAME})
    names = {coder_name(DATA, "dragoman", folder) for folder in (None, mine, other)}
    assert len(names) == 3


FRAME = """[[frame]]
id = "supply"
type = "AID"
cameo = "070"
verb = ["gift"]
hits = ["A gifted B."]
"""


def test_a_row_with_an_id_of_ours_stands_in_its_place(tmp_path: Path) -> None:
    (ours, *_) = [frame for frame in OURS.frames.all if frame.type == "AID"]
    name = ours.rule.rpartition("#")[2]
    row = FRAME.replace('"supply"', f'"{name}"')
    frames = Data("en", written(tmp_path, {"lang/en/frames/aid.toml": row})).frames
    (found,) = [frame for frame in frames.all if frame.rule == ours.rule]
    assert found.verb == {"gift"}
    assert len(frames.all) == len(OURS.frames.all)


def test_a_file_that_replaces_leaves_none_of_ours(tmp_path: Path) -> None:
    frames = Data("en", written(tmp_path, {"lang/en/frames/aid.toml": f"replace = true\n{FRAME}"})).frames
    assert [frame.rule for frame in frames.all if frame.type == "AID"] == ["en/frames/aid#supply"]


@pytest.mark.parametrize(
    ("files", "error", "message"),
    [
        ({}, BadRule, "holds no rules"),
        ({"frames/aid.toml": FRAME}, BadRule, r"frames/aid\.toml: is no file of a codebook"),
        ({"lang/fr/frames/aid.toml": FRAME}, BadRule, "is no file of a codebook"),
        ({"lang/en/frames/aid.toml": FRAME + FRAME}, BadRule, "supply stands twice"),
        ({"lang/en/frames/aid.toml": FRAME + "verbs = []\n"}, BadRule, r"aid\.toml#supply: unknown key verbs"),
        ({"lang/en/frames/aid.toml": FRAME.replace("070", "077")}, BadRule, 'aid#supply: there is no CAMEO code "077"'),
        ({"lang/en/frames/gift.toml": FRAME}, BadRule, r"a frame of AID stands in aid\.toml"),
        ({"lang/en/frames/aid.toml": f'replace = "yes"\n{FRAME}'}, BadRule, "replace is true or false"),
        ({"ontology/types.toml": '[[type]]\nid = "X"\n'}, BadRule, r"types\.toml#X: needs quad, intensity, definition"),
        (
            {"ontology/types.toml": '[[type]]\nid = "X"\nquad = "war"\nintensity = 1\ndefinition = "x"\n'},
            BadRule,
            r"types\.toml#X: quad is one of verbal cooperation",
        ),
        (
            {"ontology/types.toml": '[[type]]\nid = "X"\nquad = "verbal conflict"\nintensity = 11\ndefinition = "x"\n'},
            BadRule,
            "an intensity runs from -10 to 10",
        ),
        (
            {"ontology/modes.toml": '[[mode]]\nid = "X/y"\ndefinition = "x"\n'},
            BadRule,
            r"modes\.toml#X/y: id is",
        ),
        (
            {"ontology/cameo.toml": '[[code]]\ncode = "0799"\ndefinition = "x"\ngoldstein = 1\n'},
            BadRule,
            r"cameo\.toml#0799: there is no code 079 that it could refine",
        ),
        (
            {"ontology/cameo.toml": '[[code]]\ncode = "079"\ndefinition = "x"\ngoldstein = 1\ntype = "GIVE"\n'},
            BadRule,
            r"cameo\.toml#079: there is no type GIVE",
        ),
        (
            {"ontology/cameo.toml": '[[code]]\ncode = "079"\ndefinition = "x"\ngoldstein = 1\ncontexts = ["sport"]\n'},
            BadRule,
            r"cameo\.toml#079: there is no context sport",
        ),
    ],
)
def test_what_is_wrong_is_refused(
    tmp_path: Path, files: dict[str, str], error: type[DragomanError], message: str
) -> None:
    data = Data("en", written(tmp_path, files))
    with pytest.raises(error, match=message):
        _ = data.ontology, data.composition, data.frames


def test_a_codebook_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="there is no such folder"):
        _ = Data("en", tmp_path / "nowhere").ontology


# --- what is shown ----------------------------------------------------------------------------------------------------


def test_every_type_is_shown_with_its_frames() -> None:
    shown = all_types(OURS.ontology, OURS.frames)
    assert [entry["id"] for entry in shown] == list(OURS.ontology.types)
    assert sum(entry["frames"] for entry in shown) == len(OURS.frames.all)
    assert all(entry["example"] and entry["codes"] for entry in shown)


@pytest.mark.parametrize(
    ("name", "kind", "key", "value"),
    [
        ("sanction", "type", "quad", "material conflict"),
        ("ACCUSE", "type", "intensity", -2.0),
        ("0871", "code", "mode", "ceasefire"),
        ("08", "code", "type", "CONCEDE"),
        ("014", "code", "type", None),
        ("human_rights", "context", "definition", "human rights and their violation"),
    ],
)
def test_one_is_looked_up(name: str, kind: str, key: str, value: object) -> None:
    entry = look_up(name, OURS.ontology, OURS.frames)
    assert (entry["kind"], entry[key]) == (kind, value)


def test_a_code_tells_the_types_that_frames_give_to_it_besides_its_own() -> None:
    entry = look_up("0831", OURS.ontology, OURS.frames)
    bearing = [frame for frame in OURS.frames.all if frame.cameo == "0831"]
    told = {other["type"]: other["frames"] for other in entry["also"]}
    assert entry["type"] == "CONCEDE"
    assert "RETREAT" in told
    assert told == {name: sum(f.type == name for f in bearing) for name in {f.type for f in bearing} - {"CONCEDE"}}
    assert look_up("0871", OURS.ontology, OURS.frames)["also"] == []


def test_what_there_is_not_is_told_with_what_is_nearest() -> None:
    with pytest.raises(NotFound, match="no type, CAMEO code or context 'sanktion'; nearest is SANCTION"):
        look_up("sanktion", OURS.ontology, OURS.frames)
