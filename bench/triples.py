"""Who did what to whom on PLOVER's gold-standard records: triples, pairs, codes, sectors.

    python bench/triples.py [--data DIR] [--show] [--markdown]

A triple is actor, recipient (country, or a code for what has none) and CAMEO root; acts of the roots 03 to 06 are done
together, so their sides have no order. Gold mostly lists one event a sentence, so precision is a floor. Denied acts do
not count. A rule's precision is the share of its events with at least one triple of gold among those with any triple.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from common import GSR, Figure, Options, Row, Share, Tally, coded, jsonl, reports_of, run, share, table

WITHOUT_COUNTRY = {"igo": "IGO", "ngo": "NGO", "company": "MNC", "armed_group": "IMG"}
TOGETHER = frozenset({"03", "04", "05", "06"})
COUNTRY, SECTOR, ROOT = slice(0, 3), slice(3, 6), slice(0, 2)

Triple = tuple[str, str, str]
Side = tuple[str, str, str, str, str]  # record, actor, recipient, CAMEO root, which of the two
Found = Mapping[str, set[str]] | Mapping[str, set[Triple]] | Mapping[str, set[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class TripleScores:
    """`best` keeps of each record as many of the best-scored coded triples as gold has."""

    triple: Tally
    best: Tally
    pair: Tally
    root: Tally
    code: Tally
    covered: Share


@dataclass(frozen=True, slots=True)
class RuleScore:
    """One frame rule: its events with a triple of gold, with the CAMEO root of gold, and with any triple at all."""

    rule: str
    hits: int
    roots: int
    coded: int


def measure(options: Options) -> Iterator[Figure]:
    """All figures of this command."""
    gold = jsonl(options.data_file(GSR))
    lines = coded(reports_of({"id": row["id"], "text": row["text"]} for row in gold))
    scores, on = score_triples(gold, lines), f"{len(gold)} PLOVER records"
    if options.show:
        print(*listing(gold, lines), "", sep="\n")
    yield Figure("triples (who, to whom, CAMEO root)", on, str(scores.triple))
    yield Figure("triples, the best-scored ones", on, str(scores.best))
    yield Figure("pairs (who, to whom)", on, str(scores.pair))
    yield Figure("CAMEO root", on, str(scores.root))
    yield Figure("CAMEO code", on, str(scores.code))
    yield Figure("records with a triple", on, str(scores.covered))
    yield Figure("sector right, of right triples", on, str(sectors(gold, lines)))


def score_triples(gold: Sequence[Row], lines: Iterable[Row]) -> TripleScores:
    """The figures of coded lines against the records."""
    want = {row["id"]: gold_triples(row) for row in gold}
    events = [event for event in events_of(lines) if event["report"] in want]
    scored = best_scores(events)
    best = {key: set(_best(found, len(want[key]))) for key, found in scored.items()}
    got = {key: set(found) for key, found in scored.items()}
    return TripleScores(
        triple=tally(want, got),
        best=tally(want, best),
        pair=tally(pairs(want), pairs(got)),
        root=tally(gold_codes(gold, ROOT), codes(events, ROOT)),
        code=tally(gold_codes(gold, slice(None)), codes(events, slice(None))),
        covered=share(bool(got.get(key)) for key in want),
    )


def _best(found: Mapping[Triple, float], number: int) -> list[Triple]:
    return sorted(found, key=found.__getitem__, reverse=True)[:number]


def events_of(lines: Iterable[Row]) -> list[Row]:
    """The coded events that count: with a CAMEO code and not denied."""
    events = (line for line in lines if line.get("kind") == "event")
    return [event for event in events if event.get("cameo") and event.get("status") != "denied"]


def tally(want: Found, got: Found) -> Tally:
    """Hits over all records together."""
    return sum((_tally(set(want[key]), set(got.get(key, ()))) for key in want), Tally(0, 0, 0))


def _tally(want: set[object], got: set[object]) -> Tally:
    return Tally(len(want & got), len(got), len(want))


def gold_triples(row: Row) -> set[Triple]:
    """The triples of one record; events without code, source or target have none."""
    full = (event for event in row["events"] if event.get("cameo") and event["source"] and event["target"])
    return {triple(event["source"][COUNTRY], event["target"][COUNTRY], event["cameo"][ROOT]) for event in full}


def triples_of(event: Row) -> set[Triple]:
    """Each actor with each recipient; parties with neither country nor a code of their own are left out."""
    actors, recipients = (set(filter(None, map(code_of, event.get(side) or ()))) for side in ("actors", "recipients"))
    return {triple(actor, recipient, event["cameo"][ROOT]) for actor in actors for recipient in recipients}


def triple(actor: str, recipient: str, root: str) -> Triple:
    """A triple, its sides in alphabetical order where the act is done together."""
    first, second = sorted((actor, recipient)) if root in TOGETHER else (actor, recipient)
    return first, second, root


def code_of(party: Row) -> str:
    """A party's country, or the code of its kind, or nothing."""
    return party.get("country") or WITHOUT_COUNTRY.get(party.get("kind") or "", "")


def best_scores(events: Iterable[Row]) -> dict[str, dict[Triple, float]]:
    """For each record its triples with the best score that any event gives them."""
    found: defaultdict[str, dict[Triple, float]] = defaultdict(dict)
    for event in events:
        known = found[event["report"]]
        for key in _in_order(event):
            known[key] = max(known.get(key, 0.0), event.get("score") or 0.0)
    return found


def _in_order(event: Row) -> list[Triple]:
    """An event's triples as its parties stand, so that of equal scores the first told wins."""
    sides = ([code for party in event.get(side) or () if (code := code_of(party))] for side in ("actors", "recipients"))
    actors, recipients = sides
    return [triple(actor, recipient, event["cameo"][ROOT]) for actor in actors for recipient in recipients]


def pairs(found: Mapping[str, set[Triple]]) -> dict[str, set[tuple[str, str]]]:
    """The same without the act."""
    return {key: {(first, second) for first, second, _ in triples} for key, triples in found.items()}


def gold_codes(gold: Iterable[Row], part: slice) -> dict[str, set[str]]:
    """The CAMEO codes, or their roots, of each record."""
    return {row["id"]: {event["cameo"][part] for event in row["events"] if event.get("cameo")} for row in gold}


def codes(events: Iterable[Row], part: slice) -> dict[str, set[str]]:
    """The CAMEO codes, or their roots, coded in each record."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for event in events:
        found[event["report"]].add(event["cameo"][part])
    return found


def is_right(event: Row, want: Mapping[str, set[Triple]]) -> bool:
    """Whether one of an event's triples is one of gold's."""
    return not triples_of(event).isdisjoint(want.get(event["report"], ()))


def rule_of(event: Row) -> str:
    """The frame rule that named the act."""
    return next((str(item["rule"]) for item in event.get("evidence") or () if item.get("field") == "type"), "none")


def rule_scores(gold: Sequence[Row], lines: Iterable[Row]) -> list[RuleScore]:
    """Each rule that coded a triple, the most used first."""
    want, roots = {row["id"]: gold_triples(row) for row in gold}, gold_codes(gold, ROOT)
    by_rule: defaultdict[str, list[Row]] = defaultdict(list)
    for event in events_of(lines):
        if event["report"] in want and triples_of(event):
            by_rule[rule_of(event)].append(event)
    scores = (
        RuleScore(
            rule,
            sum(is_right(event, want) for event in events),
            sum(event["cameo"][ROOT] in roots[event["report"]] for event in events),
            len(events),
        )
        for rule, events in by_rule.items()
    )
    return sorted(scores, key=lambda score: (-score.coded, score.rule))


def rule_table(scores: Sequence[RuleScore]) -> Iterator[str]:
    """The rules below each other."""
    rows = ((s.rule, str(s.hits), str(s.roots), str(s.coded), f"{s.hits / s.coded:.2f}") for s in scores)
    return table([("rule", "right", "root right", "coded", "precision"), *rows])


def sectors(gold: Iterable[Row], lines: Iterable[Row]) -> Share:
    """Of the sides of right triples for which gold names a sector, those that are coded so."""
    told: defaultdict[Side, set[str | None]] = defaultdict(set)
    for event in events_of(lines):
        for side, sector in _coded_sectors(event):
            told[side].add(sector)
    wanted = [pair for row in gold for pair in _gold_sectors(row)]
    return share(sector in told[side] for side, sector in wanted if side in told)


def _gold_sectors(row: Row) -> Iterator[tuple[Side, str]]:
    for event in row["events"]:
        source, target, code = event["source"], event["target"], event.get("cameo") or ""
        key = (row["id"], source[COUNTRY], target[COUNTRY], code[ROOT])
        told = (("actors", source[SECTOR]), ("recipients", target[SECTOR]))
        yield from (((*key, side), sector) for side, sector in told if sector.isalpha())


def _coded_sectors(event: Row) -> Iterator[tuple[Side, str | None]]:
    for actor, recipient in product(event.get("actors") or (), event.get("recipients") or ()):
        key = (event["report"], code_of(actor), code_of(recipient), event["cameo"][ROOT])
        yield (*key, "actors"), actor.get("sector")
        yield (*key, "recipients"), recipient.get("sector")


def listing(gold: Sequence[Row], lines: Iterable[Row]) -> Iterator[str]:
    """Each record with a triple missed or coded beside gold."""
    by_report: defaultdict[str, list[Row]] = defaultdict(list)
    for event in events_of(lines):
        by_report[event["report"]].append(event)
    for row in gold:
        want, events = gold_triples(row), by_report[row["id"]]
        got = {found for event in events for found in triples_of(event)}
        if want != got:
            yield f"{row['id']} | {row['text']}"
            yield f"        missed {_told(want - got)}; beside gold {_told(got - want)}"
            yield from (f"        coded {event['cameo']} {rule_of(event)} {_sides(event)}" for event in events)


def _told(triples: Iterable[Triple]) -> str:
    return ", ".join(" ".join(found) for found in sorted(triples)) or "nothing"


def _sides(event: Row) -> str:
    return " -> ".join(_names(event.get(side) or ()) or "nobody" for side in ("actors", "recipients"))


def _names(parties: Iterable[Row]) -> str:
    return ", ".join(f"{party['name']} ({code_of(party) or '?'})" for party in parties)


if __name__ == "__main__":
    raise SystemExit(run(__doc__, measure))
