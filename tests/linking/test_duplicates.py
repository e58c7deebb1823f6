"""Copies of one report, and reports that only speak of the same thing."""

import pytest

from dragoman.linking.duplicates import copied, lineages, sketch

WIRE = " ".join(
    f"The ministers of group {i} met in hall {i * 7} and agreed on point {i * 3} of the list." for i in range(40)
)
OTHER = " ".join(
    f"Rain fell on district {i} while convoy {i * 5} waited at gate {i * 2} for its papers." for i in range(40)
)


@pytest.mark.parametrize(
    ("second", "same"),
    [
        (WIRE, True),
        (WIRE.upper(), True),
        ("Our correspondent adds a line. " + WIRE, True),
        (WIRE[: len(WIRE) // 2], True),
        (OTHER, False),
        (WIRE[: len(WIRE) // 4] + OTHER, False),
        ("Too short to tell.", False),
        ("", False),
    ],
)
def test_copies_are_of_one_lineage(second: str, same: bool) -> None:
    assert lineages({"a": WIRE, "b": second}) == {"a": "a", "b": "a" if same else "b"}


def test_a_short_text_is_never_a_copy() -> None:
    assert copied(sketch("Just a few words here."), sketch("Just a few words here.")) == 0.0


def test_a_footer_that_all_share_makes_no_copies() -> None:
    footer = " ".join(f"All rights reserved under clause {i} of act {i}." for i in range(60))
    texts = {str(n): f"Story {n}. {footer}" for n in range(60)}
    assert set(lineages(texts).values()) == set(texts)
