"""What the page of a new film asks for: a title and a place, and what the film begins with."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from topa_studio.app.films import NewFilm
from topa_studio.app.scripts.making import Making
from topa_studio.app.scripts.sources import DrawnSource, FilmSource, ScriptSource, Source
from topa_studio.film.scripts.breakdown import USUAL, Breakdown, Choices

NOTHING, SCRIPT, FOLDER, STORYBOARDER = "nothing", "script", "folder", "storyboarder"
STARTS = (NOTHING, SCRIPT, FOLDER, STORYBOARDER)


@dataclass(frozen=True, slots=True)
class Found:
    """What was read, and the film it becomes; `film` is None where it is one already."""

    source: Source
    film: Breakdown | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A new film as the page says it.

    Attributes:
        wish: its title, format and place.
        start: one of `STARTS`.
        found: what it is made of, once it is read.
        text: what stands in the field of the script.
    """

    wish: NewFilm
    start: str = NOTHING
    found: Found | None = None
    choices: Choices = USUAL
    text: str = ""

    def making(self, *, practised: bool) -> Making | None:
        """What the film is made of; None: of nothing, or it is there already."""
        source = None if self.found is None or self.start == NOTHING else self.found.source
        if isinstance(source, ScriptSource | DrawnSource):
            return Making(source, self.choices, practised)
        return None

    @property
    def there(self) -> FilmSource | None:
        """The film that is only opened."""
        source = None if self.found is None or self.start == NOTHING else self.found.source
        return source if isinstance(source, FilmSource) else None


def start_of(found: Found | None) -> str:
    """The start that what was read belongs to; "": nothing was read."""
    match found.source if found is not None else None:
        case ScriptSource():
            return SCRIPT
        case DrawnSource(is_drawn=drawn):
            return STORYBOARDER if drawn else FOLDER
        case FilmSource():
            return FOLDER
        case _:
            return ""


def amount(scenes: int, shots: int) -> str:
    """So many scenes and shots."""
    translate = QCoreApplication.translate
    words = (
        translate("NewFilmPage", "%n scenes", "", scenes),
        translate("NewFilmPage", "%n shots", "", shots),
    )
    return ", ".join(words)


def clock(seconds: float) -> str:
    """A length as minutes and whole seconds."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"
