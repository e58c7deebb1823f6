"""Who coded: the package's version and a digest of all that decides its output, so that two runs can be compared."""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from dragoman.model.identity import SHORT
from dragoman.version import VERSION

READ = frozenset({".toml", ".json", ".cfg", ".txt"})
LARGEST_READ = 1_000_000  # bytes; of larger and binary files name and size must do, or start-up would pay for it


def coder_name(data: Path, parser: str) -> str:
    """The `coder` of every report line: "dragoman/0.1.0+3f2a…"; another parser than our own is named in it."""
    name = f"dragoman/{VERSION}+{data_digest(data)}"
    return name if parser == "dragoman" else f"{name}+{parser}"


@cache
def data_digest(data: Path) -> str:
    """12 hex digits over the data files below a folder: names and sizes of all, the content of rules and model meta."""
    total = hashlib.blake2b(digest_size=SHORT // 2)
    for part in _parts(data):
        total.update(part)
        total.update(b"\x1f")
    return total.hexdigest()


def _parts(data: Path) -> Iterator[bytes]:
    for path in sorted(p for p in data.rglob("*") if p.is_file()):
        size = path.stat().st_size
        yield f"{path.relative_to(data).as_posix()} {size}".encode("utf-8", "surrogateescape")
        if path.suffix in READ and size <= LARGEST_READ:
            yield path.read_bytes()
