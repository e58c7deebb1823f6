"""Who decides, when and why: what every verb that writes into the ledger asks for."""

import getpass
from datetime import UTC, datetime
from typing import Annotated

import typer

from dragoman.usecases.judging import Hand

Why = Annotated[str, typer.Option("--why", metavar="WORDS", help="The reason, for the ledger.", show_default=False)]
By = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who decides; else the user's name.", show_default=False)
]


def hand_of(by: str | None, why: str) -> Hand:
    """The hand that writes now; the user's own where nobody is named."""
    return Hand(by or _user(), now(), why)


def now() -> datetime:
    """This moment in UTC, as archives keep it."""
    return datetime.now(UTC).replace(tzinfo=None)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container may have no user
        return "unknown"
