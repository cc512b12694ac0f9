"""Shots of which it is asked whether a change shall make them out of date, until it is decided."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal


class Undecided(QObject):
    """Whoever asks (`who`) names the shots; the timeline shows them, with boxes while one chooses.

    Attributes:
        keys: permanent keys of all shots that are asked about.
        choosing: those among which the user chooses now, in the film's order; () for none.
    Signals:
        changed: these keys wear another sign, or another box.
        choosing_changed: boxes came or went.
    """

    changed = Signal(frozenset)
    choosing_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked: dict[object, tuple[str, ...]] = {}
        self._spared: set[str] = set()
        self._chooser: object | None = None
        self.keys: frozenset[str] = frozenset()
        self.choosing: tuple[str, ...] = ()

    def ask(self, who: object, keys: Iterable[str]) -> None:
        """Ask about these; () asks about none any more."""
        found = tuple(keys)
        if found == self._asked.get(who, ()):
            return
        self._asked = {each: told for each, told in self._asked.items() if each is not who}
        if found:
            self._asked[who] = found
        before = self.keys
        self.keys = frozenset(key for told in self._asked.values() for key in told)
        if self._chooser is who:
            self.choose(who if found else None)
        self.changed.emit(before ^ self.keys)

    def choose(self, who: object | None) -> None:
        """Choose among the shots that `who` asks about; None: no more."""
        before, self._chooser = self.choosing, who
        self.choosing = self._asked.get(who, ()) if who is not None else ()
        self._spared &= {*self.choosing}
        if self.choosing != before:
            self.choosing_changed.emit()
            self.changed.emit(frozenset(before) ^ frozenset(self.choosing))

    def ticked(self) -> tuple[str, ...]:
        """Those that shall be out of date, of the ones among which the user chooses."""
        return tuple(key for key in self.choosing if key not in self._spared)

    @property
    def spared(self) -> frozenset[str]:
        """Those among which the user chooses that shall stay as they are."""
        return frozenset(self._spared)

    def box(self, key: str) -> bool | None:
        """Whether a shot's box is ticked; None: it has none."""
        return key not in self._spared if key in self.keys and self.choosing else None

    def toggle(self, key: str) -> None:
        """Tick a shot's box, or clear it."""
        if key in self.choosing:
            self._spared ^= {key}
            self.changed.emit(frozenset({key}))
