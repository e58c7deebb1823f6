"""Which language a text is taken to be in."""

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
