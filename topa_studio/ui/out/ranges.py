"""What of the film can be written: all of it, the scene, the chosen shots, what is marked."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from topa_studio.film.span import Span
from topa_studio.ui.desk import Desk

translate = QCoreApplication.translate
Range = tuple[str, str, dict[str, object]]
"""A name, its words, and what it means for `Choices`."""


def ranges_of(desk: Desk, marks: Span | None) -> tuple[Range, ...]:
    """The whole film first."""
    found: list[Range] = [("film", translate("FilmOut", "Whole film"), {})]
    film, chosen = desk.film, desk.selection
    scene = chosen.scene
    if scene is None and chosen.shot is not None and film.has_shot(chosen.shot):
        scene = film.scene_of(chosen.shot).id
    ids = [known.id for known in film.scenes]
    if scene in ids and len(ids) > 1:
        words = translate("FilmOut", "Scene {number}").format(number=ids.index(scene) + 1)
        found.append(("scene", words, {"scene": scene}))
    shots = tuple(key for key in chosen.shots if film.has_shot(key))
    count = len(shots)
    if count:
        words = translate("FilmOut", "%n chosen shots", "", count)
        found.append(("shots", words, {"shots": shots}))
    if marks is not None and marks.frames:
        span = marks.first, marks.last
        found.append(("span", translate("FilmOut", "From I to O"), {"span": span}))
    return tuple(found)
