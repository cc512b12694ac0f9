"""`time:` texts of the file that an edit has made untrue: told once, with a button to mend them."""

from __future__ import annotations

from PySide6.QtCore import QObject

from topa_studio.app.session import DocumentChange
from topa_studio.document.edits import Edit, SceneTarget, SetField, ShotTarget
from topa_studio.model.times import stale_times
from topa_studio.ui.desk import Desk
from topa_studio.ui.notices.notices import Offer, Withdraw, nothing_told
from topa_studio.ui.running.binding import bind


class StaleTimes(QObject):
    """Looks after each edit; what was untrue before the first one is not told of."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._told = False
        self._withdraw: Withdraw = nothing_told
        self._known = self._at_first = len(stale_times(desk.film))
        bind(self, desk.session.changed, self._look)

    def _look(self, change: DocumentChange) -> None:
        if not self._desk.editable or not _moves_time(change):
            return
        before, self._known = self._known, len(stale_times(self._desk.film))
        if self._told and self._known <= self._at_first:
            # Undone, or mended by hand: nothing is left to be asked about.
            self._withdraw()
        if self._told or self._known <= before:
            return
        self._told = True
        words = self.tr(
            "The times that stand in the file (time:) do not fit the film any more. The film does"
            " not need them."
        )
        mend = Offer(self.tr("Bring them up to date"), self.mend)
        leave = Offer(self.tr("Leave them"), lambda: None)
        show = self._desk.notices.show_notice
        self._withdraw = show("info", words, (mend, leave), stays=True)

    def mend(self) -> None:
        """Write each such text anew, as one step."""
        stale = stale_times(self._desk.film)
        edits: list[Edit] = [
            *(SetField(SceneTarget(name), "time", said) for name, said in stale.scenes.items()),
            *(SetField(ShotTarget(key), "time", said) for key, said in stale.shots.items()),
        ]
        if edits:
            self._desk.apply(self.tr("Bring times up to date"), *edits)


def _moves_time(change: DocumentChange) -> bool:
    """Whether anything begins or ends at another time, or says so."""
    before, after = change.before, change.after
    return bool(change.scenes or change.added or change.removed) or any(
        (old.time, old.duration) != (new.time, new.duration)
        for old, new in ((before.shot(key), after.shot(key)) for key in change.shots)
    )
