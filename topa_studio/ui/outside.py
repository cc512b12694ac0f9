"""What another program did to the film, told with what can be done about it."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from topa_studio.app.file.outside import OutsideChange
from topa_studio.app.notice import Notice
from topa_studio.app.session import DocumentChange
from topa_studio.model.scenario import Scenario
from topa_studio.ui.conflicts import ConflictsDialog
from topa_studio.ui.desk import Desk
from topa_studio.ui.field_words import conflict_name, shot_name
from topa_studio.ui.notices.notices import Offer, nothing_told
from topa_studio.ui.places import in_order
from topa_studio.ui.running.binding import bind
from topa_studio.ui.words import quoted, sentence

_CHANGED = ("project.outside-change", "project.outside-merged")
_NAMED = 3
_OPEN = "project.outside-open"
_DOUBT = "project.outside-doubt"
_CLASHED = ("project.outside-conflict", "project.outside-unmerged", _OPEN)


class OutsideTold(QObject):
    """Puts buttons beside the notices of the session's `outside`."""

    def __init__(self, window: QWidget, desk: Desk) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._bar = desk.notices
        # What changed while the film was closed is told once there is a window.
        self._change = desk.session.outside.taken
        self._put_told = self._put_asked = nothing_told
        self._dialog: ConflictsDialog | None = None
        self._asked = ""
        self._when: datetime | None = None
        self._before: Scenario | None = None
        bind(self, desk.session.outside_changed, self._remember)
        bind(self, desk.session.outside.asked, lambda _none: self._withdraw_answered())
        bind(self, desk.session.changed, self._film_changed)

    def _remember(self, change: OutsideChange) -> None:
        self._put_told()
        self._change = change
        self._when = datetime.now(UTC)

    def _withdraw_answered(self) -> None:
        if not self._desk.session.outside.conflicts:
            self._put_asked()

    def _film_changed(self, change: DocumentChange) -> None:
        """After another edit Undo would take that one back, so it is offered no longer."""
        if change.origin == "outside":
            self._before = change.before
            return
        self._put_told()
        self._put_asked()
        if self._desk.session.outside.conflicts and self._asked:
            compare = Offer(self.tr("Compare…"), self.open_conflicts)
            self._put_asked = self._bar.show_notice("warning", self._asked, (compare,))

    def takes(self, notice: Notice) -> bool:
        """Tell a notice with buttons; False where it is not about the outside."""
        if notice.code in _CHANGED and self._change is not None:
            # What clashes is told next, with the same buttons and more.
            if not (self._change.merged and self._desk.session.outside.conflicts):
                self._tell_change(self._change)
            return True
        offers = self._offers(notice)
        if offers:
            words = sentence(notice.code, notice.params)
            if notice.code in _CLASHED:
                words = self._asked = self._clash_words() or words
            elif notice.code == _DOUBT:
                words = self._doubt_words(notice)
            withdraw = self._bar.show_notice(notice.level, words, offers)
            if notice.code in _CLASHED:
                self._put_asked = withdraw
        return bool(offers)

    def _clash_words(self) -> str:
        conflicts = self._desk.session.outside.conflicts
        if not conflicts:
            return ""
        named = [conflict_name(self._desk.film, one) for one in conflicts[:_NAMED]]
        more = ["…"] if len(conflicts) > _NAMED else []
        told = self.tr("You and another program changed the same: {what}. Nothing is lost.")
        return told.format(what=", ".join([*named, *more]))

    def _doubt_words(self, notice: Notice) -> str:
        gone, new = str(notice.params["vanished"]), str(notice.params["appeared"])
        before = self._before
        old = shot_name(self._desk.film, gone)
        if before is not None and before.has_shot(gone):
            old = shot_name(before, gone)
            title = before.shot(gone).title
            old = f"{old} {quoted(title)}" if title else old
        told = self.tr(
            "{old} is gone, and a new one with nearly the same words has come: {new}. Is it the"
            " same shot? Then it keeps its takes."
        )
        return told.format(old=old, new=shot_name(self._desk.film, new))

    def _tell_change(self, change: OutsideChange) -> None:
        words = self._what(change)
        if change.merged:
            words = self.tr("{what}, and put together with your own changes").format(what=words)
        keep = Offer(self.tr("Keep"), lambda: None)
        offers = (*self._show_offer(change), keep, self._undo_offer())
        self._put_told = self._bar.show_notice("info", words, offers, stays=True)

    def _show_offer(self, change: OutsideChange | None) -> tuple[Offer, ...]:
        if change is None or not (change.shots or change.scenes or change.elements):
            return ()
        return (Offer(self.tr("Show"), lambda: self._show(change)),)

    def _undo_offer(self) -> Offer:
        return Offer(self.tr("Undo"), lambda: self._desk.start(self._desk.session.undo))

    def _what(self, change: OutsideChange) -> str:
        if change.shots:
            return self.tr("%n shots changed outside", "", len(change.shots))
        if change.scenes:
            return self.tr("%n scenes changed outside", "", len(change.scenes))
        if change.elements:
            return self.tr("%n elements changed outside", "", len(change.elements))
        return self.tr("The film's settings changed outside")

    def _show(self, change: OutsideChange) -> None:
        film, selection = self._desk.film, self._desk.selection
        shots = in_order(film, change.shots)
        scenes = [scene.id for scene in film.scenes if scene.id in change.scenes]
        elements = [one.name for one in film.elements if one.name in change.elements]
        if shots:
            selection.select_shots(reversed(shots))
        elif scenes:
            selection.select_scene(scenes[0])
        elif elements:
            selection.select_element(elements[0])
        else:
            selection.clear()

    def _offers(self, notice: Notice) -> tuple[Offer, ...]:
        outside = self._desk.session.outside
        match notice.code:
            case code if code == _OPEN:
                return (Offer(self.tr("Compare…"), self.open_conflicts),)
            case code if code in _CLASHED:
                compare = Offer(self.tr("Compare…"), self.open_conflicts)
                return (compare, *self._show_offer(self._change), self._undo_offer())
            case "project.outside-broken":
                keep = self.tr("Save mine over it")
                return (Offer(keep, lambda: self._desk.start(outside.keep_mine)),)
            case code if code == _DOUBT:
                return (
                    Offer(self.tr("Same shot"), lambda: self._decide(notice, same=True)),
                    Offer(self.tr("Another shot"), lambda: self._decide(notice, same=False)),
                )
        return ()

    def _decide(self, notice: Notice, *, same: bool) -> None:
        outside = self._desk.session.outside
        names = (notice.params.get("vanished"), notice.params.get("appeared"))

        async def decide() -> None:
            for doubt in outside.doubts:
                if (doubt.vanished, doubt.appeared) == names:
                    await outside.same_shot(doubt, same=same)

        self._desk.start(decide)

    def open_conflicts(self) -> None:
        """Show what both sides changed, to choose from."""
        if self._dialog is not None:
            self._dialog.raise_()
            self._dialog.activateWindow()
            return
        self._dialog = ConflictsDialog(self._window, self._desk, self._when)
        self._dialog.destroyed.connect(self._dialog_went)
        self._dialog.show()

    def _dialog_went(self) -> None:
        self._dialog = None
