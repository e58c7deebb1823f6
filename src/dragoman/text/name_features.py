"""What two names laid beside each other have in common, and what not: each feature answers with one of a few levels."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.text.name_levels import FORM, INITIALS, ORDER, SAME, TYPING
from dragoman.text.name_pairs import Pair
from dragoman.text.name_parts import Name
from dragoman.text.name_words import Word

FEW = 2.0  # what a name may leave out and still clearly be the other
SHORT = 6  # letters of a lone word in which no typing error is forgiven


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer of a feature, and the words that it is about."""

    level: str
    words: tuple[str, ...] = ()


def spelled(pair: Pair) -> Finding:
    """How far the words agree that both names have; the worst of them counts."""
    found = pair.telling
    if not found:
        return Finding("nothing")
    worst = max(found, key=lambda answer: (ORDER.index(answer.level), answer.cost))
    words = _text(pair.a.words[slice(*worst.a)]), _text(pair.b.words[slice(*worst.b)])
    if all(answer.level == INITIALS for answer in found):
        return Finding("acronym" if pair.body else "initials-only", words)
    weak = sum(answer.level in (TYPING, FORM, INITIALS) for answer in found)
    doubtful = worst.level == TYPING and (
        weak > 1 or (len(found) == 1 and len(min(words, key=len)) < SHORT and not pair.body)
    )
    return Finding("doubtful" if doubtful else worst.level, () if worst.level == SAME else words)


def left_out(pair: Pair) -> Finding:
    """What one name has and the other leaves out."""
    left_a, left_b = pair.left
    if bool(left_a) == bool(left_b):
        return Finding("nothing")
    name, left = (pair.a, left_a) if left_a else (pair.b, left_b)
    words = [name.words[i] for i in left]
    level = _of_body(pair, words) if pair.body else _of_person(pair, name, left)
    return Finding(level, tuple(word.text for word in words))


def _of_body(pair: Pair, words: Sequence[Word]) -> str:
    if all(word.number for word in words):
        return "number"
    return "place" if all(word.text in pair.rules.regions for word in words) else "word"


def _of_person(pair: Pair, name: Name, left: Sequence[int]) -> str:
    rules, words = pair.rules, [name.words[i] for i in left]
    kept = [word for i, word in enumerate(name.words) if i not in left and not word.light]
    shared_titles = len(pair.answers) - len(pair.telling)  # which then may be names: Sheikh Hasina
    lone = len(kept) + shared_titles == 1
    if all(word.number for word in words):
        return "number" if lone else "generation"
    if all(word.text in rules.regions for word in words):
        return "realm"
    if lone:
        return _all_but(pair, name, left)
    if _weight(pair, words) > min(FEW, _weight(pair, kept) + 0.5):
        return "many"
    if len(name.words) - 1 in left:
        return "end"
    if left[0] == 0 and not all(word.text in rules.prefixed for word in words):
        return "front"
    return "one" if len(left) == 1 else "few"


def _all_but(pair: Pair, name: Name, left: Sequence[int]) -> str:
    """Which of the names a single one is: the family's, or after King and the like the given one.

    King Salman is no Muhammad bin Salman, but the father.
    """
    last = len(name.words) - 1
    family, given = (0, last) if name.asian else (last, 0)
    if any(word.light and word.text in pair.rules.regnal for word in pair.words):
        if len({word.son for answer in pair.telling for word in pair.of(answer)}) > 1:
            return "all-but-father"
        family, given = given, family
    return "all-but-family" if family not in left else "all-but-given" if given not in left else "all-but-middle"


def _weight(pair: Pair, words: Sequence[Word]) -> float:
    """How much words tell: a common one half."""
    return sum(0.5 if word.text in pair.rules.common else 1.0 for word in words)


def contradiction(pair: Pair) -> Finding:
    """What stands in each name and answers nothing in the other."""
    left_a, left_b = pair.left
    if not left_a or not left_b:
        middle = _middle_initials(pair.a), _middle_initials(pair.b)
        return Finding("initials", middle) if all(middle) and len(middle[0]) != len(middle[1]) else Finding("none")
    words_a, words_b = [pair.a.words[i] for i in left_a], [pair.b.words[i] for i in left_b]
    level = _bodies_apart(pair, words_a, words_b) if pair.body else _people_apart(pair, words_a, words_b)
    return Finding(level, (_text(words_a), _text(words_b)))


def _middle_initials(name: Name) -> str:
    return "".join(word.text for word in name.words[1:] if word.initial)


def _bodies_apart(pair: Pair, a: Sequence[Word], b: Sequence[Word]) -> str:
    """How two names of bodies differ: by a number, a place or a word."""
    both = (*a, *b)
    if all(word.number for word in both):
        return "number" if any(word.text in pair.rules.numbered for word in pair.words) else "series"
    return "place" if all(word.text in pair.rules.regions for word in both) else "word"


def _people_apart(pair: Pair, a: Sequence[Word], b: Sequence[Word]) -> str:
    """How two names of people differ: by the family name, the given one or what stands between."""
    both = (*a, *b)
    if all(word.number for word in both):
        return "generation" if any(word.block for word in both) else "series"
    if any(word.initial for word in both):
        return "initials"
    if all(any(word.text.endswith(pair.rules.patronymics) for word in words) for words in (a, b)):
        return "patronymic"
    if a[-1] is pair.a.words[-1] and b[-1] is pair.b.words[-1]:
        return "family"
    return "given" if a[0] is pair.a.words[0] and b[0] is pair.b.words[0] else "middle"


def order(pair: Pair) -> Finding:
    """Whether what both names have stands in the same order."""
    found = [(_text(pair.a.words[slice(*answer.a)]), answer.b) for answer in pair.telling]
    crossed = [(x, y) for k, (x, at) in enumerate(found) for y, behind in found[k + 1 :] if at > behind and x != y]
    if not crossed:
        return Finding("kept")
    sons = any(word.son for word in pair.words)
    exchanged = next((two for two in crossed if sons or all(word in pair.rules.given for word in two)), None)
    if exchanged is None or pair.a.turned or pair.b.turned:
        return Finding("turned")
    return Finding("exchanged", exchanged)


def rarity(pair: Pair) -> Finding:
    """Whether many people bear what both names have, where one has more."""
    shared = tuple(word.text for answer in pair.answers for word in pair.a.words[slice(*answer.a)])
    common = any(pair.left) and all(word in pair.rules.common for word in shared)
    return Finding("common", shared) if common and shared else Finding("rare")


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)
