"""The film's shots as rows across scenes; an edit is told as moved rows, hardly ever as a reset."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import groupby, islice, takewhile
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionRange,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from topa_studio.model.scenario import Scenario, Scene, Shot
from topa_studio.model.status import ShotStatus
from topa_studio.ui.film.shown import Shown
from topa_studio.ui.film.words import card_sentence, tooltip
from topa_studio.ui.widgets.plain import plain_tip

if TYPE_CHECKING:
    from topa_studio.ui.film.search import Hit

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
# Each run that comes or goes is a signal, and more work than all rows anew are in the end.
_MOST_RUNS = 40


class Role(IntEnum):
    """What a row holds besides its title."""

    KEY = Qt.ItemDataRole.UserRole + 1
    SHOT = Qt.ItemDataRole.UserRole + 2
    STATUS = Qt.ItemDataRole.UserRole + 3
    NUMBER = Qt.ItemDataRole.UserRole + 4


class ShotsModel(QAbstractListModel):
    """One row a shot that is shown, in the film's order.

    `status` answers how far a shot is; `hit`, where it says what is looked for. A filter that
    takes out or brings many runs of rows is told as a reset. Signals besides Qt's own:
        scenes_changed: frames, lengths or titles of scenes are other than before.
        begun_anew: the rows were reset, and views have measured them.
    """

    scenes_changed = Signal()
    begun_anew = Signal()

    def __init__(
        self,
        scenario: Scenario,
        status: Callable[[str], ShotStatus],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._status = status
        self.hit: Callable[[str], Hit | None] = lambda _key: None
        self._film = scenario
        self._shown: Shown | None = None
        self._scenes: tuple[Scene, ...] = ()
        self._shots: list[Shot] = []
        self._firsts: list[int] = []
        self._rows: dict[str, int] | None = None
        self._take(scenario)
        self._shots = list(scenario.shots())

    def _take(self, scenario: Scenario) -> None:
        self._film = scenario
        self._scenes = scenario.scenes if self._shown is None else self._shown.take(scenario)
        self._firsts = []
        count = 0
        for scene in self._scenes:
            self._firsts.append(count)
            count += len(scene.shots)

    # Questions.

    @property
    def scenes(self) -> tuple[Scene, ...]:
        """The scenes that are shown, in the film's order."""
        return self._scenes

    @property
    def film(self) -> Scenario:
        """The whole film, of which some shots may not be shown."""
        return self._film

    @property
    def narrowed(self) -> bool:
        """Whether only some of the film's shots are shown."""
        return self._shown is not None

    def scene_number(self, scene: int) -> int:
        """The number in the film, from 1, of the scene that is shown as number `scene`."""
        return scene + 1 if self._shown is None else self._shown.scene_numbers[scene]

    def moment(self, seconds: float) -> float | None:
        """A moment of the film as one of the shots that are shown; None: its shot is not."""
        return seconds if self._shown is None else self._shown.moment(seconds)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many shots the film has."""
        return 0 if parent.isValid() else len(self._shots)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title, number, shot, status, tooltip and the sentence for a screen reader."""
        if not index.isValid() or index.row() >= len(self._shots):
            return None
        shot = self._shots[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shot.title or shot.id
            case Role.KEY:
                return shot.key
            case Role.SHOT:
                return shot
            case Role.STATUS:
                return self._status(shot.key)
            case Role.NUMBER:
                return self.number(index.row())
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(tooltip(self.number(index.row()), shot, self._status(shot.key)))
            case Qt.ItemDataRole.AccessibleTextRole:
                return card_sentence(self.number(index.row()), shot, self._status(shot.key))
        return None

    def shot(self, row: int) -> Shot:
        """The shot of a row."""
        return self._shots[row]

    def status(self, row: int) -> ShotStatus:
        """How far the shot of a row is."""
        return self._status(self._shots[row].key)

    def number(self, row: int) -> str:
        """The shot's number by position in the film, "2.3"."""
        if self._shown is not None:
            return self._shown.number(self._shots[row].key)
        scene = bisect_right(self._firsts, row) - 1
        return f"{scene + 1}.{row - self._firsts[scene] + 1}"

    def row(self, key: str) -> int | None:
        """The row of the shot with this permanent key, or None."""
        if self._rows is None:
            self._rows = {shot.key: row for row, shot in enumerate(self._shots)}
        return self._rows.get(key)

    def shown_of(self, keys: Iterable[str]) -> bytearray:
        """For each of these shots 1 where it has a row, else 0."""
        self.row("")
        return bytearray(map((self._rows or {}).__contains__, keys))

    def follows(self, row: int) -> bool:
        """Whether the shot of a row comes right behind that of the row before, in the film too."""
        before = self._film.shot_before(self._shots[row].key) if row else None
        return before is not None and before.key == self._shots[row - 1].key

    def keys(self, rows: Iterable[int]) -> tuple[str, ...]:
        """The permanent keys of rows, in the order of the rows."""
        return tuple(self._shots[row].key for row in sorted(rows))

    def runs(self, rows: Iterable[int]) -> QItemSelection:
        """A selection of rows, one range for rows side by side."""
        found = QItemSelection()
        for first, last in _runs(sorted(set(rows))):
            found.append(QItemSelectionRange(self.index(first), self.index(last)))
        return found

    # What changed.

    def status_changed(self, keys: Iterable[str]) -> None:
        """Tell that these shots' status is other than before: one signal a run of rows."""
        rows = sorted(row for key in keys if (row := self.row(key)) is not None)
        self._tell(rows)

    def hits_changed(self) -> None:
        """Something else is looked for: each row may say where it says it."""
        self._tell(range(len(self._shots)))

    def show_only(self, left: Callable[[Sequence[Shot]], list[Shot]] | None) -> None:
        """Show what `left` leaves of each scene's shots; None: all of them, and empty scenes."""
        if left is None and self._shown is None:
            return
        if left is None or self._shown is None or self._shown.left != left:
            self._shown = None if left is None else Shown(left)
        self.film_changed(self._film)

    def film_changed(self, after: Scenario) -> None:
        """Take over an edited film; what moved, came, went or changed is told by row."""
        film, before = self._film, self._scenes
        self._take(after)
        same = _same_at_start(before, self._scenes)
        behind = _same_at_start(before[same:][::-1], self._scenes[same:][::-1])
        first = sum(len(scene.shots) for scene in before[:same])
        rest = sum(len(scene.shots) for scene in before[len(before) - behind :])
        middle = self._scenes[same : len(self._scenes) - behind]
        wanted = [shot for scene in middle for shot in scene.shots]
        if self._is_other(wanted, first, len(self._shots) - rest):
            self._begin_anew(first, rest, wanted)
            return
        self._remove({shot.key for shot in wanted}, first, len(self._shots) - rest)
        self._place(wanted, first, len(self._shots) - rest)
        pairs = zip(wanted, self._shots[first:], strict=False)
        changed = [row for row, (new, old) in enumerate(pairs, first) if new is not old != new]
        longer = any(self._shots[row].seconds != wanted[row - first].seconds for row in changed)
        self._shots[first : first + len(wanted)] = wanted
        self._rows = None
        shown = _heads(before) != _heads(self._scenes)
        regrouped = shown or _heads(film.scenes) != _heads(after.scenes)
        self._tell(range(len(self._shots)) if regrouped else changed)
        if regrouped or longer:
            self.scenes_changed.emit()

    def _is_other(self, wanted: Sequence[Shot], first: int, end: int) -> bool:
        """Whether so many runs come or go that all rows are better told at once."""
        before = [shot.key for shot in self._shots[first:end]]
        after = [shot.key for shot in wanted]
        old, new = set(before), set(after)
        gone = groupby(key in new for key in before)
        come = groupby(key in old for key in after)
        enough = 2 * (_MOST_RUNS + 1)
        return any(len([*islice(runs, enough)]) == enough for runs in (gone, come))

    def _begin_anew(self, first: int, rest: int, wanted: Sequence[Shot]) -> None:
        self.beginResetModel()
        self._shots[first : len(self._shots) - rest] = wanted
        self._rows = None
        self.endResetModel()
        self.scenes_changed.emit()
        self.begun_anew.emit()

    def _remove(self, kept: set[str], first: int, end: int) -> None:
        row = end - 1
        while row >= first:
            last = row
            while row >= first and self._shots[row].key not in kept:
                row -= 1
            if row < last:
                self.beginRemoveRows(_ROOT, row + 1, last)
                del self._shots[row + 1 : last + 1]
                self._rows = None
                self.endRemoveRows()
            row -= 1

    def _place(self, wanted: Sequence[Shot], first: int, end: int) -> None:
        """Have these shots in this order from row `first` on, where others of them are."""
        known = {shot.key for shot in self._shots[first:end]}
        at = 0
        while at < len(wanted):
            row = first + at
            if wanted[at].key not in known:
                at += self._insert_here(row, wanted[at:], known)
            elif self._shots[row].key == wanted[at].key:
                at += 1
            else:
                at += self._move_here(row, wanted[at:])

    def _insert_here(self, row: int, wanted: Sequence[Shot], known: set[str]) -> int:
        count = next((at for at, shot in enumerate(wanted) if shot.key in known), len(wanted))
        self.beginInsertRows(_ROOT, row, row + count - 1)
        self._shots[row:row] = wanted[:count]
        self._rows = None
        self.endInsertRows()
        return count

    def _move_here(self, row: int, wanted: Sequence[Shot]) -> int:
        shots, key = self._shots, wanted[0].key
        source = next(at for at in range(row, len(shots)) if shots[at].key == key)
        pairs = zip(shots[source : source + len(wanted)], wanted, strict=False)
        length = sum(1 for _ in takewhile(lambda pair: pair[0].key == pair[1].key, pairs))
        self.beginMoveRows(_ROOT, source, source + length - 1, _ROOT, row)
        block = shots[source : source + length]
        del shots[source : source + length]
        shots[row:row] = block
        self._rows = None
        self.endMoveRows()
        return length

    def _tell(self, rows: Sequence[int]) -> None:
        for first, last in _runs(rows):
            self.dataChanged.emit(self.index(first), self.index(last))


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of numbers side by side."""
    if isinstance(rows, range):
        yield from ((rows.start, rows.stop - 1),) if rows else ()
        return
    at = 0
    while at < len(rows):
        end = at
        while end + 1 < len(rows) and rows[end + 1] == rows[end] + 1:
            end += 1
        yield rows[at], rows[end]
        at = end + 1


def _heads(scenes: Sequence[Scene]) -> list[tuple[str, str, int]]:
    return [(scene.id, scene.title, len(scene.shots)) for scene in scenes]


def _same_at_start(before: Sequence[Scene], after: Sequence[Scene]) -> int:
    """How many of the first scenes are the very same."""
    pairs = enumerate(zip(before, after, strict=False))
    least = min(len(before), len(after))
    return next((at for at, (old, new) in pairs if old is not new), least)
