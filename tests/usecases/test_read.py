"""The layers as JSON."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from dragoman.errors import BadSetting
from dragoman.model import Reading
from dragoman.pipeline import LAYERS
from dragoman.usecases.read import WRITERS, layer_writer, parse_layers

TEXT = (
    "Talks in Geneva\n\nSpokesman Ali Haddad said on 5 March 2021 that the French president met the Turkish president "
    "in Ankara. He denied that Libyan troops had crossed the border."
)


@pytest.fixture(scope="module")
def record(read: Callable[..., Reading]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(layer_writer(tuple(WRITERS))(read(TEXT, id="r1"))))
    return found


def test_every_layer_can_be_written() -> None:
    assert set(WRITERS) == LAYERS


@pytest.mark.parametrize(
    ("names", "layers"),
    [("mentions", ("mentions",)), (" times , places,", ("times", "places")), ("cues,cues", ("cues",))],
)
def test_parse_layers(names: str, layers: tuple[str, ...]) -> None:
    assert parse_layers(names) == layers


@pytest.mark.parametrize("names", ["", ",", "mention", "mentions,Times"])
def test_parse_layers_refuses(names: str) -> None:
    with pytest.raises(BadSetting, match="there are sections, tokens, sentences"):
        parse_layers(names)


KEYS = {
    "sections": {"kind", "start", "end"},
    "sentences": {"start", "end"},
    "tokens": {"start", "end", "word"},
    "mentions": {"start", "end", "kind", "subkind", "name", "country", "actor_id", "text"},
    "places": {"start", "end", "name", "lat", "lon", "country", "geonames_id", "score"},
    "times": {"start", "end", "earliest", "latest", "granularity", "rule"},
    "roles": {"holder", "office", "body", "country", "earliest", "latest", "evidence"},
    "attributions": {"cue", "content", "sources"},
    "events": {"kind", "id", "report", "type", "evidence"},
}


@pytest.mark.parametrize("layer", KEYS)
def test_what_a_layer_says(record: dict[str, Any], layer: str) -> None:
    assert record["id"] == "r1"
    assert record[layer]
    assert all(KEYS[layer] <= item.keys() for item in record[layer])


@pytest.mark.parametrize("layer", ["mentions", "tokens", "names"])
def test_offsets_point_at_the_words(record: dict[str, Any], layer: str) -> None:
    assert all(TEXT[i["start"] : i["end"]] == i.get("text", i.get("word")) for i in record[layer])


def test_trees_are_columns_over_sentences(record: dict[str, Any]) -> None:
    assert len(record["trees"]) == len(record["sentences"])
    parsed = [tree for tree in record["trees"] if tree]
    assert parsed
    assert all(len(t["tags"]) == len(t["deps"]) == len(t["heads"]) for t in parsed)


def test_times_are_days(record: dict[str, Any]) -> None:
    assert {"earliest": "2021-03-05", "latest": "2021-03-05"}.items() <= record["times"][0].items()
