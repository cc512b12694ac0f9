"""Looks at the pictures a request refers to, as the real service does before it takes one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from topa_studio.base.errors import MediaError
from topa_studio.base.regular import open_regular
from topa_studio.media.probe import probe
from topa_studio.media.sniff import SNIFF_BYTES, sniff
from topa_studio.practice.wire import NotAccepted

_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_SMALLEST = 300
_RATIOS = (0.4, 2.5)


def check_pictures(files: Mapping[str, Path | None], for_clip: bool) -> None:
    """Refuse what could not be fetched or is not a picture the model takes.

    `files` maps each URL to this service's own file; addresses elsewhere in the world are believed.

    Raises:
        NotAccepted: 451 or 422, in the real service's words.
    """
    for url, path in files.items():
        if path is None:
            if urlsplit(url).hostname in _LOOPBACK:
                raise NotAccepted(451, f"Failed to fetch the image: {url}")
            continue
        if for_clip:
            _check_for_clip(path)


def _check_for_clip(path: Path) -> None:
    with open_regular(path) as file:
        kind = sniff(file.read(SNIFF_BYTES))
    if kind == "mp4":
        return
    if kind not in ("png", "jpeg"):
        raise NotAccepted(422, "File type not supported")
    try:
        made = probe(path)
    except MediaError as error:
        raise NotAccepted(422, "File type not supported") from error
    if min(made.width, made.height) < _SMALLEST:
        raise NotAccepted(422, f"image dimensions must be at least {_SMALLEST} pixels")
    if not _RATIOS[0] <= made.width / made.height <= _RATIOS[1]:
        raise NotAccepted(422, f"image aspect ratio must be between {_RATIOS[0]} and {_RATIOS[1]}")


def tags_of(files: Mapping[str, Path | None]) -> dict[str, str]:
    """What this service's own drawings say about themselves, by URL."""
    from topa_studio.paint.tag import read_tag

    return {url: tag for url, path in files.items() if path and (tag := read_tag(path))}
