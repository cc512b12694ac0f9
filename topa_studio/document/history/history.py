"""Undo and redo as splices of the text; taking everything back gives the original bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from topa_studio.base.yaml_reader import Source
from topa_studio.document.text.splice import Splices, apply, between
from topa_studio.model.marks import Aside, joined

ONTO_LAST = "onto the last"
"""The `coalesce` word of a deed that belongs to the step before it, whatever that is called."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a text becomes bytes: its line ends, and whether it begins with a BOM."""

    newline: str
    bom: bool

    @classmethod
    def of(cls, source: Source) -> Form:
        """The form of a file."""
        return cls(source.newline, source.bom)


@dataclass(frozen=True, slots=True)
class Deed:
    """One undo step: groups of splices, each on the text that the group before it left.

    `forms`: the file's form before and after, where another program changed it too.
    `markings`: what the step changed beside the text: marks of takes, pictures.
    """

    label: str
    coalesce: str | None
    forward: tuple[Splices, ...]
    backward: tuple[Splices, ...]
    forms: tuple[Form, Form] | None = None
    markings: tuple[Aside, ...] = ()

    def redo(self, text: str) -> str:
        """The text with the step made."""
        return _run(text, self.forward)

    def undo(self, text: str) -> str:
        """The text with the step taken back."""
        return _run(text, self.backward)


def _run(text: str, groups: tuple[Splices, ...]) -> str:
    for splices in groups:
        text, _inverse = apply(text, splices)
    return text


class History:
    """What was done and what was undone, newest last."""

    def __init__(self, done: Sequence[Deed] = (), undone: Sequence[Deed] = ()) -> None:
        self._done: list[Deed] = list(done)
        self._undone: list[Deed] = list(undone)

    @property
    def done(self) -> tuple[Deed, ...]:
        """What undo can take back, newest last."""
        return tuple(self._done)

    @property
    def undone(self) -> tuple[Deed, ...]:
        """What redo can do again, the next one last."""
        return tuple(self._undone)

    @property
    def next_undo(self) -> Deed | None:
        """The deed that undo takes back."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Deed | None:
        """The deed that redo does again."""
        return self._undone[-1] if self._undone else None

    def add(self, deed: Deed, before: str, after: str) -> None:
        """Remember a deed; `before` and `after` are the whole texts around it.

        A deed with the same `coalesce` word as the last one becomes part of it, and so does one
        that is `ONTO_LAST`.
        """
        last = self.next_undo
        if deed.coalesce == ONTO_LAST:
            whole = deed
            if last is not None and last.forms is None:
                whole = replace(self._joined(last, deed, before, after), label=last.label)
                self._done.pop()
            deed = replace(whole, coalesce=None)
        elif last is not None and not self._undone and deed.coalesce == last.coalesce is not None:
            deed = self._joined(last, deed, before, after)
            self._done.pop()
        self._done.append(deed)
        self._undone.clear()

    def _joined(self, last: Deed, deed: Deed, before: str, after: str) -> Deed:
        start = last.undo(before)
        forward = between(start, after)
        _text, backward = apply(start, (forward,))
        markings = joined(last.markings, deed.markings)
        return Deed(deed.label, deed.coalesce, ((forward,),), (backward,), markings=markings)

    def close(self) -> None:
        """The next deed begins a step of its own, whatever its `coalesce` word."""
        if self._done and self._done[-1].coalesce is not None:
            last = self._done[-1]
            self._done[-1] = replace(last, coalesce=None)

    def was_undone(self) -> None:
        """The newest deed was taken back."""
        self._undone.append(self._done.pop())

    def was_redone(self) -> None:
        """The newest undone deed was done again."""
        self._done.append(self._undone.pop())
