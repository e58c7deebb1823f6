"""Names that the lexicon does not know: what the tagger says, and what the words beside them say.

A report tells of a new name more than once. What one place makes clear (General Kardomov, the town of Husaybah) holds
for the others.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from dragoman.lexicon.actors import Entry
from dragoman.lexicon.agents import Title
from dragoman.lexicon.phrases import HYPHENS, PhraseIndex
from dragoman.model import Reading
from dragoman.stages.finds import ECHO, LEXICON, PATTERN, TAGGER, TITLE, Find, guess, written
from dragoman.stages.groups import Page

RANKS = ("", "military", "honorific")
QUOTES = frozenset("“”\"'’‘")
CLEAR = 2  # what a word beside a name weighs against one label of the tagger
LONGEST_PLACE = 4
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clues:
    """What guesses are checked against: titles, places, and words that are no names though they may open a sentence."""

    titles: PhraseIndex[Title]
    is_place: Callable[[str], bool]
    common: Collection[str]


def from_tagger(
    page: Page, reading: Reading, folded: Words, clues: Clues, known: Iterable[Find], titled: Mapping[int, int]
) -> Iterator[Find]:
    """The tagger's names, each labelled as the report mostly labels it."""
    names = [(*_bounds(page, folded, clues, n.first, n.last, n.label), n.label) for n in reading.names]
    offices = {i for last, first in titled.items() for i in range(first, last)}
    names = [n for n in names if n[0] < n[1] and not _is_office(page, offices, *n)]
    surnames = {folded[last - 1] for first, last, label in names if label == "PER" and last - first > 1}
    votes = _votes(page, folded, clues, names, titled)
    apart = {i for f in known if f.entry.kind == "person" for i in range(f.first, f.last)}
    regions = {f.first: f.last for f in known if f.entry.kind == "place"}
    for first, last, _ in names:
        label = votes[" ".join(folded[first:last])].most_common(1)[0][0]
        if folded[last - 1] in surnames and all(_tail(page, folded[i]) for i in range(first, last - 1)):
            label = "PER"  # Al-Ghanem, whose whole name was told before
        label = _by_noun(page, last, label)
        region = regions.get(first, last)
        led = page.lower(first - 1) == "of" or placed(page, first)
        if last - region > 1 and (led if label == "PER" else region - first > 1):
            first, label = region, "PER"  # the Minister for the **Middle East** Tobias Ellwood, the mayor of **Kyiv**
        if label == "PER" or apart.isdisjoint(range(first, last)):
            yield Find(first, last, guess(page.tokens, first, last, label), TAGGER)
            continue
        for begin, end in _beside(first, last, apart):
            yield Find(begin, end, guess(page.tokens, begin, end, label), TAGGER)


def _bounds(page: Page, folded: Words, clues: Clues, first: int, last: int, label: str) -> tuple[int, int]:
    """Where the name itself begins and ends: no article, title, possessive, nor a plain word that opens a sentence."""
    tokens = page.tokens
    first, last = _trim(page, first, last)
    while first < last and first in page.openers and _plain(page, clues, first):
        first += 1
    if label != "PER" or first >= last:
        return first, last
    title = clues.titles.at(tokens.words, folded, first, last)
    if title is not None and title[0] < last and title[1].rank in RANKS:
        first = title[0]  # but Amir and Malik are names as often as titles
    last = next((i for i in range(first + 1, last) if _no_name(page, i)), last)
    return first, _past_nickname(page, first, last)


def _trim(page: Page, first: int, last: int) -> tuple[int, int]:
    """Without the article before and the possessive behind."""
    words, lower = page.tokens.words, page.tokens.lower
    while first < last and (lower[first] in page.words.leading or not words[first][0].isalnum()):
        first += 1
    while last > first and (
        lower[last - 1] in ("'s", "'") or (not words[last - 1][-1].isalnum() and words[last - 1][-1] not in ".)")
    ):
        last -= 1
    return first, last


def _plain(page: Page, clues: Clues, i: int) -> bool:
    """Whether a capitalised word is a common one: **Strengthen** relations with allies."""
    lower = page.lower(i)
    if lower in page.words.particle:
        return False
    return page.tokens.words[i].istitle() and (lower in clues.common or lower in page.small or lower in page.words.head)


def _no_name(page: Page, i: int) -> bool:
    """A word in small letters, or a comma, that ends a person's name: Kim Jong Un **on** Sentosa; not Yunus-**bek**."""
    word = page.tokens.words[i]
    small = word.isalpha() and word.islower() and word not in page.words.particle
    return word == "," or (small and page.tokens.words[i - 1] not in HYPHENS)


def _is_office(page: Page, offices: Collection[int], first: int, last: int, label: str) -> bool:
    """Whether what the tagger took for a name is an office: the **Foreign** Minister, the **Speaker** of Parliament."""
    single = label == "PER" and last == first + 1 and page.lower(last) != "of"
    return not single and all(i in offices for i in range(first, last))


def _told_office(page: Page, last: int, offices: Collection[int]) -> bool:
    """Whether an office follows a name: Ali Asghar Khaji, **the senior aide**."""
    return page.lower(last) == "," and page.lower(last + 1) in ("the", "a") and last + 2 in offices


def _past_nickname(page: Page, first: int, last: int) -> int:
    """One past a surname behind a name in quotation marks: John “J.D.” **Dorrian**."""
    words = page.tokens.words
    if last + 2 < len(words) and words[last] in QUOTES:
        close = next((j for j in range(last + 2, min(last + 4, len(words) - 1)) if words[j] in QUOTES), None)
        if close is not None and page.capital(close + 1):
            return close + 2
    return last


def _tail(page: Page, word: str) -> bool:
    return word in page.words.particle or word in HYPHENS


def _by_noun(page: Page, last: int, label: str) -> str:
    """A name whose last word is a body's or a group's noun is an organisation: al-Rahman **Farms**."""
    word = page.tokens.words[last - 1]
    return "ORG" if word in page.words.body or (word[:1].isupper() and word.lower() in page.words.head) else label


def _votes(
    page: Page, folded: Words, clues: Clues, names: Iterable[tuple[int, int, str]], titled: Mapping[int, int]
) -> Mapping[str, Counter[str]]:
    """For each name the weight of the labels that the tagger and the words beside it give it."""
    votes: dict[str, Counter[str]] = {}
    offices = frozenset(titled.values())
    for first, last, label in names:
        count = votes.setdefault(" ".join(folded[first:last]), Counter())
        count[label] += 1
        if first in titled or (last - first > 1 and _told_office(page, last, offices)):
            count["PER"] += CLEAR
        elif label != "ORG" and clues.is_place(written(page.tokens, first, last)):
            count["LOC"] += CLEAR if placed(page, first) else 1
        elif label != "ORG" and of_settlement(page, first):
            count["LOC"] += CLEAR
    return votes


def placed(page: Page, first: int) -> bool:
    """Whether the words before a name say that it is a place: **near** Rawah, the **city of** Husaybah."""
    return page.lower(first - 1) in page.words.where or of_settlement(page, first)


def of_settlement(page: Page, first: int) -> bool:
    """Whether a name is that of a town, province or region: the **city of** Husaybah."""
    return page.lower(first - 1) == "of" and page.lower(first - 2) in page.words.settlement


def _beside(first: int, last: int, apart: Collection[int]) -> Iterator[tuple[int, int]]:
    """What of a name lies beside the known people in it."""
    begin = first
    for i in range(first, last + 1):
        if i == last or i in apart:
            if begin < i:
                yield begin, i
            begin = i + 1


def title_ends(page: Page, folded: Words, titles: PhraseIndex[Title]) -> Mapping[int, int]:
    """One past the last token of each title, and its first token."""
    words = page.tokens.words
    return {last: first for s in page.sentences for first, last, _ in titles.find(words, folded, s.first, s.last)}


def from_titles(page: Page, titled: Mapping[int, int], taken: AbstractSet[int]) -> Iterator[Find]:
    """Capitalised words behind a title are a person: General Khatami, Hajj Kamil."""
    words = page.tokens.words
    for sentence in page.sentences:
        for last in range(sentence.first, sentence.last):
            first = titled.get(last)
            if first is None:
                continue
            end = _name_end(page, last, sentence.last)
            if (
                last < end
                and last not in titled.values()
                and words[first][:1].isupper()
                and taken.isdisjoint(range(last, end))
            ):
                yield Find(last, end, guess(page.tokens, last, end, "PER"), TITLE)


def _name_end(page: Page, i: int, end: int) -> int:
    """One past the last word of a run of capitalised words, particles and hyphens that starts at `i`."""
    words = page.tokens.words
    last = i
    while i < end and (words[i][:1].isupper() or words[i] in HYPHENS or words[i].lower() in page.words.particle):
        i += 1
        if words[i - 1][:1].isupper() and words[i - 1].isalpha():
            last = i
    return last


def from_places(page: Page, clues: Clues, named: AbstractSet[int], taken: AbstractSet[int]) -> Iterator[Find]:
    """Capitalised words that a preposition of place introduces and the gazetteer knows."""
    tokens = page.tokens
    for sentence in page.sentences:
        for i in range(sentence.first + 1, sentence.last):
            near = page.lower(i - 1) in page.words.where
            if i in taken or not page.capital(i) or not (near or page.lower(i - 1) in page.words.beside):
                continue
            end = _name_end(page, i, min(i + LONGEST_PLACE, sentence.last))
            for last in range(end, i, -1):
                free = taken if near and last > i + 1 else named
                if free.isdisjoint(range(i, last)) and clues.is_place(written(tokens, i, last)):
                    yield Find(i, last, guess(tokens, i, last, "LOC"), PATTERN)
                    break


def echoes(page: Page, chosen: Iterable[Find]) -> Iterator[Find]:
    """Later plain uses of the last word of a person's name, and of whole names that the tagger found once."""
    tokens = page.tokens
    chosen = list(chosen)
    taken = {i for f in chosen for i in range(f.first, f.last)}
    people = surnames(page, chosen)
    single = {
        tokens.words[f.first]: f.entry
        for f in chosen
        if f.by == TAGGER and f.last == f.first + 1 and len(tokens.words[f.first]) > 3
    }
    for sentence in page.sentences:
        for i in range(sentence.first, sentence.last):
            word = tokens.words[i]
            if i in taken or not word[:1].isupper():
                continue
            entry = people.get(word) or single.get(word)
            if entry is not None:
                yield _echo(page, i, entry)


def _echo(page: Page, i: int, entry: Entry) -> Find:
    """A word that stands for somebody told in full elsewhere, with the particle before it."""
    words, lower = page.tokens.words, page.tokens.lower
    first = i - 2 if i >= 2 and words[i - 1] in HYPHENS and lower[i - 2] in page.words.particle else i
    return Find(first, i + 1, replace(entry, name=written(page.tokens, first, i + 1), rule="mentions#echo"), ECHO)


def surnames(page: Page, chosen: Iterable[Find]) -> Mapping[str, Entry]:
    """The last words of people's names."""
    words = page.tokens.words
    return {words[f.last - 1]: f.entry for f in chosen if f.entry.kind == "person" and len(words[f.last - 1]) > 3}


def namesakes(page: Page, chosen: Iterable[Find]) -> Iterator[Find]:
    """Names as somebody told in full in the report and not as the place that they could be: **Dayton** was wounded."""
    chosen = list(chosen)
    people = surnames(page, (f for f in chosen if f.last - f.first > 1))
    for f in chosen:
        word = page.tokens.words[f.last - 1]
        town = f.entry.kind == "place" and f.entry.subkind == "place" and f.last == f.first + 1
        if town and word in people and not placed(page, f.first) and page.lower(f.first - 1) not in page.words.beside:
            yield _echo(page, f.first, people[word])
        else:
            yield f


def acronyms(page: Page, chosen: Iterable[Find]) -> Iterator[Find]:
    """A body with its letters in brackets, told as one: Rawan Relief Committee (**RRC**), then each RRC."""
    tokens = page.tokens
    told: dict[str, Entry] = {}
    for f in chosen:
        i = f.last + 1
        short = tokens.words[i] if i + 1 < len(tokens) and tokens.words[i - 1] == "(" else ""
        if f.entry.kind == "organisation" and _letters(short) and _spells(short, tokens.words[f.first : f.last]):
            told.setdefault(short, f.entry)
    for i, word in enumerate(tokens.words):
        if word in told:
            yield Find(i, i + 1, told[word], LEXICON)


def _letters(word: str) -> bool:
    return 2 <= len(word) <= 8 and word.isalpha() and word.isupper()


def _spells(short: str, words: Collection[str]) -> bool:
    """Whether letters are the first ones of a name's words, small words apart."""
    initials = [word[0].upper() for word in words if word[:1].isalpha()]
    capitals = [word[0] for word in words if word[:1].isupper()]
    return short in ("".join(initials), "".join(capitals))
