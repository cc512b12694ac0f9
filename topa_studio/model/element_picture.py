"""One picture of an element as it is shown: what it is, what is wrong with it, what replaces it."""

from __future__ import annotations

from dataclasses import dataclass

from topa_studio.model.status import Stage, Trouble
from topa_studio.model.take import Take


@dataclass(frozen=True, slots=True)
class ElementPicture:
    """A picture that lies in an element's folder, or one that is only drawn or wished so far.

    Attributes:
        path: relative to the film's home; "" where there is no picture yet.
        file: the name of its file, also of one that is not there yet.
        called: the name of the element by which the file is called.
        key: of the wish that draws it once more, as the queue and `session.jobs` know it.
        number: N of `<Name>N`; None for a file of another name.
        words: which view it is, "front view"; "" where nobody knows.
        width, height: in pixels; 0: not looked at yet (`session.elements_changed` tells).
        credits: what it cost; None: nothing, or not known.
        trouble: what speaks against sending it; `can_mend`: `session.elements.mend` helps.
        is_sent: whether it goes with a clip: as many as the model takes, in their order.
        candidate: another picture that lies beside it until it is kept or put back.
        stage: how far the drawing of another one is: NOT_MADE where none is drawn.
        progress, since: 0..1, and seconds since 1970.
        failed: why the last drawing came to nothing, or waits for the user.
    """

    path: str
    file: str
    called: str = ""
    key: str = ""
    number: int | None = None
    words: str = ""
    sha256: str = ""
    width: int = 0
    height: int = 0
    credits: float | None = None
    trouble: Trouble | None = None
    can_mend: bool = False
    is_sent: bool = True
    candidate: Take | None = None
    stage: Stage = Stage.NOT_MADE
    progress: float = 0.0
    since: float = 0.0
    failed: Trouble | None = None


@dataclass(frozen=True, slots=True)
class TrashedPicture:
    """A picture of an element in the trash; its receipt lies beside it.

    Attributes:
        path: where it lies, relative to the film's home.
        file: the name that it had.
        since: when it was put there, in seconds since 1970.
        credits: what it cost; None: nothing, or not known.
        bytes: what it takes of the disk.
    """

    path: str
    file: str
    sha256: str
    since: float
    credits: float | None = None
    bytes: int = 0
