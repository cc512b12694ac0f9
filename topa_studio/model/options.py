"""What a model takes beyond the usual, as the film sets it and a request carries it."""

from __future__ import annotations

from collections.abc import Mapping

OptionValue = bool | int | float | str
Options = tuple[tuple[str, OptionValue], ...]
"""Names with values, by name: a value that can be compared and stored."""


def options_of(values: Mapping[str, OptionValue]) -> Options:
    """A mapping as options."""
    return tuple(sorted(values.items()))


def over(upper: Options, lower: Options) -> Options:
    """What `upper` leaves open, as `lower` has it: each option by itself."""
    return options_of({**dict(lower), **dict(upper)}) if upper else lower
