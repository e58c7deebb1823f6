"""The data that is shipped: it loads, its ids are its own, and what it points at exists."""

from collections import Counter
from collections.abc import Iterator

import pytest

from dragoman.assemble import Data
from dragoman.lexicon.actors import Country, load_countries, load_organisations
from dragoman.lexicon.agents import THING, AgentRow, TitleRow
from dragoman.lexicon.frames import Frames
from dragoman.lexicon.gazetteer import PlaceRow
from dragoman.lexicon.outlets import load_outlets
from dragoman.lexicon.people import Person, load_people
from dragoman.lexicon.portfolios import load_portfolios
from dragoman.lexicon.reading import files, load_rows
from dragoman.model.party import KINDS
from dragoman.settings import DATA

EN = DATA / "lang" / "en"
# PLOVER's primary and secondary role codes, with IMG, MNC and PTY of CAMEO's that it keeps.
SECTORS = frozenset(
    {
        "AGR", "BUS", "COP", "CRM", "CVL", "EDU", "GOV", "HLH", "IGO", "IMG", "JUD", "LAB", "LEG",
        "MED", "MIL", "MNC", "NGO", "OPP", "PTY", "RAD", "REB", "REF", "REL", "SPY", "UAF",
    }
)  # fmt: skip
# CAMEO 1.1b3 by root: the third digits of its codes, then the last digits of those with a fourth.
CAMEO = {
    "01": ("0123456789", {}),
    "02": ("012345678", {"1": "1234", "3": "1234", "4": "1234", "5": "123456"}),
    "03": ("0123456789", {"1": "1234", "3": "1234", "4": "1234", "5": "123456"}),
    "04": ("0123456", {}),
    "05": ("01234567", {}),
    "06": ("01234", {}),
    "07": ("012345", {}),
    "08": ("01234567", {"1": "1234", "3": "1234", "4": "12", "6": "123", "7": "1234"}),
    "09": ("01234", {}),
    "10": ("012345678", {"1": "1234", "3": "1234", "4": "1234", "5": "123456"}),
    "11": ("0123456", {"2": "12345"}),
    "12": ("0123456789", {"1": "1234", "2": "1234", "3": "1234", "4": "123456"}),
    "13": ("0123456789", {"1": "123", "2": "1234", "8": "12345"}),
    "14": ("012345", {"1": "1234", "2": "1234", "3": "1234", "4": "1234", "5": "1234"}),
    "15": ("012345", {}),
    "16": ("0123456", {"2": "123", "6": "123"}),
    "17": ("0123456", {"1": "12", "2": "1234"}),
    "18": ("0123456", {"2": "123", "3": "1234"}),
    "19": ("0123456", {"5": "12"}),
    "20": ("01234", {"4": "12"}),
}
# Which CAMEO codes an act of each PLOVER type may have, by prefix; PLOVER counts occupation and blockade as COERCE.
ROOTS = {
    "AGREE": "03", "CONSULT": "04", "SUPPORT": "05", "COOPERATE": "06", "AID": "07", "REQUEST": "02 10",
    "ACCUSE": "09 11", "REJECT": "12", "THREATEN": "13", "PROTEST": "14", "MOBILIZE": "15", "SANCTION": "16",
    "COERCE": "17 191 192", "ASSAULT": "1712 175 18 19 20", "CONCEDE": "08", "RETREAT": "08",
}  # fmt: skip


def is_cameo(code: str) -> bool:
    """Whether a code, or a prefix of one, is CAMEO's."""
    thirds, fourths = CAMEO.get(code[:2], ("", {}))
    return (len(code) == 2 and bool(thirds)) or (
        code[2:3] in tuple(thirds) and (len(code) == 3 or code[3:] in tuple(fourths.get(code[2], "")))
    )


def every_cameo_code() -> Iterator[str]:
    for root, (thirds, fourths) in CAMEO.items():
        yield root
        for third in thirds:
            yield root + third
            yield from (root + third + fourth for fourth in fourths.get(third, ""))


@pytest.fixture(scope="module")
def countries() -> tuple[Country, ...]:
    return load_countries(DATA / "actors" / "countries")


@pytest.fixture(scope="module")
def people() -> tuple[Person, ...]:
    return load_people(DATA / "actors" / "people")


@pytest.fixture(scope="module")
def frames() -> Frames:
    return Data("en").frames


@pytest.fixture(scope="module")
def codes(countries: tuple[Country, ...]) -> frozenset[str]:
    return frozenset(c.row.country for c in countries)


@pytest.mark.parametrize(
    ("code", "known"),
    [
        ("04", True),
        ("040", True),
        ("1056", True),
        ("047", False),
        ("0401", False),
        ("21", False),
        ("", False),
        ("0", False),
    ],
)
def test_the_table_of_cameo_codes(code: str, known: bool) -> None:
    assert is_cameo(code) is known


def test_every_country_is_there_once(countries: tuple[Country, ...]) -> None:
    counts = Counter(c.row.country for c in countries)
    assert len(counts) == len(countries) >= 249
    assert all(len(code) == 3 and code.isalpha() and code.isupper() for code in counts)
    assert {"IRN", "SYR", "ISR", "USA", "NOR", "PSE", "TWN", "XKX"} <= counts.keys()


def test_ids_are_unique_over_all_actors(countries: tuple[Country, ...], people: tuple[Person, ...]) -> None:
    ids = [c.row.id for c in countries] + [b.id for c in countries for b in c.bodies] + [p.row.id for p in people]
    ids += [o.id for o in load_organisations(DATA / "actors" / "organisations")] + [
        o.id for o in load_outlets(DATA / "outlets")
    ]
    assert not [i for i, n in Counter(ids).items() if n > 1]


def test_every_country_that_is_named_exists(codes: frozenset[str], people: tuple[Person, ...]) -> None:
    named = [(o.id, o.country) for o in load_organisations(DATA / "actors" / "organisations")]
    named += [(o.id, o.country) for o in load_outlets(DATA / "outlets")] + [(p.row.id, p.row.country) for p in people]
    named += [(row.id, row.country) for path in files(DATA / "places") for row in load_rows(path, "place", PlaceRow)]
    assert not [(i, c) for i, c in named if c and c not in codes]


def test_every_town_of_the_gazetteer_lies_in_a_country(codes: frozenset[str]) -> None:
    gazetteer = Data("en").gazetteer
    towns = [
        e
        for name in ("Tripoli", "Damascus", "Aleppo", "Kyiv", "London", "Goma", "Pristina", "Taipei", "Gaza")
        for e in gazetteer.candidates(name)
    ]
    assert len(towns) > 12
    assert {e.country for e in towns if e.country} <= codes


def sectors(countries: tuple[Country, ...], people: tuple[Person, ...]) -> Iterator[tuple[str, str]]:
    yield from ((b.id, b.sector) for c in countries for b in c.bodies)
    yield from ((o.id, o.sector) for o in load_organisations(DATA / "actors" / "organisations"))
    yield from ((p.row.id, p.row.sector) for p in people)
    yield from ((row.words[0], row.sector) for row in load_rows(EN / "agents.toml", "agent", AgentRow))
    yield from ((row.office, row.sector) for row in load_rows(EN / "titles.toml", "title", TitleRow) if row.sector)


def test_every_sector_is_known(countries: tuple[Country, ...], people: tuple[Person, ...]) -> None:
    assert not [(i, s) for i, s in sectors(countries, people) if s not in SECTORS]


def test_every_parent_exists(countries: tuple[Country, ...]) -> None:
    organisations = load_organisations(DATA / "actors" / "organisations")
    rows = [*(b for c in countries for b in c.bodies), *organisations]
    ids = {r.id for r in rows} | {c.row.id for c in countries}
    assert not [(r.id, r.parent) for r in rows if r.parent and r.parent not in ids]


def test_agents_are_of_a_kind_that_a_party_can_be() -> None:
    assert {row.kind for row in load_rows(EN / "agents.toml", "agent", AgentRow)} <= {*KINDS, THING}


def test_every_office_that_somebody_held_is_a_title(people: tuple[Person, ...]) -> None:
    rows = load_rows(EN / "titles.toml", "title", TitleRow)
    known = {word for row in rows for word in (*row.words, row.office, f"{row.status} {row.office}")}
    assert not {(p.row.id, t.office) for p in people for t in p.tenures if t.office not in known}


def test_nobody_leaves_an_office_before_taking_it(people: tuple[Person, ...]) -> None:
    assert not [(p.row.id, t) for p in people for t in p.tenures if t.start and t.end and t.start > t.end]


def test_frames_cover_every_type_with_many_words(frames: Frames) -> None:
    assert {f.type for f in frames.all} == set(Data("en").ontology.types)
    assert len({*frames.verbs, *frames.nouns, *frames.adjectives}) >= 250


def test_frames_bear_cameo_codes_of_their_type(frames: Frames) -> None:
    assert not [(f.rule, f.cameo) for f in frames.all if not is_cameo(f.cameo)]
    assert not [(f.rule, f.type, f.cameo) for f in frames.all if not f.cameo.startswith(tuple(ROOTS[f.type].split()))]


def test_words_of_frames_are_dictionary_forms_in_small_letters(frames: Frames) -> None:
    assert not [word for word in (*frames.verbs, *frames.nouns, *frames.adjectives) if word != word.lower().strip()]


def test_the_ontology_is_whole() -> None:
    ontology = Data("en").ontology
    assert set(ontology.types) == set(ROOTS)
    assert len(ontology.contexts) == 37
    assert set(ontology.codes) == set(every_cameo_code())
    assert all(
        row.definition for table in (ontology.types, ontology.modes, ontology.contexts) for row in table.values()
    )


def test_every_code_says_something_of_its_own() -> None:
    told = Counter(row.definition for row in Data("en").ontology.codes.values())
    assert not [words for words, times in told.items() if times > 1]


def test_every_mode_is_reached_by_a_frame(frames: Frames) -> None:
    reached = {f"{frame.type}/{frame.mode}" for frame in frames.all}
    assert not set(Data("en").ontology.modes) - reached


def test_outlets_state_who_owns_them() -> None:
    kinds = {
        "newspaper",
        "website",
        "broadcaster",
        "news_agency",
        "think_tank",
        "monitor",
        "social_media",
        "magazine",
        "official_site",
    }
    owners = {"private", "institute", "state", "state_affiliated", "public", "exile", "party", "armed_group", "unknown"}
    for outlet in load_outlets(DATA / "outlets"):
        assert outlet.kind in kinds and outlet.ownership in owners, outlet.id


NAMELESS = frozenset({"COG", "DMA", "VAT"})  # no word for their people is theirs alone, or there is none
UNARMED = frozenset(
    [
        "AND",
        "CRI",
        "DMA",
        "FSM",
        "GRD",
        "KIR",
        "LCA",
        "LIE",
        "MCO",
        "MUS",
        "NRU",
        "PLW",
        "SLB",
        "TUV",
        "VCT",
        "VUT",
        "WSM",
    ]
)


def test_every_state_has_demonyms_a_capital_a_legislature_and_armed_forces(countries: tuple[Country, ...]) -> None:
    states = [c for c in countries if c.row.kind == "state"]
    sectors = {c.row.country: {body.sector for body in c.bodies} for c in states}
    assert {c.row.country for c in states if not c.row.demonyms} == NAMELESS
    assert not [c.row.country for c in states if not c.row.capital]
    assert {country for country, told in sectors.items() if "LEG" not in told} == {"VAT"}
    assert {country for country, told in sectors.items() if "MIL" not in told} == UNARMED


SHARED = {
    "org/bceao": ("BEN", "BFA", "CIV", "GNB", "MLI", "NER", "SEN", "TGO"),
    "org/beac": ("CAF", "CMR", "COG", "GAB", "GNQ", "TCD"),
    "org/eccb": ("ATG", "DMA", "GRD", "KNA", "LCA", "VCT"),
}
# Their money is another state's, and nobody is their central bank.
BANKLESS = frozenset({"AND", "FSM", "KIR", "LIE", "MCO", "MHL", "NRU", "PAN", "PLW", "TUV", "VAT"})
# They have forces or had them, and a head of government, another ministry or a protecting state sees to defence.
NO_DEFENCE_MINISTRY = UNARMED | {
    "ATG", "BRB", "BTN", "COM", "GUY", "ISL", "KNA", "MHL", "PAN", "PSE", "SMR", "SYC", "TON", "VAT",
}  # fmt: skip


def test_every_state_has_its_ministries_and_its_central_bank(countries: tuple[Country, ...]) -> None:
    states = [c for c in countries if c.row.kind == "state"]
    held = {c.row.country: {p for body in c.bodies for p in body.portfolios} for c in states}
    organisations = {o.id for o in load_organisations(DATA / "actors" / "organisations")}
    assert not [country for country, told in held.items() if not {"foreign_affairs", "finance"} <= told]
    assert {country for country, told in held.items() if "defence" not in told} == NO_DEFENCE_MINISTRY
    alone = {country for country, told in held.items() if "central_bank" not in told}
    assert alone == BANKLESS | {country for members in SHARED.values() for country in members}
    assert SHARED.keys() <= organisations and "org/ecb" in organisations


def test_one_body_of_a_country_holds_a_portfolio(countries: tuple[Country, ...]) -> None:
    held = Counter((c.row.country, p) for c in countries for b in c.bodies if not b.dissolved for p in b.portfolios)
    assert not [key for key, times in held.items() if times > 1]


def test_no_ministry_goes_by_a_name_that_many_countries_use(countries: tuple[Country, ...]) -> None:
    plain = {word.casefold() for row in load_portfolios(EN / "portfolios.toml") for word in row.words}
    bodies = [(c, body) for c in countries if c.row.country not in ("GBR", "USA") for body in c.bodies]
    assert not [(b.id, name) for _, b in bodies for name in (b.name, *b.aliases) if name.casefold() in plain]
