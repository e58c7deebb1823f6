"""The verbs: what they write where, and how they end."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer

from dragoman.cli.main import APP, VERBS, Verb, build_app, guarded
from dragoman.cli.output import STEERING, counted, harmless
from dragoman.errors import BadReport, BadSetting, NotFound
from dragoman.usecases.read import KEYS, WRITERS

Invoke = Callable[..., Any]
MET = "The French president met the Turkish president in Ankara."
LINE = json.dumps({"id": "a1", "text": MET, "published": "2023-03-09"}) + "\n"


NO_NOTES = ("codebook",)


def lines(result: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.run.__name__)
def test_every_verb_explains_itself_with_an_example(verb: Verb, invoke: Invoke) -> None:
    result = invoke(verb.run.__name__, "--help")
    assert result.exit_code == 0
    assert verb.examples
    assert "Examples:" in result.stdout
    assert all(f"dragoman {verb.run.__name__}" in example for example in verb.examples)
    assert all(example in result.stdout for example in verb.examples)
    assert ("--quiet" in result.stdout) is (verb.run.__name__ not in NO_NOTES)


def test_the_table_holds_every_verb() -> None:
    plain, parted = ([verb.run.__name__ for verb in VERBS if bool(verb.parts) is grouped] for grouped in (False, True))
    assert [command.callback.__name__ for command in APP.registered_commands] == plain
    assert [group.name for group in APP.registered_groups] == parted


def test_help_and_version(invoke: Invoke) -> None:
    assert all(verb.run.__name__ in invoke("--help").stdout for verb in VERBS)
    assert invoke("--version").stdout.startswith("dragoman 0.")


@pytest.mark.parametrize(
    "args",
    [
        ("code",),
        ("read", "-"),
        ("read", "--layers", "nonsense", "-"),
        ("read", "--layers", ",", "-"),
        ("explain",),
        ("cod", "-"),
        ("code", "--nonsense", "-"),
    ],
)
def test_wrong_usage_ends_with_2(invoke: Invoke, args: tuple[str, ...]) -> None:
    result = invoke(*args, input=LINE)
    assert result.exit_code == 2
    assert not result.stdout
    assert "Traceback" not in result.stderr


def test_explain_without_an_archive_says_what_is_missing(invoke: Invoke, tmp_path: Path) -> None:
    result = invoke("explain", "e:1", "--archive", str(tmp_path / "none"))
    assert result.exit_code == 1
    assert "none" in result.stderr
    assert "Traceback" not in result.stderr


def test_an_unknown_layer_is_answered_with_all_layers(invoke: Invoke) -> None:
    told = invoke("read", "--layers", "mentions,nonsense", "-").stderr
    assert "no layer nonsense" in told
    assert all(layer in told for layer in WRITERS)


def test_code_writes_the_report_and_its_events(invoke: Invoke) -> None:
    result = invoke("code", "-", input=LINE)
    report, *rest = lines(result)
    assert result.exit_code == 0
    assert report | {"kind": "report", "report": "a1", "text": MET, "published": "2023-03-09"} == report
    assert report["coder"].startswith("dragoman/0.")
    assert any(record["kind"] == "event" and record["type"] == "CONSULT" for record in rest)
    assert all(record["report"] == "a1" for record in rest)
    assert "1 report read" in result.stderr


def test_quiet_leaves_out_notes_but_not_failures(invoke: Invoke) -> None:
    assert invoke("code", "--quiet", "-", input=LINE).stderr == ""
    assert "standard input:2" in invoke("code", "--quiet", "-", input=LINE + "{\n").stderr


def test_results_are_utf_8_and_not_escaped(invoke: Invoke) -> None:
    text = "Zürich hosted talks between Çavuşoğlu and Путин."
    result = invoke("code", "-", input=json.dumps({"text": text}))
    assert text.encode() in result.stdout_bytes


@pytest.mark.parametrize("layer", WRITERS)
def test_every_layer_is_written_as_a_list(invoke: Invoke, layer: str) -> None:
    result = invoke("read", "--layers", layer, "-", input=LINE)
    (record,) = lines(result)
    assert result.exit_code == 0
    assert list(record) == ["id", KEYS.get(layer, layer)]
    assert isinstance(record[KEYS.get(layer, layer)], list)


def test_layers_come_in_the_order_asked_for(invoke: Invoke) -> None:
    (record,) = lines(invoke("read", "--layers", "places, mentions,places", "-", input=LINE))
    assert list(record) == ["id", "places", "mentions"]
    assert {place["name"] for place in record["places"]} >= {"Ankara"}
    assert all({"start", "end", "kind"} <= mention.keys() for mention in record["mentions"])
    assert all({"start", "end", "lat", "lon", "country"} <= place.keys() for place in record["places"])


def test_explain_shows_words_rule_and_example(invoke: Invoke, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(LINE)
    event = next(r for r in lines(invoke("code", path)) if r.get("type") == "CONSULT")
    result = invoke("explain", event["id"], "--in", path)
    assert result.exit_code == 0
    assert "[met](type)" in result.stdout
    assert event["evidence"][0]["rule"] in result.stdout
    assert "as in “" in result.stdout
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize("name", ["e:0:1-2:0", "nonsense", "e:"])
def test_explain_names_the_nearest_ids(invoke: Invoke, tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(LINE)
    result = invoke("explain", name, "--in", path)
    assert result.exit_code == 1
    assert not result.stdout
    assert "nearest are e:" in result.stderr
    assert f"dragoman code {path}" in result.stderr


def test_explain_without_a_report(invoke: Invoke, tmp_path: Path) -> None:
    result = invoke("explain", "e:1", "--in", tmp_path / "none.txt")
    assert result.exit_code == 1
    assert "none.txt: does not exist" in result.stderr


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "binary.txt": bytes(range(256)),
    "latin.txt": "Le président a été reçu à Genève.".encode("latin-1"),
    "nul.txt": b"Ankara met\x00 Paris.",
    "empty.jsonl": b"",
    "half.json": b'{"text": "Ankara',
    "table.csv": b"a,b\n1,2\n",
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_named_and_the_others_go_on(invoke: Invoke, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    (tmp_path / "zz.txt").write_text(MET)
    result = invoke("code", tmp_path)
    assert result.exit_code == 3
    assert f"{tmp_path / name}" in result.stderr
    assert [r["text"].strip() for r in lines(result) if r["kind"] == "report"] == [MET]
    assert "Traceback" not in result.stderr


BAD_LINES = {
    "broken": ('{"id": "x", "text": "An', "no JSON"),
    "no text": ('{"id": "x"}', "needs the words"),
    "empty text": ('{"id": "x", "text": " "}', "holds no words"),
    "text is a number": ('{"id": "x", "text": 5}', "needs the words"),
    "impossible date": ('{"id": "x", "text": "A b.", "published": "2023-02-30"}', "is no date"),
    "not an object": ("[1, 2]", "object"),
    "known id, other words": ('{"id": "a1", "text": "Other words."}', "a1"),
    "half a pair": ('{"id": "x", "text": "\\ud800 met."}', "surrogate"),
}


@pytest.mark.parametrize("name", BAD_LINES)
def test_a_bad_line_is_named_and_the_others_go_on(invoke: Invoke, name: str) -> None:
    line, problem = BAD_LINES[name]
    result = invoke("code", "-", input=f"{LINE}{line}\n{LINE.replace('a1', 'a2')}")
    assert result.exit_code == 3
    assert "standard input:2: " in result.stderr
    assert problem in result.stderr
    assert [r["report"] for r in lines(result) if r["kind"] == "report"] == ["a1", "a2"]


ODD = {
    "unpaired quotes": '"Ankara met “Paris, he said, and \' then "London.',
    "zero width": "An\u200bkara m\u200det Par\ufeffis in Gene\u2060va.",
    "right to left": "\u202eAnkara\u202c met Paris. London met Rome, that is روما. Kyiv met Oslo. שלום.",
    "controls": "Ankara\x07 met\x1b[31m Paris\x9b.",
    "only signs": "?!… — “” ()[]{} 12 % $",
    "emoji": "🇹🇷 met 🇫🇷 in 🏙️ Ankara 👨‍👩‍👧.",
    "line separators": "Ankara met Paris.\u2028\u2029\x85 London met Rome.\r\nKyiv met Oslo.\r",
}


@pytest.mark.parametrize("name", ODD)
def test_odd_characters_are_coded_character_for_character(invoke: Invoke, name: str) -> None:
    result = invoke("code", "-", input=json.dumps({"id": "odd", "text": ODD[name]}))
    records = [json.loads(line) for line in result.stdout_bytes.decode().split("\n") if line]
    assert result.exit_code == 0
    assert records[0]["text"] == ODD[name]
    assert all(ODD[name][e["start"] : e["end"]] == e["text"] for r in records[1:] for e in r["evidence"])


def test_another_language_is_refused(invoke: Invoke) -> None:
    text = "Le président français a rencontré son homologue turc à Ankara pour parler de la paix dans la région. " * 3
    result = invoke("code", "-", input=json.dumps({"id": "fr", "text": text}) + "\n" + LINE)
    assert result.exit_code == 3
    assert "report fr: language fr is not supported yet" in result.stderr
    told = json.dumps({"id": "fr", "text": text, "language": "en"})
    assert invoke("code", "-", input=told).exit_code == 0


@pytest.mark.slow
@pytest.mark.parametrize("name", ["long.txt", "long.jsonl"])
def test_ten_megabytes_of_one_line_are_refused(invoke: Invoke, tmp_path: Path, name: str) -> None:
    text = f"{MET} " * (10_000_000 // len(MET))
    (tmp_path / name).write_text(json.dumps({"id": "long", "text": text}) if name.endswith("l") else text)
    result = invoke("code", tmp_path / name)
    assert result.exit_code == 3
    assert "split it into reports" in result.stderr


def test_nothing_from_a_report_steers_the_terminal(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "\x1b[31mred.txt").write_bytes(b"")
    assert "\x1b" not in invoke("code", tmp_path).stderr
    assert harmless("a\x1b[0m\u202e\nb") == "a\ufffd[0m\ufffd b"
    assert 0x1B in STEERING


@pytest.mark.parametrize(("number", "words"), [(0, "0 reports"), (1, "1 report"), (1200, "1,200 reports")])
def test_counted(number: int, words: str) -> None:
    assert counted(number, "report") == words


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (BadSetting("setting x cannot be"), 2, "dragoman: setting x cannot be\n"),
        (NotFound("nothing goes by x"), 1, "dragoman: nothing goes by x\n"),
        (BadReport("a.txt", "is bad"), 1, "dragoman: a.txt: is bad\n"),
        (ZeroDivisionError("oh\nno"), 1, "internal error (ZeroDivisionError in"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_however_a_verb_ends_there_is_no_traceback(
    error: BaseException, code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def verb() -> int:
        raise error

    with pytest.raises(typer.Exit) as ended:
        guarded(verb)()
    told = capsys.readouterr().err
    assert ended.value.exit_code == code
    assert words in told
    assert told.count("\n") <= 1


def test_further_verbs_are_rows_of_the_table(invoke: Invoke) -> None:
    def wave(quiet: bool = False) -> int:
        """Wave."""
        return 0

    app = build_app((*VERBS, Verb(wave, ("dragoman wave",))))
    assert "wave" in [command.callback.__name__ for command in app.registered_commands]
