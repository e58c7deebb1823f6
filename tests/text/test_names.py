"""Whether two written names can be one: better/worse pairs that an expert can extend."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.text.names import alike, may_be_one, name_words


def words(name: str) -> tuple[str, ...]:
    return name_words(name.replace("-", " - ").split())


@pytest.mark.parametrize(
    ("a", "b"),
    [line.split(" = ") for line in (
        "Mohammad Reza Ashtiani = Ashtiani",
        "Mohammad Reza Ashtiani = Ashitaini",
        "Mohammad Reza Ashtiani = Mohammad-Reza Ashitani",
        "Muammar Gaddafi = Moammar Qaddafi",
        "Muammar al-Gaddafi = Gadhafi",
        "Khaled Mashal = Khalid Mashaal",
        "Ismail Haniyeh = Haniyah",
        "Bashar al-Assad = Assad",
        "Bashar al-Assad = Bashar Asad",
        "Salah al-Din Kaser al-Ghanem = Ghanem",
        "Recep Tayyip Erdoğan = Erdogan",
        "Volodymyr Zelensky = Zelenskyy",
        "Volodymyr Zelenskyy = Vladimir Zelensky",
        "Mohammed bin Salman = Muhammad bin Salman",
        "Emmanuel Macron = Macron",
    )],
)  # fmt: skip
def test_spellings_of_one_name(a: str, b: str) -> None:
    assert may_be_one(words(a), words(b))


@pytest.mark.parametrize(
    ("a", "b"),
    [line.split(" = ") for line in (
        "Emmanuel Macron = Olaf Scholz",
        "Sergei Lavrov = Sergei Ryabkov",
        "Sergei Lavrov = Sergei",
        "Hassan Rouhani = Hassan Nasrallah",
        "Ali Khamenei = Ali Larijani",
        "Sadeq Larijani = Ali Larijani",
        "Vladimir Putin = Volodymyr Zelensky",
        "Abbas Araghchi = Mahmoud Abbas",
        "George Bush = George Soros",
        "Xi = Li",
        "Kim = Kem",
    )],
)  # fmt: skip
def test_names_of_two(a: str, b: str) -> None:
    assert not may_be_one(words(a), words(b))


@pytest.mark.parametrize(
    ("name", "telling"),
    [
        ("Bashar al-Assad", ("bashar", "assad")),
        ("Mohammed bin Salman", ("mohammed", "salman")),
        ("J. Smith", ("j", "smith")),
        ("The", ("the",)),
        ("", ()),
    ],
)
def test_name_words(name: str, telling: tuple[str, ...]) -> None:
    assert words(name) == telling


def test_nobody_is_like_nobody() -> None:
    assert not may_be_one((), ())
    assert not may_be_one((), ("assad",))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="aehikmnqrsty", max_size=9), st.text(alphabet="aehikmnqrsty", max_size=9))
def test_likeness_goes_both_ways(a: str, b: str) -> None:
    assert alike(a, b) == alike(b, a)
    assert alike(a, a)
