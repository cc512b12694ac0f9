"""Sample scripts, and what of a script's words a film has."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from topa_studio.film.scripts.beats import TITLE_KEYS
from topa_studio.film.scripts.breakdown import Breakdown
from topa_studio.film.scripts.headings import heading_of
from topa_studio.film.scripts.reading import read_script
from topa_studio.film.scripts.script import Kind, Script

FOLDER = Path(__file__).parents[1] / "data" / "scripts"
SAMPLES = sorted(path.name for path in FOLDER.iterdir())
_WORD = re.compile(r"[^\W_]+")
# "(CONT'D)" says nothing that the lines do not; a title page's "Title" is the film's title.
_SAID_OTHERWISE = ("cont", "d")


def sample(name: str) -> Script:
    """One of the sample scripts."""
    return read_script((FOLDER / name).read_bytes(), name)


def words_of(text: str) -> Counter[str]:
    """The words of a text."""
    return Counter(word.casefold() for word in _WORD.findall(text))


def lost(script: Script, film: Breakdown) -> Counter[str]:
    """Words of the script that stand nowhere in the film."""
    has: Counter[str] = words_of(film.title)
    for scene in film.scenes:
        has += words_of(f"{scene.title} {scene.background} {scene.lighting} {scene.notes}")
        for shot in scene.shots:
            has += words_of(f"{shot.title} {shot.prompt} {shot.notes}")
            # A speech stands in the prompt and in the lines: once is enough.
            said = " ".join(f"{line.text} {line.tone}" for line in shot.lines)
            has += words_of(said) - words_of(shot.prompt)
    wanted: Counter[str] = Counter()
    for part in script.parts:
        text = part.text
        if part.kind is Kind.HEADING:
            said = heading_of(text)
            text = f"{said.place} {said.time}"
        mark = part.mark if part.mark.lower() not in TITLE_KEYS else ""
        wanted += words_of(" ".join((text, *part.asides, mark if mark != "centred" else "")))
    for word in _SAID_OTHERWISE:
        wanted.pop(word, None)
    return wanted - has
