"""An archive in memory whose registry takes in reports as `dragoman add` does."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from dragoman.assemble import Data, make_enroller
from dragoman.backends.stores.sqlite import SqliteStore
from dragoman.model import Failure, Reading, Report
from dragoman.pipeline import Pipeline
from dragoman.ports import Coder
from dragoman.usecases.add import Intake
from dragoman.usecases.code import make_report
from dragoman.usecases.judging import Hand
from dragoman.usecases.roll import Card, Filter, Roll, open_roll, roster

NOW = datetime(2024, 5, 6, 7, 8, 9)
HAND = Hand("ana", NOW, "as the ministry's page says")


@dataclass
class Registry:
    """A store with what fills it."""

    store: SqliteStore
    pipeline: Pipeline
    data: Data

    def add(self, *reports: tuple[str, str, str], coder: str = "1.0") -> None:
        """File reports given as id, day and text."""
        made = [make_report(text, id=id, published=day) for id, day, text in reports]
        enroller = make_enroller(self.store, self.data)
        intake = Intake(self.store, self._read, Coder(coder, "abc"), NOW, 8, enroller.enrol)
        assert [added.problem for added in intake.add([], made)] == [""] * len(made)

    def _read(self, items: Iterable[Report | Failure]) -> Iterator[Reading | Failure]:
        yield from self.pipeline.read([item for item in items if isinstance(item, Report)])

    @property
    def roll(self) -> Roll:
        return open_roll(self.store.actors)

    def cards(self, **wanted: str) -> dict[str, Card]:
        """The roster by id."""
        return {card.id: card for card in roster(self.roll, Filter(**wanted))}

    def people(self) -> dict[str, tuple[str, ...]]:
        """People by id, with their spellings."""
        return {id: card.aliases for id, card in self.cards(kind="person").items()}
