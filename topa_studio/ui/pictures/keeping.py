"""What becomes of new pictures: they stand beside the old ones until they are kept or put back."""

from __future__ import annotations

from pathlib import PurePosixPath

import shiboken6
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from topa_studio.app.impact import Impact
from topa_studio.app.session import ProjectSession
from topa_studio.ui.desk import Desk
from topa_studio.ui.impact.card import ImpactCard
from topa_studio.ui.parts import text_label
from topa_studio.ui.theme import set_role


def new_pictures(session: ProjectSession, name: str) -> dict[str, str]:
    """The SHA-256 of what would lie at each path if the new pictures were kept."""
    there = session.elements.pictures(name)
    found = {p.path: p.candidate.sha256 for p in there if p.candidate is not None}
    for picture in session.elements.new_angles(name):
        if picture.candidate is not None and there:
            path = str(PurePosixPath(there[0].path).with_name(picture.file))
            found[path] = picture.candidate.sha256
    return found


class Keeping(QWidget):
    """The impact card where shots would become out of date, else two buttons with a word.

    Signals:
        kept: keys of the shots that are good as they are. put_back: the new ones go.
        decided: whether something waits to be kept.
    """

    kept = Signal(list)
    put_back = Signal()
    decided = Signal(bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._session = desk, desk.session
        self._name = ""
        self._asked: tuple[tuple[str, str], ...] | None = None
        self.card = ImpactCard(desk, primary=True)
        self.card.kept.connect(lambda _choice, _keys: self.kept.emit(list(self.card.spared)))
        self.card.put_back.connect(self.put_back)
        self.plain = QFrame()
        set_role(self.plain, "bar-warning")
        self._heading = text_label("", "card-title", wrap=True)
        self._foot = text_label("", "dim", wrap=True)
        self.back = QPushButton(self.tr("Put the old ones back", "", 2))
        self.keep = QPushButton(self.tr("Keep the new pictures", "", 2))
        set_role(self.keep, "primary")
        self.keep.clicked.connect(lambda: self.kept.emit([]))
        self.back.clicked.connect(self.put_back)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.keep)
        inside = QVBoxLayout(self.plain)
        inside.setContentsMargins(15, 13, 15, 13)
        inside.setSpacing(10)
        for part in (self._heading, self._foot):
            inside.addWidget(part)
        inside.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.card)
        whole.addWidget(self.plain)

    @property
    def button(self) -> QPushButton:
        """The one that keeps them."""
        return self.keep if self.card.isHidden() else self.card.keep

    def follow(self, name: str) -> None:
        """Ask about the new pictures of this element; it goes where there is none."""
        if name != self._name:
            self._name, self._asked = name, None
        waits = self._session.elements.candidates(name) > 0
        if waits:
            self._desk.look(self._work_out)
        else:
            self.put_away()
        self.decided.emit(waits)

    def forget(self) -> None:
        """What keeping would mean may be something else now."""
        self._asked = None

    async def _work_out(self) -> None:
        """Which shots keeping them makes out of date, worked out beside the work."""
        name, new = self._name, new_pictures(self._session, self._name)
        asked = tuple(new.items())
        if asked == self._asked and not self.isHidden():
            return
        self._asked = asked
        impact = await self._session.impact.of_pictures(name, new)
        if not shiboken6.isValid(self):
            return
        count = self._session.elements.candidates(name)
        if self._asked == asked and name == self._name and count:
            self.ask(name, count, impact, can=self._desk.editable)
            self.decided.emit(True)

    def ask(self, name: str, count: int, impact: Impact, *, can: bool) -> None:
        """Ask about so many new pictures; `can`: whether the film may be changed."""
        keep = self.tr("Keep the new pictures", "", count)
        back = self.tr("Put the old ones back", "", count)
        note = self.tr("The old pictures go into the trash.")
        if not any(p.candidate for p in self._session.elements.pictures(name)):
            # One more angle takes no picture's place.
            back, note = self.tr("Into the trash"), ""
        if impact.keys:
            title = self.tr("{name}'s picture changed").format(name=name)
            self.card.show_impact(title, impact, keep=keep, back=back, note=note)
        else:
            self.card.put_away()
            told = self.tr("%n new pictures of {name}", "", count).format(name=name)
            self._heading.setText(self.tr("{told}: no shot is out of date").format(told=told))
            self._foot.setText(f"{self.tr('Keeping costs nothing.')} {note}".strip())
            self.keep.setText(keep)
            self.back.setText(back)
        self.plain.setVisible(not impact.keys)
        for button in (self.keep, self.back, self.card.keep, self.card.back):
            button.setEnabled(can)
        self.show()

    def put_away(self) -> None:
        """Nothing waits to be kept."""
        self._asked = None
        self.card.put_away()
        self.hide()
