"""The letters that choose an entry of an open menu: no two entries of one have the same.

Words of entries come from many hands, in every language, and one entry stands in several menus.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QMenu

from topa_studio.ui.widgets.plain import plain_act, without_key

_LETTER = re.compile(r"&([^&\s])")
_FIRST = re.compile(r"\b[^\W_]")
_ANY = re.compile(r"[^\W_]")
_CHANGED = (QEvent.Type.Show, QEvent.Type.ActionChanged)


def letter_of(words: str) -> str:
    """The letter that is marked in the words of an entry, small; "" where none is."""
    found = _LETTER.search(words.partition("\t")[0].replace("&&", "  "))
    return found[1].casefold() if found else ""


def told_apart(entries: Sequence[str]) -> list[str]:
    """The same words, and where a letter was marked before, another one that is free.

    One that has no letter, or for which none is left, has none.
    """
    letters = [letter_of(words) for words in entries]
    taken = {*letters}
    return [
        words if not letter or letter not in letters[:at] else _marked_anew(words, taken)
        for at, (words, letter) in enumerate(zip(entries, letters, strict=True))
    ]


def _marked_anew(words: str, taken: set[str]) -> str:
    says, tab, key = words.partition("\t")
    bare = without_key(says)
    for found in (*_FIRST.finditer(bare), *_ANY.finditer(bare)):
        letter = found[0].casefold()
        if letter not in taken:
            taken.add(letter)
            before, after = bare[: found.start()], bare[found.start() :]
            return f"{plain_act(before)}&{plain_act(after)}{tab}{key}"
    return f"{plain_act(bare)}{tab}{key}"


class Letters(QObject):
    """Keeps the entries of one menu apart whenever it is seen."""

    def __init__(self, menu: QMenu) -> None:
        super().__init__(menu)
        self._menu = menu
        menu.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It opens, or an entry of it says something else while it is open."""
        if event.type() in _CHANGED and self._menu.isVisible():
            self._tell_apart()
        return super().eventFilter(watched, event)

    def _tell_apart(self) -> None:
        entries = [act for act in self._menu.actions() if act.isVisible() and not act.isSeparator()]
        for act, words in zip(entries, told_apart([act.text() for act in entries]), strict=True):
            if act.text() != words:
                act.setText(words)
