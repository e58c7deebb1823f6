"""The database's own errors, turned into ones that say what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DatabaseError, OperationalError

from dragoman.errors import BadArchive

FILE = "dragoman.db"


@contextmanager
def told(folder: Path | None) -> Iterator[None]:
    """Raise BadArchive in place of what the database raises. `folder` is the archive's, None where it has none."""
    try:
        yield
    except OperationalError as error:
        problem = f"the archive {folder} cannot be used ({error.orig}); check the disk and its permissions"
        raise BadArchive(problem) from error
    except DatabaseError as error:
        problem = f"{folder}/{FILE} is damaged or no archive ({error.orig}); name another with --archive"
        raise BadArchive(problem) from error
