"""Where no space ends a word, a new element is offered a piece of it as its name."""

from __future__ import annotations

import pytest

from topa_studio.model.scripts_without_spaces import likely_name


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("トパが走る", "トパ"),
        ("小熊跑过山谷", "小熊"),
        ("토파가", "토파"),
        ("Topaが走る", "Topa"),
        ("Dragn", "Dragn"),
        ("Топа", "Топа"),
        ("หมีวิ่ง", "หมีวิ่ง"),
    ],
)
def test_a_sensible_piece_is_offered(word: str, name: str) -> None:
    assert likely_name(word) == name
