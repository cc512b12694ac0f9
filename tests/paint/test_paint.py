"""Drawings differ by what was asked, are the same for the same words, and fit every size."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from topa_studio.paint.letters import font, wrapped
from topa_studio.paint.look import Look, look_of
from topa_studio.paint.sheet import draw_sheet, view_of
from topa_studio.paint.slate import draw_slate
from topa_studio.paint.stage import Stage
from topa_studio.paint.story import caption_of, story_of
from topa_studio.paint.tag import look_from_tag, read_tag, write_tag

TOPA = look_of("Topa", "Small orange-brown bear cub, cream muzzle, shiny black eyes")
PUSHA = look_of("Pusha", "Small lilac bunny, very long soft ears, pink nose")
KITE = look_of("Kite", "Bright red diamond kite with one smiling yellow sun patch")

pytestmark = pytest.mark.usefixtures("qapp")


def _bytes(image: QImage) -> bytes:
    return bytes(image.constBits())


@pytest.mark.parametrize(
    ("name", "text", "noun", "body"),
    [
        ("Topa", "Small orange-brown bear cub, cream muzzle", "bear", "#f29c48"),
        ("Pusha", "Small lilac bunny, pink nose, big dark eyes", "bunny", "#cdbaf8"),
        ("Кот", "Серый кот в жёлтой шапке", "cat", "#b4b8c5"),
        ("Kite", "Bright red diamond kite", "kite", "#ea5a52"),
        ("Pond", "Small round turquoise pond with lily pads", "pond", "#5fcac6"),
        ("Rex", "A puppy with a red scarf", "dog", "#d9a56b"),
    ],
)
def test_words_say_how_an_element_looks(name: str, text: str, noun: str, body: str) -> None:
    look = look_of(name, text)
    assert (look.noun, look.body) == (noun, body)


def test_clothes_have_their_own_colour() -> None:
    assert look_of("Rex", "A brown puppy with a red scarf").wears == (("scarf", "#ea5a52"),)


def test_an_unknown_element_always_looks_the_same() -> None:
    assert look_of("Zed", "") == look_of("Zed", "")
    assert look_of("Zed", "").noun == "friend"


def test_each_view_of_a_sheet_is_another_picture() -> None:
    views = [
        "front view, plain white background",
        "side view facing right",
        "three-quarter view",
        "in an action pose, mid-jump",
    ]
    drawn = {_bytes(draw_sheet(TOPA, view_of(view), (320, 180), 1)) for view in views}
    assert len(drawn) == 4
    assert _bytes(draw_sheet(TOPA, "front", (320, 180), 1)) in drawn


@pytest.mark.parametrize("look", [TOPA, PUSHA, KITE, look_of("Valley", "Green valley")])
@pytest.mark.parametrize("size", [(320, 180), (180, 320), (200, 200)])
def test_sheets_fit_every_shape(look: Look, size: tuple[int, int]) -> None:
    image = draw_sheet(look, "front", size, 1)
    assert (image.width(), image.height()) == size


def test_a_note_in_the_file_keeps_the_look(tmp_path: Path) -> None:
    for ending in ("png", "jpg"):
        path = tmp_path / f"a.{ending}"
        image = draw_sheet(TOPA, "front", (320, 180), 1)
        write_tag(image, TOPA)
        image.save(str(path))
        assert look_from_tag(read_tag(path)) == TOPA
    assert look_from_tag("") is None
    assert look_from_tag("[]") is None


def test_a_story_is_read_from_the_prompt() -> None:
    story = story_of(
        "Soft 3D animation. Setting: Doorstep of a stone house. Lighting: Starry night. "
        "Wide shot. @Topa sleeps while @Pusha waves to @Kite. Pan left. Sound: crickets.",
        [TOPA, PUSHA, KITE],
    )
    assert (story.setting.time, story.framing, story.camera) == ("night", "wide", "left")
    assert story.setting.places == {"house"}
    actions = {role.look.name: role.action for role in story.roles}
    assert (actions["Topa"], actions["Pusha"]) == ("sleep", "wave")
    assert [role.look.name for role in story.roles if role.flying] == ["Kite"]
    assert story.caption == "Topa sleeps while Pusha waves to Kite."


def test_a_caption_is_the_shots_own_words() -> None:
    told = "Medium shot. @Топа идёт по лугу. Slow push-in. Sound: birds."
    assert caption_of(told) == "Топа идёт по лугу."


def test_clips_move_and_differ_by_elements_and_light() -> None:
    def still(prompt: str, looks: list[Look], at: float = 1.0) -> bytes:
        return _bytes(Stage(story_of(prompt, looks), (320, 180), 4.0, 7).frame(at))

    first = still("@Topa hops. Morning.", [TOPA])
    assert first == still("@Topa hops. Morning.", [TOPA])
    assert first != still("@Topa hops. Morning.", [TOPA], at=1.2)
    assert first != still("@Topa hops. Night.", [TOPA])
    assert first != still("@Topa hops. Morning rain.", [TOPA])
    assert still("Hop. Day.", [TOPA]) != still("Hop. Day.", [PUSHA])
    assert still("Hop. Day.", [TOPA]) != still("Hop. Kitchen. Day.", [TOPA])


def test_slates_show_number_title_and_pictures(tmp_path: Path) -> None:
    plain = draw_slate((320, 180), "2.3", "Вечер")
    other = draw_slate((320, 180), "2.4", "Вечер")
    path = tmp_path / "topa.png"
    draw_sheet(TOPA, "front", (320, 180), 1).save(str(path))
    pictured = draw_slate((320, 180), "2.3", "Вечер", ["Words"], [path, tmp_path / "none.png"])
    assert len({_bytes(plain), _bytes(other), _bytes(pictured)}) == 3
    assert draw_slate((1, 1), "1.1", "x").width() == 1


def test_long_words_are_wrapped_and_end_in_an_ellipsis() -> None:
    lines = wrapped("one two three four five six seven eight nine ten " * 5, font(16), 200, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert wrapped("", font(16), 200, 2) == []


def test_the_bundled_font_has_cyrillic() -> None:
    from PySide6.QtGui import QRawFont

    assert QGuiApplication.instance() is not None
    raw = QRawFont.fromFont(font(16))
    assert raw.familyName().startswith("Inter")
    assert all(raw.glyphIndexesForString("ЖйЁЩ"))
