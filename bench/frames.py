"""Which frames fire on all texts at hand, which likely acts no row covers, and how often each row is right.

    python bench/frames.py [--data DIR] [--show] [--markdown]

The texts are the samples and, where they are there, the reports with gold, re3d's and PLOVER's records. A verb is a
likely act when a party is its subject and another its object or oblique, and it is covered when a frame, an attribution
or a cue takes it. All sentences are parsed for this, not only those in which a word of a frame stands. The precision of
a row is that of `bench/triples.py`, where gold mostly lists one event a sentence: a floor.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from common import (
    GSR,
    RE3D,
    AbsentError,
    Figure,
    Options,
    Share,
    coded,
    jsonl,
    pipeline,
    readings_of,
    reports_in,
    reports_of,
    run,
)
from dragoman.assemble import Data
from dragoman.model import Reading, Report, Tree
from dragoman.pipeline import Pipeline, Stage, each
from dragoman.stages import slots
from dragoman.stages.cast import Cast, make_cast, parties_at
from dragoman.stages.grammar import every_sentence
from dragoman.stages.triggers import find_triggers
from triples import rule_scores, rule_table

SAMPLES = Path(__file__).parent.parent / "samples"
SURE = 2  # events of a row on PLOVER's records from which its precision says something
RIGHT = 0.5
COMMONEST = 60
DATA = Data("en")


@dataclass(frozen=True, slots=True)
class Coverage:
    """Frames that coded an event, by rule, and likely acts by dictionary form: all, and those that nothing takes."""

    fired: Counter[str]
    likely: Counter[str]
    missed: Counter[str]


def measure(options: Options) -> Iterator[Figure]:
    """All figures of this command."""
    reports = list(_reports(options))
    found = coverage(readings_of(reports, every_sentence_parsed(pipeline())))
    frames = len(DATA.frames.all)
    on = f"{len(reports)} reports"
    if options.show:
        print(*_listing(found), "", sep="\n")
    yield Figure("frame rows that code an event", on, str(Share(len(found.fired), frames)))
    whole = found.likely.total()
    yield Figure("likely acts that a row covers", on, str(Share(whole - found.missed.total(), whole)))
    yield from _precision(options)


def coverage(readings: Iterable[Reading]) -> Coverage:
    """What the frames take of the readings."""
    found = Coverage(Counter(), Counter(), Counter())
    rules = {frame.rule for frame in DATA.frames.all}
    for reading in readings:
        found.fired.update(event.type.rule for event in reading.events if event.type.rule in rules)
        cast = make_cast(reading, DATA.agents, DATA.frames.classes["transparent"], DATA.registry)
        told = _told(reading)
        for tree in filter(None, reading.trees):
            taken = told | set(_triggering(cast, tree))
            likely = list(_likely_acts(cast, tree))
            found.likely.update(tree.lemma(i) for i in likely)
            found.missed.update(tree.lemma(i) for i in likely if i not in taken)
    return found


def _told(reading: Reading) -> set[int]:
    """The tokens of attributions and cues."""
    spans = [*(a.cue for a in reading.attributions), *(cue.span for cue in reading.cues)]
    return {i for span in spans for i in reading.tokens.inside(span)}


def _triggering(cast: Cast, tree: Tree) -> Iterator[int]:
    """The tokens that frames take, light verbs included."""
    for trigger in find_triggers(DATA.frames, cast, tree):
        yield from trigger.words
        if trigger.verb is not None:
            yield trigger.verb


def _likely_acts(cast: Cast, tree: Tree) -> Iterator[int]:
    """Verbs that a party does to, with or for another one."""
    for i in range(tree.first, tree.last):
        if not slots.is_verb(tree, i):
            continue
        actors = _countries(cast, tree, slots.subject(tree, i))
        others = _countries(cast, tree, (*slots.object_(tree, i), *tree.kids(i, "obl", "iobj")))
        if actors and others - actors:
            yield i


def _countries(cast: Cast, tree: Tree, tokens: Iterable[int]) -> set[str]:
    parties = (party.value for i in tokens for party in parties_at(cast, tree, i))
    return {key for party in parties if (key := party.country or party.actor_id)}


def every_sentence_parsed(usual: Pipeline) -> Pipeline:
    """The usual pipeline, which parses every sentence and not only those where a frame's word stands."""

    def parsing(stage: Stage) -> Stage:
        return replace(stage, run=each(every_sentence)) if stage.name == "candidates" else stage

    return Pipeline(map(parsing, usual.stages))


def _reports(options: Options) -> Iterator[Report]:
    """Every text at hand."""
    yield from reports_in(SAMPLES)
    for name in (RE3D, GSR):
        try:
            rows = jsonl(options.data_file(name))
        except AbsentError:
            continue
        yield from reports_of({"id": row["id"], "text": row["text"]} for row in rows)
    try:
        yield from reports_in(options.report_folder())
    except AbsentError:
        return


def _precision(options: Options) -> Iterator[Figure]:
    """How many of the rows that PLOVER's records judge are mostly right."""
    try:
        gold = jsonl(options.data_file(GSR))
    except AbsentError:
        return
    scores = rule_scores(gold, coded(reports_of({"id": row["id"], "text": row["text"]} for row in gold)))
    if options.show:
        print(*rule_table(scores), "", sep="\n")
    judged = [score for score in scores if score.coded >= SURE]
    right = sum(score.hits / score.coded >= RIGHT for score in judged)
    on = f"{len(gold)} PLOVER records"
    yield Figure(f"rows right in half or more of at least {SURE} events", on, str(Share(right, len(judged))))


def _listing(found: Coverage) -> Sequence[str]:
    """The likely acts that no row covers, the commonest first."""
    missed = [f"{number:4d} of {found.likely[word]:4d}  {word}" for word, number in found.missed.most_common(COMMONEST)]
    return ("likely acts that no row covers:", *missed)


if __name__ == "__main__":
    raise SystemExit(run(__doc__, measure))
