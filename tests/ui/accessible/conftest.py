from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from tests.ui.accessible.heard import Heard
from topa_studio.ui.notices import announcing


@pytest.fixture
def heard(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Heard]:
    """A screen reader is on, and this is what it hears."""
    made = Heard()
    monkeypatch.setattr(announcing, "_one", lambda: made.announcing)
    QAccessible.setActive(True)
    yield made
    QAccessible.setActive(False)
