"""When two names count as one, for the event scorer: a fixed yardstick, apart from the product's own matcher."""

import re
import unicodedata
from difflib import SequenceMatcher
from functools import cache, reduce
from itertools import groupby

LIGHT = frozenset(
    ("al", "el", "the", "of", "and", "bin", "ibn", "in", "for", "a", "an", "general", "president", "minister", "s")
)
ROMANISED = (("kh", "h"), ("gh", "q"), ("dh", "d"), ("sh", "s"), ("th", "t"), ("ph", "f"))  # in this order
CONSONANTS = str.maketrans("cgqjzb", "kkkksp", "aeiouyhwv")
ALIKE, NEARLY = 0.8, 0.6  # similarity of two words that are one; and where their consonants agree, too
SEVERAL = 2  # so many words in common make two names one
TELLING = 3  # consonants that a skeleton needs to tell anything


def same_name(coded: str | None, gold: str | None) -> bool:
    """Whether, in any alias of either, the last word that tells something agrees, or two words do."""
    return any(_agree(a, b) for a in _aliases(coded or "") for b in _aliases(gold or ""))


@cache
def fold(text: str | None) -> str:
    """Lower case, without accents and punctuation."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text or "") if not unicodedata.combining(sign))
    return re.sub(r"[^\w]+", " ", plain.lower()).strip()


@cache
def _aliases(name: str) -> tuple[tuple[str, ...], ...]:
    """The words of each part of a name between brackets, commas, semicolons and slashes."""
    return tuple(_telling(fold(part)) for part in re.split(r"[(),;/]", name) if fold(part))


def _telling(folded: str) -> tuple[str, ...]:
    words = folded.split()
    return tuple(word for word in words if word not in LIGHT) or tuple(words)


def _agree(coded: tuple[str, ...], gold: tuple[str, ...]) -> bool:
    shared = sum(any(_same_word(a, b) for b in gold) for a in coded)
    return shared >= SEVERAL or _same_word(coded[-1], gold[-1])


@cache
def _same_word(coded: str, gold: str) -> bool:
    alike = SequenceMatcher(None, coded, gold).ratio()
    if alike >= ALIKE:
        return True
    consonants = _skeleton(coded)
    return alike >= NEARLY and len(consonants) >= TELLING and consonants == _skeleton(gold)


def _skeleton(word: str) -> str:
    """The consonants that do not change from one romanisation to the next, each once where it stands doubled."""
    plain = reduce(lambda found, pair: found.replace(*pair), ROMANISED, word)
    return "".join(sign for sign, _ in groupby(plain.translate(CONSONANTS)))
