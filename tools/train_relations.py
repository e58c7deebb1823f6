#!/usr/bin/env python3
"""Train the weights by which `dragoman relate` answers where no frame decides.

    python tools/train_relations.py [--data DIR] [--write]

Trains on the sentences in tools/relations/, on the examples of every frame, and on PLOVER's gold-standard records
(events/plover_gsr.jsonl below DIR, CC BY-SA 4.0). Without --write it holds out a fifth of all patterns and records at
a time and prints how often words and frames are right on what was held out, and the constants of stages/relations.py.
"""

import argparse
import gzip
import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.assemble import OWN_MODEL, WEIGHTS, Data, build_pair_pipeline, build_pipeline, make_data, pair_viewer
from dragoman.lexicon.weights import weight_lines
from dragoman.model import Coded, Party, Span
from dragoman.model.pair import Pair
from dragoman.settings import Settings
from dragoman.stages.pair_features import features_of
from dragoman.usecases.code import make_report
from relations.fit import fit, fit_trust
from relations.patterns import Example, examples

GSR = "events/plover_gsr.jsonl"
SEEDS = (0, 1)
FOLDS = 5
RENAMED = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
HELD = "held out"


@dataclass(frozen=True, slots=True)
class Seen:
    """An example as the model sees it: features, and type and tie of the act closest to the pair."""

    features: tuple[str, ...]
    act: tuple[str, str] | None
    type: str
    fold: int | None  # None: an example of a frame, which every frame gets right
    real: bool  # from the press, not written


def frame_examples(settings: Settings, data: Data) -> Iterator[Example]:
    """The `hits` of the frames, with the parties that the frame finds in them."""
    rows = [(frame, hit) for frame in data.frames.all for hit in frame.hits]
    reports = [make_report(hit, id=str(k)) for k, (_, hit) in enumerate(rows)]
    for (frame, hit), reading in zip(rows, build_pipeline(settings, data).stream(reports), strict=True):
        event = next((e for e in reading.events if e.type.rule == frame.rule), None)
        if event is not None:
            yield Example(hit, _pair(event.actors, event.recipients), frame.type, frame.rule)


def _pair(actors: Iterable[Coded[Party]], recipients: Iterable[Coded[Party]]) -> Pair:
    source, target = (next((s for p in side for s in p.evidence), None) for side in (actors, recipients))
    return Pair(source, None if source and target and source.overlaps(target) else target)


def gold_examples(path: Path) -> Iterator[Example]:
    """PLOVER's records, each event with the words of its source and target."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for event in row["events"]:
            source, target = (_find(row["text"], event[f"{side}_text"]) for side in ("source", "target"))
            yield Example(row["text"], Pair(source, target), RENAMED.get(event["code"], event["code"]), row["id"])


def _find(text: str, words: str) -> Span | None:
    words = words.split(" (")[0]
    start = text.lower().find(words.lower()) if words else -1
    return Span(start, start + len(words)) if start >= 0 else None


def look(
    settings: Settings, data: Data, given: Sequence[Example], folded: bool = True, real: bool = False
) -> Iterator[Seen]:
    """Each example with its features; what was made from one pattern is in one fold."""
    view_of = pair_viewer(data)
    reports = [make_report(example.text, id=str(k)) for k, example in enumerate(given)]
    for example, reading in zip(given, build_pair_pipeline(settings, data).stream(reports), strict=True):
        view = view_of(reading, example.pair)
        if view is not None:
            names = tuple(name for name, _ in features_of(view))
            act = (view.tied[0].act.type, view.tied[0].tie) if view.tied else None
            yield Seen(names, act, example.type, zlib.crc32(example.line.encode()) % FOLDS if folded else None, real)


def held_out(seen: Sequence[Seen]) -> tuple[list[Seen], list[dict[str, float]]]:
    """Every example that has a fold, with the chances that a model fitted without its fold gives."""
    tests: list[Seen] = []
    chances = []
    for fold in range(FOLDS):
        rest = [s for s in seen if s.fold != fold]
        weights = fit([s.features for s in rest], [s.type for s in rest])
        test = [s for s in seen if s.fold == fold]
        tests += test
        chances += [weights.scores(s.features) for s in test]
    return tests, chances


def report(tests: Sequence[Seen], chances: Sequence[dict[str, float]]) -> Iterator[str]:
    """How often words and the closest act are right, by tie; then the constants."""
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for seen, found in zip(tests, chances, strict=True):
        count = counts[seen.act[1] if seen.act else "none"]
        count[0] += 1
        count[1] += bool(seen.act) and seen.act[0] == seen.type
        count[2] += max(found, key=found.__getitem__) == seen.type
    for tie, (whole, act, words) in sorted(counts.items(), key=lambda item: -item[1][0]):
        yield f"{HELD} {tie:8} {whole:5}  act right {act / whole:.3f}  words right {words / whole:.3f}"
    share = sum(not s.real for s in tests) / max(1, sum(s.real for s in tests))  # real and written ones count alike
    weights = [share if s.real else 1.0 for s in tests]
    yield json.dumps(fit_trust(chances, [s.act for s in tests], [s.type for s in tests], weights))


def main() -> None:
    """Measure, or train on everything and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, help="folder of the public data; without it PLOVER's records are left out")
    parser.add_argument("--write", action="store_true", help="train on everything and write the weights")
    options = parser.parse_args()
    settings = Settings()
    data = make_data(settings)
    written = [example for seed in SEEDS for example in examples(seed)]
    gold = list(gold_examples(options.data / GSR)) * 2 if options.data else []
    seen = [*look(settings, data, written), *look(settings, data, gold, real=True)]
    seen += look(settings, data, list(frame_examples(settings, data)), folded=False)
    print(f"{len(written)} written examples, {len(gold)} of PLOVER's, {len(seen)} in all")
    if not options.write:
        print(*report(*held_out(seen)), sep="\n")
        return
    weights = fit([s.features for s in seen], [s.type for s in seen])
    path = OWN_MODEL / f"{settings.language}-relations" / WEIGHTS
    path.parent.mkdir(exist_ok=True)
    text = "\n".join(weight_lines(weights)) + "\n"
    path.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
    print(f"{path}: {len(weights.table)} features, {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
