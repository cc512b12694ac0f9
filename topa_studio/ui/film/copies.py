"""Words for a picture that was taken over from the shot before, again and again."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from topa_studio.film.seams import SOFT, TOO_SOFT

translate = QCoreApplication.translate


def copies_word(copies: int) -> str:
    """How many copies in a row a picture is."""
    if not copies:
        return translate("Seam", "sharp")
    said = translate("Seam", "%n copies", "", copies)
    if copies >= TOO_SOFT:
        return translate("Seam", "{copies} · soft").format(copies=said)
    if copies >= SOFT:
        return translate("Seam", "{copies} · a bit soft").format(copies=said)
    return said


def copies_told(copies: int) -> str:
    """The same beside the choice of a first frame, with what helps."""
    said = copies_word(copies)
    if copies >= TOO_SOFT:
        return translate("Seam", "{copies}: start again from a panel").format(copies=said)
    return said
