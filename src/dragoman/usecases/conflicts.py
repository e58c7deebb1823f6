"""Different numbers for what seems to be one thing, side by side. Nothing here is averaged or decided."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from dragoman.linking.compare import party
from dragoman.linking.groups import grouped
from dragoman.linking.tellings import telling_words
from dragoman.model import Claim, Document
from dragoman.ports import Filed
from dragoman.text.fold import fold
from dragoman.usecases.brief_parts import Conflict, Figure
from dragoman.usecases.notes import NoteBook
from dragoman.usecases.quotes import around
from dragoman.usecases.wording import source_names

ALIKE = 0.5  # share of the telling words of the shorter sentence that the other has, too
BESIDE = 320  # characters between the starts of sentences that speak of one thing
RATIO = 4.0  # between figures of one order, where the measure tells little
NEAR = 31  # days between the reports of two claims
SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
MONEY = "money"
VAGUE = frozenset({"people", "share", "weight", MONEY})  # measures that say nothing of what is counted


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim with its report, the words of its sentence and the incident it belongs to."""

    claim: Claim
    document: Document
    words: frozenset[str]
    incident: str | None
    content: str

    @property
    def bounds(self) -> tuple[float, float]:
        """Lowest and highest value that the claim allows."""
        low, high = self.claim.low, self.claim.high
        return (float("-inf") if low is None else low, float("inf") if high is None else high)

    @property
    def claimants(self) -> frozenset[str]:
        """Who states it, folded; the report where nobody is named."""
        named = {fold(coded.value.name) for coded in self.claim.claimed_by if coded.value.depth == 0}
        return frozenset(named or {f"report {self.document.id}"})


def conflicts(
    filed: Sequence[Filed], incident_of: Mapping[str, str], about: Mapping[str, str], notes: NoteBook
) -> tuple[Conflict, ...]:
    """The groups of claims that exclude one another; `about` says in words what an incident is."""
    stated = [_stated(item, claim, incident_of) for item in filed for claim in item.claims if _is_number(claim)]
    pairs = [(i, j) for i, j in _candidates(stated) if conflicting(stated[i], stated[j])]
    groups = [[stated[i] for i in group] for group in grouped(range(len(stated)), pairs) if len(group) > 1]
    told = (headlines(group) for group in groups)
    differing = [group for group in told if len({(amount(s.claim), _open(s.claim), s.claim.unit) for s in group}) > 1]
    return tuple(_conflict(number, group, about, notes) for number, group in enumerate(differing, 1))


def questions(filed: Sequence[Filed], incident_of: Mapping[str, str]) -> list[list[Stated]]:
    """All claims, those that answer one question together, in the order of the reports; most stand alone."""
    stated = [_stated(item, claim, incident_of) for item in filed for claim in item.claims]
    pairs = [(i, j) for i, j in _candidates(stated) if _answer_one(stated[i], stated[j])]
    return [[stated[i] for i in group] for group in grouped(range(len(stated)), pairs)]


def _answer_one(a: Stated, b: Stated) -> bool:
    """Whether two claims of one measure speak of one thing and are no parts of one count."""
    return not _of_one_count(a, b) and _same_thing(a, b)


def _is_number(claim: Claim) -> bool:
    return claim.low is not None or claim.high is not None


def _stated(filed: Filed, claim: Claim, incident_of: Mapping[str, str]) -> Stated:
    words = telling_words(claim.sentence.of(filed.text.content))
    return Stated(claim, filed.document, words, incident_of.get(claim.about or ""), filed.text.content)


def _candidates(stated: Sequence[Stated]) -> Iterator[tuple[int, int]]:
    by_measure: dict[str, list[int]] = {}
    for number, item in enumerate(stated):
        by_measure.setdefault(_topic(item.claim), []).append(number)
    for numbers in by_measure.values():
        yield from combinations(numbers, 2)


def _topic(claim: Claim) -> str:
    """What may be compared at all: the measure, but sums by whatever name they go."""
    return claim.kind if claim.kind == MONEY else claim.measure


def conflicting(a: Stated, b: Stated) -> bool:
    """Whether two claims of one measure speak of one thing and exclude one another, or cannot be compared."""
    return not _of_one_count(a, b) and _differ(a, b) and _same_thing(a, b)


def _of_one_count(a: Stated, b: Stated) -> bool:
    """Parts of one count: 106 wounded, among them 12 children."""
    same_words = a.claim.sentence == b.claim.sentence and a.claim.text == b.claim.text
    return same_words and a.claimants == b.claimants


def _differ(a: Stated, b: Stated) -> bool:
    (low, high), (other_low, other_high) = a.bounds, b.bounds
    comparable = (a.claim.unit, a.claim.per) == (b.claim.unit, b.claim.per)
    return not comparable or low > other_high or other_low > high


def _same_thing(a: Stated, b: Stated) -> bool:
    """One incident; or one pair of parties and alike words, in reports of about the same days. Never the losses of two
    sides."""
    levels = _levels(a.claim, b.claim)
    if "different" in levels:
        return False
    if (a.incident and a.incident == b.incident) or _neighbours(a, b) or _one_sum(a, b):
        return True
    if not _close(a.document, b.document) or (a.incident and b.incident):
        return False
    share = len(a.words & b.words) / max(1, min(len(a.words), len(b.words)))
    return share >= ALIKE or (levels == ["same", "same"] and a.claim.measure not in VAGUE)


def _levels(a: Claim, b: Claim) -> list[str]:
    """How alike the subjects are, and the targets, where both claims name them."""
    sides = ((a.subject, b.subject), (a.target, b.target))
    return [party(x.value, y.value) for x, y in sides if x is not None and y is not None]


def _one_sum(a: Stated, b: Stated) -> bool:
    """Sums that one report says went from one party to another at no different times, or one out of the other."""
    if a.claim.derived_from == b.claim.id or b.claim.derived_from == a.claim.id:
        return True
    if a.claim.text != b.claim.text or a.claim.kind != MONEY or _levels(a.claim, b.claim) != ["same", "same"]:
        return False
    one, other = a.claim.period, b.claim.period
    if one is None or other is None:
        return True
    return not (_before(one.end, other.start) or _before(other.end, one.start))


def _before(end: date | None, start: date | None) -> bool:
    return end is not None and start is not None and end < start


def _neighbours(a: Stated, b: Stated) -> bool:
    """Whether two sources give figures of one order in sentences that follow one another."""
    if a.claim.text != b.claim.text or a.claimants == b.claimants or _paragraph(a) != _paragraph(b):
        return False
    apart = abs(a.claim.sentence.start - b.claim.sentence.start)
    same_unit = a.claim.unit == b.claim.unit
    alike = same_unit and max(_size(a), _size(b)) <= RATIO * max(1e-9, min(_size(a), _size(b)))
    return apart <= BESIDE and (alike or a.claim.measure not in VAGUE) and not (a.incident and b.incident)


def _paragraph(item: Stated) -> int:
    return item.content.count("\n", 0, item.claim.sentence.start)


def _close(a: Document, b: Document) -> bool:
    if a.published is None or b.published is None:
        return a.id == b.id
    return abs((a.published - b.published).days) <= NEAR


def _conflict(number: int, group: Sequence[Stated], about: Mapping[str, str], notes: NoteBook) -> Conflict:
    name = f"c{number}"
    incidents = (item.incident or "" for item in group)
    told = next((about[incident] for incident in incidents if incident in about), None)
    figures = (_figure(item, group, name, notes) for item in group)
    title = group[0].document.title or group[0].document.id
    return Conflict(name, group[0].claim.measure, told or title, tuple(figures))


def headlines(group: Iterable[Stated]) -> list[Stated]:
    """The largest figure of each sentence and claimant, in the order of the reports."""
    largest: dict[tuple[object, ...], Stated] = {}
    for item in group:
        key = (item.claim.text, item.claim.sentence, item.claimants, item.claim.unit)
        if key not in largest or _size(item) > _size(largest[key]):
            largest[key] = item
    return sorted(largest.values(), key=lambda item: (str(item.document.published), item.claim.sentence.start))


def _size(item: Stated) -> float:
    return max(item.claim.low or 0.0, item.claim.high or 0.0)


def _figure(item: Stated, group: Sequence[Stated], line: str, notes: NoteBook) -> Figure:
    claim = item.claim
    return Figure(
        claimed_by=source_names(claim.claimed_by),
        amount=amount(claim),
        bound=bound(claim),
        unit=f"{claim.unit} per {claim.per}" if claim.per else claim.unit,
        as_of=claim.as_of.end if claim.as_of else None,
        published=item.document.published,
        flags=tuple(flags(item, group)),
        cites=(notes.cite(claim, line),),
        words=around(claim.amount, claim.sentence, item.content),
    )


def amount(claim: Claim) -> str:
    """The number alone: "1,414", "6 to 15"; the words where they give none."""
    ends = [figure(value) for value in (claim.low, claim.high) if value is not None]
    return " to ".join(dict.fromkeys(ends)) or claim.amount.value


def _open(claim: Claim) -> tuple[bool, bool]:
    return claim.low is None, claim.high is None


def figure(value: float) -> str:
    """One number, with the scale of large ones as a word: "34.2 billion"."""
    for size, word in SCALES:
        if abs(value) >= size and abs(round(value / size, 3) * size - value) < 1:
            return f"{round(value / size, 3):,g} {word}"
    return f"{value:,.10g}" if value != int(value) else f"{int(value):,}"


def bound(claim: Claim) -> str:
    """exact, about, range, at least, at most or vague."""
    if claim.low is None:
        return "vague" if claim.high is None else "at most"
    if claim.high is None:
        return "at least"
    return claim.bound if claim.low == claim.high else "range"


def flags(item: Stated, group: Sequence[Stated]) -> Iterator[str]:
    """What keeps a figure from being compared with the others of its group as it stands."""
    claims = [other.claim for other in group]
    if len({claim.unit for claim in claims}) > 1:
        yield "unit differs"
    if len({claim.per for claim in claims}) > 1:
        yield f"per {item.claim.per}" if item.claim.per else "total"
    if len({claim.period for claim in claims if claim.period is not None}) > 1:
        yield "period differs"
    if len({bound(claim) for claim in claims}) > 1:
        yield bound(item.claim)
    if item.claim.status != "factual":
        yield item.claim.status
    if item.claim.derived_from:
        yield "derived"
