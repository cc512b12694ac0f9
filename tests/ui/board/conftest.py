from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.board.desk import Desk
from tests.ui.timeline.film import FilmOnTable, scenario_text
from topa_studio.ui.look.theme import DARK, apply_theme


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """Scenes of 3, 6 (two lines of cards) and 1 shots, and one without any."""
    apply_theme(qapp, DARK)
    scenes = [[5, 6, 4], [5, 5, 5, 5, 5, 5], [3], []]
    made = Desk(qtbot, FilmOnTable(tmp_path, scenario_text(scenes)))
    yield made
    made.thumbnails.close()


@pytest.fixture
def long_desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """2,500 shots in 100 scenes."""
    apply_theme(qapp, DARK)
    made = Desk(qtbot, FilmOnTable(tmp_path, scenario_text([[5] * 25] * 100)))
    yield made
    made.thumbnails.close()
