"""Countries and organisations: one file a country, ids of their own, names that are no common words."""

from pathlib import Path

import pytest

from dragoman.errors import BadRule
from dragoman.lexicon.actors import (
    Country,
    CountryRow,
    OrganisationRow,
    country_phrases,
    load_countries,
    load_organisations,
    organisation_phrases,
)

COUNTRY = (
    'id = "xla"\nkind = "state"\ncountry = "XLA"\nname = "Xland"\ndemonyms = ["Xish", "Xlandians"]\ncapital = "Xtown"\n'
)
BODY = '[[bodies]]\nid = "xla/army"\nname = "Xland Army"\nkind = "body"\nsector = "MIL"\naliases = ["RAW"]\n'


def folder(path: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (path / f"{name}.toml").write_text(text, encoding="utf-8")
    return path


def test_a_country_with_its_bodies(tmp_path: Path) -> None:
    (country,) = load_countries(folder(tmp_path, xla=COUNTRY + BODY))
    assert country.row.country == "XLA" and country.bodies[0].sector == "MIL"


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        ({"yla": COUNTRY}, r'yla\.toml: its id is "xla"; name the file xla\.toml'),
        ({"xla": COUNTRY + BODY + BODY}, "xla/army stands twice"),
        ({"xla": COUNTRY.replace("capital", "capitol")}, r"xla\.toml: unknown key capitol"),
        ({"xla": COUNTRY + BODY + 'country = "XLA"\n'}, r"xla\.toml#xla/army: unknown key country"),
        ({"xla": COUNTRY.replace('country = "XLA"', "country = false")}, "country: is a str, got False"),
        ({"xla": ""}, "has no rows"),
    ],
)
def test_a_wrong_country_is_refused(tmp_path: Path, texts: dict[str, str], message: str) -> None:
    with pytest.raises(BadRule, match=message):
        load_countries(folder(tmp_path, **texts))


def test_an_organisation_is_told_once_over_all_files(tmp_path: Path) -> None:
    row = '[[actor]]\nid = "org/x"\nname = "X Front"\nkind = "armed_group"\nsector = "REB"\ncountry = ""\n'
    with pytest.raises(BadRule, match="org/x stands twice"):
        load_organisations(folder(tmp_path, a=row, b=row))


def test_phrases_of_a_country(tmp_path: Path) -> None:
    found = {
        p.words: (p.value.kind, p.value.subkind, p.cased)
        for p in country_phrases(load_countries(folder(tmp_path, xla=COUNTRY + BODY)))
    }
    assert found["Xland"] == ("place", "country", False)
    assert found["Xtown"] == ("place", "capital", True)
    assert found["Xish"] == ("nationality", "nationality", True)
    assert found["Xlandians"] == ("nationality", "nationality", False)
    assert found["Xland Army"] == ("organisation", "body", False)
    assert found["RAW"] == ("organisation", "body", True), "raw is a word"


def test_a_state_that_is_gone_comes_after_its_heir() -> None:
    old, new = (
        Country(CountryRow(i, "state", i.upper(), i, capital="Town", dissolved=d), ())
        for i, d in (("old", "1991"), ("new", ""))
    )
    capitals = [p.value.country for p in country_phrases((old, new)) if p.words == "Town"]
    assert capitals == ["NEW", "OLD"]


def test_an_organisation_without_a_country_has_none() -> None:
    (phrase, *_) = organisation_phrases([OrganisationRow("org/x", "X Front", "armed_group", "REB", "")])
    assert phrase.value.country is None and phrase.value.rule == "actors/organisations#org/x"
