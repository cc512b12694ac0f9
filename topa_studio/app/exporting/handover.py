"""One export for an editing program, worked out: all the files it writes, and what it loses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from topa_studio.film.composition import Composition
from topa_studio.film.export.plan import Plan
from topa_studio.film.export.unread import Unread
from topa_studio.film.interchange.assembling import Supply
from topa_studio.film.interchange.losses import Loss
from topa_studio.film.interchange.manifest import manifest_path
from topa_studio.film.interchange.sequence import Sequence
from topa_studio.film.ladder import Source

_RENDERED_BITS, _SLATE_BITS = 0.02, 0.01
"""Bits a pixel of pictures that are held or move slowly, and of slates, about."""


def media_folder(out: Path) -> Path:
    """Where media lie beside an export."""
    return out.with_name(f"{out.stem} media")


@dataclass(frozen=True)
class Handover:
    """One export for an editing program.

    Attributes:
        out: the file that is written; beside it lies its manifest.
        folder: where media are put that it makes.
        supply: the file of each shot.
        renders, copies: what is made anew, and what is copied, by the file it becomes.
        replaced: files of the earlier export that are written over.
        losses: what this kind of file cannot hold of the film.
        missing: keys of shots that have no clip.
        unread: what cannot be read; a slate stands for it, or nothing is heard.
    """

    kind: str
    out: Path
    folder: Path
    film: Composition
    sequence: Sequence
    supply: tuple[Supply, ...]
    renders: Mapping[Path, Plan]
    copies: Mapping[Path, Path]
    replaced: frozenset[Path]
    losses: tuple[Loss, ...]
    missing: tuple[str, ...]
    unread: Unread
    text: bytes = field(repr=False)
    manifest: bytes = field(repr=False)

    @property
    def frames(self) -> int:
        """How many pictures are rendered."""
        return sum(plan.frames for plan in self.renders.values())

    @property
    def seconds(self) -> float:
        """How long the cut lasts."""
        return float(self.sequence.frames / self.sequence.rate)

    @property
    def media(self) -> tuple[Path, ...]:
        """All media files that are written."""
        return (*self.renders, *self.copies)

    @property
    def targets(self) -> tuple[Path, ...]:
        """All files that are written; the manifest is the last."""
        return (*self.media, self.out, manifest_path(self.out))

    @property
    def about_bytes(self) -> int:
        """About how large they are together. Blocks."""
        width, height = self.sequence.size
        copied = sum(source.stat().st_size for source in self.copies.values() if source.exists())
        bits = sum(plan.frames * _bits(plan) for plan in self.renders.values())
        rendered = int(bits * width * height / 8)
        return len(self.text) + len(self.manifest) + copied + rendered


def _bits(plan: Plan) -> float:
    are_slates = all(cut.source is Source.SLATE for cut in plan.film.cuts)
    return _SLATE_BITS if are_slates else _RENDERED_BITS
