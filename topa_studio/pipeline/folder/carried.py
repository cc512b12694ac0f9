"""Pictures of an element under its new name, and the record of what it was called before.

Files are never renamed: the older pipeline reads their names, and other films of the folder may
call the element as before. So its pictures are copied, and what lay under the new name and stands
nowhere else goes into the trash first.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from topa_studio.base.files import copy_durable, sha256_of, write_atomic
from topa_studio.base.regular import holds_bytes
from topa_studio.model.wish import Kind
from topa_studio.pipeline.folder.layout import Layout, file_name, place_of, receipt_of
from topa_studio.pipeline.folder.picture_trash import PictureTrash
from topa_studio.pipeline.folder.pictures import picture_files
from topa_studio.pipeline.folder.receipts import read_receipt
from topa_studio.pipeline.folder.status_files import mapping, read_status
from topa_studio.pipeline.former_names import Renamed, Way

Places = Mapping[str, str]
"""SHA-256 of pictures by their place: the number of `<Name>N`, else the name of the file."""


def read_renamed(layout: Layout) -> tuple[Renamed, ...]:
    """What the film's elements were called before; what is damaged is left out. Blocks."""
    found = mapping(read_status(layout.names)).get("renamed")
    every = map(Renamed.from_plain, found if isinstance(found, list) else ())
    return tuple(each for each in every if each is not None)


def write_renamed(renamed: Iterable[Renamed], layout: Layout) -> None:
    """Keep it beside the film's takes. Blocks; raises OSError."""
    path = layout.own(layout.names)
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"renamed": [each.plain() for each in renamed]}, ensure_ascii=False)
    write_atomic(path, f"{text}\n".encode())


def carry_pictures(
    each: Renamed, layout: Layout, alike: Places | None, begun: Callable[[], None]
) -> Places | None:
    """Give the new name the pictures that the old one has. Blocks.

    Args:
        alike: what both names had alike when pictures were last carried between them. What differs
            from it is newer: where only the new name has it, it stays there.
        begun: told before anything is written.

    Returns:
        What both have alike now; None: the new name has pictures of another element or film, which
        stay as they are.

    Raises:
        OSError: the disk; pictures that came across stay.
    """
    there = _places(each.new, layout)
    if alike is None and there and each.way is not Way.BEGUN:
        return None
    begun()
    known, wanted = dict(alike or {}), _places(each.old, layout)
    result: dict[str, str] = {}
    for place in dict.fromkeys((*wanted, *there, *known)):
        source, target = wanted.get(place), there.get(place)
        now, before = (sha256_of(path) if path else "" for path in (source, target))
        if _follows(now, before, known.get(place, "")):
            _give(each, place, source, target, layout)
            before = now
        same = now if now == before else known.get(place, "")
        if same:
            result[place] = same
    return result


def carry_late(each: Renamed, to: str, numbers: Iterable[int], layout: Layout) -> list[int]:
    """Give an element pictures that were drawn under its old name and came after it was renamed.

    Returns: their numbers; one whose place is taken stays where it is. Blocks; raises OSError.
    """
    there, wanted = _places(to, layout), _places(each.old, layout)
    came = []
    for number in numbers:
        source = wanted.get(str(number))
        if source is not None and str(number) not in there:
            _copy(source, _target(to, str(number), source, layout), to, number)
            came.append(number)
    return came


def _follows(now: str, before: str, alike: str) -> bool:
    """Whether the new name takes what the old one has (`now`; "": nothing) for what it had."""
    if now == before:
        return False
    if not before:
        return True
    return before == alike if not now else now != alike


def _places(name: str, layout: Layout) -> dict[str, Path]:
    files = picture_files(layout.element_folder(name), name)
    found: dict[str, Path] = {}
    for path in files:
        if layout.is_inside(path) and holds_bytes(path):
            found.setdefault(place_of(path.name, name), path)
    return found


def _give(
    each: Renamed, place: str, source: Path | None, target: Path | None, layout: Layout
) -> None:
    """The old name's picture stands where the new name's stood, which is in the trash then."""
    wanted = None if source is None else _target(each.new, place, source, layout)
    if target is not None:
        _put_away(each, layout.own(target), layout)
    if source is not None and wanted is not None:
        number = int(place) if place.isdecimal() else None
        _copy(source, wanted, each.new, number)
    if target is not None and target != wanted:
        receipt_of(target).unlink(missing_ok=True)
        target.unlink(missing_ok=True)


def _target(name: str, place: str, source: Path, layout: Layout) -> Path:
    file = f"{file_name(name)}{place}{source.suffix.lower()}" if place.isdecimal() else place
    return layout.own(layout.element_folder(name) / file)


def _put_away(each: Renamed, path: Path, layout: Layout) -> None:
    trash, sha256 = PictureTrash(layout), sha256_of(path)
    if not any(trash.find(name, sha256) for name in (each.old, each.new)):
        trash.put(each.new, path, path.name)


def _copy(source: Path, target: Path, name: str, number: int | None) -> None:
    """A copy with its receipt, which says whose it is now; a receipt of other bytes is none."""
    receipt = read_receipt(source)
    target.parent.mkdir(parents=True, exist_ok=True)
    if receipt is None or receipt.get("sha256") not in (None, "", sha256_of(source)):
        receipt_of(target).unlink(missing_ok=True)
    else:
        of = {"kind": Kind.VIEW, "film": "", "key": name, "number": number or 0}
        text = json.dumps({**receipt, "of": of}, indent=2, ensure_ascii=False)
        write_atomic(receipt_of(target), f"{text}\n".encode())
    copy_durable(source, target)
