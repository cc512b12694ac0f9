"""What is done at a seam: the frame is taken over by an edit, or kept as a panel or picture."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from topa_studio.base.errors import MediaError, StudioError
from topa_studio.document.edits import Edit, SetField, ShotTarget, UnsetField
from topa_studio.film.ladder import Source
from topa_studio.film.seams import Seam
from topa_studio.film.span import time_code
from topa_studio.media.apart import Apart
from topa_studio.ui.desk import Desk
from topa_studio.ui.seam.act import edits_for
from topa_studio.ui.seam.saving import save_frame
from topa_studio.ui.words import sentence

translate = QCoreApplication.translate


class SeamActs:
    """Through the desk: each is one step, or tells why not."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def start(self, seam: Seam, inside: int) -> None:
        """Have the second shot start from frame `inside` of the first; nothing is sent."""
        desk = self._desk
        edits = edits_for(desk.film, seam, inside)
        names = {"number": seam.after.number, "before": seam.before.number}

        async def work() -> None:
            label = translate("Seam", "Start {number} from a frame of {before}")
            await desk.edit(label.format(**names), *edits)
            told = translate("Seam", "{number} starts from a frame of {before}")
            desk.tell_undoable(told.format(**names))

        desk.start(work)

    def keep_as_panel(self, seam: Seam, inside: int) -> None:
        """Keep frame `inside` of the first shot as the second one's panel: free, undoable."""
        cut, desk = seam.before, self._desk
        if cut.source is not Source.CLIP or not desk.editable:
            return
        clip, moment = desk.session.path(cut.path), cut.place_in_file(inside)
        key, number = seam.after.key, seam.after.number

        async def work() -> None:
            try:
                with tempfile.TemporaryDirectory(prefix="topa-frame-") as folder:
                    picture = Path(folder, f"{cut.number} {number}.png")
                    png = await asyncio.to_thread(Apart.shared().frame_at, clip, moment)
                    await asyncio.to_thread(picture.write_bytes, png)
                    ref = await desk.session.takes.bring(key, picture, panel=True)
            except MediaError:
                desk.tell(translate("Seam", "The frame could not be kept: no clip there"))
            except (OSError, StudioError) as error:
                words = translate("Seam", "The frame could not be kept: {reason}")
                told = sentence(error.code, error.params) if isinstance(error, StudioError) else ""
                desk.tell(words.format(reason=told or error))
            else:
                if desk.film.shot(key).panel is not None:
                    await desk.session.takes.choose(ref)
                words = translate("Seam", "The frame is the panel of {number} now")
                desk.tell_undoable(words.format(number=number))

        desk.start(work)

    def own_panel(self, seam: Seam) -> None:
        """Have the second shot start from its own panel again: an edit, which sends nothing."""
        target, desk = ShotTarget(seam.after.key), self._desk
        edits: list[Edit] = [SetField(target, "start", "panel")]
        if desk.film.shot(seam.after.key).start_at is not None:
            edits.append(UnsetField(target, "start_at"))
        number = seam.after.number

        async def work() -> None:
            label = translate("Seam", "Start {number} from its panel")
            await desk.edit(label.format(number=number), *edits)
            told = translate("Seam", "{number} starts from its panel")
            desk.tell_undoable(told.format(number=number))

        desk.start(work)

    def save(self, seam: Seam, inside: int) -> None:
        """Keep frame `inside` of the first shot as a picture of its own."""
        cut, desk = seam.before, self._desk
        if cut.source is not Source.CLIP or not desk.editable:
            return
        files = desk.session.path
        clip, moment = files(cut.path), cut.place_in_file(inside)
        name = f"{cut.number} {time_code(inside, cut.rate)}".replace(":", "-")

        async def work() -> None:
            try:
                saved = await asyncio.to_thread(save_frame, clip, moment, files(""), name)
            except MediaError:
                desk.tell(translate("Seam", "The picture could not be saved: no clip there"))
            except OSError as error:
                words = translate("Seam", "The picture could not be saved: {reason}")
                desk.tell(words.format(reason=error.strerror or error))
            else:
                words = translate("Seam", "Saved as {file}")
                desk.tell(words.format(file=f"{saved.parent.name}/{saved.name}"))

        desk.look(work)
