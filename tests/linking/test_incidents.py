"""Which tellings are one incident: pairs that are, and pairs that are not, each with the reason."""

from dataclasses import replace
from datetime import date

import pytest

from dragoman.linking.compare import kilometres, party, same_place
from dragoman.linking.incidents import link
from dragoman.linking.score import WEIGHTS, reasons
from dragoman.linking.tellings import Telling, independent, telling_words
from dragoman.model import Coded, Document, Event, Interval, Magnitude, Party, Place, Source, Span

DAMASCUS = Place("Damascus", "SYR", "SY.13", 33.51, 36.29)
ALEPPO = Place("Aleppo", "SYR", "SY.09", 36.2, 37.16)
SYRIA = Place("Syria", "SYR", None, 35.0, 38.0, None, "country")
ISRAEL, SYRIAN = Party("Israel", "ISR", "state"), Party("Syria", "SYR", "state")
WORDS = (Span(0, 5),)
SENTENCE = Span(0, 9)


def telling(
    report: str,
    type: str = "ASSAULT",
    actors: tuple[Party, ...] = (),
    recipients: tuple[Party, ...] = (),
    place: Place | None = None,
    day: str | None = None,
    *,
    cameo: str = "190",
    status: str = "factual",
    last: str | None = None,
    words: str = "",
    sources: tuple[Source, ...] = (),
    published: str = "2023-03-30",
    sentence: Span = SENTENCE,
    dead: int | None = None,
) -> Telling:
    made = date.fromisoformat(day or published)
    interval = Interval(made, date.fromisoformat(last) if last else made)
    event = Event(
        id=f"e:{report}:{sentence.start}",
        text=report,
        type=Coded(type, "t", WORDS),
        cameo=cameo,
        sentence=sentence,
        actors=tuple(Coded(p, "t", WORDS) for p in actors),
        recipients=tuple(Coded(p, "t", WORDS) for p in recipients),
        place=Coded(place, "t", WORDS) if place else None,
        status=Coded(status, "t", WORDS),
        time=Coded(interval, "t", WORDS) if day else Coded(interval, "default/published"),
        sources=tuple(Coded(s, "t", WORDS) for s in sources),
        magnitude=Magnitude(dead) if dead else None,
    )
    return Telling(event, Document(report, published=date.fromisoformat(published)), report, telling_words(words))


STRIKE = telling("a", actors=(ISRAEL,), recipients=(SYRIAN,), place=ALEPPO, day="2023-03-22")
MEKDAD, MIKDAD = Party("Faisal Mekdad", "SYR", "person"), Party("Faysal al-Miqdad", "SYR", "person")
AMIR = Party("Hossein Amir-Abdollahian", "IRN", "person")
TALKS = telling("a", "CONSULT", (AMIR,), (MEKDAD,), DAMASCUS, "2023-03-09", cameo="046")

ONE = {
    "told twice": (STRIKE, telling("b", actors=(ISRAEL,), recipients=(SYRIAN,), place=ALEPPO, day="2023-03-22")),
    "no attacker in one": (STRIKE, telling("b", recipients=(SYRIAN,), place=ALEPPO, day="2023-03-22")),
    "a day apart": (STRIKE, telling("b", actors=(ISRAEL,), recipients=(SYRIAN,), place=ALEPPO, day="2023-03-23")),
    "the country for the town": (
        STRIKE,
        telling("b", actors=(ISRAEL,), recipients=(SYRIAN,), place=SYRIA, day="2023-03-22"),
    ),
    "spelled otherwise": (TALKS, telling("b", "CONSULT", (AMIR,), (MIKDAD,), DAMASCUS, "2023-03-09", cameo="040")),
    "the other way round": (TALKS, telling("b", "CONSULT", (MIKDAD,), (AMIR,), None, "2023-03-09", cameo="040")),
    "actors together": (TALKS, telling("b", "CONSULT", (AMIR, MIKDAD), (), None, "2023-03-09")),
    "signed and agreed": (
        telling("a", "SUPPORT", (ISRAEL,), (SYRIAN,), DAMASCUS, "2023-03-09", cameo="057"),
        telling("b", "AGREE", (SYRIAN,), (ISRAEL,), DAMASCUS, "2023-03-09", cameo="032"),
    ),
    "planned and done": (
        replace(TALKS, event=replace(TALKS.event, status=Coded("planned", "t", WORDS))),
        telling("b", "CONSULT", (AMIR,), (MEKDAD,), DAMASCUS, "2023-03-09"),
    ),
    "a killing told without a day weeks later": (
        telling(
            "a",
            recipients=(MEKDAD,),
            place=DAMASCUS,
            day="2023-03-09",
            cameo="180",
            words="killed near the old airport",
        ),
        telling(
            "b", recipients=(MIKDAD,), cameo="180", published="2023-04-10", words="since he was killed near the airport"
        ),
    ),
}
TWO = {
    "another town": (STRIKE, telling("b", actors=(ISRAEL,), recipients=(SYRIAN,), place=DAMASCUS, day="2023-03-22")),
    "a week later": (STRIKE, telling("b", actors=(ISRAEL,), recipients=(SYRIAN,), place=ALEPPO, day="2023-03-29")),
    "another kind": (STRIKE, telling("b", "CONSULT", (ISRAEL,), (SYRIAN,), ALEPPO, "2023-03-22")),
    "other parties": (
        STRIKE,
        telling(
            "b",
            actors=(Party("Turkey", "TUR", "state"),),
            recipients=(Party("Iraq", "IRQ", "state"),),
            place=ALEPPO,
            day="2023-03-22",
        ),
    ),
    "another minister": (
        TALKS,
        telling("b", "CONSULT", (AMIR,), (Party("Ali Abbas", "SYR", "person"),), None, "2023-03-11"),
    ),
    "two denials without a day": (
        telling("a", "REJECT", (ISRAEL,), cameo="120", words="denied that it had struck the port"),
        telling("b", "REJECT", (ISRAEL,), cameo="120", words="denied that prisoners were held"),
    ),
    "planned for one day, done on another": (
        telling("a", "CONSULT", (AMIR,), (MEKDAD,), DAMASCUS, "2023-03-09", status="planned"),
        telling("b", "CONSULT", (AMIR,), (MEKDAD,), DAMASCUS, "2023-03-11"),
    ),
    "a whole year": (
        STRIKE,
        telling("b", actors=(ISRAEL,), recipients=(SYRIAN,), place=SYRIA, day="2023-01-01", last="2023-12-31"),
    ),
}


@pytest.mark.parametrize("pair", ONE.values(), ids=ONE)
def test_these_are_one_incident(pair: tuple[Telling, Telling]) -> None:
    assert len(link(pair, {})) == 1, reasons(*pair)


@pytest.mark.parametrize("pair", TWO.values(), ids=TWO)
def test_these_are_two(pair: tuple[Telling, Telling]) -> None:
    assert len(link(pair, {})) == 2, reasons(*pair)


def test_every_telling_is_in_exactly_one_incident() -> None:
    tellings = [pair[i] for pair in (*ONE.values(), *TWO.values()) for i in (0, 1)]
    numbered = [replace(t, event=replace(t.event, id=f"e:{n}")) for n, t in enumerate(tellings)]
    found = [event for linked in link(numbered, {}) for event in linked.incident.events]
    assert sorted(found) == sorted(t.event.id for t in numbered)


def test_linking_does_not_depend_on_order() -> None:
    pair = ONE["spelled otherwise"]
    assert link(pair, {})[0].incident == link(pair[::-1], {})[0].incident


def source(name: str, outlet: str | None = None, chain: int = 0, depth: int = 0) -> Source:
    return Source(name, "outlet", outlet, chain, depth)


@pytest.mark.parametrize(
    ("sources", "owners", "number"),
    [
        ([(), ()], {}, 2),
        ([(source("SANA"),), (source("SANA"),)], {}, 1),
        ([(source("SANA"),), ()], {}, 2),
        ([(source("SANA", chain=0), source("Mehr", chain=1)), (source("SANA"),)], {}, 2),
        ([(source("Pentagon"), source("Reuters", depth=1)), (source("Pentagon"), source("AP", depth=1))], {}, 1),
        ([(source("Fars", "fars"),), (source("Tasnim", "tasnim"),)], {"fars": "IRGC", "tasnim": "IRGC"}, 1),
    ],
)
def test_independent_sources(sources: list[tuple[Source, ...]], owners: dict[str, str], number: int) -> None:
    assert independent([telling(str(i), sources=named) for i, named in enumerate(sources)], owners) == number


def test_copies_of_one_report_count_once() -> None:
    copy = replace(telling("b"), lineage="a")
    assert independent([telling("a"), copy], {}) == 1


def test_what_tellings_dispute_is_named() -> None:
    other = telling("b", actors=(ISRAEL,), recipients=(SYRIAN,), place=ALEPPO, day="2023-03-23", dead=9)
    first = replace(STRIKE, event=replace(STRIKE.event, magnitude=Magnitude(7)))
    assert set(link([first, other], {})[0].incident.disputed) == {"date", "dead"}


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        (MEKDAD, MIKDAD, "person"),
        (ISRAEL, SYRIAN, "different"),
        (SYRIAN, MEKDAD, "alike"),
        (Party("people"), Party("people"), "alike"),
        (Party("people"), Party("soldiers"), "unknown"),
        (Party("Wagner Group", None, "armed_group"), Party("Houthis", None, "armed_group"), "different"),
    ],
)
def test_parties(a: Party, b: Party, level: str) -> None:
    assert party(a, b) == party(b, a) == level


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [(ALEPPO, ALEPPO, "same"), (ALEPPO, SYRIA, "within"), (ALEPPO, DAMASCUS, "different"), (SYRIA, SYRIA, "country")],
)
def test_places(a: Place, b: Place, level: str) -> None:
    assert same_place(a, b) == same_place(b, a) == level


def test_kilometres() -> None:
    assert kilometres((33.51, 36.29), (36.2, 37.16)) == pytest.approx(309, abs=3)


def test_features_explain_themselves_in_one_sentence() -> None:
    assert all((feature.__doc__ or "").startswith(("Whether ", "How many ")) for feature in WEIGHTS)
    assert all(
        answer in WEIGHTS[feature] for pair in ONE.values() for feature in WEIGHTS for answer in [feature(*pair)]
    )
