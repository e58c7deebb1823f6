"""`dragoman actors`: who is who across the reports of an archive."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman.cli.archive import open_store
from dragoman.cli.ledger import By, Why, hand_of, now
from dragoman.cli.options import Archive, Country, Json, Query, Quiet
from dragoman.cli.output import DONE, counted, note, write_found
from dragoman.cli.sources import called, open_file, open_workshop
from dragoman.errors import BadInput
from dragoman.lazy import load_backend
from dragoman.model import ActorJudgement
from dragoman.model.party import KINDS
from dragoman.usecases.actors import open_doubts, page_of
from dragoman.usecases.judging import Hand, judge_different, judge_same, judge_unsure, refer, undo
from dragoman.usecases.learn import learn
from dragoman.usecases.lists import read_list
from dragoman.usecases.roll import Filter, Roll, open_roll, roster


def _known(kind: str | None) -> str | None:
    if kind is not None and kind not in KINDS:
        raise typer.BadParameter(f'"{kind}" is no kind of actor; there are {", ".join(sorted(KINDS))}')
    return kind


Kind = Annotated[
    str | None,
    typer.Option("--kind", metavar="KIND", callback=_known, help="Only of this kind: person, state, igo …"),
]
Unsure = Annotated[bool, typer.Option("--unsure", help="List pairs that may be one actor and await a decision.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="An id, a name, or NAME@REPORT.", show_default=False)]
List = Annotated[
    str, typer.Argument(metavar="FILE|-", help="A CSV, or FollowTheMoney's JSON lines.", show_default=False)
]
One = Annotated[str, typer.Argument(metavar="A", help="An actor: its id, a name, or NAME@REPORT.", show_default=False)]
Other = Annotated[str, typer.Argument(metavar="B", help="Another actor, or another of its names.", show_default=False)]


def actors(
    country: Country = None,
    kind: Kind = None,
    query: Query = None,
    unsure: Unsure = False,
    json: Json = False,
    archive: Archive = None,
    quiet: Quiet = False,
) -> int:
    """Who is who across the reports of an archive.

    Alone it lists the actors, with --unsure the pairs in doubt. Nobody is merged or parted for good: every decision can
    be undone.
    """
    roll = _open(archive)
    if unsure:
        write_found(list(open_doubts(roll)), "actor_tables:doubts", json, quiet)
    else:
        found = roster(roll, Filter(country and country.upper(), kind, query))
        write_found(list(found), "actor_tables:cards", json, quiet)
    return DONE


def show(name: Name, json: Json = False, archive: Archive = None) -> int:
    """Show what is known of one actor: names, offices over time, meetings, each with its reports."""
    roll = _open(archive)
    data = _data(archive)
    unseen = name in data.titles and not roll.gave_out(name)  # a row of the lexicon of which no report tells
    actor = roll.decided.stands_for(name) if unseen else refer(roll, name).actor
    write_found([page_of(roll, actor, data.shelf, data.offices)], "actor_tables:pages", json)
    return DONE


def same(a: One, b: Other, why: Why = "", by: By = None, archive: Archive = None, quiet: Quiet = False) -> int:
    """Decide that two actors are one. The first id stays; the other leads to it."""
    return _judge(judge_same, a, b, hand_of(by, why), archive, quiet)


def different(a: One, b: Other, why: Why = "", by: By = None, archive: Archive = None, quiet: Quiet = False) -> int:
    """Decide that two actors are not one. Of one actor, what goes by the second name is parted off."""
    return _judge(judge_different, a, b, hand_of(by, why), archive, quiet)


def unsure(a: One, b: Other, why: Why = "", by: By = None, archive: Archive = None, quiet: Quiet = False) -> int:
    """Leave open whether two actors are one, and list them with --unsure."""
    return _judge(judge_unsure, a, b, hand_of(by, why), archive, quiet)


def undo_last(a: One, b: Other, why: Why = "", by: By = None, archive: Archive = None, quiet: Quiet = False) -> int:
    """Take back what was last decided on two actors."""
    return _judge(undo, a, b, hand_of(by, why), archive, quiet)


def import_list(file: List, archive: Archive = None, quiet: Quiet = False) -> int:
    """Take a list of people and their offices into an archive.

    Reports that are added from then on are coded with it; those that are there, when they are added again.
    """
    workshop = open_workshop(archive=archive)
    lines = _lines(file)
    store = open_store(workshop, create=True)
    data = load_backend("dragoman.assemble:archive_data")(workshop.settings, store)
    people = read_list(called(file), lines, load_backend("dragoman.assemble:list_conventions")(data))
    with store.writing():
        enroller = load_backend("dragoman.assemble:make_enroller")(store, data)
        learned = learn(enroller, people, file, now())
    told = f"{counted(learned.people, 'person')} new, {counted(learned.tenures, 'tenure')} new"
    note(f"{workshop.settings.archive}: {told}; {learned.known} of {len(people)} were known", quiet)
    return DONE


def _open(archive: Path | None) -> Roll:
    return open_roll(open_store(open_workshop(archive=archive)).actors)


def _data(archive: Path | None) -> Any:
    workshop = open_workshop(archive=archive)
    return load_backend("dragoman.assemble:archive_data")(workshop.settings, open_store(workshop))


def _judge(
    judge: Callable[[Roll, str, str, Hand], ActorJudgement],
    a: str,
    b: str,
    hand: Hand,
    archive: Path | None,
    quiet: bool,
) -> int:
    """Take a decision, and say what was written into the ledger."""
    store = open_store(open_workshop(archive=archive))
    with store.writing():
        made = judge(open_roll(store.actors), a, b, hand)
    note(f"{made.verdict}: {made.a} {made.b}{f' ({made.name})' if made.name else ''}, by {made.by}", quiet)
    return DONE


def _lines(file: str) -> Sequence[str]:
    """The lines of a list. Raises BadInput where it cannot be read."""
    with open_file(file) as opened:
        data = opened.read()
    try:
        return data.decode("utf-8").splitlines(keepends=True)
    except UnicodeDecodeError as error:
        raise BadInput(f"{called(file)}: is not UTF-8 (byte {error.start}); save the list in UTF-8") from error
