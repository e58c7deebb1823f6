"""Events and claims of whole reports against gold: found, right parties, date, place, source, status, offsets.

python bench/events.py [--data DIR] [--gold DIR] [--reports DIR] [--show] [--markdown]
"""

from collections.abc import Iterator

from claim_scores import listing as claim_listing
from claim_scores import score_claims
from common import RE3D, Figure, Options, Row, coded, jsonl, reports_in, reports_of, run
from event_scores import answered, listing, score_events
from own_gold import own_claims, own_events

EVENTS, CLAIMS = "events.jsonl", "claims.jsonl"


def measure(options: Options) -> Iterator[Figure]:
    """All figures of this command."""
    yield from _given(options)
    yield from _own(options)


def _given(options: Options) -> Iterator[Figure]:
    """On the reports beside the data."""
    gold, claims = jsonl(options.gold_file(EVENTS)), jsonl(options.gold_file(CLAIMS))
    own, lines = own_claims(options.report_folder()), coded(reports_in(options.report_folder()))
    if options.show:
        print(*listing(answered(gold, lines)), *claim_listing([*claims, *own], lines), sep="\n")
    yield from event_figures(gold, lines, f"{len({g['report'] for g in gold})} reports with gold")
    yield from claim_figures(claims, lines)
    yield from claim_figures(own, lines)


def _own(options: Options) -> Iterator[Figure]:
    """On ten public reports, by the gold that is kept here."""
    public = options.data_file(RE3D)
    gold = own_events(public)
    names = {g["report"] for g in gold}
    lines = coded(reports_of({"id": row["id"], "text": row["text"]} for row in jsonl(public) if row["id"] in names))
    if options.show:
        print(*listing(answered(gold, lines)), sep="\n")
    yield from event_figures(gold, lines, f"{len(names)} re3d reports")


def event_figures(gold: list[Row], lines: list[Row], on: str) -> Iterator[Figure]:
    """The table of events."""
    scores = score_events(gold, lines)
    yield Figure("events detected", on, str(scores.detected))
    yield Figure("events correct (parties, too)", on, str(scores.correct))
    yield Figure("date right", on, str(scores.date))
    yield Figure("place right", on, str(scores.place))
    yield Figure("source right", on, str(scores.source))
    yield Figure("source given where gold has none", on, str(scores.source_where_none))
    yield Figure("status right", on, str(scores.status))
    yield Figure("planned, possible, denied", on, str(scores.not_factual))
    yield Figure("offsets that cut their words", on, str(scores.offsets))


def claim_figures(gold: list[Row], lines: list[Row]) -> Iterator[Figure]:
    """The table of claims."""
    scores, on = score_claims(gold, lines), f"report {', '.join(sorted({g['report'] for g in gold}))}"
    yield Figure("claims found", on, str(scores.found))
    yield Figure("claims right (both bounds, unit, rate)", on, str(scores.right))
    yield Figure("claims attributed", on, str(scores.attributed))


if __name__ == "__main__":
    raise SystemExit(run(__doc__, measure))
