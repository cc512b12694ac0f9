"""What the picture shows of a cut: a frame of its clip, its still, and the chips over it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QLabel

from topa_studio.film.ladder import Source
from topa_studio.film.still import shape
from topa_studio.film.timing import Cut
from topa_studio.ui.player.captions import captions
from topa_studio.ui.player.playback import Playback
from topa_studio.ui.player.stills import Stills
from topa_studio.ui.player.surface import Surface
from topa_studio.ui.thumbnails import Thumbnails

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame

    from topa_studio.app.session import ProjectSession


class Screen(QObject):
    """Puts on `surface` what the playback tells; `notice` says where no clip can be played."""

    def __init__(
        self,
        session: ProjectSession,
        thumbnails: Thumbnails,
        playback: Playback,
        surface: Surface,
        notice: QLabel,
    ) -> None:
        super().__init__(surface)
        self._session = session
        self._stills = Stills(session, thumbnails)
        self._playback = playback
        self._surface = surface
        self._notice = notice
        playback.frame_shown.connect(self._show_frame)
        playback.still_shown.connect(self._show_still)
        playback.clip_failed.connect(self._tell_failed)
        thumbnails.ready.connect(self._picture_came)

    def refresh(self, cuts: Sequence[Cut]) -> None:
        """The film or its clips are others now."""
        playback = self._playback
        if not cuts:
            self._surface.show_message(_why_empty(self._session))
            self._surface.set_chips("", "")
        elif not playback.playing and playback.shows_still:
            self._show_still(playback.cut)
        else:
            self.show_chips(playback.cut)

    def take_ratio(self) -> None:
        """The film's picture has this shape."""
        self._surface.set_ratio(shape(self._session.film))

    def show_chips(self, cut: Cut | None) -> None:
        """Say over the picture what it shows."""
        if cut is not None and self._session.film.has_shot(cut.key):
            self._surface.set_chips(*captions(self._session, cut))

    def _show_frame(self, frame: QVideoFrame) -> None:
        self._surface.show_frame(frame)
        self.show_chips(self._playback.cut)

    def _show_still(self, cut: Cut | None) -> None:
        if cut is None:
            return
        self._surface.show_picture(self._stills.of(cut))
        self.show_chips(cut)
        if cut.source is Source.CLIP and not self._playback.has_player:
            self._notice.setText(
                QCoreApplication.translate(
                    "PlayerPane",
                    "Clips cannot be played on this computer, they are shown as pictures: "
                    "a system library is missing (on Debian and Ubuntu: libpulse0).",
                )
            )
            self._notice.show()

    def _picture_came(self, path: str) -> None:
        if self._playback.shows_still and self._stills.waits_for(path):
            self._show_still(self._playback.cut)

    def _tell_failed(self, key: str, _why: str) -> None:
        cut = next((cut for cut in self._playback.cuts if cut.key == key), None)
        if cut is not None:
            words = QCoreApplication.translate("PlayerPane", "This clip cannot be played")
            self._surface.set_chips(cut.number, words)


def _why_empty(session: ProjectSession) -> str:
    if session.is_readable:
        return QCoreApplication.translate("PlayerPane", "No shots yet")
    return QCoreApplication.translate("PlayerPane", "The film cannot be read")
