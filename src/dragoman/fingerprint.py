"""Who coded: the package's version and a digest of all that decides its output, so that two runs can be compared."""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from dragoman.model.identity import SHORT
from dragoman.version import VERSION

OWN = "dragoman"  # the parser that ships with the package
READ = frozenset({".toml", ".json", ".cfg", ".txt"})
LARGEST_READ = 1_000_000  # bytes; of larger and binary files name and size must do, or start-up would pay for it


def coder_name(data: Path, parser: str, codebook: Path | None = None) -> str:
    """The `coder` of every report line: "dragoman/0.1.0+3f2a…"; see `coder_digest`."""
    return f"dragoman/{VERSION}+{coder_digest(data, parser, codebook)}"


def coder_digest(data: Path, parser: str, codebook: Path | None = None) -> str:
    """The digest of our data, that of a codebook, and the name of another parser than our own."""
    parts = [data_digest(data), *([data_digest(codebook)] if codebook else []), *([parser] if parser != OWN else [])]
    return "+".join(parts)


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
