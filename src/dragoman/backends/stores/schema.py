"""The tables of an archive. docs/schema.md says what each is for; a test holds the two together."""

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
from sqlalchemy.schema import SchemaItem

SCHEMA = 1
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

CODED = (events, claims, transfers, statements, parties, evidence, sources, mentions, roles)

EXTRAS = (
    """CREATE VIRTUAL TABLE texts_fts USING fts5(content, content='texts', content_rowid='key',
       tokenize='unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER texts_added AFTER INSERT ON texts BEGIN
         INSERT INTO texts_fts(rowid, content) VALUES (new.key, new.content); END""",
    """CREATE TRIGGER texts_removed AFTER DELETE ON texts BEGIN
         INSERT INTO texts_fts(texts_fts, rowid, content) VALUES ('delete', old.key, old.content); END""",
    """CREATE TRIGGER texts_kept BEFORE UPDATE OF content ON texts BEGIN
         SELECT RAISE(ABORT, 'a text is never edited'); END""",
    """CREATE TRIGGER ledger_kept BEFORE UPDATE ON ledger BEGIN
         SELECT RAISE(ABORT, 'the ledger is only ever added to'); END""",
    """CREATE TRIGGER ledger_whole BEFORE DELETE ON ledger BEGIN
         SELECT RAISE(ABORT, 'the ledger is only ever added to'); END""",
)
