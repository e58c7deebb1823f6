"""What could not be done, kept as a record so that the run goes on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """One input that was refused: where it stands (file, and line where there is one), and why."""

    where: str
    problem: str
