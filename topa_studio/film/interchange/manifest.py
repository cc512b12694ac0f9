"""The file beside an export that says which name is which shot: OUT.topa.json."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path, PurePath
from typing import Any

from topa_studio.base.json_reader import read_json
from topa_studio.film.interchange.assembling import Made, Supply
from topa_studio.film.interchange.sequence import Item, Sequence
from topa_studio.model.scenario import Scenario

ENDING = ".topa.json"
MOST_BYTES = 32 * 1024 * 1024
_KIND, _VERSION = "topa-interchange", 1
_MOST_FRAMES = 10**9
_MARKED = 8


@dataclass(frozen=True, slots=True)
class Exported:
    """A shot as it was written.

    Attributes:
        stem, name: what it is called outside.
        media: the file it is cut from, absolute.
        own: that file's name where the export made it, else "".
        zero: the frame of the file that is frame 0 of the take.
        source, frames: the part of the file that it shows.
        join: how it begins, and over how many frames.
        words: a digest of its prompt, by which a film knows its own.
    """

    key: str
    stem: str
    name: str
    media: str
    own: str
    zero: int
    source: int
    frames: int
    join: tuple[str, int] = ("cut", 0)
    words: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """An export as it was written.

    Attributes:
        scenario: a digest of where the film's file lies, which is nobody's business.
        folder: where the files lie that it made, from its own folder on; "" where it made none.
        sounds: names of files it made of the film's sounds, by path relative to the film's home.
        text: a digest of the cut list itself, so that one that was changed since is known.
    """

    kind: str
    scenario: str
    rate: Fraction
    folder: str = ""
    shots: tuple[Exported, ...] = ()
    sounds: Mapping[str, str] = field(default_factory=dict)
    text: str = ""

    @property
    def own_files(self) -> frozenset[str]:
        """Names, in its folder, of all files that it made."""
        made = {shot.own for shot in self.shots if shot.own}
        return frozenset({*made, *self.sounds.values()})

    @property
    def stems(self) -> dict[str, str]:
        """What each shot is called, by its key."""
        return {shot.key: shot.stem for shot in self.shots}

    def place(self, out: Path) -> Path:
        """Where its own files lie, beside or apart from `out`."""
        return out.parent / (self.folder or f"{out.stem} media")

    def is_of(self, film: Scenario, scenario: Path) -> bool:
        """Whether it is of this film: of its file, or most of its shots have the words they had."""
        if not self.shots or self.scenario == words_mark(scenario.as_posix()):
            return True
        here = {shot.key: words_mark(shot.prompt) for shot in film.shots()}
        known = [shot for shot in self.shots if shot.key in here]
        same = sum(1 for shot in known if shot.words == here[shot.key])
        return same * 2 > len(self.shots)


def words_mark(words: str) -> str:
    """A short digest of a prompt."""
    return hashlib.sha256(words.strip().encode()).hexdigest()[:12]


def film_mark(film: Scenario) -> str:
    """What tells a film from others inside of a file: digests of its first shots' words."""
    return " ".join(words_mark(shot.prompt) for shot in film.shots()[:_MARKED])


def is_marked(film: Scenario, mark: str) -> bool:
    """Whether a mark is this film's: most of the words it tells of are in it."""
    told = mark.split()[:_MARKED]
    here = {words_mark(shot.prompt) for shot in film.shots()}
    return sum(1 for word in told if word in here) * 2 > len(told)


def manifest_path(out: Path) -> Path:
    """Where the manifest of an export lies."""
    return out.with_name(out.name + ENDING)


def exported(film: Scenario, item: Item, one: Supply, stem: str) -> Exported:
    """A shot of a sequence as a manifest has it."""
    own = "" if one.made is Made.LINKED else item.media.path.name
    return Exported(
        item.key, stem, item.name, item.media.path.as_posix(), own, one.zero, item.source,
        item.frames, (item.join.kind, item.join.frames), words_mark(film.shot(item.key).prompt),
    )  # fmt: skip


def before_any_export(
    film: Scenario, sequence: Sequence, supply: Iterable[Supply], stems: Mapping[str, str]
) -> tuple[Exported, ...]:
    """What an export would say of the film as it is now."""
    pairs = zip(sequence.items, supply, strict=True)
    return tuple(exported(film, item, one, stems[item.key]) for item, one in pairs)


def written(manifest: Manifest, folder: Path) -> bytes:
    """It as JSON that will lie in `folder`, one shot a line."""
    head = {
        "kind": _KIND,
        "version": _VERSION,
        "format": manifest.kind,
        "film": manifest.scenario,
        "rate": str(manifest.rate),
        "folder": manifest.folder,
        "sounds": dict(manifest.sounds),
        "text": manifest.text,
    }
    lines = ",\n    ".join(_text(_plain(shot, folder)) for shot in manifest.shots)
    text = json.dumps(head, ensure_ascii=False, indent=2)
    return f'{text[:-2]},\n  "shots": [\n    {lines}\n  ]\n}}\n'.encode()


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _plain(shot: Exported, folder: Path) -> dict[str, object]:
    media = PurePath(shot.media)
    if media.is_relative_to(folder):
        media = media.relative_to(folder)
    return {
        "key": shot.key, "stem": shot.stem, "name": shot.name, "media": media.as_posix(),
        "own": shot.own, "zero": shot.zero, "source": shot.source, "frames": shot.frames,
        "join": list(shot.join), "words": shot.words,
    }  # fmt: skip


def read_manifest(data: bytes, folder: Path) -> Manifest:
    """What `written` gave, as it lies in `folder`.

    Raises:
        ValueError: it is none, or says what no export writes.
    """
    try:
        return _manifest(read_json(data), folder)
    except (TypeError, KeyError, AttributeError, ZeroDivisionError) as error:
        raise ValueError("no manifest") from error


def _manifest(found: Any, folder: Path) -> Manifest:  # noqa: ANN401 - JSON values
    if found["kind"] != _KIND or found["version"] != _VERSION:
        raise ValueError("no manifest")
    shots = tuple(_exported(shot, folder) for shot in found["shots"])
    sounds = {_word(path): _file(name) for path, name in found["sounds"].items()}
    rate = Fraction(_word(found["rate"])[:40])
    if not 1 <= rate <= 240 or len({shot.key for shot in shots}) < len(shots):
        raise ValueError("no manifest")
    own = _word(found["folder"])
    kind, film, text = (_word(found[name]) for name in ("format", "film", "text"))
    return Manifest(kind, film, rate, own, shots, sounds, text)


def _exported(found: Any, folder: Path) -> Exported:  # noqa: ANN401 - JSON values
    kind, frames = found["join"]
    return Exported(
        key=_word(found["key"]),
        stem=_word(found["stem"]),
        name=_word(found["name"]),
        media=(folder / _word(found["media"])).as_posix(),
        own=_file(found["own"]) if found["own"] else "",
        zero=_count(found["zero"]),
        source=_count(found["source"]),
        frames=_count(found["frames"]),
        join=(_word(kind), _count(frames)),
        words=_word(found["words"]),
    )


def _word(value: object) -> str:
    if not isinstance(value, str) or "\0" in value:
        raise ValueError("no manifest")
    return value


def _file(value: object) -> str:
    """A plain file name: what it names is written over by the next export."""
    name = _word(value)
    if PurePath(name).name != name or "\\" in name or name in (".", "..") or name.startswith("."):
        raise ValueError("no manifest")
    return name


def _count(value: object) -> int:
    if not isinstance(value, int) or not 0 <= value <= _MOST_FRAMES:
        raise ValueError("no manifest")
    return value
