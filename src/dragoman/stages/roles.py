"""Find offices: who is called minister, commander or spokesman of what, for which country, now or formerly."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from dragoman.lexicon.agents import Title
from dragoman.lexicon.phrases import HYPHENS, PhraseIndex
from dragoman.lexicon.title_words import TitleWords
from dragoman.model import Mention, Reading, Role, Sentence
from dragoman.text.fold import fold

POSSESSIVES = frozenset({"'s", "’s", "’", "'"})
OWNERS = frozenset({"nationality", "place", "organisation"})
REACH = 7  # words between "of" and the country that a title may have: of the Armed Forces General Staff of Iran


@dataclass(frozen=True, slots=True)
class Desk:
    """One reading with what titles are read by; mentions by their first token and by one past their last."""

    reading: Reading
    titles: PhraseIndex[Title]
    words: TitleWords
    folded: tuple[str, ...]
    starts: Mapping[int, int]
    ends: Mapping[int, int]
    bodies: Mapping[int, int]  # token -> the organisation that it is in
    people: Mapping[int, int]  # token -> the person that it is in

    def lower(self, i: int) -> str:
        """The word at `i` in small letters; empty outside the text."""
        return self.reading.tokens.lower[i] if 0 <= i < len(self.reading.tokens) else ""

    def mention(self, k: int | None) -> Mention | None:
        """A mention by its number."""
        return None if k is None else self.reading.mentions[k]

    def owner_at(self, i: int) -> int | None:
        """The nationality, place or organisation that starts at a token."""
        k = self.starts.get(i)
        return k if k is not None and self.reading.mentions[k].kind in OWNERS else None


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `begin` up to, not including, `end`, and the mention that owns the office that they tell."""

    begin: int
    end: int
    owner: int | None = None


def role_finder(titles: PhraseIndex[Title], words: TitleWords) -> Callable[[Reading], Reading]:
    """Build the stage that fills `roles`. Needs tokens, sentences and mentions."""

    def find_roles(reading: Reading) -> Reading:
        desk = _desk(reading, titles, words)
        return replace(reading, roles=tuple(role for s in reading.sentences for role in _roles(desk, s)))

    return find_roles


def _desk(reading: Reading, titles: PhraseIndex[Title], words: TitleWords) -> Desk:
    widest = sorted(enumerate(reading.mentions), key=lambda item: item[1].last - item[1].first)
    inside = [(i, k) for k, m in widest for i in range(m.first, m.last)]
    kinds = {k: m.kind for k, m in widest}
    return Desk(
        reading=reading,
        titles=titles,
        words=words,
        folded=tuple(map(fold, reading.tokens.words)),
        starts={m.first: k for k, m in widest},
        ends={m.last: k for k, m in widest},
        bodies={i: k for i, k in inside if kinds[k] == "organisation"},
        people={i: k for i, k in inside if kinds[k] == "person"},
    )


def _roles(desk: Desk, sentence: Sentence) -> Iterator[Role]:
    tokens = desk.reading.tokens
    passed = sentence.first
    last_told: Phrase | None = None
    for first, last, title in desk.titles.find(tokens.words, desk.folded, sentence.first, sentence.last):
        if first < passed or _inside_a_name(desk, first, last, title) or not title.office or title.rank == "honorific":
            continue
        if desk.lower(last - 1) in desk.words.of | desk.words.to and last - 1 > first:
            last -= 1  # "commander of" as one phrase
        phrase = _phrase(desk, sentence, first, last, title, last_told)
        holder = None if desk.lower(phrase.end) in POSSESSIVES else _holder(desk, sentence, phrase, last)
        last_told, passed = phrase, max(passed, phrase.end)
        if holder is not None or _definite(desk, phrase, first, last, title):
            yield _role(desk, title, phrase, first, holder)


def _inside_a_name(desk: Desk, first: int, last: int, title: Title) -> bool:
    """Whether a title is a part of somebody's name, and not told before it: Julie **Bishop**, **Amir** Hatami."""
    k = desk.people.get(first)
    if k is None:
        return False
    name = desk.reading.mentions[k]
    if desk.lower(last) in HYPHENS:
        return True  # Amir-Abdollahian
    return name.first != first or name.last - last < (1 if title.rank == "religious" else 2)


def _role(desk: Desk, title: Title, phrase: Phrase, first: int, holder: int | None) -> Role:
    owner = desk.mention(phrase.owner)
    office = title.armed if title.armed and owner is not None and _armed(desk, owner) else title.office
    return Role(
        span=desk.reading.tokens.span(phrase.begin, phrase.end),
        holder=holder if holder is not None else -1,
        office=office,
        country=owner.country if owner is not None else _own_country(desk, title, first),
        sector=title.sector or None,
        body=_body(desk, phrase, owner),
        rule=f"en/titles#{office.replace(' ', '-')}",
        status=title.status or _status(desk, phrase.begin, first),
    )


def _own_country(desk: Desk, title: Title, first: int) -> str | None:
    """The country of an office that only one calls so: the **Foreign Secretary** is the United Kingdom's."""
    return title.country if title.country and desk.reading.tokens.words[first][0].isupper() else None


def _armed(desk: Desk, owner: Mention) -> bool:
    """Whether an office is held in an armed body: chief of staff of the Israeli **army**."""
    return owner.sector == "MIL" or any(desk.lower(i) in desk.words.armed for i in range(owner.first, owner.last))


def _body(desk: Desk, phrase: Phrase, owner: Mention | None) -> str | None:
    """The organisation that owns the office, or a body in small letters: spokesman for the **foreign ministry**."""
    if owner is not None:
        return owner.name if owner.kind == "organisation" else None
    i = phrase.end
    while i > phrase.begin and desk.lower(i - 1) in desk.words.body:
        i -= 1
    of = i - 1 - (desk.lower(i - 1) in desk.words.article)
    if i < phrase.end and of > phrase.begin and desk.lower(of) in desk.words.of:
        return desk.reading.tokens.span(i, phrase.end).of(desk.reading.content)
    return None


def _status(desk: Desk, begin: int, first: int) -> str:
    """What the words between article and office make of it: the **former** Israeli prime minister."""
    told = (desk.words.status(desk.lower(i)) for i in range(begin, first))
    return next((status for status in told if status is not None), "current")


def _definite(desk: Desk, phrase: Phrase, first: int, last: int, title: Title) -> bool:
    """Whether an office without a name is somebody's: the minister, his minister, an Iraqi general."""
    owned = phrase.owner is not None
    if title.rank == "military" and not owned:
        return False  # told by the noun alone
    determined = desk.lower(phrase.begin) in desk.words.article or phrase.begin < first
    return determined or desk.lower(phrase.begin - 1) in desk.words.article or (owned and last - first > 1)


def _phrase(desk: Desk, sentence: Sentence, first: int, last: int, title: Title, before: Phrase | None) -> Phrase:
    """The title with its article, adjectives and owner on both sides."""
    begin, owner = _before(desk, sentence, first, before)
    sent = any(word in title.office for word in desk.words.sent)
    end, behind = (_second_office(desk, sentence, last) if sent else None) or _behind(
        desk, sentence, last, desk.words.of | desk.words.to if sent else desk.words.of
    )
    if sent and desk.lower(last) != "of" and _is_place(desk, behind):
        behind = None  # where an envoy is sent to does not own the office
    inner = (desk.starts[i] for i in range(first, last) if i in desk.starts)
    within = next((k for k in inner if desk.reading.mentions[k].country or _is_body(desk, k)), None)
    return Phrase(begin, end, next((k for k in (owner, behind, within) if k is not None), None))


def _is_place(desk: Desk, k: int | None) -> bool:
    return k is not None and desk.reading.mentions[k].kind == "place"


def _is_body(desk: Desk, k: int) -> bool:
    return desk.reading.mentions[k].kind == "organisation"


def _before(desk: Desk, sentence: Sentence, first: int, before: Phrase | None) -> tuple[int, int | None]:
    """Where the phrase begins, and the mention that owns the office: the **Iranian** minister, **Syria**'s minister."""
    i = first
    while i > sentence.first and desk.words.beside(desk.lower(i - 1)) and not _is_done(desk, sentence, i - 1):
        i -= 1
    if i > sentence.first and desk.lower(i - 1) in POSSESSIVES:
        i -= 1
        if before is not None and before.end == i:
            return before.begin, before.owner  # the UN Secretary-General's special envoy
    owner = desk.bodies.get(i - 1) if desk.bodies.get(i - 1) == desk.bodies.get(i, -1) else desk.ends.get(i)
    mention = desk.mention(owner)
    begin = first
    if mention is None or mention.kind not in OWNERS or mention.first < sentence.first:
        owner = None
    else:
        begin = mention.first
    while begin > sentence.first and (
        desk.lower(begin - 1) in desk.words.article
        or (desk.words.beside(desk.lower(begin - 1)) and not _is_done(desk, sentence, begin - 1))
    ):
        begin -= 1
    while begin < first and desk.lower(begin) in HYPHENS:
        begin += 1
    return begin, owner


def _is_done(desk: Desk, sentence: Sentence, i: int) -> bool:
    """Whether a word is a verb rather than what an office is: the army **ousted** President Conde."""
    if not desk.lower(i).endswith("ed") or i == sentence.first:
        return False
    before = desk.mention(desk.ends.get(i))
    described = desk.lower(i - 1) in desk.words.article | POSSESSIVES or desk.words.beside(desk.lower(i - 1))
    return not described and (before is None or before.kind != "nationality")


def _behind(desk: Desk, sentence: Sentence, last: int, joints: frozenset[str]) -> tuple[int, int | None]:
    """Where the phrase ends, and the mention behind "of" that owns the office: Head of the **Syrian** Air Force."""
    if last >= sentence.last or desk.lower(last) not in joints:
        return last, None
    words = desk.reading.tokens.words
    missions = desk.words.to - desk.words.of if desk.lower(last) not in desk.words.of else frozenset[str]()
    for i in range(last + 1, min(last + REACH, sentence.last)):
        k = desk.owner_at(i)
        if k is not None:
            return _home(desk, sentence, _phrase_end(desk, desk.reading.mentions[k], sentence.last), k)
        joined = words[i][0].isalpha() or words[i] in POSSESSIVES or words[i] == "-"
        if i in desk.starts or not joined or desk.lower(i) in missions:
            break  # the ambassador in response to the raid on Basra
    return _small_body(desk, sentence, last), None


def _small_body(desk: Desk, sentence: Sentence, last: int) -> int:
    """Past a body in small letters behind "of": spokesman for the **foreign ministry**."""
    i = last + 1 + (desk.lower(last + 1) in desk.words.article)
    end = i
    while end < sentence.last and desk.lower(end) in desk.words.body:
        end += 1
    return end if end > i else last


def _second_office(desk: Desk, sentence: Sentence, last: int) -> tuple[int, int | None] | None:
    """An office held beside another: adviser **to the Supreme Leader of Iran**."""
    words = desk.reading.tokens.words
    if desk.lower(last) not in desk.words.to | desk.words.of:
        return None
    for joint in range(last, min(last + REACH, sentence.last - 1)):
        if not words[joint].isalpha():
            return None
        if desk.lower(joint) in desk.words.to | desk.words.of:
            found = _beside_office(desk, sentence, joint + 1)
            if found is not None:
                return found
    return None


def _beside_office(desk: Desk, sentence: Sentence, i: int) -> tuple[int, int | None] | None:
    i += desk.lower(i) in desk.words.article
    k = desk.owner_at(i)
    if k is not None:
        i = desk.reading.mentions[k].last + (desk.lower(desk.reading.mentions[k].last) in POSSESSIVES)
    inner = desk.titles.at(desk.reading.tokens.words, desk.folded, i, sentence.last) if i < sentence.last else None
    if inner is None:
        return None
    end, behind = _behind(desk, sentence, inner[0], desk.words.of)
    return end, k if k is not None else behind


def _home(desk: Desk, sentence: Sentence, end: int, k: int) -> tuple[int, int]:
    """Past the country that a body without one is said to be in: the Sadrist Current **in Iraq**."""
    if desk.reading.mentions[k].country is None and end + 1 < sentence.last and desk.lower(end) == "in":
        country = desk.starts.get(end + 1)
        if country is not None and desk.reading.mentions[country].country:
            return desk.reading.mentions[country].last, country
    return end, k


def _phrase_end(desk: Desk, mention: Mention, end: int) -> int:
    """Past the capitalised words that go on behind a nationality: the Syrian **Air Force**."""
    words, i = desk.reading.tokens.words, mention.last
    if mention.kind == "nationality":
        while i < end and (_goes_on(desk, i) or (words[i] in HYPHENS and i + 1 < end)):
            i += 1
        return i
    if i + 1 < end and words[i] in POSSESSIVES:
        while i + 1 < end and words[i + 1][:1].isupper() and words[i + 1].isalpha():
            i += 1
        return i + 1 if i > mention.last else mention.last
    return i


def _goes_on(desk: Desk, i: int) -> bool:
    """A capitalised word, or one of those that name a body in small letters: the Iranian **foreign ministry**."""
    word = desk.reading.tokens.words[i]
    return word.isalpha() and (word[:1].isupper() or word in desk.words.body) and i not in desk.people


def _holder(desk: Desk, sentence: Sentence, phrase: Phrase, last: int) -> int | None:
    """The person named beside the office: behind it (commas and ranks passed over), else before it."""
    words, mentions = desk.reading.tokens.words, desk.reading.mentions
    if last - 1 in desk.people and desk.people.get(last) == desk.people[last - 1]:
        return desk.people[last]  # the title is told as part of the name
    for i in dict.fromkeys((last, phrase.end)):
        i += i < sentence.last and words[i] == ","
        while i < sentence.last:
            k = desk.starts.get(i)
            if k is not None and mentions[k].kind == "person":
                return k
            rank = desk.titles.at(words, desk.folded, i, sentence.last)
            if rank is None or not rank[1].rank:
                break
            i = rank[0]
    if phrase.begin > sentence.first and words[phrase.begin - 1] == ",":
        k = desk.ends.get(phrase.begin - 1)
        if k is not None and mentions[k].kind == "person":
            return k
    return None
