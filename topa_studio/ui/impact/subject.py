"""What an edit changed beside the words of shots, told as the title of an impact card."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from topa_studio.model.scenario import FilmConfig, Scenario, Scene
from topa_studio.pipeline.folder.pictures import renamed_elements

translate = QCoreApplication.translate


def subjects(before: Scenario, after: Scenario) -> tuple[str, ...]:
    """Each thing that shots are made with and that is another now; none: only shots themselves."""
    return (
        *_of_film(before.film, after.film),
        *_of_elements(before, after),
        *_of_scenes(before, after),
        *_of_order(before, after),
    )


def title_of(found: tuple[str, ...]) -> str:
    """One thing is named; of several nobody could read all."""
    return found[0] if len(found) == 1 else translate("Impact", "Your changes")


def pictures_changed(name: str) -> str:
    """Of an element's pictures, which are no part of the film's text."""
    return translate("Keeping", "{name}'s picture changed").format(name=name)


def moves(before: Scenario, after: Scenario) -> bool:
    """Whether it was done on the timeline: shots came, went or stand elsewhere."""
    return bool(_of_order(before, after))


def is_typed(before: Scenario, after: Scenario) -> bool:
    """Whether words were written: nobody is asked about them in the middle of it."""
    described = {element.name: element.description for element in before.elements}
    words = {scene.id: (scene.background, scene.lighting) for scene in before.scenes}
    return (
        before.film.style_prefix != after.film.style_prefix
        or any(each.description != described.get(each.name, "") for each in after.elements)
        or any((s.background, s.lighting) != words.get(s.id, ("", "")) for s in after.scenes)
    )


def _of_film(before: FilmConfig, after: FilmConfig) -> list[str]:
    if before == after:
        return []
    then, now = before.settings, after.settings
    changed = {
        translate("Impact", "The film's style changed"): before.style_prefix != after.style_prefix,
        translate("Impact", "The film's format changed"): before.aspect_ratio != after.aspect_ratio,
        translate("Impact", "The film's model changed"): then.model != now.model,
        translate("Impact", "The film's model of pictures changed"): (
            then.image_model != now.image_model
        ),
        translate("Impact", "The film's quality changed"): then.mode != now.mode,
        translate("Impact", "The film's sound changed"): then.sound != now.sound,
        translate("Impact", "An option of the film changed"): then.options != now.options,
    }
    return [words for words, is_other in changed.items() if is_other]


def _of_elements(before: Scenario, after: Scenario) -> list[str]:
    if before.elements == after.elements:
        return []
    renamed = renamed_elements(before, after)
    gone = translate("Impact", "{name} was deleted")
    described = translate("Impact", "{name}'s description changed")
    called = translate("Impact", "{name} is called {new} now")
    found = []
    for element in before.elements:
        now = after.element(renamed.get(element.name, element.name))
        if now is None:
            found.append(gone.format(name=element.name))
        elif now.description != element.description:
            found.append(described.format(name=now.name))
        elif replace(now, name=element.name, pictures=element.pictures) != element:
            found.append(translate("Impact", "{name} changed").format(name=now.name))
        elif now.name != element.name:
            found.append(called.format(name=element.name, new=now.name))
    known = {*before.names, *renamed.values()}
    came = translate("Impact", "{name} is new")
    return [*found, *(came.format(name=name) for name in after.names if name not in known)]


def _of_scenes(before: Scenario, after: Scenario) -> list[str]:
    then = {scene.id: scene for scene in before.scenes}
    words = translate("Impact", "Scene {number} changed")
    return [
        words.format(number=number)
        for number, scene in enumerate(after.scenes, 1)
        if scene is not then.get(scene.id)
        and scene.id in then
        and _sent(scene) != _sent(then[scene.id])
    ]


def _sent(scene: Scene) -> object:
    return scene.background, scene.lighting, scene.settings


def _of_order(before: Scenario, after: Scenario) -> list[str]:
    if before.scenes == after.scenes:
        return []
    then, now = ([shot.key for shot in film.shots()] for film in (before, after))
    if then == now and _homes(before) == _homes(after):
        return []
    gone, came = (
        [k for k in then if not after.has_shot(k)],
        [k for k in now if not before.has_shot(k)],
    )
    if gone and not came:
        one = translate("Impact", "Shot {number} was deleted").format(
            number=before.number_of(gone[0])
        )
        return [one if len(gone) == 1 else translate("Impact", "Shots were deleted")]
    if came and not gone:
        return [translate("Impact", "A shot came between others")]
    return [translate("Impact", "The order of shots changed")]


def _homes(film: Scenario) -> list[tuple[str, int]]:
    return [(scene.id, len(scene.shots)) for scene in film.scenes]
