"""Words out of characters, by the conventions of the English Universal Dependencies treebanks.

Contractions and possessives are split (do n't, Iran 's), hyphens between letters too (Iranian - made), while names
with digits (S-300, Khordad-15), addresses, numbers and abbreviations stay whole. Time is linear in the text.
"""

import re
from collections.abc import Iterable, Iterator

_WORD = r"[^\W\d_](?:[\w\u0300-\u036f])*"
_CLITIC = r"(?:s|re|ve|ll|d|m|t|S)\b"
_INVISIBLE = r"\s\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad"
_SUFFIXES = "com|org|net|ir|info|gov|edu|tv|news|co|io|il|ru|ua|sy|iq|lb|tr|uk|eu|int|mil|me|ps|ae|sa|qa"


def compile_tokens(abbreviations: Iterable[str], prefixes: Iterable[str]) -> re.Pattern[str]:
    """The pattern of a token. `abbreviations` keep their full stop (Gen.), `prefixes` their hyphen (co-operation)."""
    shortened = "|".join(sorted((re.escape(a.rstrip(".")) for a in abbreviations), key=len, reverse=True))
    bound = "|".join(sorted(map(re.escape, prefixes), key=len, reverse=True))
    kinds = (
        r"https?://[^\s<>\"”’)\]]*[^\s<>\"”’)\].,;:!?]",
        r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}",
        rf"(?<![\w.])[\w-]{{1,40}}(?:\.[\w-]{{1,40}}){{0,3}}\.(?:{_SUFFIXES})\b(?![\w-])",
        r"[@#]\w+",
        r"(?<![\w.])(?:[^\W\d_]\.){2,}",
        r"(?<![\w.])[A-Z]\.(?=\s+[A-Z])",  # an initial: Stephen J. Townsend
        rf"(?<![\w.-])(?:{shortened})\.(?!\w)",
        r"\d{1,4}(?:st|nd|rd|th|s)\b",
        r"\d+(?:[.,:/]\d+)*",
        r"[^\W\d_]{1,20}-\d[\w/]*",
        rf"(?i:\b(?:{bound}))-[^\W\d_]\w*",
        r"(?i:\bcan(?=not\b))",
        r"[^\W\d_]+?(?=[nN]['’][tT]\b)",
        r"[nN]['’][tT]\b",
        rf"['’]{_CLITIC}",
        rf"{_WORD}(?:['’ʼʿ`](?!{_CLITIC}){_WORD})*",
        r"\.{2,}|-{2,}",
        rf"[^{_INVISIBLE}]",
    )
    return re.compile("|".join(kinds))


def spans(pattern: re.Pattern[str], content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the tokens of `content[start:end]` stand."""
    for match in pattern.finditer(content, start, end):
        yield match.span()
