"""The words of a written name in Latin letters, with what their writing shows."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from anyascii import anyascii

from dragoman.text.fold import fold

LONGEST_BLOCK = 6  # letters of an acronym
_UNSEEN = re.compile(
    r"[\u0610-\u061a\u064b-\u065f\u0670\u0591-\u05c7\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)
_DOTTED = re.compile(r"\b((?:[^\W\d_]\.[ -]?){2,}[^\W\d_]?)(?![^\W\d_])")
_CAMEL = re.compile(r"(?<=[A-Z][a-z])(?=[A-Z][a-z]{2})|(?<=[a-z]{2})(?=[A-Z][a-z])|(?<=[a-z]{2})(?=[A-Z]{2,}$)")
_WORD = re.compile(r"[^\s\-‐-―/\\,;:.!?()\[\]{}\"“”„«»&+·・‧|<>]+")
_HYPHENS = frozenset("-‐‑‒–")
_MIDDLE_DOT = re.compile(r"[·・‧]")
_NO_VOWELS = re.compile(r"[\u0590-\u06ff\u0750-\u077f\ufb1d-\ufdff\ufe70-\ufefc\u0900-\u0dff]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_ARTICLE = "ال"
_INSIDE = re.compile(r"(?<=[A-Za-z])[0-9](?=[A-Za-z])")
_LOOKALIKES = str.maketrans("01345789", "oieasthg")
_MARKS = re.compile(r"[^a-z0-9]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name in small Latin letters.

    `bare`: of a script that leaves vowels out, as Arabic, Hebrew and Indian ones do; `block`: capitals that may be
    initials (JC, NATO) or a numeral; `glued`: a hyphen stands before it; `son`: a word for "son of" does; `light`: a
    title or a kind of body.
    """

    text: str
    bare: bool = False
    initial: bool = False
    block: bool = False
    glued: bool = False
    number: bool = False
    son: bool = False
    light: bool = False


def clean(name: str) -> str:
    """Without marks that are not read, possessives and the dots of abbreviations."""
    text = _UNSEEN.sub("", unicodedata.normalize("NFKC", name))
    return _DOTTED.sub(lambda found: f"{re.sub(r'[. -]', '', found[1])}. ", _POSSESSIVE.sub("", text))


def words_of(text: str, romans: Mapping[str, str]) -> Iterator[Word]:
    """Every word in Latin letters, with what its writing shows. `romans` are numerals, which no name begins with."""
    found = list(_WORD.finditer(text))
    shouted = text.isupper() and len(found) > 1
    foreign = bool(_MIDDLE_DOT.search(text))
    for number, match in enumerate(found):
        before, behind = text[: match.start()][-1:], text[match.end() :][:1]
        parts = [
            _word(part, behind == "." or not shouted, romans if number else {}) for part in _latin(match[0], foreign)
        ]
        for k, part in enumerate(parts):
            if part.text:
                yield replace(part, glued=True) if before in _HYPHENS and not k else part


def _word(part: Word, telling: bool, romans: Mapping[str, str]) -> Word:
    """A word with its marks off and its nature told; capitals are `telling` where not all of the name is in them."""
    plain = _MARKS.sub("", fold(part.text))
    capitals = part.text.isupper() and len(plain) > 1
    if capitals and plain in romans:
        return Word(romans[plain], block=True, number=True)
    block = capitals and telling and len(plain) <= LONGEST_BLOCK
    initial = len(plain) == 1 and plain.isalpha()
    return Word(plain, bare=part.bare, initial=initial, block=block, number=plain.isdigit())


def _latin(word: str, foreign: bool) -> list[Word]:
    """A word of any script in Latin letters; Chinese and Korean names as family and given name."""
    if _NO_VOWELS.search(word):
        article = word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + 2
        return [Word(anyascii(word.removeprefix(_ARTICLE) if article else word), bare=True)]
    if _HAN.search(word) and (foreign or len(word) > 4):
        return [Word(anyascii(word).lower(), bare=True)]
    if (_HAN.search(word) or _HANGUL.search(word)) and 1 < len(word) <= 4:
        return [Word(anyascii(word[:1])), Word(anyascii(word[1:]).lower())]
    latin = anyascii(word.lower()).upper() if word.isupper() and not word.isascii() else anyascii(word)
    plain = _INSIDE.sub(lambda digit: digit[0].translate(_LOOKALIKES), latin)
    return [Word(part) for part in _CAMEL.split(plain)]
