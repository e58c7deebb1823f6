"""From what a user names (files, folders, standard input) to reports, one after the other.

What cannot be read becomes a Failure that names the place, the reason and the next step, and the rest goes on.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import IO, Any

from dragoman.errors import BadReport
from dragoman.model import Document, Failure, Report, Text, Version
from dragoman.model.identity import document_id, sha256, text_id
from dragoman.ports import Extraction, Extractor

MANIFEST = "reports.jsonl"
GIVEN = "given"
STDIN = "-"
BOM = b"\xef\xbb\xbf"
KNOWN = ".txt, .md, .html, .pdf, .docx, .jsonl and .json"

Found = tuple[str, Report | Failure]  # the place, and what was there


@dataclass(frozen=True, slots=True)
class Means:
    """What reading needs from outside: standard input, an extractor by suffix, the language of a text."""

    stdin: IO[bytes]
    extractor_for: Callable[[str], Extractor | None]
    detect: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Given:
    """What a JSON line says about a report, checked."""

    id: str | None = None
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None


def read_inputs(
    paths: Sequence[str],
    stdin: IO[bytes],
    extractor_for: Callable[[str], Extractor | None],
    detect: Callable[[str], str],
) -> Iterator[Report | Failure]:
    """The reports behind `paths` in their order, and a Failure for each that is refused.

    A path is a file, a folder (read in full, or what its `reports.jsonl` names), or `-` for JSON lines or one plain
    text on standard input. A report that comes twice with the same words is read once.
    """
    means = Means(stdin, extractor_for, detect)
    return _unique(chain.from_iterable(_from_path(path, means) for path in paths))


def _unique(found: Iterable[Found]) -> Iterator[Report | Failure]:
    seen: dict[str, tuple[str, str]] = {}
    for where, item in found:
        if isinstance(item, Failure):
            yield item
            continue
        name, text = item.document.id, sha256(item.text.content.encode())
        if name not in seen:
            seen[name] = where, text
            yield item
        elif seen[name][1] != text:
            problem = f"has the id {name} of {seen[name][0]}, with other words"
            yield Failure(where, f"{problem}; give each report an id of its own")


def _from_path(path: str, means: Means) -> Iterator[Found]:
    try:
        if path == STDIN:
            yield from _from_stdin(means)
        elif Path(path).is_dir():
            yield from _from_folder(Path(path), means)
        else:
            yield from _from_file(Path(path), means)
    except (OSError, ValueError) as error:  # ValueError: a NUL byte in the path
        yield _failed(path, f"cannot be read ({_reason(error)}); check the path and its permissions")


def _failed(where: str, problem: str) -> Found:
    return where, Failure(where, problem)


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


def _from_folder(folder: Path, means: Means) -> Iterator[Found]:
    """All files below, sorted, hidden ones and linked folders left out; or what the folder's manifest names."""
    if (folder / MANIFEST).is_file():
        yield from _from_manifest(folder, means)
        return
    entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    if not entries:
        yield _failed(str(folder), f"holds no reports; put {KNOWN} files there")
    for entry in entries:
        if entry.is_dir() and entry.is_symlink():
            yield _failed(str(entry), "is a link to a folder and was not followed; name that folder itself")
        else:
            yield from _from_path(str(entry), means)


def _from_file(path: Path, means: Means) -> Iterator[Found]:
    where = str(path)
    if not path.is_file():
        problem = "is not a regular file" if path.exists() else "does not exist"
        yield _failed(where, f"{problem}; check the path")
    elif path.suffix.lower() == ".jsonl":
        with path.open("rb") as file:
            yield from _from_lines(enumerate(file, 1), where, means)
    elif path.suffix.lower() == ".json":
        yield from _from_json(path.read_bytes(), where, means)
    else:
        yield _attempt(where, partial(_extracted, path, where, Given(), means))


def _attempt(where: str, make: Callable[[], Report]) -> Found:
    try:
        return where, make()
    except BadReport as error:
        return where, Failure(error.where, error.problem)
    except OSError as error:
        return _failed(where, f"cannot be read ({_reason(error)}); check its permissions")


def _extracted(path: Path, where: str, given: Given, means: Means) -> Report:
    suffix = path.suffix.lower()
    extractor = means.extractor_for(suffix)
    if extractor is None:
        raise BadReport(where, f"{suffix or 'a file without a suffix'} is not read; give {KNOWN}")
    return _by_extractor(path.read_bytes(), where, given, extractor, means)


def _by_extractor(data: bytes, where: str, given: Given, extractor: Extractor, means: Means) -> Report:
    found = extractor.extract(data, where)
    for key in ("content", "title", "publisher", "url"):
        _check_writable(key, getattr(found, key) or "", where)
    given = _completed(given, found)
    name = getattr(extractor, "name", type(extractor).__name__)
    return _report(found.content, sha256(data), str(name), given, where, means)


def _completed(given: Given, found: Extraction) -> Given:
    """What was given, and what the file says about itself where nothing was."""
    return Given(
        id=given.id,
        title=given.title or found.title,
        published=given.published or _day_or_none(found.published),
        publisher=given.publisher or found.publisher,
        url=given.url or found.url,
        language=given.language or found.language,
    )


def _report(content: str, version: str, extractor: str, given: Given, where: str, means: Means) -> Report:
    if not content.strip():
        raise BadReport(where, "holds no words; leave it out, or give its text")
    name = given.id or document_id(given.publisher, given.url, content)
    document = Document(
        id=name,
        publisher=given.publisher,
        url=given.url,
        title=given.title,
        published=given.published,
        language=given.language or means.detect(content),
    )
    text = Text(text_id(name, extractor, content), name, version, extractor, content)
    return Report(document, Version(name, version), text)


def _from_stdin(means: Means) -> Iterator[Found]:
    """JSON lines where the first sign is a brace, else one plain text."""
    where = "standard input"
    numbered = enumerate(means.stdin, 1)
    before = b""
    for number, line in numbered:
        if start := line.removeprefix(BOM).strip():
            if start.startswith(b"{"):
                yield from _from_lines(chain([(number, line)], numbered), where, means)
            else:
                data = before + line + means.stdin.read()
                yield _attempt(where, partial(_plain, data, where, means))
            return
        before += line
    yield _failed(where, "is empty; pipe JSON lines or a text into it")


def _plain(data: bytes, where: str, means: Means) -> Report:
    extractor = means.extractor_for(".txt")
    if extractor is None:
        raise BadReport(where, "plain text is not read here; give JSON lines")
    return _by_extractor(data, where, Given(), extractor, means)


def _from_lines(lines: Iterable[tuple[int, bytes]], where: str, means: Means) -> Iterator[Found]:
    """A report or a Failure for each line that is not empty."""
    number = 0
    for number, line in lines:
        if line.strip():
            place = f"{where}:{number}"
            yield _attempt(place, partial(_told, line, place, means))
    if not number:
        yield _failed(where, 'is empty; give one JSON object with a "text" per line')


def _told(line: bytes, where: str, means: Means) -> Report:
    return _from_value(parsed(line, where), where, means)


def _from_json(data: bytes, where: str, means: Means) -> Iterator[Found]:
    """One report, or a list of them."""
    try:
        value = parsed(data, where)
    except BadReport as error:
        yield _failed(where, f"{error.problem}; name it .jsonl if each line is an object")
        return
    if not isinstance(value, list):
        yield _attempt(where, partial(_from_value, value, where, means))
        return
    if not value:
        yield _failed(where, "is an empty list; give at least one report")
    for number, item in enumerate(value, 1):
        place = f"{where}:{number}"
        yield _attempt(place, partial(_from_value, item, place, means))


def parsed(data: bytes, where: str) -> Any:
    """The value of JSON in UTF-8. Raises BadReport, naming the place."""
    try:
        return json.loads(data.removeprefix(BOM).decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BadReport(where, f"byte {error.start} is not UTF-8; convert the file first") from error
    except RecursionError as error:
        raise BadReport(where, "is nested too deep; give one flat object per report") from error
    except ValueError as error:
        raise BadReport(where, f"is no JSON ({error})") from error


def _from_value(value: Any, where: str, means: Means) -> Report:
    return _from_row(_row(value, where), where, means)


def _row(value: Any, where: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise BadReport(where, f'a report is an object with a "text", got {type(value).__name__}')
    return value


def _from_row(row: Mapping[str, Any], where: str, means: Means) -> Report:
    """A report whose text is taken character for character."""
    text = row.get("text")
    if not isinstance(text, str):
        hint = "; it names a file, so give the folder it stands in" if "file" in row else ' under "text"'
        raise BadReport(where, f"needs the words of the report as a string{hint}")
    _check_writable("text", text, where)
    return _report(text, sha256(text.encode()), GIVEN, _given(row, where), where, means)


def _given(row: Mapping[str, Any], where: str) -> Given:
    published = _string(row, "published", where)
    return Given(
        id=_identity(row, where),
        title=_string(row, "title", where),
        published=_day(published, where) if published else None,
        publisher=_string(row, "publisher", where),
        url=_string(row, "url", where),
        language=_string(row, "language", where),
    )


def _identity(row: Mapping[str, Any], where: str) -> str | None:
    """The id as a string; whole numbers are taken, too."""
    value = row.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _string(row, "id", where)


def _string(row: Mapping[str, Any], key: str, where: str) -> str | None:
    value = row.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise BadReport(where, f'"{key}" is a string or null, got {type(value).__name__}')
    _check_writable(key, value, where)
    return value.strip() or None


def _check_writable(key: str, value: str, where: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError as error:
        problem = f'character {error.start} of "{key}" is half a surrogate pair, which UTF-8 cannot hold'
        raise BadReport(where, f"{problem}; remove or mend it") from error


def _day(value: str, where: str) -> date:
    try:
        return date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value).date()
    except ValueError as error:
        raise BadReport(where, f'"published" is no date: {value!r}; write it as 2023-03-09') from error


def _day_or_none(value: str | None) -> date | None:
    try:
        return _day(value, "") if value else None
    except BadReport:  # a file's own odd date is no reason to refuse it
        return None


def _from_manifest(folder: Path, means: Means) -> Iterator[Found]:
    """What the manifest names, with the ids and metadata that it gives; nothing else in the folder is read."""
    path = folder / MANIFEST
    named = [(number, line) for number, line in enumerate(path.read_bytes().split(b"\n"), 1) if line.strip()]
    if not named:
        yield _failed(str(path), "names no reports; delete it, and all files here are read")
    for number, line in named:
        place = f"{path}:{number}"
        yield _attempt(place, partial(_named, line, folder, place, means))


def _named(line: bytes, folder: Path, where: str, means: Means) -> Report:
    row = _row(parsed(line, where), where)
    name = _string(row, "file", where)
    if name is None:
        return _from_row(row, where, means)
    path = _inside(folder, name, where)
    return _extracted(path, str(path), _given(row, where), means)


def _inside(folder: Path, name: str, where: str) -> Path:
    """The file of that name; a manifest may come from anywhere, so it may not lead out of its folder."""
    try:
        path = folder / PurePosixPath(name)
        inside = path.resolve().is_relative_to(folder.resolve())
        found = inside and path.is_file()
    except (OSError, ValueError, RuntimeError) as error:
        raise BadReport(where, f"names {name!r}, which is no path ({_reason(error)})") from error
    if not inside:
        raise BadReport(where, f"names {name!r} outside its folder; put the file beside the manifest")
    if not found:
        raise BadReport(where, f"names {name!r}, which is not there; add the file or delete the line")
    return path
