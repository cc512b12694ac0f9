"""The one model under all views of a film: its shots as rows, filtered, counted and priced."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from topa_studio.app.session import DocumentChange, ProjectSession
from topa_studio.model.status import EMPTY, JobStatus, ShotStatus, Stage
from topa_studio.ui.commands.table import COMMANDS
from topa_studio.ui.desk import Desk
from topa_studio.ui.film.costs import Costs
from topa_studio.ui.film.filtering import Filtering
from topa_studio.ui.film.model import ShotsModel
from topa_studio.ui.film.offers import Offers
from topa_studio.ui.film.tally import Filter, Tally
from topa_studio.ui.film.words import count_word, no_hits, title_of
from topa_studio.ui.running.binding import Merged, bind
from topa_studio.ui.words import duration, is_own, problem_words

if TYPE_CHECKING:
    from topa_studio.ui.film.search import Hit, Query, SearchIndex, Span

translate = QCoreApplication.translate
_AT_ONCE, _FEW = 100, 10
_SLICE, _PAUSE_MS = 0.006, 10
"""Seconds that the window is not asked to wait longer for, and how long it then has for others."""


class FilmTable(QObject):
    """Follows the film, and tells the views what to paint anew.

    Attributes:
        shots: the rows. tally: how many shots are in each filter. costs, offers: what buttons say.
        searched: what is looked for, as it was typed.
        steady: whether rows stay where they are; while they do not, no view's choice is a user's.
    Signals:
        counted: the film, or how many shots are in a filter, is another.
        priced: what buttons say may be another. placed: the key of a shot with another place in
            the line.
    """

    counted = Signal()
    priced = Signal()
    placed = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session = desk.session
        self.steady = True
        self.tally = Tally(session.shot, lambda key: desk.film.shot(key).locked)
        self.costs = Costs(session)
        self.shots = ShotsModel(desk.film, self._status, self)
        self.shots.hit = self.hit
        self._filtering = Filtering(self.shots, self.tally, desk.selection)
        self._query: Query | None = None
        self.searched = ""
        self._line: dict[str, int] = {}
        self.offers = Offers(
            shot=self.costs.of_shot,
            price=self.costs.price_of,
            scene=self.costs.of_scene,
            place=lambda key: self._line.get(key, 0),
            box=desk.undecided.box,
        )
        self._uncounted = deque(shot.key for shot in desk.film.shots())
        self.tally.expect(self._uncounted)
        self._count(_AT_ONCE, indexed=False)
        QTimer.singleShot(_PAUSE_MS, self, self._count_on)
        desk.selection.typing_changed.connect(lambda key: self.shots.status_changed([key]))
        desk.undecided.changed.connect(self.shots.status_changed)
        merged = Merged(self, self._shots_changed)
        bind(self, session.shots_changed, merged.add)
        bind(self, session.elements_changed, lambda _names: self._prices_changed())
        bind(self, session.queue_changed, self._line_changed)
        bind(self, session.changed, self._film_changed)

    # Questions.

    def faces(self, key: str) -> tuple[str, ...]:
        """A picture of each element in a shot, where it has one."""
        statuses = (self._session.element(name) for name in self._desk.film.shot(key).elements)
        return tuple(status.pictures[0] for status in statuses if status.pictures)

    def summary(self) -> str:
        """What the film has: scenes, shots, its length."""
        film = self._desk.film
        shots = count_word("shots", self.tally.total)
        scenes = count_word("scenes", len(film.scenes))
        return " · ".join((scenes, shots, duration(film.seconds())))

    def nothing(self) -> str:
        """What stands where the film shows no scene."""
        if self._desk.film.scenes and (self._query or self.kinds):
            return no_hits(self.searched.strip() if self._query else "", self.kinds)
        return _nothing(self._session)

    def offer(self) -> str:
        """What a press on Generate would do and cost for what is chosen; "" for nothing."""
        chosen = self._desk.selection
        if chosen.scene is not None:
            return self.costs.of_scene(chosen.scene)
        return self.costs.of_shots(chosen.shots) if chosen.shots else ""

    # Filters and the search.

    @cached_property
    def _index(self) -> SearchIndex:
        """The words of the film; loaded once the film is on the screen."""
        from topa_studio.ui.film.search import SearchIndex

        return SearchIndex(self._desk.film)

    def read_words(self) -> None:
        """Go through the film's words now, so that a search needs not."""
        self._index.gather()

    def show_only(self, kinds: frozenset[Filter], *, keeps: bool = False) -> None:
        """Show the shots of filters, and with `keeps` also what is chosen."""
        if self._uncounted and kinds:
            self._count(len(self._uncounted))
            self.counted.emit()
        with self._moving():
            self._filtering.choose(kinds, keeps=keeps)

    def search(self, text: str, *, keeps: bool = False) -> None:
        """Show of that only the shots that say all of `text`, counts too; "": all again."""
        from topa_studio.ui.film.search import Query

        self.searched, self._query = text, Query.of(text) or None
        if not self._query and "_index" in vars(self):
            self._index.forget()
        self._look(keeps=keeps)
        self.shots.hits_changed()
        self.counted.emit()

    def _look(self, *, keeps: bool) -> None:
        found = self._index.find(self._query) if self._query else None
        if found != self.tally.within:
            self.tally.narrow(found)
            with self._moving():
                self._filtering.search(found, keeps=keeps)

    def hit(self, key: str) -> Hit | None:
        """Where a shot says what is looked for; None where nothing is."""
        if not self._query or not self._desk.film.has_shot(key):
            return None
        return self._index.hit(key, self._query, title_of(self._desk.film.shot(key)))

    def marks(self, text: str) -> tuple[Span, ...]:
        """Where a text says any of what is looked for."""
        return self._index.marks(text, self._query) if self._query else ()

    def narrow(self, only: frozenset[str] | None) -> None:
        """Show these shots of the filter, and none besides; None: all of it again."""
        with self._moving():
            self._filtering.narrow(only)

    @property
    def only(self) -> frozenset[str] | None:
        """Keys of the shots that the film is narrowed to; None: to none."""
        return self._filtering.only

    @property
    def kinds(self) -> frozenset[Filter]:
        """The chosen filters; none: all."""
        return self._filtering.kinds

    @property
    def is_whole(self) -> bool:
        """Whether no shot is hidden."""
        return self._filtering.is_whole

    @property
    def hides_chosen(self) -> bool:
        """Whether something that is chosen is in the film and not shown."""
        return self._filtering.hides_chosen(self._desk.film)

    # What changed.

    def _count(self, most: int, *, indexed: bool = True) -> None:
        left = self._uncounted
        keys = [left.popleft() for _turn in range(min(most, len(left)))]
        known = self.tally.known(keys)
        self.tally.update(known)
        if indexed:
            self._index.read(known)

    def _count_on(self) -> None:
        """In slices, so that a long film is on the screen before all of it is looked at."""
        begun = time.thread_time()
        while self._uncounted and time.thread_time() - begun < _SLICE:
            self._count(_FEW)
        if self._uncounted:
            QTimer.singleShot(_PAUSE_MS, self, self._count_on)
        self.counted.emit()

    @contextmanager
    def _moving(self) -> Iterator[None]:
        self.steady = False
        try:
            yield
        finally:
            self.steady = True

    def _film_changed(self, change: DocumentChange) -> None:
        self.costs.forget()
        self.tally.take_out(change.removed)
        self.tally.update(key for key in change.shots if change.after.has_shot(key))
        if "_index" in vars(self):
            self._index.follow(change.after, change.shots, change.removed)
        self._filtering.keep_chosen()
        if self._query:
            self.tally.narrow(self._index.find(self._query))
            self._filtering.found = self.tally.within
        with self._moving():
            self.shots.film_changed(change.after)
        self.counted.emit()

    def _shots_changed(self, keys: frozenset[str]) -> None:
        self.costs.shots_changed(keys)
        self.tally.update(self.tally.known(keys))
        self._filtering.keep_chosen()
        with self._moving():
            self._filtering.show()
        self.shots.status_changed(keys)
        self.counted.emit()

    def _status(self, key: str) -> ShotStatus:
        """How far a shot is; a mistake that is still being typed, or the film's, is none of it.

        Nor is it one that a shot which is there already says nothing of what happens in it.
        """
        status, typing = self._session.shot(key), self._desk.selection.typing
        if key in self._desk.undecided.keys:
            status = replace(status, undecided=True)
        mistake = status.mistake
        if mistake is None or (is_own(mistake) and mistake != EMPTY and typing != key):
            return status
        return replace(status, mistake=None)

    def _line_changed(self, lines: Sequence[JobStatus]) -> None:
        shots = (line for line in lines if line.kind not in ("view", "redraw"))
        waiting = (line.key for line in shots if line.stage is Stage.IN_LINE)
        places = {key: place for place, key in enumerate(dict.fromkeys(waiting), 1)}
        changed = [key for key in places | self._line if places.get(key) != self._line.get(key)]
        self._line = places
        for key in changed:
            self.placed.emit(key)

    def _prices_changed(self) -> None:
        self.costs.forget()
        self.priced.emit()


def _nothing(session: ProjectSession) -> str:
    if not session.is_readable:
        return translate(
            "TimelinePane",
            "The film's text cannot be read.\n{problem}\nCorrect it in a text editor and save:"
            " the film appears here by itself. Or bring an earlier version back ({key}).",
        ).format(problem=problem_words(session.problems[0], placed=True), key=COMMANDS["past"].key)
    if session.read_only:
        return translate("TimelinePane", "No shots yet")
    words = translate("TimelinePane", "No shots yet: press {key}")
    return words.format(key=COMMANDS["new_shot"].key)
