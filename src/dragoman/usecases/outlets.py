"""Who publishes: the outlets as data, what reports say of them, and what people think of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.errors import BadJudgement, NotFound
from dragoman.lexicon.outlets import OutletRow
from dragoman.model import Claim, Coded, Event, Grade, Source, Statement, Transfer
from dragoman.ports import Filed
from dragoman.text.fold import fold_all

Record = Event | Claim | Transfer | Statement
SEVERAL = 6  # outlets that are named where a name may mean many


@dataclass(frozen=True, slots=True)
class Card:
    """An outlet in the list; `reliability` is its last grade, given by a person."""

    id: str
    name: str
    country: str | None
    kind: str
    ownership: str
    owner: str
    reliability: str | None


@dataclass(frozen=True, slots=True)
class Said:
    """Words with which one report characterises an outlet."""

    words: str
    report: str


@dataclass(frozen=True, slots=True)
class Page:
    """All that is known of one outlet."""

    card: Card
    names: tuple[str, ...]
    domains: tuple[str, ...]
    reports: tuple[str, ...]
    said: tuple[Said, ...]
    grades: tuple[Grade, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which outlets to list; None leaves a side open. `words` must all stand in one of its names."""

    country: str | None = None
    kind: str | None = None
    words: str | None = None

    def fits(self, row: OutletRow) -> bool:
        """Whether an outlet is one of those."""
        if self.country not in (None, row.country) or self.kind not in (None, row.kind):
            return False
        wanted = fold_all(self.words or "").split()
        return not wanted or any(all(word in known for word in wanted) for known in map(fold_all, names_of(row)))


def names_of(row: OutletRow) -> tuple[str, ...]:
    """Every name that an outlet goes by, the usual one first."""
    return tuple(dict.fromkeys((row.name, *row.aliases, *row.cased)))


def listed(rows: Iterable[OutletRow], grades: Sequence[Grade], wanted: Filter) -> Iterator[Card]:
    """The outlets that fit, by country and name."""
    found = (row for row in rows if wanted.fits(row))
    yield from (card_of(row, grades) for row in sorted(found, key=lambda row: (row.country, row.name)))


def card_of(row: OutletRow, grades: Sequence[Grade]) -> Card:
    """One outlet with the last reliability that somebody gave it."""
    given = [g.reliability for g in grades if g.outlet == row.id and g.reliability is not None]
    reliability = given[-1] if given else None
    return Card(row.id, row.name, row.country or None, row.kind, row.ownership, row.owner, reliability)


def outlet_named(rows: Sequence[OutletRow], words: str) -> OutletRow:
    """The one outlet of an id, a name in any spelling of case and hyphens, or a domain.

    Raises NotFound, or BadJudgement where several go by it.
    """
    wanted = _key(words)
    exact = [row for row in rows if words == row.id or wanted in map(_key, (row.name, *row.domains))]
    found = exact or [row for row in rows if wanted in map(_key, names_of(row))]
    if not found:
        raise NotFound(f"no outlet goes by {words!r}; dragoman outlets --query {words!r} lists those like it")
    if len(found) > 1:
        several = ", ".join(row.id for row in found[:SEVERAL])
        raise BadJudgement(f"{words!r} may be {several}; give one of these ids")
    return found[0]


def _key(words: str) -> str:
    """A name without case, accents, hyphens and article."""
    return fold_all(words.replace("-", " ")).removeprefix("the ").replace(" ", "")


def page_of(row: OutletRow, grades: Sequence[Grade], filed: Iterable[Filed]) -> Page:
    """An outlet with the reports that cite it and the words that they have for it."""
    uses = [(source, report) for report in filed for source in _sources(report) if source.value.outlet_id == row.id]
    said = dict.fromkeys(
        Said(" ".join(span.of(report.text.content).split()), report.document.id)
        for source, report in uses
        for span in source.value.characterisation
    )
    return Page(
        card=card_of(row, grades),
        names=names_of(row),
        domains=row.domains,
        reports=tuple(dict.fromkeys(report.document.id for _, report in uses)),
        said=tuple(said),
        grades=tuple(g for g in grades if g.outlet == row.id),
    )


def _sources(filed: Filed) -> Iterator[Coded[Source]]:
    for record in records_of(filed):
        yield from sources_of(record)


def records_of(filed: Filed) -> tuple[Record, ...]:
    """Everything that is coded from a report."""
    return (*filed.events, *filed.claims, *filed.transfers, *filed.statements)


def sources_of(record: Record) -> tuple[Coded[Source], ...]:
    """The sources of a record of any kind."""
    return record.claimed_by if isinstance(record, Claim) else record.sources


def checked(grade: Grade, filed: Filed | None) -> Grade:
    """A grade that may be written: one of a record is of a record that the outlet is a source of.

    `filed` is the report with that record. Raises NotFound and BadJudgement.
    """
    if grade.record is None:
        return grade
    if filed is None:
        raise NotFound(f"the archive holds no record {grade.record}; dragoman code prints the ids of records")
    record = next(record for record in records_of(filed) if record.id == grade.record)
    if all(coded.value.outlet_id != grade.outlet for coded in sources_of(record)):
        raise BadJudgement(f"{grade.outlet} is no source of {grade.record}; its credibility there cannot be graded")
    return grade
