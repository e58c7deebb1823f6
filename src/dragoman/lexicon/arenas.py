"""Regions of the world, as the sections of a brief."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import BadRule
from dragoman.lexicon.reading import load_rows, unique


@dataclass(frozen=True, slots=True)
class ArenaRow:
    """A region and its countries (ISO 3166-1 alpha-3). `far`: powers that act everywhere come last."""

    id: str
    name: str
    countries: tuple[str, ...]
    far: bool = False


@dataclass(frozen=True, slots=True)
class Arenas:
    """Every region, in the order of the file."""

    rows: tuple[ArenaRow, ...]

    def of(self, countries: Iterable[str | None]) -> ArenaRow | None:
        """The region of the first of these countries that has one, far ones last."""
        found = [row for country in countries for row in self.rows if country in row.countries]
        return next((row for row in found if not row.far), found[0] if found else None)


def load_arenas(path: Path) -> Arenas:
    """Raises BadRule where a country stands in two regions."""
    rows = unique(load_rows(path, "arena", ArenaRow), lambda row: row.id, path.name)
    seen: dict[str, str] = {}
    for row in rows:
        for country in row.countries:
            if country in seen:
                raise BadRule(f"{path.name}#{row.id}", f"{country} stands in {seen[country]}, too")
            seen[country] = row.id
    return Arenas(rows)
