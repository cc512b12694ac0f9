"""A film under the names that its elements had: as much is gone through as an edit has changed."""

from __future__ import annotations

from dataclasses import replace

from topa_studio.model.scenario import Element, Scenario, Scene, Shot
from topa_studio.pipeline.former_names import FormerNames, Renamed


def film(scenes: int = 20) -> Scenario:
    return Scenario(
        elements=(Element("Topa"), Element("Pusha")),
        scenes=tuple(
            Scene(f"{n}", shots=(Shot(f"{n}__1", "1", "@Topa meets @Pusha.", ("Topa", "Pusha")),))
            for n in range(scenes)
        ),
    )


def worded(whole: Scenario, place: int, words: str) -> Scenario:
    scene = whole.scenes[place]
    changed = replace(scene, shots=(replace(scene.shots[0], prompt=words),))
    return replace(whole, scenes=(*whole.scenes[:place], changed, *whole.scenes[place + 1 :]))


def test_an_edit_of_one_shot_has_its_scene_gone_through_and_no_other() -> None:
    before = film()
    former = FormerNames((Renamed("Bear", "Topa", 1.0),), before.names)
    (then,) = former.films(before)
    assert {scene.shots[0].prompt for scene in then.scenes} == {"@Bear meets @Pusha."}
    (again,) = former.films(worded(before, 3, "Now @Topa sleeps."))
    other = [at for at, scene in enumerate(again.scenes) if scene is not then.scenes[at]]
    assert other == [3]
    assert again.scenes[3].shots[0].prompt == "Now @Bear sleeps."


def test_scenes_that_were_kept_say_what_another_renaming_makes_of_them() -> None:
    whole = film()
    former = FormerNames((Renamed("Bear", "Topa", 1.0),), whole.names)
    former.films(whole)
    former.add([Renamed("Bunny", "Pusha", 2.0)])
    words = [then.scenes[0].shots[0].prompt for then in former.films(whole)]
    assert words == ["@Topa meets @Bunny.", "@Bear meets @Bunny."]
    assert former.films(whole)[0].scenes[0].shots[0].elements == ("Topa", "Bunny")
