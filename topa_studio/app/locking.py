"""Becoming the one who writes a film: all the locks it takes, or none of them."""

from __future__ import annotations

from collections.abc import Iterator
from os.path import normpath, realpath
from pathlib import Path

from topa_studio.app.project import OutputLock
from topa_studio.base.errors import ProjectError
from topa_studio.base.files import is_link
from topa_studio.model.status import reason_of
from topa_studio.pipeline.folder.layout import Layout


class FilmLocks:
    """The lock of a film's output, and those of whoever else makes pictures in its elements folder.

    An elements folder that lies apart has a lock of its own, since films with other outputs may
    share it. Where it lies inside the output of another film, that film's lock counts too.
    """

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._held: list[OutputLock] = []

    def take(self, what: str, *, must: bool) -> str:
        """Become the writer; else who is, or which folder cannot be written.

        Args:
            what: who this is ("the window", "run-all").
            must: being the writer is a must.

        Raises:
            ProjectError: it must be, and cannot: it names the folder, and who is working in it.
        """
        for path in self._wanted():
            lock, folder = OutputLock(path), str(path.parent.parent)
            try:
                if lock.take(what):
                    self._held.append(lock)
                    continue
            except OSError as error:
                self.release()
                if must:
                    reason = reason_of(error)
                    raise ProjectError(
                        "project.not-writable", path=folder, reason=reason
                    ) from error
                return folder
            self.release()
            holder = lock.holder()
            if must:
                raise ProjectError("project.held", path=folder, holder=holder.what, pid=holder.pid)
            return holder.what
        return ""

    def release(self) -> None:
        """Let others write."""
        while self._held:
            self._held.pop().release()

    def _wanted(self) -> Iterator[Path]:
        """Each is looked for when those before it are held: of two films one finds the other's."""
        layout = self._layout
        yield layout.lock
        output, elements = (Path(normpath(p)) for p in (layout.output, layout.elements))
        if elements.is_relative_to(output):
            # A link in there is told and never written through, so no lock is put behind it.
            linked = is_link(elements) or elements == output
            if not linked and layout.elements_lock.exists():
                yield layout.elements_lock
            return
        yield layout.elements_lock
        for folder in Path(realpath(elements)).parents:
            around = layout.lock_in(folder)
            if around.exists():
                yield around
