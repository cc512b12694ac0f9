"""The child that opens files from elsewhere: limits first, then questions until its input ends."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from topa_studio.base.errors import MediaError
from topa_studio.media.crop import cropped
from topa_studio.media.frames import frame_at, last_frame, thumbnail
from topa_studio.media.hearing import sound_seconds
from topa_studio.media.mend import mended, part
from topa_studio.media.probe import examine, look, probe
from topa_studio.media.strip import film_strip

MOST_MEMORY = 3 * 1024**3
_MOST_FILES = 64

Answer = tuple[dict[str, Any], list[bytes]]


def main() -> None:
    """Tell that it stands, then answer one question a line; see `apart.Apart`."""
    import av

    av.logging.set_level(None)
    _limit()
    _tell(sys.stdout.buffer, {}, [])
    for line in sys.stdin.buffer:
        act, path, *given = json.loads(line)
        _answer(sys.stdout.buffer, _ACTS[act], Path(path), given)


def _answer(out: IO[bytes], act: Callable[..., Answer], path: Path, given: list[object]) -> None:
    try:
        told, pieces = act(path, *given)
    except MediaError as error:
        told, pieces = {"code": error.code, "params": error.params}, []
    except MemoryError:
        told, pieces = {"code": "media.broke-the-reader", "params": {"path": str(path)}}, []
    _tell(out, told, pieces)


def _tell(out: IO[bytes], told: dict[str, Any], pieces: list[bytes]) -> None:
    head = json.dumps({**told, "sizes": [len(piece) for piece in pieces]}).encode()
    out.write(len(head).to_bytes(4, "big") + head)
    for piece in pieces:
        out.write(piece)
    out.flush()


def _examine(path: Path) -> Answer:
    return asdict(examine(path)), []


def _probe(path: Path) -> Answer:
    return asdict(probe(path)), []


def _look(path: Path) -> Answer:
    return asdict(look(path)), []


def _sound_seconds(path: Path) -> Answer:
    return {"seconds": sound_seconds(path)}, []


def _thumbnail(path: Path, at: float, width: int) -> Answer:
    return {}, [thumbnail(path, at, width)]


def _film_strip(path: Path, start: float, seconds: float, count: int, width: int) -> Answer:
    return {}, film_strip(path, start, seconds, count, width)


def _last_frame(path: Path) -> Answer:
    return {}, [last_frame(path)]


def _frame_at(path: Path, seconds: float) -> Answer:
    return {}, [frame_at(path, seconds)]


def _cropped(path: Path, ratio: str, most: int) -> Answer:
    return {}, [cropped(path, ratio, most)]


def _part(path: Path, left: float, top: float, width: float, height: float) -> Answer:
    return {}, [part(path, left, top, width, height)]


def _mended(path: Path, least: int, narrowest: float, widest: float, most: int) -> Answer:
    return {}, [mended(path, least, narrowest, widest, most)]


_ACTS: dict[str, Callable[..., Answer]] = {
    "examine": _examine,
    "look": _look,
    "probe": _probe,
    "sound_seconds": _sound_seconds,
    "thumbnail": _thumbnail,
    "film_strip": _film_strip,
    "last_frame": _last_frame,
    "frame_at": _frame_at,
    "cropped": _cropped,
    "part": _part,
    "mended": _mended,
}


def _limit() -> None:
    """Memory, files and no writing at all; Windows knows only the time that the parent grants."""
    if sys.platform == "win32":
        return
    import resource

    limits = [
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, _MOST_FILES),
    ]
    for which, value in limits:
        _, most = resource.getrlimit(which)
        limit = value if most == resource.RLIM_INFINITY else min(value, most)
        try:
            resource.setrlimit(which, (limit, limit))
        except (ValueError, OSError):
            continue  # macOS refuses some of them


if __name__ == "__main__":
    main()
