"""`dataclass` as the standard library has it, but for what that compiles: a third of all imports.

The standard one writes six functions for each class and has all of them compiled at once. Here
the methods are shared, and `__init__` is written when the first value is made.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen: bool = False, slots: bool = False, eq: bool = True) -> Any:  # noqa: ANN401
        """As `dataclasses.dataclass`."""

        def decorate(cls: type) -> type:
            own = frozenset(cls.__dict__)
            made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
            methods: dict[str, object] = {"__init__": _first_init(made, frozen), "__repr__": _repr}
            if eq:
                made.__compared__ = staticmethod(_compared(made))
                methods |= {"__eq__": _eq, "__hash__": _hash if frozen else None}
            if frozen:
                methods |= {"__setattr__": _refuse, "__delattr__": _refuse}
                methods |= {"__getstate__": _state, "__setstate__": _restore}
            for name, method in methods.items():
                if name not in own:
                    setattr(made, name, method)
            return made

        return decorate


def _first_init(cls: Any, frozen: bool) -> Any:  # noqa: ANN401 - of any class
    def __init__(self: Any, *values: Any, **named: Any) -> None:  # noqa: ANN401, N807
        cls.__init__ = _init(cls, frozen)
        cls.__init__(self, *values, **named)

    return __init__


def _init(cls: Any, frozen: bool) -> Any:  # noqa: ANN401 - of any class
    """The function that takes the fields of a class."""
    known: dict[str, Any] = {"_put": object.__setattr__, "_later": object()}
    takes, does = ["self"], []
    for field in dataclasses.fields(cls):
        name, value = field.name, field.name
        if field.default is not dataclasses.MISSING:
            known[f"_of_{name}"] = field.default
            takes += [f"{name}=_of_{name}"] if field.init else []
            value = name if field.init else f"_of_{name}"
        elif field.default_factory is not dataclasses.MISSING:
            known[f"_of_{name}"] = field.default_factory
            takes += [f"{name}=_later"] if field.init else []
            value = f"_of_{name}()" + (f" if {name} is _later else {name}" if field.init else "")
        else:
            takes.append(name)
        does.append(f"_put(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        does.append("self.__post_init__()")
    body = "\n ".join(does or ["pass"])
    exec(f"def __init__({', '.join(takes)}):\n {body}", known)
    made = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _compared(cls: Any) -> Callable[[Any], tuple[Any, ...]]:  # noqa: ANN401 - of any class
    """What gives the fields that make two values the same."""
    names = [field.name for field in dataclasses.fields(cls) if field.compare]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple([getattr(value, name) for name in names])


def _eq(self: Any, other: Any) -> Any:  # noqa: ANN401 - any value
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self.__compared__(self) == self.__compared__(other)


def _hash(self: Any) -> int:  # noqa: ANN401 - any value
    return hash(self.__compared__(self))


def _repr(self: Any) -> str:  # noqa: ANN401 - any value
    shown = (f.name for f in dataclasses.fields(self) if f.repr)
    inside = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
    return f"{self.__class__.__qualname__}({inside})"


def _refuse(_self: object, name: str, *_value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot change field {name!r}")


def _state(self: Any) -> list[Any]:  # noqa: ANN401 - any value
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _restore(self: Any, state: list[Any]) -> None:  # noqa: ANN401 - any value
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
