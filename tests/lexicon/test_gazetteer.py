"""The gazetteer: what is read strictly, how names are folded, and which of several namesakes is meant."""

from collections import Counter
from pathlib import Path

import pytest

from dragoman.errors import BadRule
from dragoman.lexicon.gazetteer import (
    CITY_COLUMNS,
    KEY_COLUMNS,
    Gazetteer,
    GazetteerEntry,
    PlaceRow,
    kilometres,
    load_gazetteer,
    place_key,
)
from dragoman.lexicon.namesakes import Setting, choose, choose_pair, lies_in
from dragoman.lexicon.sorted_lines import packed_lines

DATA = Path(__file__).parents[2] / "src/dragoman/data/places"
GOLAN = """[[place]]
id = "place/golan-heights"
name = "Golan Heights"
aliases = ["Golan", "occupied Golan"]
kind = "region"
country = "SYR"
lat = 33.0
lon = 35.75
"""
TOWN = "170063\tAleppo\tSYR\tAleppo\t36.201\t37.161\t2098210\ttown"


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return load_gazetteer(DATA)


def folder(at: Path, regions: str = GOLAN, town: str = TOWN, keys: str = "aleppo\t170063\t") -> Path:
    """A small folder of places, laid out as the real one."""
    (at / "regions").mkdir()
    (at / "regions/some.toml").write_text(regions, encoding="utf-8")
    (at / "cities.tsv.gz").write_bytes(b"".join(packed_lines([town.encode()], CITY_COLUMNS)))
    (at / "city_keys.tsv.gz").write_bytes(b"".join(packed_lines([keys.encode()], KEY_COLUMNS)))
    (at / "common_words.txt").write_text("# words\nthe of\n", encoding="utf-8")
    return at


# --- folding --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Deir ez-Zor", "deir ez zor"),
        ("Deir ez–Zor", "deir ez zor"),
        ("Sana'a", "sanaa"),
        ("Sana’a", "sanaa"),
        ("Şırnak", "sirnak"),
        ("The Hague", "hague"),
        ("the Golan", "golan"),
        ("U.S.", "us"),
        ("St. Louis", "saint louis"),
        ("Trinidad & Tobago", "trinidad and tobago"),
        ("", ""),
        ("…", ""),
    ],
)
def test_spellings_of_one_name_meet_in_one_key(name: str, key: str) -> None:
    assert place_key(name) == key


# --- strict reading -------------------------------------------------------------------------------------------------


def test_a_small_folder_is_read(tmp_path: Path) -> None:
    small = load_gazetteer(folder(tmp_path))
    assert [e.id for e in small.candidates("occupied Golan")] == ["place/golan-heights"]
    assert small.candidates("Aleppo")[0] == GazetteerEntry(
        "geonames/170063", "Aleppo", "town", "SYR", "Aleppo", 36.201, 37.161, 170063, 2098210
    )


@pytest.mark.parametrize(
    ("regions", "problem"),
    [
        (GOLAN + 'colour = "red"\n', "unknown key colour"),
        (GOLAN.replace("lat = 33.0\n", ""), "needs lat"),
        (GOLAN.replace("33.0", '"33.0"'), "is a float"),
        (GOLAN.replace("33.0", "133.0"), "no such place on earth"),
        (GOLAN.replace("35.75", "-180.5"), "no such place on earth"),
        (GOLAN.replace('"region"', '"plateau"'), "unknown kind"),
        (GOLAN.replace('"SYR"', '"Syria"'), "ISO alpha-3"),
        (GOLAN.replace("place/", ""), "starts with place/"),
        (GOLAN + "\n" + GOLAN, "stands twice"),
        (GOLAN + "\n[[city]]\n", "unknown table city"),
        ("", "no rows"),
        ("# nothing yet\n", "no rows"),
        ("[[place]", "TOML"),
    ],
)
def test_rows_that_cannot_be_right_are_refused(tmp_path: Path, regions: str, problem: str) -> None:
    with pytest.raises(BadRule, match=problem) as refused:
        load_gazetteer(folder(tmp_path, regions))
    assert "some.toml" in refused.value.where


def test_other_layouts_of_toml_are_read_too(tmp_path: Path) -> None:
    row = 'place = [{id = "place/x", name = "X", aliases = [], kind = "sea", country = "", lat = 1, lon = 2}]\n'
    assert load_gazetteer(folder(tmp_path, row)).candidates("X")[0].country is None


@pytest.mark.parametrize(
    ("town", "keys"),
    [
        (TOWN, "aleppo\t1\t"),
        (TOWN, "aleppo\t170063"),
        (TOWN.replace("36.201", "north"), "aleppo\t170063\t"),
        (TOWN.replace("36.201", "96.2"), "aleppo\t170063\t"),
        (TOWN.replace("\ttown", "\thamlet"), "aleppo\t170063\t"),
        (TOWN.replace("\ttown", ""), "aleppo\t170063\t"),
    ],
)
def test_towns_that_cannot_be_right_are_refused_when_asked_for(tmp_path: Path, town: str, keys: str) -> None:
    small = load_gazetteer(folder(tmp_path, town=town, keys=keys))
    with pytest.raises(BadRule, match=r"cit(ies|y_keys)\.tsv\.gz#"):
        small.candidates("Aleppo")


def test_files_that_are_missing_or_broken_are_named(tmp_path: Path) -> None:
    at = folder(tmp_path)
    (at / "cities.tsv.gz").write_bytes(b"no gzip")
    with pytest.raises(BadRule, match=r"cities\.tsv\.gz"):
        load_gazetteer(at)
    (at / "cities.tsv.gz").write_bytes(b"".join(packed_lines([b"1\tX"], ("id", "name"))))
    with pytest.raises(BadRule, match="columns"):
        load_gazetteer(at)
    (at / "cities.tsv.gz").unlink()
    with pytest.raises(BadRule, match="cannot be read"):
        load_gazetteer(at)


def test_common_words_stand_in_small_letters(tmp_path: Path) -> None:
    at = folder(tmp_path)
    (at / "common_words.txt").write_text("Police\n", encoding="utf-8")
    with pytest.raises(BadRule, match="Police"):
        load_gazetteer(at)


# --- our data -------------------------------------------------------------------------------------------------------

KNOWN = [
    # name, kind, country, lat, lon
    ("Hawara", "town", "PSE", 32.15, 35.26),
    ("Huwara", "town", "PSE", 32.15, 35.26),
    ("Aleppo", "town", "SYR", 36.2, 37.16),
    ("Aleppo International Airport", "airport", "SYR", 36.18, 37.22),
    ("Deir al-Zour", "town", "SYR", 35.34, 40.14),
    ("Idlib Governorate", "admin1", "SYR", 35.8, 36.7),
    ("Idlib province", "admin1", "SYR", 35.8, 36.7),
    ("Donetsk Oblast", "admin1", "UKR", 48.1, 37.7),
    ("Helmand", "admin1", "AFG", 31.0, 64.0),
    ("Xinjiang", "admin1", "CHN", 41.1, 85.3),
    ("Gaza", "region", "PSE", 31.4, 34.4),
    ("the Golan Heights", "region", "SYR", 33.0, 35.75),
    ("Nagorno Karabakh", "region", "AZE", 39.85, 46.75),
    ("Middle East", "region", None, 29.0, 41.0),
    ("Red Sea", "sea", None, 20.5, 38.5),
    ("South China Sea", "sea", None, 13.0, 114.0),
    ("Strait of Hormuz", "strait", None, 26.57, 56.25),
    ("Suez Canal", "river", "EGY", 30.7, 32.34),
    ("Snake Island", "island", "UKR", 45.25, 30.2),
    ("Second Thomas Shoal", "island", None, 9.75, 115.87),
    ("Bab al-Hawa", "crossing", "SYR", 36.24, 36.68),
    ("Kerem Shalom", "crossing", "ISR", 31.23, 34.28),
    ("Khmeimim", "base", "SYR", 35.41, 35.95),
    ("al-Tanf", "base", "SYR", 33.5, 38.67),
    ("Ain al-Asad", "base", "IRQ", 33.79, 42.44),
    ("Al-Hol", "camp", "SYR", 36.37, 41.15),
    ("Natanz", "facility", "IRN", 33.72, 51.73),
    ("Sheikh Jarrah", "district", "PSE", 31.79, 35.23),
    ("United States", "country", "USA", 39.8, -98.6),
    ("Northern Ireland", "admin1", "GBR", 54.65, -6.7),
    ("Kyiv", "capital", "UKR", 50.45, 30.52),
    ("Paris", "capital", "FRA", 48.85, 2.35),
]


@pytest.mark.parametrize(("name", "kind", "country", "lat", "lon"), KNOWN)
def test_names_of_the_news_are_known(
    places: Gazetteer, name: str, kind: str, country: str | None, lat: float, lon: float
) -> None:
    found = choose(places.candidates(name), Setting())
    assert found is not None
    entry, score = found
    assert (entry.kind, entry.country) == (kind, country)
    assert kilometres((entry.lat, entry.lon), (lat, lon)) < 30
    assert 0 < score <= 1


def test_a_town_of_ours_that_geonames_has_too_is_one_place(places: Gazetteer) -> None:
    (entry,) = (e for e in places.candidates("Deir Ezzor") if e.kind == "town")
    assert entry.id == "place/deir-ez-zor"
    assert entry.geonames_id and entry.population > 100_000 and entry.admin1 == "Deir ez-Zor"


def test_names_that_nobody_bears_are_looked_up_more_loosely(places: Gazetteer) -> None:
    assert places.candidates("northern Aleppo")[0].name == "Aleppo"
    assert "SYR" in {e.country for e in places.candidates("province of Raqqa")}
    assert places.candidates("Xyzzyville") == ()
    assert places.candidates("") == ()


def test_names_to_spot_are_keys_and_no_common_words(places: Gazetteer) -> None:
    names = set(places.own_names())
    assert {"red sea", "bab al hawa"} <= names
    assert not {"police", "of", "us", "march"} & names


def test_our_table_has_every_state_and_far_more(places: Gazetteer) -> None:
    rows = list(places.own())
    count = Counter(row.kind for row in rows)
    assert count["country"] >= 195 and len(rows) >= 700
    assert all(1 <= len(row.name) <= 60 for row in rows)


def test_no_row_repeats_its_own_name(places: Gazetteer) -> None:
    def twice(row: PlaceRow) -> bool:
        written = [name.casefold() for name in (row.name, *row.aliases)]
        return len(written) != len(set(written))

    assert [row.id for row in places.own() if twice(row)] == []


def test_the_data_stay_small() -> None:
    assert sum(path.stat().st_size for path in DATA.rglob("*") if path.is_file()) < 7_500_000


# --- choosing -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "countries", "near", "country", "kind"),
    [
        ("London", {}, [], "GBR", "capital"),
        ("London", {"GBR": 2.0, "CAN": 1.0}, [], "GBR", "capital"),
        ("London", {"CAN": 1.0}, [(43.65, -79.38)], "CAN", "town"),
        ("Tripoli", {}, [], "LBY", "capital"),
        ("Tripoli", {"LBY": 1.0}, [], "LBY", "capital"),
        ("Tripoli", {"LBN": 1.0}, [], "LBN", "town"),
        ("Tripoli", {"LBN": 1.0, "LBY": 0.5}, [(33.89, 35.5)], "LBN", "town"),
        ("Georgia", {}, [], "GEO", "country"),
        ("Georgia", {"RUS": 1.0}, [(41.7, 44.8)], "GEO", "country"),
        ("Georgia", {"USA": 1.0}, [(33.75, -84.39)], "USA", "admin1"),
        ("Paris", {"USA": 1.0}, [], "FRA", "capital"),
        ("Punjab", {"PAK": 1.0}, [], "PAK", "admin1"),
        ("Punjab", {"IND": 1.0}, [], "IND", "admin1"),
        ("Congo", {"COG": 1.0}, [], "COG", "country"),
        ("Congo", {"COD": 1.0}, [], "COD", "country"),
        ("Hyderabad", {}, [], "IND", "town"),
        ("Hyderabad", {"PAK": 1.0}, [(24.9, 67.0)], "PAK", "town"),
        ("Mexico", {"USA": 1.0}, [], "MEX", "country"),
        ("Lebanon", {"USA": 1.0}, [], "LBN", "country"),
    ],
)
def test_the_report_decides_which_namesake_is_meant(
    places: Gazetteer,
    name: str,
    countries: dict[str, float],
    near: list[tuple[float, float]],
    country: str,
    kind: str,
) -> None:
    found = choose(places.candidates(name), Setting(countries, near=near))
    assert found is not None
    assert (found[0].country, found[0].kind) == (country, kind)


def test_without_candidates_nothing_is_chosen() -> None:
    assert choose((), Setting({"SYR": 1.0})) is None


def test_context_makes_surer(places: Gazetteer) -> None:
    tripoli = places.candidates("Tripoli")
    without, given = choose(tripoli, Setting()), choose(tripoli, Setting({"LBY": 1.0}, near=[(32.9, 13.2)]))
    assert without and given and without[1] < given[1]


@pytest.mark.parametrize(
    ("inner", "outer", "country", "province"),
    [
        ("Paris", "Texas", "USA", "Texas"),
        ("Georgetown", "Texas", "USA", "Texas"),
        ("Georgetown", "Guyana", "GUY", "Demerara-Mahaica"),
        ("Athens", "Georgia", "USA", "Georgia"),
        ("Birmingham", "Alabama", "USA", "Alabama"),
        ("Springfield", "Ill.", "USA", "Illinois"),
        ("Victoria", "Australia", "AUS", "Victoria"),
        ("Tripoli", "Lebanon", "LBN", "Liban-Nord"),
        ("Hyderabad", "Sindh", "PAK", "Sindh"),
        ("Valencia", "Carabobo", "VEN", "Carabobo"),
    ],
)
def test_what_is_named_right_behind_a_place_holds_it(
    places: Gazetteer, inner: str, outer: str, country: str, province: str
) -> None:
    pair = choose_pair(places.candidates(inner), places.candidates(outer))
    assert pair is not None
    assert (pair[0].country, pair[0].admin1) == (country, province)
    assert lies_in(*pair)


@pytest.mark.parametrize(("first", "second"), [("Mexico", "Philippines"), ("Syria", "Iraq"), ("Paris", "Berlin")])
def test_lists_of_places_do_not_hold_each_other(places: Gazetteer, first: str, second: str) -> None:
    assert choose_pair(places.candidates(first), places.candidates(second)) is None


@pytest.mark.parametrize(
    ("name", "setting", "country"),
    [
        ("Madison County", Setting(provinces={("USA", "kentucky"): 2.0, ("USA", "ohio"): 1.0}), "Kentucky"),
        ("Springfield", Setting(provinces={("USA", "illinois"): 1.0}), "Illinois"),
        ("Birmingham", Setting(beside={"USA": 3.0}, provinces={("USA", "alabama"): 1.0}), "Alabama"),
    ],
)
def test_provinces_and_neighbours_decide_too(places: Gazetteer, name: str, setting: Setting, country: str) -> None:
    found = choose(places.candidates(name), setting)
    assert found is not None and found[0].admin1 == country
