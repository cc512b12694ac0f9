"""The page "Go real": the key, where it goes, what the film costs; opening it sends nothing."""

from __future__ import annotations

import asyncio

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from topa_studio.app.going_real import GoingReal
from topa_studio.app.keys import Where
from topa_studio.base.errors import StudioError
from topa_studio.ui.account.key_box import KeyBox
from topa_studio.ui.account.price_box import PriceBox
from topa_studio.ui.account.words import kept_word
from topa_studio.ui.desk import Desk
from topa_studio.ui.look.theme import scaled, set_role
from topa_studio.ui.widgets.parts import ScrollColumn, text_label, thin_rule
from topa_studio.ui.words import credits_word, sentence


class GoRealPage(QDialog):
    """One page, beside the work.

    Signals:
        ready: the key is kept; the film should be opened with the real service.
    """

    ready = Signal()

    def __init__(self, parent: QWidget, desk: Desk, going: GoingReal) -> None:
        super().__init__(parent)
        self.setObjectName("real")
        self._scope = desk.scope
        self._going = going
        self._testing: asyncio.Task[None] | None = None
        self._tested: str | None = None
        self.setWindowTitle(self.tr("Go real"))
        self.setAccessibleName(self.windowTitle())
        self.why = text_label("", "warn", wrap=True)
        self.key = KeyBox()
        self.prices = PriceBox(desk, going)
        self.go = QPushButton()
        set_role(self.go, "primary")
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setAccessibleName(self.cancel.text())
        self._lay_out()
        self.key.test_requested.connect(self._test)
        self.key.changed.connect(self._forget_test)
        self.go.clicked.connect(lambda: desk.scope.spawn(self._go()))
        self.cancel.clicked.connect(self.close)
        room = parent.window().size()
        self.resize(min(scaled(560), room.width() - 40), min(scaled(680), room.height() - 40))

    def _lay_out(self) -> None:
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(24, 20, 24, 16)
        inside.setSpacing(14)
        inside.addWidget(text_label(self.tr("Make the film for real"), "title", wrap=True))
        told = self.tr(
            "In practice, this computer draws every picture and clip, and nothing costs money. For"
            " real, Kling makes them through KIE (kie.ai), and your account there pays in credits."
            " What you practised stays where it is."
        )
        inside.addWidget(text_label(told, wrap=True))
        inside.addWidget(self.why)
        inside.addWidget(self.key)
        inside.addWidget(self.prices)
        inside.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 14, 24, 18)
        foot.setSpacing(8)
        foot.addWidget(self.go, 1)
        foot.addWidget(self.cancel)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(ScrollColumn(body, self.windowTitle(), margin=24), 1)
        whole.addWidget(thin_rule())
        whole.addLayout(foot)

    def open_beside(self, *, pressed: bool) -> None:
        """Show the page; `pressed`: a press on Generate asked for the key, and sent nothing."""
        said = self.tr("Nothing was sent: there is no key yet. Press Generate again afterwards.")
        self.why.setText(said if pressed else "")
        self.why.setVisible(pressed)
        self._forget_test()
        self._scope.spawn(self._look())
        self.prices.refresh()
        self.show()
        self.raise_()
        self.activateWindow()
        self.key.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """The key does not stay in the field."""
        super().hideEvent(event)
        self._stop_test()
        self.key.field.clear()

    # The key.

    async def _look(self) -> None:
        try:
            self.key.show_hosts(await self._going.hosts())
        except StudioError as error:
            self.key.tell("bad", sentence(error.code, error.params))
        works = await self._going.keys.ring_works()
        if shiboken6.isValid(self):
            self.key.offer_places(self._going.keys.where_from(), ring=works)
            self._offer()

    def _test(self) -> None:
        """Ask for the balance, or stop asking."""
        if self._testing is not None:
            self._stop_test()
            self.key.tell("dim", self.tr("Not asked to the end."))
            return
        self._scope.spawn(self._ask())

    async def _ask(self) -> None:
        self._testing = asyncio.current_task()
        typed = self.key.typed
        self.key.show_testing(on=True)
        level, told = "dim", self.tr("Not asked to the end.")
        try:
            credits = await self._going.test(typed)
            level, told = (
                "ok",
                self.tr("It works: {credits} on the account.").format(
                    credits=credits_word(credits)
                ),
            )
            self._tested = typed
        except StudioError as error:
            level, told = "bad", sentence(error.code, error.params)
        finally:
            self._testing = None
            if shiboken6.isValid(self):
                self.key.show_testing(on=False)
                self.key.tell(level, told)
                self._offer()

    def _stop_test(self) -> None:
        if self._testing is not None:
            self._testing.cancel()

    def _forget_test(self) -> None:
        self._tested = None
        self._stop_test()
        self.key.tell("dim", "")
        self._offer()

    def _offer(self) -> None:
        good = self._tested is not None and self._tested == self.key.typed
        words = self.tr("Go real") if good else self.tr("Test the key first")
        self.go.setText(words)
        self.go.setAccessibleName(words)
        self.go.setEnabled(good)

    # Going.

    async def _go(self) -> None:
        if self._tested is None or self._tested != self.key.typed:
            return
        typed, self._tested = self._tested, None
        if typed and self._going.keys.where_from() is not Where.ENVIRONMENT:
            try:
                await self._going.keep(typed, self.key.place)
            except StudioError as error:
                self._tested = typed
                self.key.tell("bad", self._not_kept(error))
                return
        self.hide()
        self.ready.emit()

    def _not_kept(self, error: StudioError) -> str:
        if error.code.startswith("key.keyring"):
            place = kept_word(Where.FILE)
            told = self.tr("The system's keyring does not take the key. Choose: {place}.")
            return told.format(place=place)
        return sentence(error.code, error.params)
