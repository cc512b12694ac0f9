"""Whether what is written fits the format, by plain code: it takes only what pydantic takes too.

pydantic takes longer to import than a film to read, so it only explains what does not fit here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import isfinite
from types import NoneType
from typing import Any, Literal, TypeVar, cast, get_args, get_origin

from topa_studio.document.reading.format import MOVES, Part
from topa_studio.model.rate import LEAST_FPS, MOST_FPS, MOST_SECONDS

P = TypeVar("P", bound=Part)
T = TypeVar("T")
Fit = Callable[[Any], Any]
_FITS: dict[type[Part], dict[str, tuple[str, Fit]]] = {}


_MOST_WHOLE = 1e9


class Misfit(Exception):
    """A value that plain code does not take."""


def fitting(data: Mapping[Any, Any], part: type[P]) -> P:
    """The mapping as `part`. Raises Misfit."""
    fits = _FITS.get(part) or _FITS.setdefault(part, _fits(part))
    values: dict[str, Any] = {}
    for key, value in data.items():
        if type(key) is not str:
            raise Misfit
        known = fits.get(key)
        if known is not None:
            values[known[0]] = known[1](value)
    return part(values)


def _fits(part: type[Part]) -> dict[str, tuple[str, Fit]]:
    return {key: (name, _fit(kind)) for key, (name, kind) in part.KINDS.items()}


def _fit(kind: object) -> Fit:
    """What takes values of a kind."""
    if isinstance(kind, type) and issubclass(kind, Part):
        return lambda value: fitting(_of(dict, value), kind)
    if name := getattr(kind, "__metadata__", None):
        return _KINDS[name[0]]
    inner = [each for each in get_args(kind) if each is not NoneType]
    if get_origin(kind) is Literal:
        return _choice(*inner)
    if get_origin(kind) is list:
        fit = _fit(inner[0])
        return lambda value: [fit(each) for each in _of(list, value)]
    if len(inner) == 1:
        fit = _fit(inner[0])
        return lambda value: None if value is None else fit(value)
    return _never


def _never(_value: object) -> object:
    raise Misfit


def _of(kind: type[T], value: object) -> T:
    if type(value) is not kind:
        raise Misfit
    return value


def as_text(value: object) -> object:
    """A number where a word is meant, as it is written."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return value


def as_whole(value: object) -> object:
    """A whole number, also where it is quoted or has a point."""
    if isinstance(value, str) and value.strip().isdecimal() and len(value) < 10:
        return int(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < _MOST_WHOLE:
        return int(value)
    return value


def all_plain(value: dict[str, Any]) -> dict[str, Any]:
    """Options whose values are words, numbers, yes or no. Raises ValueError."""
    if not all(isinstance(each, bool | int | float | str) for each in value.values()):
        raise ValueError("a value is no word, number or yes and no")
    return value


def as_gain(value: object) -> float | str:
    """Decibels, or the word mute. Raises ValueError."""
    if value == "mute":
        return "mute"
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise ValueError("neither a number nor mute")
    return float(value)


def _gain(value: object) -> float | str:
    try:
        return as_gain(value)
    except ValueError as error:
        raise Misfit from error


def _text(value: object) -> str:
    if type(value) in (int, float):
        try:
            return str(value)
        except ValueError as error:  # more digits than Python writes out
            raise Misfit from error
    return _of(str, value)


def _number(lowest: float | None = None, *, most: float | None = None, ends: bool = False) -> Fit:
    def fit(value: object) -> float:
        whole = isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63
        number = float(cast(int, value)) if whole else _of(float, value)
        if lowest is not None and not number >= lowest:
            raise Misfit
        if most is not None and not number <= most:
            raise Misfit
        if ends and not isfinite(number):
            raise Misfit
        return number

    return fit


def _choice(*words: str) -> Fit:
    def fit(value: object) -> str:
        word = _of(str, value)
        if word not in words:
            raise Misfit
        return word

    return fit


def _options(value: object) -> object:
    options = dict(_of(dict, value))
    for key, each in options.items():
        if type(key) is not str or type(each) not in (bool, int, float, str):
            raise Misfit
    return options


_KINDS: dict[str, Fit] = {
    "text": _text,
    "word": _text,
    "whole": lambda value: _of(int, as_whole(value)),
    "duration": lambda value: _of(int, as_whole(value)),
    "seconds": _number(0, most=MOST_SECONDS),
    "credits": _number(0, ends=True),
    "number": _number(),
    "rate": _number(LEAST_FPS, most=MOST_FPS),
    "options": _options,
    "yes or no": lambda value: _of(bool, value),
    "texts": lambda value: [_text(each) for each in _of(list, value)],
    "wholes": lambda value: [_of(int, as_whole(each)) for each in _of(list, value)],
    "ratio": _choice("16:9", "9:16", "1:1"),
    "move": _choice(*MOVES),
    "gain": _gain,
    "element type": _choice("character", "background", "prop"),
}
