"""How two words of names answer each other: the same, spellings, forms of one name, an initial, a typing error."""

from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from dragoman.text.name_rules import NameRules
from dragoman.text.name_words import Word
from dragoman.text.spelling import BAND, VOWELS, distance, skeleton

SAME, SPELLING, FORM, INITIALS, TYPING = "same", "spelling", "form", "initials", "typing"
ORDER = (SAME, SPELLING, FORM, INITIALS, TYPING)
NEAR, NEAR_EACH = 0.15, 0.055  # what spellings of one name may cost: so much, and so much a letter
SAME_CONSONANTS = 0.35  # and so much more in a long word, where only vowels differ: Ashtiani, Ashitaini
NEAR_BARE = 0.1  # the same for a letter of a script without vowels
ONE_ERROR = 1.05
FORGIVEN = ((11, 2.05), (9, 1.85), (8, 1.2), (6, 1.05), (4, 1.0))  # letters, and what errors in them may cost
SHORTEST = 4  # letters from which on a name has spellings with several changes, and others made by an ending
NEAR_SHORT = 0.13  # what spellings of a shorter one may cost
LONG = 8  # letters of a name whose blanks may be wrong
WEAK = frozenset("ywh'`")


@lru_cache(maxsize=131072)
def word_level(x: Word, y: Word, rules: NameRules) -> tuple[str, float] | None:
    """How two words answer each other, and what it costs; None where they do not. The same both ways."""
    if x.text == y.text:
        return SAME, 0.0
    if x.number or y.number:
        return None
    if x.initial or y.initial:
        return (INITIALS, 0.0) if x.text[0] == y.text[0] else None
    if x.bare or y.bare:
        return _skeletons(x, y, rules)
    return _spelled(x.text, y.text, rules)


def _skeletons(x: Word, y: Word, rules: NameRules) -> tuple[str, float] | None:
    """A word of a script without vowels against another: consonants alone."""
    one, other = consonants_of(x.text), consonants_of(y.text)
    cost = distance(one, other, rules.bare)
    strong = min(sum(sign not in WEAK for sign in word) for word in (one, other))
    return (SPELLING, cost) if strong and cost <= (NEAR + NEAR_BARE * strong if strong > 1 else NEAR) else None


def consonants_of(word: str) -> str:
    return "".join(sign for sign in word if sign not in VOWELS)


def _spelled(x: str, y: str, rules: NameRules) -> tuple[str, float] | None:
    """Two words in Latin letters: spellings of one, forms of one name, or a typing error apart."""
    known, other = rules.given.get(x), rules.given.get(y)
    if known and other and not known & other:
        return None
    short, long = sorted((x, y), key=len)
    direct = None if _derived(short, long, rules) else _by_letters(short, long, rules)
    stem = _stem(long, rules) if direct is None else ""
    behind = _by_letters(stem, short, rules) if stem and abs(len(stem) - len(short)) < 2 else None
    if behind:
        return max(FORM, behind[0], key=ORDER.index), behind[1]
    return (FORM, 0.0) if known and other and (direct is None or direct[0] == TYPING) else direct


def _by_letters(short: str, long: str, rules: NameRules) -> tuple[str, float] | None:
    apart = Levenshtein.distance(skeleton(short), skeleton(long))
    forgiven = _forgiven(len(short))
    if len(long) - len(short) > BAND or apart > (1 if forgiven <= ONE_ERROR else 2):
        return None
    near = NEAR + NEAR_EACH * len(short) if len(short) >= SHORTEST else NEAR_SHORT
    if not apart and len(short) >= LONG - 1 and len(skeleton(short)) > 2:
        near += SAME_CONSONANTS
    cost = distance(short, long, rules.variants, max(near, forgiven))
    return (SPELLING, cost) if cost <= near else (TYPING, cost) if cost <= forgiven else None


def _forgiven(letters: int) -> float:
    """What typing errors may cost in a word of so many letters."""
    return next((most for least, most in FORGIVEN if letters >= least), 0.0)


def _derived(short: str, long: str, rules: NameRules) -> bool:
    """Whether one is made of the other: Hassan, Hassani."""
    if len(short) < SHORTEST or short[-1] in "aeiouyh" or not long.startswith(short):
        return False
    return long[len(short) :] in rules.derived


def _stem(word: str, rules: NameRules) -> str:
    """The name behind an article or "servant of" that is written with it: Albusaidi, Abdulrazak."""
    return next((word[len(f) :] for f in rules.fused if word.startswith(f) and len(word) > len(f) + 3), "")
