"""Bodies, groups, vehicles and sites that a noun tells: the 41st Marsh Brigade, Iraqi forces, Israeli jets."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dragoman.lexicon.actors import Entry
from dragoman.lexicon.groups import GroupWords
from dragoman.lexicon.phrases import HYPHENS
from dragoman.model import Reading, Sentence, Tokens
from dragoman.stages.finds import LEXICON, PATTERN, Find, written
from dragoman.stages.times import timed_tokens

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
BODY_OF = frozenset({"of", "for", "on", "against"})
LONGEST_BODY = 9
ADJECTIVES = 2  # words of any sort between a leader and the regime: Assad's brutal regime


@dataclass(frozen=True, slots=True)
class Page:
    """The words of a text with those of its language that tell groups."""

    tokens: Tokens
    sentences: tuple[Sentence, ...]
    words: GroupWords
    small: frozenset[str]  # words that stand in small letters somewhere
    openers: frozenset[int]  # tokens with nothing but marks before them in their sentence
    timed: frozenset[int]  # tokens of time expressions

    def lower(self, i: int) -> str:
        """The word at `i` in small letters; empty behind the text."""
        return self.tokens.lower[i] if 0 <= i < len(self.tokens) else ""

    def capital(self, i: int) -> bool:
        """Whether the word at `i` starts with a capital."""
        return 0 <= i < len(self.tokens) and self.tokens.words[i][:1].isupper()


def open_page(reading: Reading, words: GroupWords) -> Page:
    """The page of a reading."""
    tokens = reading.tokens
    small = frozenset(word for word in tokens.words if word.islower())
    openers = frozenset(_opener(tokens, s) for s in reading.sentences)
    return Page(tokens, reading.sentences, words, small, openers, timed_tokens(reading))


def _opener(tokens: Tokens, sentence: Sentence) -> int:
    return next((i for i in range(sentence.first, sentence.last) if tokens.words[i][0].isalnum()), sentence.first)


def described(page: Page, finds: Iterable[Find]) -> Iterator[Find]:
    """What nouns make of the names beside them."""
    finds = list(finds)
    inner = {f.last: f.entry.subkind for f in finds if f.entry.kind == "platform"}
    ends = {f.last: f for f in finds if f.entry.kind == "nationality"}  # Chinese and Russian ships are two countries'
    for f in finds:
        row = _row(ends, f)
        beside = ends.get(row.first - 1) if page.lower(row.first - 1) in page.words.tie else None
        if beside is not None and beside.entry.country:
            continue
        if _makes_groups(f):
            yield from _of_nation(page, row, inner)
        if f.entry.subkind == "collective" and row.first < f.first:
            yield _group(page, row.entry, row.first, f.last)
        if f.entry.kind == "person":
            yield from _of_leader(page, f)
        if f.entry.kind == "organisation" and f.by == LEXICON:
            yield from _armed(page, f)
        if f.entry.kind in ("place", "organisation", "person") and page.lower(f.last) in page.words.clan:
            yield _group(page, f.entry, f.first, f.last + 1)
        yield from _folk(page, f)


def _makes_groups(f: Find) -> bool:
    """Whether a noun behind a name makes a group of it: Iraqi forces, Kurdish fighters, Coalition aircraft."""
    known = f.by == LEXICON and (f.entry.country is not None or f.entry.subkind in ("coalition", "people"))
    return known or f.entry.rule == "en/groups#head"


def _row(ends: dict[int, Find], f: Find) -> Find:
    """A nationality or people with those before it, of the country that one tells: **Russian Jewish** settlers."""
    while (before := ends.get(f.first)) is not None and f.entry.kind in ("nationality", "organisation"):
        f = replace(f, first=before.first, entry=f.entry if f.entry.country else before.entry)
    return f


def _of_nation(page: Page, f: Find, platforms: Mapping[int, str]) -> Iterator[Find]:
    """Iraqi security forces, Iran-backed militias, Israeli jets; Iraq's army where a country is told."""
    if f.entry.kind == "organisation" and f.entry.subkind not in ("coalition", "group"):
        return
    if f.entry.kind == "place" and f.entry.subkind != "country":
        return
    start = _behind_joint(page, f.last)
    end = _head_end(page, start, page.words.head)
    if end is not None:
        yield _group(page, f.entry, f.first, end)
    elif page.lower(f.last) not in POSSESSIVES:
        craft = _head_end(page, start, page.words.platform)
        if craft is not None:
            yield _thing(page, f.entry, f.first, craft, "platform", platforms.get(craft, "generic"))


def _behind_joint(page: Page, i: int) -> int:
    """Past "-backed" or "'s" where one stands at `i`."""
    if page.lower(i) in HYPHENS and page.lower(i + 1) in page.words.joint:
        return i + 2
    return i + (page.lower(i) in page.words.joint or page.lower(i) in POSSESSIVES)


def _head_end(page: Page, i: int, heads: frozenset[str]) -> int | None:
    """One past the last noun that makes a group of what stands before token `i`; None where none does."""
    end = None
    for j in range(i, i + 4):
        if page.lower(j) in heads:
            end = j + 1
        elif page.lower(j) not in page.words.between:
            break
    return end


def _of_leader(page: Page, f: Find) -> Iterator[Find]:
    """The Assad regime, Assad's brutal regime."""
    i = f.last + (page.lower(f.last) in POSSESSIVES)
    for j in range(i, i + 1 + (ADJECTIVES if i > f.last else 0)):
        if page.lower(j) in page.words.rule:
            yield _group(page, f.entry, f.first, j + 1)
            return
        if not page.lower(j).isalpha():
            return


def _armed(page: Page, f: Find) -> Iterator[Find]:
    """The men of an armed group are the group: ISIL **terrorists**."""
    if f.entry.subkind == "armed_group" and page.lower(f.last) in page.words.fighter:
        yield replace(f, last=f.last + 1)


def _folk(page: Page, f: Find) -> Iterator[Find]:
    """The Government of Iraq, the people of Mosul."""
    of = f.first - 1 - (page.lower(f.first - 1) in ("the", "a"))
    if page.lower(of) != "of" or f.entry.kind != "place":
        return
    if page.lower(of - 1) in page.words.folk or (f.entry.country and page.lower(of - 1) in page.words.head):
        yield _group(page, f.entry, of - 1, f.last)


def _group(page: Page, owner: Entry, first: int, last: int) -> Find:
    entry = replace(
        owner, kind="organisation", subkind="group", name=written(page.tokens, first, last), sector=None, actor_id=None
    )
    return Find(first, last, entry, LEXICON)


def _thing(page: Page, owner: Entry, first: int, last: int, kind: str, subkind: str) -> Find:
    entry = replace(
        owner, kind=kind, subkind=subkind, name=written(page.tokens, first, last), sector=None, actor_id=None
    )
    return Find(first, last, entry, PATTERN)


def told_by_capital(page: Page, titles: Collection[int]) -> Iterator[Find]:
    """A group's noun with a capital names one, unless it opens a sentence or stands in `titles`: the **Coalition**."""
    for i, word in enumerate(page.tokens.words):
        if word in page.words.body and page.lower(i) in page.words.head and i not in page.openers and i not in titles:
            yield Find(i, i + 1, Entry("organisation", "group", word, "en/groups#head"), PATTERN)


def bodies(page: Page, states: Collection[int]) -> Iterator[Find]:
    """Runs of capitals that end in a body's noun, or begin with one: the 507th Air Wing, the Board of Inquiry.

    `states` tells where the names of countries end: Syria's Ministry of Justice begins behind "Syria's".
    """
    for sentence in page.sentences:
        passed = sentence.first
        for i in range(sentence.first, sentence.last):
            if i < passed or page.tokens.words[i] not in page.words.body:
                continue
            last = _run_end(page, i, sentence.last)
            first = _run_start(page, i, max(passed, sentence.first), states)
            if 1 < last - first <= LONGEST_BODY:
                entry = Entry("organisation", "body", written(page.tokens, first, last), "en/groups#body")
                yield Find(first, last, entry, PATTERN)
                passed = last


def _run_end(page: Page, i: int, end: int) -> int:
    """One past the body's name whose noun stands at `i`: further nouns of bodies, and "of" with what it is of."""
    last = i + 1
    while last < end and page.tokens.words[last] in page.words.body:
        last += 1
    j = last + 1 + (page.lower(last + 1) == "the")
    if page.lower(last) in BODY_OF and j < end and page.capital(j) and j not in page.timed:
        last = _capitals_end(page, j, end)
        if page.lower(last) == "and" and last + 1 < end and page.capital(last + 1):
            last = _capitals_end(page, last + 1, end)
    return last


def _capitals_end(page: Page, i: int, end: int) -> int:
    while i < end and page.capital(i):
        i += 1
    return i


def _run_start(page: Page, i: int, floor: int, states: Collection[int]) -> int:
    """Where the capitals and ordinals before a body's noun begin; articles are no part of it."""
    first = i
    while first > floor and _inside_name(page, first - 1) and page.lower(first - 1) not in page.words.leading:
        if page.lower(first - 1) in POSSESSIVES and first - 1 in states:
            break
        first -= 1
    while first < i and page.lower(first) in HYPHENS | POSSESSIVES:
        first += 1
    return first


def _inside_name(page: Page, i: int) -> bool:
    word = page.tokens.words[i]
    return page.capital(i) or word in HYPHENS or word in POSSESSIVES or (word[0].isdigit() and word[-1].isalpha())


def sites(page: Page, finds: Iterable[Find]) -> Iterator[Find]:
    """Sites that a noun makes of a name: an ISIL-held building, the al-Khani mosque."""
    for f in finds:
        start = f.last
        if page.lower(start) in HYPHENS and page.lower(start + 1).isalpha():
            start += 2
        end = _site_end(page, start)
        if end is not None:
            yield _thing(page, f.entry, f.first, end, "place", "site")


def _site_end(page: Page, i: int) -> int | None:
    """One past the last noun of a site from token `i` on; None where none stands there."""
    end = None
    for j in range(i, i + 3):
        if page.lower(j) in page.words.site and not page.capital(j):
            end = j + 1
        elif page.lower(j) not in page.words.between:
            break
    return end
