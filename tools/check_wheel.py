#!/usr/bin/env python3
"""Check a built wheel: it holds every data file of the source tree, the licences, and is small enough.

pip wheel . --no-deps -w dist && python tools/check_wheel.py dist/*.whl
"""

import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "dragoman"
LARGEST = 60_000_000  # bytes, unpacked
LICENCES = ("LICENSE", "NOTICE")


def expected() -> set[str]:
    """Every file of the package, as the wheel names it."""
    found = (path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(PACKAGE.parent).as_posix() for path in found}


def problems(wheel: Path) -> list[str]:
    """What is wrong with a wheel, in words."""
    with zipfile.ZipFile(wheel) as archive:
        sizes = {item.filename: item.file_size for item in archive.infolist()}
    missing = sorted(expected() - sizes.keys())
    found = [f"{len(missing)} files of the package are missing, {missing[0]} first"] if missing else []
    for name in LICENCES:
        if not any(path.endswith(f".dist-info/licenses/{name}") for path in sizes):
            found.append(f"{name} is missing")
    if (total := sum(sizes.values())) > LARGEST:
        found.append(f"{total:,} bytes unpacked, more than {LARGEST:,}")
    return found


def main(argv: list[str]) -> int:
    """Check the wheel named on the command line; 1 where something is wrong."""
    wheel = Path(argv[0])
    found = problems(wheel)
    for problem in found:
        print(f"{wheel.name}: {problem}", file=sys.stderr)
    if not found:
        print(f"{wheel.name}: complete, {wheel.stat().st_size / 1e6:.1f} MB packed")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
