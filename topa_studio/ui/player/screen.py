"""What stands over and instead of the picture: chips, captions, and why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from topa_studio.base.errors import MediaError
from topa_studio.film.ladder import Source
from topa_studio.film.timing import Cut
from topa_studio.media.stamp import Stamp, stamp_of
from topa_studio.ui.player.captions import captions
from topa_studio.ui.player.facts import Facts
from topa_studio.ui.playing.playback import Playback
from topa_studio.ui.playing.surface import Surface
from topa_studio.ui.words import seconds_word

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from topa_studio.app.session import ProjectSession

_OTHER_RATE, _SHORTER = 0.02, 0.15


class Screen(QObject):
    """Puts on `surface` what the playback tells."""

    def __init__(
        self, session: ProjectSession, playback: Playback, surface: Surface, facts: Facts
    ) -> None:
        super().__init__(surface)
        self._session = session
        self._playback = playback
        self._surface = surface
        self._facts = facts
        self._failed: dict[str, object] = {}
        facts.known.connect(self.show_chips)
        playback.frame_shown.connect(self._show)
        playback.clip_failed.connect(self._tell_failed)

    def refresh(self) -> None:
        """The film or its clips are others now."""
        film = self._playback.composition
        self._surface.set_ratio(film.ratio)
        if not film.cuts:
            self._surface.show_message(_why_empty(self._session))
            self._surface.set_chips("", "")
            self._surface.show_words("")
        else:
            self.show_chips()

    def show_chips(self) -> None:
        """Say over the picture what it shows, and what is to be read."""
        cut: Cut | None = self._playback.cut
        if cut is None or not self._session.film.has_shot(cut.key):
            return
        left, right = captions(self._session, cut)
        if cut.key in self._failed and self._failed[cut.key] == self._stamp(cut):
            right = QCoreApplication.translate("PlayerPane", "This clip cannot be played")
        elif remark := self._remark(cut):
            right = f"{right} · {remark}"
        self._surface.set_chips(left, right)
        self._surface.show_words(self._playback.composition.words(self._playback.frame))

    def _remark(self, cut: Cut) -> str:
        """What is odd about its clip: another rate than the film's, or too short for its trim."""
        if cut.source is not Source.CLIP:
            return ""
        facts = self._facts.of(self._session.path(cut.path))
        if facts is None:
            return ""
        if abs(facts.fps - float(cut.rate)) > _OTHER_RATE:
            told = QCoreApplication.translate("PlayerPane", "{clip} fps in a film of {film}")
            return told.format(clip=f"{facts.fps:g}"[:6], film=f"{float(cut.rate):g}"[:6])
        until = cut.shown.until or facts.seconds
        if cut.offset + cut.seconds > until + _SHORTER:
            told = QCoreApplication.translate("PlayerPane", "ends after {seconds}, then held")
            return told.format(seconds=seconds_word(max(0.0, until - cut.offset)))
        return ""

    def _show(self, picture: QImage) -> None:
        self._surface.show_picture(picture)
        self.show_chips()

    def _tell_failed(self, key: str, why: MediaError) -> None:
        self._failed[key] = why.params.get("version")
        self.show_chips()

    def _stamp(self, cut: Cut) -> Stamp:
        """Which version of its file: one that is put in its place is another."""
        return stamp_of(self._session.path(cut.path))


def _why_empty(session: ProjectSession) -> str:
    if session.is_readable:
        return QCoreApplication.translate("PlayerPane", "No shots yet")
    return QCoreApplication.translate("PlayerPane", "The film cannot be read")
