"""Score coded events against the gold of whole reports.

DETECTED: a coded event of the same report and type whose sentence holds the gold anchor (60 % of its words) and whose
naming words are few and inside that sentence; one coded event answers one gold event. CORRECT: besides, on each side on
which gold has parties one coded party agrees and at most one agrees with none: by name, or by country where gold gives
no name; CONSULT, AGREE and COOPERATE in either direction. Two further tellings of an answered gold event in other
sentences, and answers to optional gold events, are neutral. Everything else that is coded counts as wrong.
"""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from common import Row, Share, Tally, share
from naming import fold, same_name

EITHER_WAY = frozenset({"CONSULT", "AGREE", "COOPERATE"})
LONGEST_SENTENCE = 900  # characters; who cuts no sentences gains nothing
LONGEST_NAMING = 12  # words that name the act
ANCHORED = 0.6  # share of the anchor's words that the sentence must hold
REPEATS = 2  # tellings of one gold event that are neutral
SIDES = ("actors", "recipients")
NOT_FACTUAL = ("planned", "possible", "denied")


@dataclass(frozen=True, slots=True)
class Answers:
    """The gold and coded events of one report, and which coded event (by position) answers which gold event (by id)."""

    report: str
    gold: tuple[Row, ...]
    coded: tuple[Row, ...]
    answers: Mapping[str, int]
    repeats: frozenset[int]

    @property
    def required(self) -> tuple[Row, ...]:
        return tuple(gold for gold in self.gold if not gold.get("optional"))

    @property
    def detected(self) -> list[tuple[Row, Row]]:
        """Required gold events with their answers."""
        return [(gold, self.coded[self.answers[gold["id"]]]) for gold in self.required if gold["id"] in self.answers]

    @property
    def correct(self) -> list[tuple[Row, Row]]:
        """Those whose parties agree, too."""
        return [(gold, coded) for gold, coded in self.detected if parties_agree(coded, gold)]

    @property
    def neutral(self) -> frozenset[int]:
        """Positions of coded events that neither help nor hurt."""
        optional = (gold["id"] for gold in self.gold if gold.get("optional"))
        return self.repeats | {self.answers[name] for name in optional if name in self.answers}

    @property
    def extra(self) -> list[Row]:
        """Coded events that are wrong."""
        known = self.repeats | set(self.answers.values())
        return [coded for position, coded in enumerate(self.coded) if position not in known]


@dataclass(frozen=True, slots=True)
class EventScores:
    """All figures. Fields are judged of correct events where gold gives the field; status of detected ones."""

    detected: Tally
    correct: Tally
    date: Share
    place: Share
    source: Share
    source_where_none: Share
    status: Share
    not_factual: Tally
    offsets: Share


def score_events(gold: Sequence[Row], coded: Sequence[Row]) -> EventScores:
    """The figures of coded lines of every kind against the gold events."""
    reports = answered(gold, coded)
    detected = [pair for report in reports for pair in report.detected]
    correct = [pair for report in reports for pair in report.correct]
    counted = sum(len(report.coded) - len(report.neutral) for report in reports)
    required = sum(len(report.required) for report in reports)
    return EventScores(
        detected=Tally(len(detected), counted, required),
        correct=Tally(len(correct), counted, required),
        date=share(date_agrees(e, g) for g, e in correct if g["start"]),
        place=share(same_name(place_name(e), g["place"]) for g, e in correct if g["place"]),
        source=share(any_source(e.get("sources"), g["sources"]) for g, e in correct if g["sources"]),
        source_where_none=share(bool(e.get("sources")) for g, e in correct if not g["sources"]),
        status=share(status_of(e) == g["status"] for g, e in detected),
        not_factual=not_factual(detected),
        offsets=offsets(coded),
    )


def answered(gold: Sequence[Row], coded: Iterable[Row]) -> list[Answers]:
    """The gold of each report with what answers it."""
    events = [line for line in coded if line.get("kind") == "event"]
    return [
        _answered(report, [g for g in gold if g["report"] == report], [e for e in events if e["report"] == report])
        for report in sorted({g["report"] for g in gold})
    ]


def _answered(report: str, gold: Sequence[Row], coded: Sequence[Row]) -> Answers:
    in_order = sorted(gold, key=lambda g: bool(g.get("optional")))
    answers = _best_pairs(in_order, coded)
    return Answers(report, tuple(in_order), tuple(coded), answers, _repeats(in_order, coded, answers))


def _best_pairs(gold: Sequence[Row], coded: Sequence[Row]) -> dict[str, int]:
    """One to one, the closest pairs first."""
    pairs = [(g["id"], k, _closeness(g, e)) for g in gold for k, e in enumerate(coded) if _may_answer(g, e)]
    answers: dict[str, int] = {}
    for name, position, _ in sorted(pairs, key=lambda pair: pair[2], reverse=True):
        if name not in answers and position not in answers.values():
            answers[name] = position
    return answers


def _closeness(gold: Row, coded: Row) -> tuple[bool, bool, int, int]:
    """Parties agree; gold is required; words that name the act and stand in the anchor; parties that are met."""
    naming = {word for words in _naming(coded) for word in fold(words).split()}
    shared = len(naming & set(fold(gold["anchor"]).split()))
    met = sum(any(_same_party(c, g) for c in coded.get(side) or ()) for side in SIDES for g in gold[side])
    return parties_agree(coded, gold), not gold.get("optional"), shared, met


def _may_answer(gold: Row, coded: Row) -> bool:
    return coded.get("type") == gold["type"] and is_named(coded) and holds(sentence_of(coded), gold["anchor"])


def _repeats(gold: Sequence[Row], coded: Sequence[Row], answers: Mapping[str, int]) -> frozenset[int]:
    """Positions of further tellings of required gold events."""
    told: Counter[str] = Counter()
    found = set()
    for position, event in enumerate(coded):
        if position not in answers.values() and (name := _told_again(event, gold, coded, answers, told)):
            told[name] += 1
            found.add(position)
    return frozenset(found)


def _told_again(
    event: Row, gold: Sequence[Row], coded: Sequence[Row], answers: Mapping[str, int], told: Counter[str]
) -> str | None:
    """The id of the gold event that a coded event tells once more."""
    for g in gold:
        if g.get("optional") or g["id"] not in answers or told[g["id"]] >= REPEATS:
            continue
        elsewhere = sentence_of(event) != sentence_of(coded[answers[g["id"]]])
        if elsewhere and event.get("type") == g["type"] and is_named(event) and parties_agree(event, g):
            return str(g["id"])
    return None


def parties_agree(coded: Row, gold: Row) -> bool:
    """Whether both sides agree; of acts that two do together, in either direction or as one group."""
    actors, recipients = coded.get("actors") or [], coded.get("recipients") or []
    if _sides_agree(actors, recipients, gold):
        return True
    if gold["type"] not in EITHER_WAY:
        return False
    together = [*actors, *recipients]
    one_sided = not recipients or not gold["recipients"]
    group = one_sided and len(together) > 1 and _side_agrees(together, [*gold["actors"], *gold["recipients"]])
    return group or _sides_agree(recipients, actors, gold)


def _sides_agree(actors: Sequence[Row], recipients: Sequence[Row], gold: Row) -> bool:
    return _side_agrees(actors, gold["actors"]) and _side_agrees(recipients, gold["recipients"])


def _side_agrees(coded: Sequence[Row], gold: Sequence[Row]) -> bool:
    """One coded party is met by gold and at most one is not; anything goes where gold has none."""
    met = [any(_same_party(c, g) for g in gold) for c in coded]
    return not gold or (any(met) and len(met) - sum(met) <= 1)


def _same_party(coded: Row, gold: Row) -> bool:
    if gold["name"]:
        return same_name(coded.get("name"), gold["name"])
    return bool(gold["country"]) and coded.get("country") == gold["country"]


def is_named(event: Row) -> bool:
    """Whether the words that name the act are there, few, and inside the sentence."""
    inside = fold(sentence_of(event))
    return any(len(words.split()) <= LONGEST_NAMING and fold(words) in inside for words in _naming(event))


def _naming(event: Row) -> Iterator[str]:
    return (item["text"] for item in event.get("evidence") or () if item.get("field") == "type" and item.get("text"))


def sentence_of(line: Row) -> str:
    """The words of a line's sentence; nothing where they run too long."""
    text = (line.get("sentence") or {}).get("text") or ""
    return text if len(text) <= LONGEST_SENTENCE else ""


def holds(sentence: str, anchor: str) -> bool:
    """Whether a sentence has enough of the words of an anchor, each as often as it stands there."""
    wanted, there = Counter(fold(anchor).split()), Counter(fold(sentence).split())
    return bool(wanted) and (wanted & there).total() / wanted.total() >= ANCHORED


def date_agrees(event: Row, gold: Row) -> bool:
    """Whether the coded days meet those of gold and are at most three times as many, or six more."""
    try:
        first, last = date.fromisoformat(event["start"]), date.fromisoformat(event["end"])
    except (KeyError, TypeError, ValueError):
        return False
    gold_first, gold_last = date.fromisoformat(gold["start"]), date.fromisoformat(gold["end"])
    days, gold_days = (last - first).days + 1, (gold_last - gold_first).days + 1
    return first <= gold_last and gold_first <= last and days <= max(3 * gold_days, gold_days + 6)


def place_name(event: Row) -> str | None:
    """The name of an event's place."""
    place = event.get("place")
    return place.get("name") if isinstance(place, dict) else place


def any_source(coded: Sequence[Row] | None, gold: Sequence[str]) -> bool:
    """Whether one of the coded sources is one of gold's."""
    return any(same_name(source.get("name"), name) for source in coded or () if source.get("name") for name in gold)


def status_of(event: Row) -> str:
    return str(event.get("status", "factual"))


def not_factual(detected: Iterable[tuple[Row, Row]], among: Container[str] = NOT_FACTUAL) -> Tally:
    """How well planned, possible and denied acts, or some of them, are told from those that happened."""
    told = [(g["status"], status_of(e)) for g, e in detected]
    return Tally(
        hits=sum(gold == coded and gold in among for gold, coded in told),
        coded=sum(coded in among for _, coded in told),
        gold=sum(gold in among for gold, _ in told),
    )


def offsets(lines: Sequence[Row]) -> Share:
    """Evidence and sentences whose offsets cut exactly their words out of the report's text."""
    reports = (line for line in lines if line.get("kind") == "report" and line.get("text") is not None)
    texts = {line["report"]: line["text"] for line in reports}
    return share(
        texts[line["report"]][item.get("start", 0) : item.get("end", 0)] == item["text"]
        for line in lines
        if line.get("kind") != "report" and line.get("report") in texts
        for item in (*(line.get("evidence") or ()), line.get("sentence") or {})
        if item.get("text")
    )


def listing(reports: Iterable[Answers]) -> Iterator[str]:
    """A line for each required gold event (right, parties wrong, or missed), then one for each wrong coded event."""
    for report in reports:
        correct, detected = ({g["id"] for g, _ in pairs} for pairs in (report.correct, report.detected))
        for gold in report.required:
            verdict = "right" if gold["id"] in correct else "parties" if gold["id"] in detected else "missed"
            yield f"{verdict:8}{gold['id']} {gold['type']} {_who(gold)} | {gold['anchor'][:90]}"
            if verdict == "parties":
                yield f"        coded {_who(report.coded[report.answers[gold['id']]])}"
        for event in report.extra:
            yield f"wrong   {report.report} {event.get('type')} {_who(event)} | {sentence_of(event)[:110]}"


def _who(event: Row) -> str:
    return " -> ".join(f"[{_names(event.get(side) or ())}]" for side in SIDES)


def _names(parties: Iterable[Row]) -> str:
    return ", ".join(party.get("name") or party.get("country") or "?" for party in parties)
