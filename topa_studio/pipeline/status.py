"""Board to screen: what a card, the queue and the money line show; computed when asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from topa_studio.model.change import Cause
from topa_studio.model.scenario import Element, Shot
from topa_studio.model.status import (
    RUNNING,
    ElementStatus,
    JobStatus,
    ShotStatus,
    Stage,
    Trouble,
)
from topa_studio.model.take import Take
from topa_studio.pipeline.board import Board, Entry, Subject
from topa_studio.pipeline.choice import chosen_panel, chosen_take
from topa_studio.pipeline.folder.pictures import named_file
from topa_studio.pipeline.job import Job, Kind, State
from topa_studio.pipeline.progress import question, share_of
from topa_studio.pipeline.queue_lines import QueueLines
from topa_studio.pipeline.views import view_prompts

_PANEL_SHARE = 0.2
_STAGE_OF = {
    "pipeline.needs-you": Stage.NEEDS_YOU,
    # Nothing went wrong: there is a take, and a question to the user.
    "pipeline.same-request": Stage.NOT_MADE,
    "pipeline.clip-lost": Stage.NOT_MADE,
}
_MADE_BEFORE = Trouble("pipeline.made-before")
_GOES_ON = {"pipeline.still-running", "pipeline.on-the-wire"}


class StatusReader:
    """Reads the board for one film.

    Args:
        out_of_date: whether a shot would be made otherwise than a take; `forget` follows where
            that changes.
        barred: whether a batch leaves a shot, as its very request would only cost again.
        made_before: whether what a shot lacks lies here already, and is taken over for nothing.
        causes: what of a shot differs from what a take was made with.
        held: why nothing at all is sent at this moment; None where it is.
    """

    def __init__(
        self,
        board: Board,
        out_of_date: Callable[[str, Take], bool],
        held: Callable[[], Trouble | None] = lambda: None,
        barred: Callable[[str], bool] = lambda _key: False,
        *,
        made_before: Callable[[str], bool] = lambda _key: False,
        causes: Callable[[str, Take], tuple[Cause, ...]] = lambda _key, _take: (),
    ) -> None:
        self._board = board
        self._out_of_date = out_of_date
        self._lines = QueueLines(board, held)
        self._barred = barred
        self._made_before = made_before
        self._causes = causes
        self._still: dict[str, tuple[Shot, ShotStatus]] = {}
        board.changed.connect(self._changed)

    def forget(self, keys: frozenset[str] | None = None) -> None:
        """What requests are made of changed: these shots are read anew; None: each."""
        if keys is None:
            self._still.clear()
        for key in keys or ():
            self._still.pop(key, None)

    def _changed(self, subject: Subject) -> None:
        self._still.pop(subject[1], None)

    def shot(self, shot: Shot) -> ShotStatus:
        """How far a shot is; one that stands still is read again only once something changes."""
        known = self._still.get(shot.key)
        if known is not None and known[0] is shot:
            return known[1]
        status = self._read(shot)
        # While it runs time alone moves it on.
        if status.stage not in RUNNING and not self._open_jobs(shot.key):
            self._still[shot.key] = shot, status
        return status

    def stands(self, shot: Shot) -> ShotStatus:
        """Only what stands for a shot, without how far it is: that is asked of all at once."""
        clips = self._board.entry(Kind.CLIP, shot.key)
        panels = self._board.entry(Kind.PANEL, shot.key)
        chosen, panel = chosen_take(shot, clips), chosen_panel(shot, panels)
        return ShotStatus(shot.key, chosen=chosen, panel=panel)

    def _rests(self, key: str, stage: Stage) -> bool:
        """Whether nothing goes on for a shot, and nothing of it is waited for."""
        return stage in {Stage.NOT_MADE, Stage.FAILED} and not self._open_jobs(key)

    def _open_jobs(self, key: str) -> bool:
        kinds = (Kind.CLIP, Kind.PANEL)
        return any(self._board.entry(kind, key).open_jobs() for kind in kinds)

    def _read(self, shot: Shot) -> ShotStatus:
        if self._board.is_blank(shot.key) and shot.still:
            return ShotStatus(shot.key, Stage.MADE)
        if self._board.is_blank(shot.key):
            # Most shots of a long film, each asked for at its start.
            made = not shot.is_empty and self._made_before(shot.key)
            stage = Stage.EMPTY if shot.is_empty else Stage.NOT_MADE
            return ShotStatus(shot.key, stage, trouble=_MADE_BEFORE if made else None)
        clips = self._board.entry(Kind.CLIP, shot.key)
        panels = self._board.entry(Kind.PANEL, shot.key)
        chosen = chosen_take(shot, clips)
        stage, share, since, trouble = self._activity(shot.key, clips, panels)
        if stage is Stage.NOT_MADE and (shot.still or chosen is not None):
            stage, share = Stage.MADE, 1.0
        elif stage is Stage.NOT_MADE and (gone := clips.missed()):
            kept = any(self._board.is_kept(take) for take in gone)
            code = "pipeline.clip-gone" if kept else "pipeline.clip-lost"
            stage, trouble = Stage.MISSING, Trouble(code)
        elif shot.is_empty and chosen is None and self._rests(shot.key, stage):
            stage, trouble = Stage.EMPTY, None
        elif stage is Stage.NOT_MADE and clips.apart and trouble is None:
            trouble = Trouble("pipeline.of-another-film", {"count": len(clips.apart)})
        if stage is Stage.NOT_MADE and trouble is None and self._made_before(shot.key):
            trouble = _MADE_BEFORE
        out_of_date = not shot.still and chosen is not None and self._out_of_date(shot.key, chosen)
        return ShotStatus(
            key=shot.key,
            stage=stage,
            progress=share,
            since=since,
            trouble=trouble,
            takes=_by_number(take for take in clips.takes.values() if not take.marks.trashed),
            trashed=_by_number(take for take in clips.takes.values() if take.marks.trashed),
            chosen=chosen,
            panel=chosen_panel(shot, panels),
            out_of_date=out_of_date,
            changed=self._causes(shot.key, chosen) if chosen and out_of_date else (),
            barred=stage is Stage.FAILED and self._barred(shot.key),
            panel_stage=self._panel_stage(shot, panels),
            fetched=max((self._board.fetched_share(job) for job in clips.open_jobs()), default=0.0),
        )

    def _panel_stage(self, shot: Shot, panels: Entry) -> Stage:
        """How far the panel of a shot is."""
        jobs, newest = panels.open_jobs(), panels.newest_job()
        if any(job.needs_user for job in jobs):
            return Stage.NEEDS_YOU
        if jobs:
            return jobs[-1].stage
        if self._board.waiting_since((Kind.PANEL, shot.key)) is not None:
            return Stage.IN_LINE
        trouble = self._board.trouble((Kind.PANEL, shot.key))
        if trouble is None and newest is not None and newest.state is State.FAILED:
            trouble = newest.trouble
        stage = Stage.NOT_MADE if trouble is None else _STAGE_OF.get(trouble.code, Stage.FAILED)
        if stage is not Stage.NOT_MADE:
            return stage
        if chosen_panel(shot, panels) is not None:
            return Stage.MADE
        return Stage.MISSING if panels.missed() else stage

    def element(self, element: Element, pictures: tuple[str, ...]) -> ElementStatus:
        """How far an element's reference images are."""
        entry = self._board.views(element.name)
        wanted = max(len(view_prompts(element)), len(pictures))
        jobs = entry.open_jobs()
        names = self._board.former.all_of(element.name)
        waiting = any(self._board.waiting_since((Kind.VIEW, name)) is not None for name in names)
        stage = Stage.MADE if pictures else Stage.NOT_MADE
        trouble = self._board.trouble((Kind.VIEW, element.name))
        if trouble is None and len(pictures) < wanted:
            trouble = _last_trouble(entry)
        asks = next((job for job in jobs if job.needs_user), None)
        if asks is not None:
            stage, trouble = Stage.NEEDS_YOU, question(asks)
        elif jobs:
            stage = jobs[0].stage
        elif waiting:
            stage = Stage.IN_LINE
        elif trouble is not None:
            stage = Stage.FAILED
        shares = [share_of(job, self._board) for job in jobs]
        done = (len(pictures) + sum(shares)) / wanted if wanted else 0.0
        alone = len(pictures) + len(element.image_urls) == 1 and stage not in RUNNING
        hint = Trouble("pipeline.one-picture", {"element": element.name}) if alone else None
        hint = hint or _not_there(element, pictures)
        return ElementStatus(element.name, stage, pictures, wanted, min(done, 1.0), trouble, hint)

    def queue(self) -> tuple[JobStatus, ...]:
        """What runs, in the order it was sent, then what stands in line."""
        return self._lines.all()

    def _activity(
        self, key: str, clips: Entry, panels: Entry
    ) -> tuple[Stage, float, float, Trouble | None]:
        """Stage, share, since and trouble of what goes on for a shot, panel included."""
        waiting, wished = self._board.waiting_since((Kind.CLIP, key)), clips
        begun = _PANEL_SHARE if _made_since(panels, waiting) else 0.0
        panel = _PANEL_SHARE if waiting is not None else 1.0
        if waiting is None:
            waiting, wished = self._board.waiting_since((Kind.PANEL, key)), panels
        for entry in (clips, panels):
            for job in entry.open_jobs():
                if job.needs_user:
                    return Stage.NEEDS_YOU, 0.0, job.sent, question(job)
                left = None if waiting is not None else self._left_with(job, key)
                if left is not None:
                    return Stage.FAILED, 0.0, job.sent, left
                share = share_of(job, self._board)
                if entry is panels:
                    share *= panel
                else:
                    share = begun + (1 - begun) * share
                return job.stage, share, job.sent or job.created, None
        in_line = self._board.unsent((Kind.CLIP, key)) or not _made_since(wished, waiting)
        if waiting is not None and in_line:
            return Stage.IN_LINE, begun, waiting, None
        return self._last_failure(key, clips, panels)

    def _left_with(self, job: Job, key: str) -> Trouble | None:
        """Why no flow works on a job that is open all the same; None where one was just stopped."""
        if job.state is State.READY and job.trouble is not None:
            return job.trouble
        trouble = self._trouble(key)
        return None if trouble is None or trouble.code in _GOES_ON else trouble

    def _trouble(self, key: str) -> Trouble | None:
        """Why the last flow of a shot ended without a result: its clip's, or its panel's alone."""
        return self._board.trouble((Kind.CLIP, key)) or self._board.trouble((Kind.PANEL, key))

    def _last_failure(
        self, key: str, clips: Entry, panels: Entry
    ) -> tuple[Stage, float, float, Trouble | None]:
        trouble = self._trouble(key)
        newest = [job for entry in (clips, panels) if (job := entry.newest_job()) is not None]
        last = max(newest, key=lambda job: job.id, default=None)
        if trouble is None and last is not None and last.state is State.FAILED:
            trouble = last.trouble
        if trouble is None:
            return Stage.NOT_MADE, 0.0, 0.0, None
        stage = _STAGE_OF.get(trouble.code, Stage.FAILED)
        return stage, 0.0, 0.0, trouble


def _not_there(element: Element, pictures: Iterable[str]) -> Trouble | None:
    """A hint at names in the element's order of pictures that no file has."""
    paths = list(pictures)
    gone = [name for name in element.pictures if named_file(paths, name) is None]
    told = {"element": element.name, "files": ", ".join(gone)}
    return Trouble("pipeline.pictures-not-there", told) if gone else None


def _last_trouble(entry: Entry) -> Trouble | None:
    """Why a reference image that is not there could not be made."""
    newest = {job.wish.number: job for job in entry.jobs.values() if job.state is not State.DROPPED}
    failed = [job for n, job in newest.items() if job.state is State.FAILED]
    return next((job.trouble for job in failed if job.wish.number not in entry.takes), None)


def _by_number(takes: Iterable[Take]) -> tuple[Take, ...]:
    return tuple(sorted(takes, key=lambda take: take.number))


def _made_since(entry: Entry, since: float | None) -> bool:
    """Whether this very run brought a result: an older one is no head start."""
    made = [take.made_at for take in list(entry.takes.values()) if not take.is_own]
    return since is not None and any(at >= since for at in made)
