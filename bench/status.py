"""Whether it happened, on sentences of our own: acts that are planned, possible, denied, or only look so.

    python bench/status.py [--show] [--markdown]

An act counts when an event of its type is named by words that meet the act's words; its status is judged by that event.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from common import Figure, Options, Row, Share, coded, reports_of, run
from event_scores import NOT_FACTUAL, not_factual, status_of
from own_gold import GOLD

FACTUAL = "factual"


def measure(options: Options) -> Iterator[Figure]:
    """All figures of this command."""
    acts = gold_acts()
    found = answers(acts, coded(reports_of({"id": name, "text": text} for name, text in texts(acts).items())))
    pairs = [(act, found[act["id"]]) for act in acts if act["id"] in found]
    on = f"{len(texts(acts))} sentences of our own"
    if options.show:
        print(*listing(acts, found), sep="\n")
    yield Figure("acts found by their words", on, str(Share(len(pairs), len(acts))))
    yield Figure("planned, possible, denied", on, str(not_factual(pairs)))
    for status in (*NOT_FACTUAL, FACTUAL):
        yield Figure(f"  {status}", on, str(not_factual(pairs, (status,))))


def gold_acts() -> list[Row]:
    """Every act of the sentences with its sentence, its id and where its words stand."""
    sentences = tomllib.loads((GOLD / "status.toml").read_text(encoding="utf-8"))["sentence"]
    return [
        act
        | {"id": f"{row['id']}-{k}", "report": row["id"], "text": row["text"], "start": row["text"].index(act["words"])}
        for row in sentences
        for k, act in enumerate(row["acts"], 1)
    ]


def texts(acts: Sequence[Row]) -> dict[str, str]:
    """The sentences by their ids."""
    return {act["report"]: act["text"] for act in acts}


def answers(acts: Sequence[Row], lines: Sequence[Row]) -> dict[str, Row]:
    """By the id of an act the event that names it, the one with the same status first."""
    events = defaultdict(list)
    for line in lines:
        if line.get("kind") == "event":
            events[line["report"]].append(line)
    found = {act["id"]: [event for event in events[act["report"]] if _names(event, act)] for act in acts}
    by_id = {act["id"]: act for act in acts}
    return {
        name: max(some, key=lambda e: status_of(e) == by_id[name]["status"]) for name, some in found.items() if some
    }


def _names(event: Row, act: Row) -> bool:
    first, last = act["start"], act["start"] + len(act["words"])
    naming = (item for item in event.get("evidence") or () if item.get("field") == "type" and item.get("text"))
    return event["type"] == act["type"] and any(item["start"] < last and first < item["end"] for item in naming)


def listing(acts: Sequence[Row], found: Mapping[str, Row]) -> Iterator[str]:
    """A line for each act that is missed or has another status."""
    for act in acts:
        status = status_of(found[act["id"]]) if act["id"] in found else "missed"
        if status != act["status"]:
            yield f"{status:9}{act['status']:9}{act['type']:10}{act['words']} | {act['text']}"


if __name__ == "__main__":
    raise SystemExit(run(__doc__, measure))
