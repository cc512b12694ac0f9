"""What is not there yet of an element; pure."""

from __future__ import annotations

from collections.abc import Set
from pathlib import PurePosixPath

from topa_studio.base.spelling import composed
from topa_studio.model.request import Picture
from topa_studio.model.scenario import Element
from topa_studio.pipeline.board import Board, Entry
from topa_studio.pipeline.folder.layout import file_name
from topa_studio.pipeline.job import State
from topa_studio.pipeline.views import view_prompts


def still_missing(element: Element, board: Board, pictures: tuple[Picture, ...]) -> list[int]:
    """Numbers of reference images to make; what was made, or is on the way, under a name that the
    element had before is not made again.
    """
    return missing_views(
        element,
        board.views(element.name),
        pictures,
        former=board.former.of(element.name),
        on_the_way=board.views_on_the_way(element.name),
    )


def missing_views(
    element: Element,
    entry: Entry,
    pictures: tuple[Picture, ...],
    *,
    former: tuple[str, ...] = (),
    on_the_way: Set[int] = frozenset(),
) -> list[int]:
    """Numbers of reference images to make; none where the element has pictures of the user's own.

    An element whose pictures this program began to make is finished, as an interrupted run left it.
    """
    begun = any(not take.is_own for take in entry.takes.values()) or any(
        job.state is not State.DROPPED for job in entry.jobs.values()
    )
    if pictures and not begun:
        return []
    names = (element.name, *former)
    there = {composed(PurePosixPath(picture.path).stem) for picture in pictures if picture.path}
    return [
        number
        for number in range(1, len(view_prompts(element)) + 1)
        if number not in entry.takes
        and number not in on_the_way
        and there.isdisjoint(composed(f"{file_name(name)}{number}") for name in names)
    ]
