"""What is asked of clips while the window goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from topa_studio.ui.player.facts import Facts


def test_what_is_asked_for_after_the_end_is_not_looked_at(qapp: QApplication) -> None:
    facts = Facts()
    facts.close()
    assert facts.of(Path("gone.mp4")) is None
    facts.deleteLater()
