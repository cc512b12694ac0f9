"""What is not there yet of an element; pure."""

from __future__ import annotations

from pathlib import PurePosixPath

from topa_studio.base.spelling import composed
from topa_studio.model.request import Picture
from topa_studio.model.scenario import Element
from topa_studio.pipeline.board import Entry
from topa_studio.pipeline.folder.layout import file_name
from topa_studio.pipeline.job import State
from topa_studio.pipeline.views import view_prompts


def missing_views(element: Element, entry: Entry, pictures: tuple[Picture, ...]) -> list[int]:
    """Numbers of reference images to make; none where the element has pictures of the user's own.

    An element whose pictures this program began to make is finished, as an interrupted run left it.
    """
    begun = any(not take.is_own for take in entry.takes.values()) or any(
        job.state is not State.DROPPED for job in entry.jobs.values()
    )
    if pictures and not begun:
        return []
    there = {composed(PurePosixPath(picture.path).stem) for picture in pictures if picture.path}
    return [
        number
        for number in range(1, len(view_prompts(element)) + 1)
        if number not in entry.takes and composed(f"{file_name(element.name)}{number}") not in there
    ]
