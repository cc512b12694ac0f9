"""Pictures of the window's main states, taken without a screen on the practice service.

    python scripts/tour.py OUTDIR

Works on a copy of the sample film in a folder that is thrown away.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from topa_studio.model.wish import clips, panels

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from topa_studio.app.session import ProjectSession
    from topa_studio.ui.main_window import MainWindow

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

LONGEST = 240.0
PAINT = 1.2
PIERS = (
    "title: Piers\nglobal_config: {mode: std, sound: false}\nscenes:\n  - id: 1\n    shots:\n"
    + (
        "".join(
            f"      - {{id: {n}, prompt: 'A pier at dusk, {n}.', duration: 3}}\n"
            for n in range(1, 9)
        )
    )
)
CREATE = "/api/v1/jobs/createTask"
FAULTS = [
    {"path": CREATE, "nth": 1, "action": "drop_reply"},
    {"path": CREATE, "nth": 2, "action": "fail", "code": 430, "message": "public figure"},
    {"path": CREATE, "nth": 7, "action": "body", "code": 402, "message": "Insufficient credits"},
]
EMPTY_FILM = 'title: "A new film"\n\nscenes: []\n'


def main() -> int:
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("folder", type=Path)
    target: Path = asked.parse_args().folder
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="topa-tour-") as folder:
        home = Path(folder)
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = str(home / name.lower())
        from topa_studio.ui.run import make_application
        from topa_studio.ui.running.loop import run_on_loop
        from topa_studio.ui.widgets.no_screen import use_large_screen

        use_large_screen()

        app = make_application()
        run_on_loop(app, Tour(home, target).run)
    return 0


class Tour:
    """Goes through the states of one film and saves a picture of each."""

    def __init__(self, home: Path, target: Path) -> None:
        from topa_studio.ui.run import make_application
        from topa_studio.ui.running.preferences import PreferenceStore
        from topa_studio.ui.studio import Studio, Wish

        self._home = home
        self._target = target
        self._app = make_application()
        self._store = PreferenceStore(home / "window.json")
        self._store.change(language="en", theme="dark", noted=True)
        self._studio = Studio(self._app, Wish(self._film(), practice=True), self._store)

    def _film(self) -> Path:
        from topa_studio.base.resources import sample_film

        text = (sample_film() / "scenario.yaml").read_bytes()
        film = self._home / "film" / "scenario" / "scenario.yaml"
        film.parent.mkdir(parents=True)
        film.write_bytes(text)
        empty = self._home / "empty" / "scenario" / "scenario.yaml"
        empty.parent.mkdir(parents=True)
        empty.write_text(EMPTY_FILM, encoding="utf-8")
        return film

    async def run(self) -> None:
        """Work the window as a person would, with pauses to let it paint."""
        program = asyncio.create_task(self._studio.run())
        steps = asyncio.create_task(self._steps())
        await asyncio.wait({program, steps}, return_when=asyncio.FIRST_COMPLETED)
        self._studio.quit.set()
        await program
        await steps

    async def _steps(self) -> None:
        from tour_elements import ElementTour
        from tour_film import FilmTour
        from tour_impact import ImpactTour
        from tour_views import ViewsTour

        await self._until(lambda: self._studio.window is not None)
        shots = [shot.key for shot in self._session.document.scenario.shots()]
        self._window.selection.select_shot(shots[2])
        await self._save("empty")
        await self._before_paying(shots)
        self._session.press(clips(*shots[:9]))
        await self._until(lambda: self._made() >= 4 and self._drawing() >= 2)
        await self._save("running")
        await self._idle()
        await self._save("half-made")
        await self._panels()
        await ViewsTour(self._studio, self._until, self._save).run()
        await self._fail(shots[10])
        await self._save("failed")
        await self._session.undo()
        self._session.press(clips(*self._session.missing()))
        await self._until(lambda: not self._session.missing() and not self._session.queue())
        self._window.selection.select_shot(shots[5])
        await self._save("all-made")
        self._window.player.play_shot(shots[5])
        await self._until(lambda: self._window.selection.playhead > self._start(shots[5]) + 1.5)
        self._save_now("playing")
        self._window.player.playback.pause()
        await self._looks()
        await ElementTour(self._studio, self._until, self._save).run()
        await ImpactTour(self._studio, self._until, self._save).run()
        await FilmTour(self._studio, self._until, self._save).run()
        await self._past(shots)
        await self._money("en", 100)
        await self._money("ru", 100)
        await self._money("en", 200)
        await self._studio.open(self._home / "empty/scenario/scenario.yaml", practice=True)
        await self._save("no-shots")
        await self._waiting()

    async def _panels(self) -> None:
        """A scene of stills: what a press draws of it before any clip is paid for."""
        from topa_studio.app.panels import without_panel

        scenes = (without_panel(self._session, one.id) for one in self._session.film.scenes)
        keys = next(keys for keys in scenes if keys)
        self._session.press(panels(*keys))
        await self._until(lambda: all(self._session.shot(key).panel for key in keys))
        self._window.selection.select_shot(keys[0])
        form = self._window.inspector.shot
        self._window.inspector.column.ensureWidgetVisible(form.panel)
        await self._save("panels")

    async def _looks(self) -> None:
        await self._studio.change_look("theme", "light")
        await self._save("light")
        await self._studio.change_look("theme", "dark")
        await self._studio.change_look("language", "ru")
        await self._save("russian")
        await self._studio.change_look("language", "en")
        await self._studio.change_look("text_percent", 200)
        await self._save("text-200")
        await self._studio.change_look("text_percent", 100)

    async def _before_paying(self, shots: list[str]) -> None:
        """The page of a batch where the budget does not hold it."""
        from topa_studio.document.edits import FilmTarget, SetField, ShotTarget

        page = self._window.pressing.page
        self._window.making.generate(shots)
        await self._until(page.isVisible)
        await self._session.edit("Budget", [SetField(FilmTarget(), "budget_credits", 900)])
        start = SetField(ShotTarget(shots[4]), "start", "not-drawn.png")
        await self._session.edit("Start", [start])
        await self._until(page.change.isVisible)
        page.change.click()
        await self._save("batch-over-budget", page)
        page.close()
        await self._session.undo()
        await self._session.undo()

    async def _money(self, language: str, percent: int) -> None:
        """Every page that has to do with money, in one language and one size of text."""
        from topa_studio.ui.account.go_real import GoRealPage
        from topa_studio.ui.account.preferences_page import PreferencesPage

        await self._studio.change_look("language", language)
        await self._studio.change_look("text_percent", percent)
        name = f"{language}-{percent}"
        window = self._window
        window.menus.actions["costs"].trigger()
        await self._save(f"costs-{name}", window.pages.costs)
        window.pages.costs.close()
        for action, kind in (("real", GoRealPage), ("preferences", PreferencesPage)):
            window.menus.actions[action].trigger()
            (page,) = window.findChildren(kind)
            await self._save(f"{action}-{name}", page)
            page.leave() if isinstance(page, PreferencesPage) else page.close()
        window.making.generate([shot.key for shot in self._session.document.scenario.shots()])
        batch = window.pressing.page
        await self._until(batch.isVisible)
        await self._save(f"batch-{name}", batch)
        batch.close()
        await self._studio.change_look("text_percent", 100)
        await self._studio.change_look("language", "en")

    async def _waiting(self) -> None:
        """A lost answer, a refusal, and a queue that stands still, on a service with faults."""
        home = self._home / "waiting"
        film = home / "scenario.yaml"
        home.mkdir()
        film.write_text(PIERS, encoding="utf-8")
        faults = home / "faults.json"
        faults.write_text(json.dumps(FAULTS), encoding="utf-8")
        service = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "topa_studio", "practice-service", "--speed", "4"),
            *("--faults", str(faults), "--until-stdin-closes"),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        assert service.stdin is not None
        assert service.stdout is not None
        told = json.loads(await service.stdout.readline())
        os.environ["KIE_API_KEY"] = "tour"
        os.environ["KIE_BASE_URL"], os.environ["KIE_UPLOAD_URL"] = (
            told["base_url"],
            told["upload_url"],
        )
        await self._studio.open(film, practice=False)
        shots = [shot.key for shot in self._session.document.scenario.shots()]
        for key in shots[:2]:
            await self._session.make(clips(key))
        await self._needs_you(shots[0], "en", 100)
        await self._needs_you(shots[0], "ru", 200)
        self._session.press(clips(*shots[2:]))
        await self._until(lambda: self._session.paused)
        self._window.selection.select_shot(shots[1])
        await self._save("queue-stopped")
        service.stdin.close()
        await service.wait()

    async def _needs_you(self, key: str, language: str, percent: int) -> None:
        await self._studio.change_look("language", language)
        await self._studio.change_look("text_percent", percent)
        self._window.selection.select_shot(key)
        await self._save(f"needs-you-{language}-{percent}")
        page = self._window.needs_you.page
        page.open_for(key)
        await self._save(f"check-now-{language}-{percent}", page)
        page.close()
        await self._studio.change_look("text_percent", 100)
        await self._studio.change_look("language", "en")

    async def _past(self, shots: list[str]) -> None:
        """The page of the trash and of earlier versions, beside the window."""
        from topa_studio.document.edits import DeleteElement, DeleteShot, SetField, ShotTarget

        edit = self._session.edit
        await edit("Change title", [SetField(ShotTarget(shots[0]), "title", "The sun comes up")])
        for key in (shots[4], shots[8]):
            await edit("Delete shot", [DeleteShot(key)])
        await edit(
            "Delete element", [DeleteElement(self._session.document.scenario.elements[-1].name)]
        )
        page = self._window.pages.past
        page.open_beside()
        await self._until(lambda: len(page.trash.listing.ids) >= 3)
        await self._save("trash", page)
        await self._until(lambda: not self._session.document.unsaved)
        page.show_versions()
        await self._until(lambda: bool(page.versions.listing.ids))
        page.versions.listing.setCurrentRow(page.versions.listing.count() - 1)
        await self._save("earlier-versions", page)
        page.close()

    async def _fail(self, key: str) -> None:
        """Ask for a shot that starts from a picture nobody has drawn."""
        from topa_studio.document.edits import SetField, ShotTarget

        edit = SetField(ShotTarget(key), "start", "pictures/not-drawn-yet.png")
        await self._session.edit("Start from a picture", [edit])
        self._window.selection.select_shot(key)
        self._session.press(clips(key))
        await self._until(lambda: self._session.shot(key).trouble is not None)

    # Looking.

    @property
    def _window(self) -> MainWindow:
        window = self._studio.window
        if window is None:
            raise RuntimeError("the window is gone")
        return window

    @property
    def _session(self) -> ProjectSession:
        return self._window.session

    def _stages(self) -> list[str]:
        session = self._session
        return [session.shot(s.key).stage.value for s in session.document.scenario.shots()]

    def _made(self) -> int:
        return self._stages().count("made")

    def _drawing(self) -> int:
        return self._stages().count("drawing")

    def _start(self, key: str) -> float:
        return next(cut.start for cut in self._session.cuts() if cut.key == key)

    async def _idle(self) -> None:
        await self._until(lambda: not self._session.queue())

    async def _until(self, reached: Callable[[], bool]) -> None:
        async with asyncio.timeout(LONGEST):
            while not reached():  # noqa: ASYNC110 - any state of the window may be waited for
                await asyncio.sleep(0.05)

    async def _save(self, name: str, page: QWidget | None = None) -> None:
        await asyncio.sleep(PAINT)
        self._save_now(name, page)

    def _save_now(self, name: str, page: QWidget | None = None) -> None:
        path = self._target / f"{name}.png"
        if not (page or self._window).grab().save(str(path)):
            raise OSError(f"not written: {path}")
        print(path)


if __name__ == "__main__":
    sys.exit(main())
