"""Contrast of both looks, computed; text size; nobody types a colour beside the tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel

from topa_studio.ui.look import theme
from topa_studio.ui.look.colours import DARK, LIGHT, Tokens, contrast, mix
from topa_studio.ui.look.icons import icon_pixmap

LOOKS = [DARK, LIGHT]
TEXT, SHAPE = 4.5, 3.0


@pytest.fixture(autouse=True)
def usual_look(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply_theme(qapp, DARK)


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
@pytest.mark.parametrize("words", ["text", "dim", "ok", "run", "warn", "bad"])
@pytest.mark.parametrize("ground", ["bg", "panel", "raised", "well"])
def test_words_can_be_read(look: Tokens, words: str, ground: str) -> None:
    assert contrast(getattr(look, words), getattr(look, ground)) >= TEXT


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_the_primary_button_and_the_chosen_card_stand_out(look: Tokens) -> None:
    assert contrast(look.on_accent, look.accent) >= TEXT
    assert contrast(look.accent, look.panel) >= SHAPE
    assert contrast(look.accent, look.bg) >= SHAPE


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_every_mention_can_be_read_on_its_chip(look: Tokens) -> None:
    for colour in look.elements:
        chip = mix(look.well, colour, 44 / 255)
        assert contrast(colour, chip) >= TEXT, colour.name()


def test_known_contrast() -> None:
    assert contrast(DARK.text, DARK.text) == pytest.approx(1.0)
    black, white = mix(DARK.text, DARK.text, 0), LIGHT.panel
    black.setRgb(0, 0, 0)
    assert contrast(black, white) == pytest.approx(21.0)


def test_text_grows_and_panes_hear_of_it(qapp: QApplication) -> None:
    heard: list[int] = []
    theme.apply_theme(qapp, DARK)
    theme.theme_signals().changed.connect(lambda: heard.append(theme.text_percent()))
    theme.apply_theme(qapp, LIGHT, 200)
    assert theme.scaled(13) == 26
    assert qapp.font().pixelSize() == 26
    assert theme.tokens() is LIGHT
    assert heard == [200]
    theme.apply_theme(qapp, DARK, 900)
    assert theme.text_percent() == 200


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_the_arrow_of_a_choice_grows_with_text(qapp: QApplication, look: Tokens) -> None:
    def arrow(percent: int) -> int:
        """How wide the arrow's ink is."""
        theme.apply_theme(qapp, look, percent)
        box = QComboBox()
        box.resize(400, 100)
        seen = box.grab().toImage()
        ground = seen.pixel(box.width() // 2, box.height() // 2)
        inside = range(20, box.width() - 8)
        rows = range(box.height() // 4, box.height() * 3 // 4)
        inked = [x for x in inside if any(seen.pixel(x, y) != ground for y in rows)]
        return len(inked)

    usual = arrow(100)
    assert usual >= 6
    assert arrow(200) >= 1.7 * usual


def test_the_bundled_font_is_used(qapp: QApplication) -> None:
    theme.apply_theme(qapp, DARK)
    label = QLabel("Пуша Pusha")
    assert label.fontInfo().family() == "Inter"


def test_an_icon_takes_the_asked_colour(qapp: QApplication) -> None:
    image = icon_pixmap("close", 16, DARK.bad).toImage()
    seen = {
        image.pixelColor(x, y).name()
        for x in range(16)
        for y in range(16)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert DARK.bad.name() in seen


def test_no_colour_is_typed_outside_the_tokens() -> None:
    folder = Path(theme.__file__).parent
    typed = re.compile(r"[\"']#[0-9a-fA-F]{3,8}[\"']")
    places = [p.name for p in folder.rglob("*.py") if typed.search(p.read_text(encoding="utf-8"))]
    assert set(places) <= {"colours.py", "icons.py"}
