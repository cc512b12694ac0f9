"""An element that gets another name keeps its pictures, and nothing is paid for again."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.support.open_film import one_element_film, opened
from topa_studio.app.session import ProjectSession
from topa_studio.document.edits import RenameElement
from topa_studio.model.wish import reference_images


def test_pictures_go_with_the_name_and_are_found_again_by_undo(tmp_path: Path) -> None:
    film = one_element_film(tmp_path / "film")

    async def main() -> None:
        async with opened(film, practice=True) as session:
            await session.make(reference_images("Topa"))
            assert len(session.element("Topa").pictures) == 2
            await session.edit("Rename", [RenameElement("Topa", "Misha")])
            await _has_two_pictures(session, "Misha")
            quote = session.quote(reference_images("Misha"))
            assert (quote.images, quote.credits) == (0, 0.0)
            await session.undo()
            await _has_two_pictures(session, "Topa")
            quote = session.quote(reference_images("Topa"))
            assert (quote.images, quote.credits) == (0, 0.0)

    asyncio.run(main())


async def _has_two_pictures(session: ProjectSession, name: str) -> None:
    async with asyncio.timeout(300):
        while len(session.element(name).pictures) < 2:  # noqa: ASYNC110 - a folder is looked at
            await asyncio.sleep(0.02)
