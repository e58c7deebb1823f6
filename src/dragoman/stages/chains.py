"""Who says that somebody says it: attributions inside attributions, as one chain from the innermost speaker out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.model import Attribution
from dragoman.stages.sources import Link, chains_of

LONGEST = 6  # links
AGAINST = frozenset({"denies", "doubts"})  # who denies something does not pass it on
NEAR = 16  # attributions that may lie around another


def chained(found: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Attributions in the order of the text, each with the chains of the one that encloses it behind its own."""
    ordered = sorted(found, key=lambda a: (a.content.start, -a.content.end, a.cue.start))
    made: list[Attribution] = []
    open_: list[Attribution] = []
    for attribution in ordered:
        while open_ and open_[-1].content.end <= attribution.content.start:
            open_.pop()
        outer = next((a for a in reversed(open_[-NEAR:]) if _encloses(a, attribution)), None)
        whole = _passed_on(attribution, outer) if outer is not None else attribution
        made.append(whole)
        open_.append(whole)
    return tuple(made)


def _encloses(outer: Attribution, inner: Attribution) -> bool:
    """What is quoted may reach a little further than the words around it."""
    here = outer.content
    if outer.stance in AGAINST or not outer.sources:
        return False
    return here.covers(inner.cue) and here.start <= inner.content.start < here.end


def _passed_on(inner: Attribution, outer: Attribution) -> Attribution:
    """The chains of `inner`, each with each chain of `outer` behind it; nobody stands twice in a chain."""
    links = [
        (replace(source, chain=number, depth=depth), words)
        for number, chain in enumerate(_joined(chains_of(inner), chains_of(outer)))
        for depth, (source, words) in enumerate(chain[:LONGEST])
    ]
    return replace(inner, sources=tuple(s for s, _ in links), speakers=tuple(w for _, w in links))


def _joined(inner: Sequence[Sequence[Link]], outer: Sequence[Sequence[Link]]) -> list[list[Link]]:
    found: list[list[Link]] = []
    for chain in inner or [()]:
        names = {source.name for source, _ in chain}
        for behind in outer:
            whole = [*chain, *(link for link in behind if link[0].name not in names)]
            if whole not in found:
                found.append(whole)
    return found
