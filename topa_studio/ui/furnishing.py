"""What stands in the window's frame, joined by signals: all panes but the film, and all acts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from topa_studio.app.session import Notice
from topa_studio.model.marks import TakeRef
from topa_studio.ui.accessible.reading import read_aloud
from topa_studio.ui.acts.chosen_acts import ChosenActs
from topa_studio.ui.acts.comment_acts import CommentActs
from topa_studio.ui.acts.frame_acts import FrameActs
from topa_studio.ui.acts.history_acts import HistoryActs
from topa_studio.ui.acts.last_time import LastTime
from topa_studio.ui.acts.making import Making
from topa_studio.ui.acts.mentioning import Mentioning
from topa_studio.ui.acts.panel_acts import PanelActs
from topa_studio.ui.acts.queue_acts import QueueActs
from topa_studio.ui.acts.refreshing import Refreshing
from topa_studio.ui.acts.renaming import Renaming
from topa_studio.ui.acts.scene_acts import SceneActs
from topa_studio.ui.acts.shot_acts import ShotActs
from topa_studio.ui.acts.sound_acts import SoundActs
from topa_studio.ui.acts.stale_times import StaleTimes
from topa_studio.ui.acts.stretching import Stretching
from topa_studio.ui.acts.take_commands import TakeCommands
from topa_studio.ui.acts.variant_acts import VariantActs
from topa_studio.ui.acts.writing_acts import WritingActs
from topa_studio.ui.commands.of_window import TAKES
from topa_studio.ui.elements.acts import ElementActs
from topa_studio.ui.elements.importing import Importing
from topa_studio.ui.elements.pane import ElementsPane
from topa_studio.ui.frame.frame import Frame
from topa_studio.ui.frame.over_player import OverPlayer
from topa_studio.ui.frame.restoring import Restoring, Standing
from topa_studio.ui.impact.asking import ImpactAsking
from topa_studio.ui.impact.places import OverTimeline, above
from topa_studio.ui.inspector.pane import InspectorPane
from topa_studio.ui.judging import Judging
from topa_studio.ui.middle import Middle
from topa_studio.ui.needs_you.desk import NeedsYou
from topa_studio.ui.notices.run_told import RunTold
from topa_studio.ui.out.acts import Out
from topa_studio.ui.outside import OutsideTold
from topa_studio.ui.pages import Pages
from topa_studio.ui.palette.opening import Palette
from topa_studio.ui.picture_acts import PictureActs
from topa_studio.ui.pictures.room import ElementRoom
from topa_studio.ui.player.pane import PlayerPane
from topa_studio.ui.pressing.press import Pressing
from topa_studio.ui.queue.pane import QueuePane
from topa_studio.ui.timeline.edges import EdgeDrag
from topa_studio.ui.widgets.credits_field import CreditsField
from topa_studio.ui.widgets.focus_home import FocusHome
from topa_studio.ui.widgets.title_editor import TitleEditor

translate = QCoreApplication.translate


class Furnishing(QObject):
    """Of one window."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk = window.desk
        self.elements = ElementsPane(desk, window.looks)
        self.queue = QueuePane(desk)
        self.player = PlayerPane(desk)
        self.inspector = InspectorPane(
            desk,
            window.thumbnails,
            window.looks,
            lambda: (self.player.speaker, window.timeline.lanes.waves),
        )
        self.middle = Middle(window)
        speaker, proxies = self.player.speaker, self.player.playback.frames.proxies
        self.judging = Judging(
            desk, self.middle, window.thumbnails, speaker, proxies, window.looks.colour
        )
        self.pressing = Pressing(window, desk)
        self.pressing.asks = window.preferences.ask_single
        self.needs_you = NeedsYou(window, desk, self.pressing.sure)
        self.pages = Pages(window, desk, window.thumbnails)
        self.pages.searched = window.timeline.header.search.text
        self.out = Out(window, desk, self.player, window.preferences.out, window.thumbnails)
        self._add_acts()
        self._put_in()
        self.restoring = Restoring(window, self._standing())
        FocusHome(window, window.timeline)
        read_aloud(window.timeline.views)
        RunTold(window, desk.session)
        self._join_panes()
        self._join_commands()
        self.restoring.begin(window.stood)

    def _add_acts(self) -> None:
        """What can be done with the film; each joins its own commands."""
        window, desk, elements = self._window, self._desk, self.elements
        timeline, top = window.timeline, window.top
        self.shots = ShotActs(desk)
        stretching = Stretching(desk, lambda path: self.player.facts.of(desk.session.path(path)))
        timeline.view.pointer.edges = EdgeDrag(timeline.view, stretching)
        self.element_acts = ElementActs(window, desk)
        looks = window.thumbnails, window.looks
        self.writing = WritingActs(desk, self.middle, *looks, self.inspector)
        self.writing.element_wanted.connect(lambda name: self.element_acts.new(name))
        chosen = ChosenActs(desk, self.shots, SceneActs(desk), self.element_acts)
        for acts in (HistoryActs, StaleTimes, CommentActs):
            acts(desk)
        self.making = Making(desk, self.pressing, timeline, elements, self.inspector, top)
        to_budget = self.inspector.edit_budget
        self._queue_acts = QueueActs(desk, self.queue, self.making, self.needs_you, to_budget)
        self._outside = OutsideTold(window, desk)
        self.room = ElementRoom(desk, window.places, timeline, *looks, self.making.pictures)
        self.importing = Importing(window, desk, window.thumbnails)
        Refreshing(desk, timeline.header, self.making)
        VariantActs(desk, self.making)
        self.panels = PanelActs(desk, timeline.header, self.making)
        self.frames = FrameActs(window, desk)
        SoundActs(window, desk, timeline)
        self._take_commands = takes = TakeCommands(window, desk, timeline, self.frames.take)
        chosen.paste_first = lambda: self.room.paste() or takes.paste()
        lying = OverTimeline(window.ground, (self.player, timeline)).put
        self.asking = ImpactAsking(desk, above(self.inspector), lying)
        LastTime(desk, self.queue, self.making)
        Renaming(desk, timeline, elements, top)
        Mentioning(window, desk, elements, timeline.card_views)
        self.palette = Palette(window, window.preferences.last_chosen)

    def _put_in(self) -> None:
        window, player = self._window, self.player
        window.places.take_player(player)
        self._over = OverPlayer(window.notice_bar, window.toast, player, player.surface)
        window.folding.take_player(player)
        window.docks.fill(self.elements, self.queue, self.inspector)
        window.docks.header("elements").add(self.elements.add)
        window.docks.header("inspector").add(self.inspector.tabs)
        self._panes: tuple[QWidget, ...] = (
            window.notice_bar, window.timeline, window.rail, self.elements, self.queue, player,
            self.inspector,
        )  # fmt: skip
        _order(
            window.rail, player, window.notice_bar, window.toast, window.status, self.elements,
            self.elements.add, self.queue, self.inspector.tabs, self.inspector, window.timeline,
        )  # fmt: skip

    def _standing(self) -> Standing:
        window = self._window
        columns = {"elements": self.elements, "queue": self.queue, "inspector": self.inspector}
        return Standing(
            window.timeline, self.player, columns, window.commands, self.needs_you, window.folding,
            window.places, self.inspector.tabs,
        )  # fmt: skip

    # Joining.

    def _join_panes(self) -> None:
        window, inspector, timeline = self._window, self.inspector, self._window.timeline
        self.queue.counted.connect(partial(_show_queue_count, window))
        self.queue.counted.connect(window.rail.show_queue)
        self.queue.refresh()
        window.rail.new_wanted.connect(self.elements.new_requested)
        self.elements.new_requested.connect(lambda: self.element_acts.new())
        self.elements.entered.connect(self.room.enter)
        self.elements.pictures_dropped.connect(
            lambda name, paths: PictureActs(window, self._desk).add(name, paths)
        )
        self.elements.delete_requested.connect(self.element_acts.delete)
        self.elements.menu_opened.connect(self.needs_you.add_answers)
        inspector.headed.connect(window.docks.header("inspector").set_title)
        inspector.counted.connect(window.docks.header("inspector").set_count)
        inspector.left.connect(timeline.setFocus)
        inspector.refresh()
        for plays in (inspector, timeline):
            plays.play_requested.connect(lambda _key: self.room.leave())
            plays.play_requested.connect(self.player.play_shot)
        inspector.file_wanted.connect(self.frames.ask)
        inspector.file_given.connect(self.frames.take)
        inspector.panels_requested.connect(self.panels.make)
        inspector.element_wanted.connect(self.element_acts.new)
        inspector.element_delete_requested.connect(self.element_acts.delete)
        inspector.shots_wanted.connect(self.room.show_film_with)
        inspector.answered.connect(self.needs_you.answer)
        self.needs_you.changed.connect(inspector.refresh_status)
        timeline.shot_wanted.connect(self.shots.new)
        timeline.seam_requested.connect(self.judging.show_seam)
        self.out.shots_wanted.connect(timeline.show_missing)
        self.middle.opened.connect(self._page_opened)
        self.middle.left.connect(self._page_left)
        window.places.leaving.connect(self.middle.leave)
        window.places.moved.connect(self._tell_over)
        self.room.opened.connect(self._element_opened)
        self.room.closed.connect(self._page_left)
        self.room.decided.connect(self._give_way)
        timeline.menu_opened.connect(self.needs_you.add_answers_of)
        window.top.watch_requested.connect(self._watch)
        window.status.needs_pressed.connect(self.needs_you.step)
        window.status.language_pressed.connect(self._open_languages)
        window.menus.shot.aboutToShow.connect(self.making.show_costs)
        window.menus.shot.aboutToShow.connect(self.panels.show_costs)

    def _join_commands(self) -> None:
        instead, room = self.middle.instead, self.room
        playing = self.player.window_acts().items()
        for_page: dict[str, Callable[[], object]] = {
            **{f"take_{n}": partial(self._choose_take, n) for n in TAKES},
            **{name: room.instead(name, act) for name, act in playing},
        }
        self._window.commands.join(
            {
                "quit": self._window.close_requested.emit,
                "step_back": self._step_back,
                "next_pane": self._next_pane,
                "press_button": self._press_button,
                **{name: instead(name, act) for name, act in for_page.items()},
            }
        )

    def _tell_over(self) -> None:
        """Notices lie over what is seen: a page, else the player, else the film."""
        page, film = self.middle.page or self.room.page, self._window.timeline
        face = film.views.widget if page is None else page.face
        seen = None if page is None and self._window.places.shows_player else page or film
        self._over.move_over(seen, face)

    def _page_opened(self) -> None:
        """What plays under a page stops; what is told is told over it."""
        self.player.playback.pause()
        self._tell_over()
        self._window.top.give_way(to_page=True)

    def _page_left(self) -> None:
        page = self.room.page
        self._tell_over()
        self._give_way(page is not None and page.has_primary)

    def _element_opened(self) -> None:
        """The pictures of an element lie over the player."""
        self.player.playback.pause()
        if self.middle.page is None:
            self._page_left()

    def _give_way(self, to_page: bool) -> None:
        self._window.top.give_way(to_page=to_page or self.middle.page is not None)

    def _choose_take(self, number: int) -> None:
        """Of the shot that is watched, else of the one that is chosen."""
        player = self.player
        if player.playback.playing or _holds(player, self._window.focusWidget() or self._window):
            player.choose_take(number)
        elif (key := self._window.selection.shot) is not None:
            self._take_commands.acts.choose(TakeRef(key, number))

    def _watch(self) -> None:
        self.middle.leave()
        self.room.leave()
        self.player.playback.pause()
        self.player.to_start()
        self.player.toggle_film()

    def _open_languages(self) -> None:
        button = self._window.status.language
        self._window.menus.language.popup(button.mapToGlobal(button.rect().topLeft()))

    def takes(self, notice: Notice) -> bool:
        """Tell a notice with the acts that help; False where none does."""
        rooms = (self.out, self._queue_acts, self._outside, self._take_commands)
        return any(room.takes(notice) for room in rooms)

    # Keys that no pane took.

    def _press_button(self) -> None:
        """Space, which presses buttons elsewhere, plays the film here."""
        if isinstance(button := self._window.focusWidget(), QAbstractButton):
            button.click()

    def _step_back(self) -> None:
        """Out of a field and back to the cards; from there, out of what is chosen."""
        if _holds(self.inspector, self._window.focusWidget() or self._window):
            self._window.timeline.setFocus()
        elif self.room.page is not None:
            self.room.leave()
        else:
            self._window.selection.clear()

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """The parts of the window that F6 goes through: an element's page for what it covers."""
        page, covered = self.room.page, self.room.covered
        return tuple(page or pane if pane is covered else pane for pane in self._panes)

    def _next_pane(self) -> None:
        focused, panes = self._window.focusWidget() or self._window, self.panes
        here = next((p for p, pane in enumerate(panes) if _holds(pane, focused)), -1)
        for step in range(1, len(panes) + 1):
            if _take_focus(panes[(here + step) % len(panes)]):
                return

    def flush(self) -> None:
        """Tell what is in any field and not told yet."""
        self._window.desk.telling.emit()  # the inspector, and the cell that is edited
        self.writing.flush()
        self._window.timeline.lanes.finish()
        _finish(self._window)


def _finish(window: QWidget) -> None:
    for field in window.findChildren(CreditsField):
        field.flush()
    for editor in window.findChildren(TitleEditor):
        editor.finish()


def _show_queue_count(window: Frame, running: int, waiting: int) -> None:
    parts = []
    if running:
        parts.append(translate("MainWindow", "%n RUNNING", "", running))
    if waiting:
        parts.append(translate("MainWindow", "%n IN LINE", "", waiting))
    window.docks.header("queue").set_count(" · ".join(parts))
    window.status.show_queue(running, waiting)


def _order(*parts: QWidget) -> None:
    """Have Tab go through these parts one after another, whichever was made first."""
    chain: list[QWidget] = []
    first = parts[0]
    widget = first.nextInFocusChain()
    while widget is not None and widget is not first:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            chain.append(widget)
        widget = widget.nextInFocusChain()
    ordered = [widget for part in parts for widget in chain if _holds(part, widget)]
    for before, after in pairwise(ordered):
        QWidget.setTabOrder(before, after)


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)


def _take_focus(pane: QWidget) -> bool:
    """Give the focus to the pane, else to the first in it that takes it; whether one did."""
    for widget in (pane.focusProxy() or pane, *pane.findChildren(QWidget)):
        if widget.isVisible() and widget.isEnabled() and _tabs_to(widget):
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False


def _tabs_to(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
