"""The answer to whether two things are one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How likely two written names are one, from 0 to 1, and a sentence for each feature that says so."""

    score: float
    why: tuple[str, ...]
