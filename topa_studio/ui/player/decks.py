"""Makes video players where the system can: the import of QtMultimedia waits until then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLoggingCategory, QObject

if TYPE_CHECKING:
    from topa_studio.ui.player.deck import Deck

_QUIET = "qt.multimedia.symbolsresolver.warning=false\nqt.multimedia.*.info=false"


def make_deck(parent: QObject) -> Deck | None:
    """A video player, or None where the system lacks what it needs."""
    QLoggingCategory.setFilterRules(_QUIET)
    try:
        from topa_studio.ui.player.deck import Deck
    except ImportError:
        return None
    return Deck(parent)
