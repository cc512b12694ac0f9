"""Lists of entries that are set as a whole: what the studio does not read of them stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from topa_studio.base.yaml_tree import Node, Sequence, plain, resolved
from topa_studio.document.reading.format import (
    AnswerPart,
    AudioPart,
    CaptionPart,
    CommentPart,
    LinePart,
    Part,
    known_keys,
)

Entry = dict[str, Any]
_DECIMALS = 3
_LISTS: Mapping[str, tuple[type[Part], str]] = {
    "audio": (AudioPart, "file"),
    "captions": (CaptionPart, "text"),
    "lines": (LinePart, "text"),
    "comments": (CommentPart, "text"),
    "answers": (AnswerPart, "text"),
}


def with_unread(key: str, node: Node | None, wanted: object) -> object:
    """The value of `key` with what the studio reads as it is `wanted`, and all else as it stands.

    Unknown keys stay with their entry, which is known by its file or words, else by its place; so
    do entries of which nothing is read.
    """
    found = None if node is None else resolved(node)
    if key not in _LISTS or not isinstance(found, Sequence) or not isinstance(wanted, list):
        return wanted
    return _entries(key, [plain(child) for child in found.children], wanted)


def _entries(key: str, old: list[Any], wanted: list[Any]) -> list[Entry]:
    part, needed = _LISTS[key]
    read = [place for place, entry in enumerate(old) if _is_read(entry, needed)]
    heirs = _heirs([old[place] for place in read], wanted, part, needed)
    new = [
        (len(old) if heir is None else read[heir], entry)
        for heir, entry in zip(heirs, _joined(heirs, old, read, wanted, part), strict=True)
    ]
    for place, entry in enumerate(old):
        if not _is_read(entry, needed):
            ahead = [at for at, (came, _entry) in enumerate(new, 1) if came < place]
            new.insert(max(ahead, default=0), (place, entry))
    return [entry for _came, entry in new]


def _is_read(entry: object, needed: str) -> bool:
    return isinstance(entry, dict) and bool(entry.get(needed))


def _heirs(
    read: list[Entry], wanted: list[Entry], part: type[Part], needed: str
) -> list[int | None]:
    """Which entry that is there each wanted one goes on as."""
    says = [_says(entry, part) for entry in read]
    rest = list(range(len(read)))
    found: list[int | None] = []
    for entry in wanted:
        same = next((old for old in rest if says[old] == _says(entry, part)), None)
        found.append(same)
        rest = [old for old in rest if old != same]
    for place, entry in enumerate(wanted):
        if found[place] is None:
            named = (old for old in rest if read[old].get(needed) == entry.get(needed))
            by_place = rest[0] if len(read) == len(wanted) and rest else None
            found[place] = next(named, by_place)
            rest = [old for old in rest if old != found[place]]
    return found


def _joined(
    heirs: list[int | None],
    old: list[Entry],
    read: list[int],
    wanted: list[Entry],
    part: type[Part],
) -> Iterator[Entry]:
    """Entries that say the same stay as they are; the others take over what is not read."""
    for heir, entry in zip(heirs, wanted, strict=True):
        if heir is None:
            yield entry
            continue
        before = old[read[heir]]
        same = _says(before, part) == _says(entry, part)
        yield before if same else _changed(before, entry, part)


def _changed(old: Entry, wanted: Entry, part: type[Part]) -> Entry:
    known = known_keys(part)
    for key in _LISTS.keys() & old.keys() & wanted.keys():
        if isinstance(old[key], list):
            wanted = {**wanted, key: _entries(key, old[key], wanted[key])}
    wanted = {key: old[key] if _is_short(old.get(key), value) else value
              for key, value in wanted.items()}  # fmt: skip
    kept = {key: wanted.get(key, value) for key, value in old.items()
            if key in wanted or key not in known}  # fmt: skip
    return kept | wanted


def _is_short(old: object, wanted: object) -> bool:
    """Whether the studio's way to write the seconds that stand there is wanted."""
    return isinstance(old, float) and wanted == round(old, _DECIMALS)


def _says(entry: Entry, part: type[Part]) -> Entry:
    """What an entry says that does not hold anyway."""
    usual = {name: getattr(part, kind[0], None) for name, kind in part.KINDS.items()}
    short = ((key, round(value, _DECIMALS) if isinstance(value, float) else value)
             for key, value in entry.items())  # fmt: skip
    return {
        key: value
        for key, value in short
        if key in usual and value not in (None, 0, "", False, usual[key])
    }
