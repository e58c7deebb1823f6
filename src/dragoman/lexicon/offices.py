"""What is known of offices: which have one holder at a time, and which are no public office at all."""

from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import BadRule
from dragoman.lexicon.reading import load_rows, unique

USES = ("sole", "private", "past")


@dataclass(frozen=True, slots=True)
class OfficesRow:
    """One row; see the head of `offices.toml` for what the keys may hold."""

    id: str
    use: str
    names: tuple[str, ...]
    starts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offices:
    """Names of offices by what is known of them; `starts` are the beginnings of names of sole offices."""

    sole: frozenset[str]
    starts: tuple[str, ...]
    private: frozenset[str]
    past: frozenset[str]

    def is_sole(self, office: str) -> bool:
        """Whether one person at a time holds that office of a country or body."""
        return office in self.sole or office.startswith(self.starts)


def load_offices(path: Path) -> Offices:
    """Read `offices.toml`. Raises BadRule on the first wrong row."""
    rows = unique(load_rows(path, "offices", OfficesRow), lambda row: row.id, str(path))
    if unknown := {row.use for row in rows} ^ set(USES):
        raise BadRule(
            str(path), f"use is {', '.join(USES)}, each in one row at least; see {', '.join(sorted(unknown))}"
        )
    named = {use: frozenset(name for row in rows if row.use == use for name in row.names) for use in USES}
    return Offices(named["sole"], tuple(s for row in rows for s in row.starts), named["private"], named["past"])
