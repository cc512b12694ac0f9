"""What is said while something is made, and that it is not too much."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.accessible.heard import Heard
from tests.ui.timeline.film import FilmOnTable, scenario_text
from topa_studio.app.session import ProjectSession
from topa_studio.model.status import JobStatus, Stage, Trouble
from topa_studio.model.take import Take
from topa_studio.ui.notices.announcing import announce
from topa_studio.ui.notices.run_told import RunTold

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Making(FilmOnTable):
    """A film on the table with a queue, and failures."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, scenario_text([[5] * 3, [5] * 30]))
        self.lines: dict[str, JobStatus] = {}
        self.failures: dict[str, SimpleNamespace] = {}
        self.jobs = SimpleNamespace(failures=SimpleNamespace(of=self.failures.get))

    def queue(self) -> tuple[JobStatus, ...]:
        return tuple(self.lines.values())

    def line(self, key: str, stage: Stage, progress: float = 0.0) -> None:
        self.lines[key] = JobStatus(1, "clip", key, stage, progress, 0.0, sent=True)

    def makes(self, key: str, takes: int = 1) -> None:
        self.lines.pop(key)
        self.set_shot(key, stage=Stage.MADE, takes=tuple(Take(n + 1, "a") for n in range(takes)))


class Run:
    def __init__(self, heard: Heard, film: Making, window: QWidget) -> None:
        self.heard, self.film, self.keys = heard, film, film.keys()
        self.told = RunTold(window, cast(ProjectSession, film))

    def hear(self) -> list[str]:
        self.told.look()
        return [each.removeprefix("says ") for each in self.heard.take()]


@pytest.fixture
def run(heard: Heard, qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Run:
    window = QWidget()
    qtbot.addWidget(window)
    return Run(heard, Making(tmp_path), window)


def test_a_result_and_the_end_are_said(run: Run) -> None:
    film, (one, two) = run.film, run.keys[3:5]
    film.line(one, Stage.DRAWING, 0.1)
    film.line(two, Stage.IN_LINE)
    assert run.hear() == []
    film.line(one, Stage.DOWNLOADING, 0.9)
    assert run.hear() == []
    film.makes(one)
    assert run.hear() == ["Shot 2.1 is ready"]
    film.makes(two)
    assert run.hear() == ["Shot 2.2 is ready", "Nothing is being made any more: 2 ready"]
    assert run.hear() == []


def test_a_failure_is_said_with_its_reason(run: Run) -> None:
    film, (one, two) = run.film, run.keys[:2]
    for key in (one, two):
        film.line(key, Stage.DRAWING)
    run.hear()
    film.lines.pop(one)
    film.failures[one] = SimpleNamespace(trouble=Trouble("pipeline.content-refused"))
    film.set_shot(one, stage=Stage.FAILED)
    film.lines[two] = replace(film.lines[two], stage=Stage.NEEDS_YOU)
    said = run.hear()
    failed = next(each for each in said if each.startswith("Shot 1.1 failed: "))
    assert len(failed) > len("Shot 1.1 failed: ") + 10
    assert "Shot 1.2 needs you" in said
    assert said[-1] == "Nothing is being made any more: 0 ready, 1 failed, 1 need you"


def test_what_is_cancelled_is_not_called_ready(run: Run) -> None:
    film, key = run.film, run.keys[0]
    film.set_shot(key, stage=Stage.MADE, takes=(Take(1, "a"),))
    film.line(key, Stage.DRAWING)
    run.hear()
    film.lines.pop(key)
    assert run.hear() == []


def test_many_results_at_once_are_said_as_one(run: Run) -> None:
    film = run.film
    for key in run.keys[:12]:
        film.line(key, Stage.DRAWING)
    run.hear()
    for key in run.keys[:9]:
        film.makes(key)
    assert run.hear() == ["9 are ready"]


def test_at_most_five_events_a_second(run: Run, heard: Heard) -> None:
    """A run of thirty shots, a third of a second a step: all is said in the end, in its order."""
    film, told = run.film, run.told
    window = cast(QWidget, told.parent())
    for step, key in enumerate(run.keys):
        film.line(key, Stage.DRAWING)
        told.look()
        announce(window, f"Moved {step}", ("moved", step))
        announce(window, f"Step {step}", "step")
        film.makes(key)
        told.look()
        heard.now += 0.33
        heard.announcing.go_on()
    counted = len(heard.times)
    assert counted > 20
    assert heard.most_a_second <= 5
    said = heard.take()
    assert heard.most_a_second <= 5
    assert [each for each in said if "is ready" in each][-1] == "says Shot 2.30 is ready"
    assert len([each for each in said if "Moved" in each]) == len(run.keys)
    assert sum("Step" in each for each in said) < len(run.keys)  # the newest of one matter only
