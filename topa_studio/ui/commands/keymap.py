"""The user's own keys: a preset, what was changed of it, and what that makes of a command."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtGui import QKeySequence

from topa_studio.ui.commands.command import Command, Place

_PRESET = "preset="
_TWINS = {"Return": "Enter", "Enter": "Return"}
_HELD = ("Ctrl", "Alt", "Meta")
# Fields and lists of Qt mean them, or a whole row of keys does.
_FIXED = ("mention", "next_field", "press_button")
_ROWS = ("take_", "compare_put_")
Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeyMap:
    """Which keys mean a command.

    Attributes:
        preset: a name of `PRESETS`. own: keys that were changed of it, by the command's name.
    """

    preset: str = ""
    own: Mapping[str, Keys] = field(default_factory=dict)

    @property
    def changes(self) -> Mapping[str, Keys]:
        """Keys that are other than those a command is declared with."""
        return {**_preset(self.preset), **self.own}

    def changed(self, name: str, keys: Keys) -> KeyMap:
        """The same with other keys for a command."""
        return replace(self, own={**self.own, name: keys})

    def reset(self, name: str) -> KeyMap:
        """The same with a command's keys as the preset has them."""
        return replace(self, own={known: k for known, k in self.own.items() if known != name})

    def told(self) -> Keys:
        """As it is kept from one start to the next."""
        own = (" ".join((f"{name}=", *keys)) for name, keys in sorted(self.own.items()))
        return (f"{_PRESET}{self.preset}", *own) if self.preset or self.own else ()

    @classmethod
    def of(cls, told: Iterable[str], commands: Mapping[str, Command]) -> KeyMap:
        """What was kept; whatever is not understood any more counts as not changed."""
        preset, own = "", {}
        for line in told:
            if line.startswith(_PRESET):
                preset = line.removeprefix(_PRESET)
                continue
            name, *keys = line.split(" ")
            command = commands.get(name.removesuffix("="))
            if command is not None and can_change(command) and all(map(is_key, keys)):
                own[command.name] = tuple(keys)
        return cls(preset if _preset(preset) else "", own)


def _preset(name: str) -> Mapping[str, Keys]:
    """The keys of a preset; none where there is no such preset, or it is our own."""
    if not name:
        return {}
    from topa_studio.ui.commands.presets import PRESETS  # most people have our own

    return PRESETS.get(name, {})


def can_change(command: Command) -> bool:
    """Whether a user may give a command other keys."""
    keys = command.all_keys
    return not (command.name in _FIXED or command.name.startswith(_ROWS) or keys == ("Esc",))


def is_key(key: str) -> bool:
    """Whether Qt knows a key by this name, as the one way to write it."""
    return bool(key) and QKeySequence(key).toString() == key


def with_keys(command: Command, keys: Keys) -> Command:
    """A command with these keys instead; what a field or a list takes first is loose."""
    keys = tuple(dict.fromkeys(twin for key in keys for twin in _twins(key)))
    if command.place is not Place.WINDOW:
        return replace(command, keys=keys, loose=())
    loose = tuple(key for key in keys if _is_loose(key))
    return replace(command, keys=tuple(key for key in keys if key not in loose), loose=loose)


def _twins(key: str) -> Keys:
    held, plus, last = key.rpartition("+")
    twin = _TWINS.get(last)
    return (key,) if twin is None else (key, f"{held}{plus}{twin}")


def _is_loose(key: str) -> bool:
    """Whether a key is one that is typed, or that moves something where the keyboard is."""
    *held, last = key[:-1].split("+") if len(key) > 1 else [key]
    last = last + key[-1:] if len(key) > 1 else key
    is_function = last[:1] == "F" and last[1:].isdecimal()
    return not (any(h in _HELD for h in held) or last == "Space" or is_function)


def others(key: str, command: Command, commands: Mapping[str, Command]) -> list[Command]:
    """Commands besides that a key means in the same place."""
    return [
        other
        for other in commands.values()
        if other.place is command.place
        and other.name != command.name
        and any(QKeySequence(known).toString() == key for known in other.all_keys)
    ]
