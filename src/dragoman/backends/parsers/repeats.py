"""Each different word of a batch is embedded once: words recur, and what they are embedded by is in their letters."""

from collections.abc import Callable
from typing import Any

import numpy as np
from spacy.language import Language
from thinc.api import Model, chain, with_array

EMBEDDING = ("extract_features", "list2ragged", "with_array(", "with_array(maxout", "ragged2list")  # MultiHashEmbed


def embed_once(nlp: Language) -> None:
    """Change the encoders of a pipeline that will not be trained; those of another build stay as they are."""
    for _, component in nlp.pipeline:
        for node in list(component.model.walk()) if hasattr(component, "model") else ():
            if _is_embedding(node):
                features, mix = node.layers[2].layers[0], node.layers[3].layers[0]
                node.layers[2:4] = [with_array(_once(chain(features, mix)))]


def _is_embedding(node: Model[Any, Any]) -> bool:
    """Whether a node turns words by their features alone into vectors."""
    names = [layer.name for layer in node.layers]
    return len(names) == len(EMBEDDING) and all(map(str.startswith, names, EMBEDDING))


def _once(layer: Model[Any, Any]) -> Model[Any, Any]:
    """The layer, asked for each different row once."""
    return Model(f"once({layer.name})", _forward, layers=[layer])


def _forward(model: Model[Any, Any], rows: Any, is_train: bool) -> tuple[Any, Callable[[Any], Any]]:
    if is_train:
        raise NotImplementedError("a pipeline that embeds each word once is not trained")
    whole_rows = np.ascontiguousarray(rows).view([("row", np.void, rows.dtype.itemsize * rows.shape[1])]).ravel()
    _, first, place = np.unique(whole_rows, return_index=True, return_inverse=True)
    vectors, backprop = model.layers[0](rows[first], is_train)
    return vectors[place], backprop
