"""The open scenario: its text is the truth, the typed film is a read of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from topa_studio.base.signal import Signal
from topa_studio.document.edits import Edit
from topa_studio.model.problem import Problem
from topa_studio.model.scenario import Scenario

Origin = Literal["edit", "undo", "redo", "outside"]


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """What one transaction changed; `shots`, `scenes`, `elements` name what was touched."""

    label: str
    origin: Origin
    before: Scenario
    after: Scenario
    shots: frozenset[str]
    scenes: frozenset[str]
    elements: frozenset[str]
    film: bool


class Document:
    """Text, film, problems and history of one scenario file.

    Signals:
        changed: a transaction, undo or redo took place.
    """

    path: Path
    scenario: Scenario
    problems: tuple[Problem, ...]

    def __init__(self, path: Path, data: bytes) -> None:
        self.changed: Signal[DocumentChange] = Signal()
        raise NotImplementedError

    @classmethod
    def open(cls, path: Path) -> Document:
        """Read a scenario file; one with mistakes still opens (see `problems`).

        Raises:
            OSError: the file cannot be read.
        """
        raise NotImplementedError

    @property
    def text(self) -> str:
        """The text with \\n line ends and without a BOM."""
        raise NotImplementedError

    def to_bytes(self) -> bytes:
        """The text as the file holds it: its own line ends and BOM."""
        raise NotImplementedError

    @property
    def unsaved(self) -> bool:
        """Whether the text differs from what was last read or saved."""
        raise NotImplementedError

    def mark_saved(self) -> None:
        """The bytes of `to_bytes` are in the file now."""
        raise NotImplementedError

    def apply(
        self, label: str, edits: Sequence[Edit], *, coalesce: str | None = None
    ) -> DocumentChange | None:
        """One transaction: all edits or none; None where nothing changed.

        Transactions in a row with the same `coalesce` word are one undo step.

        Raises:
            DocumentError: refused; nothing has changed.
        """
        raise NotImplementedError

    @property
    def undo_label(self) -> str | None:
        """What `undo` would take back, or None."""
        raise NotImplementedError

    @property
    def redo_label(self) -> str | None:
        """What `redo` would do again, or None."""
        raise NotImplementedError

    def undo(self) -> DocumentChange | None:
        """Take back the last transaction."""
        raise NotImplementedError

    def redo(self) -> DocumentChange | None:
        """Do the last undone transaction again."""
        raise NotImplementedError
