"""Two names laid beside each other: which word of one answers which word of the other, and how."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.text.east_asian import EastAsian, hangul, pinyin
from dragoman.text.name_levels import (
    INITIALS,
    LONG,
    NEAR,
    ONE_ERROR,
    ORDER,
    SAME,
    SPELLING,
    TYPING,
    consonants_of,
    word_level,
)
from dragoman.text.name_parts import Name
from dragoman.text.name_rules import NameRules
from dragoman.text.name_words import Word
from dragoman.text.spelling import VOWELS, distance

SYLLABLES = 6  # letters of a given name of two syllables


@dataclass(frozen=True, slots=True)
class Answer:
    """Words `a` of the first name and `b` of the second (half-open ranges) that answer each other."""

    a: tuple[int, int]
    b: tuple[int, int]
    level: str
    cost: float = 0.0

    def __len__(self) -> int:
        return self.a[1] - self.a[0] + self.b[1] - self.b[0]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names and the answers between their words."""

    a: Name
    b: Name
    rules: NameRules
    answers: tuple[Answer, ...]

    @property
    def body(self) -> bool:
        """Whether one of them is no person's."""
        return self.a.body or self.b.body

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of both."""
        return (*self.a.words, *self.b.words)

    @property
    def telling(self) -> tuple[Answer, ...]:
        """The answers that are not about titles and kinds of bodies alone."""
        return tuple(answer for answer in self.answers if not all(word.light for word in self.of(answer)))

    @property
    def left(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The words of each name without an answer, titles and kinds of bodies aside."""
        return (
            _left(self.a.words, [answer.a for answer in self.answers]),
            _left(self.b.words, [answer.b for answer in self.answers]),
        )

    def of(self, answer: Answer) -> tuple[Word, ...]:
        """The words of an answer, on both sides."""
        return (*self.a.words[slice(*answer.a)], *self.b.words[slice(*answer.b)])


def _left(words: Sequence[Word], taken: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    covered = {i for start, end in taken for i in range(start, end)}
    return tuple(i for i, word in enumerate(words) if i not in covered and not word.light)


def lay(a: Name, b: Name, rules: NameRules) -> Pair:
    """The best answers between two names."""
    if a.asian and b.asian:
        return _by_syllables(a, b, rules)
    if a.body or b.body:
        pair = Pair(a, b, rules, _best(a, b, rules))
    else:
        one, other = _initials_apart(a), _initials_apart(b)
        found = _best(one, other, rules)
        pair = Pair(one, other, rules, tuple(x for x in found if not _out_of_place(x, one, other)))
    return _in_one_piece(pair) or pair


def _initials_apart(name: Name) -> Name:
    """J.-C. and JC as two initials, where no body is meant and another word stands beside them."""
    if len(name.words) < 2 or not any(_initials(word) for word in name.words):
        return name
    words: list[Word] = []
    for word in name.words:
        words += [Word(sign, initial=True) for sign in word.text] if _initials(word) else [word]
    return replace(name, words=tuple(words))


def _initials(word: Word) -> bool:
    return word.block and not word.number and len(word.text) < 4 and not any(sign in VOWELS for sign in word.text[1:])


def _by_syllables(a: Name, b: Name, rules: NameRules) -> Pair:
    """Two Chinese or Korean names: family by family, given name by given name."""
    (family, given), (other, name) = a.asian or ("", ""), b.asian or ("", "")
    one = replace(a, words=(Word(family), Word(given)))
    two = replace(b, words=(Word(other), Word(name)))
    found = []
    if (level := _families(family, other, rules.asian)) is not None:
        found.append(Answer((0, 1), (0, 1), level))
    if (level := _givens(given, name, rules)) is not None:
        found.append(Answer((1, 2), (1, 2), level))
    return Pair(one, two, rules, tuple(found))


def _families(x: str, y: str, rules: EastAsian) -> str | None:
    if x == y:
        return SAME
    nothing: frozenset[str] = frozenset()
    alike = rules.chinese.get(x, nothing) & rules.chinese.get(y, nothing)
    return SPELLING if alike or rules.korean.get(x, nothing) & rules.korean.get(y, nothing) else None


def _givens(x: str, y: str, rules: NameRules) -> str | None:
    if x == y:
        return SAME
    if pinyin(x, rules.asian) & pinyin(y, rules.asian) or hangul(x, rules.asian) == hangul(y, rules.asian):
        return SPELLING
    long = min(len(x), len(y)) >= SYLLABLES and bool(pinyin(x, rules.asian) or pinyin(y, rules.asian))
    return TYPING if long and distance(x, y, rules.variants, ONE_ERROR) <= ONE_ERROR else None


def _out_of_place(answer: Answer, a: Name, b: Name) -> bool:
    """Whether a word that is only nearly another is a family name here and none there: Bagheri, Bagher Ghalibaf."""
    if answer.level not in (TYPING, INITIALS) or len(answer) > 2 or a.turned or b.turned:
        return False
    return (answer.a[1] == len(a.words)) != (answer.b[1] == len(b.words))


def _in_one_piece(pair: Pair) -> Pair | None:
    """Names that differ in nothing but where the blanks are: Andrang Heta, Ndrangheta."""
    a, b = pair.a, pair.b
    if not all(pair.left) or len(a.words) == len(b.words) or min(len(a.solid), len(b.solid)) < LONG:
        return None
    if any(word.initial or word.number for word in pair.words) or abs(len(a.solid) - len(b.solid)) > 2:
        return None
    cost = distance(a.solid, b.solid, pair.rules.variants, ONE_ERROR)
    level = SPELLING if cost <= NEAR else TYPING
    whole = Answer((0, len(a.words)), (0, len(b.words)), level, cost)
    return Pair(a, b, pair.rules, (whole,)) if cost <= ONE_ERROR else None


def _best(a: Name, b: Name, rules: NameRules) -> tuple[Answer, ...]:
    """The answers between two names: the surest first, each word once."""
    order = {level: k for k, level in enumerate(ORDER)}
    found = sorted(
        _candidates(a, b, rules),
        key=lambda x: (order[x.level], -len(x), round(x.cost, 6), abs(x.a[0] - x.b[0]), x.a[0] + x.b[0]),
    )
    kept: list[Answer] = []
    for answer in found:
        if not any(_meet(answer.a, other.a) or _meet(answer.b, other.b) for other in kept):
            kept.append(answer)
    return tuple(sorted(kept, key=lambda x: x.a))


def _meet(x: tuple[int, int], y: tuple[int, int]) -> bool:
    return x[0] < y[1] and y[0] < x[1]


def _candidates(a: Name, b: Name, rules: NameRules) -> Iterator[Answer]:
    for i, x in enumerate(a.words):
        for j, y in enumerate(b.words):
            if (found := word_level(x, y, rules)) is not None:
                yield Answer((i, i + 1), (j, j + 1), *found)
    for i, j, n, answer in _joined(a.words, b.words, rules):
        yield Answer((i, i + n), (j, j + 1), *answer)
    for j, i, n, answer in _joined(b.words, a.words, rules):
        yield Answer((i, i + 1), (j, j + n), *answer)


def _joined(
    long: Sequence[Word], short: Sequence[Word], rules: NameRules
) -> Iterator[tuple[int, int, int, tuple[str, float]]]:
    """Two or three words of one name that are one word, or the initials, in the other."""
    for n in (2, 3, 4, 5, 6):
        for i in range(len(long) - n + 1):
            parts = long[i : i + n]
            for j, word in enumerate(short):
                if word.block and word.text == "".join(part.text[0] for part in parts):
                    yield i, j, n, (INITIALS, 0.0)
                elif n < 4 and (level := _solid_level(parts, word, rules)) is not None:
                    yield i, j, n, level


def _solid_level(parts: Sequence[Word], word: Word, rules: NameRules) -> tuple[str, float] | None:
    solid = Word("".join(part.text for part in parts), bare=any(part.bare for part in parts))
    letters = consonants_of if solid.bare or word.bare else str
    if abs(len(letters(solid.text)) - len(letters(word.text))) > 2 or min(len(part.text) for part in parts) < 2:
        return None
    return word_level(solid, word, rules)
