"""Pictures of elements as their files and receipts tell of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from topa_studio.base.files import sha256_of
from topa_studio.base.regular import holds_bytes
from topa_studio.model.take import OWN_FILE, Take
from topa_studio.model.wish import Kind, Redrawing, Wish
from topa_studio.pipeline.folder.layout import Layout, receipt_of
from topa_studio.pipeline.folder.receipts import read_receipt, take_of

_SUFFIXES = (".png", ".jpg")


def view_at(path: Path, number: int, layout: Layout) -> Take:
    """Reference image `number` as it lies there; without a receipt of its own it is the user's.

    Raises OSError.
    """
    stored, sha256 = layout.relative(path), sha256_of(path)
    receipt = read_receipt(path)
    if receipt is not None and receipt.get("sha256") == sha256:
        return take_of(path, number, stored, receipt)
    made_at = path.stat().st_mtime
    return Take(number, stored, sha256=sha256, made_at=made_at, origin=OWN_FILE)


def candidate_at(path: Path, layout: Layout) -> tuple[Wish, Take] | None:
    """The candidate that lies there, as its receipt tells of it; None: it is none."""
    receipt = read_receipt(path) or {}
    wish = _wish_in(receipt)
    if wish is None or wish.kind is not Kind.REDRAW or not holds_bytes(path):
        return None
    if path.parent != layout.candidates(wish.element):
        return None
    return wish, take_of(path, wish.number, layout.relative(path), receipt)


def stands_in_place(wish: Wish, take: Take, layout: Layout) -> bool:
    """Whether a candidate is the picture it was for: its keeping was cut short. Raises OSError."""
    place = layout.element_folder(wish.element) / Redrawing.of(wish.key).file
    there = place.with_suffix(Path(take.path).suffix)
    return bool(take.sha256) and holds_bytes(there) and sha256_of(there) == take.sha256


def forget_candidate(take: Take, layout: Layout) -> None:
    """A candidate that stands in its place is none any more. Raises OSError."""
    path = layout.own(layout.absolute(take.path))
    path.unlink(missing_ok=True)
    receipt_of(path).unlink(missing_ok=True)


def trashed_in(layout: Layout) -> Iterator[tuple[Wish, Take, dict[str, Any]]]:
    """Paid pictures that are or were in the trash, with their receipts. Raises OSError."""
    folder = layout.every_trashed_picture
    if not folder.is_dir() or not layout.is_inside(folder):
        return
    for path in sorted(folder.glob("*/*.json")):
        receipt = read_receipt(path) or {}
        wish = _wish_in(receipt)
        if wish is not None and receipt.get("task_id"):
            # A receipt tells all of it, also the moment.
            yield wish, take_of(path, wish.number, layout.relative(path), receipt), receipt


def _wish_in(receipt: dict[str, Any]) -> Wish | None:
    """What of an element a receipt is of; None where it does not say."""
    match receipt.get("of"):
        case {"kind": Kind.VIEW | Kind.REDRAW as kind, "key": str(key), "number": int(number)}:
            return Wish(Kind(kind), key, number) if number > 0 else None
    return None


def candidates_in(layout: Layout) -> Iterator[tuple[Wish, Take]]:
    """All pictures that wait to be kept, of every element. Raises OSError."""
    folder = layout.every_candidate
    if not folder.is_dir() or not layout.is_inside(folder):
        return
    for path in sorted(folder.glob("*/*")):
        if path.suffix in _SUFFIXES and layout.is_inside(path):
            found = candidate_at(path, layout)
            if found is not None:
                yield found
