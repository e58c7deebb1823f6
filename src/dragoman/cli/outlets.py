"""`dragoman outlets`: who publishes, what reports say of them, and what people think of them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman.cli.archive import open_store
from dragoman.cli.ledger import By, Why, hand_of
from dragoman.cli.options import Archive, Country, Json, Query, Quiet
from dragoman.cli.output import DONE, note, write_found
from dragoman.cli.sources import Workshop, open_workshop
from dragoman.errors import BadJudgement, BadSetting
from dragoman.lazy import load_backend
from dragoman.model import Grade
from dragoman.usecases.outlets import Filter, checked, listed, outlet_named, page_of

Kind = Annotated[
    str | None, typer.Option("--kind", metavar="KIND", help="Only of this kind: news_agency, broadcaster, monitor …")
]
Name = Annotated[str, typer.Argument(metavar="NAME", help="An id, a name, or a domain.", show_default=False)]
Reliability = Annotated[
    str | None, typer.Option("--reliability", metavar="A-F", help="How far the outlet can be relied on.")
]
Credibility = Annotated[
    str | None, typer.Option("--credibility", metavar="1-6", help="How credible what it says in a record is.")
]
Record = Annotated[
    str | None, typer.Option("--record", metavar="ID", help="The record, of the outlet, that --credibility is of.")
]


def outlets(
    country: Country = None,
    kind: Kind = None,
    query: Query = None,
    json: Json = False,
    archive: Archive = None,
    quiet: Quiet = False,
) -> int:
    """Who publishes: news agencies, broadcasters, monitors, institutes, with country, kind and owner.

    Grades come from the archive, where there is one. They are given by people, never worked out.
    """
    workshop = open_workshop(archive=archive)
    wanted = Filter(country and country.upper(), kind, query)
    write_found(list(listed(_rows(), _grades(workshop, archive), wanted)), "outlet_tables:cards", json, quiet)
    return DONE


def show_outlet(name: Name, json: Json = False, archive: Archive = None) -> int:
    """Show one outlet: names, owner, what the archive's reports say of it, and its grades."""
    workshop = open_workshop(archive=archive)
    row = outlet_named(_rows(), name)
    store = _store(workshop, archive)
    page = page_of(row, store.grades(), store.current()) if store is not None else page_of(row, (), ())
    write_found([page], "outlet_tables:pages", json)
    return DONE


def grade(
    name: Name,
    reliability: Reliability = None,
    credibility: Credibility = None,
    record: Record = None,
    why: Why = "",
    by: By = None,
    archive: Archive = None,
    quiet: Quiet = False,
) -> int:
    """Grade an outlet, or what it says in one record, on the Admiralty code's two axes.

    Reliability runs from A (completely reliable) to F (cannot be judged), credibility from 1 (confirmed) to 6 (cannot
    be judged). The ledger keeps every grade; the last one counts.
    """
    row = outlet_named(_rows(), name)
    hand = hand_of(by, why)
    try:
        given = Grade(row.id, hand.by, hand.at, reliability and reliability.upper(), record, credibility, hand.why)
    except BadJudgement as error:
        raise BadSetting(f"{error}; give --reliability A-F, or --credibility 1-6 with --record ID") from error
    store = open_store(open_workshop(archive=archive))
    with store.writing():
        store.grade(checked(given, store.find(record) if record else None))
    what = f"reliability {given.reliability}" if given.reliability else f"credibility {credibility} in {record}"
    note(f"{row.name}: {what}, by {given.by}", quiet)
    return DONE


def _rows() -> Sequence[Any]:
    rows: Sequence[Any] = load_backend("dragoman.assemble:known_outlets")()
    return rows


def _store(workshop: Workshop, archive: Path | None) -> Any:
    """The archive, where one is named or there; the list needs none."""
    return open_store(workshop) if archive is not None or workshop.settings.archive.exists() else None


def _grades(workshop: Workshop, archive: Path | None) -> tuple[Grade, ...]:
    store = _store(workshop, archive)
    return store.grades() if store is not None else ()
