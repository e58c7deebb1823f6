"""Find who and what is spoken of: people, organisations, places, nationalities, weapons and platforms.

The lexicon knows names, the tagger guesses new ones, titles introduce people, and a name once known is known in the
whole report. The longest span wins; of two as long, the lexicon.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.lexicon.actors import Entry
from dragoman.lexicon.agents import Title
from dragoman.lexicon.equipment import NAMESAKE
from dragoman.lexicon.groups import GroupWords
from dragoman.lexicon.phrases import HYPHENS, PhraseIndex
from dragoman.model import Mention, Reading, Sentence, Tokens
from dragoman.stages.times import timed_tokens
from dragoman.text.fold import fold

KINDS = {"PER": ("person", "person"), "ORG": ("organisation", "body"), "LOC": ("place", "place")}
PARTICLES = frozenset(
    {
        "al",
        "el",
        "bin",
        "ibn",
        "abu",
        "de",
        "van",
        "von",
        "der",
        "da",
        "di",
        "del",
        "bint",
        "ul",
        "ad",
        "as",
        "ash",
        "an",
        "ben",
        "le",
        "la",
        "dos",
    }
)
LEXICON, TAGGER, TITLE, GAZETTEER, ECHO = range(5)


@dataclass(frozen=True, slots=True)
class _Found:
    first: int
    last: int
    entry: Entry
    by: int


def mention_finder(
    known: PhraseIndex[Entry], titles: PhraseIndex[Title], groups: GroupWords, is_place: Callable[[str], bool]
) -> Callable[[Reading], Reading]:
    """Build the stage that fills `mentions`. Needs tokens, sentences and names."""

    def find_mentions(reading: Reading) -> Reading:
        tokens = reading.tokens
        folded = tuple(map(fold, tokens.words))
        found = list(_from_lexicon(known, reading, folded))
        taken = {i for f in found for i in range(f.first, f.last)}
        found += _from_tagger(reading, folded, titles, is_place)
        found += _from_titles(titles, reading, folded, taken)
        found += _grouped(groups, tokens, found)
        found += _titled_groups(groups, tokens, reading.sentences)
        found += _from_gazetteer(reading, is_place, taken)
        timed = timed_tokens(reading)
        found = [f for f in found if f.by == LEXICON or not timed.issuperset(range(f.first, f.last))]
        chosen = _longest(found)
        chosen = _longest([*chosen, *_echoes(tokens, reading.sentences, chosen)])
        nested = _nested(chosen, found)
        return replace(reading, mentions=tuple(_mentions(reading, sorted([*chosen, *nested], key=_place_of), found)))

    return find_mentions


def _from_lexicon(known: PhraseIndex[Entry], reading: Reading, folded: tuple[str, ...]) -> Iterator[_Found]:
    for sentence in reading.sentences:
        for first, last, entry in known.find(reading.tokens.words, folded, sentence.first, sentence.last):
            if entry is not NAMESAKE and not _miscased(reading.tokens, first, last, entry):
                yield _Found(first, last, entry, LEXICON)


def _miscased(tokens: Tokens, first: int, last: int, entry: Entry) -> bool:
    """A word in small letters that is a place or an outlet in capitals only: Pakistan **today**, the **hill**."""
    if last < len(tokens) and tokens.words[last] == "$" and tokens.starts[last] == tokens.ends[last - 1]:
        return True  # US$ is money
    if entry.subkind == "outlet":
        following = tokens.words[last] if last < len(tokens) else ""
        if last == first + 1 and following.isalpha() and following.istitle():
            return True  # the National Liberation Army is no newspaper
        return tokens.words[last - 1].islower() and "." not in tokens.words[last - 1]
    return entry.kind == "place" and entry.subkind != "country" and tokens.words[first].islower()


def _from_tagger(
    reading: Reading, folded: tuple[str, ...], titles: PhraseIndex[Title], is_place: Callable[[str], bool]
) -> Iterator[_Found]:
    """The tagger's names, each labelled as the report mostly labels it."""
    votes: dict[str, Counter[str]] = {}
    for name in reading.names:
        votes.setdefault(" ".join(folded[name.first : name.last]), Counter())[name.label] += 1
    surnames = {folded[n.last - 1] for n in reading.names if n.label == "PER" and n.last - n.first > 1}
    for name in reading.names:
        first, last = _trim(reading.tokens, name.first, name.last)
        title = titles.at(reading.tokens.words, folded, first, last) if name.label == "PER" and first < last else None
        if title is not None and title[0] < last and title[1].rank in ("", "military", "honorific"):
            first = title[0]  # but Amir and Malik are names as often as titles
        if name.label == "PER":
            last = next((i for i in range(first + 1, last) if _no_name(reading.tokens.words[i])), last)
        if first >= last:
            continue
        words = " ".join(folded[name.first : name.last])
        label = votes[words].most_common(1)[0][0]
        if folded[last - 1] in surnames and all(_tail(folded[i]) for i in range(first, last - 1)):
            label = "PER"  # Al-Ghanem, whose whole name was told before
        elif first > 0 and reading.tokens.lower[first - 1] in SITES and is_place(_written(reading.tokens, first, last)):
            label = "LOC"
        yield _Found(first, last, _entry(reading.tokens, first, last, label), TAGGER)


def _no_name(word: str) -> bool:
    """A word in small letters, or a comma, that ends a person's name: Kim Jong Un **on** Sentosa."""
    return word == "," or (word.isalpha() and word.islower() and word not in PARTICLES)


def _tail(word: str) -> bool:
    return word in PARTICLES or word in HYPHENS


def _trim(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """Without the article before and the possessive behind."""
    while first < last and (tokens.lower[first] in LEADING or not tokens.words[first][0].isalnum()):
        first += 1
    while last > first and (
        tokens.lower[last - 1] in ("'s", "'")
        or (not tokens.words[last - 1][-1].isalnum() and tokens.words[last - 1][-1] not in ".)")
    ):
        last -= 1
    return first, last


def _entry(tokens: Tokens, first: int, last: int, label: str) -> Entry:
    kind, subkind = KINDS[label]
    return Entry(kind, subkind, _written(tokens, first, last), f"model/names#{label.lower()}")


def _written(tokens: Tokens, first: int, last: int) -> str:
    """The words with single spaces, hyphens and apostrophes closed up."""
    text = tokens.words[first]
    for i in range(first + 1, last):
        text += (" " if tokens.starts[i] > tokens.ends[i - 1] else "") + tokens.words[i]
    return text


def _from_titles(
    titles: PhraseIndex[Title], reading: Reading, folded: tuple[str, ...], taken: set[int]
) -> Iterator[_Found]:
    """Capitalised words behind a title are a person: General Khatami, Hajj Kamil."""
    words = reading.tokens.words
    for sentence in reading.sentences:
        for first, last, _ in titles.find(words, folded, sentence.first, sentence.last):
            end = _name_end(words, last, sentence.last)
            if (
                last < end
                and titles.at(words, folded, last, sentence.last) is None
                and words[first][:1].isupper()
                and not taken.intersection(range(last, end))
            ):
                yield _Found(last, end, _entry(reading.tokens, last, end, "PER"), TITLE)


def _name_end(words: tuple[str, ...], i: int, end: int) -> int:
    """One past the last word of a run of capitalised words, particles and hyphens that starts at `i`."""
    last = i
    while i < end and (words[i][:1].isupper() or words[i] in HYPHENS or words[i].lower() in PARTICLES):
        i += 1
        if words[i - 1][:1].isupper() and words[i - 1].isalpha():
            last = i
    return last


def _from_gazetteer(reading: Reading, is_place: Callable[[str], bool], taken: set[int]) -> Iterator[_Found]:
    """Capitalised words that a preposition of place introduces and the gazetteer knows."""
    tokens = reading.tokens
    named = {i for name in reading.names for i in range(name.first, name.last)} | taken
    for sentence in reading.sentences:
        for i in range(sentence.first + 1, sentence.last):
            if i in named or not tokens.words[i][:1].isupper() or tokens.lower[i - 1] not in PLACE_WORDS:
                continue
            end = _name_end(tokens.words, i, min(i + 4, sentence.last))
            for last in range(end, i, -1):
                if not named.intersection(range(i, last)) and is_place(_written(tokens, i, last)):
                    yield _Found(i, last, _entry(tokens, i, last, "LOC"), GAZETTEER)
                    break


SITES = frozenset({"in", "at", "near", "outside", "around", "inside", "from"})
LEADING = frozenset(
    {"the", "a", "an", "neither", "both", "later", "earlier", "near", "in", "at", "from", "outside", "inside", "around"}
)
PLACE_WORDS = frozenset(
    {
        "in",
        "at",
        "near",
        "to",
        "from",
        "around",
        "outside",
        "of",
        "into",
        "on",
        "over",
        "toward",
        "towards",
        "and",
        ",",
        "across",
        "inside",
    }
)


def _grouped(groups: GroupWords, tokens: Tokens, found: Iterable[_Found]) -> Iterator[_Found]:
    """A nationality, country or coalition with a noun that makes it act: Iraqi forces, the Government of Iraq."""
    lower = tokens.lower
    for f in found:
        if f.by != LEXICON or not (f.entry.country or f.entry.subkind == "coalition"):
            continue
        end = _group_end(groups, lower, f.last) if f.entry.kind != "place" else None
        if end is not None:
            yield _Found(f.first, end, _group(f.entry, _written(tokens, f.first, end)), LEXICON)
        of = f.first - 1 - (lower[f.first - 1] in ("the", "a") and f.first > 1)
        if of > 0 and f.entry.kind == "place" and lower[of] == "of" and lower[of - 1] in groups.head:
            yield _Found(of - 1, f.last, _group(f.entry, _written(tokens, of - 1, f.last)), LEXICON)


def _group_end(groups: GroupWords, lower: Sequence[str], i: int) -> int | None:
    """One past the last noun that makes a group of what stands before token `i`; None where none does."""
    end = None
    for j in range(i, min(i + 4, len(lower))):
        if lower[j] in groups.head:
            end = j + 1
        elif lower[j] not in groups.between:
            break
    return end


def _titled_groups(groups: GroupWords, tokens: Tokens, sentences: Iterable[Sentence]) -> Iterator[_Found]:
    """A group's noun with a capital is a name for one: the **Coalition**, Coalition military forces."""
    for sentence in sentences:
        for i in range(sentence.first + 1, sentence.last):
            if tokens.words[i].istitle() and tokens.lower[i] in groups.head:
                end = min(_group_end(groups, tokens.lower, i + 1) or i + 1, sentence.last)
                words = _written(tokens, i, end)
                yield _Found(i, end, Entry("organisation", "group", words, "en/groups#head"), GAZETTEER)


def _group(owner: Entry, name: str) -> Entry:
    return replace(owner, kind="organisation", subkind="group", name=name, sector=None, actor_id=None)


def _nested(chosen: Iterable[_Found], found: Iterable[_Found]) -> Iterator[_Found]:
    """Nationalities inside longer names stay mentions of their own: **Syrian** Air Force."""
    whole = [f for f in chosen if f.last - f.first > 1]
    for f in found:
        if f.entry.kind == "nationality" and any(
            w.first <= f.first and f.last <= w.last and w.entry.kind != "nationality" for w in whole
        ):
            yield f


def _place_of(f: _Found) -> tuple[int, int]:
    return (f.first, f.first - f.last)


def _longest(found: Iterable[_Found]) -> list[_Found]:
    """Spans that do not overlap, the longest first; of two as long, the better source."""
    taken: set[int] = set()
    kept = []
    for f in sorted(found, key=lambda f: (-_weight(f), f.by, f.first)):
        reach = set(range(f.first, f.last))
        if taken.isdisjoint(reach):
            taken |= reach
            kept.append(f)
    return sorted(kept, key=lambda f: f.first)


def _weight(f: _Found) -> int:
    """Known organisations and people hold their ground against a guess that is a little longer."""
    return 2 * (f.last - f.first) + (2 if f.by == LEXICON and f.entry.kind == "organisation" else f.by == LEXICON)


def _echoes(tokens: Tokens, sentences: Iterable[Sentence], chosen: Iterable[_Found]) -> Iterator[_Found]:
    """Later plain uses of the last word of a person's name, and of whole names that the tagger found once."""
    chosen = list(chosen)
    taken = {i for f in chosen for i in range(f.first, f.last)}
    people: Mapping[str, Entry] = {
        tokens.words[f.last - 1]: f.entry
        for f in chosen
        if f.entry.kind == "person" and len(tokens.words[f.last - 1]) > 3
    }
    single = {
        tokens.words[f.first]: f.entry
        for f in chosen
        if f.by == TAGGER and f.last == f.first + 1 and len(tokens.words[f.first]) > 3
    }
    for sentence in sentences:
        for i in range(sentence.first, sentence.last):
            word = tokens.words[i]
            if i in taken or not word[:1].isupper():
                continue
            entry = people.get(word) or single.get(word)
            if entry is not None:
                first = i - 2 if i >= 2 and tokens.words[i - 1] in HYPHENS and tokens.lower[i - 2] in PARTICLES else i
                yield _Found(
                    first, i + 1, replace(entry, name=_written(tokens, first, i + 1), rule="mentions#echo"), ECHO
                )


def _people(tokens: Tokens, f: _Found) -> Entry:
    """Syrians, the Kurds: a nationality in the plural is a group of people."""
    word = tokens.words[f.last - 1]
    if f.entry.kind == "nationality" and word.endswith("s") and not word.endswith(("ss", "is", "us")):
        return replace(f.entry, kind="organisation", subkind="people")
    return f.entry


def _mentions(reading: Reading, chosen: Iterable[_Found], found: Iterable[_Found]) -> Iterator[Mention]:
    """Mentions with their head and, for a guessed organisation, the country that a name inside it gives."""
    inner = [f for f in found if f.by == LEXICON and f.entry.country]
    for f in chosen:
        entry = _people(reading.tokens, f)
        if f.by != LEXICON and entry.kind == "organisation":
            inside = next((g for g in inner if f.first <= g.first and g.last <= f.last), None)
            entry = replace(entry, country=inside.entry.country) if inside else entry
        yield Mention(
            span=reading.tokens.span(f.first, f.last), first=f.first, last=f.last,
            head=f.last - 1, kind=entry.kind, subkind=entry.subkind,
            name=entry.name, rule=entry.rule, country=entry.country, sector=entry.sector, actor_id=entry.actor_id,
            score=1.0 if f.by == LEXICON else 0.8,
        )  # fmt: skip
