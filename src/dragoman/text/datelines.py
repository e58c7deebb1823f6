"""The place, day and agency at the head of a wire story: DOHA, Feb. 29 (Agency) – , Kabul (Agency): , NAIROBI - ."""

import re
from itertools import islice, pairwise

LONGEST = 16  # words and marks
REACH = 200  # characters
MARKS = frozenset({",", ".", "(", ")", "/", "|", ";"})
DASHES = frozenset({"-", "–", "—", "--"})
_TOKEN = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?|--|\S")


def dateline_end(sentence: str) -> int:
    """Where the first word behind a dateline begins; 0 where there is none."""
    found = list(islice(_TOKEN.finditer(sentence, 0, REACH), LONGEST))
    for i, (here, after) in enumerate(pairwise(found)):
        word = here[0]
        behind = i + 1 + (word == ")" and after[0] in DASHES | {":"})
        if i and behind < len(found) and _may_end(found[i - 1], here, after) and found[behind][0][0].isupper():
            return found[behind].start()
        if not (word[0].isupper() or word[0].isdigit() or word in MARKS):
            return 0
    return 0


def _may_end(before: re.Match[str], here: re.Match[str], after: re.Match[str]) -> bool:
    """Whether a dateline may end here: with a dash between spaces, or the bracket behind an agency."""
    spaced = here.start() > before.end() and after.start() > here.end()
    return here[0] == ")" or (here[0] in DASHES and spaced)
