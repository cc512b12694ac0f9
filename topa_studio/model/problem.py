"""A mistake or hint in the scenario: what, where, how bad."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """An error stops whatever it concerns from being sent; a warning or hint stops nothing."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Problem:
    """`line` and `column` count from 1 (None: the whole file).

    `shot` is the permanent key of the shot it concerns, `element` an element's name, `scene` the
    id of a scene with all its shots; all None: the file as a whole.
    """

    severity: Severity
    code: str
    params: Mapping[str, object] = field(default_factory=dict)
    line: int | None = None
    column: int | None = None
    shot: str | None = None
    element: str | None = None
    scene: str | None = None
