"""Every format by its name: how it is written, how it is read, which file is which."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

from topa_studio.base.errors import ProjectError
from topa_studio.film.interchange.losses import EDL, ENDINGS, FCP7, FCPXML, OTIO
from topa_studio.film.interchange.returned import Returned
from topa_studio.film.interchange.sequence import Sequence

Writer = Callable[[Sequence, Path], bytes]
Reader = Callable[[bytes, Path, Fraction], Returned]

_XML_HEAD = 65_536


def written(kind: str, film: Sequence, out: Path) -> bytes:
    """The sequence as a file of this kind that will lie at `out`."""
    return _writer(kind)(film, out)


def _writer(kind: str) -> Writer:
    """Loaded when it is asked for: most exports need one of them."""
    match kind:
        case "otio":
            from topa_studio.film.interchange.otio import write_otio

            return write_otio
        case "fcpxml":
            from topa_studio.film.interchange.fcpxml import write_fcpxml

            return write_fcpxml
        case "fcp7":
            from topa_studio.film.interchange.fcp7 import write_fcp7

            return write_fcp7
        case "edl":
            from topa_studio.film.interchange.edl import write_edl

            return write_edl
    raise KeyError(kind)


def kind_of(path: Path, data: bytes) -> str:
    """Which kind of edit a file is, by its name, else by what is in it.

    Raises:
        ProjectError: it is none.
    """
    if not data.strip():
        raise ProjectError("interchange.empty", path=str(path))
    ending = path.suffix.casefold()
    if ending == ENDINGS[OTIO]:
        return OTIO
    if ending == ENDINGS[EDL]:
        return EDL
    head = data[:_XML_HEAD].replace(b"\0", b"")
    if ending == ENDINGS[FCPXML] or b"<fcpxml" in head:
        return FCPXML
    if b"<xmeml" in head:
        return FCP7
    raise ProjectError("interchange.no-edit", path=str(path))


def read(kind: str, data: bytes, folder: Path, rate: Fraction) -> Returned:
    """A file of this kind as an edit; `rate` is the film's.

    Raises:
        ProjectError: it cannot be read.
    """
    return _reader(kind)(data, folder, rate)


def _reader(kind: str) -> Reader:
    match kind:
        case "otio":
            from topa_studio.film.interchange.otio_reading import read_otio

            return read_otio
        case "fcpxml":
            from topa_studio.film.interchange.fcpxml_reading import read_fcpxml

            return read_fcpxml
        case "fcp7":
            from topa_studio.film.interchange.fcp7_reading import read_fcp7

            return read_fcp7
        case "edl":
            from topa_studio.film.interchange.edl_reading import read_edl

            return read_edl
    raise KeyError(kind)
