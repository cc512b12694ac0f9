"""Rich progress bars: one a running shot or element, gone when it ends."""

from __future__ import annotations

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from topa_studio.base.visible import visible


class Bars:
    """The bars on a terminal."""

    def __init__(self) -> None:
        self._console = Console()
        self._progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(bar_width=32),
            TextColumn("{task.fields[stage]}"),
            TimeElapsedColumn(),
            console=self._console,
        )
        self._lines: dict[str, TaskID] = {}

    def start(self) -> None:
        """Begin to draw."""
        self._progress.start()

    def stop(self) -> None:
        """Draw for the last time."""
        self._progress.stop()

    def show(self, name: str, text: str, stage: str, share: float, *, running: bool) -> None:
        """Show one line; a finished one becomes text above the bars."""
        line, text, stage = self._lines.get(name), visible(text), visible(stage)
        if running:
            if line is None:
                line = self._progress.add_task(text, total=1.0, stage=stage)
                self._lines[name] = line
            self._progress.update(line, completed=share, description=text, stage=stage)
        elif line is not None:
            self._progress.remove_task(line)
            del self._lines[name]
            self._say(f"{text}: {stage}")

    def print(self, text: str) -> None:
        """A line above the bars."""
        self._say(text)

    def _say(self, text: str) -> None:
        # Titles are the user's words: no bracket of theirs is a colour of ours.
        self._progress.print(visible(text), markup=False, highlight=False)
