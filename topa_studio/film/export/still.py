"""One frame of the film as a picture."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from topa_studio.base.files import write_atomic
from topa_studio.film.engine.renderer import Renderer
from topa_studio.film.export.landing import free_name
from topa_studio.film.export.request import Request
from topa_studio.film.export.trouble import trouble_of
from topa_studio.film.span import time_code
from topa_studio.media.pictures import encoded


def save_still(request: Request, frame: int) -> Path:
    """Write a frame of the film as a PNG into the target's folder; its path. Blocks.

    It is called by its shot's number and its time; nothing is replaced.

    Raises:
        MediaError: it cannot be written.
    """
    plan = request.plan
    cut = plan.film.cuts[plan.film.index_at(frame)]
    moment = time_code(frame, plan.film.rate).replace(":", "-")
    folder = request.target
    renderer = Renderer(
        plan.film, request.file, plan.size, "bgra", face=request.face, said=request.say
    )
    with closing(renderer):
        data = encoded(renderer.frame(frame).reformat(format="rgb24", threads=1), "png")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = free_name(folder, f"{cut.number} {moment}.png")
        write_atomic(target, data)
    except OSError as error:
        raise trouble_of(error, folder / "any") from error
    return target
