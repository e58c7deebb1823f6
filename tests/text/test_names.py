"""Features of two names laid beside each other, one by one."""

import pytest

from dragoman.lexicon.name_rules import load_name_rules
from dragoman.lexicon.names import compare_names
from dragoman.settings import DATA
from dragoman.text.name_features import contradiction, left_out, order, rarity, spelled
from dragoman.text.name_pairs import Pair, lay
from dragoman.text.name_parts import cut

RULES = load_name_rules(DATA / "names", DATA / "actors" / "countries")


def pair(names: str) -> Pair:
    a, b = names.split(" | ")
    return lay(cut(a, RULES), cut(b, RULES), RULES)


@pytest.mark.parametrize(
    ("names", "level"),
    [
        ("Ali Larijani | Larijani, Ali", "same"),
        ("Esmail Qaani | Ismail Ghaani", "spelling"),
        ("Kim Jong-un | Kim Chong-un", "spelling"),
        ("Zhou Enlai | Chou En-lai", "spelling"),
        ("علی خامنه‌ای | Ali Khamenei", "spelling"),
        ("Hossein Amir-Abdollahian | Hossein Amirabdollahian", "same"),
        ("Tony Blinken | Antony Blinken", "form"),
        ("B. Netanyahu | Benjamin Netanyahu", "initials"),
        ("JC Juncker | Jean-Claude Juncker", "initials"),
        ("Benjamin Natanyaho | Benjamin Netanyahu", "spelling"),
        ("Vladimir Pulin | Vladimir Putin", "typing"),
        ("Tony Blimken | Antony Blinken", "doubtful"),
        ("NATO | North Atlantic Treaty Organization", "acronym"),
        ("N. N. | Nursultan Nazarbayev", "initials-only"),
        ("Olaf Scholz | Emmanuel Macron", "nothing"),
    ],
)
def test_spelled(names: str, level: str) -> None:
    assert spelled(pair(names)).level == level


@pytest.mark.parametrize(
    ("names", "level"),
    [
        ("Ali Larijani | Ali Ardashir Larijani", "one"),
        ("Ali Larijani | Ali Larijani", "nothing"),
        ("Ali Larijani | Sadeq Larijani", "nothing"),
        ("Osama bin Laden | Osama bin Mohammed bin Awad bin Laden", "few"),
        ("Javad Zarif | Mohammad Javad Zarif", "one"),
        ("Ayub Khan | Gohar Ayub Khan", "front"),
        ("Josep Borrell | Josep Borrell Fontelles", "end"),
        ("Saif al-Rawi | Saif Fulayyih Hassan Taha al-Rawi", "many"),
        ("Assad | Bashar al-Assad", "all-but-family"),
        ("Xi | Xi Jinping", "all-but-family"),
        ("Bashar | Bashar al-Assad", "all-but-given"),
        ("King Fahd | Fahd bin Abdulaziz", "all-but-family"),
        ("Salman | Mohammed bin Salman", "all-but-family"),
        ("King Salman | Mohammed bin Salman", "all-but-father"),
        ("Reza | Mohammad Reza Ashtiani", "all-but-middle"),
        ("Donald Trump | Donald Trump Jr.", "generation"),
        ("Victory | Victory 3", "number"),
        ("Felipe of Spain | King Felipe", "realm"),
        ("Siemens | Siemens Spain S.A.", "place"),
        ("Siemens AG | Siemens Energy AG", "word"),
    ],
)
def test_left_out(names: str, level: str) -> None:
    assert left_out(pair(names)).level == level


@pytest.mark.parametrize(
    ("names", "level"),
    [
        ("Ali Larijani | Ali Ardashir Larijani", "none"),
        ("Ali Larijani | Ali Khamenei", "family"),
        ("Ali Larijani | Sadeq Larijani", "given"),
        ("Mohammad Bagheri | Mohammad Bagher Ghalibaf", "family"),
        ("Igor Ivanovich Ivanov | Igor Sergeyevich Ivanov", "patronymic"),
        ("Ali Reza Akbari | Ali Akbar Akbari", "middle"),
        ("George W. Bush | George H. W. Bush", "initials"),
        ("Elizabeth I | Elizabeth II", "none"),
        ("John Paul II | John Paul III", "generation"),
        ("55th Brigade | 47th Brigade", "number"),
        ("Trust Series 4 | Trust Series 5", "series"),
        ("Bank of China (Singapore) | Bank of China (Australia)", "place"),
        ("Ministry of Defence | Ministry of Justice", "word"),
    ],
)
def test_contradiction(names: str, level: str) -> None:
    assert contradiction(pair(names)).level == level


@pytest.mark.parametrize(
    ("names", "level"),
    [
        ("Ali Larijani | Ali Larijani", "kept"),
        ("Shinzo Abe | Abe Shinzo", "turned"),
        ("Assad, Bashar al- | Bashar al-Assad", "kept"),
        ("Hassan bin Ali | Ali bin Hassan", "exchanged"),
        ("Khalifa bin Hamad | Hamad bin Khalifa", "exchanged"),
        ("Abdullah Abdullah | Dr. Abdullah Abdullah", "kept"),
    ],
)
def test_order(names: str, level: str) -> None:
    assert order(pair(names)).level == level


@pytest.mark.parametrize(
    ("names", "level"),
    [("Kim | Kim Jong-un", "common"), ("Xi | Xi Jinping", "rare"), ("Mohammad Ali | Mohammad Ali", "rare")],
)
def test_rarity(names: str, level: str) -> None:
    assert rarity(pair(names)).level == level


def test_reasons_are_short() -> None:
    assert compare_names("Bashar al-Assad", "Assad, Bachar el-").why == ("spelled: spelling (bachar, bashar)",)
    assert compare_names("", "").why == ("blank: one of the names is empty",)
