"""Lists of people and their offices, read strictly: where one thing is wrong, nothing of the list is taken."""

from collections.abc import Iterable

from dragoman.errors import BadList
from dragoman.usecases.list_csv import read_csv
from dragoman.usecases.list_ftm import read_ftm
from dragoman.usecases.tenures import Conventions, Listed, Problem

MANY = 20  # problems that are told; a list with more of them has one cause


def read_list(where: str, lines: Iterable[str], conventions: Conventions) -> tuple[Listed, ...]:
    """The people of a list; JSON lines where it begins with a brace, else CSV. Raises BadList."""
    kept = list(lines)
    first = next((line.lstrip("\ufeff \t") for line in kept if line.strip("\ufeff \t\r\n")), "")
    if not first:
        raise BadList(where, ["line 1, column 1: is empty; give a CSV or FollowTheMoney's JSON lines"])
    problems: list[Problem] = []
    people = tuple((read_ftm if first.startswith("{") else read_csv)(kept, conventions, problems))
    if problems:
        told = sorted(problems, key=lambda problem: problem.line)
        more = [f"and {len(told) - MANY} more"] if len(told) > MANY else []
        raise BadList(where, [*map(str, told[:MANY]), *more])
    return people
