"""What is put on paper: which shots, into which files, how large; worked out, nothing opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from topa_studio.base.errors import ProjectError
from topa_studio.film.composition import Composition
from topa_studio.film.export.choices import Choices, Words
from topa_studio.film.export.facts import Known
from topa_studio.film.export.plan import Plan, plan_of
from topa_studio.film.export.unread import Unread
from topa_studio.film.ladder import Source
from topa_studio.film.paper.choices import Column, Paper, PaperChoices, PaperShot
from topa_studio.film.paper.table import has_pictures
from topa_studio.film.span import Span

ENDINGS = {Paper.PDF: ".pdf", Paper.CONTACT: ".png", Paper.REVIEW: ".html"}
TABLES = (".xlsx", ".csv")
A_SHEET = 60
"""Shots on one contact sheet at most."""

_BASE64 = 4 / 3
# Bytes, as measured (docs/paper.md): a page's head and fonts, a row, a picture of each kind.
_HEAD = {Paper.PDF: 60_000, Paper.SHOT_LIST: 12_000, Paper.CONTACT: 30_000, Paper.REVIEW: 30_000}
_WORDS_BYTES = 600
_PICTURE_BYTES = {
    Paper.SHOT_LIST: 8_000, Paper.CONTACT: 55_000, Paper.REVIEW: 14_000 * _BASE64,
}  # fmt: skip
_PAGE_BYTES = 250_000
_SECONDS_A_PICTURE, _START_SECONDS = 0.03, 0.6
# A small copy has so much less than what is worked out for an ordinary one of its size.
_SMALL = 0.4


@dataclass(frozen=True)
class PaperPlan:
    """One piece of paper.

    Attributes:
        film: the film whose pictures are shown.
        shots: what is written, in order.
        movie: the film as it is packed into a review page; None: it is none.
        missing, unread: as those of an export's `Plan`.
    """

    choices: PaperChoices
    title: str
    film: Composition
    shots: tuple[PaperShot, ...]
    movie: Plan | None = None
    missing: tuple[str, ...] = ()
    unread: Unread = field(default_factory=Unread)
    about_bytes: int = 0
    about_seconds: float = 0.0

    @property
    def pictures(self) -> Plan:
        """The film as whoever makes its pictures knows it."""
        if self.movie is not None:
            return self.movie
        return Plan(Choices(), self.film, Span(0, self.film.frames), (0, 0))

    @property
    def frames(self) -> int:
        """How many steps it takes: one a shot, and one a picture of the film."""
        return len(self.shots) + (self.movie.frames if self.movie is not None else 0)

    @property
    def seconds(self) -> float:
        """How long what it shows lasts."""
        return sum(shot.seconds for shot in self.shots)

    def ending(self, target: Path) -> str:
        """How the name of its file ends; a shot list is what its name says."""
        if self.choices.what is Paper.SHOT_LIST:
            return target.suffix.casefold() if target.suffix.casefold() in TABLES else TABLES[0]
        return ENDINGS[self.choices.what]

    def targets(self, target: Path) -> tuple[Path, ...]:
        """The files that are written: a long film has several contact sheets."""
        if self.choices.what is not Paper.CONTACT:
            return (target,)
        count = max(1, -(-len(self.shots) // A_SHEET))
        more = (target.with_stem(f"{target.stem} {number}") for number in range(2, count + 1))
        return (target, *more)


def paper_plan_of(
    film: Composition,
    choices: PaperChoices,
    shots: Sequence[PaperShot],
    known: Known,
    unread: Unread | None = None,
    name: str = "",
) -> PaperPlan:
    """Work it out; `unread` is of the whole film, `name` its title where it has none.

    Raises:
        ProjectError: "project.no-scene", or "export.nothing": there is no shot to write of.
    """
    scenes = {scene.id: scene for scene in film.scenario.scenes}
    if choices.scene is not None and choices.scene not in scenes:
        raise ProjectError("project.no-scene", scene=choices.scene, known=", ".join(scenes))
    wanted = choices.shots
    if choices.scene is not None:
        of_scene = frozenset(shot.key for shot in scenes[choices.scene].shots)
        wanted = of_scene if wanted is None else wanted & of_scene
    rows = tuple(shot for shot in shots if wanted is None or shot.key in wanted)
    if not rows:
        raise ProjectError("export.nothing")
    keys = {shot.key for shot in rows}
    broken = {key: code for key, code in (unread or Unread()).shots.items() if key in keys}
    missing = tuple(
        cut.key
        for cut in film.cuts
        if cut.key in keys - set(broken) and cut.source in (Source.PANEL, Source.SLATE)
    )
    movie = _movie(film, choices, known, unread) if choices.what is Paper.REVIEW else None
    sounds = movie.unread.sounds if movie is not None else {}
    size, seconds = _about(choices, rows, movie)
    return PaperPlan(
        choices, film.scenario.film.title or name, film, rows, movie, missing,
        Unread(broken, sounds), size, seconds,
    )  # fmt: skip


def _movie(film: Composition, choices: PaperChoices, known: Known, unread: Unread | None) -> Plan:
    small = Choices(size="360p", captions=Words.BURNT, scene=choices.scene, small=True)
    return plan_of(film, small, known, unread)


def _about(
    choices: PaperChoices, rows: Sequence[PaperShot], movie: Plan | None
) -> tuple[int, float]:
    """About how large it will be, and how long it takes here."""
    size = _HEAD[choices.what] + len(rows) * _WORDS_BYTES
    pictured = choices.what is not Paper.SHOT_LIST or has_pictures(choices.columns)
    if choices.what is Paper.PDF:
        size += -(-len(rows) // choices.each) * _PAGE_BYTES
    elif pictured:
        size += round(len(rows) * _PICTURE_BYTES[choices.what])
    seconds = _START_SECONDS + (len(rows) * _SECONDS_A_PICTURE if pictured else 0)
    if movie is not None:
        size += round(movie.about_bytes * _SMALL * _BASE64)
        seconds += movie.about_seconds
    return size, seconds


def columns_of(words: str) -> tuple[Column, ...]:
    """Columns by their names, with commas between them.

    Raises:
        ProjectError: "paper.no-column".
    """
    known = {str(column): column for column in Column}
    names = [name.strip().lower() for name in words.split(",") if name.strip()]
    strange = next((name for name in names if name not in known), None)
    if strange is not None or not names:
        raise ProjectError("paper.no-column", column=strange or words, known=", ".join(known))
    return tuple(dict.fromkeys(known[name] for name in names))
