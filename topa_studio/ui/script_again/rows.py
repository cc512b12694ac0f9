"""What a newer script says otherwise, one box each, in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from topa_studio.film.scripts.changes import Change
from topa_studio.ui.look.theme import set_role
from topa_studio.ui.widgets.parts import text_label

_MOST = 200
_LONGEST = 600


def rows(changes: Sequence[Change]) -> QWidget:
    """A column of boxes; those that are kept as they were changed by hand come first."""
    translate = QCoreApplication.translate
    column = QWidget()
    lines = QVBoxLayout(column)
    lines.setContentsMargins(24, 16, 24, 16)
    lines.setSpacing(10)
    ordered = sorted(changes, key=lambda change: change.what != "kept")
    for change in ordered[:_MOST]:
        lines.addWidget(_row(change))
    if len(ordered) > _MOST:
        more = translate("ScriptAgain", "And {count} more.").format(count=len(ordered) - _MOST)
        lines.addWidget(text_label(more, "dim"))
    lines.addStretch(1)
    return column


def _row(change: Change) -> QFrame:
    translate = QCoreApplication.translate
    box = QFrame()
    set_role(box, "bar-warning" if change.what == "kept" else "box")
    head = QHBoxLayout()
    head.setSpacing(10)
    head.addWidget(text_label(_where(change), "strong"))
    head.addWidget(text_label(_what(change), "dim"), 1)
    lines = QVBoxLayout(box)
    lines.setContentsMargins(14, 10, 14, 12)
    lines.setSpacing(6)
    lines.addLayout(head)
    both = change.before and change.after
    for words, says in (
        (change.before, translate("ScriptAgain", "In the film: {words}")),
        (change.after, translate("ScriptAgain", "In the script: {words}")),
    ):
        if words:
            shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
            line = says.format(words=shown) if both or change.what == "kept" else shown
            lines.addWidget(text_label(line, wrap=True))
    box.setAccessibleName(f"{_where(change)}: {_what(change)}")
    return box


def _where(change: Change) -> str:
    translate = QCoreApplication.translate
    words = {
        "film": translate("ScriptAgain", "The film"),
        "scene": translate("ScriptAgain", "Scene {number}"),
        "shot": translate("ScriptAgain", "Shot {number}"),
        "element": translate("ScriptAgain", "Element"),
    }
    return words[change.of].format(number=change.number).strip()


def _what(change: Change) -> str:
    translate = QCoreApplication.translate
    return {
        "new": translate("ScriptAgain", "comes"),
        "changed": translate("ScriptAgain", "changes"),
        "gone": translate("ScriptAgain", "is deleted; its takes are kept"),
        "moved": translate("ScriptAgain", "moves"),
        "kept": translate("ScriptAgain", "was changed by hand, and stays as it is"),
    }[change.what]
