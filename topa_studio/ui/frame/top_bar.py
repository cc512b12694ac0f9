"""The bar over everything: the film, undo, saved, money, pause, and the one button that makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from topa_studio.app.session import SaveState
from topa_studio.model.status import RUNNING, Money, Quote, Stage, Trouble
from topa_studio.model.wish import Kind, Wish
from topa_studio.ui.badge import Badge, Shown
from topa_studio.ui.desk import Desk
from topa_studio.ui.look.calm import set_about, set_name, set_words
from topa_studio.ui.look.icons import icon
from topa_studio.ui.look.theme import scaled, set_role
from topa_studio.ui.running.binding import bind
from topa_studio.ui.widgets.parts import icon_button, text_label
from topa_studio.ui.widgets.plain import plain_act, plain_tip, without_key
from topa_studio.ui.words import (
    dollars_shown,
    dollars_word,
    limit_word,
    number,
    quote_word,
    trouble_words,
)

_RECOUNT_MS = 200
_EDGE, _GAP = 14, 8
_LEAST_TITLE = 120


class TopBar(QWidget):
    """Signals.

    generate_requested: keys of all missing shots, and the credits on the button.
    watch_requested: everything is made: play the film.
    title_wanted: it was pressed twice: change it.
    """

    generate_requested = Signal(list, object)
    watch_requested = Signal()
    title_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session = session = desk.session
        self._typing: str | None = None
        self._offered: Quote | None = None
        self._is_counting = False
        set_role(self, "topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Film and money"))
        self._title = TitleButton()
        self._title.clicked.connect(desk.selection.clear)
        self._title.pressed_twice.connect(self.title_wanted)
        self._saved = text_label("", "small")
        self.badge = Badge(session)
        acts = desk.commands.actions
        self.badge.costs_chosen.connect(acts["costs"].trigger)
        self.badge.real_chosen.connect(acts["real"].trigger)
        self.money = MoneyBox(real=not session.practice)
        self.money.clicked.connect(acts["costs"].trigger)
        self.pause = icon_button("pause", self.tr("Pause: send nothing new"), px=14)
        self.pause.clicked.connect(acts["pause"].trigger)
        self.primary = QPushButton()
        set_role(self.primary, "primary")
        self.primary.clicked.connect(self._press)
        self._lay_out(_action_button(acts["undo"], "undo"), _action_button(acts["redo"], "redo"))
        self._recount = QTimer(self)
        self._recount.setSingleShot(True)
        self._recount.setInterval(_RECOUNT_MS)
        self._recount.timeout.connect(self.refresh)
        bind(self, session.shots_changed, self._soon)
        bind(self, session.elements_changed, self._soon)
        bind(self, session.queue_changed, self._soon)
        bind(self, session.queue_changed, lambda _lines: self._show_pause())
        bind(self, session.changed, self._soon)
        bind(self, session.money_changed, self._money_changed)
        bind(self, session.saving_changed, self._show_saving)
        bind(self, session.standing.settled, self._soon)
        self.refresh()

    def _lay_out(self, undo: QToolButton, redo: QToolButton) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE, 8, _EDGE, 8)
        row.setSpacing(_GAP)
        self._steps = (undo, redo)
        self._brand = (text_label("Topa Studio", "brand"), text_label("/", "dim"))
        for label in self._brand:
            row.addWidget(label)
        row.addWidget(self._title)
        row.addSpacing(8)
        row.addWidget(undo)
        row.addWidget(redo)
        row.addSpacing(8)
        row.addWidget(self._saved)
        row.addStretch(1)
        row.addWidget(self.badge)
        row.addWidget(self.money)
        row.addWidget(self.pause)
        row.addWidget(self.primary)

    # Where room is short, what matters least gives way first.

    def minimumSizeHint(self) -> QSize:
        """Room for the buttons."""
        return QSize(scaled(420), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what fits."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        title = self._title.whole
        labels: tuple[QWidget, ...] = (*self._brand, self._saved, self.money, self.badge)
        room, least, shown = 0, title, labels
        for badge, least, gone, told in self._ways(title):
            self.badge.show_as(badge)
            self.money.show_only(told)
            shown = tuple(label for label in labels if label not in gone)
            wide = sum(label.sizeHint().width() + _GAP for label in shown)
            room = self.width() - wide - self._needed()
            if room >= least:
                break
        for label in labels:
            label.setVisible(label in shown)
        self._title.show_within(max(room, least))

    def _ways(self, title: int) -> Iterator[tuple[Shown, int, tuple[QWidget, ...], int]]:
        """How much of the badge, least width of the title, what is hidden, how many numbers of
        money: from all to the least.
        """
        small = min(title, scaled(_LEAST_TITLE))
        lesser = (*self._brand, self._saved)
        yield Shown.WHOLE, title, (), 3
        yield Shown.WHOLE, title, self._brand, 3
        yield Shown.WHOLE, title, lesser, 3
        yield Shown.SHORT, title, lesser, 3
        for numbers in (3, 2, 1):
            yield Shown.SHORT, small, lesser, numbers
        yield Shown.SHORT, small, (*lesser, self.money), 1
        yield Shown.SIGN, small, (*lesser, self.money), 1

    def _needed(self) -> int:
        buttons = (*self._steps, self.pause, self.primary)
        return sum(b.sizeHint().width() + _GAP for b in buttons) + 2 * _EDGE + 3 * _GAP

    def title_rect(self) -> QRect:
        """Where the film's title stands."""
        return self._title.geometry()

    def _money_changed(self, money: Money) -> None:
        self._show_money(money)
        if self._is_counting:
            self._soon(None)

    def _show_money(self, money: Money) -> None:
        self.money.show_money(money)
        self.badge.tell(money)
        self._fit()

    def _soon(self, _value: object) -> None:
        if not self._recount.isActive():
            self._recount.start()

    def refresh(self) -> None:
        """Show the film as it is now."""
        session = self._session
        title = self._desk.film.film.title or session.file.stem
        self._title.set_title(title)
        self._title.setAccessibleName(self.tr("Film settings of {title}").format(title=title))
        told = self.tr("{title}: show the film's settings").format(title=title)
        self._title.setToolTip(plain_tip(told))
        self._show_money(session.money())
        self._show_saving(session.saving)
        self._show_pause()
        self._show_primary()
        self._fit()

    def _show_saving(self, state: SaveState) -> None:
        words = {
            SaveState.SAVED: self.tr("Saved"),
            SaveState.SAVING: self.tr("Saving…"),
            SaveState.UNSAVED: self.tr("Not saved yet"),
            SaveState.FAILED: self.tr("Not saved"),
            SaveState.READ_ONLY: self.tr("Read only"),
        }
        self._saved.setText(words[state])
        set_role(self._saved, "bad" if state is SaveState.FAILED else "small")

    def _show_pause(self) -> None:
        paused = self._session.paused
        says = self.tr("Go on sending") if paused else self.tr("Pause: send nothing new")
        self.pause.setIcon(icon("play" if paused else "pause", px=scaled(14)))
        self.pause.setAccessibleName(says)
        self.pause.setToolTip(says)
        self.pause.setEnabled(not self._session.read_only)

    def show_typing(self, key: str | None) -> None:
        """The words of this shot are being typed, so nothing is wrong with them yet."""
        self._typing = key
        self._show_primary()

    def _show_primary(self) -> None:
        self._offered = None
        self._is_counting = not self._session.is_counted
        if self._is_counting:
            self._say(self.tr("Counting…"), can=False)
        else:
            self._show_offer()

    def _show_offer(self) -> None:
        session, standing, film = self._session, self._session.standing, self._desk.film
        quote = standing.missing()
        count = film.count()
        running = any(job.stage in RUNNING for job in session.queue())
        if not session.is_readable:
            self._say(self.tr("The film cannot be read"), can=False)
        elif not count:
            self._say(self.tr("No shots yet"), can=False)
        elif (quote.wishes or quote.blocked) and (mistake := session.spending.mistake):
            self._say(self.tr("The budget cannot be read"), can=False)
            self._explain(trouble_words(mistake))
        elif quote.wishes:
            self._offered = quote
            words = self.tr("Generate %n missing · {cost}", "", len(quote.wishes))
            self._say(words.format(cost=quote_word(quote)), can=not session.read_only)
        elif quote.blocked:
            self._show_blocked(quote.blocked)
        elif running:
            # How many run and wait is said by the queue and the line below, in one number each.
            self._say(self.tr("Generating…"), can=False)
        elif needs := len(session.jobs.needs_you()):
            self._say(self.tr("%n need you", "", needs), can=False)
        elif standing.count(Stage.EMPTY) == count:
            self._say(self.tr("Nothing to generate yet"), can=False)
        else:
            self._say(self.tr("Watch your film"), can=True)
        if (empty := standing.count(Stage.EMPTY)) and not self.primary.toolTip():
            self._explain(self.tr("%n shots have no words yet", "", empty))

    def _show_blocked(self, blocked: Mapping[Wish, Trouble]) -> None:
        """A name that is being typed is no mistake yet."""
        if [wish.key for wish in blocked] != [self._typing]:
            self._say(self.tr("%n shots cannot be generated", "", len(blocked)), can=False)
            shots = (Wish(Kind.CLIP, shot.key) for shot in self._desk.film.shots())
            first = next((blocked[shot] for shot in shots if shot in blocked), None)
            self._explain("" if first is None else trouble_words(first))

    def give_way(self, *, to_page: bool) -> None:
        """Be the one orange button, or leave that to a page that has one of its own."""
        set_role(self.primary, "second" if to_page else "primary")

    def _say(self, words: str, *, can: bool) -> None:
        set_words(self.primary, words)
        set_name(self.primary, words)
        self.primary.setEnabled(can)
        self._explain("")

    def _explain(self, words: str) -> None:
        self.primary.setToolTip(plain_tip(words))
        set_about(self.primary, words)

    def _press(self) -> None:
        if self._offered is not None:
            self.generate_requested.emit(list(self._session.missing()), self._offered.credits)
        else:
            self.watch_requested.emit()


class TitleButton(QPushButton):
    """The film's title, ending in an ellipsis where room ends.

    Signals:
        pressed_twice: a double click.
    """

    pressed_twice = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "crumb")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._title = ""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """No second click: the title is to be changed."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed_twice.emit()

    def set_title(self, title: str) -> None:
        """The whole title."""
        self._title = title

    @property
    def whole(self) -> int:
        """Pixels that the whole title takes."""
        self.setText(plain_act(self._title))
        return self.sizeHint().width()

    def show_within(self, width: int) -> None:
        """Show as much as fits into these pixels."""
        whole = self.whole
        metrics = self.fontMetrics()
        around = whole - metrics.horizontalAdvance(self._title)
        right = Qt.TextElideMode.ElideRight
        self.setText(plain_act(metrics.elidedText(self._title, right, width - around)))
        self.setFixedWidth(min(whole, width))


class MoneyBox(QPushButton):
    """Estimated, spent and left, always in this one place; a press shows where it went."""

    def __init__(self, *, real: bool) -> None:
        super().__init__()
        self._real = real
        set_role(self, "box")
        self._captions: dict[str, QLabel] = {}
        self._values: dict[str, QLabel] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 12, 7)
        row.setSpacing(6)
        captions = {
            "estimated": self.tr("Estimated"),
            "spent": self.tr("Spent"),
            "left": self.tr("Left"),
        }
        for place, (name, caption) in enumerate(captions.items()):
            said, value = text_label(caption, "dim"), text_label("", "strong")
            said.setContentsMargins(4 if place else 0, 0, 0, 0)
            self._captions[name], self._values[name] = said, value
            row.addWidget(said)
            row.addWidget(value)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the three numbers."""
        layout = self.layout()
        return super().sizeHint() if layout is None else layout.sizeHint()

    def show_only(self, count: int) -> None:
        """Show the last so many numbers; all of them are spoken and in the tooltip."""
        names = list(self._values)
        for name in names:
            shown = name in names[-count:]
            self._captions[name].setVisible(shown)
            self._values[name].setVisible(shown)

    def show_money(self, money: Money) -> None:
        """Show the film's credits; a dash where a number is not known."""
        shown = {"estimated": money.estimated, "spent": money.spent, "left": money.left}
        for name, amount in shown.items():
            set_words(self._values[name], "–" if amount is None else number(amount))
        set_name(
            self,
            self.tr("Estimated {estimated}, spent {spent}, left {left} credits").format(
                **{name: label.text() for name, label in self._values.items()}
            ),
        )
        told = f"{self.accessibleName()}. "
        told += self.tr("Credits: for what is not sent yet, spent so far, left to spend")
        if self._real and dollars_shown():
            told = self.tr("{told}. In dollars: {estimated}, {spent}, {left}").format(
                told=told, **{name: dollars_word(amount) or "–" for name, amount in shown.items()}
            )
        if limit := limit_word(money.scope):
            told = self.tr("{told} {limit}").format(told=told, limit=limit)
        self.setToolTip(told)
        set_about(self, told)
        self.updateGeometry()


def _action_button(action: QAction, name: str) -> QToolButton:
    made = QToolButton()
    action.setIcon(icon(name, px=scaled(16)))
    action.setIconVisibleInMenu(False)
    made.setDefaultAction(action)
    made.setIconSize(QSize(scaled(16), scaled(16)))
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def named() -> None:
        made.setAccessibleName(without_key(action.text()))

    action.changed.connect(named)
    named()
    return made
