"""What people decided about actors, laid over what the program took for one: merges, partings, and both undone.

Nothing that was filed is ever changed by a judgement. The ledger is replayed over it, so that undoing is one more row.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.linking.groups import grouped
from dragoman.model import ActorJudgement
from dragoman.model.identity import is_minted

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Decisions:
    """The judgements that count now: the last on each pair, whom an id stands for, what was parted off from it."""

    verdicts: Mapping[Pair, ActorJudgement] = field(default_factory=dict)
    redirects: Mapping[str, str] = field(default_factory=dict)
    parted: Mapping[str, tuple[ActorJudgement, ...]] = field(default_factory=dict)

    def stands_for(self, actor: str) -> str:
        """The id that a merge leads to, or the id itself."""
        return self.redirects.get(actor, actor)

    def actor(self, actor: str, name: str, document: str) -> str:
        """Whom a sighting stands for that was filed under an id; `name` is its fullest spelling, folded."""
        parting = next((j for j in self.parted.get(actor, ()) if _fits(j, name, document)), None)
        return self.stands_for(parting.b if parting else actor)

    def verdict(self, a: str, b: str) -> str | None:
        """What was last decided on two actors, or None; what holds for one that was merged holds for all of it."""
        ours, theirs = self.stands_for(a), self.stands_for(b)
        found = [
            judgement.verdict
            for judgement in self.verdicts.values()
            if {self.stands_for(judgement.a), self.stands_for(judgement.b)} == {ours, theirs}
        ]
        return found[-1] if found else None


def _fits(judgement: ActorJudgement, name: str, document: str) -> bool:
    return judgement.name == name and judgement.document in (None, document)


def decisions(ledger: Iterable[ActorJudgement]) -> Decisions:
    """Replay the ledger, oldest row first: of two rows on one pair the later counts, and undo takes both away."""
    latest: dict[Pair, ActorJudgement] = {}
    minted: dict[Pair, ActorJudgement] = {}
    for judgement in ledger:
        key = pair(judgement.a, judgement.b)
        latest.pop(key, None)
        if judgement.name is not None:
            minted[key] = judgement
        if judgement.verdict != "undo":
            latest[key] = judgement
    parted = [j for j in latest.values() if j.name is not None]
    joined = [key for key, j in latest.items() if j.verdict == "same"]
    joined += [key for key in minted if key not in latest]  # what was parted off and is no longer
    return Decisions(
        latest, redirects(joined), {a: tuple(j for j in parted if j.a == a) for a in {j.a for j in parted}}
    )


def pair(a: str, b: str) -> Pair:
    """Two ids in a fixed order."""
    return (a, b) if a <= b else (b, a)


def redirects(joined: Sequence[Pair]) -> dict[str, str]:
    """For each id of a merge the one that stays: an id of the lexicon before a minted one, else the one named first."""
    ids = dict.fromkeys(id for key in joined for id in key)
    found = {}
    for group in grouped(ids, joined):
        stays = min(group, key=is_minted)
        found.update({id: stays for id in group if id != stays})
    return found
