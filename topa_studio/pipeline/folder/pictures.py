"""Reference images as they lie on the disk: every picture in an element's folder is its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import replace
from pathlib import Path

from topa_studio.base.conflicted import conflicted
from topa_studio.base.files import sha256_of
from topa_studio.base.regular import holds_bytes
from topa_studio.base.spelling import composed
from topa_studio.model.request import Picture
from topa_studio.model.scenario import Element, Scenario, Shot
from topa_studio.pipeline.folder.layout import Layout, numbered_as

_SUFFIXES = frozenset({".png", ".jpg", ".jpeg"})
_NOT_SENT = frozenset({".webp"})


class Pictures:
    """Scans element folders; hashes are kept, so that a second scan only looks at dates.

    Attributes:
        unsent: pictures of kinds that are not sent, as they lay there at the last scan, by element.
    """

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._hashes: dict[tuple[str, int, int], str] = {}
        self.unsent: dict[str, tuple[Picture, ...]] = {}

    def scan(self, elements: Iterable[Element]) -> Mapping[str, tuple[Picture, ...]]:
        """Every element's pictures, files first, then the ready-made ones. Blocks on the disk."""
        return {element.name: self._of(element) for element in elements}

    def own(self, shots: Iterable[Shot], may_read: Callable[[Path], bool]) -> Mapping[str, Picture]:
        """Pictures of the user's own that shots name, as they are written. Blocks on the disk.

        What is not there, or may not be read, is left out.
        """
        names = dict.fromkeys(name for shot in shots for name in pictures_of(shot))
        paths = {name: self._layout.absolute(name) for name in names}
        return {
            name: self.picture(path)
            for name, path in paths.items()
            if holds_bytes(path) and may_read(path)
        }

    def picture(self, path: Path) -> Picture:
        """One local picture with its hash. Raises OSError."""
        return Picture(self._layout.relative(path), self._hash(path))

    def in_order(self, element: Element, pictures: Iterable[Picture]) -> tuple[Picture, ...]:
        """Its files as the film orders them, the others of them by name; then what it names.

        A file is meant also where its ending is another one than the film says.
        """
        folder, found = (
            self._layout.relative(self._layout.element_folder(element.name)),
            [*pictures],
        )
        files = [p for p in found if p.path.rpartition("/")[0] == folder]
        places: dict[str, int] = {}
        for place, name in enumerate(element.pictures):
            meant = named_file((picture.path for picture in files), name)
            if meant is not None:
                places.setdefault(meant, place)
        usual, last = by_name(element.name), len(element.pictures)
        files.sort(key=lambda p: (places.get(p.path, last), usual(p.path.rpartition("/")[2])))
        return (*files, *(picture for picture in found if picture not in files))

    def _of(self, element: Element) -> tuple[Picture, ...]:
        folder = self._layout.element_folder(element.name)
        files = picture_files(folder, element.name)
        others = picture_files(folder, element.name, _NOT_SENT)
        self.unsent[element.name] = tuple(
            self.picture(path) for path in others if self._layout.is_inside(path)
        )
        # What a link leads to outside the film was not put here to be sent away.
        local = tuple(self.picture(path) for path in files if self._layout.is_inside(path))
        named = tuple(self._named(stored) for stored in element.image_urls)
        return self.in_order(element, local + named)

    def _named(self, stored: str) -> Picture:
        """A ready-made picture: an address, or a file of the film's home."""
        if "://" in stored or stored.startswith("data:"):
            return Picture(url=stored)
        path = self._layout.absolute(stored)
        try:
            is_own = path.resolve().is_relative_to(self._layout.home.resolve())
            return self.picture(path) if is_own and path.is_file() else Picture(path=stored)
        except (OSError, RuntimeError):
            return Picture(path=stored)

    def _hash(self, path: Path) -> str:
        facts = path.stat()
        mark = (str(path), facts.st_mtime_ns, facts.st_size)
        if mark not in self._hashes:
            self._hashes[mark] = sha256_of(path)
        return self._hashes[mark]


def picture_files(folder: Path, name: str, suffixes: Set[str] = _SUFFIXES) -> list[Path]:
    """Picture files of a folder: `<Name><N>` by number, then the others by name.

    Copies that a cloud folder made of another file are no pictures of the element.
    """
    usual = by_name(name)
    try:
        found = [path for path in folder.iterdir() if path.suffix.lower() in suffixes]
    except OSError:
        return []
    copies = picture_copies((path.name for path in found), name)
    visible = (p for p in found if not p.name.startswith(".") and p.name not in copies)
    return sorted((path for path in visible if path.is_file()), key=lambda path: usual(path.name))


def by_name(element: str) -> Callable[[str], tuple[int, int, str]]:
    """The usual order of files: `<Name><N>` by number, then the others by name."""
    numbered = numbered_as(element)

    def order(file: str) -> tuple[int, int, str]:
        match = numbered.match(composed(Path(file).stem))
        return (0, int(match.group(1)), "") if match else (1, 0, file.lower())

    return order


def named_file(paths: Iterable[str], name: str) -> str | None:
    """The path whose file has this name, else the one that has it but for its ending."""
    spelt = composed(name)
    every = [(path, composed(path.rpartition("/")[2])) for path in paths if path]
    stem = spelt.rpartition(".")[0] or spelt
    exact = [path for path, own in every if own == spelt]
    alike = [path for path, own in every if own.rpartition(".")[0] == stem]
    return next(iter((*exact, *alike)), None)


def picture_copies(names: Iterable[str], element: str) -> Mapping[str, str]:
    """Copies of a cloud folder among the names in an element's folder, each with its original."""
    numbered = numbered_as(element)
    return conflicted(names, lambda name: bool(numbered.match(composed(Path(name).stem))))


def pictures_of(shot: Shot) -> tuple[str, ...]:
    """The user's own pictures that a shot starts from, ends with or is, as they are written."""
    found = tuple(name for _, name in shot.own_frames)
    return (*found, shot.still) if shot.still else found


def renamed_elements(before: Scenario, after: Scenario) -> Mapping[str, str]:
    """Old name -> new name of elements that are the same but for their name."""
    old = {element.name: element for element in before.elements}
    new = {element.name: element for element in after.elements}
    found: dict[str, str] = {}
    for name in [name for name in old if name not in new]:
        same = [
            element.name
            for element in after.elements
            if element.name not in old
            and replace(element, name=name, pictures=old[name].pictures) == old[name]
        ]
        if len(same) == 1:
            found[name] = same[0]
    return found
