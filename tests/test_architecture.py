"""Imports point one way. The table is the architecture; the test keeps it true."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "src" / "dragoman"
LANGUAGE = {"errors", "model", "text"}
MAY_IMPORT = {
    "errors": set(),
    "lazy": set(),
    "version": set(),
    "fingerprint": {"errors", "model", "version"},
    "model": {"errors"},
    "text": {"errors", "model"},
    "lexicon": LANGUAGE,
    "ports": {"errors", "model"},
    "pipeline": {"errors", "model"},
    "stages": {*LANGUAGE, "lexicon", "ports"},
    "linking": {*LANGUAGE, "lexicon"},
    "settings": {"errors"},
    "backends": {*LANGUAGE, "lexicon", "ports", "usecases"},
    "usecases": {*LANGUAGE, "lexicon", "linking", "pipeline", "ports", "settings", "stages"},
    "assemble": {
        *LANGUAGE,
        "fingerprint",
        "lazy",
        "lexicon",
        "linking",
        "pipeline",
        "ports",
        "settings",
        "stages",
        "usecases",
        "version",
    },
    "cli": {*LANGUAGE, "lazy", "pipeline", "settings", "usecases", "version"},
}
HEAVY = (
    "spacy",
    "thinc",
    "numpy",
    "sqlalchemy",
    "trafilatura",
    "lxml",
    "pypdfium2",
    "docx",
    "jinja2",
    "py3langid",
    "htmldate",
)


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""


def part_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


FILES = sorted(p for p in ROOT.rglob("*.py") if p != ROOT / "__init__.py")


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_one_way(path: Path) -> None:
    part = part_of(path)
    ours = {name.split(".")[1] for name in imported(path) if name.startswith("dragoman.")}
    assert ours <= MAY_IMPORT[part] | {part}


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_heavy_imports_live_in_back_ends(path: Path) -> None:
    heavy = {name.split(".")[0] for name in imported(path)} & set(HEAVY)
    assert not heavy or part_of(path) == "backends"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_own_imports_stand_at_the_top(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = [
        node.lineno
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("dragoman")
    ]
    assert not inside, f"imports of our own inside functions, lines {inside}"


def test_every_part_is_in_the_table() -> None:
    parts = {part_of(path) for path in FILES} - {"__main__"}
    assert parts <= set(MAY_IMPORT)


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = f"import sys, dragoman, dragoman.cli.main; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
