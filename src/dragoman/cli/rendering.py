"""An explanation on a terminal, with colours, or in a pipe, without any."""

from collections.abc import Iterator, Sequence
from itertools import cycle, pairwise

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.cli.output import harmless
from dragoman.cli.tables import as_cells, make_console, make_table
from dragoman.usecases.explain import Explanation, Mark, Passage

COLOURS = ("bold cyan", "bold green", "bold yellow", "bold magenta", "bold blue", "bold red")


def show(told: Explanation, console: Console | None = None) -> None:
    """Print the passages with the words of each field marked, a table of the fields, and the rules."""
    console = console or make_console()
    colours = dict(zip(_fields(told), cycle(COLOURS)))  # colours never end
    coloured = console.color_system and not console.no_color
    console.print(Text(f"{told.kind} {told.id} of report {harmless(told.report)}, score {told.score}"))
    for passage in told.passages:
        marked = _coloured(passage, colours) if coloured else Text(_bracketed(passage))
        console.print("", marked, sep="\n", soft_wrap=True)
    console.print("", _table(told, colours), sep="\n")
    if told.rivals:
        console.print("", _rivals(told), sep="\n")
    for rule, words in told.rules:
        console.print(Text(f"{rule}: {harmless(words)}" if words else rule), soft_wrap=True)


def _fields(told: Explanation) -> list[str]:
    return list(dict.fromkeys(row.field for row in told.rows))


def _coloured(passage: Passage, colours: dict[str, str]) -> Text:
    text = Text(harmless(passage.text))
    for mark in passage.marks:
        text.stylize(colours.get(mark.field, "bold"), mark.start, mark.end)
    return text


def _bracketed(passage: Passage) -> str:
    """The passage with [the words](field) in brackets."""
    return "".join(_pieces(passage.text, passage.marks))


def _pieces(text: str, marks: Sequence[Mark]) -> Iterator[str]:
    """The text cut wherever a mark starts or ends."""
    cuts = sorted({0, len(text), *(mark.start for mark in marks), *(mark.end for mark in marks)})
    for start, end in pairwise(cuts):
        words = harmless(text[start:end])
        fields = dict.fromkeys(mark.field for mark in marks if mark.start <= start and end <= mark.end)
        yield f"[{words}]({', '.join(fields)})" if fields else words


def _rivals(told: Explanation) -> Table:
    """What lost, and why."""
    title = "what else it could have been" + (f" ({told.more} more)" if told.more else "")
    table = make_table("field", "value", "words", "rule", "why it lost", "score", title=title)
    for rival in told.rivals:
        cells = (rival.field, rival.value, rival.words, rival.rule, rival.why, f"{rival.score:.2f}")
        table.add_row(*as_cells(*cells))
    return table


def _table(told: Explanation, colours: dict[str, str]) -> Table:
    table = make_table("field", "value", "words", "rule", "score")
    for row in told.rows:
        score = "" if row.score is None else f"{row.score:.2f}"
        rule = row.rule or ("" if row.value == "yes" else "by default")
        table.add_row(Text(row.field, style=colours[row.field]), *as_cells(row.value, row.words, rule, score))
    return table
