"""An act as its sentence tells it, and the rules that it is read by."""

from dataclasses import dataclass

from dragoman.lexicon.composition import Composition
from dragoman.lexicon.frames import Frame, Frames
from dragoman.lexicon.topics import Topics
from dragoman.stages.sides import Parties
from dragoman.stages.triggers import Trigger

FRAMING = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN"})
"""Types of the acts that speak of another one, which is not done yet."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What acts are read by: frames, what an act becomes inside another one, what its topic adds to its code."""

    frames: Frames
    composition: Composition
    topics: Topics


@dataclass(frozen=True, slots=True)
class Act:
    """An act with its parties, before it is placed, dated and attributed. `inner` is the act that it frames.

    `said` is the verb of saying by which a speaker does it: what he says he will do, he has said.
    """

    trigger: Trigger
    type: str
    cameo: str
    actors: Parties
    recipients: Parties
    reciprocal: bool
    rule: str
    inner: Trigger | None = None
    said: int | None = None

    @property
    def frame(self) -> Frame:
        return self.trigger.frame


def carrier(act: Act) -> int:
    """The verb that carries an act: its own, or the light one that lends it a subject."""
    return act.trigger.verb if act.trigger.verb is not None else act.trigger.head
