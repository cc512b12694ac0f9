"""Keeps FFmpeg from writing on the terminal: what matters of a damaged clip is told in the window.

Qt brings an FFmpeg of its own, which is as loud as FFmpeg is by itself ("Packet corrupt").
"""

from __future__ import annotations

import ctypes
import logging
import os
from pathlib import Path

from PySide6.QtCore import QLibraryInfo

_QUIET = -8
_PLACES = (QLibraryInfo.LibraryPath.LibrariesPath, QLibraryInfo.LibraryPath.BinariesPath)
_NAMES = ("libavutil.so.*", "libavutil.*.dylib", "avutil-*.dll")
log = logging.getLogger(__name__)


def be_quiet() -> None:
    """Silence Qt's FFmpeg, unless its words were asked for (QT_FFMPEG_DEBUG)."""
    if "QT_FFMPEG_DEBUG" in os.environ:
        return
    folders = [Path(QLibraryInfo.path(place)) for place in _PLACES]
    found = (path for folder in folders for name in _NAMES for path in sorted(folder.glob(name)))
    library = next(found, None)
    if library is None:
        return
    try:
        ctypes.CDLL(str(library)).av_log_set_level(_QUIET)
    except (OSError, AttributeError) as error:
        log.debug("FFmpeg stays loud: %s", error)
