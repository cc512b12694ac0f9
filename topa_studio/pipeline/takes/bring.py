"""A clip or picture of the user's own becomes a take: looked at as a stranger's file, and copied.

It counts nothing as spent, and is never out of date: no request made it.
"""

from __future__ import annotations

import asyncio
import secrets
import time
from dataclasses import dataclass, field
from pathlib import Path

from topa_studio.base.closing import to_the_end
from topa_studio.base.errors import MediaError, StudioError
from topa_studio.base.files import copy_durable, sha256_of, write_atomic
from topa_studio.base.files import replace as move
from topa_studio.base.regular import read_head, regular
from topa_studio.media.apart import Apart
from topa_studio.media.probe import Probe
from topa_studio.media.sniff import SNIFF_BYTES, sniff
from topa_studio.model.take import OWN_FILE, Take
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.folder.layout import Layout
from topa_studio.pipeline.folder.picture_check import size_trouble
from topa_studio.pipeline.folder.receipts import write_own_receipt
from topa_studio.pipeline.job import Kind, Wish
from topa_studio.pipeline.own_pictures import OwnPicture
from topa_studio.pipeline.state.kept import Kept

_SUFFIXES = {
    Kind.CLIP: {"mp4": ".mp4", "webm": ".webm"},
    Kind.PANEL: {"png": ".png", "jpeg": ".jpg", "webp": ".png"},
}
_NOT_OF_THE_KIND = {Kind.CLIP: "pipeline.own-no-clip", Kind.PANEL: "pipeline.own-no-picture"}
_MOST_BYTES = 2 * 1024**3
_STAGED = "own-*.media"
_MARK = 8


@dataclass(frozen=True, slots=True)
class Bringing:
    """Brings files of the user's own into one film's folder, one after the other."""

    kept: Kept
    board: Board
    layout: Layout
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def bring(
        self, kind: Kind, key: str, source: Path, wanted: OwnPicture | None = None
    ) -> Take:
        """A copy of the file as the shot's newest take or panel.

        Args:
            wanted: what is asked of a panel.

        Raises:
            StudioError: it cannot be read, is no clip (or picture) that can be shown, or too large
                or too small.
            OSError: the disk does not take it.
        """
        async with self._turn:
            return await to_the_end(self._bring(kind, key, source, wanted))

    async def _bring(self, kind: Kind, key: str, source: Path, wanted: OwnPicture | None) -> Take:
        staged, suffix = await asyncio.to_thread(self._stage, kind, source, wanted)
        with self.board.number(kind, key) as number:
            wish = Wish(kind, key, number, self.layout.film)
            take = await asyncio.to_thread(self._place, wish, staged, suffix, source.name)
            await self.kept.add_take(wish, take)
        return take

    def _stage(self, kind: Kind, source: Path, wanted: OwnPicture | None) -> tuple[Path, str]:
        """A copy that is looked at before anybody else opens it, and how its name ends."""
        suffix = suffix_of(kind, source)
        folder = self.layout.own(self.layout.output / ".topa" / "incoming" / "any").parent
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.glob(_STAGED):
            left.unlink(missing_ok=True)  # of a run that was ended in the middle of it
        staged = folder / _STAGED.replace("*", secrets.token_hex(8))
        copy_durable(source, staged)
        try:
            facts = examined(staged, kind, source)
            trouble = None if wanted is None else size_trouble(wanted, facts)
            if trouble is not None:
                raise StudioError(trouble.code, **trouble.params)
            if sniff(read_head(staged, SNIFF_BYTES)) == "webp":
                # The models that make clips take no WebP: a PNG of the same pixels.
                write_atomic(staged, Apart.shared().last_frame(staged))
        except BaseException:
            staged.unlink(missing_ok=True)
            raise
        return staged, suffix

    def _place(self, wish: Wish, staged: Path, suffix: str, name: str) -> Take:
        sha256 = sha256_of(staged)
        place = self.layout.take if wish.kind is Kind.CLIP else self.layout.panel
        plain = place(wish.key, wish.number)
        # By what is in it: another computer may bring a file of the same number.
        target = self.layout.own(plain.with_name(f"{plain.stem}-{sha256[:_MARK]}{suffix}"))
        take = Take(
            number=wish.number,
            path=self.layout.relative(target),
            sha256=sha256,
            made_at=time.time(),
            origin=OWN_FILE,
        )
        target.parent.mkdir(parents=True, exist_ok=True)
        write_own_receipt(target, wish, take, name)
        move(staged, target)
        return take


def suffix_of(kind: Kind, source: Path) -> str:
    """How the name of a copy of the file ends. Raises StudioError: it is nothing of the kind."""
    try:
        size = regular(source).stat().st_size
        found = _SUFFIXES[kind].get(sniff(read_head(source, SNIFF_BYTES)) or "")
    except OSError as error:
        reason = error.strerror or str(error)
        raise StudioError("pipeline.own-no-file", path=str(source), reason=reason) from error
    if found is None:
        raise StudioError(_NOT_OF_THE_KIND[kind], path=str(source))
    if size > _MOST_BYTES:
        limit = _MOST_BYTES // 1024**3
        raise StudioError("pipeline.own-too-large", path=str(source), limit=limit)
    return found


def examined(staged: Path, kind: Kind, source: Path) -> Probe:
    """Its facts. Raises StudioError: it is not what its first bytes say, or breaks who opens it.

    Half a picture is none: a clip would be paid for that starts from it.
    """
    wanted = "clip" if kind is Kind.CLIP else "picture"
    apart = Apart.shared()
    try:
        facts = apart.examine(staged) if kind is Kind.CLIP else apart.look(staged)
    except MediaError as error:
        params = {**error.params, "path": str(source)}
        raise StudioError(error.code, **params) from error
    if facts.kind != wanted:
        raise StudioError(_NOT_OF_THE_KIND[kind], path=str(source))
    return facts
