"""What `dragoman read` writes: the layers of a reading as JSON, to look at and to score."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from dragoman.errors import BadSetting
from dragoman.model import Attribution, Chain, Mention, PlaceMention, Reading, Role, Span, Time
from dragoman.model.codec import to_json
from dragoman.usecases.records import Record, records

Writer = Callable[[Reading], list[Any]]


def parse_layers(names: str) -> tuple[str, ...]:
    """ "mentions, places" as a tuple. Raises BadSetting, with all layers, where one is unknown or none is given."""
    asked = tuple(dict.fromkeys(name.strip() for name in names.split(",") if name.strip()))
    known = ", ".join(WRITERS)
    if not asked:
        raise BadSetting(f"--layers names no layer; there are {known}")
    if unknown := [name for name in asked if name not in WRITERS]:
        raise BadSetting(f"there is no layer {', '.join(unknown)}; there are {known}")
    return asked


def layers_needed(layers: Sequence[str]) -> tuple[str, ...]:
    """The layers to fill so that the given ones can be written."""
    return (*layers, "roles") if "mentions" in layers else tuple(layers)


def layer_writer(layers: Sequence[str]) -> Callable[[Reading], Record]:
    """A function from a reading to one object: its id, and a list for each layer, in the order asked for."""

    def write(reading: Reading) -> Record:
        return {"id": reading.document.id} | {KEYS.get(name, name): WRITERS[name](reading) for name in layers}

    return write


def _sections(reading: Reading) -> list[Any]:
    return [{"kind": section.kind, **_ends(section.span)} for section in reading.sections]


def _tokens(reading: Reading) -> list[Any]:
    columns = zip(reading.tokens.starts, reading.tokens.ends, reading.tokens.words, strict=True)
    return [{"start": start, "end": end, "word": word} for start, end, word in columns]


def _sentences(reading: Reading) -> list[Any]:
    return [_ends(sentence.span) for sentence in reading.sentences]


def _trees(reading: Reading) -> list[Any]:
    """One tree a sentence, null where it was not parsed; heads and `first` are token numbers of the whole text."""
    return [
        None if tree is None else {"first": tree.first, "tags": tree.tags, "deps": tree.deps, "heads": tree.heads}
        for tree in reading.trees
    ]


def _names(reading: Reading) -> list[Any]:
    found = ((name, reading.tokens.span(name.first, name.last)) for name in reading.names)
    return [{**_ends(span), "label": name.label, "text": span.of(reading.content)} for name, span in found]


def _mentions(reading: Reading) -> list[Any]:
    """A person's mention takes in the title before the name, an organisation's the article; `name` is without."""
    titled = {role.holder: role.span for role in reading.roles}
    named = [
        _mention(m, _whole(_with_article(m, reading), titled.get(k), reading.content), reading.content)
        for k, m in enumerate(reading.mentions)
    ]
    told = [_by_office(role, reading.content) for role in reading.roles if role.holder < 0]
    acting = [_government(m, reading) for m in reading.mentions if m.acts]
    return sorted((*named, *told, *acting), key=lambda record: (record["start"], -record["end"]))


def _by_office(role: Role, content: str) -> Record:
    """Somebody whom a text calls only by an office: the Iraqi minister of defence."""
    return {
        **_ends(role.span), "kind": "person", "subkind": "office", "name": None, "country": role.country,
        "actor_id": None, "text": role.span.of(content), "rule": role.rule,
    }  # fmt: skip


def _government(mention: Mention, reading: Reading) -> Record:
    """A country that acts: the UK in "the UK condemned the attack"."""
    acting = replace(mention, kind="organisation", subkind="government")
    return _mention(acting, _with_article(acting, reading), reading.content)


def _with_article(mention: Mention, reading: Reading) -> Span:
    before = mention.first - 1
    if mention.kind == "organisation" and before >= 0 and reading.tokens.lower[before] == "the":
        return reading.tokens.span(before, mention.last)
    return mention.span


def _whole(name: Span, title: Span | None, content: str) -> Span:
    if title is None or title.end > name.start or content[title.end : name.start].strip():
        return name
    return Span(title.start, name.end)


def _mention(mention: Mention, span: Span, content: str) -> Record:
    return {
        **_ends(span), "kind": mention.kind, "subkind": mention.subkind, "name": mention.name,
        "country": mention.country, "actor_id": mention.actor_id, "text": span.of(content),
        "rule": mention.rule,
    }  # fmt: skip


def _roles(reading: Reading) -> list[Any]:
    return [_role(role, reading.mentions, reading.document.published) for role in reading.roles]


def _role(role: Role, mentions: Sequence[Mention], published: date | None) -> Record:
    holder = mentions[role.holder].name if role.holder >= 0 else None
    earliest, latest = role.held(published)
    return {
        "holder": holder, "office": role.office, "body": role.body, "country": role.country, "status": role.status,
        "earliest": to_json(earliest), "latest": to_json(latest), "evidence": _pair(role.span), "rule": role.rule,
    }  # fmt: skip


def _chains(reading: Reading) -> list[Any]:
    return [_chain(chain) for chain in reading.coreference]


def _chain(chain: Chain) -> list[Record]:
    return [_ends(span) for span in chain.spans]


def _times(reading: Reading) -> list[Any]:
    return [_time(time) for time in reading.times]


def _time(time: Time) -> Record:
    days = {"earliest": to_json(time.earliest), "latest": to_json(time.latest)}
    return {**_ends(time.span), **days, "granularity": time.granularity, "rule": time.rule}


def _places(reading: Reading) -> list[Any]:
    return [_place(mention) for mention in reading.places]


def _place(mention: PlaceMention) -> Record:
    place = mention.place
    return {
        **_ends(mention.span), "name": place.name, "lat": place.lat, "lon": place.lon, "country": place.country,
        "geonames_id": place.geonames_id, "score": mention.score,
    }  # fmt: skip


def _attributions(reading: Reading) -> list[Any]:
    return [_attribution(attribution) for attribution in reading.attributions]


def _attribution(attribution: Attribution) -> Record:
    sources = [{"name": source.name, "kind": source.kind} for source in attribution.sources]
    return {"cue": _pair(attribution.cue), "content": _pair(attribution.content), "sources": sources}


def _cues(reading: Reading) -> list[Any]:
    return [{**_ends(cue.span), "kind": cue.kind, "scope": _pair(cue.scope), "rule": cue.rule} for cue in reading.cues]


def _of_kind(kind: str) -> Writer:
    """The records that `dragoman code` writes of one kind."""
    return lambda reading: [record for record in records(reading, coder="") if record["kind"] == kind]


def _ends(span: Span) -> Record:
    return {"start": span.start, "end": span.end}


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


WRITERS: Mapping[str, Writer] = {
    "sections": _sections,
    "tokens": _tokens,
    "sentences": _sentences,
    "candidates": lambda reading: list(reading.candidates),
    "trees": _trees,
    "names": _names,
    "mentions": _mentions,
    "roles": _roles,
    "coreference": _chains,
    "times": _times,
    "places": _places,
    "attributions": _attributions,
    "cues": _cues,
    "events": _of_kind("event"),
    "claims": _of_kind("claim"),
    "transfers": _of_kind("transfer"),
    "statements": _of_kind("statement"),
}
KEYS: Mapping[str, str] = {"coreference": "chains"}
"""Layers whose list goes by another name in the output."""
