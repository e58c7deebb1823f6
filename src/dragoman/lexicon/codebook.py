"""A user's own codebook: a folder laid out as our data, whose rows add to ours or replace them."""

from collections.abc import Iterator
from pathlib import Path

from dragoman.errors import BadRule, BadSetting

FILES = ("ontology/{types,modes,contexts,cameo,compose}.toml", "lang/LANGUAGE/{classes,cues,contexts,topics}.toml")
FRAMES = "lang/LANGUAGE/frames/TYPE.toml"
PARTS = {
    "ontology": frozenset({"types.toml", "modes.toml", "contexts.toml", "cameo.toml", "compose.toml"}),
    "lang": frozenset({"classes.toml", "cues.toml", "contexts.toml", "topics.toml"}),
}


def open_codebook(folder: Path, language: str) -> Path:
    """The folder, once it is one and holds data files that a codebook may hold, and no others.

    Raises BadSetting where there is no such folder, BadRule where it holds something else or nothing.
    """
    if not folder.is_dir():
        raise BadSetting(f"--codebook {folder}: there is no such folder")
    held = list(_held(folder))
    if not held:
        raise BadRule(str(folder), f"holds no rules; a codebook holds {', '.join((*FILES, FRAMES))}")
    for path in held:
        if not is_part(path.relative_to(folder), language):
            raise BadRule(str(path), f"is no file of a codebook; it may hold {', '.join((*FILES, FRAMES))}")
    return folder


def is_part(path: Path, language: str) -> bool:
    """Whether a file at this place below a codebook is one that is read."""
    match path.parts:
        case ("ontology", name):
            return name in PARTS["ontology"]
        case ("lang", code, name):
            return code == language and name in PARTS["lang"]
        case ("lang", code, "frames", name):
            return code == language and name.endswith(".toml")
    return False


def _held(folder: Path) -> Iterator[Path]:
    """Every file but hidden ones and pages about the codebook."""
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.is_file() and path.suffix != ".md" and not any(part.startswith(".") for part in inside.parts):
            yield path
