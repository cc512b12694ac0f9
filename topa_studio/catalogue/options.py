"""One option of a model as data: its words, what it takes, its field on the wire, what it costs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from topa_studio.model.options import Options, OptionValue


@dataclass(frozen=True, slots=True)
class Option:
    """An option in a model's file.

    Attributes:
        title: its name in the window.
        kind: `flag` is on or off; `choice` is one of some words; `whole` and `number` are numbers.
        wire: the field of the request's body that it goes into.
        says: what it does, in a sentence.
        choices: the service's word for each choice, and what the window calls it.
        least, most: of a number, both included.
        default: what the service takes where nothing is sent; it is never sent.
        adds: what a value adds to the price: to that of a second of a clip, or of a picture.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    title: str
    kind: Literal["flag", "choice", "whole", "number"]
    wire: str
    says: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    least: float | None = None
    most: float | None = None
    default: OptionValue | None = None
    adds: Mapping[bool | str, float] = field(default_factory=dict)

    def taken(self, value: OptionValue) -> OptionValue | None:
        """`value` as it is sent; None where it cannot be."""
        match self.kind:
            case "flag":
                return value if isinstance(value, bool) else None
            case "choice":
                word = str(value)
                return word if word in self.choices and not isinstance(value, bool) else None
            case "whole":
                number = self._number(value)
                return int(number) if number is not None and number == int(number) else None
            case "number":
                return self._number(value)

    def _number(self, value: OptionValue) -> float | None:
        """Quotes around a number change nothing, as everywhere in the file."""
        if isinstance(value, bool):
            return None
        try:
            number = float(value)
        except ValueError:
            return None
        least = number if self.least is None else self.least
        most = number if self.most is None else self.most
        return number if least <= number <= most and abs(number) < 2**53 else None

    def added(self, value: OptionValue) -> float:
        """What a value adds to the price; numbers cost nothing."""
        return self.adds.get(value, 0.0) if isinstance(value, bool | str) else 0.0


def options_sent(declared: Mapping[str, Option], options: Options) -> Options:
    """Those of `options` that a model takes and that say something else than it does anyway."""
    found: dict[str, OptionValue] = {}
    for name, value in options:
        option = declared.get(name)
        taken = None if option is None else option.taken(value)
        if option is not None and taken is not None and taken != option.default:
            found[name] = taken
    return tuple(sorted(found.items()))
