"""Progress as it happens: bars on a terminal, one plain line a step in a pipe."""

from __future__ import annotations

import sys
from types import TracebackType

from topa_studio.app.session import Notice, ProjectSession
from topa_studio.base.words import say
from topa_studio.cli.bars import Bars
from topa_studio.cli.ending import MADE, NOT_ALL
from topa_studio.cli.printing import tell
from topa_studio.cli.summary import Summary, title_of
from topa_studio.model.status import RUNNING, JobStatus, Stage

_STOPPED = "not made again; the take from before stays"


class Report:
    """Follows a session while a command works on it."""

    def __init__(self, session: ProjectSession) -> None:
        self._session = session
        self._bars = Bars() if sys.stderr.isatty() and sys.stdout.isatty() else None
        self._stages: dict[str, Stage] = {}
        shots = session.film.shots()
        self._before = {shot.key: len(session.shot(shot.key).takes) for shot in shots}
        self._listening = [
            session.shots_changed.connect(self._on_shots),
            session.elements_changed.connect(self._on_elements),
            session.notices.connect(self._on_notice),
        ]

    def __enter__(self) -> Report:
        if self._bars is not None:
            self._bars.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._session.tell_now()
        for disconnect in self._listening:
            disconnect()
        if self._bars is not None:
            self._bars.stop()

    def end(self, summary: Summary) -> int:
        """Print what needs reading and the last line; the exit code."""
        for line in (*summary.hints, *summary.troubles):
            tell(line)
        tell(summary.line())
        return summary.exit_code

    def end_uploads(self, count: int) -> int:
        """The last line of `upload-elements`."""
        tell(f"{count} pictures uploaded; the service keeps them for about a day")
        return MADE

    def end_downloads(self, count: int, open_jobs: tuple[JobStatus, ...]) -> int:
        """The last line of `download`."""
        need_you = sum(job.stage is Stage.NEEDS_YOU for job in open_jobs)
        tell(f"{count} collected, {len(open_jobs) - need_you} open, {need_you} need you")
        return NOT_ALL if open_jobs else MADE

    def _on_shots(self, keys: frozenset[str]) -> None:
        scenario = self._session.film
        for shot in scenario.shots():
            if shot.key in keys:
                status = self._session.shot(shot.key)
                name = f"{scenario.number_of(shot.key)} {title_of(self._session, shot.key)}"
                # A take from before this run is none that it made.
                is_old = len(status.takes) == self._before.get(shot.key, 0)
                stopped = status.stage is Stage.MADE and is_old
                self._tell(name, status.stage, status.progress, stopped=stopped)

    def _on_elements(self, names: frozenset[str]) -> None:
        for name in sorted(names):
            status = self._session.element(name)
            count = f"@{name} ({len(status.pictures)} of {status.wanted} pictures)"
            stage = status.stage
            if stage is Stage.MADE and len(status.pictures) < status.wanted:
                stage = Stage.IN_LINE if status.progress < 1 else stage
            self._tell(f"@{name}", stage, status.progress, count)

    def _tell(
        self, name: str, stage: Stage, share: float, text: str = "", *, stopped: bool = False
    ) -> None:
        before, self._stages[name] = self._stages.get(name), stage
        word = _STOPPED if stopped else str(stage)
        if self._bars is not None:
            self._bars.show(name, text or name, word, share, running=stage in RUNNING)
        elif stage is not before and (before is not None or stage in RUNNING):
            tell(f"{text or name}: {word}")

    def _on_notice(self, notice: Notice) -> None:
        text = say(notice.code, notice.params)
        if self._bars is not None:
            self._bars.print(text)
        else:
            tell(text, err=True)
