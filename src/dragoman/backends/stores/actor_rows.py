"""Entries of actors as rows of the tables, and back."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from dragoman.model import Appearance, Doubt, Entry, Post, Seen, Sighting, Span, Spelling
from dragoman.text.fold import fold_all

Row = dict[str, Any]


def entry_rows(entries: Sequence[Entry]) -> dict[str, list[Row]]:
    """The rows that the entries of one text fill, by table; the key of the batch is still missing."""
    numbered = list(enumerate(entries))
    return {
        "sightings": [sighting_row(number, entry) for number, entry in numbered],
        "spellings": _parts(numbered, spelling_rows),
        "posts": _parts(numbered, post_rows),
        "appearances": _parts(numbered, appearance_rows),
        "doubts": _parts(numbered, doubt_rows),
    }


def _parts(numbered: Iterable[tuple[int, Entry]], rows: Any) -> list[Row]:
    return [{"text": entry.text, "number": number, **row} for number, entry in numbered for row in rows(entry)]


def sighting_row(number: int, entry: Entry) -> Row:
    """One entry as a row."""
    s = entry.sighting
    return {
        "text": entry.text, "number": number, "actor": entry.actor, "kind": s.kind, "country": s.country,
        "sector": s.sector, "day": s.day, "acting": s.acting,
        "score": entry.score, "why": json.dumps(entry.why),
    }  # fmt: skip


def spelling_rows(entry: Entry) -> Iterator[Row]:
    """Its spellings, the fullest first."""
    for ordinal, spelling in enumerate(entry.sighting.names):
        words, span = spelling.words, spelling.span
        yield {
            "ordinal": ordinal, "words": words, "folded": fold_all(words), "start": span.start, "end": span.end
        }  # fmt: skip


def post_rows(entry: Entry) -> Iterator[Row]:
    """The offices that the report gives it."""
    for ordinal, post in enumerate(entry.sighting.posts):
        yield {
            "ordinal": ordinal, "office": post.office, "country": post.country, "body": post.body, "sole": post.sole,
            "day": post.day, "start": post.span.start, "end": post.span.end,
        }  # fmt: skip


def appearance_rows(entry: Entry) -> Iterator[Row]:
    """The parties of records that it is."""
    for appearance in entry.sighting.appearances:
        yield {"record": appearance.record, "side": appearance.side, "ordinal": appearance.ordinal}


def doubt_rows(entry: Entry) -> Iterator[Row]:
    """Whom else it may be."""
    for doubt in {doubt.actor: doubt for doubt in entry.doubts}.values():
        yield {"actor": doubt.actor, "score": doubt.score, "why": json.dumps(doubt.why)}


def actor_rows(entries: Iterable[Entry], at: datetime) -> list[Row]:
    """The actors of entries, each once."""
    rows = {
        entry.actor: {
            "id": entry.actor, "name": entry.name, "kind": entry.sighting.kind, "country": entry.country,
            "sector": entry.sector, "minted": at,
        }
        for entry in reversed(list(entries))
    }  # fmt: skip
    return list(rows.values())


def key_rows(entries: Iterable[Entry]) -> list[Row]:
    """The keys under which the actors of entries will be found."""
    found = {(key, entry.actor): entry.country for entry in entries for key in entry.keys}
    return [{"key": key, "actor": actor, "country": country} for (key, actor), country in found.items()]


def seen_of(row: Mapping[Any, Any], parts: Mapping[str, Sequence[Mapping[Any, Any]]]) -> Seen:
    """The rows of one sighting, joined with its report, as what was filed."""
    spellings = tuple(Spelling(r["words"], Span(r["start"], r["end"])) for r in parts["spellings"])
    posts = tuple(
        Post(r["office"], r["country"], r["body"], Span(r["start"], r["end"]), r["sole"], r["day"])
        for r in parts["posts"]
    )
    appearances = tuple(Appearance(r["record"], r["side"], r["ordinal"]) for r in parts["appearances"])
    doubts = tuple(Doubt(r["actor"], r["score"], tuple(json.loads(r["why"]))) for r in parts["doubts"])
    sighting = Sighting(
        row["kind"], row["day"], spellings, row["country"], row["sector"], posts, appearances=appearances
    )
    why = tuple(json.loads(row["why"]))
    entry = Entry(
        row["text"], sighting, row["actor"], row["name"], row["score"], why, doubts, country=row["actor_country"],
        sector=row["actor_sector"],
    )  # fmt: skip
    words = tuple(r["shown"] for r in parts["posts"])
    return Seen(row["document"], row["title"], row["publisher"], entry, words)
