"""What the head of a text says about itself."""

from pathlib import Path

import pytest

import dragoman
from dragoman.lexicon.layout import load_layout
from dragoman.text.front import front

WORDS = load_layout(Path(dragoman.__path__[0]) / "data" / "lang" / "en" / "sections.toml")
PROSE = "The envoy of Norland met his counterpart from Sudmark on 3 March 2020 and spoke about the river."


@pytest.mark.parametrize(
    ("head", "title", "published"),
    [
        ("Norland recalls its envoy\n\nBy News Desk - January 23 2023", "Norland recalls its envoy", "2023-01-23"),
        ("Norland recalls its envoy\n\nPublished: 4 May 2021", "Norland recalls its envoy", "2021-05-04"),
        ("4th Sept. 2021", None, "2021-09-04"),
        ("KASR, March 5, 2023 – The army left.", None, "2023-03-05"),
        ("KASR (March 5, 2023): The army left.", None, "2023-03-05"),
        ("By Jane Roe, 31 February 2023", None, None),
        ("The army left on March 5, 2023.", None, None),
        ("On March 5, 2023, the army left.", None, None),
        ("Overview", None, None),
    ],
)
def test_front(head: str, title: str | None, published: str | None) -> None:
    found = front(f"{head}\n\n{PROSE}", WORDS)
    assert (found.title, found.published) == (title, published)
