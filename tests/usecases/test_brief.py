"""Briefs out of hand-made records: what is said, what is cited, what is withheld, what cannot break out."""

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from contract.factories import NOW, event, report, span
from dragoman.assemble import load_guide, write_brief
from dragoman.model import (
    Claim,
    Coded,
    Event,
    Failure,
    Interval,
    Party,
    Place,
    Position,
    Report,
    Source,
    Statement,
)
from dragoman.ports import Filed
from dragoman.settings import Settings
from dragoman.usecases.brief import make_brief
from dragoman.usecases.brief_parts import Brief

GUIDE = load_guide(Settings())
MEETING = "On 22 February, Reza Ashtiani met Salah al-Ghanem in Tehran, SANA said."
ASHTIANI, GHANEM = (
    Party("Mohammad Reza Ashtiani", "IRN", "person", office="minister of defence"),
    ("Salah al-Ghanem", "SYR", "person"),
)
TEHRAN = Place("Tehran", "IRN", None, 35.7, 51.4)


def filed(made: Report, *events: Event, claims: tuple[Claim, ...] = ()) -> Filed:
    return Filed(made.document, made.text, NOW, 1, events, claims)


def meeting(
    id: str = "r1", content: str = MEETING, status: str = "factual", sources: tuple[str, ...] = ("SANA",)
) -> Filed:
    made = report(content, id, date(2023, 2, 23), publisher=f"Paper {id}", title=f"Story {id}")
    met = event(made, "met", None, GHANEM, place=TEHRAN, status=status, sources=sources)
    actor = Coded(ASHTIANI, "test#party", (span(content, "Reza Ashtiani"),))
    day = Coded(Interval(date(2023, 2, 22), date(2023, 2, 22)), "test#day", (span(content, "22 February"),))
    return filed(made, replace(met, actors=(actor,), time=day))


def attack(verb: str = "struck", recipient: str = "Iraq", **details: object) -> Filed:
    made = report(f"On 22 February Iran {verb} a base in {recipient}, officials said.", "a1", date(2023, 2, 23))
    given = {"type": "ASSAULT", "cameo": "190", "day": "2023-02-22", "words": {"day": "22 February"}, **details}
    return filed(made, event(made, verb, ("Iran", "IRN", "state"), (recipient, "IRQ", "state"), **given))  # type: ignore[arg-type]


def brief(*items: Filed, failures: tuple[Failure, ...] = ()) -> Brief:
    return make_brief(items, failures, GUIDE)


def only(made: Brief) -> str:
    (section,) = made.sections
    (line,) = section.lines
    return line.sentence


def test_a_meeting_in_one_sentence() -> None:
    assert only(brief(meeting())) == (
        "On 22 February 2023, Mohammad Reza Ashtiani (Iran, minister of defence) met with "
        "Salah al-Ghanem (Syria) in Tehran (Iran), according to SANA"
    )


def test_its_citation_shows_the_sentence_with_the_evidence_marked() -> None:
    (note,) = brief(meeting()).notes
    assert (note.publisher, note.title, note.published) == ("Paper r1", "Story r1", date(2023, 2, 23))
    assert "".join(piece.words for piece in note.pieces) == MEETING
    assert [p.words for p in note.pieces if p.marked] == [
        "22 February",
        "Reza Ashtiani",
        "met",
        "Salah al-Ghanem",
        "Tehran",
        "SANA",
    ]
    assert note.sources == ("SANA",)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("factual", "Iran attacked Iraq"),
        ("planned", "Iran was due to attack Iraq"),
        ("possible", "Iran may have attacked Iraq"),
        ("denied", "it was denied that Iran attacked Iraq"),
    ],
)
def test_status_is_told(status: str, words: str) -> None:
    made = brief(attack(status=status))
    lines = made.planned if status == "planned" else made.sections[0].lines
    assert lines[0].sentence == f"On 22 February 2023, {words}"


def test_a_disputed_act_is_told_with_who_denies_it() -> None:
    item = attack(status="possible", sources=("officials", "Iran"))
    officials, iran = item.events[0].sources
    told = (officials, replace(iran, value=replace(iran.value, chain=1)))
    held = (Position(0, "asserts"), Position(1, "denies"))
    made = brief(replace(item, events=(replace(item.events[0], sources=told, positions=held),)))
    assert only(made) == (
        "On 22 February 2023, Iran was said to have attacked Iraq, which Iran denied, according to officials"
    )


def spoken(content: str, verb: str, said: str, recipient: tuple[str, str | None, str] | None, **given: object) -> Filed:
    made = report(content, "s1", date(2023, 2, 23))
    act = event(made, verb, ("Kenya", "KEN", "state"), recipient, **given)  # type: ignore[arg-type]
    words = Statement("st", made.text.id, act.actors[0], act.type, span(content, said), event=act.id)
    return replace(filed(made, act), statements=(words,))


CHAD, SUDAN = ("Chad", "TCD", "state"), ("Sudan", "SDN", "state")


@pytest.mark.parametrize(
    ("content", "verb", "said", "recipient", "cameo", "sentence", "quote"),
    [
        ("Kenya asked Chad for a fuller apology.", "asked", "Chad for a fuller apology", CHAD, "020",
         "Kenya called on Chad", "for a fuller apology"),
        ("Kenya appealed to both sides to disarm.", "appealed", "to both sides to disarm", None, "020",
         "Kenya made an appeal", "to both sides to disarm"),
        ("Kenya urged restraint on all sides.", "urged restraint", "on all sides", None, "020",
         "Kenya made an appeal", "Kenya urged restraint on all sides"),
        ("Kenya promised $200 million, half of it now.", "promised", "200 million, half of it now", None, "030",
         "Kenya promised", "$200 million, half of it now"),
        ("Kenya demanded that Sudan free the crew.", "demanded", "that Sudan free the crew", SUDAN, "100",
         "Kenya made a demand of Sudan", "that Sudan free the crew"),
        ("Chad was urged by Kenya to hold talks.", "urged", "by Kenya to hold talks", CHAD, "020",
         "Kenya called on Chad", "Chad was urged by Kenya to hold talks"),
        ("NAIROBI, Feb 23 (Agency) - Kenya rejected Chad's offer of help.", "rejected", "Chad's offer of help", CHAD,
         "120", "Kenya rejected a demand or proposal of Chad", "Kenya rejected Chad's offer of help"),
    ],
)  # fmt: skip
def test_a_quotation_goes_on_where_the_sentence_ends(
    content: str, verb: str, said: str, recipient: tuple[str, str, str] | None, cameo: str, sentence: str, quote: str
) -> None:
    made = brief(spoken(content, verb, said, recipient, type="REQUEST", cameo=cameo))
    (line,) = made.sections[0].lines
    assert (line.sentence, line.quote) == (sentence, quote)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Haitians", "Haitians"),
        ("Haitian farmers", "Haitian farmers"),
        ("Haitian", "Haiti"),
        ("Port-au-Prince", "Haiti"),
    ],
)
def test_people_and_things_of_a_country_are_named_by_the_words_of_the_report(words: str, told: str) -> None:
    made = report(f"Kenya deported {words} on Monday.", "d1", date(2023, 2, 23))
    act = event(made, "deported", ("Kenya", "KEN", "state"), ("Haiti", "HTI", "state"), type="COERCE", cameo="174",
                words={"Haiti": words})  # fmt: skip
    assert only(brief(filed(made, act))) == f"Kenya expelled or extradited {told}"


def test_nobody_is_done_to_whom_a_pronoun_alone_tells() -> None:
    made = report("Their detention was called arbitrary.", "p1", date(2023, 2, 23))
    act = event(made, "detention", None, ("Canada", "CAN", "state"), type="COERCE", cameo="173",
                words={"Canada": "Their"})  # fmt: skip
    told = replace(act, recipients=(replace(act.recipients[0], rule="coreference#clause"),))
    assert brief(filed(made, told)).withheld == 1


@pytest.mark.parametrize(
    ("cameo", "sentence"),
    [("1724", "Kenya declared a state of emergency or war"), ("1723", "Kenya imposed a curfew"),
     ("172", "Kenya imposed a ban")],
)  # fmt: skip
def test_restrictions_are_told_by_their_code(cameo: str, sentence: str) -> None:
    made = report("Kenya declared it.", "w1", date(2023, 2, 23))
    assert only(brief(filed(made, event(made, "declared", ("Kenya", "KEN", "state"), type="COERCE", cameo=cameo)))) == (
        sentence
    )


def test_the_overview_has_news_with_both_sides_and_no_doubtful_ones() -> None:
    item = attack("sanctioned", type="SANCTION", cameo="163")
    news = item.events[0]
    background = replace(attack("struck").events[0], text=news.text, background=True)
    lone = replace(background, id="lone", background=False, recipients=())
    weak = replace(background, id="weak", background=False, score=0.2)
    for other in (background, lone, weak):
        made = brief(replace(item, events=(news, other)))
        assert [line.sentence for line in made.overview] == [
            "On 22 February 2023, Iran imposed sanctions or restrictions on Iraq"
        ]


def test_a_day_that_no_words_give_is_not_told() -> None:
    made = brief(attack(words={}))
    assert only(made) == "Iran attacked Iraq"
    assert not made.sections[0].lines[0].dated


def test_the_sentence_is_withheld_where_a_name_has_no_evidence() -> None:
    item = attack()
    invented = Place("Basra", "IRQ")
    wrong = replace(item.events[0], place=Coded(invented, "default/guess"))
    assert "Basra" not in only(brief(replace(item, events=(wrong,))))
    shifted = replace(item.events[0], time=Coded(Interval(date(2023, 2, 22), date(2023, 2, 22)), "default/guess"))
    assert only(brief(replace(item, events=(shifted,)))) == "Iran attacked Iraq"


def test_what_cannot_be_told_is_counted() -> None:
    item = attack()
    made = brief(replace(item, events=(replace(item.events[0], cameo="999"),)))
    assert (made.sections, made.withheld) == ((), 1)


def test_two_reports_of_one_meeting_are_one_incident() -> None:
    made = brief(meeting("r1", sources=()), meeting("r2", "It says: " + MEETING, sources=()))
    (line,) = made.sections[0].lines
    assert (line.cites, line.sources, made.reports) == ((1, 2), 2, 2)


def test_tellings_that_differ_stand_side_by_side() -> None:
    content = MEETING.replace("22", "23")
    other = meeting("r2", content.replace("23", "22"))
    day = Coded(Interval(date(2023, 2, 23), date(2023, 2, 23)), "test#day", (span(MEETING, "22 February"),))
    made = brief(meeting("r1"), replace(other, events=(replace(other.events[0], time=day),)))
    (dispute,) = made.sections[0].lines[0].disputes
    assert dispute.field == "date"
    assert {value.value for value in dispute.values} == {"On 22 February 2023", "On 23 February 2023"}


def claim(item: Filed, low: float | None, high: float | None, words: str, who: str) -> Claim:
    text, content = item.text.id, item.text.content
    named = (Coded(Source(who), "test#s", (span(content, who),)),)
    where = span(content, content)
    return Claim(
        f"c:{text}:{words}",
        text,
        "killed",
        Coded(words, "test#n", (span(content, words),)),
        low,
        high,
        "person",
        claimed_by=named,
        about=item.events[0].id,
        sentence=where,
    )


def counted(id: str, words: str, low: float | None, high: float | None) -> Filed:
    content = f"On 22 February Iran struck a base in Iraq and {words} people died, SANA said."
    made = report(content, id, date(2023, 2, 23))
    hit = event(
        made,
        "struck",
        ("Iran", "IRN", "state"),
        ("Iraq", "IRQ", "state"),
        type="ASSAULT",
        cameo="190",
        day="2023-02-22",
        words={"day": "22 February"},
    )
    item = filed(made, hit)
    return replace(item, claims=(claim(item, low, high, words, "SANA"),))


def test_numbers_in_conflict_stand_side_by_side_and_are_not_averaged() -> None:
    made = brief(counted("r1", "7", 7, 7), counted("r2", "at least 12", 12, None))
    (conflict,) = made.conflicts
    assert [(f.amount, f.bound, f.claimed_by) for f in conflict.figures] == [
        ("7", "exact", ("SANA",)),
        ("12", "at least", ("SANA",)),
    ]


@pytest.mark.parametrize(("low", "high"), [(7, 7), (5, 9), (3, None), (None, 8)])
def test_numbers_that_agree_are_no_conflict(low: float | None, high: float | None) -> None:
    assert brief(counted("r1", "7", 7, 7), counted("r2", "some 7", low, high)).conflicts == ()


def test_regions_follow_the_place_and_powers_from_afar_come_last() -> None:
    assert [section.id for section in brief(attack()).sections] == ["gulf"]
    item = attack(recipient="Iraq")
    america = Coded(Party("Iran", "USA", "state"), "test#p", item.events[0].actors[0].evidence)
    moved = replace(item.events[0], actors=(america,))
    assert [section.id for section in brief(replace(item, events=(moved,))).sections] == ["gulf"]


def test_failures_and_an_empty_archive_are_told() -> None:
    made = brief(failures=(Failure("a.pdf", "is broken"),))
    assert "a.pdf" in write_brief(made, ".md") and "is broken" in write_brief(made, ".html")


HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "[a](javascript:alert(1))",
    "# Heading",
    "| a | b |",
    "</style><script>",
    "{{ 7*7 }}",
    "\u202eevil\u202c",
    "`code`",
    "![x](http://e.example/t.png)",
    "&lt;b&gt;",
    "a\n\n# b",
)


class Tags(HTMLParser):
    """Every tag and attribute of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def hostile_brief(words: str) -> Brief:
    content = f"Iran attacked {words} at noon."
    made = report(content, words, date(2023, 2, 23), title=words, publisher=words, url=f"javascript:{words}")
    hit = event(made, "attacked", ("Iran", "IRN", "state"), (words, None, "collective"), type="ASSAULT", cameo="190")
    made_of = Coded(Source(words), "test#s", (span(content, words),))
    return brief(filed(made, replace(hit, sources=(made_of,))), failures=(Failure(words, words),))


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_breaks_out_of_the_page(words: str) -> None:
    page = write_brief(hostile_brief(words), ".html")
    tags = Tags()
    tags.feed(page)
    assert not {"script", "img", "iframe"} & {tag for tag, _ in tags.found}
    assert not [name for _, attributes in tags.found for name in attributes if name.startswith("on")]
    assert all((a.get("href") or "#").startswith(("#", "http://", "https://")) for _, a in tags.found)
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", page)
    assert "7*7" in page or "7*7" not in words


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_breaks_out_of_the_markdown(words: str) -> None:
    page = write_brief(hostile_brief(words), ".md")
    assert not re.search(r"(?<!\\)<(?!a )", page)
    assert not re.search(r"(?<!\\)\]\((?!https?://)", page)
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", page)
    assert [line for line in page.splitlines() if line.startswith("# ")] == ["# Brief, 23 February 2023"]


def test_the_page_needs_nothing_else() -> None:
    page = write_brief(brief(meeting()), ".html")
    tags = Tags()
    tags.feed(page)
    assert not {"script", "link", "img"} & {tag for tag, _ in tags.found}
    ids = {a["id"] for _, a in tags.found if "id" in a}
    targets = {(a.get("href") or "")[1:] for _, a in tags.found if (a.get("href") or "").startswith("#")}
    assert targets <= ids
    assert "prefers-color-scheme" in page and "@media print" in page
    assert page.count("<mark>") == 6
