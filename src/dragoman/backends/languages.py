"""Which language a text is in."""

import functools
from collections.abc import Callable, Sequence

from py3langid import langid

SAMPLE = 4000  # characters that are looked at
SHORT = 200  # below this a guess in a Latin script is worth less than the default
DEFAULT = "en"


def language_detector() -> Callable[[str], str]:
    """A function from a text to its ISO 639-1 code. The model is loaded at its first use."""
    model = functools.cache(_model)

    def detect(text: str) -> str:
        letters = [ch for ch in text[:SAMPLE] if ch.isalpha()]
        if not letters:
            return DEFAULT
        if len(text) < SHORT and _is_latin(letters):
            return DEFAULT
        return str(model().classify(text[:SAMPLE].encode("utf-8", "replace"))[0])

    return detect


def _model() -> langid.LanguageIdentifier:
    return langid.LanguageIdentifier.from_modelpath(langid.MODEL_DIR / langid.MODEL_FILE, norm_probs=True)


def _is_latin(letters: Sequence[str]) -> bool:
    """Whether the script leaves English open at all."""
    return sum(ch < "\u0250" for ch in letters) * 2 > len(letters)
