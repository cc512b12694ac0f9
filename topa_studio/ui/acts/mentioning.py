"""An element's card that is let go over a shot's: the shot's words mention the element."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.model.mentions import mentioned_names
from topa_studio.ui.desk import Desk
from topa_studio.ui.elements.pane import ElementsPane
from topa_studio.ui.film.card_view import CardView
from topa_studio.ui.film.edge_scroll import EdgeScroll
from topa_studio.ui.widgets.parts import text_label

translate = QCoreApplication.translate
_BESIDE = QPoint(16, 14)


class Mentioning(QObject):
    """Works for one window; `views` are those of the film, of which some may not be shown."""

    def __init__(
        self,
        window: QWidget,
        desk: Desk,
        elements: ElementsPane,
        views: Callable[[], Iterable[CardView]],
    ) -> None:
        super().__init__(window)
        self._window, self._desk, self._elements, self._views = window, desk, elements, views
        self._label: QLabel | None = None
        self._over: CardView | None = None
        self._edge: EdgeScroll | None = None
        self._carried = ("", QPoint())
        elements.carried.connect(self._carry)
        elements.let_go.connect(self._let_go)
        elements.given_up.connect(self._put_away)

    def _carry(self, name: str, there: QPoint) -> None:
        if not self._desk.editable:
            return
        self._carried = name, there
        self._show_label(name, there)
        view = self._view_under(there)
        if view is not self._over:
            self._leave()
            self._over = view
            if view is not None:
                self._edge = EdgeScroll(view, lambda: self._carry(*self._carried), self)
        if view is None or self._edge is None:
            return
        at = view.viewport().mapFromGlobal(there)
        words = translate("Elements", "mention @{name}").format(name=name)
        view.show_guest(at, self._elements.colour(name), words)
        self._edge.follow(at)

    def _let_go(self, name: str, there: QPoint) -> None:
        view = self._view_under(there)
        row = None if view is None else view.row_under(view.viewport().mapFromGlobal(there))
        self._put_away()
        if view is not None and row is not None:
            self._mention(view.shots.shot(row).key, name)

    def _mention(self, key: str, name: str) -> None:
        desk = self._desk

        async def work() -> None:
            film = desk.film
            words = film.shot(key).prompt
            if name in mentioned_names(words, film.names):
                told = translate("Elements", "The words of {number} have @{name} already")
                desk.tell(told.format(number=film.number_of(key), name=name))
                return
            label = translate("Elements", "Mention @{name}").format(name=name)
            await desk.edit(label, SetField(ShotTarget(key), "prompt", with_mention(words, name)))

        desk.start(work)

    def _view_under(self, there: QPoint) -> CardView | None:
        def holds(view: CardView) -> bool:
            viewport = view.viewport()
            return viewport.isVisible() and viewport.rect().contains(viewport.mapFromGlobal(there))

        return next(filter(holds, self._views()), None)

    def _show_label(self, name: str, there: QPoint) -> None:
        """The name goes along at the pointer."""
        if self._label is None:
            self._label = text_label(f"@{name}", "hold")
            self._label.setParent(self._window)
            self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._label.adjustSize()
            self._label.show()
        self._label.move(self._window.mapFromGlobal(there) + _BESIDE)
        self._label.raise_()

    def _leave(self) -> None:
        if self._edge is not None:
            self._edge.stop()
            self._edge.deleteLater()
        if self._over is not None:
            self._over.show_guest(None)
        self._over = self._edge = None

    def _put_away(self) -> None:
        self._leave()
        if self._label is not None:
            self._label.deleteLater()
            self._label = None


def with_mention(words: str, name: str) -> str:
    """A shot's words with a mention behind them; what stands there stays letter by letter."""
    apart = "" if not words or words[-1].isspace() else " "
    return f"{words}{apart}@{name}"
