"""Gold that is kept here as offsets and digests, without a word of the reports: anchors are cut out of the texts."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from common import AbsentError, Row, jsonl, present

GOLD = Path(__file__).parent / "gold"
DIGEST = 12  # hexadecimal digits kept of the anchor's SHA-256


def anchored(rows: Iterable[Row], texts: Mapping[str, str], where: Path) -> list[Row]:
    """The rows with the words of their anchors in the place of the offsets.

    Raises AbsentError where a report is missing in `where` or is not the text that was coded.
    """
    return [row | {"anchor": _words(row, texts, where)} for row in rows]


def _words(row: Row, texts: Mapping[str, str], where: Path) -> str:
    name = row["report"]
    if name not in texts:
        raise AbsentError(f"report {name} is not in {where}, so the gold on it is not measured")
    words = texts[name][slice(*row["anchor"])]
    if sha256(words.encode()).hexdigest()[:DIGEST] != row["digest"]:
        raise AbsentError(f"report {name} in {where} is not the text that gold {row['id']} was coded on")
    return words


def own_claims(reports: Path) -> list[Row]:
    """The gold claims on one of the reports in a folder. Raises AbsentError."""
    rows = jsonl(GOLD / "claims.jsonl")
    wanted = {row["report"] for row in rows}
    files = {row["id"]: row["file"] for row in jsonl(present(reports / "reports.jsonl")) if row["id"] in wanted}
    texts = {name: present(reports / file).read_text(encoding="utf-8") for name, file in files.items()}
    return anchored(rows, texts, reports)


def own_events(public: Path) -> list[Row]:
    """The gold events on ten of the reports in a file of public ones. Raises AbsentError."""
    texts = {row["id"]: row["text"] for row in jsonl(public)}
    return anchored(jsonl(GOLD / "re3d_events.jsonl"), texts, public)
