"""What a cut would change, a box each; first what of it is left alone, and why."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from topa_studio.app.conforming import CameBack
from topa_studio.model.status import Trouble
from topa_studio.ui.look.theme import set_role
from topa_studio.ui.widgets.parts import text_label
from topa_studio.ui.words import trouble_words

_MOST = 200


def rows(back: CameBack) -> QWidget:
    """A column of boxes."""
    translate = QCoreApplication.translate
    column = QWidget()
    lines = QVBoxLayout(column)
    lines.setContentsMargins(24, 16, 24, 16)
    lines.setSpacing(8)
    strange = (Trouble("interchange.unknown-clip", {"name": name}) for name in back.unmatched)
    left = (*strange, *back.left)
    told = [*((trouble, True) for trouble in left), *((c.trouble, False) for c in back.changes)]
    for trouble, stays in told[:_MOST]:
        lines.addWidget(_box(trouble_words(trouble), stays=stays))
    if len(told) > _MOST:
        more = translate("ScriptAgain", "And {count} more.").format(count=len(told) - _MOST)
        lines.addWidget(text_label(more, "dim"))
    lines.addStretch(1)
    return column


def _box(words: str, *, stays: bool) -> QFrame:
    box = QFrame()
    set_role(box, "bar-warning" if stays else "box")
    column = QVBoxLayout(box)
    column.setContentsMargins(14, 10, 14, 10)
    column.addWidget(text_label(words, wrap=True))
    box.setAccessibleName(words)
    return box
