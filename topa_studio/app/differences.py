"""What differs between two takes of one shot, by the requests that made them."""

from __future__ import annotations

import re

from topa_studio.app.making.production import Production
from topa_studio.model.change import Change
from topa_studio.model.difference import UNKNOWN, Difference, Frame, FrameKind
from topa_studio.model.marks import TakeRef
from topa_studio.model.request import Picture, Request
from topa_studio.model.take import Take
from topa_studio.pipeline.changes import changes_between, difference_between
from topa_studio.pipeline.folder.layout import file_name
from topa_studio.pipeline.job import Kind
from topa_studio.pipeline.requests import request_of
from topa_studio.pipeline.shown_end import told_by_name
from topa_studio.pipeline.takes.marks import kind_of

_PANEL = re.compile(r"(?:^|/)panels/(?P<key>[^/]+)/P(?P<number>\d+)[^/]*$")


class Differences:
    """Asked of takes of the open film's shots; all of it is in memory."""

    def __init__(self, production: Production) -> None:
        self._production = production

    def differed(
        self, key: str, number: int, other: int | None = None, *, panel: bool = False
    ) -> tuple[Change, ...]:
        """What of its request differs from that of another take; `other` None: the one before.

        Nothing where either request is not known, or there is no take before it.
        """
        if not self._production.scenario.has_shot(key):
            return ()
        before = self._before(key, number, panel) if other is None else other
        first = self.request(key, before, panel=panel) if before is not None else None
        second = self.request(key, number, panel=panel)
        if first is None or second is None:
            return ()
        return changes_between(self._production.scenario, key, first, second)

    def difference(self, key: str, a: int, b: int, *, panel: bool = False) -> Difference:
        """Two takes side by side, in the words of what was sent."""
        if not self._production.scenario.has_shot(key):
            return UNKNOWN
        first, second = self.request(key, a, panel=panel), self.request(key, b, panel=panel)
        if first is None or second is None:
            return UNKNOWN
        return difference_between(
            self._production.scenario, key, first, second, lambda picture: self.frame(key, picture)
        )

    def request(self, key: str, number: int, *, panel: bool = False) -> Request | None:
        """What a take or panel was made with, as far as that is known."""
        take, kind = self._takes(key, panel).get(number), kind_of(TakeRef(key, number, panel))
        return None if take is None else request_of(self._production.board, kind, key, take)

    def frame(self, key: str, picture: Picture | None) -> Frame:
        """Where the first or last picture of a clip of this shot came from."""
        if picture is None:
            return Frame()
        path = picture.path or picture.url
        name = path.rpartition("/")[2]
        if (panel := _PANEL.search(path)) is not None:
            at = self._shot_of(panel["key"])
            own, number = panel["key"] == file_name(key), int(panel["number"])
            return Frame(FrameKind.PANEL, "" if own else at, number, is_own=own)
        end = told_by_name(name)
        if end is None:
            return Frame(FrameKind.FILE, name=name)
        shot, take = self._clip_of(key, end.content)
        return Frame(FrameKind.END_OF, shot, take, end.moment)

    def _before(self, key: str, number: int, panel: bool) -> int | None:
        """The newest take before one whose request is known, wherever its file is."""
        takes = self._takes(key, panel)
        known = [n for n in takes if n < number and self.request(key, n, panel=panel) is not None]
        return max(known, default=None)

    def _takes(self, key: str, panel: bool) -> dict[int, Take]:
        entry = self._production.board.entry(kind_of(TakeRef(key, 0, panel)), key)
        return {take.number: take for take in entry.every_take()}

    def _shot_of(self, folder: str) -> str:
        """The number of the shot whose results lie in folders of this name."""
        film = self._production.scenario
        found = (shot.key for shot in film.shots() if file_name(shot.key) == folder)
        return next((film.number_of(key) for key in found), "")

    def _clip_of(self, key: str, content: str) -> tuple[str, int]:
        """The number of the shot and take whose file has this content; ("", 0): nobody's now."""
        film, board = self._production.scenario, self._production.board
        before = film.shot_before(key)
        near = [before.key] if before is not None else []
        for at in (*near, *(shot.key for shot in film.shots())):
            for take in board.entry(Kind.CLIP, at).every_take():
                if content and take.sha256.startswith(content):
                    return film.number_of(at), take.number
        return "", 0
