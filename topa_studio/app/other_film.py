"""What another film has that this one could take: its elements; it is read and never changed."""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass
from pathlib import Path

from topa_studio.app.config import readable_config
from topa_studio.app.project import home_of, layout_of
from topa_studio.base.errors import ProjectError
from topa_studio.document.document import Document
from topa_studio.model.scenario import Element
from topa_studio.pipeline.folder.pictures import picture_files


@dataclass(frozen=True, slots=True)
class OtherElement:
    """An element of another film, with the pictures that lie there."""

    element: Element
    pictures: tuple[Path, ...]


async def elements_of(scenario: Path, *, practice: bool) -> tuple[OtherElement, ...]:
    """The elements of the film in this file, in its order.

    Raises:
        ProjectError: it cannot be read, or is no film.
    """
    return await asyncio.to_thread(_elements, scenario, practice)


def _elements(scenario: Path, practice: bool) -> tuple[OtherElement, ...]:
    settings = readable_config(home_of(scenario), None, os.environ)
    try:
        document = Document.open(scenario)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ProjectError("project.unreadable", path=str(scenario), reason=reason) from error
    if not document.is_readable:
        problem = document.problems[0]
        raise ProjectError(problem.code, **problem.params)
    layout = layout_of(scenario, settings, practice=practice)
    return tuple(
        OtherElement(
            element, tuple(picture_files(layout.element_folder(element.name), element.name))
        )
        for element in document.scenario.elements
    )
