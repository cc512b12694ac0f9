"""Music, voices and captions that come into the film: chosen in a dialog, or dropped."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QWidget

from topa_studio.app.captions import SUFFIXES as SUBTITLES
from topa_studio.app.captions import Taken, take_captions
from topa_studio.app.sounds import SUFFIXES as SOUNDS
from topa_studio.app.sounds import bring_sound
from topa_studio.base.errors import StudioError
from topa_studio.document.edits import FilmTarget, SetField
from topa_studio.document.written import tracks_written
from topa_studio.film.span import time_code
from topa_studio.model.rate import frame_of
from topa_studio.model.scenario import AudioTrack
from topa_studio.ui.desk import Desk
from topa_studio.ui.dialogs import choose_file
from topa_studio.ui.film.kinds import TIMELINE
from topa_studio.ui.film_pane import FilmPane
from topa_studio.ui.media_drops import MediaDrops
from topa_studio.ui.timeline.lane_pills import Kind
from topa_studio.ui.timeline.lanes.lane import Lane
from topa_studio.ui.timeline.lanes.sound_lane import SoundLane
from topa_studio.ui.timeline.lanes.track_changes import begun_at
from topa_studio.ui.timeline.lanes.track_page import TrackPage
from topa_studio.ui.words import quoted, sentence

_TOLD = 3


class SoundActs(QObject):
    """Works for one window; what is dropped on a lane goes there, else to the playhead."""

    def __init__(self, window: QWidget, desk: Desk, timeline: FilmPane) -> None:
        super().__init__(window)
        self._window, self._desk, self._timeline = window, desk, timeline
        self.page: TrackPage | None = None
        drops = MediaDrops(window)
        drops.sounds_dropped.connect(lambda paths, _at: self._bring(paths, Kind.MUSIC, None))
        drops.subtitles_dropped.connect(self.take_captions)
        lanes = timeline.lanes
        for lane in (lanes.voices, lanes.captions, lanes.music):
            on_lane = MediaDrops(lane)
            on_lane.sounds_dropped.connect(lambda paths, at, lane=lane: self._on(lane, paths, at))
            on_lane.subtitles_dropped.connect(self.take_captions)
        for sounds in (lanes.voices, lanes.music):
            sounds.opened.connect(lambda number, lane=sounds: self._open(lane, number))
        desk.commands.join(
            {
                # Who quits while a dialog asks is not held up by it.
                "add_music": lambda: desk.look(self._ask_sound),
                "add_captions": lambda: desk.look(self._ask_captions),
                "add_caption": self._write_caption,
            }
        )

    # Sounds.

    async def _ask_sound(self) -> None:
        title = self.tr("Music or a voice for the film")
        kinds = self.tr("Sound ({endings})").format(endings=_endings(SOUNDS))
        home = self._desk.session.path("")
        chosen = await choose_file(self._window, title, home, kinds=kinds)
        if chosen is not None:
            self._bring([str(chosen)], Kind.MUSIC, None)

    def _on(self, lane: Lane, paths: list[str], at: QPoint) -> None:
        kind = Kind.VOICES if lane.kind is Kind.VOICES else Kind.MUSIC
        scale = lane.scale
        self._bring(paths, kind, None if scale is None else scale.frame_at(at.x()))

    def _bring(self, paths: list[str], kind: Kind, frame: int | None) -> None:
        at = self._playhead() if frame is None else frame
        self._desk.start(lambda: self._add(list(map(Path, paths)), kind, at))

    def _playhead(self) -> int:
        film = self._desk.session.composition()
        return min(frame_of(self._desk.selection.playhead, film.rate), max(0, film.frames - 1))

    async def _add(self, paths: Iterable[Path], kind: Kind, frame: int) -> None:
        """One step for all of them; what is no sound is told, and the others come."""
        session, coming = self._desk.session, []
        self._desk.forget_answer()
        for path in paths:
            try:
                name = await bring_sound(session, path)
            except StudioError as error:
                self._desk.answer_too("error", sentence(error.code, error.params))
                continue
            coming.append(begun_at(AudioTrack(name, kind=kind.value), frame, session.composition()))
        if coming:
            tracks = [*self._desk.film.film.audio, *coming]
            edit = SetField(FilmTarget(), "audio", tracks_written(tracks))
            await self._desk.edit(self.tr("Add music"), edit)
            self._tell_hidden()

    def _open(self, lane: SoundLane, number: int) -> None:
        """The fields of a track, in one window that is made anew."""
        if self.page is not None:
            self.page.close()
        page = self.page = TrackPage(self._window, self._desk, lane, number)
        page.finished.connect(page.deleteLater)
        page.destroyed.connect(lambda _page=None, gone=page: self._closed(gone))
        page.show()
        page.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _closed(self, page: TrackPage) -> None:
        if self.page is page:
            self.page = None

    # Captions.

    def _write_caption(self) -> None:
        if not (self._desk.editable and self._desk.film.count()):
            return
        self._timeline.view_wanted.emit(TIMELINE)
        if not self._tell_hidden():
            self._timeline.lanes.write_caption(self._playhead())

    def _tell_hidden(self) -> bool:
        """Say why no lane is seen, where none is; whether that was so."""
        why = self._timeline.lanes.why_hidden
        if why:
            told = self.tr("Music and captions lie in lanes under the cards: {why}.")
            self._desk.tell(told.format(why=why))
        return bool(why)

    async def _ask_captions(self) -> None:
        title = self.tr("Captions from a file")
        kinds = self.tr("Subtitles ({endings})").format(endings=_endings(SUBTITLES))
        home = self._desk.session.path("")
        chosen = await choose_file(self._window, title, home, kinds=kinds)
        if chosen is not None:
            self.take_captions(str(chosen))

    def take_captions(self, path: str) -> None:
        """Put the lines of a subtitle file into the film, and say how many there are."""
        self._desk.start(lambda: self._take(Path(path)))

    async def _take(self, path: Path) -> None:
        label = self.tr("Captions from {name}").format(name=path.name)
        self._desk.forget_answer()
        try:
            taken = await take_captions(self._desk.session, path, label)
        except StudioError as error:
            self._desk.answer("error", sentence(error.code, error.params))
            return
        self._tell(path.name, taken)

    def _tell(self, name: str, taken: Taken) -> None:
        placing = taken.placing
        parts = [self.tr("%n captions came from {name}.", "", placing.count).format(name=name)]
        if placing.there:
            parts.append(self.tr("%n were in the film already.", "", placing.there))
        if taken.encoding != "utf-8":
            odd = self.tr("It was read as {encoding}: see whether its letters are right.")
            parts.append(odd.format(encoding=taken.encoding))
        if taken.unread:
            odd = self.tr(
                "%n have times that cannot be read and were left out (line {numbers}).",
                "", len(taken.unread),
            )  # fmt: skip
            parts.append(odd.format(numbers=", ".join(map(str, taken.unread[:_TOLD]))))
        if not (placing.left or taken.unread):
            self._desk.tell(" ".join(parts))
            return
        count = len(placing.left)
        if count:
            parts.append(self.tr("%n begin behind the film's end and were left out:", "", count))
        rate = self._desk.session.composition().rate
        parts += [
            f"{time_code(frame_of(line.start, rate), rate)} {quoted(line.text)}"
            for line in placing.left[:_TOLD]
        ]
        self._desk.answer("warning", " ".join(parts))


def _endings(suffixes: Iterable[str]) -> str:
    return " ".join(f"*{suffix}" for suffix in suffixes)
