"""How a written name is cut, with the data that is shipped."""

import pytest

from dragoman.lexicon.name_rules import load_name_rules
from dragoman.settings import DATA
from dragoman.text.name_parts import Name, cut

RULES = load_name_rules(DATA / "names", DATA / "actors" / "countries")


def parts(name: str) -> Name:
    return cut(name, RULES)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Bashar al-Assad", "bashar assad"),
        ("Assad, Bashar al-", "bashar assad"),
        ("Ursula von der Leyen", "ursula leyen"),
        ("President Bashar al-Assad", "(president) bashar assad"),
        ("Brigadier General Mohammad Bagheri", "(brigadier) (general) mohammad bagheri"),
        ("Sayyid Ali Khamenei", "(sayyid) ali khamenei"),
        ("Sayyid Khamenei", "sayyid khamenei"),
        ("Hafez al-Assad", "hafez assad"),
        ("Abd al-Rahman al-Rashed", "abdrahman rashed"),
        ("Abdulrahman Rashed", "abdrahman rashed"),
        ("Saif al-Din", "saifdin"),
        ("Seifeddine", "seifdin"),
        ("Joseph R. Biden, Jr.", "joseph r biden jr"),
        ("Elizabeth II", "elizabeth 2"),
        ("XI Jinping", "xi jinping"),
        ("SergeiLavrov", "sergei lavrov"),
        ("Ig0r Sech1n", "igor sechin"),
        ("محمد بن سلمان", "mhmd slmn"),
        ("习近平", "xi jinping"),
        ("김정은", "gim jeongeun"),
        ("贝拉克·奥巴马", "beilake aobama"),
        ("55th Brigade", "55 (brigade)"),
        ("Brigade Forty-Four", "(brigade) 44"),
        ("Siemens AG", "siemens"),
        ("OOO Oboronnye Initsiativy", "oboronnye initsiativy"),
        ("A.B.C. Company", "abc"),
        ("Apple, Inc.", "apple"),
        ("The World Bank", "world bank"),
        ("", ""),
        ("—", ""),
    ],
)
def test_the_words_of_a_name(name: str, words: str) -> None:
    assert " ".join(f"({w.text})" if w.light else w.text for w in parts(name).words) == words


@pytest.mark.parametrize(
    ("name", "split"),
    [
        ("Kim Jong-un", ("kim", "jongun")),
        ("Jong-un Kim", ("kim", "jongun")),
        ("Kim, Jong-un", ("kim", "jongun")),
        ("President Xi Jinping", ("xi", "jinping")),
        ("Mao Tse-tung", ("mao", "tsetung")),
        ("Bashar al-Assad", None),
        ("Boris Johnson", None),
    ],
)
def test_family_and_given_name_of_the_east(name: str, split: tuple[str, str] | None) -> None:
    assert parts(name).asian == split


@pytest.mark.parametrize("name", ["Siemens AG", "Wagner Group", "Bank Melli", "55th Brigade", "JSC Rosneft"])
def test_bodies(name: str) -> None:
    assert parts(name).body


@pytest.mark.parametrize("name", ["Bashar al-Assad", "Sal Mineo", "Abu Jihad", "KIM Jong-un"])
def test_people(name: str) -> None:
    assert not parts(name).body
