from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from topa_studio.ui.timeline.layout import Metrics, Strip, block_of

films = st.lists(st.lists(st.integers(3, 15), max_size=6), min_size=1, max_size=8)
zooms = st.integers(4, 90)


def strip_of(film: list[list[int]], zoom: int) -> Strip:
    metrics = Metrics(per_second=zoom)
    return Strip([block_of(shots, metrics) for shots in film], metrics)


@given(films, zooms)
def test_every_pixel_of_a_card_is_found_again(film: list[list[int]], zoom: int) -> None:
    strip = strip_of(film, zoom)
    for row in range(strip.rows):
        span = strip.card(row)
        assert [strip.row_at(x) for x in (span.left, span.right - 1)] == [row, row]
        assert strip.row_at(span.left - 1) is None
        assert strip.row_at(span.right) is None


@given(films, zooms)
def test_cards_lie_in_their_scene_and_nothing_overlaps(film: list[list[int]], zoom: int) -> None:
    strip = strip_of(film, zoom)
    assert strip.rows == sum(len(shots) for shots in film)
    assert strip.seconds == sum(sum(shots) for shots in film)
    edge = 0
    for scene, shots in enumerate(film):
        frame = strip.scene(scene)
        assert frame.left > edge
        assert len(strip.rows_of(scene)) == len(shots)
        inner = frame.left
        for row, seconds in zip(strip.rows_of(scene), shots, strict=True):
            card = strip.card(row)
            assert card.left > inner
            assert card.width >= seconds * zoom - 1
            assert strip.scene_of(row) == scene
            inner = card.right
        assert inner < frame.right
        edge = frame.right
    assert strip.width > edge


@given(films, zooms, st.integers(-100, 20000), st.integers(0, 3000))
def test_what_is_visible_is_exactly_what_touches_the_window(
    film: list[list[int]], zoom: int, left: int, width: int
) -> None:
    strip = strip_of(film, zoom)
    right = left + width
    cards = [
        row for row in range(strip.rows)
        if strip.card(row).left < right and strip.card(row).right > left
    ]  # fmt: skip
    scenes = [
        scene for scene in range(strip.scenes)
        if strip.scene(scene).left < right and strip.scene(scene).right > left
    ]  # fmt: skip
    if width:
        assert list(strip.rows_between(left, right)) == cards
        assert list(strip.scenes_between(left, right)) == scenes


@given(films, zooms)
def test_a_drop_lands_before_the_card_whose_left_half_is_hit(
    film: list[list[int]], zoom: int
) -> None:
    strip = strip_of(film, zoom)
    for row in range(strip.rows):
        span, scene = strip.card(row), strip.scene_of(row)
        place = row - strip.rows_of(scene).start
        before, after = strip.place_at(span.left), strip.place_at(span.right)
        assert before is not None
        assert after is not None
        assert (before.scene, before.index) == (scene, place)
        assert (after.scene, after.index) == (scene, place + 1)
        assert before.caret < span.left < span.right <= after.caret


@given(films, zooms)
def test_a_drop_beyond_the_ends_is_first_or_last(film: list[list[int]], zoom: int) -> None:
    strip = strip_of(film, zoom)
    first, last = strip.place_at(-500), strip.place_at(strip.width + 500)
    assert first is not None
    assert last is not None
    assert (first.scene, first.index) == (0, 0)
    assert (last.scene, last.index) == (len(film) - 1, len(film[-1]))


@given(films, zooms)
def test_a_scene_lands_between_scenes(film: list[list[int]], zoom: int) -> None:
    strip = strip_of(film, zoom)
    for scene in range(strip.scenes):
        span = strip.scene(scene)
        before, after = strip.scene_place_at(span.left), strip.scene_place_at(span.right)
        assert before is not None
        assert after is not None
        assert (before.index, after.index) == (scene, scene + 1)
        assert before.caret < span.left < span.right < after.caret


@given(films, zooms)
def test_a_moment_lies_in_the_card_of_its_shot(film: list[list[int]], zoom: int) -> None:
    strip = strip_of(film, zoom)
    for row in range(strip.rows):
        span = strip.card(row)
        assert strip.x_of(strip.start(row)) == span.left
        assert span.left < strip.x_of(strip.start(row) + 1.5) < span.right
    if strip.rows:
        assert strip.x_of(-1) == strip.card(0).left
        assert strip.x_of(strip.seconds + 1) == strip.card(strip.rows - 1).right
