"""The page of a shot's takes in the inspector: judge them, choose one, make one more."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from topa_studio.model.marks import TakeRef
from topa_studio.model.status import RUNNING, ShotStatus
from topa_studio.model.take import Take
from topa_studio.model.wish import Wish, variants
from topa_studio.ui.commands.table import COMMANDS
from topa_studio.ui.desk import Desk
from topa_studio.ui.drops.own_drops import OwnDrops
from topa_studio.ui.inspector.act import GenerateButton
from topa_studio.ui.inspector.panel_button import PanelButton
from topa_studio.ui.look.icons import icon
from topa_studio.ui.look.theme import scaled
from topa_studio.ui.needs_you.answers import Answers
from topa_studio.ui.notices.told import ToldLines
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.takes.accept import AcceptBox
from topa_studio.ui.takes.acts import TakeActs
from topa_studio.ui.takes.list import TakeList
from topa_studio.ui.takes.row import CHOOSE, FETCH, RESTORE
from topa_studio.ui.takes.signs import REJECT, STAR, TRASH
from topa_studio.ui.takes.trash_line import TrashLine
from topa_studio.ui.takes.words import RowFacts, facts_of
from topa_studio.ui.widgets.parts import Switch, bring_into_sight, icon_button, text_label
from topa_studio.ui.widgets.plain import plain_act
from topa_studio.ui.words import quote_word, shot_title

CLIPS, PANELS = "clips", "panels"
_THREE = 3


class TakesTab(QWidget):
    """Shows the takes, or the panels, of the shot whose key `show_shot` was given.

    Attributes:
    Signals:
        panels_requested: see `PanelButton`.
        generate_requested: a list with the shot's key, and the credits on the button.
        variants_requested: wishes for several takes at once, and the credits in the menu.
        play_requested: the key of a shot to play.
        answered: see `Answers`.
    """

    generate_requested = Signal(list, object)
    panels_requested = Signal(list, object, object)
    variants_requested = Signal(object, object)
    play_requested = Signal(str)
    answered = Signal(str, str)

    def __init__(self, desk: Desk, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._desk = desk
        self._session = desk.session
        self.acts = TakeActs(desk)
        self.key = ""
        self._three: tuple[tuple[Wish, ...], float | None] = ((), None)
        self.title = text_label("", "title", wrap=True)
        self.accept = AcceptBox()
        self.kind = Switch(
            self.tr("Of the shot"), ((CLIPS, self.tr("Clips")), (PANELS, self.tr("Panels")))
        )
        self.kind.set_value(CLIPS)
        self.nothing = text_label("", "dim", wrap=True)
        self.list = TakeList(thumbnails, self.tr("Takes of the shot"))
        self.answers = Answers(desk.session)
        self.compare = QPushButton(f" {self.tr('Compare')}")
        self.compare.setAccessibleName(self.tr("Compare"))
        self.compare.setIcon(icon("compare", px=scaled(16)))
        self.generate = GenerateButton()
        self.more = icon_button("chevron-down", self.tr("More ways to a take"))
        self.told = ToldLines()
        self.trash = TrashLine(thumbnails)
        self.bring = QPushButton(self.tr("Bring a picture…"))
        self.draw = PanelButton()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        made = QHBoxLayout()
        made.setSpacing(8)
        made.addWidget(self.compare)
        made.addWidget(self.generate, 1)
        made.addWidget(self.more)
        drawn = QHBoxLayout()
        drawn.setSpacing(8)
        drawn.addWidget(self.bring)
        drawn.addWidget(self.draw, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 0, 14, 14)
        whole.setSpacing(10)
        whole.addWidget(self.title)
        whole.addWidget(self.answers)
        whole.addWidget(self.accept)
        whole.addWidget(self.kind)
        whole.addWidget(self.nothing)
        whole.addWidget(self.list)
        whole.addLayout(made)
        whole.addLayout(drawn)
        whole.addWidget(self.told)
        whole.addWidget(self.trash)
        whole.addStretch(1)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        # Both are kept here: an action that its menu made goes with the menu's wrapper.
        self._ways, self.three = QMenu(self), QAction(self)
        self._ways.addAction(self.three)
        self._ways.addAction(self._desk.commands.actions["bring_clip"])
        self.more.setMenu(self._ways)

    def _connect(self) -> None:
        self.accept.wanted.connect(lambda on: self.acts.accept((self.key,), on=on))
        self.kind.chosen.connect(lambda _kind: self.refresh_status())
        for rows in (self.list, self.trash.list):
            rows.asked.connect(self._do)
            rows.noted.connect(self.acts.note)
            rows.numbered.connect(lambda number: self._choose(self._ref(number)))
            rows.reached.connect(bring_into_sight)
        self.draw.requested.connect(self.panels_requested)
        self.bring.clicked.connect(lambda: self._desk.commands.do("bring_panel"))
        self.compare.clicked.connect(lambda: self._desk.commands.do("compare"))
        self.generate.requested.connect(self._generate)
        self.three.triggered.connect(self._ask_three)
        self.generate.words_wanted.connect(lambda: self._desk.write(self.key))
        self.answers.answered.connect(self.answered)
        self.trash.weigh_wanted.connect(lambda: self._desk.look(self._weigh))
        self.trash.empty_wanted.connect(lambda: self.acts.empty_trash(self._thrown_away()))
        OwnDrops(self).dropped.connect(lambda paths, _at: self._bring(paths))

    @property
    def panels(self) -> bool:
        """Whether panels are shown, and not clips."""
        return self.kind.value == PANELS

    def show_shot(self, key: str) -> None:
        """Show another shot."""
        if key != self.key:
            self.flush()
            self.key = key
            self.trash.open(shown=False)
        self.refresh()

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        self.list.flush()

    def refresh(self) -> None:
        """Show the shot as the document says it now."""
        if self._desk.film.has_shot(self.key):
            self.title.setText(shot_title(self._desk.film.shot(self.key)))
            self.refresh_status()

    def refresh_status(self) -> None:
        """Show the takes as they are now."""
        if not self._desk.film.has_shot(self.key):
            return
        status = self._session.shot(self.key)
        accepted = self._desk.film.shot(self.key).locked
        self.accept.show_shot(status.chosen, accepted=accepted, editable=self._desk.editable)
        self._show_rows(status)
        self._show_buttons(status)

    # Rows.

    def _ref(self, number: int) -> TakeRef:
        return TakeRef(self.key, number, self.panels)

    def _show_rows(self, status: ShotStatus) -> None:
        panels = self.panels
        stands = status.panel if panels else status.chosen
        number = stands.number if stands is not None else 0
        takes = self._session.takes
        every = (*takes.of(self.key, panel=panels), *takes.gone(self.key, panel=panels))
        newest_first = sorted(every, key=lambda take: -take.number)
        rows = [self._facts(take, number) for take in newest_first]
        here = [row for row in rows if not row.in_trash]
        self.list.show_takes(here)
        self.list.setVisible(bool(here))
        self.nothing.setVisible(not here)
        self.nothing.setText(self._nothing_words(status))
        self.trash.show_trash(
            [row for row in rows if row.in_trash],
            spent=self._session.spending.of_shot(self.key).spent,
            panel=panels,
            editable=self._desk.editable,
        )

    def _facts(self, take: Take, chosen: int) -> RowFacts:
        ref = self._ref(take.number)
        return facts_of(self._session, ref, take, chosen=take.number == chosen)

    def _nothing_words(self, status: ShotStatus) -> str:
        if (status.panel_stage if self.panels else status.stage) in RUNNING:
            panel = self.tr("The first panel is being made.")
            return panel if self.panels else self.tr("The first take is being made.")
        if self.panels:
            return self.tr("No panel yet: a still of the shot. Drop a picture of your own here.")
        key = COMMANDS["generate"].key
        return self.tr("No take yet: press {key}, or drop a clip of your own here.").format(key=key)

    def _show_buttons(self, status: ShotStatus) -> None:
        asking = self.answers.ask(self.key)
        self.generate.setVisible(not asking and not self.panels)
        self.more.setVisible(not self.panels)
        self.bring.setVisible(self.panels)
        self.bring.setEnabled(self._desk.editable)
        self.draw.setVisible(self.panels)
        self.draw.offer(self._session, self.key)
        verb = self.tr("New take · {cost}")
        lines = () if asking else self.generate.offer_shot(self._session, self.key, verb)
        self.told.tell(() if self.panels else lines)
        self._offer_three()
        count = len(status.takes)
        self.compare.setVisible(count > 0 and not self.panels)
        self.compare.setEnabled(count > 1)
        why = self.tr("One take only: there is nothing to compare it with")
        self.compare.setToolTip(why if count == 1 else "")

    def _offer_three(self) -> None:
        """Say in the menu what three takes of the same words would cost."""
        quote = self._session.quote(variants(self.key, _THREE))
        self._three = quote.wishes, quote.credits
        words = self.tr("Three variants · {cost}").format(cost=quote_word(quote))
        self.three.setText(plain_act(words))
        self.three.setEnabled(self.generate.offers and bool(quote.wishes))

    def _ask_three(self) -> None:
        self.flush()
        wishes, shown = self._three
        self.variants_requested.emit(wishes, shown)

    # What is asked.

    def _do(self, name: str, ref: TakeRef) -> None:
        acts = {
            CHOOSE: self._choose, STAR: self.acts.star, REJECT: self.acts.reject,
            TRASH: self.acts.trash, RESTORE: self.acts.restore, FETCH: self.acts.fetch,
        }  # fmt: skip
        acts[name](ref)

    def _choose(self, ref: TakeRef) -> None:
        """It is in the film, and is seen there."""
        self.acts.choose(ref)
        if not ref.panel:
            self.play_requested.emit(ref.key)

    def _generate(self, keys: list[str], shown: float | None) -> None:
        self.flush()
        self.generate_requested.emit(keys, shown)

    def _bring(self, paths: list[str]) -> None:
        self.acts.bring(self.key, [Path(path) for path in paths])

    def _thrown_away(self) -> tuple[TakeRef, ...]:
        takes = self._session.takes.trash_of(self.key)
        return tuple(ref for ref in takes if ref.panel == self.panels)

    async def _weigh(self) -> None:
        self.trash.ask(await self._session.takes.weigh(self._thrown_away()))
        QTimer.singleShot(0, self, lambda: bring_into_sight(self.trash.question))
