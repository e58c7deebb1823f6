"""Lists of people and offices: read strictly, taken once, and coded with from then on."""

import io
import json
from dataclasses import replace

import pytest

from dragoman.assemble import list_conventions, make_enroller, this_coder
from dragoman.errors import BadList
from dragoman.settings import load_settings
from dragoman.usecases.learn import Learned, learn
from dragoman.usecases.lists import read_list
from dragoman.usecases.tenures import Listed
from usecases.registry import NOW, Registry

HEAD = "name,country,office,from,to,aliases\n"
CSV = f"""{HEAD}Amir Hatami,IRN,Minister of Defence,2017-08-20,2021-08-25,
Karim Wafiq,YEM,Minister of Transport,2022,2023-06,Kareem Wafeeq; Karim Wafik
Karim Wafiq,YEM,Prime Minister,2023-07,,
"""
PERSON = {
    "id": "q1",
    "schema": "Person",
    "properties": {"name": ["Karim Wafiq"], "country": ["ye"], "alias": ["K. Wafik"]},
}
POSITION = {"id": "q2", "schema": "Position", "properties": {"name": ["Prime Minister of Yemen"], "country": ["ye"]}}
HELD = {
    "id": "q3", "schema": "Occupancy",
    "properties": {"holder": ["q1"], "post": ["q2"], "startDate": ["2023-07-01"], "endDate": []},
}  # fmt: skip


@pytest.fixture
def read(registry: Registry):  # type: ignore[no-untyped-def]
    conventions = list_conventions(registry.data)
    return lambda text: read_list("list", io.StringIO(text, newline=""), conventions)


def lines(*entities: dict[str, object]) -> str:
    return "".join(json.dumps(entity) + "\n" for entity in entities)


def test_a_csv_is_read_a_line_a_tenure(read) -> None:  # type: ignore[no-untyped-def]
    hatami, wafiq = read(CSV)
    assert (hatami.name, [term.office for term in hatami.terms]) == ("Amir Hatami", ["minister of defence"])
    assert wafiq.aliases == ("Kareem Wafeeq", "Karim Wafik")
    assert [(t.office, str(t.start), str(t.end)) for t in wafiq.terms] == [
        ("minister of transport", "2022-01-01", "2023-06-30"),
        ("prime minister", "2023-07-01", "None"),
    ]


def test_follow_the_money_is_read(read) -> None:  # type: ignore[no-untyped-def]
    company = {"id": "x", "schema": "Company", "properties": {"name": ["Acme"]}}
    (found,) = read(lines(HELD, PERSON, company, POSITION))
    assert isinstance(found, Listed)
    assert (found.id, found.name, found.country, found.aliases) == ("q1", "Karim Wafiq", "YEM", ("K. Wafik",))
    assert [(t.office, t.country, str(t.start), t.end) for t in found.terms] == [
        ("prime minister", "YEM", "2023-07-01", None)
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "line 1, column 1: is empty"),
        ("name,country,job\nA B,IRN,x\n", "line 1, column 3: 'job' is no column"),
        ("name,country\nA B,IRN\n", "line 1, column 1: needs the columns office"),
        ("name,name,country,office\n", "line 1, column 2: 'name' stands twice"),
        (f"{HEAD}A B,IRN,minister\n", "line 2, column 4: has 3 columns, the head 6"),
        (f"{HEAD}A B,Iran,minister,,,\n", "line 2, country: 'Iran' is no country's code"),
        (f"{HEAD},IRN,minister,,,\n", "line 2, name: is empty"),
        (f"{HEAD}A B,,minister,,,\n", "line 2, country: is empty"),
        (f"{HEAD}A B,IRN,minister,2021-13,,\n", "line 2, from: '2021-13' is no date"),
        (f"{HEAD}A B,IRN,minister,,yesterday,\n", "line 2, to: 'yesterday' is no date"),
        (f"{HEAD}\nA B,IRN,minister,2021,2020,\n", "line 3, to: ends before it begins"),
        (f'{HEAD}"A B,IRN,minister,,,\n', "is no CSV"),
        ('{"id": "a"\n', "line 1, column 11: is no JSON"),
        ('{"id": "a", "schema": "Person"}\n', "line 1, column 1: is no entity"),
        (lines({**PERSON, "id": ""}), "line 1, id: is missing"),
        (lines(PERSON, HELD), "line 2, properties.post: there is no Position 'q2'"),
        (lines(POSITION, HELD), "line 2, properties.holder: there is no Person 'q1'"),
        (lines(PERSON, POSITION, {**HELD, "properties": {"holder": ["q1"]}}), "line 3, properties.post: is missing"),
        (
            lines(PERSON, POSITION, {**HELD, "properties": {**HELD["properties"], "startDate": "2021"}}),
            "line 3, properties.startDate: is a list of strings",
        ),
        (
            lines(PERSON, {**POSITION, "properties": {"name": ["King"], "country": ["zz"]}}, HELD),
            "line 2, properties.country: 'zz' is no country's code",
        ),
    ],
)
def test_what_is_wrong_is_told_with_line_and_column(read, text: str, told: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(BadList, match="list is refused, nothing was imported") as caught:
        read(text)
    assert told in str(caught.value)


def test_every_problem_is_told_at_once(read) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(BadList) as caught:
        read(f"{HEAD}A B,Iran,minister,,,\nC D,IRN,minister,soon,,\n")
    assert [problem.partition(",")[0] for problem in caught.value.problems] == ["line 2", "line 3"]


def take(registry: Registry, people: tuple[Listed, ...]) -> Learned:
    return learn(make_enroller(registry.store, registry.data), people, "list.csv", NOW)


def test_a_list_is_taken_once(registry: Registry, read) -> None:  # type: ignore[no-untyped-def]
    first = take(registry, read(CSV))
    assert (first.people, first.tenures, first.known) == (2, 3, 1)
    before = registry.store.actors.learned()
    assert before[-1].id == "person/amir-hatami"
    again = take(registry, read(CSV))
    assert (again.people, again.tenures) == (0, 0)
    assert registry.store.actors.learned() == before


def test_another_list_adds_to_the_first(registry: Registry, read) -> None:  # type: ignore[no-untyped-def]
    take(registry, read(CSV))
    more = take(registry, read(f"{HEAD}Karim Wafiq,YEM,Speaker of Parliament,2019,2021,\n"))
    assert (more.people, more.tenures) == (0, 1)
    assert {len(known.terms) for known in registry.store.actors.learned()} == {1, 3}


def test_imported_tenures_count_when_reports_are_coded(registry: Registry, read) -> None:  # type: ignore[no-untyped-def]
    report = ("r", "2023-08-01", "Yemen's transport minister visited Aden. Yemeni Prime Minister Wafiq met traders.")
    take(registry, read(CSV))
    registry.data = replace(registry.data, learned=registry.store.actors.learned())
    registry.add(report)
    (wafiq,) = (card for card in registry.cards(kind="person").values() if "Wafiq" in card.name)
    assert (wafiq.name, wafiq.id) == ("Karim Wafiq", registry.store.actors.learned()[0].id)


def test_reports_are_coded_again_after_an_import(registry: Registry, read) -> None:  # type: ignore[no-untyped-def]
    settings = load_settings()
    assert this_coder(settings, ()) == this_coder(settings)
    take(registry, read(CSV))
    learned = registry.store.actors.learned()
    assert this_coder(settings, learned) != this_coder(settings)
    assert this_coder(settings, learned[:1]) != this_coder(settings, learned)
