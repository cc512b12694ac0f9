"""Says to a screen reader what came of what is being made: each result, and the end of the run."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from topa_studio.app.session import ProjectSession
from topa_studio.model.status import JobStatus, Stage
from topa_studio.model.wish import Redrawing
from topa_studio.ui.notices.announcing import announce
from topa_studio.ui.running.binding import Merged, bind
from topa_studio.ui.words import trouble_words

translate = QCoreApplication.translate
_AT_REST = {Stage.NEEDS_YOU, Stage.FAILED, Stage.MADE, Stage.NOT_MADE, Stage.EMPTY}
_Name = tuple[str, str]
# So many results at once are told by their count.
_MANY = 3


@dataclass(slots=True)
class _Run:
    """How much came of what is being made since there was nothing."""

    ready: int = 0
    failed: int = 0
    asks: int = 0


class RunTold(QObject):
    """Follows the queue of one film; what it says, it says of `window`."""

    def __init__(self, window: QWidget, session: ProjectSession) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        # What is being made: the name of a line, and how many results its shot had before.
        self._made: dict[_Name, int] = {}
        self._run = _Run()
        merged = Merged(self, lambda _names: self.look())
        bind(self, session.queue_changed, merged.poke)
        self.look()

    def look(self) -> None:
        """See what has come since the last time, and say it."""
        lines = {(job.kind, job.key): job for job in self._session.queue()}
        under_way = {name for name, job in lines.items() if job.stage not in _AT_REST}
        gone = [name for name in self._made if name not in under_way]
        ready = [name for name in gone if self._count(name) > self._made[name]]
        for name in gone:
            if name not in ready:
                self._tell_end(name, lines.get(name))
            del self._made[name]
        self._tell_ready(ready)
        for name in under_way - self._made.keys():
            self._made[name] = self._count(name)
        if gone and not self._made:
            self._tell_all()

    def _count(self, name: _Name) -> int:
        """How many results there are of what a line makes."""
        kind, key = name
        if self._session.film.has_shot(key):
            status = self._session.shot(key)
            if kind == "panel":
                return int(status.panel is not None)
            return len(status.takes) + len(status.trashed)
        element = Redrawing.of(key).element if kind == "redraw" else key
        return len(self._session.element(element).pictures)

    # Words.

    def _called(self, name: _Name) -> str:
        kind, key = name
        film = self._session.film
        if film.has_shot(key):
            words = translate("RunTold", "Shot {number}")
            if kind == "panel":
                words = translate("RunTold", "The panel of shot {number}")
            return words.format(number=film.number_of(key))
        return f"@{Redrawing.of(key).element if kind == 'redraw' else key}"

    def _tell_ready(self, names: list[_Name]) -> None:
        self._run.ready += len(names)
        if len(names) > _MANY:
            words = translate("RunTold", "%n are ready", "", len(names))
            announce(self._window, words, "many ready")
            return
        for name in names:
            words = translate("RunTold", "{what} is ready").format(what=self._called(name))
            announce(self._window, words, name)

    def _tell_end(self, name: _Name, job: JobStatus | None) -> None:
        """It is not made any more and has no result: it failed, needs the user, was cancelled."""
        failure = self._session.jobs.failures.of(name[1])
        if failure is not None:
            self._run.failed += 1
            words = translate("RunTold", "{what} failed: {why}")
            told = words.format(what=self._called(name), why=trouble_words(failure.trouble))
            announce(self._window, told, name)
        elif job is not None and job.stage is Stage.NEEDS_YOU:
            self._run.asks += 1
            words = translate("RunTold", "{what} needs you").format(what=self._called(name))
            announce(self._window, words, name)

    def _tell_all(self) -> None:
        run, self._run = self._run, _Run()
        if not (run.ready or run.failed or run.asks):
            return
        parts = [translate("RunTold", "%n ready", "", run.ready)]
        if run.failed:
            parts.append(translate("RunTold", "%n failed", "", run.failed))
        if run.asks:
            parts.append(translate("RunTold", "%n need you", "", run.asks))
        words = translate("RunTold", "Nothing is being made any more: {counts}")
        announce(self._window, words.format(counts=", ".join(parts)), "run")
