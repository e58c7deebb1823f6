"""Which language a text is taken to be in."""

from collections.abc import Callable

import pytest

from dragoman.backends.languages import language_detector

DETECT = language_detector()
ENGLISH = "The foreign minister said on Monday that the talks about the river would go on until the end of the week. "


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH * 3, "en"),
        (
            "Der Außenminister sagte am Montag, dass die Gespräche über den Fluss bis zum Ende der Woche dauern. " * 3,
            "de",
        ),
        ("وزير الخارجية يلتقي نظيره في العاصمة", "ar"),
        ("Al-Kasr", "en"),
        ("12 34", "en"),
        ("", "en"),
        ("\ud800", "en"),
    ],
)
def test_language(text: str, code: str) -> None:
    assert DETECT(text) == code


SHORT_ENGLISH = [
    "Iran met Syria.",
    "Nicolas Sarkozy visited Rio de Janeiro.",
    "President Luiz Inacio Lula da Silva visited Buenos Aires.",
    "Mohammad Reza Ashtiani met Salah al-Din Kaser al-Ghanem in Damascus.",
    "Xi Jinping, Li Keqiang, Wang Yi",
    "Uganda banned demonstrations in Kampala.",
    "Azerbaijan blockaded Nagorno-Karabakh.",
    "Angela Merkel met Frank-Walter Steinmeier.",
    "Hun Manet and Phumtham Wechayachai met in Putrajaya",
    "China sent vaccines to Zimbabwe.",
    "Bogotá recalled its attaché.",
    "Côte d'Ivoire signed a communiqué with São Tomé and Príncipe.",
    "José Mujica visited São Paulo.",
    "Al-Shabaab fighters killed six soldiers in El Adde",
]


@pytest.mark.parametrize("written", [str, str.lower, str.upper])
@pytest.mark.parametrize("text", SHORT_ENGLISH)
def test_a_short_english_sentence_is_english_however_written(text: str, written: Callable[[str], str]) -> None:
    assert DETECT(written(text)) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre a visité Paris hier. L'armée a bombardé le village.",
        "Macron a rencontré Merkel.",
        "La Russie condamne l'attaque.",
        "Le président est arrivé à Kiev lundi.",
        "LE MINISTRE A VISITÉ PARIS HIER. L'ARMÉE A BOMBARDÉ LE VILLAGE.",
        "Der Minister reiste nach Moskau.",
        "Russland verurteilt den Angriff.",
        "die armee bombardierte das dorf am montag und zog sich dann wieder zurück.",
        "El ministro visitó Madrid ayer.",
        "Rusia condena el ataque.",
        "Il ministro ha visitato Roma ieri.",
        "L'esercito ha bombardato il villaggio.",
        "O exército bombardeou a aldeia na segunda-feira.",
        "Lula encontrou Putin em Moscou.",
        "De minister bezocht Moskou gisteren.",
        "Het leger bombardeerde het dorp op maandag.",
        "Minister odwiedził wczoraj Moskwę.",
        "Bakan dün Moskova'yı ziyaret etti.",
        "Menteri mengunjungi Moskow kemarin.",
        "Ministern besökte Moskva i går.",
        "Ministrul a vizitat Moscova ieri.",
    ],
)
def test_a_short_sentence_of_another_language_is_not(text: str) -> None:
    assert DETECT(text) != "en"
