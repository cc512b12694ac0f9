"""The last kind and options of each film, as they are kept in the preferences: a JSON text each."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from topa_studio.film.export.choices import SIZES, SOUNDS, Choices, What, Words

MOST = 10


@dataclass(frozen=True, slots=True)
class Remembered:
    """What was chosen last for a film; `folder` "" is the film's own."""

    choices: Choices
    folder: str = ""


def remembered_of(kept: tuple[str, ...], film: Path) -> Remembered | None:
    """What is kept of a film; None: nothing, or nothing that can be read."""
    for text in kept:
        try:
            facts = json.loads(text)
            if facts["film"] == str(film):
                return _read(facts)
        except (ValueError, TypeError, KeyError):
            continue
    return None


def with_remembered(kept: tuple[str, ...], film: Path, last: Remembered) -> tuple[str, ...]:
    """The same, with this film's last choices first."""
    choices = last.choices
    facts = {
        "film": str(film),
        "what": choices.what,
        "size": choices.size,
        "captions": choices.captions,
        "numbers": choices.numbers,
        "even": choices.even,
        "sounds": choices.sounds,
        "leave_out": choices.leave_out,
        "folder": last.folder,
    }
    others = (text for text in kept if not _is_of(text, film))
    return (json.dumps(facts, ensure_ascii=False), *others)[:MOST]


def _is_of(text: str, film: Path) -> bool:
    try:
        return bool(json.loads(text)["film"] == str(film))
    except (ValueError, TypeError, KeyError):
        return True  # what cannot be read is not kept


def _read(facts: dict[str, Any]) -> Remembered:
    size = str(facts["size"])
    choices = Choices(
        what=What(facts["what"]),
        size=size if size in SIZES else "1080p",
        captions=Words(facts["captions"]),
        numbers=bool(facts["numbers"]),
        even=bool(facts["even"]),
        sounds=tuple(sound for sound in SOUNDS if sound in facts["sounds"]),
        leave_out=bool(facts["leave_out"]),
    )
    return Remembered(choices, str(facts["folder"]))
