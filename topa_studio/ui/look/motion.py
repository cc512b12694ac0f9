"""Whether things move: as the desktop says, unless the user wants less."""

from __future__ import annotations

from PySide6.QtWidgets import QStyle, QWidget

LESS = "less"
MOTIONS = ("", LESS)
_wanted = [""]


def use_motion(wanted: str) -> None:
    """Have this choice, one of `MOTIONS`, in force from now on; "" follows the desktop."""
    _wanted[:] = [wanted]


def moves(widget: QWidget) -> bool:
    """Whether what changes its place on `widget` goes there before the user's eyes."""
    if _wanted[0] == LESS:
        return False
    duration = QStyle.StyleHint.SH_Widget_Animation_Duration
    return bool(widget.style().styleHint(duration, None, widget))
