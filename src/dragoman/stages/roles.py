"""Find offices: who is called minister, commander or spokesman of what, and for which country."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from dragoman.lexicon.agents import Title
from dragoman.lexicon.phrases import HYPHENS, PhraseIndex
from dragoman.model import Mention, Reading, Role, Sentence
from dragoman.text.fold import fold

OF = frozenset({"of", "for"})
TO = frozenset({"to", "on", "in"})
SENT = (
    "ambassador",
    "envoy",
    "advis",
    "consul",
    "representative",
    "aide",
    "delegate",
)  # offices that are held *to* or *on* something
SKIPPED = frozenset(
    {
        "new",
        "former",
        "then",
        "outgoing",
        "visiting",
        "acting",
        "caretaker",
        "top",
        "senior",
        "newly",
        "current",
        "late",
        "-",
        "interim",
        "deputy",
        "chief",
        "his",
        "veteran",
        "longtime",
        "appointed",
        "elected",
    }
)
ARTICLES = frozenset({"the", "a", "an"})
BODY_WORDS = frozenset(
    {
        "foreign",
        "defence",
        "defense",
        "interior",
        "finance",
        "justice",
        "ministry",
        "army",
        "navy",
        "air",
        "force",
        "armed",
        "forces",
        "military",
        "government",
        "parliament",
        "police",
        "embassy",
        "mission",
        "delegation",
    }
)
REACH = 7  # words between "of" and the country that a title may have: of the Armed Forces General Staff of Iran


def role_finder(titles: PhraseIndex[Title]) -> Callable[[Reading], Reading]:
    """Build the stage that fills `roles`. Needs tokens, sentences and mentions."""

    def find_roles(reading: Reading) -> Reading:
        folded = tuple(map(fold, reading.tokens.words))
        widest = sorted(enumerate(reading.mentions), key=lambda item: item[1].last - item[1].first)
        starts = {m.first: k for k, m in widest}
        ends = {m.last: k for k, m in widest}
        roles = tuple(
            role for sentence in reading.sentences for role in _roles(reading, sentence, titles, folded, starts, ends)
        )
        return replace(reading, roles=roles)

    return find_roles


def _roles(
    reading: Reading,
    sentence: Sentence,
    titles: PhraseIndex[Title],
    folded: tuple[str, ...],
    starts: dict[int, int],
    ends: dict[int, int],
) -> Iterator[Role]:
    tokens, mentions = reading.tokens, reading.mentions
    passed = sentence.first
    inside = {
        i
        for k in set(starts.values())
        if mentions[k].kind == "person"
        for i in range(mentions[k].first, mentions[k].last)
    }
    for first, last, title in titles.find(tokens.words, folded, sentence.first, sentence.last):
        if (
            first < passed
            or first in inside
            or title.rank == "honorific"
            or (title.rank == "military" and not title.office)
        ):
            continue
        if tokens.lower[last - 1] in OF | TO and last - 1 > first:
            last -= 1  # "commander of" as one phrase
        begin, before = _before(reading, sentence, first, ends)
        joints = OF | TO if any(word in title.office for word in SENT) else OF
        end, behind = _behind(reading, sentence, last, starts, joints)
        if behind is None and (inner := _nested(reading, sentence, titles, folded, last, starts)) is not None:
            end, behind = inner
        owner = before if before is not None else behind
        passed = max(passed, end)
        holder = _holder(reading, sentence, titles, folded, begin, end, last, starts, ends)
        if owner is None:
            owner = next((starts[i] for i in range(first, last) if i in starts and mentions[starts[i]].country), None)
        if title.rank == "military" and holder is None:
            continue  # a general without a name is told by the noun alone
        yield Role(
            span=tokens.span(begin, end),
            holder=holder if holder is not None else -1,
            office=title.office,
            country=mentions[owner].country if owner is not None else None,
            sector=title.sector or None,
            body=mentions[owner].name if owner is not None and mentions[owner].kind == "organisation" else None,
            rule=f"en/titles#{title.office.replace(' ', '-')}",
        )


def _before(reading: Reading, sentence: Sentence, first: int, ends: dict[int, int]) -> tuple[int, int | None]:
    """Where the phrase begins, and the mention that owns the office: the **Iranian** minister, **Syria**'s minister."""
    lower = reading.tokens.lower
    i = first
    while i > sentence.first and lower[i - 1] in SKIPPED:
        i -= 1
    if i > sentence.first and lower[i - 1] in ("'s", "'"):
        i -= 1
    owner = ends.get(i)
    if owner is None or reading.mentions[owner].kind not in ("nationality", "place", "organisation"):
        begin, owner = first, None
    else:
        begin = reading.mentions[owner].first
    while begin > sentence.first and lower[begin - 1] in ARTICLES | SKIPPED:
        begin -= 1
    return begin, owner


def _behind(
    reading: Reading, sentence: Sentence, last: int, starts: dict[int, int], joints: frozenset[str]
) -> tuple[int, int | None]:
    """Where the phrase ends, and the mention behind "of" that owns the office: Head of the **Syrian** Air Force."""
    tokens, mentions = reading.tokens, reading.mentions
    if last >= sentence.last or tokens.lower[last] not in joints:
        return last, None
    for i in range(last + 1, min(last + REACH, sentence.last)):
        word = tokens.words[i]
        k = starts.get(i)
        if k is not None and mentions[k].kind in ("nationality", "place", "organisation"):
            return _home(reading, sentence, starts, _phrase_end(tokens.words, mentions[k], sentence.last), k)
        if k is not None or not (word[0].isalpha() or word in ("'s", "’s", "’", "'", "-")):
            break
    return last, None


def _nested(
    reading: Reading,
    sentence: Sentence,
    titles: PhraseIndex[Title],
    folded: tuple[str, ...],
    last: int,
    starts: dict[int, int],
) -> tuple[int, int | None] | None:
    """An office held beside another: adviser **to the Supreme Leader of Iran**."""
    lower = reading.tokens.lower
    for joint in range(last, min(last + REACH, sentence.last - 1)):
        if not reading.tokens.words[joint].isalpha():
            break
        if lower[joint] in TO | OF:
            i = joint + 1 + (lower[joint + 1] in ARTICLES)
            inner = titles.at(reading.tokens.words, folded, i, sentence.last) if i < sentence.last else None
            if inner is not None:
                return _behind(reading, sentence, inner[0], starts, OF)
    return None


def _home(reading: Reading, sentence: Sentence, starts: dict[int, int], end: int, k: int) -> tuple[int, int]:
    """Past the country that a body without one is said to be in: the Sadrist Current **in Iraq**."""
    if reading.mentions[k].country is None and end + 1 < sentence.last and reading.tokens.lower[end] == "in":
        country = starts.get(end + 1)
        if country is not None and reading.mentions[country].country:
            return reading.mentions[country].last, country
    return end, k


def _goes_on(word: str) -> bool:
    """A capitalised word, or one of those that name a body in small letters: the Iranian **foreign ministry**."""
    return word.isalpha() and (word[:1].isupper() or word in BODY_WORDS)


def _phrase_end(words: tuple[str, ...], mention: Mention, end: int) -> int:
    """Past the capitalised words that go on behind a nationality: the Syrian **Air Force**."""
    i = mention.last
    if mention.kind == "nationality":
        while i < end and (_goes_on(words[i]) or (words[i] in HYPHENS and i + 1 < end)):
            i += 1
        return i
    if i + 1 < end and words[i] in ("'s", "’s", "’", "'"):
        while i + 1 < end and words[i + 1][:1].isupper() and words[i + 1].isalpha():
            i += 1
        return i + 1 if i > mention.last else mention.last
    return i


def _holder(
    reading: Reading,
    sentence: Sentence,
    titles: PhraseIndex[Title],
    folded: tuple[str, ...],
    begin: int,
    end: int,
    last: int,
    starts: dict[int, int],
    ends: dict[int, int],
) -> int | None:
    """The person named beside the office: behind it (commas and ranks passed over), else before it."""
    words, mentions = reading.tokens.words, reading.mentions
    for i in dict.fromkeys((last, end)):
        comma = i < sentence.last and words[i] == ","
        i += comma
        while i < sentence.last:
            k = starts.get(i)
            if k is not None and mentions[k].kind == "person":
                return k
            rank = titles.at(words, folded, i, sentence.last)
            if rank is None or not rank[1].rank:
                break
            i = rank[0]
    if begin > sentence.first and words[begin - 1] == ",":
        k = ends.get(begin - 1)
        if k is not None and mentions[k].kind == "person":
            return k
    return None
