"""Train the small English model from scratch: `python tools/train_model.py --data DIR` (or with $DRAGOMAN_DATA set).

DIR holds `ud/` and `ner/` (see the model's NOTICE.md for the corpora). One core needs about an hour. Seeds and steps
are fixed.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import spacy

from model import recipe
from model.pipelines import tokens_per_second

TARGET = Path(__file__).resolve().parents[1] / "src" / "dragoman" / "data" / "model" / "en"


def arguments(argv: list[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Train the small English model.")
    parser.add_argument(
        "--data", type=Path, default=os.environ.get("DRAGOMAN_DATA"), help="folder with ud/ and ner/ ($DRAGOMAN_DATA)"
    )
    parser.add_argument("--out", type=Path, default=TARGET, help="folder of the finished model")
    parser.add_argument("--scale", type=float, default=1.0, help="share of the full number of steps, for a quick trial")
    parser.add_argument("--parser", type=Path, help="take the parser from this trained pipeline")
    parser.add_argument("--ner", type=Path, help="take the entity recognizer from this trained pipeline")
    return parser.parse_args(argv)


def main(argv: list[str] | None = None) -> int:
    """Train what is not given, write the model and print its figures."""
    options = arguments(argv)
    if options.data is None or not Path(options.data).is_dir():
        print("No training data: give --data DIR or set DRAGOMAN_DATA.", file=sys.stderr)
        return 2
    data = Path(options.data)
    recipe.fast_arithmetic()
    parser = (
        spacy.load(options.parser, exclude=["morphologizer", "ner"])
        if options.parser
        else recipe.train_parser(data, options.scale)
    )
    ner = spacy.load(options.ner) if options.ner else recipe.train_ner(data, options.scale)
    recipe.write(recipe.join(parser, ner), options.out)
    finished = spacy.load(options.out)
    print(recipe.report(finished, data))
    words = [tree.words for tree in recipe.tree_tests(data)["PUD"]]
    print(f"\ntokens/s, all of it, one core: {tokens_per_second(finished, words):,.0f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
