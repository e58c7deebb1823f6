"""The documentation and the program say the same: what has no page fails here, and so does a page on nothing."""

import contextlib
import importlib
import inspect
import io
import re
import runpy
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import typer

from dragoman import errors, ports
from dragoman.assemble import Data
from dragoman.backends.exporters import FORMATS
from dragoman.backends.extractors import SUFFIXES
from dragoman.cli.main import build_app
from dragoman.lexicon.actors import BodyRow, CountryRow, OrganisationRow
from dragoman.lexicon.attributions import AttributionRow
from dragoman.lexicon.contexts import ContextWords
from dragoman.lexicon.cues import CueRow
from dragoman.lexicon.equipment import ItemRow
from dragoman.lexicon.frames import FrameRow
from dragoman.lexicon.gazetteer import PlaceRow
from dragoman.lexicon.outlets import OutletRow
from dragoman.lexicon.people import PersonRow
from dragoman.lexicon.reading import WordsRow
from dragoman.lexicon.times import Expression
from dragoman.lexicon.transfers import TransferRow
from dragoman.model import (
    Claim,
    Coded,
    Event,
    Interval,
    Magnitude,
    Party,
    Place,
    Position,
    Reading,
    Relation,
    Source,
    Span,
    Statement,
    Transfer,
)
from dragoman.pipeline import Pipeline
from dragoman.settings import DATA, Settings
from dragoman.text.names import WEIGHTS
from dragoman.usecases.code import make_report
from dragoman.usecases.read import WRITERS
from dragoman.usecases.records import records
from dragoman.version import VERSION

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.glob("*.md"), *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"))])
HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)
LINK = re.compile(r"\[[^\]]*\]\((?!https?://|mailto:)([^)#\s]*)(#[^)]*)?\)")


# --- reading a page ---------------------------------------------------------------------------------------------------


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def section(text: str, title: str) -> str:
    """The part below a heading, up to the next one of the same level or above."""
    headings = list(HEADING.finditer(text))
    found = next((h for h in headings if h[2].strip("`") == title), None)
    assert found is not None, f"there is no section {title!r}"
    later = (h.start() for h in headings if h.start() > found.start() and len(h[1]) <= len(found[1]))
    return text[found.end() : next(later, len(text))]


def own_part(text: str, title: str) -> str:
    """The part below a heading, up to the next heading of any level."""
    part = section(text, title)
    after = HEADING.search(part)
    return part[: after.start()] if after else part


def rows(text: str) -> list[list[str]]:
    """The cells of every table row, heads and rules left out."""
    lines = [line.strip().strip("|") for line in text.splitlines() if line.lstrip().startswith("|")]
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)] for line in lines]
    heads = {i - 1 for i, row in enumerate(cells) if set("".join(row)) <= set("-: ")}
    return [row for i, row in enumerate(cells) if i not in heads and i - 1 not in heads]


def without_blocks(text: str) -> str:
    """A page without its blocks of code."""
    return re.sub(r"```.*?```", "", text, flags=re.DOTALL)


def code_words(text: str) -> list[str]:
    """What stands in single back quotes."""
    return re.findall(r"`([^`]+)`", without_blocks(text))


def first_column(text: str) -> set[str]:
    """The words in code that stand first in the rows of the tables of a text."""
    return {word for row in rows(text) for word in code_words(row[0])}


def table_with(text: str, head: str) -> str:
    """The one table whose first head is this."""
    for block in re.split(r"\n\s*\n", text):
        if block.lstrip().startswith(f"| {head} |"):
            return block
    raise AssertionError(f"there is no table with the head {head!r}")


# --- output -----------------------------------------------------------------------------------------------------------

WORDS = (Span(0, 3),)
PARTY = Coded(Party("Turkey", "TUR", "state"), "actors/countries#tur", WORDS)
SOURCE = Coded(Source("Reuters"), "en/attributions#say", WORDS)
WHEN = Interval(date(2023, 3, 7), date(2023, 3, 7))
TIME = Coded(WHEN, "en/times#iso", WORDS)
PART_KEYS = {
    "party": "actors recipients subject target supplier recipient speaker audience",
    "place": "place",
    "source": "sources claimed_by",
    "position": "positions",
    "magnitude": "magnitude",
    "relation": "relations",
    "interval": "period as_of",
    "words": "sentence conditional_on demanded_by content characterisation",
    "evidence": "evidence",
}
NESTED = {key: part for part, keys in PART_KEYS.items() for key in keys.split()}


def full_event() -> Event:
    return Event(
        "e",
        "t",
        Coded("SANCTION", "en/frames/sanction#recall", WORDS),
        "161",
        contexts=(Coded("diplomatic", "en/contexts#diplomatic", WORDS),),
        actors=(PARTY,),
        recipients=(PARTY,),
        place=Coded(Place("Aleppo"), "places#own", WORDS),
        time=TIME,
        conditional_on=WORDS[0],
        demanded_by=WORDS[0],
        sources=(SOURCE,),
        positions=(Position(0, "asserts"),),
        magnitude=Magnitude(1),
        relations=(Relation("about", "x"),),
    )


def full_claim() -> Claim:
    amount = Coded("12", "en/units#at-least", WORDS)
    told = {"period": WHEN, "as_of": WHEN, "subject": PARTY, "target": PARTY, "claimed_by": (SOURCE,)}
    return Claim("c", "t", "killed", amount, 12, None, "person", **told)


def full_transfer() -> Transfer:
    item, stage = Coded("drone", "equipment#drone", WORDS), Coded("delivered", "en/transfers#deliver", WORDS)
    told = {"supplier": PARTY, "recipient": PARTY, "time": TIME, "sources": (SOURCE,)}
    return Transfer("x", "t", item, "aircraft", stage, **told)


def full_statement() -> Statement:
    verb = Coded("said", "en/attributions#say", WORDS)
    return Statement("s", "t", PARTY, verb, WORDS[0], audience=PARTY, sources=(SOURCE,))


def full_reading() -> Reading:
    """One record of each kind with every field filled, so that every key is there to be looked at."""
    return Reading(
        make_report("Turkey recalled its ambassador.", published="2023-03-09"),
        events=(full_event(),),
        claims=(full_claim(),),
        transfers=(full_transfer(),),
        statements=(full_statement(),),
    )


RECORDS = {record["kind"]: record for record in records(full_reading(), "dragoman/test")}


def parts(record: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The objects inside a record, with the name of their section."""
    for key, value in record.items():
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                yield NESTED[key], item


@pytest.mark.parametrize("kind", ["report", "event", "claim", "transfer", "statement"])
def test_every_key_of_a_record_is_documented_and_the_other_way_round(kind: str) -> None:
    assert first_column(own_part(page("output.md"), kind)) == set(RECORDS[kind])


@pytest.mark.parametrize("kind", ["event", "claim", "transfer", "statement"])
def test_every_key_inside_a_record_is_documented(kind: str) -> None:
    for name, item in parts(RECORDS[kind]):
        assert set(item) == first_column(own_part(page("output.md"), name)), name


def test_every_part_of_a_record_is_looked_at() -> None:
    seen = {name for record in RECORDS.values() for name, _ in parts(record)}
    headings = {found[2] for found in HEADING.finditer(section(page("output.md"), "Parts of records"))}
    assert headings == seen == set(NESTED.values())


def test_what_the_program_writes_is_what_is_documented(pipeline: Pipeline) -> None:
    text = (
        "Turkey recalled its ambassador from Stockholm on Tuesday, the foreign ministry said. "
        "At least 12 soldiers were killed in a strike on Aleppo airport, according to Reuters."
    )
    written = list(records(pipeline.read([make_report(text, published="2023-03-09")])[0], "test"))
    assert {"report", "event", "claim"} <= {record["kind"] for record in written}
    for record in written:
        assert set(record) == first_column(own_part(page("output.md"), record["kind"]))
        told = {re.sub(r"/\d+", "/N", item["field"]) for item in record.get("evidence", ())}
        assert told <= set(code_words(section(page("output.md"), "evidence")))


# --- commands, settings, errors ---------------------------------------------------------------------------------------

COMMAND = typer.main.get_command(build_app())


def all_verbs(command: Any, above: str = "") -> Iterator[tuple[str, Any]]:
    """Every command and what its commands have below them: "actors", "actors show"."""
    for name, verb in getattr(command, "commands", {}).items():
        yield f"{above}{name}", verb
        yield from all_verbs(verb, f"{above}{name} ")


VERBS: Mapping[str, Any] = dict(all_verbs(COMMAND))
HELP = {"--help", "-h"}  # every command has it


def option_names(command: Any) -> set[str]:
    options = [p for p in command.params if p.param_type_name == "option"]
    return {name for p in options for name in (*p.opts, *p.secondary_opts)}


def documented_options(part: str) -> set[str]:
    words = [word for row in rows(part) for word in code_words(row[0])]
    return {word.split()[0] for word in words if word.startswith("-")} - {"-"}


def test_every_command_has_a_section_and_the_other_way_round() -> None:
    headings = {found[2] for found in HEADING.finditer(page("commands.md"))}
    assert {h.removeprefix("dragoman ") for h in headings if h.startswith("dragoman ")} == set(VERBS)


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_every_option_is_documented_and_the_other_way_round(verb: str) -> None:
    documented = documented_options(section(page("commands.md"), f"dragoman {verb}"))
    assert documented - HELP == option_names(VERBS[verb]) - HELP


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_every_command_has_an_example(verb: str) -> None:
    assert f"    dragoman {verb} " in section(page("commands.md"), f"dragoman {verb}")
    assert "Examples:" in (VERBS[verb].help or "")


def test_options_of_the_program_itself_are_documented() -> None:
    assert documented_options(section(page("commands.md"), "dragoman")) - HELP == option_names(COMMAND) - HELP


def test_every_layer_is_documented() -> None:
    assert first_column(table_with(page("commands.md"), "layer")) == set(WRITERS)


def test_every_suffix_is_documented() -> None:
    assert set(SUFFIXES) | {".jsonl", ".json"} <= set(code_words(section(page("commands.md"), "Paths")))
    assert set(SUFFIXES) <= set(code_words(section(page("add-a-back-end.md"), "An extractor")))


def test_every_exporter_is_documented() -> None:
    assert set(FORMATS) <= set(code_words(section(page("add-a-back-end.md"), "An exporter")))


def test_every_setting_is_documented_and_the_other_way_round() -> None:
    documented = {row[0].strip("`"): row for row in rows(table_with(page("settings.md"), "setting"))}
    assert set(documented) == set(Settings.model_fields)
    for name, field in Settings.model_fields.items():
        assert documented[name][1:3] == [f"`DRAGOMAN_{name.upper()}`", f"`{field.default}`"]


def test_every_error_is_documented_and_the_other_way_round() -> None:
    raised = {name for name, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, Exception)}
    assert first_column(table_with(page("errors.md"), "error")) == raised
    tree = section(page("errors.md"), "Errors and exit codes")
    assert all(name in (errors.__doc__ or "") and f" {name}\n" in tree for name in raised)


def test_every_exit_code_is_documented() -> None:
    codes = importlib.import_module("dragoman.cli.output")
    expected = {str(getattr(codes, name)) for name in ("DONE", "FAILED", "MISUSED", "REFUSED", "INTERRUPTED")}
    assert {row[0] for row in rows(section(page("errors.md"), "Exit codes"))} == expected


# --- stages, rules, data, ports ---------------------------------------------------------------------------------------


def test_every_stage_is_documented_in_its_order(pipeline: Pipeline) -> None:
    table = rows(table_with(page("add-a-stage.md"), "stage"))
    documented = [[set(code_words(cell)) for cell in row[:3]] for row in table]
    assert documented == [[{stage.name}, set(stage.adds), set(stage.needs)] for stage in pipeline.stages]


def test_every_rule_file_is_documented_and_the_other_way_round() -> None:
    folder = DATA / "lang" / "en"
    found = {path.name + ("/" if path.is_dir() else "") for path in folder.iterdir()}
    assert first_column(table_with(page("add-a-rule.md"), "file")) == found


@pytest.mark.parametrize("path", sorted((DATA / "lang" / "en").rglob("*.toml")), ids=lambda path: path.stem)
def test_every_kind_of_row_is_documented(path: Path) -> None:
    name = f"{path.parent.name}/" if path.parent.name == "frames" else path.name
    (row,) = (row for row in rows(table_with(page("add-a-rule.md"), "file")) if f"`{name}`" in row[0])
    assert {f"[[{table}]]" for table in tomllib.loads(path.read_text(encoding="utf-8"))} <= set(code_words(row[1]))


@pytest.mark.parametrize(
    ("name", "title", "head", "row"),
    [
        ("add-a-rule.md", "Frames", "key", FrameRow),
        ("add-a-rule.md", "Cues", "key", CueRow),
        ("add-a-rule.md", "Contexts", "key", ContextWords),
        ("add-a-rule.md", "Attributions", "key", AttributionRow),
        ("add-a-rule.md", "Times", "key", Expression),
        ("add-a-rule.md", "Transfers", "key", TransferRow),
        ("add-a-country.md", "A country and its bodies", "key of the country", CountryRow),
        ("add-a-country.md", "A country and its bodies", "key of a body", BodyRow),
        ("add-a-country.md", "An organisation", "key", OrganisationRow),
        ("add-a-country.md", "A person in office", "key", PersonRow),
        ("add-a-country.md", "An outlet", "key", OutletRow),
        ("add-a-country.md", "A place", "key", PlaceRow),
        ("add-a-country.md", "Equipment", "key", ItemRow),
        ("add-a-country.md", "Namesakes of equipment", "key", WordsRow),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_every_key_of_a_row_is_documented(name: str, title: str, head: str, row: Any) -> None:
    assert first_column(table_with(section(page(name), title), head)) == {field.name for field in fields(row)}


def test_every_file_of_names_and_kind_of_row_is_documented() -> None:
    documented = {row[0].strip("`"): set(code_words(row[1])) for row in rows(table_with(page("names.md"), "file"))}
    found = {path.name: tomllib.loads(path.read_text(encoding="utf-8")) for path in (DATA / "names").glob("*.toml")}
    assert documented == {name: {f"[[{table}]]" for table in tables} for name, tables in found.items()}


def test_every_level_of_a_feature_of_names_is_documented() -> None:
    documented = {row[0].strip("`"): set(code_words(row[1])) for row in rows(table_with(page("names.md"), "feature"))}
    assert documented == {feature.__name__: set(levels) for feature, levels in WEIGHTS.items()}


def test_every_folder_and_file_of_data_is_documented() -> None:
    told = "".join(path.read_text(encoding="utf-8") for path in DOCS.glob("*.md"))
    found = {path.name + ("/" if path.is_dir() else "") for path in (*DATA.iterdir(), *(DATA / "actors").iterdir())}
    assert not {name for name in found if name not in told}


def test_every_type_is_defined_and_the_other_way_round() -> None:
    assert first_column(table_with(page("coding.md"), "type")) == set(Data("en").ontology.types)


def test_every_port_and_method_is_documented() -> None:
    found = {
        name: {m for m, _ in inspect.getmembers(kind, inspect.isfunction) if not m.startswith("_")}
        for name, kind in inspect.getmembers(ports, inspect.isclass)
        if getattr(kind, "_is_protocol", False) and kind.__module__ == ports.__name__
    }
    table = rows(table_with(page("add-a-back-end.md"), "port"))
    documented = {row[0].strip("`"): set(code_words(row[1])) for row in table}
    assert documented == found


def test_the_import_table_is_the_one_that_is_tested() -> None:
    table = runpy.run_path(str(ROOT / "tests" / "test_architecture.py"))["MAY_IMPORT"]
    documented = rows(table_with(page("architecture.md"), "part"))
    assert {row[0].strip("`"): set(code_words(row[1])) for row in documented} == table


def test_every_part_of_the_house_is_documented() -> None:
    package = ROOT / "src" / "dragoman"
    found = {p.name + "/" for p in package.iterdir() if p.is_dir() and p.name != "__pycache__"}
    found |= {p.name for p in package.glob("*.py") if p.stem != "__init__"}
    assert not {name for name in found if f" {name} " not in page("architecture.md")}


# --- the README and the files around it -------------------------------------------------------------------------------

README = (ROOT / "README.md").read_text(encoding="utf-8")
RUN, TEST = "pip install . && dragoman brief samples/", "pip install '.[test]' && pytest"


def test_the_python_of_the_readme_prints_what_it_says(monkeypatch: pytest.MonkeyPatch, pipeline: Pipeline) -> None:
    monkeypatch.setattr("dragoman._pipeline", lambda: pipeline)
    (example,) = re.finditer(r"```python\n(.*?)```\n+prints\n+```text\n(.*?)```", README, re.DOTALL)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(example[1], "README.md", "exec"), {})
    assert printed.getvalue() == example[2]
    assert len(example[1].splitlines()) <= 12


def test_the_readme_names_the_two_commands_and_the_checks_run_the_second() -> None:
    assert RUN in README
    assert TEST in README
    assert TEST in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    for found in LINK.finditer(without_blocks(path.read_text(encoding="utf-8"))):
        target = path.parent / found[1] if found[1] else path
        assert target.exists(), found[0]
        if found[2] and target.suffix == ".md":
            titles = {anchor(h[2]) for h in HEADING.finditer(target.read_text(encoding="utf-8"))}
            assert found[2] in titles, found[0]


def anchor(title: str) -> str:
    """The anchor that a heading gets: small letters, hyphens for blanks, no punctuation."""
    return "#" + re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def test_every_measurement_is_documented_and_the_other_way_round() -> None:
    commands = {p.name for p in (ROOT / "bench").glob("*.py") if "__main__" in p.read_text(encoding="utf-8")}
    assert set(re.findall(r"bench/(\w+\.py)", page("measuring.md"))) == commands


def test_every_page_is_in_the_index() -> None:
    assert {path.name for path in DOCS.glob("*.md")} - {"index.md"} <= {m[1] for m in LINK.finditer(page("index.md"))}


def test_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION
    assert f"\nversion: {VERSION}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\n## {VERSION} " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_lock_file_pins_every_dependency_and_names_no_place_to_get_it() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pinned = {m[1].lower().replace("_", "-") for m in re.finditer(r"^([\w.\-]+)==[\w.]+", lock, re.MULTILINE)}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    assert {re.split(r"[<>=~!\[ ;]", name)[0].lower().replace("_", "-") for name in named} <= pinned
    assert "://" not in lock
    assert "--index-url" not in lock
