"""The shipped model as spaCy runs it, whole and with nothing around it: JSON lines with "text" in, nothing out.

`bench/speed.py` measures this command beside `dragoman code`.
"""

import json
import sys
from collections import deque

import spacy

from dragoman.settings import DATA


def main() -> None:
    """Read every text to the end."""
    nlp = spacy.load(DATA / "model" / "en")
    deque(nlp.pipe(json.loads(line)["text"] for line in sys.stdin), maxlen=0)


if __name__ == "__main__":
    main()
