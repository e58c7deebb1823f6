"""Speed and memory of `dragoman code` from start to end, beside spaCy's own `nlp.pipe`, by stage, and how they grow.

    python bench/speed.py [--data DIR] [--long]

With --long only the growth is measured, up to 10,000 documents, which takes minutes.

Everything runs on one core (one thread). Words are what white space parts. "wall" is what a clock on the wall shows,
"cpu" the processor time, which says the same on an idle machine and more on a busy one.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import cycle
from pathlib import Path

from common import RE3D, Figure, Options, Row, as_lines, jsonl, pipeline, readings_of, reports_of, run
from dragoman.assemble import OWN_MODEL
from dragoman.lazy import load_backend
from dragoman.model import Reading
from dragoman.pipeline import Pipeline, Stage
from dragoman.ports import Parser, Words
from dragoman.stages.grammar import words_of

WORDS = 100_000
SHORT = 100  # words of a document in the growth check
ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"
)
CODE = (sys.executable, "-m", "dragoman.cli", "code", "--quiet", "-")
PLAIN_PIPE = (sys.executable, str(Path(__file__).with_name("plain_pipe.py")))
ONE_REPORT = ({"id": "one", "text": "Ankara recalled its ambassador."},)
STARTS = 3  # the start is short, so one of them alone says little
UNCOMPILED = "PYTHONDONTWRITEBYTECODE"  # pip compiles what it installs: where this is set, every start would compile


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process cost: seconds on the wall and of the processor, peak memory in MB."""

    wall: float
    cpu: float
    memory: float


def measure(options: Options) -> Iterator[Figure]:
    """All figures of this command."""
    texts = jsonl(options.data_file(RE3D))
    if options.long:
        yield from growth(texts, (100, 1000, 10_000))
        return
    rows = repeated(texts, WORDS)
    yield from whole(rows)
    yield from growth(texts, (100, 1000))
    yield from stages(rows)
    yield from bare_parser(rows)


def whole(rows: Sequence[Row]) -> Iterator[Figure]:
    """`dragoman code` as a user runs it, start included, and `nlp.pipe` over the same texts in the same manner."""
    start, plain_start = least_cost(ONE_REPORT, CODE), least_cost(ONE_REPORT, PLAIN_PIPE)
    cost, plain = cost_of(rows, CODE), cost_of(rows, PLAIN_PIPE)
    words, on = words_in(rows), f"re3d repeated to {words_in(rows):,} words"
    yield Figure("words per second, start included, wall", on, f"{words / cost.wall:,.0f}")
    yield Figure("words per second, start included, cpu", on, f"{words / cost.cpu:,.0f}")
    yield Figure("words per second after the start, cpu", on, f"{words / (cost.cpu - start.cpu):,.0f}")
    yield Figure("nlp.pipe, words per second, start included, cpu", on, f"{words / plain.cpu:,.0f}")
    yield Figure("nlp.pipe, words per second after the start, cpu", on, f"{words / (plain.cpu - plain_start.cpu):,.0f}")
    yield Figure("start (one short report), wall", "one sentence", f"{start.wall:.2f} s")
    yield Figure("start (one short report), cpu", "one sentence", f"{start.cpu:.2f} s")
    yield Figure("peak memory", on, f"{cost.memory:,.0f} MB")
    yield Figure("peak memory, one short report", "one sentence", f"{start.memory:,.0f} MB")


def growth(rows: Sequence[Row], numbers: Sequence[int]) -> Iterator[Figure]:
    """Time of one document, the start apart, among few and among many, and memory: both should stay the same."""
    start = least_cost(ONE_REPORT, CODE)
    for number in numbers:
        cost, on = cost_of(documents(rows, number), CODE), f"{number:,} documents of {SHORT} words"
        yield Figure("time of one document, cpu", on, f"{1000 * (cost.cpu - start.cpu) / number:.1f} ms")
        yield Figure("peak memory", on, f"{cost.memory:,.0f} MB")


def stages(rows: Sequence[Row]) -> Iterator[Figure]:
    """Processor time of each stage, in seconds and as a share."""
    spent: Counter[str] = Counter()
    read = Pipeline(replace(stage, run=timed(stage, spent)) for stage in pipeline().stages)
    readings_of(reports_of(rows), read)
    total = sum(spent.values())
    for stage in read.stages:
        value = f"{spent[stage.name]:6.2f} s {spent[stage.name] / total:6.1%}"
        yield Figure(f"stage {stage.name}, cpu", f"{words_in(rows):,} words", value)


def timed(stage: Stage, spent: Counter[str]) -> Callable[[Sequence[Reading]], Sequence[Reading]]:
    """A stage's `run` that adds the processor time it takes to `spent`."""

    def run_timed(batch: Sequence[Reading]) -> Sequence[Reading]:
        before = time.process_time()
        done = stage.run(batch)
        spent[stage.name] += time.process_time() - before  # type: ignore[assignment]
        return done

    return run_timed


def bare_parser(rows: Sequence[Row]) -> Iterator[Figure]:
    """The parser alone over every sentence, whole, as if nothing were known of what can hold an event."""
    reports = reports_of(rows)
    sentences = list(all_sentences(readings_of(reports, pipeline().upto(["sentences"]))))
    parser: Parser = load_backend("dragoman.backends.parsers.spacy_parser:load_parser")(str(OWN_MODEL / "en"))
    parser.parse(sentences[:10])
    before = time.process_time()
    parser.parse(sentences)
    seconds = time.process_time() - before
    on = f"{len(sentences):,} sentences"
    yield Figure("bare parser, words per second, cpu", on, f"{words_in(rows) / seconds:,.0f}")
    yield Figure("bare parser, tokens per second, cpu", on, f"{sum(len(s.words) for s in sentences) / seconds:,.0f}")


def all_sentences(readings: Iterable[Reading]) -> Iterator[Words]:
    """Every sentence as the parser wants it."""
    for reading in readings:
        for sentence in reading.sentences:
            yield words_of(reading.tokens, range(sentence.first, sentence.last))


def least_cost(rows: Sequence[Row], command: Sequence[str]) -> Cost:
    """The cheapest of some runs."""
    return min((cost_of(rows, command) for _ in range(STARTS)), key=lambda cost: cost.cpu)


def cost_of(rows: Iterable[Row], command: Sequence[str]) -> Cost:
    """Run a command over rows in a process of its own, one thread, its output thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        path.write_bytes(as_lines(rows))
        return cost_of_command(command, path)


def cost_of_command(command: Sequence[str], given: Path) -> Cost:
    """What a command costs that is fed a file. Raises RuntimeError where it fails."""
    environment = {name: value for name, value in os.environ.items() if name != UNCOMPILED} | ONE_THREAD
    before = time.perf_counter()
    with given.open("rb") as stdin:
        process = subprocess.Popen(command, stdin=stdin, stdout=subprocess.DEVNULL, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - before
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    unit = 1 if sys.platform == "darwin" else 1024  # bytes
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6)


def repeated(rows: Sequence[Row], words: int) -> list[Row]:
    """The reports again and again, under new ids, until they hold that many words."""
    found: list[Row] = []
    size = 0
    for number, row in enumerate(cycle(rows)):
        if size >= words:
            return found
        found.append({"id": str(number), "text": row["text"]})
        size += len(row["text"].split())
    return found


def documents(rows: Sequence[Row], number: int) -> list[Row]:
    """That many short documents, cut out of the reports one after the other."""
    words = [word for row in rows for word in row["text"].split()]
    starts = range(0, len(words) - SHORT, SHORT)
    cuts = [" ".join(words[start : start + SHORT]) for start in starts]
    return [{"id": str(k), "text": cuts[k % len(cuts)]} for k in range(number)]


def words_in(rows: Iterable[Row]) -> int:
    return sum(len(row["text"].split()) for row in rows)


if __name__ == "__main__":
    os.environ.update(ONE_THREAD)
    raise SystemExit(run(__doc__, measure))
