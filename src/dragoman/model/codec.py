"""Nouns to plain JSON values and back, driven by their own annotations, so that no noun needs code of its own."""

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from dragoman.errors import BadRecord

N = TypeVar("N")


def to_json(value: object) -> Any:
    """A noun, or a tuple of nouns, as dicts, lists and scalars. Dates become ISO strings."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_json(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, (tuple, list)):
        return [to_json(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value


def from_json(kind: type[N], value: Any) -> N:
    """The noun of type `kind` out of what `to_json` made. Raises BadRecord on unknown or missing fields."""
    made: N = _build(kind, value)
    return made


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _build(hint: Any, value: Any) -> Any:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _optional(hint, value)
    if origin is tuple:
        return _tuple(get_args(hint), value)
    if isinstance(origin or hint, type) and is_dataclass(origin or hint):
        return _noun(hint, value)
    if hint in (date, datetime):
        return hint.fromisoformat(value)
    if hint is float and isinstance(value, int):
        return float(value)
    return value


def _optional(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    return _build(next(arg for arg in get_args(hint) if arg is not type(None)), value)


def _tuple(args: tuple[Any, ...], value: Any) -> tuple[Any, ...]:
    if len(args) == 2 and args[1] is Ellipsis:
        return tuple(_build(args[0], item) for item in value)
    return tuple(_build(arg, item) for arg, item in zip(args, value, strict=True))


def _noun(hint: Any, value: Any) -> Any:
    kind = get_origin(hint) or hint
    if not isinstance(value, Mapping):
        raise BadRecord(f"{kind.__name__} is made from an object, got {value!r}")
    known = {f.name for f in fields(kind)}
    if extra := value.keys() - known:
        raise BadRecord(f"{kind.__name__} has no field {', '.join(sorted(extra))}")
    hints = dict(_hints(kind))
    if get_args(hint):  # Coded[Party]: the parameter stands for the field `value`
        hints["value"] = get_args(hint)[0]
    try:
        return kind(**{name: _build(hints[name], item) for name, item in value.items()})
    except TypeError as error:
        raise BadRecord(f"{kind.__name__}: {error}") from error
