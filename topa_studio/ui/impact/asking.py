"""Asks about a change that makes shots out of date, where it was made and until it is decided.

The change stands in the film meanwhile, as every edit does, so that no word of it can be lost: put
back takes it back. Nobody is interrupted while typing, and undo, redo and other programs never ask.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from topa_studio.app.impact import Impact, Standing
from topa_studio.app.session import DocumentChange
from topa_studio.model.request import Picture
from topa_studio.model.scenario import Scenario
from topa_studio.model.status import RUNNING
from topa_studio.ui.desk import Desk
from topa_studio.ui.impact.card import Answer, ImpactCard
from topa_studio.ui.impact.subject import is_typed, moves, pictures_changed, subjects, title_of
from topa_studio.ui.running.binding import bind


@dataclass(slots=True)
class _Question:
    """One or several changes in a row that are not decided yet.

    Attributes:
        before: the film without them. depth: how many steps could be undone then.
        own: keys of shots whose own words were edited since: they are no part of it.
        alone: whether nothing else was done since, so that undo takes back only them.
        joined: how many steps there were once something else was done; 0: nothing was.
        typed: the last of them are words, which the user may go on writing.
        pictured: elements that were given other pictures, with those that they had before.
    """

    before: Scenario
    depth: int
    own: frozenset[str] = frozenset()
    alone: bool = True
    joined: int = 0
    typed: bool = False
    pictured: dict[str, tuple[Picture, ...]] = field(default_factory=dict)
    impact: Impact = field(default_factory=Impact)


class ImpactAsking(QObject):
    """For one window.

    Args:
        beside: puts the card where settings are changed; False where there is no room.
        over: puts it where shots are moved.
    """

    def __init__(
        self, desk: Desk, beside: Callable[[ImpactCard], bool], over: Callable[[ImpactCard], None]
    ) -> None:
        super().__init__(desk)
        self._desk, self._session = desk, desk.session
        self._beside, self._over = beside, over
        self._question: _Question | None = None
        self._answered: Answer | None = None
        self._working: asyncio.Task[object] | None = None
        self.card = ImpactCard(desk)
        over(self.card)
        self.card.kept.connect(lambda _choice, _keys: self._keep())
        self.card.put_back.connect(self._put_back)
        bind(self, self._session.changed, self._film_changed)
        bind(self, self._session.shots_changed, self._shots_changed)
        desk.pictured.connect(self._pictured)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def take_from(self, old: ImpactAsking) -> None:
        """Go on asking what the window before this one of the same film asked."""
        asked, old._question = old._question, None
        if asked is not None:
            # A card that was not shown again yet says nothing of what was chosen before.
            shown = None if old.card.isHidden() else old.card.answer
            self._question, self._answered = asked, old._answered or shown
            self._work_out()

    def _film_changed(self, change: DocumentChange) -> None:
        asked, before, after = self._question, change.before, change.after
        if change.origin == "edit" and self._desk.editable and subjects(before, after):
            if asked is None:
                asked = self._question = _Question(before, self._session.impact.steps_done - 1)
            asked.typed = is_typed(before, after)
        elif asked is None:
            return
        elif self._session.impact.steps_done <= asked.depth:
            self._end()
            return
        elif change.origin != "undo":
            if asked.alone:
                asked.alone, asked.joined = False, self._session.impact.steps_done
            asked.own |= change.shots
        self._work_out()

    def _shots_changed(self, keys: frozenset[str]) -> None:
        """A clip that has come while it is asked is asked about, too."""
        session = self._session
        known = (session.shot(key).stage for key in keys if session.film.has_shot(key))
        if self.card.isVisible() and any(stage not in RUNNING for stage in known):
            self._work_out()

    def _pictured(self, name: str, before: Standing) -> None:
        """The user gave an element other pictures, or another order of them."""
        if self._question is None:
            self._question = _Question(before.film, before.steps)
        asked = self._question
        if asked.joined > before.steps:
            # What seemed to be another change was this one, told by the film before the pictures.
            asked.alone, asked.joined = True, 0
        asked.pictured.setdefault(name, before.pictures.get(name, ()))
        self._work_out()

    # Working it out: in slices, and anew where the film changes meanwhile.

    def _work_out(self) -> None:
        if self._working is not None:
            self._working.cancel()
        self._working = self._desk.scope.spawn(self._look())

    async def _look(self) -> None:
        asked = self._question
        if asked is None:
            return
        asked.impact = await self._session.impact.since(asked.before, asked.own, asked.pictured)
        if self._question is not asked:
            return
        goes_on = asked.typed and _is_typing()
        if not asked.impact.keys and not goes_on:
            self._end()
            return
        self._desk.undecided.ask(self.card, asked.impact.keys)
        if not goes_on:
            self._show(asked)

    def _focus_moved(self, _old: QWidget | None, _now: QWidget | None) -> None:
        """A field was left: what was typed in it is asked about, once that is told."""
        if self._question is not None and self.card.isHidden() and not _is_typing():
            self._work_out()

    def _show(self, asked: _Question) -> None:
        film = self._session.film
        self.card.set_low(low=False)
        redrawn = map(pictures_changed, asked.pictured)
        title = title_of((*subjects(asked.before, film), *redrawn))
        self.card.show_impact(title, asked.impact)
        if moves(asked.before, film) or not self._beside(self.card):
            self._over(self.card)
        self.card.show()
        self.card.back.setVisible(asked.alone)
        if self._answered is not None:
            self.card.take_answer(self._answered)
            self._answered = None

    # Deciding.

    def _keep(self) -> None:
        asked, spared, done = self._question, self.card.spared, self._session.impact.steps_done
        self._end()
        if spared:
            onto = done if asked is not None and asked.alone and done > asked.depth else 0
            self._desk.start(lambda: self._session.takes.keep_as_is(spared, onto))

    def _put_back(self) -> None:
        asked = self._question
        self._end()
        if asked is not None:
            impact, depth = self._session.impact, max(0, asked.depth)
            self._desk.start(lambda: self._desk.undo_while(lambda: impact.steps_done > depth))

    def _end(self) -> None:
        """It is decided: what comes next is asked about anew."""
        self._question = self._answered = None
        self._desk.end_typing()
        self.card.put_away()


def _is_typing() -> bool:
    """Whether the keyboard is in a field in which words are written."""
    fields: Sequence[type[QWidget]] = (QLineEdit, QTextEdit, QPlainTextEdit)
    return isinstance(QApplication.focusWidget(), tuple(fields))
