"""The words on the picture: which shot it is, and what of it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from topa_studio.film.ladder import Source
from topa_studio.film.timing import Cut
from topa_studio.ui.words import stage_word

if TYPE_CHECKING:
    from topa_studio.app.session import ProjectSession

translate = QCoreApplication.translate


def captions(session: ProjectSession, cut: Cut) -> tuple[str, str]:
    """Left: number and title of the shot. Right: its take, or how far it is."""
    shot = session.film.shot(cut.key)
    status = session.shot(cut.key)
    words = stage_word(status.stage)
    if cut.source is Source.CLIP and status.chosen is not None:
        words = translate("PlayerPane", "Take {number}").format(number=status.chosen.number)
    elif cut.source is Source.PANEL:
        words = translate("PlayerPane", "Panel · {state}").format(state=words)
    return f"{cut.number} {shot.title}".strip(), words
