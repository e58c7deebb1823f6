"""How far apart two written words are, where letters that vary between romanisations cost less than typing errors."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

Forms = tuple[str, ...]

EDIT = 1.0  # one plain typing error: a letter too many, too few, another, or two exchanged
VOWEL = 0.8  # a vowel for another vowel
FAR_VOWEL = 1.0  # a for o or u, which no romanisation exchanges: Khamenei, Khomeini
DROPPED = {"e": 0.45, "i": 0.45, "a": 0.5, "o": 0.5, "u": 0.5}  # a vowel that only one of them writes
DOUBLED = 0.05  # a letter written twice
FAR = 99.0
BAND = 4  # letters by which two words may be apart in length
WIDEST = 7  # letters of the longest form, and one
LONGEST = 40  # letters of a word that are compared
VOWELS = frozenset(DROPPED)


@dataclass(frozen=True, slots=True, eq=False)
class Variants:
    """Which letters may stand for which, and what that costs; ^ and $ are the ends of a word."""

    costs: Mapping[tuple[str, str], float]
    ends: Mapping[str, Forms]

    @classmethod
    def of(cls, groups: Iterable[tuple[Forms, float]]) -> "Variants":
        """Each group names forms of which any may stand for any other, at a cost."""
        costs: dict[tuple[str, str], float] = {}
        for forms, cost in groups:
            for a in forms:
                for b in forms:
                    if a != b:
                        costs[a, b] = min(cost, costs.get((a, b), FAR))
        forms_all = sorted({a for a, _ in costs})
        ends: dict[str, list[str]] = {}
        for form in forms_all:
            ends.setdefault(form[-1:], []).append(form)
        return cls(costs, {last: tuple(found) for last, found in ends.items()})


@dataclass(frozen=True, slots=True)
class Side:
    """A word between ^ and $, with what stands before each place in it: the forms that end there, and the empty one;
    and what the last letter costs where the other word has none.
    """

    word: str
    forms: tuple[Forms, ...]
    lone: tuple[float, ...]


@lru_cache(maxsize=65536)
def _side(word: str, variants: Variants) -> Side:
    framed = f"^{word[:LONGEST]}$"
    places = range(len(framed) + 1)
    return Side(
        framed,
        tuple(_forms_ending(framed, i, variants) for i in places),
        tuple(_lone(framed, i) if i else FAR for i in places),
    )


def distance(a: str, b: str, variants: Variants, limit: float = FAR) -> float:
    """What it costs to turn one word (folded) into the other; FAR where that is clearly more than `limit`."""
    if a == b:
        return 0.0
    if a > b:
        a, b = b, a
    return _table(_side(a, variants), _side(b, variants), variants, limit)


def _table(a: Side, b: Side, variants: Variants, limit: float) -> float:
    """The cheapest way through all prefixes of both words that are not further apart than BAND letters."""
    rows: list[list[float]] = []
    least: list[float] = []
    for i, forms in enumerate(a.forms):
        rows.append(row := [FAR] * len(b.forms))
        for j in range(max(0, i - BAND), min(len(b.word), i + BAND) + 1):
            best = _plain(a, b, i, j, rows) if i or j else 0.0
            vary = len(forms) > 1 or len(b.forms[j]) > 1
            row[j] = _by_variant(forms, b.forms[j], (i, j), rows, variants, best) if vary else best
        least.append(min(row))
        if min(least[-WIDEST:]) > limit:
            return FAR
    return rows[-1][-1]


def _forms_ending(word: str, i: int, variants: Variants) -> Forms:
    """The forms that end before letter i, the empty one among them."""
    found = variants.ends.get(word[i - 1], ()) if i else ()
    return ("", *(form for form in found if word.endswith(form, 0, i)))


def _plain(a: Side, b: Side, i: int, j: int, rows: list[list[float]]) -> float:
    """The cheapest last step among letters alone."""
    best = rows[i - 1][j] + a.lone[i] if i else FAR
    if j:
        best = min(best, rows[i][j - 1] + b.lone[j])
    if i and j:
        best = min(best, rows[i - 1][j - 1] + _swap(a.word[i - 1], b.word[j - 1]))
    if i > 1 and j > 1 and a.word[i - 1] == b.word[j - 2] and a.word[i - 2] == b.word[j - 1]:
        best = min(best, rows[i - 2][j - 2] + EDIT)
    return best


def _lone(word: str, i: int) -> float:
    """What a letter costs that only one of the words has; a vowel that begins it stands for a consonant."""
    if i == 2:
        return EDIT
    if i > 1 and word[i - 1] == word[i - 2]:
        return DOUBLED
    return FAR if word[i - 1] in "^$" else DROPPED.get(word[i - 1], EDIT)


def _swap(x: str, y: str) -> float:
    if x == y:
        return 0.0
    if x in "^$" or y in "^$":
        return FAR
    if x in VOWELS and y in VOWELS:
        return FAR_VOWEL if "a" in (x, y) and (x in "ou" or y in "ou") else VOWEL
    return EDIT


def _by_variant(
    a: Forms, b: Forms, at: tuple[int, int], rows: list[list[float]], variants: Variants, best: float
) -> float:
    """The cheapest last step, with the letters that vary."""
    for x in a:
        for y in b:
            cost = variants.costs.get((x, y))
            if cost is not None and (before := rows[at[0] - len(x)][at[1] - len(y)] + cost) < best:
                best = before
    return best


@lru_cache(maxsize=131072)
def skeleton(word: str) -> str:
    """The consonants of a word in classes that most romanisations keep; without h, v, w, y, which come and go."""
    for written, sound in _CLASSES:
        word = word.replace(written, sound)
    start = "a" if word[:1] in "aeiouy" else ""
    return start + re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyhvw]", "", _ENDING.sub("", word))) or word[:2]


_ENDING = re.compile(r"(?<=[eo])ff?$")
_CLASSES = (
    ("kh", "h"), ("gh", "k"), ("sch", "s"), ("sh", "s"), ("zh", "s"), ("dj", "s"), ("tch", "s"), ("ch", "s"),
    ("ts", "s"), ("tz", "s"), ("th", "t"), ("dh", "t"), ("ph", "f"), ("ck", "k"), ("x", "ks"), ("c", "k"), ("q", "k"),
    ("g", "k"), ("z", "s"), ("j", "s"), ("d", "t"), ("b", "p"),
)  # fmt: skip
