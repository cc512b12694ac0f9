"""What flows ask of the open film; `app` answers it."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from topa_studio.model.scenario import Scenario
from topa_studio.model.status import Trouble
from topa_studio.pipeline.board import Board, Subject
from topa_studio.pipeline.compose import Setup
from topa_studio.pipeline.folder.layout import Layout
from topa_studio.pipeline.folder.pictures import Pictures


class Film(Protocol):
    """What flows ask of the open film, anew at each step."""

    board: Board
    layout: Layout
    pictures: Pictures

    @property
    def scenario(self) -> Scenario:
        """The film as it is now."""
        ...

    @property
    def setup(self) -> Setup:
        """What composing needs beside it, as it is now."""
        ...

    def why_not(self, subject: Subject) -> Trouble | None:
        """What is wrong with a shot or element, of which nothing is sent then."""
        ...

    def may_send(self, path: Path) -> bool:
        """Whether a picture may be uploaded."""
        ...

    async def carried(self) -> None:
        """Wait until renamed elements have their pictures."""
        ...

    async def rescan(self) -> None:
        """Look at the folders again."""
        ...
