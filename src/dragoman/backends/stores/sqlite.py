"""An archive as one SQLite file, through SQLAlchemy Core."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, NullPool, StaticPool, and_, bindparam, create_engine, event, func, select
from sqlalchemy import text as sql
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import OperationalError
from sqlalchemy.sql import Select

from dragoman.backends.stores import schema
from dragoman.backends.stores.rows import Row, coded_rows, judgement_of, judgement_row
from dragoman.backends.stores.sqlite_actors import SqliteActors, file_entries
from dragoman.backends.stores.trouble import FILE, told
from dragoman.errors import BadArchive
from dragoman.model import Claim, Document, Entry, Event, Grade, Judgement, Reading, Report, Statement, Text, Transfer
from dragoman.model.codec import from_json
from dragoman.ports import Attempt, Coder, Filed

LOCK = "dragoman.lock"
WAIT = 5.0  # seconds that a reader waits for a writer to commit
BATCH = 400  # below SQLite's limit of variables in one statement

N = TypeVar("N", Event, Claim, Transfer, Statement)
d, v, t, b = schema.documents.c, schema.versions.c, schema.texts.c, schema.batches.c


def open_archive(folder: Path, create: bool = False) -> "SqliteStore":
    """The archive in a folder; made where it is missing and `create` is set. Raises BadArchive."""
    path = folder / FILE
    if not create and not path.is_file():
        raise BadArchive(f"there is no archive at {folder}; make one with: dragoman add PATH --archive {folder}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadArchive(f"{folder} cannot be made ({error.strerror}); name another folder with --archive") from error
    return SqliteStore(create_engine(f"sqlite:///{path}", connect_args={"timeout": WAIT}), folder)


def memory_archive() -> "SqliteStore":
    """An archive that lasts as long as the object."""
    return SqliteStore(create_engine("sqlite://", poolclass=StaticPool), None)


class SqliteStore:
    """A Store over one SQLite database. `folder` is where the lock stands, None where there is nobody to lock out."""

    def __init__(self, engine: Engine, folder: Path | None) -> None:
        self._engine, self._folder = engine, folder
        self.actors = SqliteActors(engine, folder)
        event.listen(engine, "connect", _set_up_connection)
        with told(folder):
            _prepare(engine, str(folder))

    @contextmanager
    def writing(self) -> Iterator[None]:
        with _lock(self._folder) if self._folder else nullcontext(), told(self._folder):
            yield

    def state(self, report: Report, coder: Coder) -> str:
        found = _latest().add_columns(b.package, b.digest).where(d.id == report.document.id)
        joined = found.join(schema.batches, b.key == t.batch, isouter=True)
        with self._engine.connect() as connection:
            row = connection.execute(joined).mappings().first()
            known = _has_version(connection, report)
        if row is None or not known:
            return "new" if row is None else "changed"
        if report.version.sha256 != row["sha256"]:
            return "same"  # an older version come again: what is newer stays the latest
        current = (row["text_id"], row["package"], row["digest"]) == (report.text.id, coder.package, coder.digest)
        return "same" if current and _document(row) == report.document else "recode"

    def file(self, readings: Sequence[Reading], coder: Coder, at: datetime, entries: Sequence[Entry] = ()) -> None:
        with told(self._folder), self._engine.begin() as connection:
            batch = _batch(connection, coder, at)
            for reading in readings:
                ours = [entry for entry in entries if entry.text == reading.report.text.id]
                _file_report(connection, reading.report, batch, at)
                _file_coded(connection, reading, batch, file_entries(connection, ours, at))

    def current(self) -> Iterator[Filed]:
        with told(self._folder), self._engine.connect() as connection:
            rows = connection.execute(_latest().order_by(d.published, d.id)).mappings().all()
            yield from _filed(connection, rows)

    def find(self, record: str) -> Filed | None:
        tables = (schema.events, schema.claims, schema.transfers, schema.statements)
        with told(self._folder), self._engine.connect() as connection:
            for table in tables:
                here = table.c.id == record
                found = _latest().join(table, and_(table.c.text == t.id, table.c.batch == t.batch)).where(here)
                if rows := connection.execute(found).mappings().all():
                    return next(_filed(connection, rows), None)
        return None

    def search(self, words: str) -> tuple[str, ...]:
        quoted = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
        if not quoted:
            return ()
        match = sql("texts_fts MATCH :words").bindparams(words=quoted)
        joined = _latest().join(sql("texts_fts"), sql("texts_fts.rowid = texts.key"))
        found = joined.where(match).order_by(sql("rank"))
        with told(self._folder), self._engine.connect() as connection:
            return tuple(row["id"] for row in connection.execute(found).mappings())

    def note(self, attempts: Sequence[Attempt]) -> None:
        rows = [{name: getattr(attempt, name) for name in attempt.__slots__} for attempt in attempts]
        statement = insert(schema.inputs)
        changed = {name: statement.excluded[name] for name in ("root", "status", "problem", "at")}
        with told(self._folder), self._engine.begin() as connection:
            if rows:
                connection.execute(statement.on_conflict_do_update(index_elements=["where"], set_=changed), rows)

    def attempts(self) -> tuple[Attempt, ...]:
        with told(self._folder), self._engine.connect() as connection:
            rows = connection.execute(select(schema.inputs).order_by(schema.inputs.c.where)).mappings()
            return tuple(Attempt(**row) for row in rows)

    def judge(self, judgement: Judgement) -> None:
        with told(self._folder), self._engine.begin() as connection:
            connection.execute(schema.ledger.insert(), judgement_row(judgement))

    def judgements(self) -> tuple[Judgement, ...]:
        with told(self._folder), self._engine.connect() as connection:
            rows = connection.execute(select(schema.ledger).order_by(schema.ledger.c.key)).mappings()
            return tuple(judgement_of(dict(row)) for row in rows)

    def grade(self, grade: Grade) -> None:
        with told(self._folder), self._engine.begin() as connection:
            connection.execute(schema.grades.insert(), {name: getattr(grade, name) for name in Grade.__slots__})

    def grades(self) -> tuple[Grade, ...]:
        with told(self._folder), self._engine.connect() as connection:
            rows = connection.execute(select(schema.grades).order_by(schema.grades.c.key)).mappings()
            return tuple(Grade(**{name: row[name] for name in Grade.__slots__}) for row in rows)


def _set_up_connection(connection: Any, record: object) -> None:
    connection.execute("PRAGMA foreign_keys = ON")


@contextmanager
def _lock(folder: Path) -> Iterator[None]:
    """Hold the lock beside the archive. SQLite's own, so that it works on every system and ends with the process."""
    engine = create_engine(f"sqlite:///{folder / LOCK}", poolclass=NullPool, connect_args={"timeout": 0})
    with engine.connect() as connection:
        try:
            connection.exec_driver_sql("BEGIN EXCLUSIVE")
        except OperationalError as error:
            if "locked" not in str(error.orig):
                raise BadArchive(f"{folder} cannot be written ({error.orig}); check its permissions") from error
            raise BadArchive(f"another dragoman is writing to {folder}; try again when it has ended") from error
        try:
            yield
        finally:
            connection.exec_driver_sql("ROLLBACK")


def _prepare(engine: Engine, name: str) -> None:
    """Make the tables of a new archive, bring an older one up to date; refuse what is none of ours or newer."""
    with engine.connect() as connection:
        application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        made = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        if not made and not connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one():
            _make(connection)
        elif application != schema.APPLICATION:
            raise BadArchive(f"{name}/{FILE} is no archive of dragoman; name another folder with --archive")
        elif not schema.OLDEST <= made <= schema.SCHEMA:
            raise BadArchive(_other_schema(name, made))
        elif made < schema.SCHEMA:
            _bring_up_to_date(connection)


def _other_schema(name: str, made: int) -> str:
    problem = f"the archive {name} has schema {made}, this dragoman reads schemas {schema.OLDEST} to {schema.SCHEMA}"
    if made > schema.SCHEMA:
        return f"{problem}; install a newer dragoman, or name another folder with --archive"
    return f"{problem}; add the reports to a new archive: dragoman add PATH --archive DIR"


def _make(connection: Connection) -> None:
    connection.exec_driver_sql("PRAGMA journal_mode = WAL")
    connection.commit()
    schema.metadata.create_all(connection)
    for statement in (*schema.EXTRAS, *(line for lines in schema.ADDED.values() for line in lines)):
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"PRAGMA application_id = {schema.APPLICATION}")
    connection.exec_driver_sql(f"PRAGMA user_version = {schema.SCHEMA}")
    connection.commit()


def _bring_up_to_date(connection: Connection) -> None:
    """Add what later schemas have; nothing that is there is changed. Whoever opens it first does it."""
    connection.rollback()
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    made = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    schema.metadata.create_all(connection)
    for version in range(made + 1, schema.SCHEMA + 1):
        for statement in schema.ADDED.get(version, ()):
            connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"PRAGMA user_version = {schema.SCHEMA}")
    connection.commit()


def _latest() -> Select[Any]:
    """Every document with its latest version and the text that stands for it."""
    newest = select(func.max(v.key)).where(v.document == d.id).correlate(schema.documents).scalar_subquery()
    count = select(func.count()).where(v.document == d.id).correlate(schema.documents).scalar_subquery()
    columns = (
        d.id, d.publisher, d.url, d.title, d.published, d.language, v.sha256, v.retrieved, count.label("versions"),
        t.id.label("text_id"), t.version, t.extractor, t.content, t.batch,
    )  # fmt: skip
    joined = schema.documents.join(schema.versions, v.key == newest).join(schema.texts, t.id == v.text)
    return select(*columns).select_from(joined)


def _has_version(connection: Connection, report: Report) -> bool:
    here = and_(v.document == report.document.id, v.sha256 == report.version.sha256)
    return connection.execute(select(v.key).where(here)).first() is not None


def _document(row: Any) -> Document:
    return Document(**{name: row[name] for name in Document.__slots__})


def _batch(connection: Connection, coder: Coder, at: datetime) -> int:
    """The key of the batch of that coder, made where it is new."""
    table = schema.batches
    values = {"package": coder.package, "digest": coder.digest, "made": at}
    connection.execute(insert(table).on_conflict_do_nothing(), values)
    here = and_(table.c.package == coder.package, table.c.digest == coder.digest)
    return int(connection.execute(select(table.c.key).where(here)).scalar_one())


def _file_report(connection: Connection, report: Report, batch: int, at: datetime) -> None:
    document, version, content = report.document, report.version, report.text
    described = {name: getattr(document, name) for name in document.__slots__}
    statement = insert(schema.documents)
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=described), described)
    words = {name: getattr(content, name) for name in content.__slots__} | {"batch": batch}
    connection.execute(insert(schema.texts).on_conflict_do_update(index_elements=["id"], set_={"batch": batch}), words)
    row = {
        "document": document.id, "sha256": version.sha256, "retrieved": version.retrieved or at, "text": content.id
    }  # fmt: skip
    again = insert(schema.versions).on_conflict_do_update(
        index_elements=["document", "sha256"], set_={"text": content.id}
    )
    connection.execute(again, row)


def _file_coded(connection: Connection, reading: Reading, batch: int, sighted: dict[str, list[Row]]) -> None:
    """Put what was coded from a text, and who was seen there, in place of what the same coder coded before."""
    rows = coded_rows(reading) | sighted
    for table in schema.CODED:
        here = and_(table.c.text == reading.report.text.id, table.c.batch == batch)
        connection.execute(table.delete().where(here))
        if rows[table.name]:
            connection.execute(table.insert(), [{**row, "batch": batch} for row in rows[table.name]])


def _filed(connection: Connection, rows: Sequence[Any]) -> Iterator[Filed]:
    """Rows of `_latest` with their coded records, some hundred at a time."""
    for first in range(0, len(rows), BATCH):
        some = rows[first : first + BATCH]
        keys = [row["text_id"] for row in some]
        events = _records(connection, schema.events, Event, keys)
        claims = _records(connection, schema.claims, Claim, keys)
        transfers = _records(connection, schema.transfers, Transfer, keys)
        statements = _records(connection, schema.statements, Statement, keys)
        for row in some:
            key = row["text_id"]
            yield Filed(
                _document(row), _text(row), row["retrieved"], row["versions"], tuple(events.get(key, ())),
                tuple(claims.get(key, ())), tuple(transfers.get(key, ())), tuple(statements.get(key, ())),
            )  # fmt: skip


def _text(row: Any) -> Text:
    return Text(row["text_id"], row["id"], row["version"], row["extractor"], row["content"])


def _records(connection: Connection, table: Any, kind: type[N], keys: Iterable[str]) -> dict[str, list[N]]:
    """The records of the batch that counts, by text, in their order."""
    counted = and_(t.id == table.c.text, t.batch == table.c.batch)
    here = table.c.text.in_(bindparam("keys", expanding=True))
    wanted = select(table.c.text, table.c.json).join(schema.texts, counted).where(here).order_by(table.c.number)
    found: dict[str, list[N]] = {}
    for key, written in connection.execute(wanted, {"keys": list(keys)}):
        found.setdefault(key, []).append(from_json(kind, json.loads(written)))
    return found
