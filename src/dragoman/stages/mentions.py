"""Find who and what is spoken of: people, organisations, places, nationalities, weapons and platforms.

The lexicon knows names, the tagger guesses new ones, titles introduce people, nouns tell bodies and groups, and a name
once known is known in the whole report. The longest span wins; of two as long, the lexicon.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from dragoman.lexicon.actors import Entry
from dragoman.lexicon.equipment import NAMESAKE
from dragoman.lexicon.groups import GroupWords
from dragoman.lexicon.phrases import HYPHENS, SAFE, PhraseIndex
from dragoman.lexicon.portfolios import Desks
from dragoman.model import Mention, Reading, Tokens
from dragoman.stages.datelines import past_dateline
from dragoman.stages.finds import LEXICON, TAGGER, Find, longest, written
from dragoman.stages.groups import BODY_OF, POSSESSIVES, Page, bodies, described, open_page, sites, told_by_capital
from dragoman.stages.guesses import (
    Clues,
    Words,
    acronyms,
    echoes,
    from_places,
    from_tagger,
    from_titles,
    namesakes,
    title_ends,
)
from dragoman.text.fold import fold

NESTED = frozenset({"nationality", "place", "person", "organisation"})
FEW = 4  # words that a sentence needs before its case is judged


def mention_finder(
    known: PhraseIndex[Entry], words: GroupWords, clues: Clues, desks: Desks
) -> Callable[[Reading], Reading]:
    """Build the stage that fills `mentions`. Needs tokens, sentences, names and times."""

    def find_mentions(reading: Reading) -> Reading:
        page = open_page(reading, words)
        folded = tuple(map(fold, reading.tokens.words))
        stories = frozenset(past_dateline(reading, sentence) for sentence in reading.sentences)
        names = list(_behind(page, stories, _names(page, reading, folded, known, clues)))
        finds = [f for f in names if f.by == LEXICON or not page.timed.issuperset(range(f.first, f.last))]
        chosen = list(namesakes(page, longest([*finds, *acronyms(page, finds)])))
        chosen = longest([*chosen, *echoes(page, chosen)])
        whole = longest([*chosen, *_behind(page, stories, chain(described(page, chosen), sites(page, chosen)))])
        nested = _nested(page, whole, [*chosen, *finds])
        ordered = _at_desks(page, folded, sorted([*whole, *nested], key=_place_of), finds, desks)
        return replace(reading, mentions=tuple(_mentions(reading, ordered)))

    return find_mentions


def _names(page: Page, reading: Reading, folded: Words, known: PhraseIndex[Entry], clues: Clues) -> Iterator[Find]:
    """Everything that may be a name, from all sources."""
    lexicon = list(_from_lexicon(page, folded, known))
    taken = {i for f in lexicon for i in range(f.first, f.last)}
    tagged = {i for name in reading.names for i in range(name.first, name.last)}
    titled = title_ends(page, folded, clues.titles)
    yield from lexicon
    yield from from_tagger(page, reading, folded, clues, lexicon, titled)
    yield from from_titles(page, titled, taken)
    yield from from_places(page, clues, tagged | taken, taken)
    yield from told_by_capital(page, {i for last, first in titled.items() for i in range(first, last)})
    yield from bodies(page, {f.last for f in lexicon if f.entry.kind == "place"})


def _behind(page: Page, stories: frozenset[int], finds: Iterable[Find]) -> Iterator[Find]:
    """What is found, without a dateline that runs into it: NAIROBI - **Kenya's Supreme Court**."""
    for f in finds:
        first = next((i for i in range(f.last - 1, f.first, -1) if i in stories), f.first)
        named = first > f.first and f.entry.name == written(page.tokens, f.first, f.last)
        entry = replace(f.entry, name=written(page.tokens, first, f.last)) if named else f.entry
        yield replace(f, first=first, entry=entry)


def _from_lexicon(page: Page, folded: Words, known: PhraseIndex[Entry]) -> Iterator[Find]:
    for s in page.sentences:
        caseless = _caseless(page.tokens.words[s.first : s.last])
        yield from _known_between(page.tokens, folded, known, s.first, s.last, caseless)


def _caseless(words: Sequence[str]) -> bool:
    """Whether a sentence is all in small letters or all in capitals, so that its case says nothing."""
    letters = [word for word in words if word.isalpha() and len(word) > 1]
    return len(letters) >= FEW and (all(map(str.islower, letters)) or all(map(str.isupper, letters)))


def _known_between(
    tokens: Tokens, folded: Words, known: PhraseIndex[Entry], first: int, last: int, caseless: bool
) -> Iterator[Find]:
    """The phrases of a stretch of tokens; of one that is miscased the shorter ones in it: annexed **Crimea**."""
    for start, end, entry in known.find(tokens.words, folded, first, last, caseless):
        if _miscased(tokens, start, end, entry, caseless):
            yield from _known_between(tokens, folded, known, start + 1, end, caseless)
        elif entry is not NAMESAKE:
            yield Find(start, end, entry, LEXICON)


def _miscased(tokens: Tokens, first: int, last: int, entry: Entry, caseless: bool) -> bool:
    """A word in small letters that is a place or an outlet in capitals only: Pakistan **today**, the **hill**."""
    if last < len(tokens) and tokens.words[last] == "$" and tokens.starts[last] == tokens.ends[last - 1]:
        return True  # US$ is money
    if entry.subkind == "outlet":
        if last == first + 1 and any(_titlecase(tokens, i) for i in (last, first - 1)):
            return True  # the National Liberation Army is no newspaper, Greenwich Mean Time no magazine
        return tokens.words[last - 1].islower() and "." not in tokens.words[last - 1]
    article = last - first == 3 and tokens.words[first + 1] in HYPHENS and tokens.words[last - 1].istitle()  # al-Tanf
    small = tokens.words[first].islower() and not article
    if caseless:
        return small and entry.kind == "place" and tokens.ends[last - 1] - tokens.starts[first] < SAFE
    return small and entry.kind == "place" and entry.subkind != "country"


def _titlecase(tokens: Tokens, i: int) -> bool:
    """Whether a word with a capital that is no article stands at `i`."""
    word = tokens.words[i] if 0 <= i < len(tokens) else ""
    return word.isalpha() and word.istitle() and word != "The"


def _nested(page: Page, chosen: Iterable[Find], found: Iterable[Find]) -> Iterator[Find]:
    """Nationalities, places and people inside longer names stay mentions of their own: **Syrian** Air Force."""
    whole = [f for f in chosen if f.last - f.first > 1]
    seen = set()
    for f in found:
        if f.entry.kind in NESTED and (f.first, f.last) not in seen and any(_inside(page, f, w) for w in whole):
            seen.add((f.first, f.last))
            yield f


def _inside(page: Page, f: Find, whole: Find) -> bool:
    """Whether a name within another one is told for itself, too."""
    if not whole.covers(f) or (whole.first, whole.last) == (f.first, f.last):
        return False
    if f.entry.kind == "nationality":
        return whole.entry.kind != "nationality"
    if f.by not in (LEXICON, TAGGER) or whole.by == TAGGER or whole.entry.kind == f.entry.kind != "place":
        return False
    if whole.entry.subkind == "site" or f.entry.kind == "organisation":
        return whole.entry.subkind == "site" and f.entry.kind != "person"
    owns = page.lower(f.last) in POSSESSIVES or f.first > whole.first or f.entry.kind == "person"
    return whole.entry.subkind == "group" and owns


def _place_of(f: Find) -> tuple[int, int]:
    return (f.first, f.first - f.last)


def _at_desks(page: Page, folded: Words, chosen: Iterable[Find], found: Iterable[Find], desks: Desks) -> Iterator[Find]:
    """Organisations with the country that a name in them gives, or the row of that country that their words are."""
    lands = {i: f.entry.country for f in found if f.by == LEXICON for i in range(f.first, f.last) if f.entry.country}
    for f in chosen:
        entry = f.entry
        if entry.kind == "organisation" and entry.actor_id is None:
            inside = next((lands[i] for i in range(f.first, f.last) if i in lands and f.by != LEXICON), entry.country)
            whose = inside or _country_beside(page, f, lands)
            f = replace(f, entry=desks.get((whose, _bare(page, folded, f, lands))) or replace(entry, country=inside))
        yield f


def _country_beside(page: Page, f: Find, lands: Mapping[int, str]) -> str:
    """The country whose a name is said to be: Turkey's **Treasury**, the **Treasury** of the Republic of Turkey."""
    if page.lower(f.first - 1) in POSSESSIVES:
        return lands.get(f.first - 2, "")
    if page.lower(f.last) in BODY_OF:
        return lands.get(f.last + 1 + (page.lower(f.last + 1) in page.words.leading), "")
    return ""


def _bare(page: Page, folded: Words, f: Find, lands: Mapping[int, str]) -> str:
    """The folded words of a name without the country at its ends: (Kenya's) foreign ministry."""
    owner = page.words.leading | POSSESSIVES | BODY_OF
    first, last = f.first, f.last
    while first < last and (first in lands or page.lower(first) in owner or page.lower(first) in HYPHENS):
        first += 1
    while first < last and (last - 1 in lands or page.lower(last - 1) in owner):
        last -= 1
    return " ".join(folded[first:last])


def _mentions(reading: Reading, chosen: Iterable[Find]) -> Iterator[Mention]:
    """Finds as mentions, each with its head."""
    for f in chosen:
        entry = f.entry
        yield Mention(
            span=reading.tokens.span(f.first, f.last), first=f.first, last=f.last,
            head=f.last - 1, kind=entry.kind, subkind=entry.subkind,
            name=entry.name, rule=entry.rule, country=entry.country, sector=entry.sector, actor_id=entry.actor_id,
            score=1.0 if f.by == LEXICON else 0.8,
        )  # fmt: skip
