"""Something the user should read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Notice:
    """`level` is info, warning or error; `code` and `params` make its sentence."""

    level: str
    code: str
    params: Mapping[str, object] = field(default_factory=dict)
