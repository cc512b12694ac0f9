"""New films and the user's own copy of the sample; nothing is ever written into the program."""

from __future__ import annotations

import itertools
import json
import re
import shutil
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from topa_studio.base.errors import ProjectError
from topa_studio.base.files import write_atomic
from topa_studio.base.regular import open_regular
from topa_studio.base.resources import resource, sample_film
from topa_studio.model.status import reason_of

SAMPLE_FOLDER = "The Best Day"
FILM_FILE = "scenario.yaml"
RATIOS = ("16:9", "9:16", "1:1")
FIRST_SHOT = "1__1"

_NEW = """\
title: {title}
global_config:
  style_prefix: ""
  aspect_ratio: "{ratio}"

elements:
  characters: []
  backgrounds: []
  props: []

scenes:
  - id: 1
    title: ""
    background: ""
    lighting: ""
    shots:
      - id: 1
        title: ""
        prompt: ""
        elements_needed: []
        duration: 5
"""
# Windows refuses these in names, and names of devices; a leading dot would hide the folder.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u2028\u2029]')
_DEVICE = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_MAX_BYTES = 120
# A film in a folder of this name would be at home in the folder above, with whatever is there.
_NO_HOME = "scenario"
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_NOTES = re.compile(r"\s*notes:\s")
_REMARK = re.compile(r"\s+#\s.*$")


@dataclass(frozen=True, slots=True)
class NewFilm:
    """What a new film is asked for as: its title, its format, the folder its own is made in."""

    title: str
    ratio: str
    inside: Path


def films_folder() -> Path:
    """Where this user's films lie unless another place is asked for."""
    return Path(platformdirs.user_documents_path()) / "Topa Studio"


def free_folder(title: str, inside: Path, taken: frozenset[str]) -> Path:
    """The folder that a film of this title would get, where `names_in(inside)` are taken."""
    name = _folder_name(title)
    for number in itertools.count(2):
        if _compared(name) not in taken:
            break
        name = f"{_folder_name(title)} {number}"
    return inside / name


def make_film(wish: NewFilm) -> Path:
    """Make a folder of its own for a film with one scene and one empty shot; its scenario file.

    Raises:
        ProjectError: the folder cannot be written.
    """
    text = _NEW.format(title=json.dumps(wish.title, ensure_ascii=False), ratio=wish.ratio)
    folder = wish.inside
    try:
        folder = _make_folder(wish)
        scenario = folder / FILM_FILE
        write_atomic(scenario, text.encode())
    except OSError as error:
        reason = error.strerror or str(error)
        raise ProjectError("project.no-copy", path=str(folder), reason=reason) from error
    return scenario


def _make_folder(wish: NewFilm) -> Path:
    wish.inside.mkdir(parents=True, exist_ok=True)
    while True:
        folder = free_folder(wish.title, wish.inside, names_in(wish.inside))
        try:
            folder.mkdir()
        except FileExistsError:
            continue  # another program was faster: the next number then
        return folder


def kept_name(name: str) -> str:
    """A file's name as every system takes it, its ending kept."""
    plain = Path(name)
    stem = _folder_name(plain.stem.lstrip("."))
    ending = _FORBIDDEN.sub("", plain.suffix)
    return f"{stem}{ending}"


def _folder_name(title: str) -> str:
    """A title as a folder's name that every system takes."""
    kept = " ".join(_FORBIDDEN.sub(" ", unicodedata.normalize("NFC", title)).split())
    kept = kept.encode()[:_MAX_BYTES].decode(errors="ignore").strip(". ")
    return f"{kept} film".strip() if not kept or _DEVICE.match(kept) else kept


def _compared(name: str) -> str:
    """What two names have in common that Windows or macOS takes for one."""
    return unicodedata.normalize("NFC", name).casefold()


def names_in(folder: Path) -> frozenset[str]:
    """Names that a film's folder cannot have in this one, as they are compared."""
    try:
        there = {_compared(path.name) for path in folder.iterdir()}
    except OSError:
        there = set()  # not there yet, or told when the film is made
    return frozenset({*there, _NO_HOME})


def film_in(folder: Path) -> Path:
    """The scenario file of the film that lies in a folder.

    Raises:
        ProjectError: there is none, or more than one and none by the usual name.
    """
    for usual in (folder / FILM_FILE, folder / "scenario" / FILM_FILE):
        if usual.is_file():
            return usual
    found: list[Path] = []
    for place in (folder, folder / "scenario"):
        found += (path for path in _yaml_files(place) if _says_scenes(path))
    if not found:
        raise ProjectError("project.no-film-in", path=str(folder))
    if len(found) > 1:
        names = ", ".join(path.name for path in found)
        raise ProjectError("project.many-films-in", path=str(folder), names=names)
    return found[0]


def _yaml_files(folder: Path) -> list[Path]:
    try:
        files = sorted(folder.iterdir())
    except OSError:
        return []
    return [path for path in files if path.suffix in (".yaml", ".yml") and path.is_file()]


def _says_scenes(path: Path) -> bool:
    """Whether it looks like a film: settings of the program and of others are YAML, too."""
    try:
        with open_regular(path) as file:
            return any(line.startswith((b"scenes:", b"\xef\xbb\xbfscenes:")) for line in file)
    except OSError:
        return False


def sample_copy(language: str = "en") -> Path:
    """The scenario file of the user's own copy of the sample film, made at the first call.

    `language`: that of the window. The sample's notes are Russian, and left out in another.

    Raises:
        ProjectError: the user's folder cannot be written.
    """
    folder = films_folder() / SAMPLE_FOLDER
    scenario = folder / "scenario" / FILM_FILE
    if scenario.exists():
        return scenario
    source = sample_film()
    text = (source / scenario.name).read_text(encoding="utf-8")
    try:
        scenario.parent.mkdir(parents=True, exist_ok=True)
        if language == "ru":
            for file in sorted(source.iterdir()):
                if file.is_file() and file.name != scenario.name:
                    shutil.copyfile(file, scenario.parent / file.name)
        else:
            text = _without_russian(text)
        # Text editors find the list of all keys by the path in the scenario's first line.
        schema = folder / "resources" / "scenario.schema.json"
        write_atomic(schema, resource(schema.name).read_bytes())
        # The scenario comes last: while it is missing, an interrupted copy is made again.
        write_atomic(scenario, text.encode())
    except OSError as error:
        raise ProjectError("project.no-copy", path=str(folder), reason=reason_of(error)) from error
    return scenario


def _without_russian(text: str) -> str:
    """The sample without its Russian notes and remarks."""
    kept: list[str] = []
    for line in text.splitlines(keepends=True):
        if not _CYRILLIC.search(line):
            kept.append(line)
        elif not line.lstrip().startswith("#") and not _NOTES.match(line):
            kept.append(_REMARK.sub("", line.rstrip("\n")) + "\n")
    return "".join(line for line in kept if line.strip() != "#")
