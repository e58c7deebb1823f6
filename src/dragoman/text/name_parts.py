"""A written name cut up: titles and kinds of bodies marked, particles and legal forms gone, compounds as one word."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dragoman.text.east_asian import split_name
from dragoman.text.name_rules import NameRules, Phrase
from dragoman.text.name_words import Word, clean, words_of

MOST = 16  # words of a name that are looked at
LONGEST = 400  # characters of a name that are looked at
HONOURED = 2  # names from which on a word that may be a name stands as a title


@dataclass(frozen=True, slots=True)
class Name:
    """A name cut up. `body`: no person's; `turned`: a comma put the family first; `asian`: family and given name."""

    written: str
    words: tuple[Word, ...]
    body: bool = False
    turned: bool = False
    asian: tuple[str, str] | None = None

    @property
    def solid(self) -> str:
        """All words written together."""
        return "".join(word.text for word in self.words)


@lru_cache(maxsize=65536)
def cut(name: str, rules: NameRules) -> Name:
    """The name's words. Any string can be cut; one without letters and digits has no words."""
    text, turned = _turn(clean(name[:LONGEST]), rules)
    raw = _numbers(list(words_of(text, rules.romans))[:MOST], rules)
    kept, formed = _without_forms(raw, rules)
    if formed or any(word.text in rules.markers or word.text in rules.numbered for word in raw):
        words = [replace(w, light=True) if w.text in rules.kinds else w for w in _without_particles(kept, rules)]
        return Name(name, tuple(words), body=True, turned=turned)
    titled = _titles(kept, rules)
    asian = split_name(_family_first([w for w in titled if not w.light], turned), rules.asian)
    words = titled if asian else _compounds(_without_particles(titled, rules), rules)
    return Name(name, tuple(words), turned=turned, asian=asian)


def _turn(text: str, rules: NameRules) -> tuple[str, bool]:
    """ "Assad, Bashar al-" in the order of speech; only where one comma parts two names."""
    before, comma, after = text.partition(",")
    ending = tuple(word.text for word in words_of(after, rules.romans))
    if not comma or "," in after or not before.strip() or not ending:
        return text, False
    if ending in rules.forms or all(word in rules.generations or word in rules.after for word in ending):
        return text, False
    return f"{after} {before}", True


def _numbers(words: Sequence[Word], rules: NameRules) -> list[Word]:
    """Number words as digits (Forty-Four), junior and senior as what they number; a numeral is no first name (Xi)."""
    out: list[Word] = []
    for k, word in enumerate(words):
        last = k == len(words) - 1
        value = rules.generations.get(word.text) if last and k else None
        value = value or (_value(word.text, rules) if len(words) > 1 else None)
        if value is None or word.number:
            out.append(word)
        elif out and _is_tens(out[-1]) and len(value) == 1:
            out[-1] = replace(out[-1], text=out[-1].text[0] + value)
        else:
            out.append(replace(word, text=value, block=not value.isdigit(), number=True))
    return out


def _value(text: str, rules: NameRules) -> str | None:
    """The digits of a number word or an ordinal."""
    plain = next((text.removesuffix(end) for end in rules.ordinals if text.endswith(end)), "")
    return plain if plain.isdecimal() else rules.numbers.get(text)


def _is_tens(word: Word) -> bool:
    return word.number and len(word.text) == 2 and word.text[1] == "0"


def _without_forms(words: Sequence[Word], rules: NameRules) -> tuple[list[Word], bool]:
    """Without legal forms at either end, and whether there was one."""
    kept = list(words)
    while len(kept) > 1:
        lengths = range(min(7, len(kept) - 1), 0, -1)
        end = next((n for n in lengths if _texts(kept[-n:]) in rules.forms), 0)
        start = next((n for n in lengths if _texts(kept[:n]) in rules.leading), 0)
        if not end and not start:
            break
        kept = kept[start : len(kept) - end] if start + end < len(kept) else kept[: len(kept) - end]
    return kept, len(kept) < len(words)


def _texts(words: Sequence[Word]) -> Phrase:
    return tuple(word.text for word in words)


def _without_particles(words: Sequence[Word], rules: NameRules) -> list[Word]:
    """Without the small words between names; what stands behind a word for "son of" is marked."""
    kept, son = [], False
    for word in words:
        if word.text in rules.particles and not word.block and not word.number:
            son = son or word.text in rules.sons
        else:
            kept.append(replace(word, son=True) if son else word)
            son = False
    return kept or list(words)


def _titles(words: Sequence[Word], rules: NameRules) -> list[Word]:
    """Forms of address, ranks and offices marked as light; one that may be a name only where two others remain."""
    names = [k for k, word in enumerate(words) if word.text not in rules.particles] or [0]
    start, end = 0, len(names)
    while end - start > 1 and _is_title(words[names[start]], end - start, rules):
        start += 1
    while end - start > 1 and words[names[end - 1]].text in rules.after:
        end -= 1
    light = {*names[:start], *names[end:]}
    return [replace(word, light=True) if k in light else word for k, word in enumerate(words)]


def _is_title(word: Word, names: int, rules: NameRules) -> bool:
    return word.text in rules.titles or (word.text in rules.honours and names > HONOURED)


def _compounds(words: Sequence[Word], rules: NameRules) -> list[Word]:
    """Abd al-Rahman, Abdul Rahman and Abdulrahman as one word; Saif al-Din and Seifeddin, too."""
    out: list[Word] = []
    for word in words:
        if out and out[-1].text in rules.first_compounds and not word.number:
            out[-1] = replace(out[-1], text=rules.first_compounds[out[-1].text] + word.text, bare=word.bare)
        elif out and word.text in rules.last_compounds and len(out[-1].text) > 2:
            out[-1] = replace(out[-1], text=out[-1].text + rules.last_compounds[word.text])
        else:
            fused = _fused(word.text, rules)
            out.append(replace(word, text=fused) if fused != word.text else word)
    return out


@lru_cache(maxsize=16384)
def _fused(text: str, rules: NameRules) -> str:
    """A compound that is written as one word, in the form of the others."""
    for first, standard in rules.first_compounds.items():
        rest = text[len(first) :]
        if len(first) > 3 and text.startswith(first) and len(rest) > 2 and rest[0] != "l":
            return standard + rest
    for last, standard in rules.last_compounds.items():
        if len(last) > 3 and text.endswith(last) and len(text) > len(last) + 2:
            return text[: -len(last)] + standard
    return text


def _family_first(words: Sequence[Word], turned: bool) -> tuple[str, ...]:
    """The words in the order family, given; "Jong-un Kim" is turned, and what a comma had turned already."""
    texts = _texts(words)
    if turned or (len(words) == 3 and words[1].glued and not words[2].glued):
        return (*texts[-1:], *texts[:-1])
    return texts
