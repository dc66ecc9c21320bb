"""Records to JSON values and back, by their declared types.

A record becomes an object of its fields, a `Span` the pair `[start, end]` (with the field behind it where that is not the text), a tuple a list. Fields that hold None or an empty
tuple are left out, so that adding an optional field to a record changes neither stored text nor content hashes.
"""

from __future__ import annotations

import functools
import json
import types
import typing
from collections.abc import Callable, Hashable
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, TypeVar

from memcon.domain.spans import Span

T = TypeVar("T")


def encode(value: object) -> Any:
    """`value` as a JSON value: records, spans, tuples and scalars, nested at will."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, Span):
        return [value.start, value.end, *(() if value.field == "text" else (value.field,))]
    if isinstance(value, (tuple, list)):
        return [encode(item) for item in value]
    if isinstance(value, dict):
        return {key: encode(item) for key, item in value.items()}
    if is_dataclass(value):
        found = {f.name: getattr(value, f.name) for f in fields(value)}
        return {name: encode(item) for name, item in found.items() if item is not None and item != ()}
    raise TypeError(f"can't write {type(value).__name__} as JSON")


def canonical(value: object) -> str:
    """`value` as JSON text that is the same for equal values: sorted keys, no white space."""
    return json.dumps(encode(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def decode(kind: type[T], value: object, *, is_open: bool = False) -> T:
    """The record of type `kind` that `encode` wrote as `value`. Raises `ValueError` when it is not one.

    With `is_open` it may come from a newer version: a word of a list that this one doesn't know stands as it is, unknown fields are left out.
    """
    try:
        return typing.cast(T, _decoder(typing.cast(Hashable, kind), is_open)(value))
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"not a {kind}: {error}") from error


def decode_text(kind: type[T], text: str) -> T:
    """`decode` of JSON text."""
    return decode(kind, json.loads(text))


def parsed(text: str) -> Any:
    """The value of JSON text, as `json.loads` gives it: faster for the short texts without white space around them that `canonical` writes. Raises `ValueError`."""
    try:
        value, end = _SCAN(text, 0)
    except StopIteration:
        return json.loads(text)
    return value if end == len(text) else json.loads(text)


_SCAN: Callable[[str, int], tuple[Any, int]] = json.JSONDecoder().scan_once  # type: ignore[attr-defined]  # what `decode` calls


@functools.cache
def _decoder(kind: Any, is_open: bool) -> Callable[[Any], Any]:
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if kind is Span:
        return lambda value: Span(*value)
    if is_dataclass(kind):
        return _record_decoder(typing.cast(type, kind), is_open)
    if origin is tuple:
        item = _decoder(arguments[0], is_open)
        return lambda value: tuple(item(v) for v in value)
    if origin in (types.UnionType, typing.Union):
        (one,) = (a for a in arguments if a is not type(None))
        inner = _decoder(one, is_open)
        return lambda value: None if value is None else inner(value)
    if origin is typing.Literal:
        return lambda value: _checked(value, isinstance(value, str) if is_open else value in arguments, kind)
    if kind is float:
        return lambda value: float(_checked(value, isinstance(value, (int, float)), kind))
    return lambda value: _checked(value, isinstance(value, kind), kind)


def _record_decoder(kind: type, is_open: bool) -> Callable[[Any], Any]:
    types_of = typing.get_type_hints(kind)
    may_lack = {f.name: _empty(types_of[f.name]) for f in fields(kind) if f.default is MISSING}
    empty = {name: value for name, value in may_lack.items() if value is not MISSING}
    decoders: dict[str, Callable[[Any], Any]] = {}

    def decode_record(value: Any) -> Any:
        if not decoders:
            decoders.update({f.name: _decoder(types_of[f.name], is_open) for f in fields(kind)})
        given = {name: item for name, item in value.items() if name in decoders} if is_open else value
        found = {name: decoders[name](item) for name, item in given.items()}
        return kind(**(empty | found)) if empty else kind(**found)

    return decode_record


def _empty(kind: Any) -> Any:
    """What a field without a default holds when `encode` left it out."""
    if typing.get_origin(kind) is tuple:
        return ()
    return None if type(None) in typing.get_args(kind) else MISSING


def _checked(value: Any, is_right: bool, kind: Any) -> Any:
    if not is_right:
        raise ValueError(f"not a {kind}: {value!r}")
    return value
