"""What is not there yet: reference images, panels, clips; pure but for a look at folders."""

from __future__ import annotations

from topa_studio.model.scenario import Element
from topa_studio.pipeline.board import Entry
from topa_studio.pipeline.compose import view_prompts
from topa_studio.pipeline.job import State
from topa_studio.pipeline.layout import Layout
from topa_studio.pipeline.pictures import picture_files


def missing_views(element: Element, entry: Entry, layout: Layout) -> list[int]:
    """Numbers of reference images to make; none where the folder holds pictures of the user's own.

    A folder whose pictures this program began to make is finished, as an interrupted run left it.
    """
    files = picture_files(layout.element_folder(element.name), element.name)
    begun = bool(entry.takes) or any(job.state is not State.DROPPED for job in entry.jobs.values())
    if files and not begun:
        return []
    there = {path.stem for path in files}
    return [
        number
        for number in range(1, len(view_prompts(element)) + 1)
        if number not in entry.takes and layout.view(element.name, number).stem not in there
    ]
