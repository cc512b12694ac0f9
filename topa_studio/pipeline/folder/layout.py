"""Where everything of a film lies under its output folder; file names come from permanent keys."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath

from topa_studio.base.files import first_link, own_folder, relative_to_home
from topa_studio.base.spelling import as_it_lies, composed

SOUNDS = "sound"
"""The folder in the film's home to which sounds of the user's own are copied."""
PICTURES = "pictures"
"""The folder in the film's home to which pictures of the user's own are copied."""

# Windows refuses these in names, and names of devices; other systems would merely surprise.
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f]|^\.+|[. ]+$')
_DEVICE = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_MAX_BYTES = 100


@lru_cache(1 << 15)
def file_name(key: str) -> str:
    """`key` as a file name: itself where every system takes it, else made safe and unique."""
    safe = _UNSAFE.sub("_", key)
    if _DEVICE.match(safe):
        safe = f"_{safe}"
    if safe == key and len(key.encode()) <= _MAX_BYTES:
        return key
    mark = hashlib.sha256(key.encode()).hexdigest()[:8]
    short = safe.encode()[: _MAX_BYTES - 9].decode(errors="ignore")
    return f"{short}-{mark}"


def number_in(file: str, name: str) -> int | None:
    """N of a file `<Name>N`; None for a file of another name."""
    match = numbered_as(name).match(composed(PurePosixPath(file).stem))
    return int(match.group(1)) if match else None


def place_of(file: str, name: str) -> str:
    """The place of a picture among those of its element, whatever that is called."""
    number = number_in(file, name)
    return file if number is None else str(number)


def file_called(file: str, name: str, other: str) -> str:
    """What the file of a picture is called under another name of its element."""
    number = number_in(file, name)
    return file if number is None else f"{file_name(other)}{number}{PurePosixPath(file).suffix}"


def numbered_as(name: str) -> re.Pattern[str]:
    """What a file's name without its ending matches where it is the element's `<Name><N>`."""
    names = "|".join(re.escape(composed(spelt)) for spelt in (name, file_name(name)))
    return re.compile(rf"^(?:{names})(\d{{1,9}})$")


def twins(keys: Iterable[str]) -> Mapping[str, str]:
    """Keys whose file names Windows or macOS takes for those of an earlier key: key -> that one."""
    first: dict[str, str] = {}
    found: dict[str, str] = {}
    for key in keys:
        name = composed(file_name(key)).casefold()
        if first.setdefault(name, key) != key:
            found[key] = first[name]
    return found


@dataclass(frozen=True, slots=True)
class Layout:
    """The folders of one film: `home` is the film's home, `film` the scenario file's stem.

    Stored names and paths have their accents written together (NFC); files are found however the
    disk has them, as in a folder that went through a Mac.
    """

    home: Path
    output: Path
    elements: Path
    film: str

    @property
    def film_folder(self) -> Path:
        """`output/<film>`."""
        return as_it_lies(self.output / self.film)

    @property
    def state(self) -> Path:
        """The database of what happened."""
        return self.output / ".topa" / "state.db"

    @property
    def lock(self) -> Path:
        """Held by the one process that may write here."""
        return self.lock_in(self.output)

    @property
    def elements_lock(self) -> Path:
        """Held by the one process that may make pictures in an elements folder that lies apart."""
        return self.lock_in(self.elements)

    @staticmethod
    def lock_in(folder: Path) -> Path:
        """The lock of any folder of results."""
        return folder / ".topa" / "lock"

    @property
    def status_lock(self) -> Path:
        """Held for the moment in which a status file is read, added to and written."""
        return self.output / ".topa" / "status.lock"

    @property
    def cache(self) -> Path:
        """Thumbnails, crops, frames: may be deleted at any time."""
        return self.output / ".topa" / "cache"

    @property
    def elements_status(self) -> Path:
        """The older pipeline's record of reference images, shared by all films here."""
        return self.output / "elements_status.json"

    @property
    def status(self) -> Path:
        """The older pipeline's record of shots."""
        return self.film_folder / "status.json"

    @property
    def scene_status(self) -> Path:
        """The older pipeline's record of scenes, in its later layout."""
        return self.film_folder / "scene_status.json"

    @property
    def owner(self) -> Path:
        """Whose folder `output/<film>` is."""
        return self.film_folder / "film.json"

    @property
    def marks(self) -> Path:
        """What the user says of takes, for a state that is built anew."""
        return self.film_folder / "marks.json"

    @property
    def names(self) -> Path:
        """What the film's elements were called before."""
        return self.film_folder / "names.json"

    def element_folder(self, name: str) -> Path:
        """Where an element's reference images lie."""
        return as_it_lies(self.elements / file_name(name))

    def view(self, name: str, number: int) -> Path:
        """Reference image `number` (from 1) of an element."""
        return as_it_lies(self.element_folder(name) / f"{file_name(name)}{number}.png")

    @property
    def every_candidate(self) -> Path:
        """A folder an element, of pictures that may become its own once they are kept."""
        return self.output / ".topa" / "candidates"

    @property
    def every_trashed_picture(self) -> Path:
        """A folder an element, of pictures that were put away."""
        return self.output / ".topa" / "trash" / "pictures"

    def candidates(self, name: str) -> Path:
        """Where pictures lie that may become an element's, once they are kept."""
        return as_it_lies(self.every_candidate / file_name(name))

    def candidate(self, name: str, file: str, number: int) -> Path:
        """Candidate `number` for the place of a picture of this file name."""
        stem = file_name(Path(file).stem)
        return as_it_lies(self.candidates(name) / f"{stem}-{number:02d}.png")

    def trashed_pictures(self, name: str) -> Path:
        """Where pictures of an element lie that were put away."""
        return as_it_lies(self.every_trashed_picture / file_name(name))

    def clip(self, key: str) -> Path:
        """The chosen take of a shot, under the name the older pipeline gave it."""
        return as_it_lies(self.film_folder / "shots" / f"{file_name(key)}.mp4")

    def scene_clip(self, key: str) -> Path:
        """The older pipeline's one file a scene; `key` is `<scene id>` or `<scene id>_part<N>`."""
        return as_it_lies(self.film_folder / "shots" / f"scene_{file_name(key)}.mp4")

    def take(self, key: str, number: int) -> Path:
        """Take `number` of a shot."""
        return as_it_lies(self.film_folder / "takes" / file_name(key) / f"T{number:02d}.mp4")

    def panel(self, key: str, number: int) -> Path:
        """Panel `number` of a shot."""
        return as_it_lies(self.film_folder / "panels" / file_name(key) / f"P{number:02d}.png")

    def own(self, path: Path) -> Path:
        """`path`, made sure that its folder is really here; look before each writing.

        Raises:
            LinkedError: a folder on the way is a link to another place.
            OSError: the folder of all results is not there.
        """
        apart = not self.elements.is_relative_to(self.output)
        if not apart or not path.is_relative_to(self.elements):
            return own_folder(path, self.output)
        if self.home.is_dir():
            self.elements.mkdir(parents=True, exist_ok=True)
        return own_folder(path, self.elements)

    def is_inside(self, path: Path) -> bool:
        """Whether a file may be read: no link on the way to it leads out of the film's folders."""
        root = self.elements if path.is_relative_to(self.elements) else self.output
        root = self.output if root.is_relative_to(self.output) else root
        if first_link(path, root) is None:
            return True
        places = (self.home, self.output, self.elements)
        try:
            end = path.resolve()
            return any(end.is_relative_to(place.resolve()) for place in places)
        except (OSError, RuntimeError):
            return False

    def look_for_links(self) -> None:
        """Look at every folder results come to, before anything is paid for. Raises OSError."""
        for name in ("shots", "takes", "panels"):
            self.own(self.film_folder / name / "any")
        self.own(self.elements / "any")
        self.own(self.output / ".topa" / "incoming" / "any")

    def relative(self, path: Path) -> str:
        """`path` as it is stored: relative to home, with forward slashes."""
        return composed(relative_to_home(path, self.home))

    def absolute(self, stored: str) -> Path:
        """The file behind a stored path; one that is absolute stays so."""
        return as_it_lies(self.home / stored)

    def place(self, stored: str) -> str:
        """As `absolute`, for who goes through many."""
        path = os.path.join(self.home, stored)
        return path if path.isascii() else str(self.absolute(stored))


def receipt_of(media: Path) -> Path:
    """The receipt that lies beside a take, panel or reference image."""
    return media.with_suffix(".json")
