"""Where media lie, as the readers of each format look for them; and back to a path."""

from __future__ import annotations

import re
from pathlib import Path, PurePath
from urllib.parse import quote, unquote, urlsplit

_DRIVE = re.compile(r"^/?[A-Za-z]:[/\\]")
_SAFE = "/:"
_MOST = 4096


def file_url(path: PurePath, host: str = "") -> str:
    """An absolute URL: blanks, # and all but ASCII are written as percent and number."""
    plain = path.as_posix()
    if not plain.startswith("/"):
        plain = f"/{plain}"
    safe = _SAFE if _DRIVE.match(plain) else "/"
    return f"file://{host}{quote(plain, safe=safe)}"


def relative_url(path: Path, folder: Path) -> str:
    """A URL from a folder on where the file lies in it, else an absolute one."""
    try:
        return quote(path.relative_to(folder).as_posix(), safe="/")
    except ValueError:
        return file_url(path)


def path_of(url: str, folder: Path) -> str:
    """The path that a link means, for comparing only; `folder` is where its file lies."""
    url = url.strip()[:_MOST]
    if not url:
        return ""
    if _DRIVE.match(url):
        return url.replace("\\", "/")
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    if parts.scheme.lower() == "file":
        plain = unquote(parts.path)
        return plain[1:] if _DRIVE.match(plain) else plain
    if parts.scheme:
        return url
    plain = url if url.startswith("/") else unquote(url)
    return plain if plain.startswith("/") else (folder / plain).as_posix()
