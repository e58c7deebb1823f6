"""Measure the English model that is shipped: `python bench/model.py --data DIR` (or with $DRAGOMAN_DATA set).

Prints labelled and unlabelled attachment, tag accuracy and clauses that are wholly right (in percent, without
punctuation) on EWT test, PUD and its news half; entity F1 on PUD and EWT test; and tokens per second of processor time.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import spacy

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tools"))

from model import recipe  # noqa: E402
from model.pipelines import tokens_per_second  # noqa: E402

MODEL = ROOT / "src" / "dragoman" / "data" / "model" / "en"


def arguments(argv: list[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Measure the English model.")
    parser.add_argument(
        "--data", type=Path, default=os.environ.get("DRAGOMAN_DATA"), help="folder with ud/ and ner/ ($DRAGOMAN_DATA)"
    )
    parser.add_argument("--model", type=Path, default=MODEL, help="folder of the model")
    parser.add_argument("--blis", action="store_true", help="use spaCy's own matrix products instead of numpy's")
    return parser.parse_args(argv)


def speeds(model: Path, data: Path) -> str:
    """Return the speed of the parser's part and of the whole pipeline as text."""
    words = [tree.words for tree in recipe.tree_tests(data)["PUD"]]
    lines = [f"{'tokens/s':<24}"]
    for name, excluded in (("tok2vec, tagger, parser", ["ner"]), ("whole", [])):
        nlp = spacy.load(model, exclude=excluded)
        lines.append(f"{name:<24}{tokens_per_second(nlp, words):>8,.0f}")
    return "\n".join(lines)


def main(argv: list[str] | None = None) -> int:
    """Print the table; without data, say so and succeed."""
    options = arguments(argv)
    if options.data is None or not Path(options.data).is_dir():
        print("No data to measure on: give --data DIR or set DRAGOMAN_DATA.")
        return 0
    if not options.blis:
        recipe.fast_arithmetic()
    print(recipe.report(spacy.load(options.model), Path(options.data)))
    print()
    print(speeds(options.model, Path(options.data)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
