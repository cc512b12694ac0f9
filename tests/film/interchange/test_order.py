"""Any order of the shots is reached, and nothing is moved that could have stayed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from topa_studio.document.edits import MoveScene
from topa_studio.film.interchange.order import Order

SIZES = st.lists(st.integers(1, 4), min_size=1, max_size=4)


def _scenes(sizes: list[int]) -> list[tuple[str, list[str]]]:
    return [
        (str(scene), [f"{scene}.{shot}" for shot in range(size)])
        for scene, size in enumerate(sizes)
    ]


@given(SIZES, st.data())
def test_any_order_of_any_of_the_shots_is_reached(sizes: list[int], data: st.DataObject) -> None:
    scenes = _scenes(sizes)
    every = [key for _scene, keys in scenes for key in keys]
    some = data.draw(st.lists(st.sampled_from(every), min_size=1, unique=True))
    order = Order(scenes)
    order.reorder(some)
    assert [key for key in order.keys if key in some] == some
    assert sorted(order.keys) == sorted(every)


@given(SIZES, st.data())
def test_one_shot_that_is_put_elsewhere_is_one_move(sizes: list[int], data: st.DataObject) -> None:
    scenes = _scenes(sizes)
    every = [key for _scene, keys in scenes for key in keys]
    wanted = list(every)
    key = wanted.pop(data.draw(st.integers(0, len(wanted) - 1)))
    wanted.insert(data.draw(st.integers(0, len(wanted))), key)
    order = Order(scenes)
    order.reorder(wanted)
    assert order.keys == wanted
    assert len(order.edits) <= 1


def test_a_whole_scene_is_moved_as_one_and_in_it_only_what_stands_otherwise() -> None:
    order = Order(_scenes([3, 2, 2]))
    order.reorder(["1.0", "1.1", "2.0", "2.1", "0.2", "0.0", "0.1"])
    assert isinstance(order.edits[0], MoveScene)
    assert len(order.edits) == 2


def test_a_copy_alone_never_moves_the_others() -> None:
    order = Order([("0", ["a", "a copy", "b", "c"])])
    order.reorder(["a copy", "a", "b", "c"], frozenset({"a copy"}))
    assert [getattr(edit, "key", "") for edit in order.edits] == ["a copy"]
