"""The names of undo steps, in the language of now."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from topa_studio.ui.running.language import Languages
from topa_studio.ui.steps import NAMES, step_word

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[Languages]:
    made = Languages(qapp)
    made.speak("en")
    yield made
    made.fall_silent()


@pytest.mark.parametrize(("context", "name"), NAMES)
def test_a_step_made_in_one_language_is_told_in_another_and_back(
    languages: Languages, context: str, name: str
) -> None:
    made = re.sub(r"\{\w+\}", "1.2", name)
    assert step_word(made) == made
    languages.speak("ru")
    russian = step_word(made)
    assert russian == re.sub(r"\{\w+\}", "1.2", QCoreApplication.translate(context, name))
    assert not russian.isascii()
    languages.speak("en")
    assert step_word(russian) == made


def test_what_a_step_was_done_to_is_told_anew_too(languages: Languages) -> None:
    languages.speak("ru")
    assert step_word("Duplicate shot 1.2") == "Дублировать: шот 1.2"
    assert step_word("Delete scene 3") == "Удалить: сцена 3"


def test_a_name_that_nobody_knows_stays(languages: Languages) -> None:
    assert step_word("Made by hand") == "Made by hand"
    languages.speak("ru")
    assert step_word("Made by hand") == "Made by hand"
    assert step_word("Restore") == "Вернуть"
