"""Strict reading of data files: an unknown, missing or mistyped key names the file and the row."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, fields
from functools import cache
from pathlib import Path
from types import GenericAlias, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import tomli

from dragoman.errors import BadRule

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class WordsRow:
    """Words that play one part; the table, or the id, says which."""

    id: str
    words: tuple[str, ...]


def load_toml(path: Path) -> dict[str, Any]:
    """The tables of one file. Raises BadRule where it is missing, empty or not TOML."""
    try:
        with path.open("rb") as file:
            tables = tomli.load(file)
    except (OSError, tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadRule(str(path), f"cannot be read as TOML: {error}") from error
    if not tables:
        raise BadRule(str(path), "has no rows; delete the file if it is not needed")
    return tables


def load_rows(path: Path, table: str, row_type: type[R]) -> tuple[R, ...]:
    """The rows `[[table]]` of one file, each as a `row_type`. No other table may stand in it."""
    return _rows(load_toml(path), path, table, row_type)


def load_layers(paths: Iterable[Path], table: str, row_type: type[R], key: Callable[[R], str]) -> tuple[R, ...]:
    """The rows `[[table]]` of one file as it lies in several folders, ours first; folders may lack it.

    A later row replaces the earlier one of the same key, and a later file that opens with `replace = true` replaces all
    rows before. Raises BadRule where a key stands twice in one file, and where no folder has the file.
    """
    kept: dict[str, R] = {}
    paths = tuple(paths)
    found = [path for path in paths if path.is_file()] or list(paths[:1])
    for path in found:
        tables = load_toml(path)
        if _replaces(tables, path):
            kept.clear()
        rows = unique(_rows(tables, path, table, row_type), key, str(path))
        kept.update((key(row), row) for row in rows)
    return tuple(kept.values())


def _replaces(tables: dict[str, Any], path: Path) -> bool:
    """Whether the file replaces those before it; the key is taken out."""
    replace = tables.pop("replace", False)
    if not isinstance(replace, bool):
        raise BadRule(str(path), f"replace is true or false, got {replace!r}")
    return replace


def _rows(tables: dict[str, Any], path: Path, table: str, row_type: type[R]) -> tuple[R, ...]:
    if extra := tables.keys() - {table}:
        raise BadRule(str(path), f"unknown table {', '.join(sorted(extra))}; only [[{table}]] is read here")
    rows = tables.get(table, [])
    if not isinstance(rows, list) or not rows:
        raise BadRule(str(path), f"has no [[{table}]] rows")
    return tuple(make_row(row_type, row, f"{path.name}#{row_name(row, i)}") for i, row in enumerate(rows, 1))


def row_name(row: Mapping[str, Any], number: int) -> str:
    """What to call a row in a message: its id or code, else its number."""
    return str(row.get("id") or row.get("code") or row.get("outer") or f"row {number}")


def make_row(row_type: type[R], row: Mapping[str, Any], where: str) -> R:
    """One row as a frozen dataclass; lists become tuples. Keys must be exactly its fields."""
    known, hints = _shape(row_type)  # type: ignore[arg-type]
    if extra := row.keys() - known.keys():
        raise BadRule(where, f"unknown key {', '.join(sorted(extra))}; known are {', '.join(known)}")
    if missing := [name for name, f in known.items() if name not in row and _required(f)]:
        raise BadRule(where, f"needs {', '.join(missing)}")
    return row_type(**{key: _typed(value, hints[key], f"{where}.{key}") for key, value in row.items()})


@cache
def _shape(row_type: type) -> tuple[Mapping[str, "Field[Any]"], Mapping[str, Any]]:
    """The fields of a row type and their types."""
    return {f.name: f for f in fields(row_type)}, get_type_hints(row_type)


def _required(f: "Field[Any]") -> bool:
    return f.default is MISSING and f.default_factory is MISSING


def _typed(value: Any, hint: Any, where: str) -> Any:
    if isinstance(hint, UnionType):
        hint = next(arg for arg in get_args(hint) if arg is not type(None))
    if isinstance(hint, GenericAlias) and get_origin(hint) is tuple:
        if not isinstance(value, list):
            raise BadRule(where, f"is a list, got {value!r}")
        return tuple(_typed(item, get_args(hint)[0], where) for item in value)
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if isinstance(hint, type) and not isinstance(value, hint):
        raise BadRule(where, f"is a {hint.__name__}, got {value!r}")
    return value


def unique(rows: Iterable[R], key: Callable[[R], str], where: str) -> tuple[R, ...]:
    """The rows, or BadRule when two share a key."""
    seen: set[str] = set()
    kept = []
    for row in rows:
        name = key(row)
        if name in seen:
            raise BadRule(where, f"{name} stands twice")
        seen.add(name)
        kept.append(row)
    return tuple(kept)


def files(folder: Path, pattern: str = "*.toml") -> Iterator[Path]:
    """The data files of a folder, sorted; BadRule where there are none."""
    found = sorted(folder.rglob(pattern))
    if not found:
        raise BadRule(str(folder), f"holds no {pattern} files")
    yield from found
