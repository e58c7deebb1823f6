"""What a query asks for: records whose words, parties, sources or report hold all words of the query."""

from collections.abc import Iterable

from dragoman.model import Claim, Coded, Document, Party, Transfer
from dragoman.text.fold import fold


def asks_for(query: str, told: Iterable[str | None]) -> bool:
    """Whether each word of a query begins a word of what is told; an empty query asks for everything."""
    known = {word for words in told if words for word in _words(words)}
    return all(any(word.startswith(asked) for word in known) for asked in _words(query))


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in fold(text)).split()


def told_by(record: Claim | Transfer, document: Document, content: str) -> list[str | None]:
    """The words that a claim or transfer is found by."""
    sides = (record.subject, record.target) if isinstance(record, Claim) else (record.supplier, record.recipient)
    what = (record.measure, record.unit) if isinstance(record, Claim) else (record.item.value, record.category)
    sources = record.claimed_by if isinstance(record, Claim) else record.sources
    report = (document.id, document.title, document.publisher)
    return [record.sentence.of(content), *what, *report, *_names(sides), *(source.value.name for source in sources)]


def _names(sides: Iterable[Coded[Party] | None]) -> Iterable[str | None]:
    for side in sides:
        if side is not None:
            yield side.value.name
            yield side.value.country
