"""Is a take what the shot would be made as now? Told by the digest of the request.

Nothing of it is stored: it is derived from the film, its pictures by their content, and what the
take was made with. Where one of them is not known, the take is not out of date for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from topa_studio.base.errors import StudioError
from topa_studio.model.request import ClipRequest, Picture, digest
from topa_studio.model.scenario import NEXT, Scenario, Shot
from topa_studio.model.take import Take
from topa_studio.pipeline.below import Below, held_at
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.choice import chosen_panel
from topa_studio.pipeline.compose import (
    Setup,
    clip_request,
    needs_panel,
    panel_digests,
    panel_fits,
)
from topa_studio.pipeline.job import Kind
from topa_studio.pipeline.requests import request_of
from topa_studio.pipeline.shown_end import is_of, shown_end

_LATER = Picture(url="made on the way")


class _Unknown(Exception):
    """What a shot starts from or ends with cannot be told."""


def current_digest(scenario: Scenario, key: str, setup: Setup, board: Board) -> str | None:
    """The digest of the request the shot would be made with; None where it cannot be told."""
    request = current_request(scenario, key, setup, board)
    return None if request is None else digest(request)


def current_request(scenario: Scenario, key: str, setup: Setup, board: Board) -> ClipRequest | None:
    """The request the shot would be made with; None where it cannot be told.

    A shot that starts from the shot before is not told: its picture is made on the way.
    """
    return _Frames(scenario, setup, board).request(key, None)


@dataclass(frozen=True, slots=True)
class Freshness:
    """Compares takes with a film, which need not be the open one.

    `held`: what held below the film's settings, one after the other.
    """

    scenario: Scenario
    setup: Setup
    board: Board
    held: Sequence[Below] = ()

    def is_out_of_date(self, key: str, take: Take) -> bool:
        """Whether the shot would be made otherwise now, and nobody said that the take is good so.

        Never of what is taken over without a request, and of files of the user's own.
        """
        if not take.digest or self.scenario.shot(key).still:
            return False
        now = self.request(key, take)
        if now is None or digest(now) in (take.digest, take.marks.fits):
            return False
        if any(
            (then := film.request(key, take)) is not None
            and digest(then) in (take.digest, take.marks.fits)
            for film in self.before()
        ):
            return False
        sent = request_of(self.board, Kind.CLIP, key, take)
        return not (isinstance(sent, ClipRequest) and _differs_in_names(sent, now))

    def before(self) -> Iterator[Freshness]:
        """The same film with the names that its elements had before: nobody sees a name."""
        for film in self.board.former.films(self.scenario):
            yield replace(self, scenario=film, setup=pictured_as(film, self.scenario, self.setup))

    def digest(self, key: str, take: Take) -> str | None:
        """What a take is compared by; None where it cannot be told."""
        request = self.request(key, take)
        return None if request is None else digest(request)

    def request(self, key: str, take: Take) -> ClipRequest | None:
        """What the shot would be made with, under the defaults that held for the take.

        A picture that is made on the way is the very one of the take where it would be the same,
        else one that stands for it.
        """
        job = self.board.entry(Kind.CLIP, key).made_with(take)
        sent = request_of(self.board, Kind.CLIP, key, take)
        below = held_at(self.held, take.made_at if job is None else job.created)
        setup = self.setup if below is None else replace(self.setup, defaults=below.settings)
        frames = _Frames(self.scenario, setup, self.board)
        now = frames.request(key, sent if isinstance(sent, ClipRequest) else None)
        if now is None or below is None or now.aspect_ratio != self.held[-1].ratio:
            return now
        return replace(now, aspect_ratio=below.ratio)


@dataclass(frozen=True, slots=True)
class _Frames:
    """The pictures a shot starts from and ends with, as far as they are known."""

    scenario: Scenario
    setup: Setup
    board: Board

    def request(self, key: str, sent: ClipRequest | None) -> ClipRequest | None:
        """With what was `sent` for a take, where that is not known now."""
        try:
            start, end = self._start(key, sent), self._end(key, sent)
            return clip_request(self.scenario, key, self.setup, start, end)
        except (StudioError, _Unknown):
            return None

    def _start(self, key: str, sent: ClipRequest | None) -> Picture | None:
        shot = self.scenario.shot(key)
        then = None if sent is None else sent.start
        if needs_panel(self.scenario, key, self.setup):
            return _known(self._panel(key), sent, then)
        match shot.start:
            case None | "none":
                return None
            case "previous":
                return self._end_before(key, sent)
            case stored:
                return _known(self.setup.own.get(stored), sent, then)

    def _end(self, key: str, sent: ClipRequest | None) -> Picture | None:
        stored = self.scenario.shot(key).end
        if stored is None:
            return None
        then = None if sent is None else sent.end
        if stored != NEXT:
            return _known(self.setup.own.get(stored), sent, then)
        after = self.scenario.shot_after(key)
        return None if after is None else _known(self._panel(after.key), sent, then)

    def _panel(self, key: str) -> Picture | None:
        """The panel of a shot, also one that a press would take over for nothing."""
        panel = chosen_panel(self.scenario.shot(key), self.board.entry(Kind.PANEL, key))
        if panel is not None:
            return Picture(panel.path, panel.sha256) if panel.sha256 else None
        found = panel_made_before(self.scenario, key, self.setup, self.board)
        return None if found is None else found[1]

    def _end_before(self, key: str, sent: ClipRequest | None) -> Picture | None:
        """The end of the shot before: the picture that was sent, where it is of that end."""
        before = self.scenario.shot_before(key)
        if before is None:
            return None
        if sent is None:
            raise _Unknown
        then = sent.start
        if before.still:
            return _known(self.setup.own.get(before.still), sent, then)
        if then is None:
            return _LATER
        if self._may_show(key, before, then.path.rpartition("/")[2]):
            return then
        end = shown_end(self.scenario, key, self.board)
        return _LATER if end is None else Picture(url=end.name(end.take.sha256[:20]))

    def _may_show(self, key: str, before: Shot, name: str) -> bool:
        """Whether a picture may be the end of the shot before; one of another shot is not."""
        end = shown_end(self.scenario, key, self.board)
        if end is not None and end.take.sha256:
            return end.is_called(name)
        return is_of(name, self.board.entry(Kind.CLIP, before.key).every_take())


def _differs_in_names(sent: ClipRequest, now: ClipRequest) -> bool:
    """Whether elements are only called otherwise: nobody sees a name."""
    names = {a.name: b.name for a, b in zip(sent.elements, now.elements, strict=False)}
    if len(sent.elements) != len(now.elements) or not any(a != b for a, b in names.items()):
        return False
    called = re.compile("|".join(rf"@{re.escape(name)}(?![a-z0-9_])" for name in names))
    prompt = called.sub(lambda found: f"@{names[found.group()[1:]]}", sent.prompt)
    elements = tuple(replace(each, name=names[each.name]) for each in sent.elements)
    return digest(replace(sent, prompt=prompt, elements=elements)) == digest(now)


def _known(now: Picture | None, sent: ClipRequest | None, then: Picture | None) -> Picture | None:
    """What is known, else what was sent. Raises _Unknown where neither is."""
    if now is not None:
        return now
    if sent is None:
        raise _Unknown
    return then or _LATER


def pictured_as(film: Scenario, now: Scenario, setup: Setup) -> Setup:
    """With the pictures of elements by the names that `film` has for those of `now`."""
    names = zip(film.names, now.names, strict=True)
    found = {name: setup.pictures[own] for name, own in names if own in setup.pictures}
    return replace(setup, pictures={**setup.pictures, **found})


def panel_is_fresh(scenario: Scenario, key: str, setup: Setup, board: Board, panel: Take) -> bool:
    """Whether a panel shows the shot as it is, whatever its elements were called then."""
    return panel_fits(scenario, key, setup, panel.digest) or any(
        panel_fits(film, key, pictured_as(film, scenario, setup), panel.digest)
        for film in board.former.films(scenario)
    )


def digests_before(scenario: Scenario, key: str, setup: Setup, board: Board) -> tuple[str, ...]:
    """Of a shot's request as it would have been with the names that its elements had before."""
    films = board.former.films(scenario)
    found = (current_digest(film, key, pictured_as(film, scenario, setup), board) for film in films)
    return tuple(dict.fromkeys(each for each in found if each is not None))


def panel_made_before(
    scenario: Scenario, key: str, setup: Setup, board: Board
) -> tuple[str, Picture] | None:
    """A panel that the shot's very request made for another film here, with that digest.

    Of several the one that its clip was made from, else the newest. Raises StudioError.
    """
    before = board.made_before
    if not before or not needs_panel(scenario, key, setup):
        return None
    found = [
        (wanted, picture)
        for wanted in panel_digests(scenario, key, setup)
        for picture in before.panels(scenario, wanted)
    ]
    for wanted, picture in found if len(found) > 1 else ():
        if before.has_clip(scenario, digest(clip_request(scenario, key, setup, picture))):
            return wanted, picture
    return found[0] if found else None
