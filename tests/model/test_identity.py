"""Ids come from what a thing is: the same input keeps its ids, other input gets others."""

from dragoman.model import Span
from dragoman.model.identity import actor_id, digest, document_id, record_id, sha256, text_id


def test_ids_do_not_change_from_run_to_run() -> None:
    """Archives hold these: a change of the recipe would orphan every judgement."""
    assert document_id(None, None, "Ankara recalled its ambassador.") == "doc-" + digest(
        "words", "", "Ankara recalled its ambassador."
    )
    assert record_id("event", "abc", Span(7, 15), 2) == "e:abc:7-15:2"
    assert digest("ab", "c") == "eecd343379dc"
    assert sha256(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_a_document_is_known_by_its_address_before_its_words() -> None:
    url = "https://example.org/1"
    assert document_id("A", url, "one") == document_id("B", url, "two")
    assert document_id("A", None, "one") != document_id("B", None, "one")
    assert document_id("A", None, "one") != document_id("A", None, "two")
    assert document_id(None, None, url) != document_id(None, url, "")


def test_parts_do_not_run_into_each_other() -> None:
    assert digest("ab", "c") != digest("a", "bc") != digest("abc")


def test_half_a_surrogate_pair_has_a_digest_too() -> None:
    assert len(digest("\ud800")) == 12


def test_texts_differ_by_document_extractor_and_words() -> None:
    ids = {text_id(*parts) for parts in (("d", "x", "t"), ("e", "x", "t"), ("d", "y", "t"), ("d", "x", "u"))}
    assert len(ids) == 4


def test_records_differ_by_kind_words_and_ordinal() -> None:
    ids = {
        record_id(kind, "t", span, n)
        for kind in ("event", "claim", "statement", "transfer")
        for span in (Span(0, 1), Span(0, 2))
        for n in (0, 1)
    }
    assert len(ids) == 16


def test_actors_are_minted_from_their_parts() -> None:
    assert actor_id("a", "b") == actor_id("a", "b") != actor_id("b", "a")
    assert actor_id("a").startswith("actor-")
