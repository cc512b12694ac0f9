"""Elements of another film, with copies of their pictures, as edits of this one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from topa_studio.app.config import read_config
from topa_studio.app.project import home_of, layout_of
from topa_studio.base.errors import DocumentError, ProjectError
from topa_studio.base.regular import read_regular
from topa_studio.base.spelling import composed
from topa_studio.document.document import Document
from topa_studio.document.edits import AddElement, Edit, Value
from topa_studio.model.marks import Swap
from topa_studio.model.scenario import Element, Scenario
from topa_studio.model.status import reason_of
from topa_studio.pipeline.folder.layout import Layout, file_name, number_in
from topa_studio.pipeline.folder.picture_trash import PictureTrash
from topa_studio.pipeline.folder.pictures import picture_files


@dataclass(frozen=True, slots=True)
class Imported:
    """What one step makes: elements under these names, and their pictures."""

    edits: tuple[Edit, ...]
    swaps: tuple[Swap, ...]
    names: tuple[str, ...]


def elements_of(scenario: Path) -> tuple[Element, ...]:
    """The elements of another film, to choose from. Blocks.

    Raises:
        ProjectError: it cannot be read, or is no film.
    """
    try:
        document = Document.open(scenario)
    except (OSError, DocumentError) as error:
        told = {"path": str(scenario), "reason": reason_of(error)}
        raise ProjectError("project.unreadable", **told) from error
    if not document.is_readable or not document.scenario.elements:
        raise ProjectError("project.no-elements", path=str(scenario))
    return document.scenario.elements


def imported(
    scenario: Path, names: Sequence[str], film: Scenario, layout: Layout, *, practice: bool
) -> Imported:
    """Lay copies of their pictures ready, under names that are free here. Blocks.

    Args:
        film, layout: of the open film, into which they come.
        practice: pictures of practice may come along.

    Raises:
        ProjectError: the other film or its pictures cannot be read, or the disk takes no copy.
    """
    wanted = [each for each in elements_of(scenario) if each.name in names]
    config = read_config(home_of(scenario), None, {})
    modes = (True, False) if practice else (False,)
    places = [layout_of(scenario, config, practice=mode) for mode in modes]
    taken = {composed(name).casefold() for name in film.names}
    edits: list[AddElement] = []
    swaps: list[Swap] = []
    try:
        for element in wanted:
            name = _free(element.name, taken)
            taken.add(composed(name).casefold())
            edits.append(AddElement(name, element.kind, _fields(element, name)))
            swaps += _copies(element, name, places, layout)
    except OSError as error:
        raise ProjectError("pipeline.pictures-not-moved", reason=reason_of(error)) from error
    here = tuple(edit.name for edit in edits)
    return Imported(tuple(edits), tuple(swaps), here)


def _free(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 2
    while composed(name).casefold() in taken:
        name, number = f"{wanted}{number}", number + 1
    return name


def _fields(element: Element, name: str) -> dict[str, Value]:
    """What the film says of it; paths of the other film mean nothing here."""
    fields: dict[str, Value] = {}
    if element.description:
        fields["description"] = element.description
    if element.reference_prompts:
        fields["reference_prompts"] = list(element.reference_prompts)
    addresses = [url for url in element.image_urls if "://" in url]
    if addresses:
        fields["image_urls"] = addresses
    if element.pictures:
        fields["pictures"] = [_file(Path(file), element.name, name) for file in element.pictures]
    return fields


def _copies(
    element: Element, name: str, places: Sequence[Layout], layout: Layout
) -> Iterator[Swap]:
    trash = PictureTrash(layout)
    for path in _pictures(element, places):
        file = _file(path, element.name, name)
        target = layout.element_folder(name) / file
        if target.exists():
            continue  # left of an element that had the name before
        sha256 = trash.put_own(name, file, read_regular(path), path.name)
        yield Swap(name, layout.relative(target), "", sha256)


def _pictures(element: Element, places: Sequence[Layout]) -> list[Path]:
    """Of the first place that has any; no link that leads out of the other film is followed."""
    for place in places:
        files = picture_files(place.element_folder(element.name), element.name)
        own = [path for path in files if place.is_inside(path)]
        if own:
            return own
    return []


def _file(path: Path, old: str, new: str) -> str:
    number = number_in(path.name, old)
    return path.name if number is None else f"{file_name(new)}{number}{path.suffix.lower()}"
