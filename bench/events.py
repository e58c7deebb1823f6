"""Events and claims of whole reports against gold: found, right parties, date, place, source, status, offsets.

python bench/events.py [--data DIR] [--gold DIR] [--reports DIR] [--show] [--markdown]
"""

from collections.abc import Iterator

from claim_scores import listing as claim_listing
from claim_scores import own_gold, score_claims
from common import Figure, Options, Row, coded, jsonl, reports_in, run
from event_scores import answered, listing, score_events

EVENTS, CLAIMS = "events.jsonl", "claims.jsonl"


def measure(options: Options) -> Iterator[Figure]:
    """All figures of this command."""
    gold, claims = jsonl(options.gold_file(EVENTS)), jsonl(options.gold_file(CLAIMS))
    own, lines = own_gold(options.report_folder()), coded(reports_in(options.report_folder()))
    if options.show:
        print(*listing(answered(gold, lines)), *claim_listing([*claims, *own], lines), sep="\n")
    yield from event_figures(gold, lines)
    yield from claim_figures(claims, lines)
    yield from claim_figures(own, lines)


def event_figures(gold: list[Row], lines: list[Row]) -> Iterator[Figure]:
    """The table of events."""
    scores, on = score_events(gold, lines), f"{len({g['report'] for g in gold})} reports with gold"
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
