"""Words that tell of arms on their way from one party to another, and how far that has gone.

A row is triggered by a verb, noun or adjective and names the slots in which item, supplier and recipient stand; see the
head of `transfers.toml`. Slots are those of frames; two joined by a full stop go on from the first to the second:
`object.for` is what stands behind "for" at the object (signed a contract **for** 24 jets).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman.errors import BadRule
from dragoman.lexicon.equipment import CATEGORIES
from dragoman.lexicon.frames import Frame
from dragoman.lexicon.reading import WordsRow, unique
from dragoman.lexicon.units import load_tables
from dragoman.model.event import TRANSFER_STAGES

KINDS = ("verb", "noun", "adj")
PARTS = ("carrier", "through", "made", "joint")


@dataclass(frozen=True, slots=True)
class TransferRow:
    """Words that tell of a transfer. `planned` and `possible`: the stage where the act is only that.

    With `origin` the row holds only where words say from where the item is (Iranian-made), with `named` only for
    systems by name; `without` are categories that it does not hold for.
    """

    id: str
    stage: str
    item: tuple[str, ...]
    hits: tuple[str, ...]
    verb: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    adj: tuple[str, ...] = ()
    supplier: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    require: dict[str, Any] = field(default_factory=dict)
    exclude: dict[str, Any] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    origin: bool = False
    named: bool = False
    planned: str = ""
    possible: str = ""
    misses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OuterRow:
    """Words that frame a transfer and so decide how far it has gone: **agreed** to supply, **denied** selling."""

    id: str
    stage: str
    hits: tuple[str, ...]
    verb: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    adj: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoodsRow:
    """Collective nouns for arms, which name no system.

    With `again` they only take up what was named before; with `first` they count before a system that they belong to:
    Patriot **parts**.
    """

    id: str
    category: str
    words: tuple[str, ...]
    again: bool = False
    first: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """A transfer row with its rule's id and the frame that finds its trigger and slots."""

    row: TransferRow
    frame: Frame

    @property
    def rule(self) -> str:
        """The id that results cite."""
        return self.frame.rule


@dataclass(frozen=True, slots=True)
class Outer:
    """An outer row with its rule's id."""

    row: OuterRow
    rule: str


@dataclass(frozen=True, slots=True)
class Goods:
    """A goods row with its rule's id."""

    row: GoodsRow
    rule: str


@dataclass(frozen=True, slots=True)
class TransferWords:
    """All rows: tellings and outer words by kind of word and dictionary form, goods by their phrase in lower case."""

    tellings: Mapping[str, Mapping[str, tuple[Telling, ...]]]
    outer: Mapping[str, Mapping[str, Outer]]
    goods: Mapping[tuple[str, ...], Goods]
    parts: Mapping[str, frozenset[str]]
    rows: tuple[Telling, ...]
    outer_rows: tuple[Outer, ...]

    @property
    def verbs(self) -> frozenset[str]:
        """Every verb that tells of a transfer."""
        return frozenset(self.tellings["verb"])

    @property
    def nouns(self) -> frozenset[str]:
        """Every noun that tells of a transfer."""
        return frozenset(self.tellings["noun"])

    @property
    def all_verbs(self) -> frozenset[str]:
        """Every verb of the rows, those that frame and carry a transfer among them."""
        return self.verbs | frozenset(self.outer["verb"]) | self.parts["carrier"]

    @property
    def all_nouns(self) -> frozenset[str]:
        """Every noun of the rows that tell of or frame a transfer."""
        return self.nouns | frozenset(self.outer["noun"])

    @property
    def arms(self) -> frozenset[str]:
        """The last words of the collective nouns that stand for arms by themselves."""
        return frozenset(phrase[-1] for phrase, goods in self.goods.items() if not goods.row.again)


def load_transfers(path: Path) -> TransferWords:
    """Read `transfers.toml`. Raises BadRule naming the file and the row that cannot be used."""
    kinds = {"transfer": TransferRow, "outer": OuterRow, "goods": GoodsRow} | dict.fromkeys(PARTS, WordsRow)
    tables = load_tables(path, kinds)
    prefix = f"{path.parent.name}/{path.stem}"
    for name, rows in tables.items():
        unique(rows, lambda row: row.id, f"{path.name} [[{name}]]")
    tellings = tuple(Telling(_checked(row, path), _frame(row, f"{prefix}#{row.id}")) for row in tables["transfer"])
    outer = tuple(Outer(_checked(row, path), f"{prefix}#{row.id}") for row in tables["outer"])
    goods = (Goods(_known(row, path), f"{prefix}#{row.id}") for row in tables["goods"])
    return TransferWords(
        tellings={kind: _by_word(tellings, kind) for kind in KINDS},
        outer={kind: {word: item for item in outer for word in getattr(item.row, kind)} for kind in KINDS},
        goods={tuple(words.split()): item for item in goods for words in item.row.words},
        parts={part: frozenset(word for row in tables[part] for word in row.words) for part in PARTS},
        rows=tellings,
        outer_rows=outer,
    )


def _by_word(tellings: Iterable[Telling], kind: str) -> dict[str, tuple[Telling, ...]]:
    """The rows of each word, in the order of the file."""
    table: dict[str, tuple[Telling, ...]] = {}
    for telling in tellings:
        for word in getattr(telling.row, kind):
            table[word] = (*table.get(word, ()), telling)
    return table


def _checked(row: Any, path: Path) -> Any:
    where = f"{path.name}#{row.id}"
    stages = (row.stage, getattr(row, "planned", ""), getattr(row, "possible", ""))
    if wrong := {stage for stage in stages if stage} - set(TRANSFER_STAGES):
        raise BadRule(where, f"{', '.join(wrong)} is no stage; they are {', '.join(TRANSFER_STAGES)}")
    if not (row.verb or row.noun or row.adj):
        raise BadRule(where, "needs a verb, noun or adjective that triggers it")
    if wrong := set(getattr(row, "without", ())) - CATEGORIES:
        raise BadRule(where, f"{', '.join(wrong)} is no category; they are {', '.join(sorted(CATEGORIES))}")
    return row


def _known(row: GoodsRow, path: Path) -> GoodsRow:
    if row.category not in CATEGORIES:
        raise BadRule(f"{path.name}#{row.id}", f"{row.category} is no category: {', '.join(sorted(CATEGORIES))}")
    return row


def _frame(row: TransferRow, rule: str) -> Frame:
    """The row as a frame, so that its slots are filled as those of events are."""
    return Frame(
        rule=rule, type="AID", cameo="072", mode=None, verb=frozenset(row.verb), noun=frozenset(row.noun),
        adj=frozenset(row.adj), particle=frozenset(),
        require={slot: frozenset(words) for slot, words in row.require.items()},
        exclude={slot: frozenset(words) for slot, words in row.exclude.items()},
        actor=row.supplier, recipient=row.recipient, addressee=(), needs=frozenset(), mutual=False, verbal=False,
        hits=row.hits, misses=row.misses,
    )  # fmt: skip
