"""What the seam page says in both languages, where numbers bend the words."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from topa_studio.ui.film.copies import copies_word
from topa_studio.ui.running.language import Languages
from topa_studio.ui.seam.words import link_word, verdict


@pytest.mark.parametrize(
    ("language", "one", "three", "five"),
    [
        ("en", "1 copy", "3 copies in a row", "5 copies in a row"),
        ("ru", "1 копия", "3 копии подряд", "5 копий подряд"),
    ],
)
def test_copies_are_counted_as_people_say_it(
    qapp: QApplication, language: str, one: str, three: str, five: str
) -> None:
    languages = Languages(qapp)
    languages.speak(language)
    try:
        assert copies_word(1) == one
        assert verdict(3)[0] == three
        assert verdict(5)[0] == five
    finally:
        languages.fall_silent()


def test_a_frame_before_the_last_is_not_called_the_end() -> None:
    assert link_word("1.2", "1.1", early=False) == "1.2 from the end of 1.1"
    assert link_word("1.2", "1.1", early=True) == "1.2 from a frame of 1.1"
    assert link_word("1.1", "", early=False) == "1.1 its own picture"
