"""A written name cut into the words that tell something: no titles, particles, legal forms; in Latin letters."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from anyascii import anyascii

from dragoman.text.east_asian import EastAsian, split_name
from dragoman.text.fold import fold
from dragoman.text.spelling import Variants

Phrase = tuple[str, ...]

MOST = 16  # words of a name that are looked at
LONGEST = 400  # characters of a name that are looked at
_UNSEEN = re.compile(
    r"[\u0610-\u061a\u064b-\u065f\u0670\u0591-\u05c7\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)
_DOTTED = re.compile(r"\b((?:[^\W\d_]\.[ -]?){2,}[^\W\d_]?)(?![^\W\d_])")
_CAMEL = re.compile(r"(?<=[a-z]{2})(?=[A-Z])")
_WORD = re.compile(r"[\w'’‘ʼʿʾ`´]+(?:%\w+)?")
_HYPHENS = frozenset("-‐‑‒–")
_ABJAD = re.compile(r"[\u0590-\u06ff\u0750-\u077f\ufb1d-\ufdff\ufe70-\ufefc]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_LEET = str.maketrans("01345789", "oleasthg")
_INSIDE = re.compile(r"(?<=[A-Za-z])[0-9](?=[A-Za-z])")
_MARKS = re.compile(r"[^a-z0-9%]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name in small Latin letters. `bare`: consonants only, as Arabic and Hebrew script write."""

    text: str
    bare: bool = False
    initial: bool = False
    block: bool = False
    glued: bool = False
    light: bool = False

    @property
    def number(self) -> bool:
        return self.text.isdigit()


@dataclass(frozen=True, slots=True)
class Name:
    """A name cut up. `body`: no person's name; `asian`: family and given name."""

    written: str
    words: tuple[Word, ...]
    body: bool = False
    turned: bool = False
    asian: tuple[str, str] | None = None

    @property
    def solid(self) -> str:
        """All words written together."""
        return "".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True, eq=False)
class NameRules:
    """All that is known about names before any is read; see the files in data/names/."""

    variants: Variants
    particles: frozenset[str]
    titles: frozenset[str]
    honours: frozenset[str]
    first_compounds: Mapping[str, str]
    last_compounds: Mapping[str, str]
    common: frozenset[str]
    patronymics: tuple[str, ...]
    derived: tuple[str, ...]
    given: Mapping[str, frozenset[str]]
    forms: frozenset[Phrase]
    kinds: frozenset[str]
    markers: frozenset[str]
    numbered: frozenset[str]
    regions: frozenset[str]
    numbers: Mapping[str, str]
    asian: EastAsian


@lru_cache(maxsize=65536)
def cut(name: str, rules: NameRules) -> Name:
    """The name's telling words. Any string can be cut; one without letters and digits has no words."""
    text, turned = _turn(_clean(name[:LONGEST]))
    raw = _numbers(list(_words(text))[:MOST], rules)
    body = any(word.text in rules.markers for word in raw)
    kept, formed = _without_forms(raw, rules)
    body = body or formed
    telling = _without_titles(_without_particles(kept, rules), rules) if not body else _without_particles(kept, rules)
    telling = _compounds(telling, rules)
    words = tuple(replace(word, light=body and word.text in rules.kinds) for word in telling)
    asian = None if body else split_name(_syllables(words), rules.asian)
    return Name(name, words, body, turned, asian)


def _clean(name: str) -> str:
    """Without marks that are not read, possessives and the dots of abbreviations."""
    text = _UNSEEN.sub("", unicodedata.normalize("NFKC", name))
    text = _POSSESSIVE.sub("", text)
    return _DOTTED.sub(lambda found: f"{re.sub(r'[. -]', '', found[1])}. ", text)


def _turn(text: str) -> tuple[str, bool]:
    """ "Assad, Bashar al-" in the order of speech; only where one comma parts two names."""
    before, comma, after = text.partition(",")
    if not comma or "," in after or not before.strip() or not after.strip():
        return text, False
    return f"{after} {before}", True


def _words(text: str) -> Iterator[Word]:
    """Every word in Latin letters, with what its writing shows."""
    shouted = text.isupper()
    for found in _WORD.finditer(text):
        glued = text[found.start() - 1 : found.start()] in _HYPHENS
        dotted = text[found.end() : found.end() + 1] == "."
        parts = _latin(found[0])
        for part in parts:
            plain = _MARKS.sub("", fold(part.text))
            letters = re.sub(r"\W", "", part.text)
            block = letters.isupper() and 1 < len(letters) <= 6 and (dotted or not shouted)
            initial = len(plain) == 1 and plain.isalpha()
            if plain:
                yield replace(part, text=plain, block=block, initial=initial, glued=glued and part is parts[0])


def _latin(word: str) -> list[Word]:
    """A word of any script in Latin letters; Chinese and Korean ones as family and given name."""
    if _ABJAD.search(word):
        return _from_abjad(word)
    if _HAN.search(word) and len(word) <= 3:
        return [Word(anyascii(word[:1])), Word(anyascii(word[1:]))] if word[1:] else [Word(anyascii(word))]
    if _HANGUL.search(word) and 1 < len(word) <= 4:
        return [Word(anyascii(word[:1])), Word(anyascii(word[1:]))]
    if _HAN.search(word):
        return [Word(anyascii(word).lower())]
    plain = _INSIDE.sub(lambda digit: digit[0].translate(_LEET), anyascii(word))
    return [Word(part) for part in _CAMEL.split(plain)]


def _from_abjad(word: str) -> list[Word]:
    """A word of Arabic or Hebrew script without its article."""
    article = word.startswith("ال") and len(word) > 4
    stem = word[2:] if article else word
    return [Word("al"), Word(anyascii(stem), bare=True)] if article else [Word(anyascii(stem), bare=True)]


def _numbers(words: Sequence[Word], rules: NameRules) -> list[Word]:
    """Number words and Roman numerals as digits: Forty-Four, XII."""
    out: list[Word] = []
    for word in words:
        value = rules.numbers.get(word.text)
        if value is None or not (word.block or len(word.text) > 2) or not (words[0] is not word or len(words) > 1):
            out.append(word)
        elif out and out[-1].number and len(out[-1].text) == 2 and out[-1].text[1] == "0" and len(value) == 1:
            out[-1] = replace(out[-1], text=out[-1].text[0] + value)
        else:
            out.append(replace(word, text=value, block=False))
    return out


def _without_forms(words: Sequence[Word], rules: NameRules) -> tuple[list[Word], bool]:
    """Without legal forms at either end, and whether there was one."""
    kept, found = list(words), False
    while len(kept) > 1:
        ends = [n for n in range(min(7, len(kept) - 1), 0, -1) if _texts(kept[-n:]) in rules.forms]
        starts = [n for n in range(min(7, len(kept) - 1), 0, -1) if _texts(kept[:n]) in rules.forms]
        if ends:
            kept = kept[: -ends[0]]
        elif starts and (starts[0] > 1 or kept[0].block or len(kept[0].text) > 3):
            kept = kept[starts[0] :]
        else:
            break
        found = True
    return kept, found


def _texts(words: Sequence[Word]) -> Phrase:
    return tuple(word.text for word in words)


def _without_particles(words: Sequence[Word], rules: NameRules) -> list[Word]:
    kept = [w for w in words if w.text not in rules.particles or w.block]
    return kept or list(words)


def _without_titles(words: Sequence[Word], rules: NameRules) -> list[Word]:
    """Without forms of address, ranks and offices; a word that may be a name stays unless two others remain."""
    kept = list(words)
    while len(kept) > 1 and kept[0].text in rules.titles and (kept[0].text not in rules.honours or len(kept) > 2):
        kept = kept[1:]
    while len(kept) > 1 and kept[-1].text in rules.titles and kept[-1].text not in rules.honours:
        kept = kept[:-1]
    return kept


def _compounds(words: Sequence[Word], rules: NameRules) -> list[Word]:
    """Abd al-Rahman, Abdul Rahman and Abdulrahman as one word; Saif al-Din and Seifeddin, too."""
    out: list[Word] = []
    for word in (_fused(word, rules) for word in words):
        if out and out[-1].text in rules.first_compounds:
            out[-1] = replace(out[-1], text=rules.first_compounds[out[-1].text] + word.text, bare=word.bare)
        elif out and word.text in rules.last_compounds and len(out[-1].text) > 2:
            out[-1] = replace(out[-1], text=out[-1].text + rules.last_compounds[word.text])
        else:
            out.append(word)
    return out


@lru_cache(maxsize=16384)
def _fused(word: Word, rules: NameRules) -> Word:
    """A compound that is written as one word, in the form of the others."""
    text = word.text
    for first in sorted(rules.first_compounds, key=len, reverse=True):
        if len(first) > 3 and text.startswith(first) and len(text) >= len(first) + 3 and text[len(first)] != "l":
            return replace(word, text=rules.first_compounds[first] + text[len(first) :])
    for last in sorted(rules.last_compounds, key=len, reverse=True):
        if len(last) > 3 and text.endswith(last) and len(text) >= len(last) + 3:
            return replace(word, text=text[: -len(last)] + rules.last_compounds[last])
    return word


def _syllables(words: Sequence[Word]) -> tuple[str, ...]:
    """The words in the order family, given; "Jong-un Kim" and "Keqiang Li" turned where a hyphen shows it."""
    texts = _texts(words)
    if len(words) == 3 and words[1].glued and not words[2].glued:
        return (texts[2], texts[0], texts[1])
    return texts
