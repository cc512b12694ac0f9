"""A local file as a multipart body of known length, read in pieces off the loop."""

from __future__ import annotations

import asyncio
import re
import secrets
from collections.abc import AsyncIterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from topa_studio.base.closing import to_the_end
from topa_studio.base.regular import open_regular

FOLDER = "topa-studio"
_CHUNK = 256 * 1024
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", ".png", "image/png"),
    (b"\xff\xd8\xff", ".jpg", "image/jpeg"),
    (b"RIFF", ".webp", "image/webp"),
)


@dataclass(frozen=True, slots=True)
class Form:
    """One upload's multipart body; `pieces` may be taken once for each attempt."""

    path: Path
    size: int
    boundary: str
    head: bytes
    tail: bytes

    @classmethod
    def of(cls, path: Path, name: str) -> Form:
        """The form for `path`, told to the service under a unique name made from `name`.

        The service keeps the first file of a name in its cache, and tells the type of a file by
        the end of its name, so both are made here. Reads the file's first bytes.

        Raises:
            OSError: the file cannot be read.
        """
        with open_regular(path) as file:
            extension, mime = _type_of(file.read(16), path)
        boundary = f"topa-{secrets.token_hex(16)}"
        told = _unique(name, extension)
        fields = "".join(
            f'--{boundary}\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n{value}\r\n'
            for field, value in (("uploadPath", FOLDER), ("fileName", told))
        )
        head = (
            f"{fields}--{boundary}\r\n"
            f'Content-Disposition: form-data; name="file"; filename="{told}"\r\n'
            f"Content-Type: {mime}\r\n\r\n"
        )
        tail = f"\r\n--{boundary}--\r\n"
        return cls(path, path.stat().st_size, boundary, head.encode(), tail.encode())

    def headers(self) -> dict[str, str]:
        """Type and exact length of the body."""
        return {
            "Content-Type": f"multipart/form-data; boundary={self.boundary}",
            "Content-Length": str(len(self.head) + self.size + len(self.tail)),
        }

    async def pieces(self) -> AsyncIterator[bytes]:
        """The body from its start."""
        yield self.head
        with ExitStack() as held:
            # Opened in a thread that a cancel does not stop: whatever it opens is closed here.
            file = await to_the_end(
                asyncio.to_thread(lambda: held.enter_context(open_regular(self.path)))
            )
            while chunk := await asyncio.to_thread(file.read, _CHUNK):
                yield chunk
        yield self.tail


def _type_of(start: bytes, path: Path) -> tuple[str, str]:
    for magic, extension, mime in _MAGIC:
        if start.startswith(magic):
            return extension, mime
    if start[4:8] == b"ftyp":
        return ".mp4", "video/mp4"
    return path.suffix.lower(), "application/octet-stream"


def _unique(name: str, extension: str) -> str:
    stem = re.sub(r"[^A-Za-z0-9_-]+", "-", Path(name).stem).strip("-")[:60] or "file"
    return f"{stem}-{secrets.token_hex(6)}{extension}"
