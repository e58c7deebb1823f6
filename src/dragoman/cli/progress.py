"""The progress bar. Loaded only where there is a terminal to draw it on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn


@contextmanager
def bar() -> Iterator[Callable[[], None]]:
    """A line on standard error with the number of reports so far; how many will come is not known beforehand."""
    columns = (SpinnerColumn(), TextColumn("reading reports: {task.completed}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as drawn:
        task = drawn.add_task("", total=None)
        yield lambda: drawn.advance(task)
