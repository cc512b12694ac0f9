"""No screen, no window: the practice film is made all the same, and a picture of the window."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from topa_studio.app.films import film_in, sample_copy
from topa_studio.app.opening import Opening
from topa_studio.base.errors import ProjectError
from topa_studio.cli.film import opened, run
from topa_studio.cli.printing import tell
from topa_studio.cli.report import Report
from topa_studio.cli.summary import elements_summary, shots_summary
from topa_studio.model.wish import clips, reference_images

_PICTURE = "window.png"


def make_practice_film(scenario: str | None) -> int:
    """Make all elements and shots with the practice service; tell where they lie."""
    film = sample_copy() if scenario is None else Path(scenario)
    if film.is_dir():
        film = film_in(film)
    if not film.exists():
        raise ProjectError("project.no-film", path=str(film))
    tell("There is no screen here, so no window opens. Generating the practice film instead.")
    how = Opening(practice=True, what="the practice film", must_write=True, unattended=True)

    async def work() -> tuple[int, Path]:
        async with opened(film, how) as session:
            with Report(session) as report:
                await session.collect()
                names = [element.name for element in session.film.elements]
                await session.make(reference_images(*names))
                await session.make(clips(*session.missing()))
            tell(f"elements: {elements_summary(session).line()}")
            keys = [shot.key for shot in session.film.shots()]
            return report.end(shots_summary(session, keys)), session.output_folder

    code, output = run(work)
    tell(f"The film:     {film}")
    tell(f"The pictures: {output / 'elements'}")
    tell(f"The shots:    {output / film.stem / 'shots'}")
    picture = output / _PICTURE
    # The window needs Qt's own loop and platform, so its picture is taken by a process of its own.
    shown = subprocess.run(
        [
            sys.executable,
            "-m",
            "topa_studio",
            "--practice",
            "picture",
            "-s",
            str(film),
            str(picture),
        ],
        check=False,
    )
    if shown.returncode == 0:
        tell(f"The window:   {picture}")
    return code or shown.returncode
