"""The one way JSON that others may have written is read: whole and sound, or a ValueError."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NoReturn

MAX_BYTES = 64 * 1024 * 1024
_MAX_DEPTH = 100
_MAX_DIGITS = 300


def read_json(data: bytes) -> Any:  # noqa: ANN401 - JSON values
    """The value in `data` (UTF-8, with or without a BOM), which can be written again as it is.

    Refused as damaged, besides what is no JSON: names given twice, NaN and infinity, numbers of
    hundreds of digits, half characters, nesting deeper than 100, more than 64 MB.

    Raises:
        ValueError: it is damaged.
    """
    if len(data) > MAX_BYTES:
        raise ValueError("larger than 64 MB")
    try:
        found = json.loads(
            data.decode("utf-8-sig"),
            parse_constant=_no_constant,
            parse_float=_real,
            parse_int=_whole,
            object_pairs_hook=_named_once,
        )
        _look(found, _MAX_DEPTH, escaped=b"\\u" in data)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    return found


def _look(value: object, depth: int, *, escaped: bool) -> None:
    """Half characters come by escapes only; without any, texts need no look."""
    match value:
        case dict():
            parts: Iterable[object] = [*value, *value.values()] if escaped else value.values()
        case list():
            parts = value
        case str() if escaped:
            value.encode("utf-8")
            return
        case _:
            return
    if not depth:
        raise ValueError("nested too deeply")
    for part in parts:
        if escaped or isinstance(part, (dict, list)):
            _look(part, depth - 1, escaped=escaped)


def _named_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name is given twice")
    return found


def _whole(digits: str) -> int:
    if len(digits) > _MAX_DIGITS:
        raise ValueError("a number is too long")
    return int(digits)


def _real(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise ValueError("a number is too large")
    return number


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")
