"""What was: deleted shots, scenes and elements, and earlier versions of the film's file."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from topa_studio.app.file.difference import Difference, difference
from topa_studio.app.file.film_file import FilmFile
from topa_studio.app.file.trash import Trashed
from topa_studio.base.errors import DocumentError
from topa_studio.base.files import write_atomic
from topa_studio.base.regular import read_regular
from topa_studio.base.yaml_reader import decode, parse
from topa_studio.document.document import Document, DocumentChange
from topa_studio.document.edits import Edit
from topa_studio.document.history.backups import Backup

Edited = Awaitable[DocumentChange | None]


class Past:
    """Lists what can be had back, and brings it back as undoable steps.

    `edit` and `replace_text` are the session's own ways to change the document.
    """

    def __init__(
        self,
        document: Document,
        file: FilmFile,
        edit: Callable[[str, Sequence[Edit]], Edited],
        replace_text: Callable[[str, str], Edited],
    ) -> None:
        self._document = document
        self._file = file
        self._edit = edit
        self._replace_text = replace_text

    async def trash(self) -> tuple[Trashed, ...]:
        """Deleted shots, scenes and elements, the newest first. Raises OSError."""
        return await self._file.trash.listing()

    async def restore(self, trashed: Trashed) -> DocumentChange | None:
        """Bring something back from the trash; its takes were never away.

        Raises:
            ProjectError: it is not in the trash any more.
            DocumentError: the film has no place for it.
        """
        found = await self._file.trash.brought_back(trashed)
        if isinstance(found, str):
            return await self._replace_text("Restore", found)
        return await self._edit("Restore", found)

    async def backups(self) -> tuple[Backup, ...]:
        """Copies of the film's file, the newest first. Raises OSError."""
        return await self._file.keeping.backups()

    async def differs(self, backup: Backup) -> Difference:
        """What bringing a copy back would change; nothing is changed.

        Raises:
            OSError, DocumentError: the copy cannot be read.
        """
        now, film = self._document.source.text, self._document.scenario
        other = await _text(backup)
        return await asyncio.to_thread(difference, now, film, other, self._document.path.stem)

    async def bring_back(self, backup: Backup) -> DocumentChange | None:
        """The film as a copy of its file has it.

        Where the film's text cannot be read now, there is no step to undo: that text is kept as
        a copy, and the file becomes the one that comes back.

        Raises:
            ProjectError: the film may only be looked at.
            OSError, DocumentError: the copy cannot be read.
        """
        data = await asyncio.to_thread(read_regular, backup.path)
        try:
            return await self._replace_text("Earlier version", decode(data).text)
        except DocumentError:
            if self._document.is_readable:
                raise
        await self._put_over(data)
        return None

    async def _put_over(self, data: bytes) -> None:
        file, document = self._file, self._document
        parse(decode(data).text)
        async with file.saver.writing:
            await file.keeping.backup(document.to_bytes())
            await asyncio.to_thread(write_atomic, document.path, data)
            await file.outside.look_locked()


async def _text(backup: Backup) -> str:
    return decode(await asyncio.to_thread(read_regular, backup.path)).text
