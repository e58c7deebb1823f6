"""People and their offices out of FollowTheMoney's JSON lines: Person, Position, Occupancy."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dragoman.model import Term
from dragoman.usecases.tenures import Conventions, Listed, Problem, noting, term

SCHEMATA = ("Person", "Position", "Occupancy")

Entity = tuple[int, Mapping[str, Any]]
Entities = Mapping[str, Mapping[str, Entity]]


def read_ftm(lines: Sequence[str], conventions: Conventions, problems: list[Problem]) -> Iterator[Listed]:
    """The people of FollowTheMoney's JSON lines who hold an office; what is wrong is added to `problems`."""
    found = _entities(lines, problems)
    held: dict[str, list[tuple[Term, str]]] = {}
    for number, entity in found["Occupancy"].values():
        with noting(problems):
            holder, told = _occupancy(number, entity, found, conventions)
            held.setdefault(holder, []).append(told)
    for id, (number, entity) in found["Person"].items():
        with noting(problems):
            if id in held:
                yield _person(number, entity, held[id], conventions)


def _entities(lines: Sequence[str], problems: list[Problem]) -> Entities:
    """Line and entity by schema and id; other schemata are passed over."""
    found: dict[str, dict[str, Entity]] = {schema: {} for schema in SCHEMATA}
    for number, line in enumerate(lines, 1):
        with noting(problems):
            entity = _entity(line.lstrip("\ufeff"), number)
            if entity and entity["schema"] in found:
                found[entity["schema"]][entity["id"]] = (number, entity)
    return found


def _entity(line: str, number: int) -> Mapping[str, Any] | None:
    """One entity, None for a blank line."""
    if not line.strip():
        return None
    try:
        entity = json.loads(line.rstrip("\r\n"))
    except json.JSONDecodeError as error:
        raise Problem(number, f"column {error.colno}", f"is no JSON: {error.msg}") from error
    except RecursionError as error:
        raise Problem(number, "column 1", "is nested too deep") from error
    if not isinstance(entity, dict) or not isinstance(entity.get("properties"), dict):
        raise Problem(number, "column 1", 'is no entity: an object with "id", "schema" and "properties"')
    for name in ("id", "schema"):
        if not isinstance(entity.get(name), str) or not entity[name]:
            raise Problem(number, name, "is missing")
    return entity


def _values(entity: Mapping[str, Any], name: str, number: int) -> list[str]:
    values = entity["properties"].get(name, [])
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise Problem(number, f"properties.{name}", f"is a list of strings, got {json.dumps(values)[:60]}")
    return [" ".join(value.split()) for value in values if value.strip()]


def _one(entity: Mapping[str, Any], name: str, number: int) -> str:
    values = _values(entity, name, number)
    if not values:
        raise Problem(number, f"properties.{name}", "is missing")
    return values[0]


def _country(entity: Mapping[str, Any], names: Sequence[str], number: int, conventions: Conventions) -> str:
    """The first country that an entity gives, in three letters; empty where it gives none."""
    for name in names:
        for value in _values(entity, name, number):
            code = conventions.two_letters.get(value.upper(), value.upper())
            if code not in conventions.countries:
                raise Problem(number, f"properties.{name}", f"{value!r} is no country's code (ISO 3166-1)")
            return code
    return ""


def _occupancy(
    number: int, entity: Mapping[str, Any], found: Entities, conventions: Conventions
) -> tuple[str, tuple[Term, str]]:
    """Whose tenure it is, and the tenure with its sector."""
    holder, post = _one(entity, "holder", number), _one(entity, "post", number)
    for name, id, schema in (("holder", holder, "Person"), ("post", post, "Position")):
        if id not in found[schema]:
            raise Problem(number, f"properties.{name}", f"there is no {schema} {id!r} in this file")
    at, position = found["Position"][post]
    office, sector = conventions.office(_one(position, "name", at))
    country = _country(position, ("country", "jurisdiction"), at, conventions)
    first, last = (" ".join(_values(entity, name, number)[:1]) for name in ("startDate", "endDate"))
    body = " ".join(_values(position, "organization", at)[:1])
    if not country and not body:
        raise Problem(at, "properties.country", "is missing, and so is the organization that the office is of")
    columns = ("properties.startDate", "properties.endDate")
    return holder, (term(office, country, body, first[:10], last[:10], number, columns), sector)


def _person(
    number: int, entity: Mapping[str, Any], held: Sequence[tuple[Term, str]], conventions: Conventions
) -> Listed:
    name, *aliases = (*_values(entity, "name", number), *_values(entity, "alias", number)) or ("",)
    if not name:
        raise Problem(number, "properties.name", "is missing")
    told = _country(entity, ("country", "nationality", "citizenship"), number, conventions)
    country = next((term.country for term, _ in held if term.country), None) or told
    terms = tuple(term for term, _ in held)
    return Listed(entity["id"], name, country, held[0][1], tuple(dict.fromkeys(aliases)), terms)
