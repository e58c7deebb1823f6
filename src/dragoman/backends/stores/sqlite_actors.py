"""The registry of actors in an archive, through SQLAlchemy Core."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, and_, bindparam, func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.sql import Select

from dragoman.backends.stores import schema
from dragoman.backends.stores.actor_rows import Row, actor_rows, entry_rows, key_rows, seen_of
from dragoman.backends.stores.trouble import told
from dragoman.model import ActorJudgement, Entry, Known, Meeting, MeetingParty, Profile, Seen, Term
from dragoman.model.codec import from_json, to_json

WIDEST = 20_000  # rows of keys or company looked at for one report, so that a crowded registry costs no more
LISTED = select(func.json_each(bindparam("listed")).table_valued("value").c.value)
"""Any number of ids in one parameter, so that a statement is the same, and prepared, for whatever it asks."""

a, k, s, t, p = schema.actors.c, schema.actor_keys.c, schema.sightings.c, schema.texts.c, schema.spellings.c


def file_entries(connection: Connection, entries: Sequence[Entry], at: datetime) -> dict[str, list[Row]]:
    """Make the actors of one text's entries known and findable; the rows of its sightings, by table."""
    if entries:
        connection.execute(insert(schema.actors).on_conflict_do_nothing(), actor_rows(entries, at))
    if keys := key_rows(entries):
        connection.execute(insert(schema.actor_keys).on_conflict_do_nothing(), keys)
    return entry_rows(entries)


class SqliteActors:
    """An ActorStore over the database of an archive."""

    def __init__(self, engine: Engine, folder: Path | None) -> None:
        self._engine, self._folder = engine, folder

    def found_by(self, keys: Collection[str]) -> dict[str, dict[str, str | None]]:
        found: dict[str, dict[str, str | None]] = {}
        with told(self._folder), self._engine.connect() as connection:
            for key, actor, country in connection.execute(FOUND_BY, _listed(keys)).all():
                found.setdefault(key, {})[actor] = country
        return found

    def profiles(self, actors: Collection[str]) -> dict[str, Profile]:
        with told(self._folder), self._engine.connect() as connection:
            return {profile.id: profile for profile in _profiles(connection, actors)}

    def earlier(self, document: str) -> dict[str, str]:
        with told(self._folder), self._engine.connect() as connection:
            return {row.folded: row.actor for row in connection.execute(EARLIER, {"document": document})}

    def seen(self, actors: Collection[str] | None = None) -> Iterator[Seen]:
        with told(self._folder), self._engine.connect() as connection:
            if actors is None:
                yield from _seen(connection, _current(), {})
            else:
                yield from _seen(connection, _current().where(s.actor.in_(LISTED)), _listed(actors))

    def meetings(self, actors: Collection[str]) -> Iterator[Meeting]:
        with told(self._folder), self._engine.connect() as connection:
            yield from _meetings(connection, actors)

    def doubting(self, actors: Collection[str]) -> frozenset[str]:
        wanted = select(s.actor).distinct().select_from(_joined(schema.doubts))
        doubted = wanted.where(schema.doubts.c.actor.in_(LISTED))
        with told(self._folder), self._engine.connect() as connection:
            return frozenset(connection.execute(doubted, _listed(actors)).scalars())

    def named(self, folded: str) -> tuple[str, ...]:
        wanted = select(s.actor).distinct().select_from(_joined(schema.spellings)).where(p.folded == folded)
        with told(self._folder), self._engine.connect() as connection:
            return tuple(connection.execute(wanted).scalars())

    def known(self, actors: Collection[str]) -> dict[str, str]:
        with told(self._folder), self._engine.connect() as connection:
            rows = connection.execute(select(a.id, a.name).where(a.id.in_(LISTED)), _listed(actors))
            return {row.id: row.name for row in rows}

    def decide(self, judgement: ActorJudgement) -> None:
        row = {name: getattr(judgement, name) for name in judgement.__slots__}
        with told(self._folder), self._engine.begin() as connection:
            connection.execute(schema.actor_ledger.insert(), row)

    def decided(self) -> tuple[ActorJudgement, ...]:
        columns = [schema.actor_ledger.c[name] for name in ActorJudgement.__slots__]
        with told(self._folder), self._engine.connect() as connection:
            rows = connection.execute(select(*columns).order_by(schema.actor_ledger.c.key)).mappings()
            return tuple(ActorJudgement(**row) for row in rows)

    def learn(self, people: Sequence[Known], at: datetime) -> None:
        rows = [{"id": p.id, "json": json.dumps(to_json(p)), "source": p.source, "at": at} for p in people]
        statement = insert(schema.imported)
        changed = {name: statement.excluded[name] for name in ("json", "source", "at")}
        with told(self._folder), self._engine.begin() as connection:
            if rows:
                connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=changed), rows)

    def learned(self) -> tuple[Known, ...]:
        with told(self._folder), self._engine.connect() as connection:
            rows = connection.execute(select(schema.imported.c.json).order_by(schema.imported.c.id)).scalars()
            return tuple(from_json(Known, json.loads(row)) for row in rows)


def _listed(ids: Collection[str]) -> dict[str, str]:
    """The parameter of a statement that asks for some ids."""
    return {"listed": json.dumps(sorted(ids))}


def _joined(table: Table) -> Any:
    """A table of parts with the sightings that they belong to."""
    here = and_(table.c.text == s.text, table.c.batch == s.batch, table.c.number == s.number)
    return schema.sightings.join(table, here)


EARLIER = (
    select(p.folded, s.actor)
    .select_from(_joined(schema.spellings))
    .join(schema.texts, t.id == s.text)
    .where(t.document == bindparam("document"))
    .order_by(s.batch, s.text, s.number.desc(), p.ordinal.desc())
)
FOUND_BY = select(k.key, k.actor, k.country).where(k.key.in_(LISTED)).limit(WIDEST)
ACTORS = select(a.id, a.kind, a.name, a.country, a.sector).where(a.id.in_(LISTED))
NAMES = select(s.actor, p.words).distinct().select_from(_joined(schema.spellings)).where(s.actor.in_(LISTED))


def _terms() -> Select[Any]:
    """Offices with the first and last day on which a report gives them."""
    o = schema.posts.c
    office = (s.actor, o.office, o.country, o.body)
    wanted = select(*office, func.min(o.day), func.max(o.day)).select_from(_joined(schema.posts))
    return wanted.where(s.actor.in_(LISTED), o.day.is_not(None)).group_by(*office)


def _company() -> Select[Any]:
    """Who acts in the same reports."""
    other = schema.sightings.alias()
    here = and_(other.c.text == s.text, other.c.batch == s.batch, other.c.acting, other.c.actor != s.actor)
    wanted = select(s.actor, other.c.actor).select_from(schema.sightings.join(other, here))
    return wanted.where(s.actor.in_(LISTED)).limit(WIDEST)


TERMS, COMPANY = _terms(), _company()


def _profiles(connection: Connection, ids: Collection[str]) -> Iterator[Profile]:
    """What the reports filed so far say of some actors."""
    listed = _listed(ids)
    names = _by_first(connection.execute(NAMES, listed).all())
    company = _by_first(connection.execute(COMPANY, listed).all())
    told_terms = connection.execute(TERMS, listed).all()
    terms = _by_first((actor, Term(*told_office)) for actor, *told_office in told_terms)
    for row in connection.execute(ACTORS, listed).all():
        yield Profile(
            *row, tuple(names.get(row.id, ())), tuple(terms.get(row.id, ())), frozenset(company.get(row.id, ()))
        )


def _by_first(rows: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for first, second in rows:
        found.setdefault(first, []).append(second)
    return found


def _current() -> Select[Any]:
    """Sightings of the latest version of each document by the batch that counts, in the order of their days."""
    d, v = schema.documents.c, schema.versions.c
    newest = select(func.max(v.key)).where(v.document == d.id).correlate(schema.documents).scalar_subquery()
    joined = (
        schema.sightings.join(schema.texts, and_(t.id == s.text, t.batch == s.batch))
        .join(schema.documents, d.id == t.document)
        .join(schema.versions, and_(v.key == newest, v.text == t.id))
        .join(schema.actors, a.id == s.actor)
    )
    columns = (
        s.text, s.batch, s.number, s.actor, s.kind, s.country, s.sector, s.day, s.score, s.why, a.name,
        a.country.label("actor_country"), a.sector.label("actor_sector"),
        t.document, d.title, d.publisher,
    )  # fmt: skip
    return select(*columns).select_from(joined).order_by(s.day, t.document, s.number)


def _seen(connection: Connection, wanted: Select[Any], asked: Mapping[str, str]) -> Iterator[Seen]:
    rows = connection.execute(wanted, asked).mappings().all()
    texts = sorted({row["text"] for row in rows})
    parts = {table.name: _parts(connection, table, texts) for table in schema.SIGHTED[1:]}
    for row in rows:
        key = (row["text"], row["batch"], row["number"])
        yield seen_of(dict(row), {name: found.get(key, ()) for name, found in parts.items()})


def _parts(connection: Connection, table: Table, texts: Sequence[str]) -> dict[Any, list[Any]]:
    """The rows of a table of parts, by the sighting that they belong to; posts with their words."""
    wanted = select(table).where(table.c.text.in_(LISTED))
    if table is schema.posts:
        shown = func.substr(t.content, table.c.start + 1, table.c.end - table.c.start).label("shown")
        wanted = wanted.add_columns(shown).join(schema.texts, t.id == table.c.text)
    found: dict[Any, list[Any]] = {}
    for row in connection.execute(wanted, _listed(texts)).mappings():
        found.setdefault((row["text"], row["batch"], row["number"]), []).append(row)
    return found


def _meetings(connection: Connection, ids: Collection[str]) -> Iterator[Meeting]:
    """Events with the sightings that take part, for those events in which one of the ids does."""
    e, part = schema.events.c, schema.appearances
    ours = part.alias()
    of_text = and_(part.c.text == s.text, part.c.batch == s.batch, part.c.number == s.number)
    mine = _current().with_only_columns(s.text, s.batch, s.number).where(s.actor.in_(LISTED)).order_by(None).subquery()
    held = and_(ours.c.text == mine.c.text, ours.c.batch == mine.c.batch, ours.c.number == mine.c.number)
    same = and_(part.c.text == ours.c.text, part.c.batch == ours.c.batch, part.c.record == ours.c.record)
    fullest = and_(p.text == s.text, p.batch == s.batch, p.number == s.number, p.ordinal == 0)
    joined = (
        schema.sightings.join(part, of_text)
        .join(ours, same)
        .join(mine, held)
        .join(schema.events, and_(e.batch == part.c.batch, e.id == part.c.record))
        .join(schema.texts, t.id == s.text)
        .join(schema.actors, a.id == s.actor)
        .join(schema.spellings, fullest, isouter=True)
    )
    event = (e.id, t.document, e.type, e.mode, e.cameo, e.status, e.first, e.last, e.place)
    spelled = (func.coalesce(p.words, a.name).label("words"), func.coalesce(p.folded, "").label("folded"))
    columns = (*event, s.actor, *spelled, part.c.side)
    wanted = select(*columns).distinct().select_from(joined).order_by(e.first, e.id)
    told_event = [column.name for column in event]
    rows = connection.execute(wanted, _listed(ids)).mappings()
    for _, group in groupby(rows, key=lambda row: row["id"]):
        first, *others = group
        yield Meeting(
            record=first["id"],
            **{name: first[name] for name in told_event[1:]},
            parties=tuple(
                MeetingParty(row["actor"], row["words"], row["folded"], row["side"]) for row in (first, *others)
            ),
        )
