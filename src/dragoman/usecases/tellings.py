"""Events of an archive as tellings, and which of them are taken to be one thing that happened."""

from collections.abc import Iterator, Mapping, Sequence

from dragoman.linking.duplicates import lineages
from dragoman.linking.incidents import link
from dragoman.linking.tellings import Telling, telling_words
from dragoman.model import Claim
from dragoman.ports import Filed


def tellings_of(filed: Filed, origin: Mapping[str, str]) -> Iterator[Telling]:
    """The events of one report, each with its words, its numbers and the text that its report goes back to."""
    numbers: dict[str, set[float]] = {}
    for claim in filed.claims:
        if claim.about:
            numbers.setdefault(claim.about, set()).update(_numbers(claim))
    for event in filed.events:
        words = telling_words(event.sentence.of(filed.text.content))
        yield Telling(event, filed.document, origin[filed.text.id], words, frozenset(numbers.get(event.id, ())))


def incident_of(filed: Sequence[Filed], owners: Mapping[str, str]) -> dict[str, str]:
    """The incident of each event; `owners` tells who owns which outlet."""
    origin = lineages({item.text.id: item.text.content for item in filed})
    linked = link([telling for item in filed for telling in tellings_of(item, origin)], owners)
    return {event: one.incident.id for one in linked for event in one.incident.events}


def _numbers(claim: Claim) -> Iterator[float]:
    return (value for value in (claim.low, claim.high) if value is not None and value > 1)
