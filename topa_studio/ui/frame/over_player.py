"""Where notices lie: the message bar over the player's top edge, the toast on its lower edge."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtWidgets import QWidget

from topa_studio.ui.look.theme import scaled
from topa_studio.ui.notices.notices import NoticeBar
from topa_studio.ui.notices.toast import Toast

_WIDE, _EDGE = 608, 12


class OverPlayer(QObject):
    """Keeps both in their places over `picture` inside `player`, whose size they never change."""

    def __init__(self, bar: NoticeBar, toast: Toast, player: QWidget, picture: QWidget) -> None:
        super().__init__(player)
        self._bar = bar
        self._toast = toast
        self._player, self._picture = self._home = player, picture
        for part in (bar, toast):
            told = not part.isHidden()
            part.setParent(player)
            part.setVisible(told)
        for watched in (bar, toast, player, picture):
            watched.installEventFilter(self)

    def move_over(self, page: QWidget | None = None, picture: QWidget | None = None) -> None:
        """Tell over `picture` inside a page that covers the player; None: over the player again."""
        player, picture = self._home if page is None else (page, picture or page)
        if player is self._player:
            return
        if self._player is not self._home[0]:
            self._player.removeEventFilter(self)
        self._player, self._picture = player, picture
        for part in (self._bar, self._toast):
            told = not part.isHidden()
            part.setParent(player)
            part.setVisible(told)
        if page is not None:
            page.installEventFilter(self)
        self._place_bar()
        self._place_toast()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The player has another size, or one of the two says something else."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show):
            if watched is not self._toast:
                self._place_bar()
            if watched is not self._bar:
                self._place_toast()
        return super().eventFilter(watched, event)

    def _place_bar(self) -> None:
        bar, room = self._bar, self._player.width() - 2 * _EDGE
        width = max(1, min(scaled(_WIDE), room))
        left = (self._player.width() - width) // 2
        # The words know how high they are once they have their width.
        top = _EDGE if self._player is self._home[0] else self._picture.y() + _EDGE
        bar.setGeometry(QRect(left, top, width, bar.height()))
        bar.fit()
        _lie_at(bar, QRect(left, top, width, bar.sizeHint().height()))
        bar.raise_()

    def _place_toast(self) -> None:
        toast = self._toast
        size = toast.size_in(self._player.width() - 2 * _EDGE)
        size = size.boundedTo(self._player.size())
        picture = self._picture
        whole = picture.isWindow() or picture is self._player
        bottom = self._player.height() if whole else picture.geometry().bottom()
        left = (self._player.width() - size.width()) // 2
        _lie_at(toast, QRect(QPoint(left, bottom - size.height() - 2 * _EDGE), size))
        toast.raise_()


def _lie_at(told: QWidget, place: QRect) -> None:
    """Lie here, with its words where this size has them.

    A layout that has just been worked out as it appears does not follow its size.
    """
    told.setGeometry(place)
    layout = told.layout()
    if layout is not None and layout.geometry() != told.contentsRect():
        layout.setGeometry(told.contentsRect())
