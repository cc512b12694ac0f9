"""Who pays: practice, the account with what is on it, or nobody yet; a press says more."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy

from topa_studio.app.session import ProjectSession
from topa_studio.model.status import Money
from topa_studio.ui.look.calm import set_name
from topa_studio.ui.look.icons import icon_pixmap
from topa_studio.ui.look.theme import scaled, set_role, tokens
from topa_studio.ui.widgets.parts import text_label
from topa_studio.ui.words import dollars_word, limit_word, number

_PX = 12


class Shown(IntEnum):
    """How much of it is shown, from all to a sign alone."""

    WHOLE = 0
    SHORT = 1
    SIGN = 2


@dataclass(frozen=True, slots=True)
class _Face:
    """What the badge says, in parts: `strong` of it stands out, `aside` is quiet.

    Attributes:
        role: its colours in the sheet.
        sign: the icon that stands for it where there is no room for words.
        words, short: in front of the number.
        spoken: all of it in a sentence.
    """

    role: str
    sign: str
    words: str
    short: str
    spoken: str
    strong: str = ""
    unit: str = ""
    aside: str = ""


class Badge(QPushButton):
    """Always in the top bar.

    Signals:
        costs_chosen: show where the money went.
        real_chosen: there is no key: give one.
    """

    costs_chosen = Signal()
    real_chosen = Signal()

    def __init__(self, session: ProjectSession) -> None:
        super().__init__()
        self._session = session
        self._face: _Face | None = None
        self._shown = Shown.WHOLE
        self._sign = QLabel()
        self._words, self._strong = text_label(), text_label("", "strong")
        self._unit, self._aside = text_label(), text_label("", "dim")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(6)
        for part in self._parts():
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._press)
        self.tell(session.money())

    def sizeHint(self) -> QSize:
        """Room for what is shown."""
        layout = self.layout()
        return super().sizeHint() if layout is None else layout.sizeHint()

    @property
    def words(self) -> str:
        """What is written on it now."""
        labels = (self._words, self._strong, self._unit, self._aside)
        return " ".join(label.text() for label in labels if label.text())

    def tell(self, money: Money) -> None:
        """Show who pays, and what is left."""
        face = self._face_of(money)
        if face != self._face:
            self._face = face
            set_role(self, face.role)
            self._show()
        set_name(self, face.spoken)
        self.setToolTip(face.spoken)

    def show_as(self, shown: Shown) -> None:
        """Show all of it, less, or a sign alone."""
        if shown is not self._shown:
            self._shown = shown
            self._show()

    def _parts(self) -> tuple[QLabel, ...]:
        return self._sign, self._words, self._strong, self._unit, self._aside

    def _show(self) -> None:
        face, shown = self._face, self._shown
        if face is None:
            return
        whole, has_words = shown is Shown.WHOLE, shown is not Shown.SIGN
        texts = (
            (self._words, face.words if whole else face.short),
            (self._strong, face.strong),
            (self._unit, face.unit),
            (self._aside, face.aside if whole else ""),
        )
        for label, text in texts:
            label.setText(text if has_words else "")
            label.setVisible(bool(label.text()))
        now = tokens()
        ink = {"badge-ok": now.ok, "badge-warn": now.warn, "badge-real": now.accent}
        sign = face.sign if face.role in ("badge-real", "badge-warn") or not has_words else ""
        self._sign.setVisible(bool(sign))
        if sign:
            colour = ink.get(face.role, now.dim)
            ratio = self.devicePixelRatioF()
            self._sign.setPixmap(icon_pixmap(sign, scaled(_PX), colour, ratio))
        self.updateGeometry()

    def _press(self) -> None:
        if self._session.spending.can_pay or self._session.read_only:
            self.costs_chosen.emit()
        else:
            self.real_chosen.emit()

    def _face_of(self, money: Money) -> _Face:
        session = self._session
        if session.held_elsewhere:
            words = self.tr("Read only")
            return _Face("badge-off", "lock", words, words, words)
        if session.practice:
            words = self.tr("Practice mode · no money")
            return _Face("badge-ok", "dot", words, self.tr("Practice"), words)
        if not session.spending.can_pay:
            words = self.tr("No key yet · Go real…")
            return _Face("badge-off", "warning", words, self.tr("No key yet"), words)
        return self._account(money)

    def _account(self, money: Money) -> _Face:
        words = self.tr("KIE account")
        if money.low and money.left is not None:
            left = number(money.left)
            told = self.tr("KIE account · {left} cr left").format(left=left)
            spoken = f"{told} {limit_word(money.scope)}".strip()
            short = self.tr("{left} cr left").format(left=left)
            return _Face("badge-warn", "warning", told, short, spoken)
        if money.balance is None:
            spoken = self.tr("The KIE account pays")
            return _Face("badge-real", "dot", words, words, spoken)
        amount, dollars = number(money.balance), dollars_word(money.balance)
        spoken = self.tr("The KIE account pays: {amount} credits on it").format(amount=amount)
        told = f"{spoken}, {dollars}" if dollars else spoken
        unit = self.tr("cr", "credits")
        return _Face("badge-real", "dot", f"{words} ·", "", told, amount, unit, dollars)
