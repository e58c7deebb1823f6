"""Whether two written names are one: what agrees, what is left out, what contradicts, each weighed by a table."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise
from math import exp

from rapidfuzz.distance import JaroWinkler

from dragoman.text.east_asian import hangul, pinyin
from dragoman.text.fold import fold
from dragoman.text.name_pairs import FORM, INITIALS, ORDER, TYPING, Pair, lay
from dragoman.text.name_parts import Name, NameRules, Word, cut
from dragoman.text.spelling import skeleton as consonants

NEVER = -9.0
SHORT = 5  # letters of a lone word in which no typing error is forgiven
FEW_WORDS = 4  # of which every two together are a key
FEW = 2  # words that a name may leave out and still be clearly the other one


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How likely two names are one, from 0 to 1, and the features that say so."""

    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer of a feature, and the words that it is about."""

    level: str
    words: tuple[str, ...] = ()


def spelled(pair: Pair) -> Finding:
    """How far the words agree that both names have, told by the worst of them."""
    told = [x for x in pair.answers if not _light(pair, x.a, x.b)]
    if not told:
        return Finding("nothing")
    worst = max(told, key=lambda x: (ORDER.index(x.level), x.cost))
    doubtful = worst.level == TYPING and sum(x.level in (TYPING, FORM, INITIALS) for x in told) > 1
    short = worst.level == TYPING and len(told) == 1 and len(_text(pair.a.words, *worst.a)) < SHORT
    level = "doubtful" if doubtful or short else worst.level
    if all(x.level == INITIALS for x in told):
        level = "acronym" if pair.a.body or pair.b.body else "initials-only"
    return Finding(level, () if level == "same" else (_text(pair.a.words, *worst.a), _text(pair.b.words, *worst.b)))


def left_out(pair: Pair) -> Finding:
    """What one name leaves out that the other has."""
    left, words, shared = _one_sided(pair)
    if not left:
        return Finding("nothing")
    told = tuple(words[i].text for i in left)
    body = pair.a.body or pair.b.body
    if all(words[i].number for i in left):
        return Finding("number" if body or shared == 1 else "generation", told)
    realm = all(words[i].text in pair.rules.regions for i in left)
    if body:
        return Finding("place" if realm else "word", told)
    if realm:
        return Finding("realm", told)
    if shared == 1:
        return Finding(_all_but_one(pair, left, words), told)
    missing, kept = _weight(pair, left, words), _weight(pair, [i for i in range(len(words)) if i not in left], words)
    if missing > FEW or missing > kept + 0.5:
        return Finding("many", told)
    if len(words) - 1 in left:
        return Finding("end", told)
    if left[0] == 0 and not all(words[i].text in pair.rules.prefixed for i in left):
        return Finding("front", told)
    return Finding("one" if len(left) == 1 else "few", told)


def contradiction(pair: Pair) -> Finding:
    """What stands in each name and answers nothing in the other."""
    left_a, left_b = _telling_left(pair)
    if not left_a or not left_b:
        middle = _middle_initials(pair.a), _middle_initials(pair.b)
        return Finding("initials", middle) if all(middle) and len(middle[0]) != len(middle[1]) else Finding("none")
    told = (_texts(pair.a.words, left_a), _texts(pair.b.words, left_b))
    return Finding(_kind_of_clash(pair, left_a, left_b), told)


def order(pair: Pair) -> Finding:
    """Whether the words stand in the same order."""
    told = [x for x in pair.answers if not _light(pair, x.a, x.b)]
    crossed = [
        (x, y)
        for k, x in enumerate(told)
        for y in told[k + 1 :]
        if x.b > y.b and pair.a.words[x.a[0]] != pair.a.words[y.a[0]]
    ]
    if not crossed:
        return Finding("same")
    given = pair.rules.given
    names = [(pair.a.words[x.a[0]].text, pair.a.words[y.a[0]].text) for x, y in crossed]
    sons = any(word.son for word in (*pair.a.words, *pair.b.words))
    swapped = next((pairing for pairing in names if sons or all(word in given for word in pairing)), None)
    if swapped and not (pair.a.turned or pair.b.turned):
        return Finding("exchanged", swapped)
    return Finding("turned")


def rarity(pair: Pair) -> Finding:
    """Whether what the names share is borne by many."""
    left_a, left_b = _telling_left(pair)
    told = [word.text for x in pair.answers for word in pair.a.words[slice(*x.a)]]
    common = bool(told) and all(word in pair.rules.common for word in told)
    return Finding("common" if common and (left_a or left_b) else "telling", tuple(told) if common else ())


WEIGHTS: Mapping[Callable[[Pair], Finding], Mapping[str, float]] = {
    spelled: {
        "same": 3.3, "spelling": 2.9, "form": 1.6, "initials": 1.4,
        "typing": 1.0, "doubtful": -0.6, "initials-only": -4.0, "acronym": 2.6, "nothing": NEVER,
    },
    left_out: {
        "nothing": 0.5, "one": -0.4, "few": -1.2, "front": -2.2, "end": -1.6, "many": -3.6, "number": -2.7,
        "generation": -3.5, "realm": -2.2, "place": -2.5,
        "word": -4.5, "family": -2.8, "given": -3.9, "middle": -4.2,
    },
    contradiction: {
        "none": 0.0, "initials": -6.0, "family": -6.5, "given": -6.0, "patronymic": -6.0, "middle": -5.0,
        "number": -6.0, "series": -3.2, "place": -6.0, "word": -6.0,
    },
    order: {"same": 0.0, "turned": -0.3, "exchanged": -5.0},
    rarity: {"telling": 0.0, "common": -1.2},
}  # fmt: skip
SILENT = frozenset({"none", "nothing", "telling"})


def compare(a: str, b: str, rules: NameRules) -> NameMatch:
    """How likely two names are one, and why. Blank names are nobody's."""
    if not a.strip() or not b.strip():
        return NameMatch(0.0, ("blank: One of the names is empty.",))
    first, second = sorted((a, b))
    one, other = cut(first, rules), cut(second, rules)
    if first == second or (one.words and _plain(one) == _plain(other)):
        return NameMatch(1.0, ("same: Both names have the same words in the same order.",))
    if not one.words or not other.words:
        return NameMatch(0.0, ("unread: One of the names has no letters and no digits.",))
    return judge(lay(one, other, rules))


def _plain(name: Name) -> tuple[str, ...]:
    """The telling words as texts."""
    return tuple(word.text for word in name.words if not word.light) or tuple(word.text for word in name.words)


def judge(pair: Pair) -> NameMatch:
    """The chance that two names laid beside each other are one, and the features that spoke."""
    found = [(feature, feature(pair)) for feature in WEIGHTS]
    total = sum(WEIGHTS[feature][finding.level] for feature, finding in found)
    why = tuple(_told(feature, finding) for feature, finding in found if finding.level not in SILENT)
    return NameMatch(round(1 / (1 + exp(-total)), 4), why)


def _told(feature: Callable[[Pair], Finding], finding: Finding) -> str:
    words = f" ({' / '.join(finding.words)})" if finding.words else ""
    return f"{feature.__name__.replace('_', ' ')}: {finding.level}{words}. {feature.__doc__}"


def _light(pair: Pair, a: tuple[int, int], b: tuple[int, int]) -> bool:
    return all(word.light for word in (*pair.a.words[slice(*a)], *pair.b.words[slice(*b)]))


def _telling_left(pair: Pair) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The words of each name without an answer, light ones aside."""
    return (
        tuple(i for i in pair.left_a if not pair.a.words[i].light),
        tuple(i for i in pair.left_b if not pair.b.words[i].light),
    )


def _one_sided(pair: Pair) -> tuple[tuple[int, ...], Sequence[Word], int]:
    """The words that only the fuller name has, where the other has none of its own; its words; how many are shared."""
    left_a, left_b = _telling_left(pair)
    if left_a and left_b:
        return (), (), 0
    left, words = (left_a, pair.a.words) if left_a else (left_b, pair.b.words)
    shared = sum(not word.light for word in words) - len(left) + _shared_titles(pair)
    return left, words, shared


def _weight(pair: Pair, places: Sequence[int], words: Sequence[Word]) -> float:
    """How much words tell: a common one half."""
    return sum(0.5 if words[i].text in pair.rules.common else 1.0 for i in places if not words[i].light)


def _shared_titles(pair: Pair) -> int:
    """Titles that both names have, and so may be names: Sheikh Hasina."""
    return sum(_light(pair, x.a, x.b) for x in pair.answers) if not pair.a.body and not pair.b.body else 0


def _all_but_one(pair: Pair, left: Sequence[int], words: Sequence[Word]) -> str:
    """Which of the other's names a single one is."""
    last = len(words) - 1
    fuller = pair.a if len(pair.a.words) > 1 else pair.b
    family = 0 if fuller.asian or (fuller.turned and last not in left) else last
    return "family" if family not in left else "given" if 0 not in left else "middle"


def _middle_initials(name: Name) -> str:
    return "".join(word.text for word in name.words[1:] if word.initial)


def _kind_of_clash(pair: Pair, left_a: Sequence[int], left_b: Sequence[int]) -> str:
    words_a, words_b = [pair.a.words[i] for i in left_a], [pair.b.words[i] for i in left_b]
    both = (*words_a, *words_b)
    if all(word.number for word in both):
        units = {word.text for word in (*pair.a.words, *pair.b.words)} & pair.rules.numbered
        return "number" if units or (any(word.block for word in both) and not pair.a.body) else "series"
    if pair.a.body or pair.b.body:
        return "place" if all(word.text in pair.rules.regions for word in both) else "word"
    if any(word.initial for word in both):
        return "initials"
    if all(any(w.text.endswith(pair.rules.patronymics) for w in words) for words in (words_a, words_b)):
        return "patronymic"
    if len(pair.a.words) - 1 in left_a and len(pair.b.words) - 1 in left_b:
        return "family"
    return "given" if 0 in left_a and 0 in left_b else "middle"


def _text(words: Sequence[Word], start: int, end: int) -> str:
    return " ".join(word.text for word in words[start:end])


def _texts(words: Sequence[Word], places: Sequence[int]) -> str:
    return " ".join(words[i].text for i in places)


def keys(name: str, rules: NameRules) -> frozenset[str]:
    """Keys of a name: the skeletons of its telling words, of two neighbours, and the initials of a long one.

    A very common word is no key but beside another. A name that many others share keys with is no surprise.
    """
    parts = cut(name, rules)
    words = [word for word in parts.words if not (word.light or word.initial or word.number)]
    rare = {key for word in words if word.text not in rules.common for key in _word_keys(word)}
    rare |= {consonants(x.text + y.text) for x, y in pairwise(words)}
    if not rare or len(words) == 1:
        rare |= {key for word in words for key in _word_keys(word)}
    short = {" ".join(sorted((consonants(x.text), consonants(y.text)))) for x, y in combinations(words[:FEW_WORDS], 2)}
    initials = {"=" + "".join(word.text[0] for word in parts.words)} if len(parts.words) > 2 else set()
    blocks = {f"={word.text}" for word in parts.words if word.block}
    whole = {" ".join(sorted(word.text for word in parts.words))} if not words else set()
    return frozenset(rare | short | initials | blocks | whole | _asian_keys(parts, rules)) - {""}


def _word_keys(word: Word) -> Iterator[str]:
    """The skeleton of a word, and those that other readings of its letters have."""
    yield consonants(word.text)
    if word.bare:
        yield from (consonants(word.text.replace("v", other)) for other in ("", "b"))
    if "dh" in word.text:
        yield consonants(word.text.replace("dh", "z"))
    if "j" in word.text:
        yield consonants(word.text.replace("dj", "j").replace("j", "g"))


def _asian_keys(name: Name, rules: NameRules) -> set[str]:
    """A Chinese or Korean given name in each reading."""
    if name.asian is None:
        return set()
    given = name.asian[1]
    return {f"~{reading}" for reading in (*pinyin(given, rules.asian), hangul(given, rules.asian))}


ALIKE = 0.88
_DIGRAPHS = (("kh", "h"), ("gh", "q"), ("dh", "d"), ("sh", "s"), ("th", "t"), ("ph", "f"), ("ou", "u"), ("ch", "s"))
_VARIANTS = str.maketrans("cgkzbvjy", "qqqspwsi")
_TITLES = frozenset({"al", "el", "the", "bin", "ibn", "abu", "de", "of", "ul", "ad", "as", "ash", "an"})


def name_words(words: Sequence[str]) -> tuple[str, ...]:
    """The telling words of a name, folded: no particles, hyphens or initials' full stops."""
    kept = tuple(fold(word).strip(".") for word in words if word[:1].isalpha())
    return tuple(word for word in kept if word not in _TITLES) or kept


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of a folded word that do not vary between romanisations."""
    for written, sound in _DIGRAPHS:
        word = word.replace(written, sound)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeouhw]", "", word.translate(_VARIANTS).replace("i", "")))


@lru_cache(maxsize=65536)
def alike(a: str, b: str) -> bool:
    """Whether two folded words may be spellings of one name."""
    if a == b:
        return True
    if min(len(a), len(b)) < 4 or (
        a[0] != b[0] and {a[0], b[0]} not in ({"q", "k"}, {"q", "g"}, {"k", "g"}, {"a", "e"}, {"y", "j"}, {"u", "o"})
    ):
        return False
    same = skeleton(a) == skeleton(b) and len(skeleton(a)) > 1
    return (same and abs(len(a) - len(b)) <= 3) or (JaroWinkler.similarity(a, b) >= 0.94 and len(a) > 5)


def may_be_one(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether the shorter of two names (telling words) is a tail or part of the longer one, spellings aside."""
    short, long = sorted((tuple(a), tuple(b)), key=len)
    if not short:
        return False
    if len(short) == 1:
        return alike(short[0], long[-1])
    return alike(short[-1], long[-1]) and all(any(alike(w, v) for v in long) for w in short)
