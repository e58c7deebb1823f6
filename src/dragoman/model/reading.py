"""A report as understood so far: one typed layer after the other, all over the same text.

Tokens are columns, not an object per token; every token index in the product counts from the first token of the
text. A layer is filled by one stage and never changed by another.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from dragoman.model.coded import Coded
from dragoman.model.document import Document, Report
from dragoman.model.event import Claim, Event, Statement, Transfer
from dragoman.model.party import Party, Place, Source
from dragoman.model.span import Span

SECTION_KINDS = frozenset({"title", "lead", "heading", "paragraph", "caption", "list item", "footnote", "boilerplate"})


@dataclass(frozen=True, slots=True)
class Section:
    """A block of the layout: title, lead, heading, paragraph, caption, list item, footnote or boilerplate."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Tokens:
    """Columns over the whole text: where each token starts and ends, its words as written and folded to lower case."""

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    words: tuple[str, ...] = ()
    lower: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, first: int, last: int) -> Span:
        """The characters of tokens `first` up to, not including, `last`."""
        return Span(self.starts[first], self.ends[last - 1])

    def inside(self, span: Span) -> range:
        """The tokens that start within a span; found by halving, so that long texts cost no more."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` up to, not including, `last`; `section` is an index into the sections layer."""

    span: Span
    first: int
    last: int
    section: int


@dataclass(frozen=True, slots=True)
class Tree:
    """Universal Dependencies over one sentence, as columns. Indices given and returned count over the whole text.

    `tags` are Penn Treebank tags, `deps` UD relations with the subtypes that matter, `lemmas` dictionary forms; the
    head of a root is the root itself.
    """

    first: int
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    lemmas: tuple[str, ...]
    children: tuple[tuple[int, ...], ...]

    @property
    def last(self) -> int:
        return self.first + len(self.tags)

    def tag(self, i: int) -> str:
        return self.tags[i - self.first]

    def dep(self, i: int) -> str:
        return self.deps[i - self.first]

    def head(self, i: int) -> int:
        return self.heads[i - self.first]

    def lemma(self, i: int) -> str:
        return self.lemmas[i - self.first]

    def kids(self, i: int, *deps: str) -> tuple[int, ...]:
        """The children of a token, left to right; only those with one of the given relations where some are given."""
        kids = self.children[i - self.first]
        if not kids or not deps:
            return kids
        first, own = self.first, self.deps
        return tuple([k for k in kids if own[k - first] in deps])  # a list first: this is the hottest line of all

    def subtree(self, i: int) -> tuple[int, int]:
        """First token and one past the last token below `i`, itself included."""
        low = high = i
        stack, seen = [i], set()
        while stack:
            node = stack.pop()
            if node not in seen:
                seen.add(node)
                low, high = min(low, node), max(high, node)
                stack.extend(self.children[node - self.first])
        return low, high + 1

    def ancestors(self, i: int) -> Iterator[int]:
        """The heads above a token, nearest first. Ends even in a tree that a faulty parser made a circle of."""
        for _ in self.heads:
            head = self.head(i)
            if head == i:
                break
            i = head
            yield i


@dataclass(frozen=True, slots=True)
class Name:
    """A named span as the statistical tagger found it: PER, ORG or LOC."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A named or described thing. `kind`: person, organisation, place, nationality, weapon, platform or collective.

    `name` is the canonical name where known, else the words. `head` is the token others hang on: the last one. A place
    that `acts` is named for its government as well.
    """

    span: Span
    first: int
    last: int
    head: int
    kind: str
    subkind: str
    name: str
    rule: str
    country: str | None = None
    sector: str | None = None
    actor_id: str | None = None
    score: float = 1.0
    acts: bool = False


@dataclass(frozen=True, slots=True)
class Role:
    """An office that a text gives somebody. `holder` is an index into mentions, or -1 for a title without a name.

    `status` tells whether the office is held when the report comes out: current, acting, former, designate, or "then"
    for one held at the time told.
    """

    span: Span
    holder: int
    office: str
    country: str | None
    sector: str | None
    body: str | None = None
    rule: str = ""
    status: str = "current"

    @property
    def title(self) -> str:
        """The office as a party bears it: former president, acting minister of defence."""
        return f"{self.status} {self.office}" if self.status in ("former", "acting") else self.office

    def held(self, published: date | None) -> tuple[date | None, date | None]:
        """The first and last day on which the report shows the office held: its own day, or one before for a former."""
        if published is None or self.status in ("designate", "then"):
            return None, None
        if self.status == "former":
            return None, max(published, date.min + timedelta(days=1)) - timedelta(days=1)
        return published, published


@dataclass(frozen=True, slots=True)
class Chain:
    """Spans that speak of one thing, in the order of the text; `mention` is the index of the fullest one, or -1."""

    spans: tuple[Span, ...]
    mention: int


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression as an interval of days. `event` is the word in it that names what it is counted from."""

    span: Span
    earliest: date | None
    latest: date | None
    granularity: str
    rule: str
    score: float = 1.0
    event: Span | None = None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in the text, resolved where the gazetteer knows it."""

    span: Span
    first: int
    last: int
    place: Place
    kind: str
    rule: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: the words that say so, the words said, and the sources, innermost speaker first.

    `speakers` gives the words that name each source, in the same order. There is no source where it is said of nobody
    named (reportedly). `stance` is what the innermost speaker holds of the words.
    """

    cue: Span
    content: Span
    sources: tuple[Source, ...]
    speakers: tuple[Span, ...]
    rule: str
    quoted: bool = False
    stance: str = "states"
    speaker: Coded[Party] | None = None
    audience: Coded[Party] | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that change how the words in their scope are to be taken: denied, planned, possible, habitual …"""

    span: Span
    scope: Span
    kind: str
    rule: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A report and its layers. `replace` adds a layer; recomputed, never stored."""

    report: Report
    sections: tuple[Section, ...] = ()
    tokens: Tokens = field(default_factory=Tokens)
    sentences: tuple[Sentence, ...] = ()
    candidates: tuple[int, ...] = ()
    trees: tuple[Tree | None, ...] = ()
    names: tuple[Name, ...] = ()
    mentions: tuple[Mention, ...] = ()
    roles: tuple[Role, ...] = ()
    coreference: tuple[Chain, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    cues: tuple[Cue, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    statements: tuple[Statement, ...] = ()

    @property
    def content(self) -> str:
        return self.report.text.content

    @property
    def document(self) -> Document:
        return self.report.document
