"""Why a record says what it says: each field with its words, the rule that chose it and the rule's own example."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from dragoman.errors import NotFound
from dragoman.lexicon.reading import load_toml
from dragoman.model import Report
from dragoman.stages.rivals import Rival
from dragoman.usecases.records import Record

WINDOW = 80  # characters shown on both sides of words that stand outside the record's sentence
MOST = 6  # rivals that are shown of one field
FIELDS: Mapping[str, tuple[str, ...]] = {
    "event": ("type", "contexts", "actors", "recipients", "place", "time", "status", "sources"),
    "claim": ("amount", "subject", "target", "about", "claimed_by"),
    "transfer": ("item", "stage", "supplier", "recipient", "number", "time", "sources"),
    "statement": ("speaker", "verb", "stance", "audience", "content", "event", "sources"),
}
MANY = frozenset({"contexts", "actors", "recipients", "sources", "claimed_by"})
FLAGS = ("reciprocal", "background", "habitual", "quoted")
SHOWN = ("type", "cameo", "mode", "kind", "stance", "measure", "use", "name")
"""Keys of a rule's row that tell what it is for."""
NOTES: Mapping[str, str] = {
    "default/published": "the words give no day: that of publication stands in",
    "default/factual": "nothing marks the act as planned, possible or denied",
    "default/own-government": "the act has no other party: the government of that country stands in",
    "coreference": "words that stand for somebody named elsewhere",
    "mentions#echo": "a name told in full elsewhere in the text",
    "model/names": "a name found by the language model",
    "composition": "the outer verb and the act that it speaks of, taken together",
    "attributions#citation": "a source named in brackets or in a note",
    "en/agents": "a word for a kind of actor",
    "en/titles": "an office",
    "en/homes": "an act inside a country",
    "places": "the gazetteer",
    "ontology/cameo": "what the CAMEO code alone implies",
    "transfers/origin": "the words say that the item is from there",
    "context/transfer": "taken up from the transfer told before",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """The words of one field; offsets count from the start of their passage."""

    start: int
    end: int
    field: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Part of the text with its marks; `start` is its place in the text."""

    start: int
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One field: what was coded, from which words, by which rule, with which score."""

    field: str
    value: str
    words: str
    rule: str
    score: float | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """A record taken apart. The first passage is its sentence; `rules` gives each rule with a line on what it is.

    `rivals` are candidates that lost, the best of each field first, and `more` counts those left out.
    """

    id: str
    kind: str
    report: str
    score: float
    passages: tuple[Passage, ...]
    rows: tuple[Row, ...]
    rules: tuple[tuple[str, str], ...]
    rivals: tuple[Rival, ...] = ()
    more: int = 0


def explain(record: Record, content: str, describe: Callable[[str], str], rivals: Sequence[Rival] = ()) -> Explanation:
    """Take a record of `dragoman code` apart; `content` is the text of its report, `describe` tells what a rule is."""
    shown = tuple(rival for _, group in groupby(rivals, lambda rival: rival.field) for rival in islice(group, MOST))
    rows = tuple(_rows(record))
    rules = dict.fromkeys(row.rule for row in rows if row.rule)
    return Explanation(
        id=record["id"],
        kind=record["kind"],
        report=record["report"],
        score=record["score"],
        passages=tuple(_passages(record, content)),
        rows=rows,
        rules=tuple((rule, describe(rule)) for rule in rules),
        rivals=shown,
        more=len(rivals) - len(shown),
    )


def text_of(record_id: str) -> str:
    """The id of the text that a record's id speaks of; the whole where it is no such id."""
    parts = record_id.split(":")
    return parts[1] if len(parts) > 1 else record_id


def report_of(record_id: str, reports: Iterable[Report]) -> Report:
    """The report that a record's id speaks of, else the one with the most similar id. Raises NotFound without any."""
    texts = {report.text.id: report for report in reports}
    close = get_close_matches(text_of(record_id), texts, n=1, cutoff=0.0)
    if not close:
        raise NotFound(f"nothing goes by {record_id!r}: there is no report to look in")
    return texts[close[0]]


def find_record(record_id: str, found: Sequence[Record], listing: str) -> Record:
    """The record of that id. Raises NotFound with the most similar ids and `listing`, the command that lists all."""
    named = {record["id"]: record for record in found if "id" in record}
    if record_id not in named:
        near = get_close_matches(record_id, named, n=3, cutoff=0.0)
        nearest = f"nearest are {', '.join(near)}" if near else "nothing was coded there"
        raise NotFound(f"nothing goes by {record_id!r}; {nearest}; list all with: {listing}")
    return named[record_id]


def _rows(record: Record) -> Iterator[Row]:
    for name in FIELDS[record["kind"]]:
        value = record.get(name)
        if name in MANY:
            for number, item in enumerate(value or ()):
                yield from _field(record, f"{name}/{number}", _shown(item))
        else:
            yield from _field(record, name, VALUES.get(name, partial(_plain, name))(record))
    yield from (Row(name, "yes", "", "", None) for name in FLAGS if record.get(name))


def _field(record: Record, name: str, value: str) -> Iterator[Row]:
    """One row for each rule that speaks of the field; one without words where it was coded by default."""
    told = [item for item in record["evidence"] if item["field"] == name]
    for (rule, score), items in groupby(told, key=lambda item: (item["rule"], item["score"])):
        yield Row(name, value, " … ".join(item["text"] for item in items), rule, score)
    if not told and value:
        yield Row(name, value, "", "", None)


def _act(record: Record) -> str:
    return " ".join(str(record[key]) for key in ("type", "mode", "cameo") if record.get(key))


def _days(record: Record) -> str:
    first, last = record.get("start"), record.get("end")
    if first is None and last is None:
        return ""
    return str(first) if first == last else f"{first or '?'} to {last or '?'}"


def _amount(record: Record) -> str:
    low, high = record.get("low"), record.get("high")
    number = _number(low) if low == high else f"{_number(low)} to {_number(high)}"
    per = f" per {record['per']}" if record.get("per") else ""
    return f"{record['measure']}: {number} {record['unit']}{per}"


def _number(value: float | None) -> str:
    return "?" if value is None else f"{value:,.10g}"


def _plain(name: str, record: Record) -> str:
    return _shown(record.get(name))


def _shown(value: Any) -> str:
    """A party, place, source, span or scalar on one line; empty where there is nothing."""
    if value is None:
        return ""
    if not isinstance(value, Mapping):
        return str(value)
    if "name" not in value:
        return str(value.get("text", ""))
    details = (value.get(key) for key in ("office", "country", "kind", "sector", "role", "precision"))
    told = ", ".join(str(detail) for detail in details if detail)
    return f"{value['name']} ({told})" if told else str(value["name"])


VALUES: Mapping[str, Callable[[Record], str]] = {"type": _act, "time": _days, "amount": _amount}


def _passages(record: Record, content: str) -> Iterator[Passage]:
    """The sentence, then what stands around words outside it."""
    sentence = (record["sentence"]["start"], record["sentence"]["end"])
    spans = [(item["start"], item["end"], item["field"]) for item in record["evidence"]]
    yield _passage(content, sentence, spans)
    outside = sorted(span for span in spans if not (sentence[0] <= span[0] and span[1] <= sentence[1]))
    for window in _windows(outside, len(content)):
        yield _passage(content, window, outside)


def _windows(spans: Iterable[tuple[int, int, str]], length: int) -> list[tuple[int, int]]:
    """Ranges around spans, in their order; ranges that meet are one."""
    found: list[tuple[int, int]] = []
    for start, end, _ in spans:
        low, high = max(0, start - WINDOW), min(length, end + WINDOW)
        if found and low <= found[-1][1]:
            found[-1] = (found[-1][0], max(high, found[-1][1]))
        else:
            found.append((low, high))
    return found


def _passage(content: str, window: tuple[int, int], spans: Iterable[tuple[int, int, str]]) -> Passage:
    low, high = window
    inside = sorted({(s, e, f) for s, e, f in spans if low <= s and e <= high})
    return Passage(low, content[low:high], tuple(Mark(s - low, e - low, f) for s, e, f in inside))


def rule_describer(roots: Sequence[Path]) -> Callable[[str], str]:
    """A function from a rule's id to one line on it: out of its row in the last root that has it, else out of NOTES."""

    def describe(rule: str) -> str:
        path, _, name = rule.partition("#")
        found = (_row(root, path, name) for root in reversed(roots)) if name else ()
        row = next(filter(None, found), None)
        return _told(row) if row else NOTES.get(rule, NOTES.get(path, ""))

    return describe


def _row(data: Path, path: str, name: str) -> Mapping[str, Any] | None:
    """The row of that id in the file, or in the files of the folder, that the rule's id names."""
    base = data / "lang" / path if (data / "lang" / path.split("/")[0]).is_dir() else data / path
    for file in (base.with_suffix(".toml"), *sorted(base.rglob("*.toml"))):
        if file.is_file() and f'"{name}"' in file.read_text(encoding="utf-8"):
            rows = [row for row in _all_rows(load_toml(file)) if row.get("id") == name]
            if rows:
                return rows[0]
    return None


def _all_rows(table: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield table
    for value in table.values():
        if isinstance(value, list):
            yield from (row for row in value if isinstance(row, Mapping))


def _told(row: Mapping[str, Any]) -> str:
    kind = " ".join(str(row[key]) for key in SHOWN if row.get(key))
    example = next(iter(row.get("hits", ())), None)
    return "; ".join(part for part in (kind, f"as in “{example}”" if example else "") if part)
