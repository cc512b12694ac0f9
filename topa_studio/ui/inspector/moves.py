"""The slow moves of pictures that stand still, as choices."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSignalBlocker

from topa_studio.ui.inspector.choice_box import ChoiceBox


def move_words() -> dict[str, str]:
    """Each move in the user's words."""
    translate = QCoreApplication.translate
    return {
        "none": translate("Moves", "None"),
        "in": translate("Moves", "Closer"),
        "out": translate("Moves", "Farther"),
        "left": translate("Moves", "To the left"),
        "right": translate("Moves", "To the right"),
    }


def move_choices(of_film: str = "", *, film: str = "") -> list[tuple[str, str]]:
    """All moves; with `film`, first what holds where nothing is chosen."""
    words = move_words()
    usual = [("", f"{film}: {words.get(of_film, of_film)}")] if film else []
    return [*usual, *words.items()]


def show_move(box: ChoiceBox, choices: list[tuple[str, str]], value: str) -> None:
    """Offer these and show one of them."""
    with QSignalBlocker(box):
        box.clear()
        for move, words in choices:
            box.addItem(words, move)
        box.setCurrentIndex(max(0, box.findData(value)))
