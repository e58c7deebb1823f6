"""Which language a text is in."""

import functools
from collections.abc import Callable, Sequence

from py3langid import langid

SAMPLE = 4000  # characters that are looked at
SHORT = 200  # below this another language in Latin letters must be far likelier than the default
FEWEST = 3  # words below which a text in Latin letters tells nothing
FAR = 300  # times as likely as the default, where small letters and capitals cannot be told apart
NEAR = 20  # the same, both with and without the words in capitals, which are names for the most part
DEFAULT = "en"
RIVALS = frozenset({
    "az", "bs", "ca", "cs", "cy", "da", "de", "es", "et", "eu", "fi", "fr", "ga", "gl", "hr", "hu", "id", "is", "it",
    "lt", "lv", "ms", "mt", "nb", "nl", "nn", "no", "pl", "pt", "ro", "sk", "sl", "so", "sq", "sr", "sv", "sw", "tl",
    "tr", "uz", "vi",
})  # fmt: skip
"""What a short text in Latin letters may be in besides: other languages resemble names more often than they are met."""


def language_detector() -> Callable[[str], str]:
    """A function from a text to its ISO 639-1 code. The model is loaded at its first use."""
    model = functools.cache(_model)

    def detect(text: str) -> str:
        letters = [ch for ch in text[:SAMPLE] if ch.isalpha()]
        if not letters:
            return DEFAULT
        if len(text) < SHORT and _is_latin(letters):
            return _of_short(text, model())
        return str(model().classify(_bytes(text[:SAMPLE]))[0])

    return detect


def _of_short(text: str, model: langid.LanguageIdentifier) -> str:
    """The language of a sentence or two: the default unless all speaks against it."""
    words = [word for word in text.split() if any(ch.isalpha() for ch in word)]
    if len(words) < FEWEST:
        return DEFAULT
    plain = [word for word in words if not word[0].isupper()]
    if len(plain) in (0, len(words)):
        name, times = _likeliest(text.lower(), model)
        return name if times > FAR else DEFAULT
    name, times = _likeliest(text, model)
    return name if min(times, _likeliest(" ".join(plain), model)[1]) > NEAR else DEFAULT


def _likeliest(text: str, model: langid.LanguageIdentifier) -> tuple[str, float]:
    """The likeliest rival, and how many times as likely as the default it is."""
    chances = dict(model.rank(_bytes(text)))
    name = max(RIVALS & chances.keys(), key=lambda rival: (chances[rival], rival))
    return name, float(chances[name]) / max(float(chances[DEFAULT]), 1e-12)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _model() -> langid.LanguageIdentifier:
    return langid.LanguageIdentifier.from_modelpath(langid.MODEL_DIR / langid.MODEL_FILE, norm_probs=True)


def _is_latin(letters: Sequence[str]) -> bool:
    """Whether the script leaves English open at all."""
    return sum(ch < "\u0250" for ch in letters) * 2 > len(letters)
