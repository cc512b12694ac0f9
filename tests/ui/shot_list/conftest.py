from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.shot_list.table import Listed, ListFilm
from topa_studio.ui.look.theme import DARK, apply_theme


@pytest.fixture
def listed(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Listed]:
    apply_theme(qapp, DARK)
    made = Listed(qtbot, ListFilm(tmp_path))
    yield made
    made.thumbnails.close()
