"""What an archive tells, as a brief: link, choose, word, check, cite. Pure: filed reports in, a Brief out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.lexicon.arenas import Arenas
from dragoman.linking.duplicates import lineages
from dragoman.linking.incidents import Linked, link
from dragoman.linking.tellings import Telling
from dragoman.model import Event, Failure, Interval, Place
from dragoman.ports import Filed
from dragoman.usecases.brief_parts import Brief, Dispute, Line, Listed, Section, Variant
from dragoman.usecases.checking import Checker, Support, support_of
from dragoman.usecases.conflicts import conflicts
from dragoman.usecases.notes import NoteBook, evidence
from dragoman.usecases.quotes import quote_of, words_said
from dragoman.usecases.supplies import supplies
from dragoman.usecases.tellings import tellings_of
from dragoman.usecases.wording import Nation, Told, Writer, cited, is_default

DOUBTFUL = 0.12  # events with a lower score are left out and counted
SURE = 0.3  # score from which an event may stand in the overview
OVERVIEW = 8  # incidents at most; a third of all where there are few
NOWHERE = "elsewhere"
WEIGHTS: Mapping[str, float] = {  # how much one kind of act matters beside another: material before verbal
    "ASSAULT": 3.0, "RETREAT": 2.5, "COERCE": 2.0, "SANCTION": 2.0, "MOBILIZE": 2.0, "AGREE": 2.0, "AID": 2.0,
    "CONCEDE": 2.0, "SUPPORT": 1.5, "COOPERATE": 1.5, "CONSULT": 1.5, "THREATEN": 1.5, "PROTEST": 1.0, "REQUEST": 0.5,
    "ACCUSE": 0.5, "REJECT": 0.5,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Guide:
    """What is known beforehand: words, countries, regions, and who owns which outlet (by outlet id)."""

    writer: Writer
    arenas: Arenas
    owners: Mapping[str, str]

    @property
    def checker(self) -> Checker:
        words = self.writer.words
        return Checker(words.vocabulary, words.months, words.phrases["and"])


@dataclass(frozen=True, slots=True)
class Draft:
    """An incident on its way into the brief: its sentence, its day and its region."""

    linked: Linked
    sentence: str
    quote: str
    said: bool
    day: date | None
    dated: bool
    arena: str


def make_brief(filed: Sequence[Filed], failures: Sequence[Failure], guide: Guide) -> Brief:
    """The brief on everything filed."""
    origin = lineages({item.text.id: item.text.content for item in filed})
    tellings = [telling for item in filed for telling in tellings_of(item, origin) if telling.event.score >= DOUBTFUL]
    incidents = link(tellings, guide.owners)
    by_text = {item.text.id: item for item in filed}
    drafts = [_draft(linked, by_text, guide) for linked in incidents]
    kept = sorted((draft for draft in drafts if draft is not None), key=_by_day)
    return _assembled(filed, failures, guide, by_text, kept, origin, len(drafts) - len(kept))


def _by_day(draft: Draft) -> tuple[date, str]:
    return draft.day or date.min, draft.linked.incident.id


def _assembled(
    filed: Sequence[Filed], failures: Sequence[Failure], guide: Guide, by_text: Mapping[str, Filed],
    kept: Sequence[Draft], origin: Mapping[str, str], withheld: int,
) -> Brief:  # fmt: skip
    notes = NoteBook(by_text)
    days = [item.document.published for item in filed if item.document.published]
    overview = tuple(_line(draft, notes, guide, "o") for draft in _most_important(kept, days))
    sections = tuple(_sections([d for d in kept if _status(d) != "planned"], notes, guide))
    planned = tuple(_line(draft, notes, guide, "p") for draft in kept if _status(draft) == "planned")
    events = sum(len(item.events) for item in filed)
    return Brief(
        first=min(days, default=None),
        last=max(days, default=None),
        reports=len(filed),
        events=events,
        incidents=len(kept),
        sources=len({name for item in filed for name in _voices(item, origin)}),
        overview=overview,
        sections=sections,
        planned=planned,
        conflicts=conflicts(filed, _incident_of(kept), _about(kept, guide), notes),
        transfers=supplies(filed, notes, guide.writer),
        notes=notes.notes(),
        listed=tuple(_listed(item, origin, by_text) for item in filed),
        failures=tuple(failures),
        withheld=withheld,
        doubtful=sum(event.score < DOUBTFUL for item in filed for event in item.events),
    )


def _voices(filed: Filed, origin: Mapping[str, str]) -> Iterator[str]:
    """The report itself, and every outlet and speaker that it names as a source."""
    yield f"report {origin[filed.text.id]}"
    yield from (coded.value.name for event in filed.events for coded in event.sources if coded.value.depth == 0)


def _draft(linked: Linked, by_text: Mapping[str, Filed], guide: Guide) -> Draft | None:
    """The first telling, the fullest before others, whose sentence stands the check; None where none does."""
    support = support_for(linked, by_text, guide.writer.nations)
    for telling in sorted(linked.tellings, key=_fullness, reverse=True):
        said = _said(telling.event, by_text[telling.event.text], guide)
        told = _told(telling, linked, by_text[telling.event.text], said)
        sentence = guide.writer.sentence(told)
        quote = quote_of(telling.event, told.content, said)
        if sentence and not guide.checker.check_sentence(_whole(sentence, quote), support):
            day = linked.incident.start or telling.document.published
            arena = _arena(linked, telling, guide)
            return Draft(linked, sentence, quote, bool(told.said), day, told.time is not None, arena)
    return None


def _whole(sentence: str, quote: str) -> str:
    return f"{sentence}: “{quote}”" if quote else sentence


def _fullness(telling: Telling) -> tuple[int, float]:
    event = telling.event
    parts = (cited(event.actors), cited(event.recipients), telling.dated, event.place, event.status.value == "factual")
    return sum(map(bool, parts)), event.score


def _told(telling: Telling, linked: Linked, filed: Filed, said: str) -> Told:
    """One telling, with the day and place of another where it gives none."""
    time = _first_time(telling, linked.tellings)
    published = telling.document.published
    later = time is None or time.end is None or published is None or time.end >= published
    return Told(
        event=telling.event,
        content=filed.text.content,
        time=time,
        place=_first_place(telling, linked.tellings),
        sources=_attribution(linked.tellings),
        after=later,
        said=said,
    )


def _first_time(telling: Telling, others: Iterable[Telling]) -> Interval | None:
    times = (t.event.time for t in (telling, *others))
    found = (time.value for time in times if time is not None and time.evidence and not is_default(time))
    return next((interval for interval in found if interval.start or interval.end), None)


def _first_place(telling: Telling, others: Iterable[Telling]) -> Place | None:
    places = (t.event.place for t in (telling, *others))
    return next((place.value for place in places if place is not None and place.evidence), None)


def _attribution(tellings: Sequence[Telling]) -> tuple[str, ...]:
    """The sources to name in the sentence; none where a report tells it in its own voice."""
    if any(not telling.event.vouching for telling in tellings):
        return ()
    sources = (coded for telling in tellings for coded in telling.event.vouching)
    return tuple(dict.fromkeys(coded.value.name for coded in sources if coded.value.depth == 0 and coded.evidence))


def _said(event: Event, filed: Filed, guide: Guide) -> str:
    """What was said, where a statement goes with the act."""
    contents = [statement.content for statement in filed.statements if statement.event == event.id]
    return words_said(event, contents, filed.text.content, guide.writer.words.phrases["subordinators"].split())


def support_for(linked: Linked, by_text: Mapping[str, Filed], nations: Mapping[str, Nation]) -> Support:
    """What the tellings of an incident bear out together."""
    events = [telling.event for telling in linked.tellings]
    return support_of(
        words=[word for event in events for word in _borne_out(event, by_text[event.text].text.content, nations)],
        sentences=[event.sentence.of(by_text[event.text].text.content) for event in events],
        days=[
            (event.time.value.start, event.time.value.end)
            for event in events
            if event.time is not None and event.time.evidence
        ],
    )


def _borne_out(event: Event, content: str, nations: Mapping[str, Nation]) -> Iterator[str]:
    """The words of the evidence, and the canonical values of the fields that have evidence."""
    yield from (span.of(content) for span in evidence(event))
    for party in (*cited(event.actors), *cited(event.recipients)):
        yield from (party.name, party.office or "", _nation(party.country, nations))
    if event.place is not None and event.place.evidence:
        place = event.place.value
        yield from (place.name, _nation(place.country, nations))
    yield from (coded.value.name for coded in event.sources if coded.evidence)


def _nation(country: str | None, nations: Mapping[str, Nation]) -> str:
    nation = nations.get(country or "")
    return nation.name if nation else ""


def _arena(linked: Linked, telling: Telling, guide: Guide) -> str:
    """The region of the place, else of whom it was done to, else of who did it."""
    ordered = (telling, *(other for other in linked.tellings if other is not telling))
    places = [t.event.place.value.country for t in ordered if t.event.place]
    recipients = [coded.value.country for t in ordered for coded in t.event.recipients]
    actors = [coded.value.country for t in ordered for coded in t.event.actors]
    found = guide.arenas.of(places) or guide.arenas.of((*recipients, *actors))
    return found.id if found else NOWHERE


def _status(draft: Draft) -> str:
    return draft.linked.tellings[0].event.status.value


def _most_important(drafts: Sequence[Draft], days: Sequence[date]) -> list[Draft]:
    """The incidents of the overview, by day."""
    number = min(OVERVIEW, max(1, len(drafts) // 3)) if drafts else 0
    telling = [draft for draft in drafts if _is_main(draft)] or drafts
    chosen = sorted(telling, key=lambda draft: importance(draft, days), reverse=True)[:number]
    return sorted(chosen, key=lambda draft: draft.day or date.min)


def _is_main(draft: Draft) -> bool:
    """Whether an incident is news, and told with both sides by a report that was coded well."""
    return any(
        not (t.event.background or t.event.habitual)
        and bool(cited(t.event.actors) and cited(t.event.recipients))
        and t.event.score >= SURE
        for t in draft.linked.tellings
    )


def importance(draft: Draft, days: Sequence[date]) -> float:
    """How much an incident matters: sources first, then the kind of act, then how recent it is."""
    tellings = draft.linked.tellings
    weight = WEIGHTS.get(draft.linked.incident.type, 0.0)
    span = (max(days) - min(days)).days if days else 0
    recent = (draft.day - min(days)).days / span if span and draft.day else 0.0
    whole = max(_fullness(t)[0] for t in tellings) - 3.0
    vouched = 1.5 * min(draft.linked.incident.sources, 4) + 1.5 * len({t.lineage for t in tellings})
    return vouched + weight + max(0.0, recent) + whole + 3.0 * max(t.event.score for t in tellings)


def _sections(drafts: Sequence[Draft], notes: NoteBook, guide: Guide) -> Iterator[Section]:
    """The regions with incidents: those with most incidents first, what has no region last."""
    order = {row.id: number for number, row in enumerate(guide.arenas.rows)}
    names = {row.id: row.name for row in guide.arenas.rows}
    by_arena: dict[str, list[Draft]] = {}
    for draft in drafts:
        by_arena.setdefault(draft.arena, []).append(draft)
    ranked = sorted(by_arena, key=lambda name: (name not in order, -len(by_arena[name]), order.get(name, 0)))
    for name in ranked:
        lines = (_line(draft, notes, guide, "i") for draft in _quoted_once(by_arena[name]))
        yield Section(name, names.get(name, ""), tuple(lines))


def _quoted_once(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts of a section, none with a sentence that the one just before it has quoted."""
    last = ""
    for draft in drafts:
        yield replace(draft, quote="") if draft.quote == last and not draft.said else draft
        last = draft.quote or last


def _line(draft: Draft, notes: NoteBook, guide: Guide, where: str) -> Line:
    incident = draft.linked.incident
    name = f"{where}-{incident.id.removeprefix('incident-')}"
    numbers = {t.event.id: notes.cite(t.event, name) for t in draft.linked.tellings}
    reported = [t.document.published for t in draft.linked.tellings if t.document.published]
    return Line(
        id=name,
        sentence=draft.sentence,
        quote=draft.quote,
        status=_status(draft),
        cites=tuple(sorted(set(numbers.values()))),
        sources=incident.sources,
        reported=min(reported, default=None),
        dated=draft.dated,
        said=draft.said,
        disputes=tuple(_dispute(field, draft.linked.tellings, numbers, guide.writer) for field in incident.disputed),
    )


def _dispute(field: str, tellings: Sequence[Telling], numbers: Mapping[str, int], writer: Writer) -> Dispute:
    values: dict[str, set[int]] = {}
    for telling in tellings:
        if value := _value(field, telling, writer):
            values.setdefault(value, set()).add(numbers[telling.event.id])
    return Dispute(field, tuple(Variant(value, tuple(sorted(cites))) for value, cites in values.items()))


def _value(field: str, telling: Telling, writer: Writer) -> str:
    """What one telling gives for a field, or nothing."""
    event = telling.event
    if field == "date":
        return writer.day(event.time.value) if telling.dated and event.time else ""
    if field == "place":
        return writer.place(event.place.value, ()) if event.place else ""
    if field == "actors":
        return writer.parties(cited(event.actors)) if cited(event.actors) else ""
    if field == "status":
        return event.status.value
    number = getattr(event.magnitude, field) if event.magnitude else None
    return "" if number is None else f"{number:,}"


def _incident_of(drafts: Iterable[Draft]) -> dict[str, str]:
    return {event: draft.linked.incident.id for draft in drafts for event in draft.linked.incident.events}


def _about(drafts: Iterable[Draft], guide: Guide) -> dict[str, str]:
    return {draft.linked.incident.id: draft.sentence for draft in drafts}


def _listed(filed: Filed, origin: Mapping[str, str], by_text: Mapping[str, Filed]) -> Listed:
    document, first = filed.document, by_text[origin[filed.text.id]].document
    return Listed(
        document=document.id,
        title=document.title,
        publisher=document.publisher,
        published=document.published,
        url=document.url,
        versions=filed.versions,
        events=len(filed.events),
        copy_of=(first.title or first.id) if first.id != document.id else None,
    )
