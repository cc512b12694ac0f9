"""Every still and audio file of a film that is not there, or leads out of it."""

from __future__ import annotations

from collections.abc import Iterator

from topa_studio.app.config import Config
from topa_studio.app.exporting.files import is_inside_film
from topa_studio.app.project import layout_of
from topa_studio.document.document import Document
from topa_studio.document.edits import FilmTarget, ShotTarget, Target
from topa_studio.document.reading.findings import Findings
from topa_studio.model.problem import Problem, Severity
from topa_studio.model.scenario import Scenario


def media_problems(document: Document, settings: Config, *, practice: bool) -> tuple[Problem, ...]:
    """One warning for each place that names such a file. Blocks; opens nothing."""
    layout = layout_of(document.path, settings, practice=practice)
    findings = Findings(document.source.text)
    for target, field, path in _named(document.scenario):
        place = layout.absolute(path)
        if not is_inside_film(layout, place):
            code = "document.file-outside"
        elif not place.is_file():
            code = "document.no-file"
        else:
            continue
        shot = target.key if isinstance(target, ShotTarget) else None
        at = document.place_of(target, field)
        findings.tell(Severity.WARNING, code, at, {"path": path}, shot=shot)
    return findings.sorted()


def _named(film: Scenario) -> Iterator[tuple[Target, str, str]]:
    for shot in film.shots():
        if shot.still:
            yield ShotTarget(shot.key), "still", shot.still
    for track in film.film.audio:
        yield FilmTarget(), "audio", track.file
