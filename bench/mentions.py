"""Named people, organisations and places on re3d's reports on Syria and Iraq.

    python bench/mentions.py [--data DIR] [--show] [--markdown]

A mention is found where one of its kind shares at least half of their common extent with it, one to one. Only names
count: "the area", "fighters", "he" neither help nor hurt. Of mentions of one kind that lie in one another any will do.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from common import RE3D, Figure, Options, Row, Tally, jsonl, pipeline, readings_of, reports_of, run, share
from dragoman.usecases.read import layer_writer, layers_needed

KINDS = {
    "Person": "person", "Organisation": "organisation", "Location": "place",
    "Weapon": "weapon", "MilitaryPlatform": "platform", "Nationality": "nationality",
}  # fmt: skip
MAIN = ("person", "organisation", "place")
DESCRIBED = frozenset({"group", "people", "collective", "government"})
ENOUGH = 0.5
PRONOUNS = frozenset({
    "he", "she", "they", "we", "i", "his", "her", "their", "our", "him", "them", "us", "it", "its", "who", "you",
    "your", "himself", "themselves", "the", "this", "that", "these", "those",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Marked:
    """A span of one kind: characters, half-open."""

    start: int
    end: int
    kind: str

    def touches(self, other: "Marked") -> bool:
        return self.kind == other.kind and self.start < other.end and other.start < self.end

    def matches(self, other: "Marked") -> bool:
        """Same kind, and what the two share is at least half of what they cover."""
        shared = min(self.end, other.end) - max(self.start, other.start)
        covered = max(self.end, other.end) - min(self.start, other.start)
        return self.kind == other.kind and shared > 0 and shared / covered >= ENOUGH


@dataclass(frozen=True, slots=True)
class Outcome:
    """One record: groups of gold names, the position of what was found for each (None: missed), and what is wrong."""

    groups: tuple[tuple[Marked, ...], ...]
    hits: tuple[int | None, ...]
    wrong: tuple[Marked, ...]


def measure(options: Options) -> Iterator[Figure]:
    """All figures of this command."""
    gold = jsonl(options.data_file(RE3D))
    lines = mention_lines(gold)
    outcomes = [outcome(row, lines.get(row["id"], ())) for row in gold]
    if options.show:
        print(*(line for row, found in zip(gold, outcomes, strict=True) for line in listing(row, found)), sep="\n")
    scores, on = score_mentions(outcomes), f"{len(gold)} re3d reports"
    for kind, tally in scores.items():
        yield Figure(f"mentions: {kind}", on, str(tally))
    yield Figure("mentions: person, organisation and place", on, str(main_score(scores)))
    known = (m["actor_id"] is not None for found in lines.values() for m in found if is_named_organisation(m))
    yield Figure("named organisations that the lexicon knows", on, str(share(known)))


def is_named_organisation(mention: Row) -> bool:
    """Whether a mention names an organisation, and does not describe a group or stand for a government."""
    return mention["kind"] == "organisation" and mention["subkind"] not in DESCRIBED


def mention_lines(rows: Sequence[Row]) -> dict[str, Sequence[Row]]:
    """What `dragoman read --layers mentions` gives for each record."""
    write = layer_writer(["mentions"])
    reports = reports_of({"id": row["id"], "text": row["text"]} for row in rows)
    return {
        line["id"]: line["mentions"]
        for line in map(write, readings_of(reports, pipeline().upto(layers_needed(["mentions"]))))
    }


def score_mentions(outcomes: Sequence[Outcome]) -> dict[str, Tally]:
    """A tally for each kind."""
    hits, missed, wrong = Counter[str](), Counter[str](), Counter[str]()
    for found in outcomes:
        for group, hit in zip(found.groups, found.hits, strict=True):
            (missed if hit is None else hits)[group[0].kind] += 1
        wrong.update(mention.kind for mention in found.wrong)
    kinds = sorted(hits | missed | wrong)
    return {kind: Tally(hits[kind], hits[kind] + wrong[kind], hits[kind] + missed[kind]) for kind in kinds}


def main_score(scores: dict[str, Tally]) -> Tally:
    """People, organisations and places together."""
    return sum((scores.get(kind, Tally(0, 0, 0)) for kind in MAIN), Tally(0, 0, 0))


def outcome(row: Row, mentions: Sequence[Row]) -> Outcome:
    """One record's gold against the mentions found in it."""
    entities = (entity for entity in row["entities"] if entity["type"] in KINDS)
    marked = [(Marked(e["begin"], e["end"], KINDS[e["type"]]), e["value"]) for e in entities]
    groups = grouped([mark for mark, words in marked if is_name(words)])
    found = [Marked(m["start"], m["end"], m["kind"]) for m in mentions]
    hits = matched(groups, found)
    wrong = (
        mark
        for k, mark in enumerate(found)
        if k not in hits and mark.kind in KINDS.values() and not any(mark.matches(gold) for gold, _ in marked)
    )
    return Outcome(groups, hits, tuple(wrong))


def is_name(words: str) -> bool:
    """Whether a word of it starts with a capital and is no pronoun."""
    return any(word[:1].isupper() and word.lower() not in PRONOUNS for word in words.split())


def grouped(marks: Sequence[Marked]) -> tuple[tuple[Marked, ...], ...]:
    """Marks of one kind that touch the longest of them, together; groups with the longest first."""
    groups: list[list[Marked]] = []
    for mark in sorted(marks, key=lambda mark: mark.start - mark.end):
        home = next((group for group in groups if mark.touches(group[0])), None)
        if home is None:
            groups.append([mark])
        else:
            home.append(mark)
    return tuple(map(tuple, groups))


def matched(groups: Sequence[Sequence[Marked]], found: Sequence[Marked]) -> tuple[int | None, ...]:
    """For each group the position of the first free mention that matches one of its marks."""
    hits: list[int | None] = []
    for group in groups:
        fits = (k for k, f in enumerate(found) if k not in hits and any(f.matches(mark) for mark in group))
        hits.append(next(fits, None))
    return tuple(hits)


def listing(row: Row, found: Outcome) -> Iterator[str]:
    """A line for each name missed and each wrong mention."""
    for group, hit in zip(found.groups, found.hits, strict=True):
        if hit is None:
            yield f"missed  {row['id'][:8]} {_told(row, group[0])}"
    yield from (f"wrong   {row['id'][:8]} {_told(row, mark)}" for mark in found.wrong)


def _told(row: Row, mark: Marked) -> str:
    return f"{mark.kind:14}{row['text'][mark.start : mark.end]!r}"


if __name__ == "__main__":
    raise SystemExit(run(__doc__, measure))
