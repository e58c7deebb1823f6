"""People and their offices out of a CSV with a line a tenure."""

import csv
from collections.abc import Iterable, Iterator, Sequence

from dragoman.usecases.tenures import Conventions, Listed, Problem, noting, term

COLUMNS = ("id", "name", "country", "office", "from", "to", "body", "sector", "aliases")
NEEDED = ("name", "country", "office")
ALIASES = ";"


def read_csv(lines: Sequence[str], conventions: Conventions, problems: list[Problem]) -> Iterator[Listed]:
    """The people of a CSV, a line a tenure; what is wrong is added to `problems`."""
    reader = csv.reader([lines[0].lstrip("\ufeff"), *lines[1:]], strict=True)
    rows: list[tuple[Listed, int]] = []
    with noting(problems):
        try:
            head = _head(next(reader))
            for row in reader:
                with noting(problems):
                    if any(cell.strip() for cell in row):
                        rows.append((_csv_row(row, head, reader.line_num, conventions), reader.line_num))
        except csv.Error as error:
            raise Problem(reader.line_num, "column 1", f"is no CSV: {error}") from error
    yield from _joined(rows, problems)


def _head(cells: Sequence[str]) -> list[str]:
    head = [cell.strip().lower() for cell in cells]
    for number, name in enumerate(head, 1):
        if name not in COLUMNS:
            raise Problem(1, f"column {number}", f"{name!r} is no column; there are {', '.join(COLUMNS)}")
        if head.index(name) != number - 1:
            raise Problem(1, f"column {number}", f"{name!r} stands twice")
    if missing := [name for name in NEEDED if name not in head]:
        raise Problem(1, "column 1", f"needs the columns {', '.join(missing)}")
    return head


def _csv_row(cells: Sequence[str], head: Sequence[str], line: int, conventions: Conventions) -> Listed:
    if len(cells) != len(head):
        raise Problem(
            line, f"column {min(len(cells), len(head)) + 1}", f"has {len(cells)} columns, the head {len(head)}"
        )
    row = dict.fromkeys(COLUMNS, "") | {name: " ".join(cell.split()) for name, cell in zip(head, cells, strict=True)}
    for name in ("name", "office"):
        if not row[name]:
            raise Problem(line, name, "is empty")
    country = row["country"].upper()
    if country and country not in conventions.countries:
        raise Problem(line, "country", f"{row['country']!r} is no country's code of three letters (ISO 3166-1 alpha-3)")
    if not country and not row["body"]:
        raise Problem(line, "country", "is empty; give a country, or the body that the office is of")
    office, sector = conventions.office(row["office"])
    held = term(office, country, row["body"], row["from"], row["to"], line, ("from", "to"))
    aliases = tuple(alias.strip() for alias in row["aliases"].split(ALIASES) if alias.strip())
    return Listed(row["id"] or None, row["name"], country, row["sector"].upper() or sector, aliases, (held,))


def _joined(rows: Iterable[tuple[Listed, int]], problems: list[Problem]) -> Iterator[Listed]:
    """The lines of one person together: those of one id, or of one name and country."""
    found: dict[tuple[str, ...], Listed] = {}
    for row, line in rows:
        key = (row.id,) if row.id else (row.name.casefold(), row.country)
        known = found.get(key, row)
        if known.name != row.name and row.id:
            problems.append(
                Problem(line, "name", f"{row.id} was called {known.name!r} before; put spellings into aliases")
            )
        aliases = tuple(dict.fromkeys((*known.aliases, *row.aliases)))
        terms = tuple(dict.fromkeys((*known.terms, *row.terms)))
        found[key] = Listed(known.id, known.name, known.country, known.sector, aliases, terms)
    yield from found.values()
