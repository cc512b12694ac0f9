"""Lists of entries that are set as a whole: what the studio does not read of them stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from topa_studio.base.yaml_tree import Node, Sequence, plain, resolved
from topa_studio.document.reading.fitting import Misfit, fitting
from topa_studio.document.reading.format import (
    AnswerPart,
    AudioPart,
    CaptionPart,
    CommentPart,
    LinePart,
    Part,
    known_keys,
)
from topa_studio.document.text.lists import common

Entry = dict[str, Any]
Places = tuple[int | None, ...]
_DECIMALS = 3
_LISTS: Mapping[str, tuple[type[Part], str]] = {
    "audio": (AudioPart, "file"),
    "captions": (CaptionPart, "text"),
    "lines": (LinePart, "text"),
    "comments": (CommentPart, "text"),
    "answers": (AnswerPart, "text"),
}


def with_unread(
    key: str, node: Node | None, wanted: object, places: Places = ()
) -> tuple[object, list[int]]:
    """The value of `key` with what the studio reads as it is `wanted`, and all else as it stands.

    Unknown keys and values that do not fit stay with their entry, which is known by its place where
    `places` tell it, else by what it says, by its file or words; so do entries that are not read.

    Returns:
        The value, and which entry each of its own was, as far as `places` said; else [].
    """
    found = None if node is None else resolved(node)
    if key not in _LISTS or not isinstance(found, Sequence) or not isinstance(wanted, list):
        return wanted, []
    old: list[Any] = [plain(child) for child in found.children]
    part, needed = _LISTS[key]
    read = [entry for entry in old if _is_read(entry, part, needed)]
    told = places if _holds(places, read, wanted, part) else ()
    new = _placed(key, old, wanted, told)
    return [entry for _came, entry in new], [came for came, _entry in new] if told else []


def _holds(places: Places, read: list[Entry], wanted: list[Any], part: type[Part]) -> bool:
    """Whether these are places of entries in their order, of which one at most is changed."""
    if len(places) != len(wanted):
        return False
    pairs = [(at, entry) for at, entry in zip(places, wanted, strict=True) if at is not None]
    stand = [at for at, _entry in pairs]
    if stand != sorted(set(stand)) or any(at >= len(read) for at in stand):
        return False
    return sum(_says(read[at], part) != _says(entry, part) for at, entry in pairs) <= 1


def _entries(key: str, old: list[Any], wanted: list[Any]) -> list[Entry]:
    return [entry for _came, entry in _placed(key, old, wanted, ())]


def _placed(key: str, old: list[Any], wanted: list[Any], told: Places) -> list[tuple[int, Entry]]:
    """The new entries, each with the place where it was; behind all where it is new."""
    part, needed = _LISTS[key]
    read = [place for place, entry in enumerate(old) if _is_read(entry, part, needed)]
    heirs = list(told) or _heirs([old[place] for place in read], wanted, part, needed)
    new = [
        (len(old) if heir is None else read[heir], entry)
        for heir, entry in zip(heirs, _joined(heirs, old, read, wanted, part), strict=True)
    ]
    for place, entry in enumerate(old):
        if not _is_read(entry, part, needed):
            ahead = [at for at, (came, _entry) in enumerate(new, 1) if came < place]
            new.insert(max(ahead, default=0), (place, entry))
    return new


def _is_read(entry: object, part: type[Part], needed: str) -> bool:
    return isinstance(entry, dict) and bool(_value(entry, needed, part))


def _value(entry: Entry, key: str, part: type[Part]) -> object:
    """What the studio reads there; None where it does not fit."""
    value = entry.get(key)
    if key in _LISTS:
        return value
    try:
        return getattr(fitting({key: value}, part), part.KINDS[key][0])
    except Misfit:
        return None


def _heirs(
    read: list[Entry], wanted: list[Entry], part: type[Part], needed: str
) -> list[int | None]:
    """Which entry that is there each wanted one goes on as."""
    says: list[object] = [_says(entry, part) for entry in read]
    means: list[object] = [_says(entry, part) for entry in wanted]
    # Of those that say the same, each stays where it is.
    head = common(says, means)
    tail = common(says[head:][::-1], means[head:][::-1])
    rest = list(range(head, len(read) - tail))
    found: list[int | None] = [*range(head)]
    for meant in means[head : len(wanted) - tail]:
        same = next((old for old in rest if says[old] == meant), None)
        found.append(same)
        rest = [old for old in rest if old != same]
    found += range(len(read) - tail, len(read))
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
    wanted = {key: old[key] if _reads_so(old, key, value, part) else value
              for key, value in wanted.items()}  # fmt: skip
    kept = {key: wanted.get(key, value) for key, value in old.items()
            if key in wanted or key not in known or _value(old, key, part) is None}  # fmt: skip
    return kept | wanted


def _reads_so(old: Entry, key: str, wanted: object, part: type[Part]) -> bool:
    """Whether what stands there is read as that, or is longer seconds than the studio writes."""
    read = _value(old, key, part) if key in old and key not in _LISTS else None
    return read is not None and (read == wanted or _is_short(read, wanted))


def _is_short(old: object, wanted: object) -> bool:
    """Whether the studio's way to write the seconds that stand there is wanted."""
    return isinstance(old, float) and wanted == round(old, _DECIMALS)


def _says(entry: Entry, part: type[Part]) -> Entry:
    """What an entry says that does not hold anyway."""
    usual = {key: getattr(part, kind[0], None) for key, kind in part.KINDS.items()}
    values = {key: _value(entry, key, part) for key in entry if key in usual}
    short = ((key, round(value, _DECIMALS) if isinstance(value, float) else value)
             for key, value in values.items())  # fmt: skip
    return {key: value for key, value in short if value not in (None, 0, "", False, usual[key])}
