"""The codebook on a terminal or in a pipe."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.cli.output import counted
from dragoman.cli.tables import as_cells, make_console, make_table

Entry = Mapping[str, Any]


def show(entries: Sequence[Entry], console: Console | None = None) -> None:
    """One entry in full, several as an overview."""
    console = console or make_console()
    if len(entries) == 1:
        _show_one(entries[0], console)
    else:
        console.print(_overview(entries))


def _overview(entries: Iterable[Entry]) -> Table:
    table = make_table("type", "definition", "quad class", "intensity", "modes", "frames", "example")
    for entry in entries:
        modes = ", ".join(mode["id"] for mode in entry["modes"])
        cells = (entry["id"], entry["definition"], entry["quad"], _signed(entry["intensity"]), modes, entry["frames"])
        table.add_row(*as_cells(*cells, entry["example"]))
    return table


def _show_one(entry: Entry, console: Console) -> None:
    name = entry["code"] if entry["kind"] == "code" else entry["id"]
    console.print(Text(f"{name}: {entry['definition']}"), soft_wrap=True)
    console.print(Text(_facts(entry)), soft_wrap=True)
    if entry.get("example"):
        console.print(Text(f"as in “{entry['example']}” ({entry['rule']})"), soft_wrap=True)
    for other in entry.get("also", ()):
        told = f"also coded as {other['type']}, by {counted(other['frames'], 'frame')}"
        console.print(Text(f"{told}, as in “{other['example']}” ({other['rule']})"), soft_wrap=True)
    if entry.get("modes"):
        console.print("", _modes(entry["modes"]), sep="\n")
    if entry["codes"]:
        console.print("", _codes(entry["codes"]), sep="\n")


def _facts(entry: Entry) -> str:
    """The line below the definition."""
    facts = [
        ("type", "/".join(filter(None, (entry.get("type"), entry.get("mode"))))),
        ("quad class", entry.get("quad")),
        ("intensity", _signed(entry.get("intensity"))),
        ("Goldstein", _signed(entry.get("goldstein"))),
        ("contexts", ", ".join(entry.get("contexts", ()))),
        ("frames", entry.get("frames")),
    ]
    return " · ".join(f"{name} {value}" for name, value in facts if value not in (None, ""))


def _modes(modes: Iterable[Entry]) -> Table:
    table = make_table("mode", "definition", "intensity", "frames", "example")
    for mode in modes:
        cells = (mode["id"], mode["definition"], _signed(mode["intensity"]), mode["frames"], mode["example"])
        table.add_row(*as_cells(*cells))
    return table


def _codes(codes: Iterable[Entry]) -> Table:
    table = make_table("CAMEO", "definition", "type", "mode", "Goldstein", "contexts")
    for code in codes:
        cells = (code["code"], code["definition"], code["type"], code["mode"], _signed(code["goldstein"]))
        table.add_row(*as_cells(*cells, ", ".join(code["contexts"])))
    return table


def _signed(score: float | None) -> str:
    return "" if score is None else f"{score:+.1f}"
