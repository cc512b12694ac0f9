"""The impact card: what a change makes out of date, what that costs, and what is to be done."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from topa_studio.app.impact import Impact
from topa_studio.model.status import Money
from topa_studio.ui.binding import bind
from topa_studio.ui.desk import Desk
from topa_studio.ui.film.badge import Shape, paint_shape
from topa_studio.ui.parts import text_label
from topa_studio.ui.theme import scaled, set_role, tokens
from topa_studio.ui.words import credits_word, limit_word

_LEAST, _AROUND = 240, 130
_SIGN = 13
_ROWS = QBoxLayout.Direction.TopToBottom
_BESIDE = QBoxLayout.Direction.LeftToRight


class Choice(StrEnum):
    """Which of the shots shall be out of date."""

    NONE = "none"
    CHOOSE = "choose"
    ALL = "all"


Answer = tuple[Choice, frozenset[str]]
"""Which way is chosen, and keys of the shots that are spared where one chooses."""


class ImpactCard(QFrame):
    """Is hidden until `show_impact`; it decides nothing itself, and nothing is ever sent from it.

    Signals:
        kept: the choice, and keys of the shots that shall be out of date; the others (`spared`)
            are good as they are.
        put_back: the change shall not be.
    """

    kept = Signal(str, list)
    put_back = Signal()

    def __init__(self, desk: Desk, *, primary: bool = False, parent: QWidget | None = None) -> None:
        """`primary`: Keep is the orange button of its page."""
        super().__init__(parent)
        self._desk = desk
        self._impact = Impact()
        self._title = self._note = ""
        set_role(self, "bar-warning")
        self.heading = text_label("", "card-title", wrap=True)
        self.heading.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.aside = text_label(self.tr("An accepted shot stays as it is"), "dim")
        self._asks = text_label(self.tr("Which of them shall be out of date?"))
        self.ways = {choice: QRadioButton() for choice in Choice}
        self.ways[Choice.NONE].setText(self.tr("None"))
        self.ways[Choice.CHOOSE].setText(self.tr("Choose…"))
        self.ways[Choice.ALL].setText(self.tr("All %n", "", 0))
        self._costs = {choice: text_label("", "dim") for choice in Choice}
        self.back, self.keep = QPushButton(self.tr("Put back")), QPushButton(self.tr("Keep"))
        set_role(self.keep, "primary" if primary else "second")
        self.foot = text_label("", "dim", wrap=True)
        self._lay_out()
        self.ways[Choice.ALL].setChecked(True)
        for choice, button in self.ways.items():
            button.toggled.connect(partial(self._toggled, choice))
        self.keep.clicked.connect(self._keep)
        self.back.clicked.connect(self._put_back)
        desk.undecided.changed.connect(lambda _keys: self._count())
        bind(self, desk.session.money_changed, self._money_changed)
        self.hide()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(_HalfDisc(), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.heading, 1)
        head.addWidget(self.aside, 0, Qt.AlignmentFlag.AlignTop)
        self._ways = QBoxLayout(_BESIDE)
        for choice in Choice:
            way = QHBoxLayout()
            way.setSpacing(6)
            way.addWidget(self.ways[choice])
            way.addWidget(self._costs[choice], 1)
            self._ways.addLayout(way)
        self._ways.addStretch(1)
        asks = QVBoxLayout()
        asks.setSpacing(6)
        asks.addWidget(self._asks)
        asks.addLayout(self._ways)
        self._buttons = QBoxLayout(_BESIDE)
        self._buttons.setSpacing(8)
        self._buttons.addWidget(self.back)
        self._buttons.addWidget(self.keep)
        self._middle = QBoxLayout(_BESIDE)
        self._middle.setSpacing(12)
        self._middle.addLayout(asks, 1)
        self._middle.addLayout(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 12, 15, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._middle)
        column.addWidget(self.foot)
        self._fit(0)

    # What is asked.

    def show_impact(
        self, title: str, impact: Impact, *, keep: str = "", back: str = "", note: str = ""
    ) -> None:
        """Ask about a change: `title` says it ("Topa's picture changed"); all is chosen at first.

        Where the same change is asked about again, for other shots, the choice stays.
        `keep`, `back`: words of the two buttons. `note`: what else becomes of the change.
        """
        is_another = title != self._title or self.isHidden()
        self._title, self._impact, self._note = title, impact, note
        self.keep.setText(keep or self.tr("Keep"))
        self.back.setText(back or self.tr("Put back"))
        self._desk.undecided.ask(self, impact.keys)
        if is_another:
            self.ways[Choice.ALL].setChecked(True)
            self._desk.undecided.choose(None)
        self._say()
        self.show()

    def put_away(self) -> None:
        """It is decided, or there is nothing to decide any more."""
        self._desk.undecided.ask(self, ())
        self._impact = Impact()
        self.hide()

    @property
    def impact(self) -> Impact:
        """What is asked about."""
        return self._impact

    @property
    def choice(self) -> Choice:
        """What is chosen now."""
        return next(choice for choice, button in self.ways.items() if button.isChecked())

    @property
    def chosen(self) -> tuple[str, ...]:
        """Keys of the shots that shall be out of date."""
        match self.choice:
            case Choice.NONE:
                return ()
            case Choice.CHOOSE:
                return self._desk.undecided.ticked()
        return self._impact.keys

    @property
    def spared(self) -> tuple[str, ...]:
        """Keys of the shots that are good as they are, for `session.takes.keep_as_is`."""
        chosen = frozenset(self.chosen)
        return tuple(key for key in self._impact.keys if key not in chosen)

    @property
    def answer(self) -> Answer:
        """What is chosen so far, to be given to a card that takes this one's place."""
        spared = self._desk.undecided.spared if self.choice is Choice.CHOOSE else frozenset()
        return self.choice, spared

    def take_answer(self, answer: Answer) -> None:
        """Have that chosen which was chosen in the card before this one."""
        self.ways[answer[0]].setChecked(True)
        for key in answer[1]:
            self._desk.undecided.toggle(key)

    def _toggled(self, choice: Choice, on: bool) -> None:
        if on:
            self._desk.undecided.choose(self if choice is Choice.CHOOSE else None)
            self._count()

    def _keep(self) -> None:
        self.kept.emit(self.choice.value, list(self.chosen))

    def _put_back(self) -> None:
        self.put_back.emit()

    # Words.

    def _money_changed(self, money: Money) -> None:
        if self._impact.keys:
            quote = replace(self._impact.quote, left=money.left, scope=money.scope)
            self._impact = replace(self._impact, quote=quote)
            self._say()

    def _say(self) -> None:
        told = self.tr("Keeping costs nothing. Nothing is made anew until you press Generate.")
        self.foot.setText(" ".join(part for part in (told, self._note, self._left()) if part))
        count, impact = len(self._impact.keys), self._impact
        words = self.tr("{title}: %n shots out of date, {cost} to refresh", "", count)
        heading = words.format(title=self._title, cost=credits_word(impact.quote.credits))
        self.heading.setText(heading)
        self.setAccessibleName(heading)
        self.ways[Choice.ALL].setText(self.tr("All %n", "", count))
        for part in (self.ways[Choice.CHOOSE], self._costs[Choice.CHOOSE]):
            part.setVisible(count > 1)
        self._costs[Choice.NONE].setText(credits_word(0))
        cost = self.tr("{cost} to refresh").format(cost=credits_word(impact.quote.credits))
        self._costs[Choice.ALL].setText(cost)
        self._count()

    def _count(self) -> None:
        """What is chosen among them, and what that costs."""
        words, keys, chosen = "", self._impact.keys, self.chosen
        if not keys:
            return
        if self.choice is Choice.CHOOSE:
            cost = credits_word(self._impact.cost(chosen))
            words = self.tr("{count} of {all} · {cost}")
            words = words.format(count=len(chosen), all=len(keys), cost=cost)
        self._costs[Choice.CHOOSE].setText(words)
        for choice, button in self.ways.items():
            button.setAccessibleName(f"{button.text()} {self._costs[choice].text()}".strip())

    def _left(self) -> str:
        """What is left of the tightest budget; "" where nothing limits."""
        quote = self._impact.quote
        where = limit_word(quote.scope)
        if quote.left is None or not where:
            return ""
        words = self.tr("{left} left {where}.")
        if quote.credits is not None and quote.credits > quote.left:
            words = self.tr("{left} left {where}: not enough for all.")
        return words.format(left=credits_word(quote.left), where=where)

    # Its shape.

    def height_at(self, width: int) -> int:
        """How high it is where it is so wide."""
        self._fit(width)
        column = self.layout()
        return 0 if column is None else column.totalHeightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, what stands side by side stands in rows."""
        super().resizeEvent(event)
        self._hold()

    def event(self, event: QEvent) -> bool:
        """What it says has another height."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._hold()
        return done

    def _hold(self) -> None:
        """Nothing of it is squeezed."""
        self.setMinimumHeight(self.height_at(self.width()))

    def minimumSizeHint(self) -> QSize:
        """It takes the width it is given."""
        return QSize(scaled(_LEAST), super().minimumSizeHint().height())

    def set_low(self, *, low: bool) -> None:
        """Where height is short, only what is asked and answered is said."""
        for words in (self._asks, self.foot):
            words.setVisible(not low)

    def _beside_needs(self) -> int:
        """How wide it is with all ways and buttons side by side."""
        ways = [part for choice in Choice for part in (self.ways[choice], self._costs[choice])]
        shown = [part for part in (*ways, self.back, self.keep) if not part.isHidden()]
        return sum(part.sizeHint().width() for part in shown) + scaled(_AROUND)

    def _fit(self, width: int) -> None:
        wide = width >= self._beside_needs()
        way = _BESIDE if wide else _ROWS
        self.aside.setVisible(wide)
        if self._middle.direction() is not way:
            for box in (self._middle, self._ways):
                box.setDirection(way)
        beside = wide or width >= least_beside(self, self.back, self.keep)
        self._buttons.setDirection(_BESIDE if beside else _ROWS)
        # Room that is left over goes between them where they lie beside each other only.
        self._middle.setStretch(0, 1 if wide else 0)
        self._ways.setSpacing(18 if wide else 6)


def least_beside(around: QWidget, *buttons: QPushButton) -> int:
    """How wide `around` has to be for these to stand side by side with all their words."""
    layout = around.layout()
    margins = 0 if layout is None else layout.contentsMargins().left() * 2
    return sum(button.sizeHint().width() + 8 for button in buttons) + margins


class _HalfDisc(QWidget):
    """The sign of what is out of date."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(scaled(_SIGN) + 2, scaled(_SIGN) + 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the middle of the first line."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            size = scaled(_SIGN)
            paint_shape(painter, QRectF(0, 3, size, size), Shape.HALF, tokens().warn)
