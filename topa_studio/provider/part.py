"""The bytes of a download that has not ended: kept over failures and restarts, never trusted."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

from topa_studio.base import files
from topa_studio.base.regular import read_regular

_RANGE = re.compile(r"^\s*bytes\s+(\d+)-(\d+)/(\d+|\*)\s*$", re.I)
_KEPT_EVERY = 4 * 1024**2


@dataclass(slots=True)
class Part:
    """`size` bytes of `total` (None: not told) in `<target>.part`.

    Beside it `<target>.part.json` says whose bytes they are, and how many are really on the disk;
    after a restart only those count.

    Attributes:
        address: the SHA-256 of the result's address without its query, which is another each time.
        validator: the strong ETag, or else the Last-Modified date, that all bytes came under.
        kept: bytes that are on the disk itself.
    """

    path: Path
    address: str
    size: int = 0
    total: int | None = None
    validator: str = ""
    kept: int = 0

    @classmethod
    def found(cls, target: Path, url: str) -> Part:
        """What an earlier run left for `target` from the same address; else nothing so far."""
        part = cls(target.with_name(f"{target.name}.part"), _address(url))
        try:
            told = json.loads(read_regular(part.note))
            size, total, validator = told["size"], told["total"], told["validator"]
            there = part.path.stat().st_size
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return part
        sound = isinstance(size, int) and isinstance(validator, str) and bool(validator)
        sound = sound and (total is None or (isinstance(total, int) and size <= total))
        if sound and told.get("address") == part.address and 0 < size <= there:
            part.size = part.kept = size
            part.total, part.validator = total, validator
        return part

    @property
    def note(self) -> Path:
        """The file that says whose bytes these are."""
        return self.path.with_name(f"{self.path.name}.json")

    @property
    def whole(self) -> bool:
        """Whether nothing is missing."""
        return self.size > 0 and self.size == self.total

    def forget(self) -> None:
        """Begin again from nothing."""
        self.size, self.total, self.validator, self.kept = 0, None, "", 0

    def request_headers(self) -> dict[str, str]:
        """What asks for the rest only, if the file is still the same one."""
        if not self.size or not self.validator:
            self.forget()
            return {}
        return {"Range": f"bytes={self.size}-", "If-Range": self.validator}

    def begin(self, headers: Mapping[str, str]) -> None:
        """A whole file comes, described by these headers (lower case)."""
        self.forget()
        length = headers.get("content-length", "")
        if not _packed(headers) and length.isdecimal():
            self.total = int(length)
        self.validator = _validator(headers)

    def continued_by(self, headers: Mapping[str, str]) -> bool:
        """Whether a 206 with these headers starts exactly where this ends, of the same file."""
        found = _RANGE.match(headers.get("content-range", ""))
        if found is None or not self.size or _packed(headers):
            return False
        first, last = int(found[1]), int(found[2])
        total = None if found[3] == "*" else int(found[3])
        fits = first == self.size <= last and total == self.total
        return fits and bool(self.validator) and _validator(headers) == self.validator

    # Blocking: for threads.

    def open(self) -> IO[bytes]:
        """The file, ready for the next byte; what lies behind `size` is cut off. Raises OSError."""
        file = files.opened(self.path, "r+b" if self.size else "wb")
        file.seek(self.size)
        file.truncate()
        return file

    def write(self, file: IO[bytes], data: bytes) -> None:
        """Add bytes; now and then they are noted as kept. Raises OSError."""
        file.write(data)
        self.size += len(data)
        if self.size - self.kept >= _KEPT_EVERY:
            self.keep(file)

    def keep(self, file: IO[bytes]) -> None:
        """Put all bytes on the disk; note them where they may be continued. Raises OSError."""
        file.flush()
        files.sync(file.fileno())
        self.kept = self.size
        if self.size and self.validator and not self.whole:
            told = {
                "address": self.address,
                "validator": self.validator,
                "size": self.size,
                "total": self.total,
            }
            files.write_atomic(self.note, json.dumps(told).encode())

    def become(self, target: Path) -> None:
        """Take the place of `target`. Raises OSError."""
        files.replace(self.path, target)
        self.note.unlink(missing_ok=True)

    def drop(self) -> None:
        """Nothing of it is of use. Raises OSError."""
        self.forget()
        self.note.unlink(missing_ok=True)
        self.path.unlink(missing_ok=True)


def _address(url: str) -> str:
    return hashlib.sha256(
        urlsplit(url)._replace(query="", fragment="").geturl().encode()
    ).hexdigest()


def _validator(headers: Mapping[str, str]) -> str:
    etag = headers.get("etag", "")
    if etag.startswith('"'):
        return etag
    return "" if etag else headers.get("last-modified", "")


def _packed(headers: Mapping[str, str]) -> bool:
    return headers.get("content-encoding", "identity").lower() != "identity"
