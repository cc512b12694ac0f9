"""The service's files: what was uploaded and what was drawn, in a folder that goes with it."""

from __future__ import annotations

import hashlib
import re
import secrets
import shutil
import tempfile
import time
from pathlib import Path

_UNSAFE = re.compile(r"[^\w.\-]+")


class Store:
    """A temporary folder; uploads get an address of their own each time."""

    def __init__(self, ledger: Path | None, url_seconds: float) -> None:
        """`url_seconds`: how long an address works. What a killed service left is removed."""
        self._url_seconds = url_seconds
        if ledger is None:
            self.folder = Path(tempfile.mkdtemp(prefix="topa-practice-"))
        else:
            mark = hashlib.sha256(str(ledger.resolve()).encode()).hexdigest()[:12]
            self.folder = Path(tempfile.gettempdir(), f"topa-practice-{mark}")
            shutil.rmtree(self.folder, ignore_errors=True)
        self.uploads = self.folder / "uploads"
        self.results = self.folder / "results"
        for folder in (self.uploads, self.results):
            folder.mkdir(parents=True, exist_ok=True)
        self.secret = secrets.token_hex(8)

    def add_upload(self, upload_path: str, name: str, data: bytes) -> str:
        """Keep `data`; returns its path below `/files/`."""
        parts = [clean for part in upload_path.split("/") if (clean := _clean(part))]
        relative = "/".join([secrets.token_hex(6), *parts, _clean(name) or "file"])
        target = self.uploads / relative
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        return relative

    def upload(self, relative: str) -> Path | None:
        """The file behind `/files/<relative>`; None where it is unknown or its time is over."""
        path = (self.uploads / relative).resolve()
        if not path.is_relative_to(self.uploads.resolve()) or not path.is_file():
            return None
        return path if time.time() < path.stat().st_mtime + self._url_seconds else None

    def result(self, task_id: str, suffix: str) -> Path:
        """Where a task's drawing lies, or will lie."""
        return self.results / f"{task_id}{suffix}"

    def expired(self, ended: float) -> bool:
        """Whether the result of a task that ended then can no longer be downloaded."""
        return time.time() >= ended + self._url_seconds

    def sign(self, task_id: str, until: int) -> str:
        """The mark that makes a download address valid until `until` (seconds since 1970)."""
        return hashlib.sha256(f"{self.secret}{task_id}{until}".encode()).hexdigest()[:32]

    def remove(self) -> None:
        """Remove everything."""
        shutil.rmtree(self.folder, ignore_errors=True)


def _clean(part: str) -> str:
    return _UNSAFE.sub("-", part).strip(".")[:100]
