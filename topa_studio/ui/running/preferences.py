"""What the window remembers about itself, in one file of its own; never anything of a film."""

from __future__ import annotations

import asyncio
import json
import logging
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

import platformdirs

from topa_studio.base.files import write_atomic
from topa_studio.base.json_reader import read_json
from topa_studio.base.regular import read_regular

log = logging.getLogger(__name__)
RECENT_LIMIT = 10
ASKS = ("always", "dear", "never")
QUITTING = ("", "stay", "now")


@dataclass(frozen=True, slots=True)
class Preferences:
    """What is remembered from one start to the next.

    Attributes:
        geometry, docks: Qt's own words for the window's place and its docks, in base 64.
        view: which view of the film is shown; layouts: the docks of views but the timeline's.
        volume: 0..1 of the player. zoom: pixels a second on the timeline.
        recent: scenario files, the last opened first.
        titles: the titles of those films, in the same order.
        practised: those of them that were opened with the practice service.
        language: "en", "ru"; "" follows the system.
        theme: "dark", "light"; "" follows the system.
        text_percent: size of text, 100 to 200.
        dollars: whether credits are told in dollars beside.
        quitting: what quitting does while work is under way, one of `QUITTING`; "" asks.
        motion: whether things move, one of `motion.MOTIONS`.
        jobs: how many jobs are on their way at once; 0: as many as is usual.
        ask_single: when one shot is asked about before it is paid for: one of `ASKS`.
        noted: the first notes were shown.
        last_chosen: what was chosen last in the palette, newest first (`palette.entries`).
        keys: keys that the user has given to commands (`commands.keymap.KeyMap.told`).
        out: the last kind and options of films that were written (`out.remembered`).
        columns: of films whose shot list shows others than at the start (`shot_list.remembered`).
    """

    geometry: str = ""
    docks: str = ""
    view: str = "timeline"
    layouts: tuple[str, ...] = ()
    volume: float = 0.8
    zoom: int = 30
    recent: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    practised: tuple[str, ...] = ()
    language: str = ""
    theme: str = ""
    text_percent: int = 100
    dollars: bool = True
    quitting: str = ""
    motion: str = ""
    jobs: int = 0
    ask_single: str = "always"
    noted: bool = False
    out: tuple[str, ...] = ()
    last_chosen: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()

    def title_of(self, name: str) -> str:
        """The title of a film that was opened before; "" where it is not known."""
        return dict(zip(self.recent, self.titles, strict=False)).get(name, "")

    def with_title(self, scenario: Path, title: str) -> Preferences:
        """The same, with the title that a film has now."""
        titles = (title if n == str(scenario) else self.title_of(n) for n in self.recent)
        return replace(self, titles=tuple(titles))

    def with_recent(self, scenario: Path, *, practice: bool) -> Preferences:
        """The same, with `scenario` as the film that was opened last."""
        name = str(scenario)
        recent = (name, *(known for known in self.recent if known != name))[:RECENT_LIMIT]
        practised = [known for known in self.practised if known in recent and known != name]
        if practice:
            practised.append(name)
        titles = tuple(self.title_of(known) for known in recent)
        return replace(self, recent=recent, titles=titles, practised=tuple(practised))


def preferences_file() -> Path:
    """Where preferences lie for this user."""
    return platformdirs.user_config_path("topa-studio", appauthor=False) / "window.json"


class PreferenceStore:
    """The preferences in force, and their file; a damaged file counts as none."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or preferences_file()
        self.now = _read(self.path)
        self._lock = asyncio.Lock()

    def change(self, **values: Any) -> None:  # noqa: ANN401 - the fields of Preferences
        """Set fields; they are written by the next `save`."""
        self.now = replace(self.now, **values)

    def opened(self, scenario: Path, *, practice: bool) -> None:
        """Remember the film that was opened last, and how."""
        self.now = self.now.with_recent(scenario, practice=practice)

    def called(self, scenario: Path, title: str) -> None:
        """Remember the title that a film has now."""
        self.now = self.now.with_title(scenario, title)

    async def save(self) -> None:
        """Write the file off the loop; a full disk is logged, the window works on without."""
        async with self._lock:
            data = json.dumps(asdict(self.now), indent=2, ensure_ascii=False).encode()
            try:
                await asyncio.to_thread(write_atomic, self.path, data)
            except OSError:
                log.exception("preferences not written")


def _read(path: Path) -> Preferences:
    try:
        found = read_json(read_regular(path))
    except (OSError, ValueError):
        return Preferences()
    if not isinstance(found, dict):
        return Preferences()
    standard = Preferences()
    values: dict[str, Any] = {}
    for known in fields(Preferences):
        value = found.get(known.name)
        usual = getattr(standard, known.name)
        if isinstance(usual, tuple) and isinstance(value, list):
            values[known.name] = tuple(str(part) for part in value)
        elif isinstance(usual, float) and isinstance(value, int | float):
            values[known.name] = float(value)
        elif type(value) is type(usual):
            values[known.name] = value
    return Preferences(**values)
