"""A film on the table: a real document, with how far each shot is set by the test."""

from __future__ import annotations

from collections.abc import Coroutine, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from topa_studio.app.session import ProjectSession
from topa_studio.base.signal import Signal
from topa_studio.document.document import Document
from topa_studio.document.edits import Edit
from topa_studio.film.composition import Composition
from topa_studio.film.timing import Cut, CutList
from topa_studio.model.problem import Problem
from topa_studio.model.scenario import Scenario
from topa_studio.model.status import ElementStatus, JobStatus, Quote, ShotStatus, Stage
from topa_studio.model.take import Take
from topa_studio.model.wish import Wish
from topa_studio.ui.running.tasks import TaskScope


def scenario_text(scenes: Sequence[Sequence[int]]) -> str:
    """A scenario whose scenes have shots of these seconds; ids are "1.1", "1.2", ..."""
    lines = ['title: "A film"', "scenes:"]
    for number, shots in enumerate(scenes, 1):
        lines += [f"  - id: s{number}", f'    title: "Scene {number}"']
        lines.append("    shots:" if shots else "    shots: []")
        for place, seconds in enumerate(shots, 1):
            lines.append(f'      - id: "{number}.{place}"')
            lines.append(f'        title: "Shot {number}.{place}"')
            lines.append(f"        duration: {seconds}")
            lines.append('        prompt: "A hill."')
    return "\n".join(lines) + "\n"


class Elements(dict[str, ElementStatus]):
    """How the elements stand; what is not in it has nothing yet."""

    def why_waits(self, _name: str) -> None:
        """Nothing keeps one from being drawn."""


class FilmOnTable:
    """What panes ask of an open film; `edits` is what they asked for."""

    def __init__(self, folder: Path, text: str) -> None:
        self.home = folder
        path = folder / "scenario.yaml"
        path.write_text(text, encoding="utf-8")
        self.document = Document.open(path)
        self.file, self.changed = path, self.document.changed
        self.practice = False
        self.read_only = False
        self.edits: list[tuple[str, list[Edit]]] = []
        self.shots: dict[str, ShotStatus] = {}
        self.elements = Elements()
        self.shots_changed: Signal[frozenset[str]] = Signal()
        self.elements_changed: Signal[frozenset[str]] = Signal()
        self.queue_changed: Signal[tuple[JobStatus, ...]] = Signal()

    @property
    def session(self) -> ProjectSession:
        """The same under the type panes know."""
        return cast(ProjectSession, self)

    @property
    def film(self) -> Scenario:
        return self.document.scenario

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self.document.problems

    @property
    def is_readable(self) -> bool:
        return self.document.is_readable

    def keys(self) -> list[str]:
        """Permanent keys in the film's order."""
        return [shot.key for shot in self.document.scenario.shots()]

    def order(self) -> list[list[str]]:
        """Titles of the shots, by scene."""
        return [[shot.title for shot in scene.shots] for scene in self.document.scenario.scenes]

    def path(self, relative: str) -> Path:
        return self.home / relative

    @property
    def cache_folder(self) -> Path:
        return self.home / "output" / ".topa" / "cache"

    def shot(self, key: str) -> ShotStatus:
        return self.shots.get(key) or ShotStatus(key)

    def element(self, name: str) -> ElementStatus:
        return self.elements.get(name) or ElementStatus(name)

    def set_shot(self, key: str, **changes: Any) -> None:
        """Change a shot's status and tell of it."""
        self.shots[key] = replace(self.shot(key), **changes)
        self.shots_changed.emit(frozenset({key}))

    def made(self, key: str, path: str, take: int = 1) -> None:
        """The shot has a clip now."""
        chosen = Take(take, path)
        takes = (*self.shot(key).takes, chosen)
        self.set_shot(key, stage=Stage.MADE, takes=takes, chosen=chosen, trouble=None)

    def missing(self, scene_id: str | None = None) -> tuple[str, ...]:
        scenes = [scene for scene in self.document.scenario.scenes if scene_id in {None, scene.id}]
        keys = (shot.key for scene in scenes for shot in scene.shots)
        return tuple(key for key in keys if self.shot(key).chosen is None)

    def quote(self, wishes: Iterable[Wish]) -> Quote:
        shots = tuple(wishes)
        film, keys = self.film, [wish.key for wish in shots]
        seconds = sum(film.shot(key).duration for key in keys if film.has_shot(key))
        return Quote(shots, 0, seconds, seconds * 18.0)

    @property
    def wishes(self) -> SimpleNamespace:
        return SimpleNamespace(once=self.quote)

    def faces(self) -> dict[str, Path]:
        return {}

    def cuts(self) -> tuple[Cut, ...]:
        return CutList(self.shot).of(self.document.scenario)

    def composition(self) -> Composition:
        return Composition(self.film, self.cuts())

    async def edit(self, label: str, edits: Sequence[Edit], *, coalesce: str | None = None) -> None:
        self.edits.append((label, list(edits)))
        self.document.apply(label, edits, coalesce=coalesce)


class AtOnce(TaskScope):
    """Runs each piece of work to its end at once: nothing here waits."""

    def __init__(self) -> None:
        super().__init__(self._fail)

    @staticmethod
    def _fail(error: BaseException) -> None:
        raise error

    def spawn(self, work: Coroutine[Any, Any, object]) -> None:
        try:
            work.send(None)
        except StopIteration:
            return
        raise AssertionError("the work waited for something")
