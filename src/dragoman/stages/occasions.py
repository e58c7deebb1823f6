"""When the event was that a time expression counts from: two weeks before **the visit**, since **the earthquake**.

The report tells it itself: in the sentence with a date that shares most words with the reference.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dragoman.lexicon.times import STEM
from dragoman.model import Interval, Reading, Sentence, Time

SHORTEST = 3
LONGEST = 9  # tokens of a reference that are looked at
NEAR = 3  # sentences behind another paragraph in which its visit is still the visit
ENOUGH = 0.5  # of the words of a reference must be there
STOPS = frozenset(".,;:()\"”“'—–")


@dataclass(frozen=True)
class Occasions:
    """The dated sentences of a reading; built once, asked for each reference.

    `empty` words tell nothing; stems that are `alike` name the same: quake, earthquake.
    """

    reading: Reading
    dated: Sequence[tuple[int, Time]]
    empty: frozenset[str]
    alike: Mapping[str, str]

    def find(self, number: int, first: int, last: int) -> Interval | None:
        """When it was what tokens `first` to `last` of a sentence name; None where the report does not tell."""
        wanted = frozenset(self._stems(first, last))
        best: tuple[float, int, Interval] | None = None
        for other, times in self._by_sentence.items():
            places = self._shared(self.reading.sentences[other], wanted, range(first, last))
            share = len({stem for _, stem in places}) / len(wanted) if wanted else 0.0
            if len(wanted) == 1 and not self._close(number, other):
                continue  # a visit of another paragraph is another visit
            if share >= ENOUGH and (best is None or (share, -abs(number - other)) > best[:2]):
                time = min(times, key=lambda t: min(abs(self._token(t) - i) for i, _ in places))
                best = share, -abs(number - other), Interval(time.earliest, time.latest, time.granularity)
        return best[2] if best else None

    def _close(self, number: int, other: int) -> bool:
        sections = {self.reading.sentences[k].section for k in (number, other)}
        return len(sections) == 1 or 0 <= number - other <= NEAR

    def reference(self, start: int, sentence: Sentence) -> int:
        """One past the last token of a reference that begins with token `start`: it ends with its clause."""
        words = self.reading.tokens.words
        end = min(start + LONGEST, sentence.last)
        return next((i for i in range(start, end) if words[i] in STOPS), end)

    @cached_property
    def _by_sentence(self) -> Mapping[int, list[Time]]:
        by_sentence: dict[int, list[Time]] = {}
        for number, time in self.dated:
            by_sentence.setdefault(number, []).append(time)
        return by_sentence

    def _shared(self, sentence: Sentence, wanted: frozenset[str], but: range) -> list[tuple[int, str]]:
        lower = self.reading.tokens.lower
        tokens = (i for i in range(sentence.first, sentence.last) if i not in but)
        return [(i, stem) for i in tokens if (stem := self._stem(lower[i])) in wanted]

    def _stems(self, first: int, last: int) -> list[str]:
        words = self.reading.tokens.lower[first:last]
        return [self._stem(w) for w in words if len(w) >= SHORTEST and w.isalpha() and w not in self.empty]

    def _stem(self, word: str) -> str:
        return self.alike.get(word[:STEM]) or word[:STEM]

    def _token(self, time: Time) -> int:
        return self.reading.tokens.inside(time.span).start
