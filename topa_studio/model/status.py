"""How far each shot and element is: values that both fronts show."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum

from topa_studio.base.words import Told, is_told
from topa_studio.model.change import Cause
from topa_studio.model.currency import CREDITS, Currency
from topa_studio.model.take import Take
from topa_studio.model.wish import Kind, Variant, Wish


class Stage(StrEnum):
    """The states of a shot card, in the words of the screen."""

    EMPTY = "empty"
    NOT_MADE = "not made yet"
    MISSING = "missing"
    IN_LINE = "in line"
    SENDING = "sending"
    DRAWING = "drawing"
    DOWNLOADING = "downloading"
    MADE = "made"
    FAILED = "failed"
    NEEDS_YOU = "needs you"


RUNNING = frozenset({Stage.IN_LINE, Stage.SENDING, Stage.DRAWING, Stage.DOWNLOADING})


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why something failed or waits for the user: a code with parameters (`base.words`).

    A parameter may be a trouble itself: both fronts put it into the words of their language.
    """

    code: str
    params: Mapping[str, object] = field(default_factory=dict)

    @classmethod
    def of(cls, error: Told) -> Trouble:
        """An error's own words, to be told inside others."""
        return cls(error.code, error.params)

    def plain(self) -> list[object]:
        """For JSON: the code and its parameters, with troubles inside as mappings."""
        params = self.params.items()
        told = {k: {"told": Trouble.of(v).plain()} if is_told(v) else v for k, v in params}
        return [self.code, told]

    @classmethod
    def from_plain(cls, code: str, params: Mapping[str, object]) -> Trouble:
        """What `plain` gave."""
        return cls(code, {name: _inner(value) for name, value in params.items()})


def _inner(value: object) -> object:
    match value:
        case {"told": [str() as code, dict() as params]}:
            return Trouble.from_plain(code, params)
    return value


DISK_FULL = Trouble("project.disk-full")
"""Why nothing can be written, inside another sentence."""


def reason_of(error: Exception) -> object:
    """What broke, to be told inside another sentence: its own words, ours, else the system's."""
    if is_told(error):
        return Trouble.of(error)
    if getattr(error, "sqlite_errorname", "") == "SQLITE_FULL":
        return DISK_FULL
    if not isinstance(error, OSError) or error.strerror is None:
        return str(error)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DISK_FULL
    if error.filename is None:
        return error.strerror
    if error.errno == errno.EROFS:
        return Trouble("project.only-read", {"path": str(error.filename)})
    return f"{error.strerror}: {error.filename}"


EMPTY = Trouble("document.K01")
"""Why a shot that does not say yet what happens is not sent."""

IS_STILL = Trouble("pipeline.is-still")
"""Why a shot that is a picture of the user's own is not sent."""


@dataclass(frozen=True, slots=True)
class ShotStatus:
    """One shot. `progress` is 0..1; `since` is when the running job began (seconds since 1970).

    `barred`: its very request was charged and failed, or refused for its content.
    `fetched` is the share of bytes of a clip that is on its way.
    `takes` are those that are there; those in the trash are in `trashed`.
    `mistake` is why it cannot be sent as it is written, however far it is.
    `changed` says why the chosen take is out of date, as far as that is known; while `undecided`
    the user is asked whether it shall be.
    `panel_stage` is how far its panel is, made for its clip or alone; `stage` is all of the shot.
    """

    key: str
    stage: Stage = Stage.NOT_MADE
    progress: float = 0.0
    since: float = 0.0
    trouble: Trouble | None = None
    takes: tuple[Take, ...] = ()
    chosen: Take | None = None
    panel: Take | None = None
    out_of_date: bool = False
    barred: bool = False
    mistake: Trouble | None = None
    fetched: float = 0.0
    changed: tuple[Cause, ...] = ()
    trashed: tuple[Take, ...] = ()
    panel_stage: Stage = Stage.NOT_MADE
    undecided: bool = False


def is_missing(status: ShotStatus, *, locked: bool) -> bool:
    """Whether a press on "missing" makes this shot: what needs the user is not sent by itself.

    One that does not say yet what happens is not missing: there is nothing to make.
    """
    at_rest = status.stage not in RUNNING | {Stage.NEEDS_YOU, Stage.EMPTY, Stage.MADE}
    return at_rest and status.chosen is None and not (locked or status.barred)


@dataclass(frozen=True, slots=True)
class ElementStatus:
    """One element: its pictures (paths relative to home), how many it will have, and a hint."""

    name: str
    stage: Stage = Stage.NOT_MADE
    pictures: tuple[str, ...] = ()
    wanted: int = 0
    progress: float = 0.0
    trouble: Trouble | None = None
    hint: Trouble | None = None


@dataclass(frozen=True, slots=True)
class JobStatus:
    """One line of the queue. `number` is the shot's "2.3" or the element's name.

    `waits` says why nothing goes on at this moment, where something is waited for. What is not
    `sent` stands in line here, and costs nothing. `variant` is which of several wished at once.
    """

    id: int
    kind: str
    key: str
    stage: Stage
    progress: float
    since: float
    trouble: Trouble | None = None
    waits: Trouble | None = None
    sent: bool = False
    variant: Variant | None = None


@dataclass(frozen=True, slots=True)
class Consent:
    """What the user allowed for one press, beyond what the guards of money let pass by themselves.

    Attributes:
        unknown: send again what "needs you", though the lost request may be charged as well.
        same: make again what has a take from the very same request.
        barred: send again the very request that was charged and failed, or refused for its
            content; a press on that shot alone allows it, a batch never does.
        no_price: send what nobody knows the price of.
        shown: credits that stood beside the button; what costs more is asked about, not sent.
            None: no price was shown.
    """

    unknown: bool = False
    same: bool = False
    barred: bool = False
    no_price: bool = False
    shown: float | None = None

    def words(self) -> str:
        """What is allowed, for the record: "unknown same"; "" for nothing."""
        return " ".join(part.name for part in fields(self) if getattr(self, part.name) is True)


NO_CONSENT = Consent()


@dataclass(frozen=True, slots=True)
class Dearer:
    """A press of which nothing was sent, since it would cost more than was shown with it.

    Attributes:
        consent: what was allowed with it; `shown` in it is what was shown.
        cost: credits it would cost now.
    """

    wishes: tuple[Wish, ...]
    consent: Consent
    cost: float


@dataclass(frozen=True, slots=True)
class Run:
    """A command or batch of several steps: its name in the record, and what it may spend at most.

    `budget` is in credits; None: as much as the film and the day allow.
    """

    id: str
    budget: float | None = None


@dataclass(frozen=True, slots=True)
class Money:
    """Credits of the film: of what is not sent yet, of what was, what is left (None: unknown).

    `scope` says what has no more than that left: "film" and "day" are budgets, "account" is the
    balance, "practice" that of the practice service; "" where nothing is known.

    Attributes:
        balance: credits on the account; None: not known.
        low: whether less than a tenth of a budget is left.
    """

    estimated: float | None
    spent: float
    left: float | None
    scope: str = ""
    balance: float | None = None
    low: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """What a press would make and cost; `credits` None where a price is not known.

    Attributes:
        wishes: what can be sent.
        images: pictures that are made, on the way to clips too.
        seconds: of the clips.
        blocked: what cannot be sent, with the reason.
        left: credits the tightest budget still has; None: nothing limits it.
        scope: which budget that is: "film", "day", "run"; "" for none.
        fits, rest: of `wishes`, what that budget still holds, in their order, and what not.
        same: those whose very request has a take already, with the take's number; they are made
            again with `Consent.same` only, and are neither in `fits` nor in `rest`.
        lost: those whose result was paid for, is gone from the disk, and is not kept by the
            service any more; made again with `Consent.same` only. They are among the blocked, too.
        unpriced: those of which a price is not known; made with `Consent.no_price` only.
        learned: whether a price is from the film's receipts instead of the dated table.
        priced_on: the oldest date of a price, "2026-08-22".
        currency: whose money it is told in; `credits` and `left` are in credits all the same.
    """

    wishes: tuple[Wish, ...]
    images: int
    seconds: int
    credits: float | None
    blocked: Mapping[Wish, Trouble] = field(default_factory=dict)
    left: float | None = None
    scope: str = ""
    fits: tuple[Wish, ...] = ()
    rest: tuple[Wish, ...] = ()
    same: Mapping[Wish, int] = field(default_factory=dict)
    lost: tuple[Wish, ...] = ()
    unpriced: tuple[Wish, ...] = ()
    learned: bool = False
    priced_on: str = ""
    currency: Currency = CREDITS

    @property
    def shots(self) -> tuple[str, ...]:
        """Keys of the shots whose clips can be sent."""
        return tuple(wish.key for wish in self.wishes if wish.kind is Kind.CLIP)
