"""What lies around a film and is not used: copies of cloud folders, links out of it, damage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from topa_studio.app.notice import Notice
from topa_studio.base.conflicted import conflicted
from topa_studio.base.files import is_link
from topa_studio.model.scenario import Scenario
from topa_studio.pipeline.folder.layout import Layout
from topa_studio.pipeline.folder.pictures import picture_copies
from topa_studio.pipeline.folder.status_files import is_damaged

_NAMED = 3


def look_around(film: Path, scenario: Scenario, layout: Layout) -> list[Notice]:
    """Sentences about what is there and not used; nothing is changed. Blocks on the disk."""
    notices: list[Notice] = []
    folders = list(_folders(scenario, layout))
    copies = [*_copies_of_film(film), *_copies(folders), *_copies_of_pictures(scenario, layout)]
    if copies:
        pairs = [f"{_name(copy, layout)} (of {original})" for copy, original in copies]
        notices.append(Notice("warning", "project.conflicted-copies", {"names": _listed(pairs)}))
    pictures = (layout.element_folder(element.name) for element in scenario.elements)
    links = [link for folder in (*folders, *pictures) for link in _links(folder, layout)]
    if links:
        names = _listed([_name(link, layout) for link in links])
        notices.append(Notice("warning", "project.links", {"names": names}))
    for path in (layout.status, layout.elements_status, layout.scene_status):
        if is_damaged(path):
            params = {"path": _name(path, layout)}
            notices.append(Notice("warning", "project.damaged-status", params))
    return notices


def _folders(scenario: Scenario, layout: Layout) -> Iterator[Path]:
    """Folders of this film in which the program writes names of its own."""
    film = layout.film_folder
    yield from (layout.output, layout.output / ".topa", film)
    yield from (film / "shots", film / "takes", film / "panels", layout.elements)
    for shot in scenario.shots():
        yield layout.take(shot.key, 1).parent
        yield layout.panel(shot.key, 1).parent


def _entries(folder: Path) -> list[Path]:
    try:
        return [] if is_link(folder) else sorted(folder.iterdir())
    except OSError:
        return []


def _copies_of_film(film: Path) -> Iterator[tuple[Path, str]]:
    """Copies of this very file; another film beside it is none of our business."""
    names = [path.name for path in _entries(film.parent) if path.suffix == film.suffix]
    for copy, original in conflicted(names).items():
        if original == film.name:
            yield film.with_name(copy), original


def _copies(folders: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    for folder in folders:
        for copy, original in conflicted(path.name for path in _entries(folder)).items():
            yield folder / copy, original


def _copies_of_pictures(scenario: Scenario, layout: Layout) -> Iterator[tuple[Path, str]]:
    for element in scenario.elements:
        folder = layout.element_folder(element.name)
        names = (path.name for path in _entries(folder))
        for copy, original in picture_copies(names, element.name).items():
            yield folder / copy, original


def _links(folder: Path, layout: Layout) -> Iterator[Path]:
    for path in _entries(folder):
        if is_link(path) and (path.is_dir() or not layout.is_inside(path)):
            yield path


def _name(path: Path, layout: Layout) -> str:
    return layout.relative(path)


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    words = ", ".join(names[:_NAMED])
    return f"{words} (+{more})" if more > 0 else words
