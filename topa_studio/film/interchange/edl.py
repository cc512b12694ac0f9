"""The sequence as an EDL (CMX 3600): one event a shot, its clip's name and file in comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from topa_studio.film.interchange.sequence import Item, Sequence
from topa_studio.film.interchange.timecode import code_of

_CYRILLIC = "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я"
_SOUNDS = "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya"
_LETTERS = dict(zip(_CYRILLIC.split(), _SOUNDS.split(), strict=True))
_REEL, _TITLE, _WORDS = 8, 70, 60
_END = "\r\n"


def plain_ascii(words: str) -> str:
    """Words in plain letters, Cyrillic by its sound; what has none becomes "_"."""
    spelt = []
    for letter in words:
        found = _LETTERS.get(letter.lower())
        if found is not None:
            found = "" if found == "-" else found
            spelt.append(found.capitalize() if letter.isupper() else found)
        else:
            spelt.append(letter if " " <= letter <= "~" else "_")
    return "".join(spelt)


def write_edl(film: Sequence, _out: Path) -> bytes:
    """The sequence as the bytes of an EDL; its pictures only."""
    title = plain_ascii(" ".join(film.title.split()))[:_TITLE] or "FILM"
    lines = [f"TITLE: {title}", "FCM: NON-DROP FRAME", *_events(film)]
    return "".join(line + _END for line in lines).encode("utf-8")


def _events(film: Sequence) -> Iterator[str]:
    reels: dict[Path, str] = {}
    before: Item | None = None
    for number, item in enumerate(film.items, 1):
        at, head = film.start + item.first, f"{number:03}"
        if item.dissolve and before is not None:
            out = before.source + before.frames
            yield _event(film, head, _reel(before, reels), "C       ", (out, out, at, at))
            kind = f"D    {item.dissolve:03}"
        else:
            kind = "C       "
        part = item.source, item.source + item.frames, at, film.start + item.last
        yield _event(film, head, _reel(item, reels), kind, part)
        if item.dissolve and before is not None:
            yield f"* FROM CLIP NAME: {before.name}"
            yield f"* TO CLIP NAME: {item.name}"
        else:
            yield f"* FROM CLIP NAME: {item.name}"
        yield f"* SOURCE FILE: {item.media.path.as_posix()}"
        words = plain_ascii(" ".join(item.words.split()))[:_WORDS]
        yield f"* LOC: {code_of(at, film.rate)} YELLOW  {words}".rstrip()
        before = item


def _event(
    film: Sequence, head: str, reel: str, kind: str, frames: tuple[int, int, int, int]
) -> str:
    codes = " ".join(code_of(frame, film.rate) for frame in frames)
    return f"{head}  {reel:<{_REEL}} V     {kind} {codes}"


def _reel(item: Item, reels: dict[Path, str]) -> str:
    """A name for its file that no other one has, of eight plain letters at most."""
    path = item.media.path
    if path not in reels:
        wish = re.sub(r"[^A-Z0-9_]", "", plain_ascii(item.media.id).upper())
        wish, number = wish[:_REEL] or "AX", 1
        name = wish
        while name in reels.values():
            number += 1
            name = f"{wish[: _REEL - len(str(number)) - 1]}_{number}"
        reels[path] = name
    return reels[path]
