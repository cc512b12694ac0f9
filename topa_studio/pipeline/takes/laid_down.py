"""Files of the user's own as first takes or panels of a film that is just made, and not open."""

from __future__ import annotations

import time
from pathlib import Path

from topa_studio.base.files import copy_durable, delete, replace, sha256_of, write_atomic
from topa_studio.base.regular import read_head
from topa_studio.media.apart import Apart
from topa_studio.media.sniff import SNIFF_BYTES, sniff
from topa_studio.model.take import OWN_FILE, Take
from topa_studio.pipeline.folder.layout import Layout
from topa_studio.pipeline.folder.receipts import write_own_receipt
from topa_studio.pipeline.job import Kind, Wish
from topa_studio.pipeline.takes.bring import examined, suffix_of

_MARK = 8


def lay_down(layout: Layout, kind: Kind, key: str, source: Path) -> None:
    """A copy of the file as take or panel 1 of a shot; the film finds it when it opens. Blocks.

    Raises:
        StudioError: it cannot be read, or is no clip (or picture) that can be shown.
        OSError: the disk does not take it.
    """
    suffix = suffix_of(kind, source)
    wish = Wish(kind, key, 1, layout.film)
    plain = layout.take(key, 1) if kind is Kind.CLIP else layout.panel(key, 1)
    plain.parent.mkdir(parents=True, exist_ok=True)
    staged = plain.with_name("own.media")
    copy_durable(source, staged)
    try:
        examined(staged, kind, source)
        if sniff(read_head(staged, SNIFF_BYTES)) == "webp":
            write_atomic(staged, Apart.shared().last_frame(staged))
        sha256 = sha256_of(staged)
        target = plain.with_name(f"{plain.stem}-{sha256[:_MARK]}{suffix}")
        take = Take(
            number=1,
            path=layout.relative(target),
            sha256=sha256,
            made_at=time.time(),
            origin=OWN_FILE,
        )
        write_own_receipt(target, wish, take, source.name)
        replace(staged, target)
    finally:
        delete(staged)
