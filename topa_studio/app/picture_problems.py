"""Every start, end and reference picture of a film that is missing or cannot be sent."""

from __future__ import annotations

from collections.abc import Iterator

from topa_studio.app.config import Config
from topa_studio.app.project import layout_of
from topa_studio.base.errors import StudioError
from topa_studio.catalogue.catalogue import DEFAULT_CLIP_MODEL, Catalogue
from topa_studio.document.document import Document
from topa_studio.document.edits import ElementTarget, ShotTarget, Target
from topa_studio.document.reading.findings import Findings
from topa_studio.model.problem import Problem, Severity
from topa_studio.pipeline.compose import Setup
from topa_studio.pipeline.folder.picture_check import PictureCheck
from topa_studio.pipeline.folder.pictures import Pictures
from topa_studio.pipeline.own_pictures import OwnPicture, element_pictures, own_pictures


def picture_problems(
    document: Document, settings: Config, *, practice: bool
) -> tuple[Problem, ...]:
    """One problem for each picture and place in the film, in the order of the text. Blocks."""
    layout = layout_of(document.path, settings, practice=practice)
    film = document.scenario
    setup = Setup(Catalogue.bundled(), settings.defaults, Pictures(layout).scan(film.elements))
    look, findings = PictureCheck(layout), Findings(document.source.text)
    for target, picture in dict.fromkeys(_pictures(document, setup)):
        trouble = look.trouble(picture)
        if trouble is None:
            continue
        at = document.place_of(target, picture.field or "image_urls")
        findings.tell(
            Severity.ERROR,
            trouble.code,
            at,
            trouble.params,
            shot=target.key if isinstance(target, ShotTarget) else None,
            element=picture.element or None,
        )
    return findings.sorted()


def _pictures(document: Document, setup: Setup) -> Iterator[tuple[Target, OwnPicture]]:
    film = document.scenario
    usual = setup.model(DEFAULT_CLIP_MODEL)
    for element in film.elements:
        for picture in element_pictures(element, setup, usual):
            yield ElementTarget(element.name), picture
    for shot in film.shots():
        try:
            for picture in own_pictures(film, shot.key, setup):
                if picture.field:
                    yield ShotTarget(shot.key), picture
        except StudioError:
            continue  # its model is not known, which is told as its mistake
