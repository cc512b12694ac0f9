"""What lies around a film and is not used: copies of cloud folders, links out of it, damage."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from topa_studio.app.notice import Notice
from topa_studio.base.conflicted import conflicted
from topa_studio.base.files import is_link
from topa_studio.base.spelling import composed
from topa_studio.model.scenario import Scenario
from topa_studio.pipeline.folder.layout import Layout, file_name
from topa_studio.pipeline.folder.pictures import picture_copies
from topa_studio.pipeline.folder.status_files import is_damaged

_NAMED = 3
_CopiesIn = Callable[[Sequence[str]], Mapping[str, str]]


def look_around(film: Path, scenario: Scenario, layout: Layout) -> list[Notice]:
    """Sentences about what is there and not used; nothing is changed. Blocks on the disk."""
    notices: list[Notice] = []
    copies, links = list(_copies_of_film(film)), []
    for folder, copies_in in _folders(scenario, layout):
        names, linked = _inside(folder)
        copies += [(Path(folder, copy), of) for copy, of in copies_in(names).items()]
        links += [path for name in linked if _leads_away(path := Path(folder, name), layout)]
    if copies:
        pairs = [f"{_name(copy, layout)} (of {original})" for copy, original in copies]
        notices.append(Notice("warning", "project.conflicted-copies", {"names": _listed(pairs)}))
    if links:
        told = _listed([_name(link, layout) for link in links])
        notices.append(Notice("warning", "project.links", {"names": told}))
    return notices


def damaged(layout: Layout) -> list[Notice]:
    """Sentences about damaged status files, before they are written anew. Blocks on the disk."""
    files = (layout.status, layout.elements_status, layout.scene_status)
    return [
        Notice("warning", "project.damaged-status", {"path": _name(path, layout)})
        for path in files
        if is_damaged(path)
    ]


def _folders(scenario: Scenario, layout: Layout) -> Iterator[tuple[str | Path, _CopiesIn]]:
    """Folders of this film in which the program writes names, and how copies are told in each."""
    film = layout.film_folder
    own = (layout.output, layout.output / ".topa", film, film / "shots", layout.elements)
    for folder in (*own, film / "takes", film / "panels"):
        yield folder, conflicted
    for folder in (film / "takes", film / "panels"):
        there = {composed(name): name for name in _names(folder)}
        for shot in scenario.shots():
            name = there.get(composed(file_name(shot.key)))
            if name is not None:
                yield os.path.join(folder, name), conflicted
    for element in scenario.elements:
        yield layout.element_folder(element.name), partial(picture_copies, element=element.name)


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _inside(folder: str | Path) -> tuple[list[str], list[str]]:
    """Names in a folder, and those of them that are links; nothing where it is one itself."""
    if is_link(folder):
        return [], []
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        return [], []
    # Only Windows has junctions, and only there the kind of a name does not tell.
    linked = [e.name for e in entries if e.is_symlink() or (os.name == "nt" and is_link(e.path))]
    return [entry.name for entry in entries], linked


def _copies_of_film(film: Path) -> Iterator[tuple[Path, str]]:
    """Copies of this very file; another film beside it is none of our business."""
    names = [name for name in _inside(film.parent)[0] if name.endswith(film.suffix)]
    for copy, original in conflicted(names).items():
        if original == film.name:
            yield film.with_name(copy), original


def _leads_away(link: Path, layout: Layout) -> bool:
    return link.is_dir() or not layout.is_inside(link)


def _name(path: Path, layout: Layout) -> str:
    return layout.relative(path)


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    words = ", ".join(names[:_NAMED])
    return f"{words} (+{more})" if more > 0 else words
