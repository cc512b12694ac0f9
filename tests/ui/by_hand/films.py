"""The film that hands work on, what its file says, and the window around it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
import yaml
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from tests.support.hand import Hand
from tests.support.window import studio, until
from topa_studio.ui.studio import Studio

Run = Callable[[Coroutine[Any, Any, Any]], Any]
QUIET = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
_SIZE = QRect(100, 60, 1700, 1050)

_HEAD = """\
title: By hand  # a remark that stays
global_config:
  mode: std
  sound: false
elements:
  characters:
    - {name: Topa, description: "A small orange bear cub", reference_prompts: [front view]}
  props:
    - {name: Lamp, description: "A brass lamp", reference_prompts: [front view]}
scenes:
"""
_SCENE = """\
  - id: {scene}
    title: {title}
    shots:
"""
_SHOT = """\
      - id: {id}
        title: {title}
        prompt: "Wide shot. A pier at dusk, {title}."
        duration: {seconds}
"""
SCENES = {"Morning": ("Ash", "Birch", "Cedar"), "Evening": ("Dune", "Elm", "Fir")}


class ByHand:
    """A hand, and what can be asked about what it has done."""

    def __init__(self, made: Studio, hand: Hand, film: Path) -> None:
        self.made, self.hand, self.film = made, hand, film
        self.before = self.text

    @property
    def text(self) -> str:
        return self.film.read_bytes().decode()

    @property
    def scenes(self) -> list[dict[str, Any]]:
        """What the file says of its scenes."""
        found: list[dict[str, Any]] = yaml.safe_load(self.text)["scenes"]
        return found

    @property
    def order(self) -> dict[str, list[str]]:
        """Titles of the scenes, and of the shots in them."""
        return {
            scene["title"]: [shot["title"] for shot in scene.get("shots") or []]
            for scene in self.scenes
        }

    def shot(self, title: str) -> dict[str, Any]:
        """What the file says of a shot."""
        shots = [shot for scene in self.scenes for shot in scene.get("shots") or []]
        return next(shot for shot in shots if shot["title"] == title)

    async def has(self, is_so: Callable[[], object]) -> None:
        """Wait until the file says so."""
        try:
            await until(lambda: _asked(is_so))
        except TimeoutError:
            raise AssertionError(f"{self.hand.did} and then:\n{self.text}") from None

    async def is_ordered(self, morning: str, evening: str) -> None:
        """Wait until the scenes have these shots, told by the first letters of their titles."""

        def letters() -> list[str]:
            return ["".join(title[0] for title in titles) for titles in self.order.values()]

        try:
            await self.has(lambda: letters() == [morning, evening])
        except TimeoutError:
            raise AssertionError(f"{self.order} after {self.hand.did}") from None

    async def undone(self) -> None:
        """One press on Ctrl+Z brings the very bytes back."""
        await self.hand.key("Ctrl+Z")
        await self.has(lambda: self.text == self.before)

    def card(self, title: str) -> str:
        """The beginning of a card's name."""
        for scene, titles in enumerate(self.order.values(), 1):
            if title in titles:
                return f"Scene {scene}, shot {titles.index(title) + 1}, {title}"
        raise AssertionError(f"{title} is not in the film")

    def chosen(self) -> list[str]:
        """The first letters of the shots that are seen to be chosen."""
        return sorted(
            thing.name.split(", ")[2][0]
            for thing in self.hand.things()
            if thing.name.startswith("Scene ") and ", shot " in thing.name and thing.is_on
        )

    async def are_made(self, count: int) -> None:
        """Wait until so many shots were sent and are not there yet, and one is seen to be so."""
        jobs = self.made.window.session.jobs  # type: ignore[union-attr]
        await until(lambda: len(jobs.on_the_way()) == count)
        going = "in line", "drawing"
        await until(lambda: any(self.hand.sees(self.card("Ash"), part=part) for part in going))

    async def chooses(self, letters: str) -> None:
        """Wait until these shots are chosen, and no other."""
        try:
            await until(lambda: self.chosen() == sorted(letters))
        except TimeoutError:
            raise AssertionError(f"{self.chosen()} is chosen, not {letters}") from None


def _asked(is_so: Callable[[], object]) -> object:
    try:
        return is_so()
    except (yaml.YAMLError, OSError, KeyError, StopIteration):
        return False  # it is being written


def film_text() -> str:
    """Two scenes of three shots."""
    text = _HEAD
    for number, (title, shots) in enumerate(SCENES.items(), 1):
        text += _SCENE.format(scene=number, title=title)
        for at, shot in enumerate(shots, 1):
            text += _SHOT.format(id=number * 10 + at, title=shot, seconds=3)
    return text


def by_hand(
    app: QApplication,
    folder: Path,
    test: Callable[[ByHand], Awaitable[None]],
    *,
    text: str = "",
    more: Callable[[Path], object] = lambda _folder: None,
) -> Coroutine[Any, Any, None]:
    """The window with the film, given into a hand."""

    async def main() -> None:
        film = folder / "film" / "film.yaml"
        film.parent.mkdir(parents=True)
        film.write_text(text or film_text(), encoding="utf-8")
        more(film.parent)
        async with studio(app, folder, film) as made:
            window = made.window
            assert window is not None
            window.stand_at(_SIZE)
            await until(lambda: window.size() == _SIZE.size())
            await until(lambda: window.folding._sized == window.folding.room)
            window.activateWindow()
            await until(window.isActiveWindow)
            await test(ByHand(made, Hand(app), film))

    return main()
