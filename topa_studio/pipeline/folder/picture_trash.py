"""Pictures of elements that stand nowhere now: each by its content, with its receipt."""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from topa_studio.base.files import copy_durable, own_folder, sha256_of, write_atomic
from topa_studio.base.regular import holds_bytes
from topa_studio.model.element_picture import TrashedPicture
from topa_studio.model.take import OWN_FILE, Take
from topa_studio.model.wish import Kind, Wish
from topa_studio.pipeline.folder.element_status import OLDER, older_view
from topa_studio.pipeline.folder.layout import Layout, receipt_of
from topa_studio.pipeline.folder.receipts import read_receipt, take_of, write_own_receipt

_NAME = re.compile(r"(.+)~(\d{1,12})-([0-9a-f]{12})(\.\w+)")
_MARK = 12


@dataclass(frozen=True, slots=True)
class PictureTrash:
    """The trash of an output folder; all of it blocks and raises OSError."""

    layout: Layout

    def put(self, element: str, path: Path, file: str) -> None:
        """A copy of a picture, which was `file`, and its receipt; the picture stays where it is."""
        sha256 = sha256_of(path)
        known = self.find(element, sha256, file)
        if known is not None and _was(known) == Path(file).stem:
            return
        target = self._target(element, file, sha256)
        receipt = read_receipt(path)
        # A receipt of another content is the next one's, whose way here was cut short.
        if receipt is not None and receipt.get("sha256") in (None, "", sha256):
            copy_durable(receipt_of(path), receipt_of(target))
        elif receipt is None and (told := older_view(path, self.layout)):
            take = Take(0, "", sha256=sha256, made_at=path.stat().st_mtime, origin=OWN_FILE)
            wish = Wish(Kind.VIEW, element)
            target.parent.mkdir(parents=True, exist_ok=True)
            write_own_receipt(target, wish, take, file, {OLDER: told})
        copy_durable(path, target)

    def put_own(self, element: str, file: str, data: bytes, name: str) -> str:
        """A picture of the user's own, for the file that it shall be; its SHA-256.

        `name` is what it was called before.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        if self.find(element, sha256) is None:
            target = self._target(element, file, sha256)
            take = Take(0, "", sha256=sha256, made_at=time.time(), origin=OWN_FILE)
            target.parent.mkdir(parents=True, exist_ok=True)
            write_own_receipt(target, Wish(Kind.VIEW, element), take, name)
            write_atomic(target, data)
        return sha256

    def find(self, element: str, sha256: str, file: str = "") -> Path | None:
        """Where a content lies, of several rather the one of that file; None: it does not."""
        same = [
            (found[1] != Path(file).stem, path)
            for path, found in self._files(element)
            if found[3] == sha256[:_MARK] and holds_bytes(path) and sha256_of(path) == sha256
        ]
        return min(same)[1] if same else None

    def forget(self, path: Path) -> None:
        """It stands in its place again, so that no copy is kept here."""
        path.unlink(missing_ok=True)
        receipt_of(path).unlink(missing_ok=True)

    def empty(self, pictures: Iterable[TrashedPicture]) -> None:
        """These are gone for good; receipts stay, so that what was paid goes on to count."""
        for picture in pictures:
            own_folder(self.layout.absolute(picture.path), self.layout.output).unlink()

    def listing(self, element: str = "") -> tuple[TrashedPicture, ...]:
        """All that lies here of an element, or of each, the newest first."""
        found = [
            self._trashed(path, found) for path, found in self._files(element) if holds_bytes(path)
        ]
        return tuple(sorted(found, key=lambda one: (-one.since, one.file)))

    def _trashed(self, path: Path, found: re.Match[str]) -> TrashedPicture:
        stored = self.layout.relative(path)
        take = take_of(path, 0, stored, read_receipt(path) or {})
        return TrashedPicture(
            path=stored,
            file=f"{found[1]}{found[4]}",
            sha256=sha256_of(path),
            since=float(found[2]),
            credits=take.credits,
            bytes=path.stat().st_size,
        )

    def _files(self, element: str) -> Iterator[tuple[Path, re.Match[str]]]:
        folder = self.layout.every_trashed_picture
        folder = self.layout.trashed_pictures(element) if element else folder
        if not folder.is_dir() or not self.layout.is_inside(folder):
            return
        for path in sorted(folder.glob("*" if element else "*/*")):
            found = _NAME.fullmatch(path.name)
            if found is not None and path.suffix != ".json":
                yield path, found

    def _target(self, element: str, file: str, sha256: str) -> Path:
        name = Path(file)
        folder = self.layout.trashed_pictures(element)
        plain = folder / f"{name.stem}~{int(time.time())}-{sha256[:_MARK]}{name.suffix.lower()}"
        return own_folder(plain, self.layout.output)


def _was(path: Path) -> str:
    """What the file of a picture in the trash was called, without its ending."""
    found = _NAME.fullmatch(path.name)
    return found[1] if found else ""
