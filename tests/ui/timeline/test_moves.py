from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from topa_studio.document.edits import MoveScene, MoveShot
from topa_studio.model.scenario import Scenario, Scene, Shot
from topa_studio.ui.film.moves import moves_by_one, moves_to, moves_to_end, scene_moves_to

films = st.lists(st.integers(0, 4), min_size=1, max_size=5).filter(any)


def film_of(counts: list[int]) -> Scenario:
    scenes = []
    for number, count in enumerate(counts):
        shots = tuple(Shot(key=f"{number}.{place}", id="") for place in range(count))
        scenes.append(Scene(id=f"s{number}", shots=shots))
    return Scenario(scenes=tuple(scenes))


def performed(film: Scenario, moves: tuple[MoveShot, ...]) -> list[list[str]]:
    lists = {scene.id: [shot.key for shot in scene.shots] for scene in film.scenes}
    for move in moves:
        for keys in lists.values():
            if move.key in keys:
                keys.remove(move.key)
        assert 0 <= move.index <= len(lists[move.scene_id])
        lists[move.scene_id].insert(move.index, move.key)
    return list(lists.values())


@given(films, st.data())
def test_a_drop_puts_the_shots_side_by_side_where_the_caret_was(
    counts: list[int], data: st.DataObject
) -> None:
    film = film_of(counts)
    keys = [shot.key for shot in film.shots()]
    chosen = data.draw(st.sets(st.sampled_from(keys), min_size=1))
    scene = data.draw(st.integers(0, len(counts) - 1))
    index = data.draw(st.integers(0, counts[scene]))
    after = performed(film, moves_to(film, chosen, scene, index))

    target = [shot.key for shot in film.scenes[scene].shots]
    before = [key for key in target[:index] if key not in chosen]
    behind = [key for key in target[index:] if key not in chosen]
    assert after[scene] == [*before, *(key for key in keys if key in chosen), *behind]
    for number, other in enumerate(film.scenes):
        if number != scene:
            assert after[number] == [s.key for s in other.shots if s.key not in chosen]


@given(films, st.data())
def test_a_drop_in_place_writes_nothing(counts: list[int], data: st.DataObject) -> None:
    film = film_of(counts)
    key = data.draw(st.sampled_from([shot.key for shot in film.shots()]))
    scene, index = (int(part) for part in key.split("."))
    assert moves_to(film, {key}, scene, index) == ()
    assert moves_to(film, {key}, scene, index + 1) == ()


def test_alt_left_and_right_go_over_the_borders_of_scenes() -> None:
    film = film_of([2, 1, 0])
    assert moves_by_one(film, {"0.1"}, -1) == (MoveShot("0.1", "s0", 0),)
    assert moves_by_one(film, {"0.1"}, 1) == (MoveShot("0.1", "s1", 0),)
    assert moves_by_one(film, {"1.0"}, -1) == (MoveShot("1.0", "s0", 2),)
    assert moves_by_one(film, {"1.0"}, 1) == (MoveShot("1.0", "s2", 0),)
    assert moves_by_one(film, {"0.0"}, -1) == ()
    assert moves_by_one(film_of([1, 2]), {"1.1"}, 1) == ()


@given(films, st.data())
def test_one_step_on_and_one_back_is_where_it_was(counts: list[int], data: st.DataObject) -> None:
    film = film_of(counts)
    key = data.draw(st.sampled_from([shot.key for shot in film.shots()]))
    on = moves_by_one(film, {key}, 1)
    if on:
        lists = performed(film, on)
        scenes = tuple(
            Scene(id=scene.id, shots=tuple(Shot(key=k, id="") for k in keys))
            for scene, keys in zip(film.scenes, lists, strict=True)
        )
        back = performed(Scenario(scenes=scenes), moves_by_one(Scenario(scenes=scenes), {key}, -1))
        assert back == [[shot.key for shot in scene.shots] for scene in film.scenes]


def test_to_the_very_start_and_end_of_the_film() -> None:
    film = film_of([2, 2])
    assert performed(film, moves_to_end(film, {"1.1"}, -1)) == [["1.1", "0.0", "0.1"], ["1.0"]]
    assert performed(film, moves_to_end(film, {"0.0", "0.1"}, 1)) == [
        [],
        ["1.0", "1.1", "0.0", "0.1"],
    ]


def test_a_scene_moves_and_stays() -> None:
    film = film_of([1, 1, 1])
    assert scene_moves_to(film, "s0", 3) == (MoveScene("s0", 2),)
    assert scene_moves_to(film, "s2", 0) == (MoveScene("s2", 0),)
    assert scene_moves_to(film, "s1", 1) == ()
    assert scene_moves_to(film, "s1", 2) == ()
