"""The tables of an archive. docs/schema.md says what each is for; a test holds the two together."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    UniqueConstraint,
)
from sqlalchemy import text as sql
from sqlalchemy.schema import SchemaItem

SCHEMA = 3
OLDEST = 1  # schemas from this one on are brought up to date when an archive is opened
APPLICATION = 0x44524147  # "DRAG", so that no other program's file is taken for an archive

metadata = MetaData()


def _record_table(name: str, *columns: SchemaItem) -> Table:
    """A table of coded records: what they are found by, their sentence, and the record itself as JSON."""
    return Table(
        name,
        metadata,
        Column("batch", ForeignKey("batches.key"), nullable=False),
        Column("id", String, nullable=False),
        Column("text", ForeignKey("texts.id"), nullable=False),
        Column("number", Integer, nullable=False),
        *columns,
        Column("sentence_start", Integer, nullable=False),
        Column("sentence_end", Integer, nullable=False),
        Column("score", Float, nullable=False),
        Column("json", String, nullable=False),
        PrimaryKeyConstraint("batch", "id"),
        Index(f"{name}_text", "text", "batch"),
    )


def _part_table(name: str, *columns: SchemaItem, key: tuple[str, ...]) -> Table:
    """A table of the parts of coded records."""
    return Table(
        name,
        metadata,
        Column("batch", ForeignKey("batches.key"), nullable=False),
        Column("record", String, nullable=False),
        Column("text", ForeignKey("texts.id"), nullable=False),
        *columns,
        PrimaryKeyConstraint("batch", "record", *key),
        Index(f"{name}_text", "text", "batch"),
    )


def _sighting_key() -> tuple[Column[Any], ...]:
    """The columns by which a sighting of an actor, or a part of one, is known."""
    return (
        Column("batch", ForeignKey("batches.key"), nullable=False),
        Column("text", ForeignKey("texts.id"), nullable=False),
        Column("number", Integer, nullable=False),
    )


documents = Table(
    "documents",
    metadata,
    Column("id", String, primary_key=True),
    Column("publisher", String),
    Column("url", String),
    Column("title", String),
    Column("published", Date, index=True),
    Column("language", String, nullable=False),
)

texts = Table(
    "texts",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("document", ForeignKey("documents.id"), nullable=False, index=True),
    Column("version", String, nullable=False),
    Column("extractor", String, nullable=False),
    Column("content", String, nullable=False),
    Column("batch", ForeignKey("batches.key")),
)

versions = Table(
    "versions",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False),
    Column("sha256", String, nullable=False),
    Column("retrieved", DateTime, nullable=False),
    Column("text", ForeignKey("texts.id"), nullable=False),
    UniqueConstraint("document", "sha256"),
)

batches = Table(
    "batches",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("package", String, nullable=False),
    Column("digest", String, nullable=False),
    Column("made", DateTime, nullable=False),
    UniqueConstraint("package", "digest"),
)

events = _record_table(
    "events",
    Column("type", String, nullable=False, index=True),
    Column("mode", String),
    Column("cameo", String, nullable=False, index=True),
    Column("status", String, nullable=False),
    Column("first", Date, index=True),
    Column("last", Date, index=True),
    Column("granularity", String),
    Column("place", String),
    Column("country", String, index=True),
    Column("geonames_id", Integer),
    Column("lat", Float),
    Column("lon", Float),
    Column("reciprocal", Boolean, nullable=False),
    Column("background", Boolean, nullable=False),
    Column("habitual", Boolean, nullable=False),
    Column("dead", Integer),
    Column("wounded", Integer),
    Column("size", Integer),
)

claims = _record_table(
    "claims",
    Column("measure", String, nullable=False, index=True),
    Column("low", Float),
    Column("high", Float),
    Column("unit", String, nullable=False),
    Column("per", String),
    Column("status", String, nullable=False),
    Column("about", String, index=True),
    Column("as_of", Date),
)

transfers = _record_table(
    "transfers",
    Column("item", String, nullable=False),
    Column("category", String, nullable=False, index=True),
    Column("stage", String, nullable=False),
    Column("amount", Float),
    Column("first", Date),
    Column("last", Date),
)

statements = _record_table(
    "statements",
    Column("verb", String, nullable=False),
    Column("stance", String, nullable=False),
    Column("quoted", Boolean, nullable=False),
    Column("event", String, index=True),
)

parties = _part_table(
    "parties",
    Column("side", String, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("name", String, nullable=False, index=True),
    Column("country", String, index=True),
    Column("kind", String, nullable=False),
    Column("sector", String),
    Column("office", String),
    Column("role", String),
    Column("actor_id", String, index=True),
    key=("side", "ordinal"),
)

evidence = _part_table(
    "evidence",
    Column("field", String, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("rule", String, nullable=False, index=True),
    Column("score", Float, nullable=False),
    key=("field", "ordinal"),
)

sources = _part_table(
    "sources",
    Column("ordinal", Integer, nullable=False),
    Column("name", String, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("outlet", String, index=True),
    Column("chain", Integer, nullable=False),
    Column("depth", Integer, nullable=False),
    Column("said", Date),
    key=("ordinal",),
)

mentions = Table(
    "mentions",
    metadata,
    Column("batch", ForeignKey("batches.key"), nullable=False),
    Column("text", ForeignKey("texts.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("name", String, nullable=False, index=True),
    Column("country", String),
    Column("actor_id", String, index=True),
    Column("rule", String, nullable=False),
    PrimaryKeyConstraint("text", "batch", "number"),
)

roles = Table(
    "roles",
    metadata,
    Column("batch", ForeignKey("batches.key"), nullable=False),
    Column("text", ForeignKey("texts.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("office", String, nullable=False, index=True),
    Column("holder", String, index=True),
    Column("country", String),
    Column("body", String),
    PrimaryKeyConstraint("text", "batch", "number"),
)

ledger = Table(
    "ledger",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("text", String, nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("verdict", String, nullable=False),
    Column("by", String, nullable=False),
    Column("at", DateTime, nullable=False),
    Column("why", String, nullable=False),
    Column("field", String),
    Column("value", String),
    Column("words", String, nullable=False),
)

inputs = Table(
    "inputs",
    metadata,
    Column("where", String, primary_key=True),
    Column("root", String, nullable=False),
    Column("status", String, nullable=False, index=True),
    Column("problem", String, nullable=False),
    Column("at", DateTime, nullable=False),
)

actors = Table(
    "actors",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("country", String),
    Column("sector", String),
    Column("minted", DateTime, nullable=False),
)

actor_keys = Table(
    "actor_keys",
    metadata,
    Column("key", String, nullable=False),
    Column("actor", ForeignKey("actors.id"), nullable=False),
    Column("country", String),
    PrimaryKeyConstraint("key", "actor"),
    sqlite_with_rowid=False,
)

sightings = Table(
    "sightings",
    metadata,
    *_sighting_key(),
    Column("actor", ForeignKey("actors.id"), nullable=False),
    Column("kind", String, nullable=False),
    Column("country", String),
    Column("sector", String),
    Column("day", Date),
    Column("acting", Boolean, nullable=False),
    Column("score", Float, nullable=False),
    Column("why", String, nullable=False),
    PrimaryKeyConstraint("text", "batch", "number"),
    Index("sightings_actor", "actor", "text", "batch", "number"),
    Index("sightings_acting", "text", "batch", "actor", sqlite_where=sql("acting = 1")),
)

spellings = Table(
    "spellings",
    metadata,
    *_sighting_key(),
    Column("ordinal", Integer, nullable=False),
    Column("words", String, nullable=False),
    Column("folded", String, nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    PrimaryKeyConstraint("text", "batch", "number", "ordinal"),
)

posts = Table(
    "posts",
    metadata,
    *_sighting_key(),
    Column("ordinal", Integer, nullable=False),
    Column("office", String, nullable=False, index=True),
    Column("country", String),
    Column("body", String),
    Column("sole", Boolean, nullable=False),
    Column("day", Date),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    PrimaryKeyConstraint("text", "batch", "number", "ordinal"),
)

appearances = Table(
    "appearances",
    metadata,
    *_sighting_key(),
    Column("record", String, nullable=False),
    Column("side", String, nullable=False),
    Column("ordinal", Integer, nullable=False),
    PrimaryKeyConstraint("text", "batch", "record", "side", "ordinal", "number"),
    Index("appearances_sighting", "text", "batch", "number"),
)

doubts = Table(
    "doubts",
    metadata,
    *_sighting_key(),
    Column("actor", String, nullable=False, index=True),
    Column("score", Float, nullable=False),
    Column("why", String, nullable=False),
    PrimaryKeyConstraint("text", "batch", "number", "actor"),
)

actor_ledger = Table(
    "actor_ledger",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("a", String, nullable=False),
    Column("b", String, nullable=False),
    Column("verdict", String, nullable=False),
    Column("by", String, nullable=False),
    Column("at", DateTime, nullable=False),
    Column("why", String, nullable=False),
    Column("name", String),
    Column("document", String),
)

grades = Table(
    "grades",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("outlet", String, nullable=False, index=True),
    Column("reliability", String),
    Column("record", String),
    Column("credibility", String),
    Column("by", String, nullable=False),
    Column("at", DateTime, nullable=False),
    Column("why", String, nullable=False),
)

imported = Table(
    "imported",
    metadata,
    Column("id", String, primary_key=True),
    Column("json", String, nullable=False),
    Column("source", String, nullable=False),
    Column("at", DateTime, nullable=False),
)

SIGHTED = (sightings, spellings, posts, appearances, doubts)
CODED = (events, claims, transfers, statements, parties, evidence, sources, mentions, roles, *SIGHTED)


def _append_only(table: str) -> tuple[str, ...]:
    """Triggers that refuse every change and removal of rows."""
    return tuple(
        f"""CREATE TRIGGER {table}_{name} BEFORE {act} ON {table} BEGIN
         SELECT RAISE(ABORT, 'the ledger is only ever added to'); END"""
        for name, act in (("kept", "UPDATE"), ("whole", "DELETE"))
    )


EXTRAS = (
    """CREATE VIRTUAL TABLE texts_fts USING fts5(content, content='texts', content_rowid='key',
       tokenize='unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER texts_added AFTER INSERT ON texts BEGIN
         INSERT INTO texts_fts(rowid, content) VALUES (new.key, new.content); END""",
    """CREATE TRIGGER texts_removed AFTER DELETE ON texts BEGIN
         INSERT INTO texts_fts(texts_fts, rowid, content) VALUES ('delete', old.key, old.content); END""",
    """CREATE TRIGGER texts_kept BEFORE UPDATE OF content ON texts BEGIN
         SELECT RAISE(ABORT, 'a text is never edited'); END""",
    *_append_only("ledger"),
)

ADDED: Mapping[int, tuple[str, ...]] = {2: _append_only("actor_ledger"), 3: _append_only("grades")}
"""What each schema added beside tables, so that an older archive is brought up to date when it is opened."""
