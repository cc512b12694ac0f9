"""The tour's pictures of the film itself: playing, takes compared, a seam, sound, the way out."""

from __future__ import annotations

import wave
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from topa_studio.document.edits import Edit, FilmTarget, SetField, ShotTarget, Value
from topa_studio.model.marks import TakeRef
from topa_studio.model.status import Consent
from topa_studio.model.wish import clips
from topa_studio.ui.compare.choosing import FOUR
from topa_studio.ui.compare.tools import CompareTools

if TYPE_CHECKING:
    from topa_studio.ui.main_window import MainWindow
    from topa_studio.ui.studio import Studio

Until = Callable[[Callable[[], bool]], Awaitable[None]]
Save = Callable[..., Awaitable[None]]
LOOKS = (("en", "dark"), ("ru", "dark"), ("en", "light"), ("ru", "light"))
RATE = 48_000


class FilmTour:
    """Works on a film of which every shot is made."""

    def __init__(self, studio: Studio, until: Until, save: Save) -> None:
        self._studio = studio
        self._until = until
        self._save = save

    @property
    def _window(self) -> MainWindow:
        window = self._studio.window
        assert window is not None
        return window

    async def run(self) -> None:
        """Cut the film a little, and go through its pages in each look."""
        self._window.timeline.filters.widen()
        keys = [shot.key for shot in self._window.session.film.shots()]
        await self._more_takes(keys[2])
        await self._cut(keys)
        for language, theme in LOOKS:
            await self._studio.change_look("language", language)
            await self._studio.change_look("theme", theme)
            await self._pages(keys, f"{language}-{theme}")
        await self._studio.change_look("theme", "dark")
        await self._studio.change_look("language", "ru")
        await self._small(keys)
        await self._studio.change_look("language", "en")

    async def _more_takes(self, key: str) -> None:
        session = self._window.session
        for count in (2, 3, 4):
            session.press(clips(key), consent=Consent(same=True))
            await self._until(lambda n=count: len(session.shot(key).takes) >= n)  # type: ignore[misc]
        await self._until(lambda: not session.queue())

    async def _cut(self, keys: list[str]) -> None:
        """Music, captions, a transition and a trim."""
        session = self._window.session
        home = session.path("sound")
        home.mkdir(exist_ok=True)
        _music(home / "Morning waltz.wav", 34)
        _music(home / "Up the hill.wav", 40)
        words: list[dict[str, Value]] = [{"text": "Look, it smiles!", "in": 0.5, "out": 2.5}]
        tracks: list[dict[str, Value]] = [
            {"file": "sound/Morning waltz.wav", "gain_db": -3.1, "fade_in": 2, "fade_out": 3},
            {"file": "sound/Up the hill.wav", "shot": keys[6], "gain_db": -4.4, "fade_in": 2},
            {"file": "sound/Morning waltz.wav", "kind": "voice", "shot": keys[5], "out": 2.5},
        ]
        edits: list[Edit] = [
            SetField(ShotTarget(keys[2]), "caption", "Morning, Topa!"),
            SetField(ShotTarget(keys[5]), "captions", words),
            SetField(ShotTarget(keys[3]), "transition", {"kind": "dissolve", "seconds": 1}),
            SetField(ShotTarget(keys[5]), "trim", {"in": 0.5, "out": 4.5}),
            SetField(ShotTarget(keys[4]), "start", "previous"),
            SetField(FilmTarget(), "audio", tracks),
        ]
        await session.edit("Cut", edits)

    async def _pages(self, keys: list[str], look: str) -> None:
        window = self._window
        window.selection.select_shot(keys[5])
        window.player.play_shot(keys[5])
        start = next(cut.start for cut in window.session.cuts() if cut.key == keys[5])
        await self._until(lambda: window.selection.playhead > start + 0.8)
        window.player.playback.pause()
        await self._save(f"film-playing-{look}")
        await self._save(f"sound-{look}")
        window.selection.select_shot(keys[2])
        await self._takes(keys[2], look)
        await self._on_page("compare", f"compare-{look}")
        await self._on_page("compare", f"compare-four-{look}", four=True)
        window.selection.select_shot(keys[4])
        await self._on_page("seam_before", f"seam-{look}")
        window.commands.do("film_out")
        await self._save(f"export-{look}")
        window.out.close_page()

    async def _takes(self, key: str, look: str) -> None:
        """The list of takes, each marked in another way; then its trash, and the question there."""
        window, session = self._window, self._window.session
        one, two, three, _four = (TakeRef(key, number) for number in range(1, 5))
        await session.takes.choose(three)
        await session.takes.star([three])
        await session.takes.note(three, "Best ears. Wave a bit late")
        await session.takes.reject([two])
        window.inspector.tabs.turn_to("takes")
        await self._save(f"takes-{look}")
        await session.takes.trash([one])
        trash = window.inspector.takes.trash
        await self._until(trash.show_button.isVisible)
        trash.open(shown=True)
        trash.empty.click()
        await self._until(trash.question.isVisible)
        await self._save(f"trash-{look}")
        trash.open(shown=False)
        for _step in range(5):
            await session.undo()
        window.inspector.tabs.turn_to("shot")

    async def _on_page(self, command: str, name: str, *, four: bool = False) -> None:
        window = self._window
        await self._until(lambda: window.commands.actions[command].isEnabled())
        window.commands.do(command)
        if four:
            (tools,) = window.findChildren(CompareTools)
            tools.count.button(str(FOUR)).click()
        await self._save(name)
        window.middle.leave()

    async def _small(self, keys: list[str]) -> None:
        """The smallest window, and with text of twice the size."""
        size = self._window.size()
        for percent in (100, 200):
            await self._studio.change_look("text_percent", percent)
            self._window.resize(1280, 720)
            await self._pages(keys, f"small-{percent}")
        await self._studio.change_look("text_percent", 100)
        self._window.resize(size)


def _music(path: Path, seconds: int) -> None:
    at = np.arange(seconds * RATE) / RATE
    tone = np.sin(2 * np.pi * 220 * at) * (0.3 + 0.7 * np.abs(np.sin(at * 3)))
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes((tone * 12_000).astype("<i2").tobytes())
