"""Dictionary forms of English words: irregular ones from data, regular ones by spelling."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dragoman.errors import BadRule
from dragoman.lexicon.reading import load_toml, make_row

Forms = Callable[[str], Iterable[str]]  # a dictionary form in, the ways to write it out
_VOWELS = "aeiou"
_DOUBLED = re.compile(r"([bdfgklmnprstvz])\1$")
_NEEDS_E = re.compile(
    r"(?:[^aeiou]at|it|ut|iz|yz|[aeiou]v|lv|rv|[^aeious]s|[aeiou]s|c|[rdln]g|[aeu]g|u|[^aeiou]l|ir|ur|[^aeo]in|ok|ik|ak|rm|op|id|ud|ad|ar|am|ap|ib|ib)$"
)


@dataclass(frozen=True, slots=True)
class Irregular:
    """One table row: "lemma: form form" strings."""

    id: str
    forms: tuple[str, ...]


class Lemmas:
    """Looks up dictionary forms; knows the vocabulary it was built with exactly and guesses the rest."""

    def __init__(self, verbs: Mapping[str, str], nouns: Mapping[str, str]) -> None:
        self._verbs, self._nouns = verbs, nouns
        self.find = lru_cache(maxsize=65536)(self._find)

    def _find(self, word: str, tag: str) -> str:
        """The dictionary form of a lower-case word with a Penn tag."""
        if tag.startswith("V") or tag == "MD":
            return self._verbs.get(word) or _guess_verb(word)
        if tag in ("NNS", "NNPS"):
            return self._nouns.get(word) or singular(word)
        if tag.startswith("NN"):
            return self._nouns.get(word, word)
        return word


def load_lemmas(path: Path, verbs: Iterable[str], nouns: Iterable[str]) -> Lemmas:
    """Irregular forms of `inflections.toml` and the regular forms of the given vocabulary."""
    tables = load_toml(path)
    if tables.keys() != {"verb", "noun"}:
        raise BadRule(str(path), "holds the tables [[verb]] and [[noun]]")
    irregular = {name: _irregular(path, name, tables[name]) for name in ("verb", "noun")}
    return Lemmas(_table(verbs, verb_forms, irregular["verb"]), _table(nouns, noun_forms, irregular["noun"]))


def _irregular(path: Path, table: str, rows: Iterable[Mapping[str, object]]) -> dict[str, str]:
    forms: dict[str, str] = {}
    for number, row in enumerate(rows, 1):
        where = f"{path.name}#{table} {number}"
        for line in make_row(Irregular, row, where).forms:
            lemma, colon, words = line.partition(": ")
            if not colon:
                raise BadRule(where, f'"{line}" is not "lemma: form form"')
            forms |= dict.fromkeys(words.split(), lemma)
            forms[lemma] = lemma
    return forms


def _table(words: Iterable[str], forms: Forms, irregular: Mapping[str, str]) -> dict[str, str]:
    table: dict[str, str] = {}
    for lemma in words:
        for form in forms(lemma):
            table.setdefault(form, lemma)
    table.update(irregular)
    return table | {lemma: lemma for lemma in words}


def irregular_forms(path: Path, table: str) -> dict[str, frozenset[str]]:
    """Lemma -> its irregular forms."""
    found: dict[str, set[str]] = defaultdict(set)
    for form, lemma in _irregular(path, table, load_toml(path)[table]).items():
        found[lemma].add(form)
    return {lemma: frozenset(words) for lemma, words in found.items()}


def verb_forms(lemma: str) -> Iterator[str]:
    """The regular forms of a verb; both spellings where the rule depends on the stress."""
    yield lemma
    if lemma.endswith("e"):
        yield from (lemma + "s", lemma + "d", lemma[:-1] + "ing")
        return
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        yield from (lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing")
        return
    yield lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    yield from (lemma + "ed", lemma + "ing")
    if re.search(r"[^aeiou][aeiou][bdfgklmnprtvz]$", lemma):
        yield from (lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing")


def noun_forms(lemma: str) -> Iterator[str]:
    """The regular singular and plural of a noun."""
    yield lemma
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        yield lemma[:-1] + "ies"
    else:
        yield lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s")


def singular(word: str) -> str:
    """The singular that a regular plural is spelled from."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _guess_verb(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ied"):
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return _stem(word[: -len(ending)])
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _stem(stem: str) -> str:
    if _DOUBLED.search(stem) and not stem.endswith(("ll", "ss")):
        return stem[:-1]
    return stem + "e" if _NEEDS_E.search(stem) else stem
